"""Bring a file's schema up to date: numbered DDL files once each, view files whenever they change.

The DDL files are the source of truth. A landed file is never edited; each is applied in one transaction with its row in
meta.migrations, so a failed one leaves nothing behind.
"""

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import duckdb

from extractors.errors import SchemaTooNew, WarehouseError
from warehouse.connection import WRITING

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlFile:
    """One file of statements."""

    name: str
    text: str

    @property
    def version(self) -> int:
        """Number its name begins with."""
        return int(self.name.split("_", 1)[0])

    @property
    def sha256(self) -> str:
        """Hex digest of its text."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All that makes up a warehouse's schema, in the order it is applied."""

    ddl: tuple[SqlFile, ...]
    views: tuple[SqlFile, ...]

    @classmethod
    def read(cls, folder: Path = _HERE) -> "Schema":
        """The schema in the folders `ddl` and `views`."""
        return cls(ddl=_files(folder / "ddl"), views=_files(folder / "views"))

    @property
    def version(self) -> int:
        """The highest number."""
        return max(file.version for file in self.ddl)


def _files(folder: Path) -> tuple[SqlFile, ...]:
    return tuple(
        SqlFile(name=path.name, text=path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.sql"))
    )


SCHEMA = Schema.read()


def create(path: Path, now: datetime, schema: Schema = SCHEMA) -> None:
    """Make a new warehouse at `path`, whole or not at all; one that is there already is left alone.

    It is made beside its place and linked into it: a process killed in between leaves no half-made file, and of two
    processes that make it at once one wins and the other finds it made.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        with duckdb.connect(temporary, config=WRITING) as con:
            migrate(con, now, schema)
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        with suppress(FileExistsError):
            path.hardlink_to(temporary)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
            temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)


def migrate(con: duckdb.DuckDBPyConnection, now: datetime, schema: Schema = SCHEMA) -> None:
    """Apply what the file has not seen; raises SchemaTooNew when it has seen more than we know."""
    known = _applied(con)
    newest = max(known, default=0)
    if newest > schema.version:
        raise SchemaTooNew(
            f"{_file(con)} has schema {newest}, this eventwire knows {schema.version}; upgrade eventwire to use it."
        )
    missing = [file for file in schema.ddl if file.version not in known]
    for file in schema.ddl:
        if file in missing:
            _apply(con, file, now)
        elif known[file.version] != file.sha256:
            raise WarehouseError(f"{file.name} was changed after it had been applied; add a new file instead.")
    if _views(con) != {file.name: file.sha256 for file in schema.views}:
        _replace_views(con, schema.views, now)
        missing.extend(schema.views)
    if missing:
        con.execute("CHECKPOINT")  # so that a crash later on need not replay changes of the schema


def schema_version(con: duckdb.DuckDBPyConnection) -> int:
    """The highest migration the file has seen, 0 for an empty file."""
    return max(_applied(con), default=0)


def _applied(con: duckdb.DuckDBPyConnection) -> dict[int, str]:
    if not _has(con, "migrations"):
        tables = con.execute(
            "SELECT count(*) FROM duckdb_tables() "
            "WHERE database_name = current_database() AND NOT internal AND NOT temporary"
        ).fetchone()
        if tables and tables[0]:
            raise WarehouseError(
                "This DuckDB file holds tables of something else; name another file for the warehouse."
            )
        return {}
    return dict(con.execute("SELECT version, sha256 FROM meta.migrations").fetchall())


def _file(con: duckdb.DuckDBPyConnection) -> str:
    found = con.execute("SELECT path FROM duckdb_databases() WHERE database_name = current_database()").fetchone()
    return found[0] if found and found[0] else "The warehouse"


def _views(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(con.execute("SELECT name, sha256 FROM meta.view_files").fetchall())


def _has(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    found = con.execute(
        "SELECT 1 FROM duckdb_tables() "
        "WHERE database_name = current_database() AND schema_name = 'meta' AND table_name = ?",
        [table],
    )
    return found.fetchone() is not None


def _apply(con: duckdb.DuckDBPyConnection, file: SqlFile, now: datetime) -> None:
    con.begin()
    try:
        con.execute(file.text)
        con.execute("INSERT INTO meta.migrations VALUES (?, ?, ?, ?)", [file.version, file.name, file.sha256, now])
        con.commit()
    except duckdb.Error as error:
        con.rollback()
        raise WarehouseError(f"Migration {file.name} failed and was rolled back: {error}") from error


def _replace_views(con: duckdb.DuckDBPyConnection, files: tuple[SqlFile, ...], now: datetime) -> None:
    con.begin()
    try:
        stale = con.execute(
            "SELECT schema_name, view_name FROM duckdb_views() "
            "WHERE NOT internal AND database_name = current_database()"
        ).fetchall()
        for schema_name, view_name in stale:
            con.execute(f'DROP VIEW IF EXISTS "{schema_name}"."{view_name}"')
        con.execute("DELETE FROM meta.view_files")
        for file in files:
            con.execute(file.text)
            con.execute("INSERT INTO meta.view_files VALUES (?, ?, ?)", [file.name, file.sha256, now])
        con.commit()
    except duckdb.Error as error:
        con.rollback()
        raise WarehouseError(f"The views could not be made and stay as they were: {error}") from error
