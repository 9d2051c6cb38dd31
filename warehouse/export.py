"""Events and quantities out of the warehouse, in forms that other tools read."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Literal, get_args

import duckdb

from extractors.errors import UsageError
from warehouse.published import published, statement

ExportKind = Literal["events", "quantities"]
ExportFormat = Literal["csv", "jsonl", "parquet", "score-jsonl"]

_OPTIONS: dict[ExportFormat, str] = {
    "csv": "FORMAT csv, HEADER",
    "jsonl": "FORMAT json",
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "score-jsonl": "FORMAT json",
}


def export(path: Path, kind: ExportKind, form: ExportFormat, target: Path | BinaryIO | None = None) -> int:
    """Write all events or quantities of the published copy and return how many; a file appears whole, None is stdout.

    `score-jsonl` is what the scorer of gold files reads. In CSV, lists are joined by "; ".
    """
    if kind not in get_args(ExportKind) or form not in get_args(ExportFormat):
        raise UsageError(
            f"Cannot export {kind} as {form}; there are {get_args(ExportKind)} as {get_args(ExportFormat)}."
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
            count = _copy(con, _rows(con, kind, form), temporary, _OPTIONS[form])
        temporary.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return count


def _rows(con: duckdb.DuckDBPyConnection, kind: ExportKind, form: ExportFormat) -> str:
    if form == "score-jsonl":
        return statement(f"score_{kind}")
    columns = "*"
    if form == "csv":
        described = con.execute(f"DESCRIBE main.{kind}").fetchall()
        columns = ", ".join(_flat(name) if kind_of.endswith("[]") else f'"{name}"' for name, kind_of, *_ in described)
    order = {"events": "event_date, event_id", "quantities": "period_start, quantity_id"}[kind]
    return f"SELECT {columns} FROM main.{kind} ORDER BY published_date, document, {order}"  # noqa: S608 - our own names


def _flat(name: str) -> str:
    return f"""array_to_string(list_transform("{name}", lambda part: coalesce(part, '')), '; ') AS "{name}\""""


def _copy(con: duckdb.DuckDBPyConnection, rows: str, target: Path, options: str) -> int:
    quoted = str(target).replace("'", "''")
    try:
        found = con.execute(f"COPY ({rows.rstrip().rstrip(';')}) TO '{quoted}' ({options})").fetchone()
    except duckdb.IOException as error:
        raise UsageError(f"The export cannot be written: {error}") from error
    return int(found[0]) if found else 0
