"""What exactly-once costs: appending a batch against a bare INSERT of the same rows, measured in the same run.

Processor time, not the clock, so that a busy machine does not change the ratio. Run with `-s` to see the figures.
"""

import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.material import batch, extraction
from warehouse.append import column_types
from warehouse.batches import Batch, utc_now
from warehouse.connection import WRITING
from warehouse.migrations import create, migrate
from warehouse.outbox import Spooled
from warehouse.store import Warehouse

ARTICLES, EVENTS = 500, 10
"""Per batch: 500 articles of 10 events are some 39,000 rows in nine tables, with 18 kB a page."""
FLOOR = 0.4
"""Of the bare INSERT's rows per second; measured 0.51 on duckdb 2.0.0 and 0.56 on 1.5.6, on two busy cores."""


def articles(first: int) -> Batch:
    made = []
    for number in range(first, first + ARTICLES):
        one = extraction(number)
        body = f"<html>{number} {'lorem ipsum ' * 1500}</html>".encode()
        events = tuple(replace(one.events[0], confidence=position / EVENTS) for position in range(EVENTS))
        made.append(replace(one, page=replace(one.page, body=body), events=events))
    return batch(*made, window=str(first))


def rows_in(path: Path) -> int:
    with duckdb.connect(path, read_only=True) as con:
        return sum(size for (size,) in con.execute("SELECT estimated_size FROM duckdb_tables()").fetchall())


def bare_insert(con: duckdb.DuckDBPyConnection, spooled: Spooled) -> None:
    """The rows into the tables, and nothing else: no outbox, no ledger, nothing left out."""
    types = column_types(con)
    con.begin()
    for table in spooled.tables:
        kinds = {name: types[table.name][name].replace("BLOB", "VARCHAR") for name in table.columns}
        struct = ", ".join(f'"{name}" {kind}[]' for name, kind in kinds.items())
        values = ", ".join(
            f'from_base64(unnest(s."{name}")) AS "{name}"' if name == "body_gzip" else f'unnest(s."{name}") AS "{name}"'
            for name in table.columns
        )
        stamps = ", $now::TIMESTAMP AS recorded_at" if "recorded_at" in types[table.name] else ""
        con.execute(
            f"INSERT INTO {table.name} BY NAME SELECT {values}, $batch::UUID AS batch_id {stamps} "  # noqa: S608
            f"FROM (SELECT $rows::JSON::STRUCT({struct}) AS s)",
            {"rows": table.json, "batch": spooled.batch_id} | ({"now": spooled.spooled_at} if stamps else {}),
        )
    con.commit()


@pytest.mark.benchmark
def test_appending_costs_little_more_than_inserting(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "appended.duckdb")
    bare = tmp_path / "bare.duckdb"
    create(warehouse.path, utc_now())
    create(bare, utc_now())
    appending, inserting = [], []
    for first in range(0, 3 * ARTICLES, ARTICLES):
        work = articles(first)
        file = warehouse.outbox.spool(work, utc_now())
        spooled = warehouse.outbox.read(file)
        file.unlink()

        began = time.process_time()
        warehouse.append(work)
        appending.append(time.process_time() - began)

        began = time.process_time()
        with duckdb.connect(bare, config=WRITING) as con:
            migrate(con, utc_now())
            bare_insert(con, spooled)
        inserting.append(time.process_time() - began)
    rows = rows_in(bare) / 3
    assert rows > ARTICLES * EVENTS * 7
    assert rows_in(warehouse.path) >= rows_in(bare)
    ratio = min(inserting) / min(appending)
    print(  # noqa: T201 - a benchmark's figures are its output
        f"\nappend {rows / min(appending):,.0f} rows/s ({ARTICLES / min(appending):,.0f} articles/s, "
        f"{ARTICLES * EVENTS / min(appending):,.0f} events/s), "
        f"bare INSERT {rows / min(inserting):,.0f} rows/s, ratio {ratio:.2f}"
    )
    assert ratio >= FLOOR
