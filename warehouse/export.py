"""Views out of the warehouse as one file, in forms that other tools read; `package` writes folders of files."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Literal, get_args

import duckdb

from extractors.errors import UsageError
from warehouse.published import published, statement

ExportKind = Literal["events", "quantities", "incidents", "as_gdelt", "as_plover", "as_acled"]
ExportFormat = Literal["csv", "jsonl", "parquet", "score-jsonl"]

OPTIONS: dict[ExportFormat, str] = {
    "csv": "FORMAT csv, HEADER",
    "jsonl": "FORMAT json",
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "score-jsonl": "FORMAT json",
}
"""What DuckDB's COPY is told."""
_ORDERS: dict[ExportKind, str] = {
    "events": "published_date, document, event_date, event_id",
    "quantities": "published_date, document, period_start, quantity_id",
    "incidents": "event_date, incident_id",
    "as_gdelt": '"DATEADDED", "GlobalEventID"',
    "as_plover": "event_id",
    "as_acled": "event_date, event_id_cnty",
}
_SCORED = ("events", "quantities")
_LINES = r"FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x1f'"
"""A column of JSON, each value a line as it stands: JSON escapes every line break and control character."""


def export(path: Path, kind: ExportKind, form: ExportFormat, target: Path | BinaryIO | None = None) -> int:
    """Write all rows of a view of the published copy and return how many; a file appears whole, None is stdout.

    `score-jsonl` is what the scorer of gold files reads, of events and quantities. In CSV, lists are joined by "; " and
    structs are JSON; `as_plover` as jsonl is the records themselves.
    """
    if kind not in _ORDERS or form not in OPTIONS or (form == "score-jsonl" and kind not in _SCORED):
        raise UsageError(
            f"Cannot export {kind} as {form}; there are {', '.join(get_args(ExportKind))} as csv, jsonl or parquet, "
            f"and {' and '.join(_SCORED)} as score-jsonl."
        )
    if not isinstance(target, Path):
        with TemporaryDirectory(prefix="eventwire-") as folder:
            written = Path(folder) / f"{kind}.{form}"
            count = export(path, kind, form, written)
            with written.open("rb") as source:
                shutil.copyfileobj(source, target or sys.stdout.buffer)
        return count
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        with published(path) as con:
            if kind == "as_plover" and form == "jsonl":
                count = copy(con, "SELECT record FROM main.as_plover ORDER BY event_id", temporary, _LINES)
            else:
                count = copy(con, _rows(con, kind, form), temporary, OPTIONS[form])
        temporary.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return count


def selection(
    con: duckdb.DuckDBPyConnection, table: str, form: ExportFormat, *, leave_out: tuple[str, ...] = ()
) -> str:
    """The columns of a table as a form can hold them: in CSV, lists of words are joined and structs are JSON."""
    described = [row for row in con.execute(f"DESCRIBE {table}").fetchall() if row[0] not in leave_out]
    return ", ".join(_flat(name, kind) if form == "csv" else f'"{name}"' for name, kind, *_ in described)


def copy(con: duckdb.DuckDBPyConnection, rows: str, target: Path, options: str) -> int:
    """Write what a statement gives to a file or folder and return how many rows there were."""
    quoted = str(target).replace("'", "''")
    try:
        found = con.execute(f"COPY ({rows.rstrip().rstrip(';')}) TO '{quoted}' ({options})").fetchone()
    except duckdb.IOException as error:
        raise UsageError(f"The export cannot be written: {error}") from error
    return int(found[0]) if found else 0


def _rows(con: duckdb.DuckDBPyConnection, kind: ExportKind, form: ExportFormat) -> str:
    if form == "score-jsonl":
        return statement(f"score_{kind}")
    return f"SELECT {selection(con, f'main.{kind}', form)} FROM main.{kind} ORDER BY {_ORDERS[kind]}"  # noqa: S608 - our own names


def _flat(name: str, kind: str) -> str:
    if kind == "VARCHAR[]":
        return f"""array_to_string(list_transform("{name}", lambda part: coalesce(part, '')), '; ') AS "{name}\""""
    return f'to_json("{name}") AS "{name}"' if kind.startswith("STRUCT") else f'"{name}"'
