"""The whole warehouse goes out as Parquet and comes back equal in every table, row and comment."""

import json
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from extractors.errors import SchemaTooNew, UsageError, WarehouseError
from tests.warehouse.cookbook import replay_seeds
from tests.warehouse.facts import everything
from tests.warehouse.material import batch, extraction, unreadable
from warehouse import read
from warehouse.checks import run_checks
from warehouse.migrations import SCHEMA, create
from warehouse.sources import Poll, Sighting, Visit
from warehouse.store import Warehouse
from warehouse.transfer import import_all

NOW = datetime.fromisoformat("2020-03-05T12:00")
LIVE = (
    Poll(source_name="rss", url="https://news.example/rss", polled_at=NOW, outcome="changed", next_poll_at=NOW),
    Sighting(article_key="dw:1", url="https://news.example/a-1", source="dw", source_name="rss", sighted_at=NOW),
    Visit(
        article_key="dw:1", url="https://news.example/a-1", visited_at=NOW, outcome="fetched", is_changed=True, rung=0,
        next_visit_at=None, page_id=UUID(int=3),
    ),
)  # fmt: skip


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    run = warehouse.start_run("replay", "folder", extractor_version="0.1.0")
    first = batch(extraction(1), extraction(2, edit="🕊 Ⅷ é."), unreadable(3), cursor="2020-03-04")
    warehouse.append(replace(first, run_id=run, records=LIVE))
    warehouse.append(batch(extraction(1, version="0.2.0"), window="newer"))
    warehouse.finish_run(run)
    return warehouse


def test_every_table_comes_back_equal(filled: Warehouse, tmp_path: Path) -> None:
    written = filled.export(tmp_path / "out")
    back = tmp_path / "back.duckdb"
    import_all(tmp_path / "out", back, NOW)
    before = everything(filled.path)
    assert everything(back) == before
    empty = {table for table, rows in before.items() if rows == []}
    assert empty == {"core.incident_reports"}  # only the published copy fills it
    assert {table: len(rows) for table, rows in before.items() if table in written} == written


def test_the_seeds_come_back_equal_and_publish_the_same(tmp_path: Path) -> None:
    seeds = Warehouse(replay_seeds(tmp_path))
    seeds.export(tmp_path / "out")
    back = Warehouse(tmp_path / "back.duckdb")
    import_all(tmp_path / "out", back.path, NOW)
    assert everything(back.path) == everything(seeds.path)
    back.publish()
    assert run_checks(back.path) == ()
    for view in ("events", "quantities", "incidents", "incident_reports", "tolls", "as_plover"):
        sql = f"FROM {view} ORDER BY ALL"
        assert read.query(back.path, sql) == read.query(seeds.path, sql)


def test_pages_come_back_as_they_were_fetched(filled: Warehouse, tmp_path: Path) -> None:
    filled.export(tmp_path / "out")
    back = Warehouse(tmp_path / "back.duckdb")
    import_all(tmp_path / "out", back.path, NOW)
    assert list(back.pages()) == list(filled.pages())


def test_a_batch_that_waits_is_taken_along(filled: Warehouse, tmp_path: Path) -> None:
    filled.outbox.spool(batch(extraction(5), window="waiting"), NOW)
    assert filled.export(tmp_path / "out")["core.articles"] == 4


def test_what_an_earlier_schema_wrote_is_brought_up_to_date(tmp_path: Path) -> None:
    earlier = replace(SCHEMA, ddl=SCHEMA.ddl[:3], views=())
    old = Warehouse(tmp_path / "old.duckdb", schema=earlier)
    create(old.path, NOW, earlier)
    old.export(tmp_path / "out")
    back = Warehouse(tmp_path / "back.duckdb")
    import_all(tmp_path / "out", back.path, NOW)
    back.append(batch(extraction(1)))
    back.publish()
    assert len(read.query(back.path, "FROM events").rows) == 1


def damage(folder: Path) -> None:
    file = folder / "core.events.parquet"
    file.write_bytes(file.read_bytes()[:-40] + bytes(40))


def forget(folder: Path) -> None:
    (folder / "core.events.parquet").unlink()


def rewrite(folder: Path, **changes: Any) -> None:
    file = folder / "datapackage.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


@pytest.mark.parametrize(
    ("harm", "error", "said"),
    [
        pytest.param(damage, UsageError, "not what was exported", id="a damaged file"),
        pytest.param(forget, UsageError, "missing", id="a missing file"),
        pytest.param(lambda f: rewrite(f, schema_version=99), SchemaTooNew, "newer eventwire", id="a newer schema"),
        pytest.param(lambda f: rewrite(f, name="poems"), UsageError, "no export of a whole", id="another package"),
        pytest.param(lambda f: rewrite(f, resources=[]), UsageError, "lacks", id="a descriptor that names nothing"),
        pytest.param(lambda f: (f / "datapackage.json").unlink(), UsageError, "no export", id="no descriptor"),
    ],
)
def test_what_is_not_whole_makes_no_warehouse(
    filled: Warehouse, tmp_path: Path, harm: Any, error: type[WarehouseError], said: str
) -> None:
    filled.export(tmp_path / "out")
    harm(tmp_path / "out")
    with pytest.raises(error, match=said):
        import_all(tmp_path / "out", tmp_path / "back.duckdb", NOW)
    assert [path.name for path in tmp_path.glob("*back*")] == []


def test_a_warehouse_that_is_there_is_left_alone(filled: Warehouse, tmp_path: Path) -> None:
    filled.export(tmp_path / "out")
    other = tmp_path / "other.duckdb"
    shutil.copyfile(filled.path, other)
    before = other.read_bytes()
    with pytest.raises(UsageError, match="there already"):
        import_all(tmp_path / "out", other, NOW)
    assert other.read_bytes() == before
