"""A file of every older schema is brought up to date: its rows stay, and its schema is that of a new file."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extractors.errors import WarehouseError
from tests.warehouse.facts import everything, facts
from tests.warehouse.material import batch, extraction, unreadable
from warehouse import read
from warehouse.batches import Batch, utc_now
from warehouse.checks import run_checks
from warehouse.connection import WRITING
from warehouse.migrations import SCHEMA, Schema, SqlFile, create, migrate, schema_version
from warehouse.store import Warehouse

LANDED = {
    "001_ledger.sql": "2e73efb53966d6492d90ee63fb4377c7b7e06393d8a884e358cdaca3e9ce9b0e",
    "002_articles.sql": "dec4cf285e3275263fab78cd33763a30968769959624684422adac93fec4c4b1",
    "003_events.sql": "c93da5c2c236cfa921b8ec75a4045d8e4840226ec0f5b32435a5092475278d11",
    "004_sources.sql": "1581c060099f126c6e12e0a569a1a87042a0739e3102816c8f75b02df4882ab1",
    "005_incidents.sql": "c7962ef7860e8aedffbedfcac0946079cacf04f494cd66715b853f38ab4816be",
    "006_things.sql": "04bc4212720505de477ca519ab52a15babb19de6b165ca43ecb7d714b70d7a6e",
}
"""The DDL files as files out there have seen them. A new one gets a line of its own; none of these ever changes."""

FIRST_WITH_FACTS = 3
OLD_VIEWS = (
    SqlFile(name="10_runs.sql", text="CREATE VIEW core.told_runs AS FROM meta.runs;"),
    SqlFile(
        name="20_more.sql",
        text="CREATE VIEW main.events AS SELECT run_id FROM core.told_runs; COMMENT ON VIEW main.events IS 'Old.';",
    ),
)
"""Views that were since renamed, dropped or changed, one on another."""


def older(version: int) -> Schema:
    """The schema as it was when that many DDL files had landed."""
    return replace(SCHEMA, ddl=SCHEMA.ddl[:version], views=OLD_VIEWS)


def work() -> tuple[Batch, ...]:
    return (
        batch(extraction(1), extraction(2, edit="🕊 Ⅷ é."), unreadable(3), cursor="2020-03-04"),
        batch(extraction(1, version="0.2.0"), window="newer"),
    )


def fill(path: Path, version: int) -> None:
    """A file as an eventwire of that time left it: runs, and facts since there are tables of them.

    Today's eventwire writes them, and the older file gets the columns it has.
    """
    create(path, utc_now(), older(version))
    warehouse = Warehouse(path.with_name("today.duckdb"))
    warehouse.finish_run(warehouse.start_run("replay", extractor_version="0.1.0"))
    for some in work() if version >= FIRST_WITH_FACTS else ():
        warehouse.append(some)
    with duckdb.connect(path, config=WRITING) as con:
        tables = con.execute(
            "SELECT schema_name || '.' || table_name, string_agg(column_name, ', ') FROM duckdb_columns() "
            "JOIN duckdb_tables() USING (database_name, schema_name, table_name) "
            "WHERE table_name NOT IN ('migrations', 'view_files', 'plover_scores') GROUP BY ALL"
        ).fetchall()
        con.execute(f"ATTACH '{warehouse.path}' AS today (READ_ONLY)")
        for table, columns in tables:
            con.execute(f"INSERT INTO {table} BY NAME SELECT {columns} FROM today.{table}")  # noqa: S608  our own names


def test_what_has_landed_is_never_edited() -> None:
    assert {file.name: file.sha256 for file in SCHEMA.ddl} == LANDED


@pytest.mark.parametrize("version", range(1, SCHEMA.version + 1), ids=lambda version: f"from schema {version}")
def test_an_older_file_keeps_its_rows_and_gets_the_schema_of_a_new_one(path: Path, version: int) -> None:
    path.parent.mkdir()
    fill(path, version)
    before = everything(path)
    warehouse = Warehouse(path)
    warehouse.publish()
    after, fresh = everything(path), path.with_name("fresh.duckdb")
    create(fresh, utc_now())
    new = everything(fresh)
    rows = {name for name in before if "." in name and name not in ("meta.migrations", "meta.view_files")}
    for name in rows:  # a column that was added since is the last and empty
        width = len(before[name][0]) if before[name] else 0
        assert [row[:width] for row in after[name]] == [row[:width] for row in before[name]]
        assert not any(value for row in after[name] for value in row[width:] if width)
    for name in ("tables", "views", "columns", "meta.view_files"):
        assert after[name] == new[name]
    assert [row[:3] for row in after["meta.migrations"]] == [row[:3] for row in new["meta.migrations"]]
    assert {name for name in new if "." in name} == {name for name in after if "." in name}
    assert run_checks(path) == ()


@pytest.mark.parametrize("version", range(FIRST_WITH_FACTS, SCHEMA.version + 1), ids=lambda v: f"from schema {v}")
def test_an_older_file_goes_on_as_if_it_had_been_new(path: Path, version: int) -> None:
    path.parent.mkdir()
    fill(path, version)
    both = Warehouse(path), Warehouse(path.with_name("new.duckdb"))
    for warehouse in both:
        for some in (*work(), batch(extraction(4), window="later")):
            warehouse.append(some)
        warehouse.publish()
    assert facts(both[0].path) == facts(both[1].path)
    shown = [read.query(each.path, "FROM events ORDER BY ALL").rows for each in both]
    assert shown[0] == shown[1] != ()
    assert run_checks(path) == ()


def test_a_published_copy_of_an_older_schema_is_made_anew(warehouse: Warehouse) -> None:
    warehouse.append(work()[0])
    copy = warehouse.publish()
    with duckdb.connect(copy, config=WRITING) as con:
        con.execute("DELETE FROM meta.migrations WHERE version = 5; DROP TABLE core.incident_reports CASCADE")
    warehouse.publish()
    assert run_checks(warehouse.path) == ()


@pytest.mark.parametrize("version", range(SCHEMA.version), ids=lambda version: f"from schema {version}")
def test_a_step_that_fails_leaves_the_file_at_the_one_before(version: int) -> None:
    broken = SqlFile(name=SCHEMA.ddl[version].name, text=SCHEMA.ddl[version].text + "FROM no_such_table;")
    with duckdb.connect() as con:
        if version:
            migrate(con, utc_now(), older(version))
        with pytest.raises(WarehouseError, match=f"{broken.name} failed and was rolled back"):
            migrate(con, utc_now(), replace(SCHEMA, ddl=(*SCHEMA.ddl[:version], broken, *SCHEMA.ddl[version + 1 :])))
        assert schema_version(con) == version
        migrate(con, utc_now())
        assert schema_version(con) == SCHEMA.version
