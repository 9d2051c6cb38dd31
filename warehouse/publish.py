"""The read-only copy that people open: made beside the warehouse, put in place by one rename.

Rows are only ever added, so a copy is brought up to date by adding the batches it lacks. Bytes of pages stay in the
warehouse: they are there to be read again by a later extractor, and would make the copy ten times as large.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Literal

import duckdb

from extractors.errors import WarehouseError
from warehouse.connection import WRITING
from warehouse.contents import COLUMNS
from warehouse.grouping import regroup
from warehouse.kept import keep_articles, keep_wholes
from warehouse.leftovers import sweep
from warehouse.migrations import create
from warehouse.sources import RECORDS

_COPY = "copy_to_publish"
_GROWING = ("raw.pages", "core.readings", "core.articles", *COLUMNS, *RECORDS)
"""Tables whose rows carry the batch that brought them."""
_WHOLE = ("meta.runs", "meta.cursors", "meta.issues", "meta.batches")
"""Small tables that are copied whole."""
_DIFFERENCE = (Path(__file__).parent / "sql" / "publish_difference.sql").read_text(encoding="utf-8")

_Difference = Literal["none", "behind", "foreign"]


def publish_copy(con: duckdb.DuckDBPyConnection, target: Path, now: datetime, *, anew: bool = False) -> bool:
    """Bring the copy at `target` up to date with the warehouse `con` and tell whether it had to change.

    Whoever has the old copy open keeps reading it; nobody ever sees half a copy. `anew` trusts nothing of the old one.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    sweep(target, at_once=True)  # the warehouse is open for writing, so nobody else publishes it now
    con.execute("CHECKPOINT")
    try:
        difference = "foreign" if anew else _difference(con, target, temporary)
        if difference == "none":
            return False
        if difference == "foreign" or not _fill(con, temporary):
            _remove(temporary)
            create(temporary, now)
            if not _fill(con, temporary):
                raise WarehouseError(f"{target} does not hold the rows of the warehouse and was not replaced.")
        _derive(temporary)
        _replace(temporary, target)
    except OSError as error:
        raise WarehouseError(
            f"The published copy {target} cannot be written ({error.strerror or error}). "
            "The warehouse itself is up to date; free space, then run again."
        ) from error
    finally:
        _remove(temporary)
    return True


def _difference(con: duckdb.DuckDBPyConnection, target: Path, temporary: Path) -> _Difference:
    """Compare with the copy there is, leaving a duplicate of it at `temporary` to go on from."""
    if not target.exists():
        return "foreign"
    shutil.copyfile(target, temporary)
    try:
        _attach(con, temporary)
    except duckdb.Error:  # damaged, or of a DuckDB that we cannot read: made anew
        return "foreign"
    try:
        found = con.execute(_qualified(con, _DIFFERENCE)).fetchone()
    except duckdb.Error:
        return "foreign"
    finally:
        con.execute(f"DETACH {_COPY}")
    foreign, behind = found or (True, True)
    return "foreign" if foreign else "behind" if behind else "none"


def _fill(con: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Add what the copy lacks; tell whether it now holds as many rows as the warehouse in every table."""
    _attach(con, path)
    try:
        con.begin()
        for table in _GROWING:
            body = "REPLACE (NULL::BLOB AS body_gzip)" if table == "raw.pages" else ""
            con.execute(
                _qualified(
                    con,
                    f"INSERT INTO [copy].{table} BY NAME SELECT * {body} FROM [own].{table} "  # noqa: S608 - own tables
                    "ANTI JOIN [copy].meta.batches USING (batch_id)",
                )
            )
        for table in _WHOLE:
            con.execute(_qualified(con, f"DELETE FROM [copy].{table}"))  # noqa: S608 - our own tables
            con.execute(_qualified(con, f"INSERT INTO [copy].{table} BY NAME FROM [own].{table}"))
        con.commit()
        con.execute(f"CHECKPOINT {_COPY}")
        return all(_rows(con, "[copy]", table) == _rows(con, "[own]", table) for table in (*_GROWING, *_WHOLE))
    except BaseException:
        con.rollback()
        raise
    finally:
        con.execute(f"DETACH {_COPY}")


def _derive(path: Path) -> None:
    """Work out what only the copy holds. It is opened by itself: a view finds its tables only in the open database.

    Nobody else sees the file yet, so each statement commits for itself. In one transaction DuckDB 2.0 found none of a
    million rows that had just been kept.
    """
    with duckdb.connect(path, config=WRITING) as con:
        con.execute("SET TimeZone = 'UTC'")
        keep_articles(con)
        regroup(con)
        keep_wholes(con)
        con.execute("CHECKPOINT")


def _rows(con: duckdb.DuckDBPyConnection, database: str, table: str) -> object:
    return con.execute(_qualified(con, f"SELECT count(*) FROM {database}.{table}")).fetchone()  # noqa: S608


def _attach(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    quoted = str(path).replace("'", "''")
    con.execute(f"ATTACH '{quoted}' AS {_COPY}")


def _qualified(con: duckdb.DuckDBPyConnection, statement: str) -> str:
    """Put the names of the two open databases in."""
    (own,) = con.execute("SELECT current_database()").fetchone() or ("",)
    return statement.replace("[own]", '"' + own.replace('"', '""') + '"').replace("[copy]", _COPY)


def _replace(temporary: Path, target: Path) -> None:
    with temporary.open("rb") as written:
        os.fsync(written.fileno())
    temporary.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
