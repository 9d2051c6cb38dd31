"""What two warehouses must have in common, whoever filled them and when."""

from pathlib import Path

import duckdb

FACTS = {
    "raw.pages": "* EXCLUDE (batch_id, recorded_at)",
    "core.readings": "* EXCLUDE (batch_id, recorded_at)",
    "core.articles": "* EXCLUDE (batch_id, recorded_at)",
    "core.sentences": "* EXCLUDE (batch_id)",
    "core.events": "* EXCLUDE (batch_id)",
    "core.event_parties": "* EXCLUDE (batch_id)",
    "core.event_mentions": "* EXCLUDE (batch_id)",
    "core.quantities": "* EXCLUDE (batch_id)",
    "core.event_quantities": "* EXCLUDE (batch_id)",
}
"""Ids of batches and times of recording differ, because work is cut into batches by when it is done."""
STATE = {
    "meta.sightings": "* EXCLUDE (batch_id, recorded_at)",
    "meta.visits": "* EXCLUDE (batch_id, recorded_at)",
}


def rows(warehouse: Path, tables: dict[str, str]) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(warehouse, read_only=True) as con:
        return {
            table: sorted(con.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)  # noqa: S608  our names
            for table, columns in tables.items()
        }
