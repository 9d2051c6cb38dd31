"""Rows to text: table, json, jsonl or csv. The same bytes on a terminal and in a pipe."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Literal, get_args

Format = Literal["table", "json", "jsonl", "csv"]
FORMATS: tuple[str, ...] = get_args(Format)
WIDEST = 60
"""Characters of a table's cell; longer ones end in "…", and the note says so. Other formats cut nothing."""

Columns = Sequence[str]
Rows = Sequence[Sequence[Any]]


def render(columns: Columns, rows: Rows, form: Format) -> str:
    """The rows in the format, ending with a line break."""
    return RENDERERS[form](columns, rows)


def is_cut(rows: Rows) -> bool:
    """Whether a table of these rows shortens a cell."""
    return any(len(as_text(value)) > WIDEST for row in rows for value in row)


def as_text(value: object) -> str:
    """One cell as a person reads it: nothing for NULL, ISO 8601 for times, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(map(as_text, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _table(columns: Columns, rows: Rows) -> str:
    cells = [[_fit(as_text(value)) for value in row] for row in rows]
    numeric = [bool(rows) and all(isinstance(row[i], int | float | None) for row in rows) for i in range(len(columns))]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns)]

    def line(values: Sequence[str]) -> str:
        padded = (
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(values, widths, numeric, strict=True)
        )
        return "  ".join(padded).rstrip() + "\n"

    return "".join([line(columns), line(["-" * width for width in widths]), *map(line, cells)])


def _fit(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= WIDEST else flat[: WIDEST - 1] + "…"


def _json(columns: Columns, rows: Rows) -> str:
    return json.dumps(_records(columns, rows), ensure_ascii=False, indent=2, default=as_text) + "\n"


def _jsonl(columns: Columns, rows: Rows) -> str:
    lines = (json.dumps(record, ensure_ascii=False, default=as_text) for record in _records(columns, rows))
    return "".join(f"{line}\n" for line in lines)


def _records(columns: Columns, rows: Rows) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _csv(columns: Columns, rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_text(value) for value in row] for row in rows)
    return text.getvalue()


RENDERERS: dict[Format, Callable[[Columns, Rows], str]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
