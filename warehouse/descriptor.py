"""Describe exported files as a Data Package (datapackage.org, version 2): what each file, row and column is.

The words are the comments that stand in the database. Any tool that knows the format, Frictionless among them, reads
types and keys from it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export import ExportFormat

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TYPES: dict[str, dict[str, Any]] = {
    "UUID": {"type": "string", "format": "uuid"},
    "VARCHAR": {"type": "string"},
    "BLOB": {"type": "string", "format": "binary"},
    "JSON": {"type": "object"},
    "DATE": {"type": "date"},
    "TIMESTAMP": {"type": "datetime", "format": "any"},
    "INTEGER": {"type": "integer"},
    "BIGINT": {"type": "integer"},
    "DOUBLE": {"type": "number"},
    "BOOLEAN": {"type": "boolean"},
}
_JOINED = {"type": "list", "delimiter": "; ", "itemType": "string"}
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Columns that name a row of another resource."""

    fields: tuple[str, ...]
    resource: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One table as it was written."""

    name: str
    table: str
    form: ExportFormat
    paths: tuple[str, ...]
    rows: int
    leave_out: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    extra: tuple[tuple[str, object], ...] = ()
    """Further properties."""


def describe(con: duckdb.DuckDBPyConnection, resource: Resource) -> dict[str, Any]:
    """The resource's entry in the package: files, grain, and a schema with the meaning of every column."""
    schema_name, _, table_name = resource.table.partition(".")
    (comment,) = con.execute(
        "SELECT comment FROM duckdb_views() WHERE schema_name = $schema AND view_name = $name UNION ALL "
        "SELECT comment FROM duckdb_tables() WHERE schema_name = $schema AND table_name = $name",
        {"schema": schema_name, "name": table_name},
    ).fetchone() or ("",)
    columns = con.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE schema_name = ? AND table_name = ? ORDER BY column_index",
        [schema_name, table_name],
    ).fetchall()
    fields = [
        {"name": name, **_type(kind, resource.form), "description": meaning}
        | ({} if nullable or name in resource.key else {"constraints": {"required": True}})
        for name, kind, nullable, meaning in columns
        if name not in resource.leave_out
    ]
    return {
        "name": resource.name,
        "description": comment,
        "path": list(resource.paths) if len(resource.paths) != 1 else resource.paths[0],
        "format": resource.form,
        "mediatype": _MEDIA[resource.form],
        "rows": resource.rows,
        **dict(resource.extra),
        "schema": {
            "fields": fields,
            **({"primaryKey": list(resource.key)} if resource.key else {}),
            **({"foreignKeys": [_reference(each) for each in resource.references]} if resource.references else {}),
        },
    }


def files_below(folder: Path, name: str) -> tuple[str, ...]:
    """The files of one resource, as the descriptor names them: relative, with slashes, sorted."""
    return tuple(sorted(path.relative_to(folder).as_posix() for path in (folder / name).rglob("*") if path.is_file()))


def _reference(reference: Reference) -> dict[str, Any]:
    fields = list(reference.fields)
    return {"fields": fields, "reference": {"resource": reference.resource, "fields": fields}}


def _type(kind: str, form: ExportFormat) -> dict[str, Any]:
    if kind == "VARCHAR[]" and form == "csv":
        return dict(_JOINED)
    if kind.endswith("[]"):
        return {"type": "array"}
    return dict(_TYPES[kind])
