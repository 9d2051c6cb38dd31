"""The whole warehouse as Parquet files and back: every table, page bytes included, equal to the last row.

The way out of DuckDB, onto another machine, and out of a file that a later DuckDB cannot read.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from extractors.errors import SchemaTooNew, UsageError, WarehouseError
from warehouse.connection import WRITING
from warehouse.descriptor import PROFILE, Resource, describe
from warehouse.export import OPTIONS, copy
from warehouse.folders import DESCRIPTOR, whole_folder
from warehouse.kept import KEPT
from warehouse.migrations import SCHEMA, migrate, schema_version

NAME = "eventwire-warehouse"
_DERIVED = ("meta.view_files", "core.incident_links", *KEPT)
"""Tables that are made anew from the files of views and from the others."""


def export_all(con: duckdb.DuckDBPyConnection, target: Path) -> dict[str, int]:
    """Write every table of the open warehouse to a Parquet file of its own in the folder; return their rows."""
    with whole_folder(target) as folder:
        resources = []
        for table in _tables(con):
            file = folder / f"{table}.parquet"
            count = copy(con, f"FROM {table}", file, OPTIONS["parquet"])
            resource = Resource(
                name=table,
                table=table,
                form="parquet",
                paths=(file.name,),
                rows=count,
                extra=(("bytes", file.stat().st_size), ("hash", f"sha256:{_digest(file)}")),
            )
            resources.append(describe(con, resource))
        descriptor = {
            "name": NAME,
            "$schema": PROFILE,
            "title": "A whole eventwire warehouse, for `eventwire import`",
            "schema_version": schema_version(con),
            "resources": resources,
        }
        (folder / DESCRIPTOR).write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return {resource["name"]: resource["rows"] for resource in resources}


def import_all(folder: Path, path: Path, now: datetime) -> dict[str, int]:
    """Make a new warehouse at `path` from what `export_all` wrote; it appears whole or not at all.

    A folder that an earlier eventwire wrote is filled in at its own schema and then brought up to date.
    """
    descriptor = _read(folder)
    resources = {each["name"]: each for each in descriptor["resources"]}
    _verify(folder, resources.values())
    if path.exists():
        raise UsageError(f"{path} is there already and was left alone; name another --warehouse.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.import")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(temporary, config=WRITING) as con:
            earlier = tuple(file for file in SCHEMA.ddl if file.version <= descriptor["schema_version"])
            migrate(con, now, replace(SCHEMA, ddl=earlier, views=()))
            for table in _tables(con):
                _fill(con, table, resources.get(table), folder)
            migrate(con, now)
            con.execute("CHECKPOINT")
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        path.hardlink_to(temporary)
    except FileExistsError as error:
        raise UsageError(f"{path} was made by another process and left alone.") from error
    except OSError as error:
        raise WarehouseError(f"{path} cannot be made ({error.strerror or error}); name another --warehouse.") from error
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + ".wal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return {name: each["rows"] for name, each in resources.items()}


def _tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = con.execute(
        "SELECT schema_name || '.' || table_name FROM duckdb_tables() "
        "WHERE database_name = current_database() AND schema_name IN ('raw', 'core', 'meta') ORDER BY ALL"
    ).fetchall()
    return [table for (table,) in found if table not in _DERIVED]


def _fill(con: duckdb.DuckDBPyConnection, table: str, resource: dict[str, Any] | None, folder: Path) -> None:
    if resource is None:
        raise UsageError(f"{folder} lacks {table}.parquet; it is no whole export of a warehouse.")
    quoted = str(folder / resource["path"]).replace("'", "''")
    con.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables; the DDL files fill some
    con.execute(f"INSERT INTO {table} BY NAME FROM read_parquet('{quoted}')")
    found = con.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    if found != (resource["rows"],):
        raise WarehouseError(f"{table} has {found} rows after the import, not {resource['rows']}.")


def _read(folder: Path) -> dict[str, Any]:
    try:
        descriptor: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{folder} is no export: {DESCRIPTOR} cannot be read ({error}).") from error
    if descriptor.get("name") != NAME:
        raise UsageError(f"{folder} is no export of a whole warehouse; `eventwire export warehouse` writes one.")
    if descriptor["schema_version"] > SCHEMA.version:
        raise SchemaTooNew(f"{folder} was written by a newer eventwire; upgrade eventwire to import it.")
    return descriptor


def _verify(folder: Path, resources: Iterator[dict[str, Any]] | Any) -> None:
    for resource in resources:
        file = folder / resource["path"]
        if not file.is_file() or f"sha256:{_digest(file)}" != resource["hash"]:
            raise UsageError(f"{file} is missing or not what was exported; export the warehouse again.")


def _digest(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as source:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
