"""Every row of every fact table, without when and by which batch it came: what must be equal whatever happened."""

from pathlib import Path
from typing import Any

import duckdb

FACTS = (
    "raw.pages",
    "core.readings",
    "core.articles",
    "core.sentences",
    "core.events",
    "core.event_parties",
    "core.event_mentions",
    "core.quantities",
    "core.event_quantities",
    "meta.issues",
)
ARRIVAL = {"batch_id", "recorded_at"}


def facts(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each table in a fixed order."""
    with duckdb.connect(path, read_only=True) as con:
        return {table: _rows(con, table) for table in FACTS}


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[object, ...]]:
    found = con.sql(f"FROM {table}")
    kept = [name for name in found.columns if name not in ARRIVAL]
    return found.select(", ".join(kept)).order("ALL").fetchall()


def shown(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a published copy holds of the facts, with the events and incidents worked out for it."""
    with duckdb.connect(path, read_only=True) as con:
        return {table: _rows(con, table) for table in (*FACTS, "core.kept_events", "core.incident_reports")}


def everything(path: Path) -> dict[str, Any]:
    """Every table with its rows, every view and column with its comment, all that DuckDB knows of the schema."""
    with duckdb.connect(path, read_only=True) as con:
        names = con.execute("SELECT schema_name || '.' || table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
        found: dict[str, Any] = {table: con.sql(f"FROM {table} ORDER BY ALL").fetchall() for (table,) in names}
        found["meta.view_files"] = [row[:2] for row in found["meta.view_files"]]  # but for when the views were made
        found["tables"] = con.execute("SELECT sql, comment FROM duckdb_tables() ORDER BY ALL").fetchall()
        found["views"] = con.execute(
            "SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        found["columns"] = con.execute(
            "SELECT schema_name, table_name, column_name, data_type, is_nullable, column_default, comment "
            "FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
    return found
