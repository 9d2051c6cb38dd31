"""The schema of a file: brought up to date in whole steps, never downgraded, never put among other tables."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from extractors.errors import SchemaTooNew, WarehouseError
from tests.warehouse.material import batch, extraction
from warehouse.migrations import SCHEMA, Schema, SqlFile, create, migrate, schema_version
from warehouse.store import Warehouse

NOW = datetime.fromisoformat("2020-03-04T00:00")
NEXT = len(SCHEMA.ddl) + 1


def with_ddl(*statements: str) -> Schema:
    added = (SqlFile(name=f"{NEXT + n:03}_more.sql", text=text) for n, text in enumerate(statements))
    return replace(SCHEMA, ddl=(*SCHEMA.ddl, *added))


def test_an_empty_file_gets_everything_and_a_second_time_nothing() -> None:
    with duckdb.connect() as con:
        assert schema_version(con) == 0
        migrate(con, NOW)
        first = con.execute("FROM meta.migrations ORDER BY version").fetchall()
        migrate(con, datetime.fromisoformat("2021-01-01T00:00"))
        assert con.execute("FROM meta.migrations ORDER BY version").fetchall() == first
        assert schema_version(con) == SCHEMA.version == len(first)


def test_a_new_step_is_applied_to_a_file_with_rows(path: Path) -> None:
    Warehouse(path).append(batch(extraction(1)))
    newer = Warehouse(path, schema=with_ddl("ALTER TABLE core.articles ADD COLUMN rating INTEGER;"))
    newer.append(batch(extraction(2), window="2"))
    with duckdb.connect(path, read_only=True) as con:
        assert con.execute("SELECT count(*), count(rating) FROM core.articles").fetchone() == (2, 0)


def test_a_batch_spooled_before_the_step_goes_in_after_it(path: Path) -> None:
    Warehouse(path).outbox.spool(batch(extraction(1)), NOW)
    newer = Warehouse(path, schema=with_ddl("ALTER TABLE core.articles ADD COLUMN rating INTEGER;"))
    (appended,) = newer.drain().batches.values()
    assert appended.new_articles == 1


def test_a_failing_step_leaves_nothing_behind() -> None:
    bad = "CREATE TABLE core.half (a INTEGER); INSERT INTO core.half VALUES (1); SELECT * FROM core.no_such_table;"
    with duckdb.connect() as con:
        migrate(con, NOW)
        with pytest.raises(WarehouseError, match=f"{NEXT:03}_more.sql failed and was rolled back"):
            migrate(con, NOW, with_ddl(bad))
        assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchone() == (0,)
        assert schema_version(con) == SCHEMA.version


def test_steps_before_the_failing_one_stay() -> None:
    with duckdb.connect() as con:
        with pytest.raises(WarehouseError):
            migrate(con, NOW, with_ddl("CREATE TABLE core.good (a INTEGER);", "nonsense"))
        assert schema_version(con) == NEXT


def test_a_newer_schema_is_refused_and_the_batch_is_safe(path: Path) -> None:
    Warehouse(path, schema=with_ddl("CREATE TABLE core.later (a INTEGER);")).append(batch(extraction(1)))
    older = Warehouse(path)
    with pytest.raises(
        SchemaTooNew, match=f"{path.name} has schema {NEXT}, this eventwire knows {NEXT - 1}; upgrade eventwire"
    ):
        older.append(batch(extraction(2), window="2"))
    assert len(older.outbox.waiting()) == 1


def test_a_crash_right_after_a_step_can_be_replayed(tmp_path: Path) -> None:
    script = """
import duckdb, os, sys
from warehouse.connection import WRITING
from warehouse.migrations import SCHEMA
con = duckdb.connect(sys.argv[1], config=WRITING)
con.execute("SET wal_autocheckpoint = '1TB'")
con.begin()
for file in (*SCHEMA.ddl, *SCHEMA.views):
    con.execute(file.text)
con.commit()
os._exit(0)
"""
    crashed = tmp_path / "crashed.duckdb"
    subprocess.run([sys.executable, "-c", script, str(crashed)], check=True)
    assert crashed.with_name("crashed.duckdb.wal").stat().st_size > 0
    with duckdb.connect(crashed) as con:
        assert con.execute("SELECT count(*) FROM main.events").fetchone() == (0,)


def test_a_warehouse_appears_whole(tmp_path: Path) -> None:
    file = tmp_path / "new.duckdb"
    create(file, NOW)
    before = file.read_bytes()
    create(file, NOW)
    assert file.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["new.duckdb"]


def test_an_edited_step_is_refused() -> None:
    edited = replace(SCHEMA, ddl=(replace(SCHEMA.ddl[0], text=SCHEMA.ddl[0].text + "\n-- edited"), *SCHEMA.ddl[1:]))
    with duckdb.connect() as con:
        migrate(con, NOW)
        with pytest.raises(WarehouseError, match="was changed after it had been applied"):
            migrate(con, NOW, edited)


def test_changed_views_replace_the_old_ones() -> None:
    changed = Schema(
        ddl=SCHEMA.ddl, views=(SqlFile(name="10_only.sql", text="CREATE VIEW main.only AS SELECT 1 AS one;"),)
    )
    names = "SELECT view_name FROM duckdb_views() WHERE NOT internal"
    with duckdb.connect() as con:
        migrate(con, NOW)
        migrate(con, NOW, changed)
        assert con.execute(names).fetchall() == [("only",)]


def test_broken_views_leave_the_old_ones() -> None:
    broken = Schema(ddl=SCHEMA.ddl, views=(SqlFile(name="10_bad.sql", text="CREATE VIEW main.bad AS FROM nowhere;"),))
    with duckdb.connect() as con:
        migrate(con, NOW)
        with pytest.raises(WarehouseError, match="stay as they were"):
            migrate(con, NOW, broken)
        assert con.execute("SELECT count(*) FROM main.events").fetchone() == (0,)


def test_somebody_elses_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with duckdb.connect(path) as con:
        con.execute("CREATE TABLE accounts (a INTEGER)")
    with pytest.raises(WarehouseError, match="tables of something else"):
        Warehouse(path).append(batch(extraction(1)))
    with duckdb.connect(path) as con:
        assert con.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("accounts",)]
