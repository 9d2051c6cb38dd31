"""Every row of every fact table, without when and by which batch it came: what must be equal whatever happened."""

from pathlib import Path

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
