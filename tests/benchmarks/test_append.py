"""What exactly-once costs: appending a batch against a bare INSERT of the same rows, measured in the same run.

Processor time, not the clock, so that a busy machine does not change the ratio. Run with `-s` to see the figures.
"""

import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import duckdb
import orjson
import pytest

from tests.warehouse.material import batch, extraction
from warehouse.append import column_types
from warehouse.batches import Batch, utc_now
from warehouse.connection import WRITING
from warehouse.migrations import create, migrate
from warehouse.outbox import Spooled
from warehouse.staging import BY_COLUMNS, from_columns, from_json, registered
from warehouse.store import Warehouse

ARTICLES, EVENTS = 500, 10
"""Per batch: 500 articles of 10 events are some 39,000 rows in nine tables, with 18 kB a page."""
FLOOR = 0.4
"""Of the bare INSERT's rows per second; measured 0.48 to 0.58 on duckdb 2.0.0, on two very busy cores."""


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


Ready = dict[str, dict[str, list[object]]]


def ready_rows(spooled: Spooled) -> Ready:
    """The rows as the fastest way into DuckDB takes them."""
    return {table.name: table.values() for table in spooled.tables}


def bare_insert(con: duckdb.DuckDBPyConnection, rows: Ready, batch_id: UUID) -> None:
    """The rows into the tables, and nothing else: no outbox, no ledger, nothing left out."""
    types = column_types(con)
    con.begin()
    for table, columns in rows.items():
        kinds = {name: types[table][name] for name in columns}
        values, staged = from_columns(kinds) if BY_COLUMNS else from_json(kinds)
        stamp = ", $now::TIMESTAMP AS recorded_at" if "recorded_at" in types[table] else ""
        statement = f"INSERT INTO {table} BY NAME SELECT {values}, $batch::UUID AS batch_id {stamp} FROM {staged}"  # noqa: S608
        parameters = {"batch": batch_id} | ({"now": utc_now()} if stamp else {})
        if BY_COLUMNS:
            with registered(con, columns, kinds):
                con.execute(statement, parameters)
        else:
            con.execute(statement, parameters | {"columns": orjson.dumps(columns).decode()})
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
        rows, batch_id = ready_rows(spooled), spooled.batch_id
        file.unlink()

        began = time.process_time()
        warehouse.append(work)
        appending.append(time.process_time() - began)

        began = time.process_time()
        with duckdb.connect(bare, config=WRITING) as con:
            migrate(con, utc_now())
            bare_insert(con, rows, batch_id)
        inserting.append(time.process_time() - began)
    count = rows_in(bare) / 3
    assert count > ARTICLES * EVENTS * 7
    assert rows_in(warehouse.path) >= rows_in(bare)
    ratio = min(inserting) / min(appending)
    print(  # noqa: T201 - a benchmark's figures are its output
        f"\nappend {count / min(appending):,.0f} rows/s ({ARTICLES / min(appending):,.0f} articles/s, "
        f"{ARTICLES * EVENTS / min(appending):,.0f} events/s), "
        f"bare INSERT {count / min(inserting):,.0f} rows/s, ratio {ratio:.2f}"
    )
    assert ratio >= FLOOR
