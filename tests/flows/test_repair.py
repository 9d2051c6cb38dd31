"""What is broken on purpose is named by `check`, rebuilt by `repair`, and equal to what it was."""

import gzip
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import duckdb
import pytest

from flows.pipeline import extractor, recorded_run
from flows.repair import repair
from flows.settings import Settings
from tests.flows.conftest import Replayed, type_command
from tests.warehouse.facts import facts
from warehouse import read
from warehouse.batches import Batch, utc_now
from warehouse.checks import run_checks
from warehouse.connection import WRITING
from warehouse.store import Warehouse

TIMELINE = "FROM timeline ORDER BY ALL"
INCIDENTS = "FROM incident_reports ORDER BY ALL"


@pytest.fixture
def whole(seeds: Replayed, tmp_path: Path) -> Warehouse:
    """A copy of the seeds' warehouse that a test may break."""
    warehouse = Warehouse(tmp_path / "w.duckdb")
    copyfile(seeds.warehouse, warehouse.path)
    copyfile(Warehouse(seeds.warehouse).published_path, warehouse.published_path)
    return warehouse


def break_it(path: Path, sql: str) -> None:
    with duckdb.connect(path, config=WRITING) as con:
        con.execute(sql)


def told(path: Path) -> tuple[Any, ...]:
    return tuple(read.query(path, sql).rows for sql in (TIMELINE, INCIDENTS))


def failing(path: Path) -> set[str]:
    return {failed.check.name[:3] for failed in run_checks(path)}


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        pytest.param("DELETE FROM core.events WHERE event_type = 'ASSAULT'", {"005", "007"}, id="events are gone"),
        pytest.param(
            "INSERT INTO core.events FROM core.events LIMIT 3; INSERT INTO core.sentences FROM core.sentences LIMIT 1;"
            "INSERT INTO core.quantities FROM core.quantities LIMIT 1",
            {"002", "003", "004", "007"},
            id="rows are there twice",
        ),
        pytest.param("DELETE FROM core.quantities", {"005"}, id="numbers are gone"),
        pytest.param("UPDATE core.event_mentions SET trigger_offset = 0", {"006"}, id="evidence is moved"),
        pytest.param("DELETE FROM core.event_mentions", {"008", "010"}, id="no event is told"),
        pytest.param("DELETE FROM core.quantities WHERE quantity_index > 2", {"007"}, id="the last numbers are gone"),
        pytest.param("DELETE FROM core.sentences WHERE sentence_index % 5 = 2", {"012"}, id="some sentences are gone"),
        pytest.param(
            "DELETE FROM core.event_parties WHERE party_index = 0 AND event_id IN "
            "(SELECT event_id FROM core.event_parties WHERE role = 'actor' AND party_index = 1)",
            {"012"},
            id="the first of several actors are gone",
        ),
        pytest.param(
            "INSERT INTO core.event_parties FROM core.event_parties;"
            "INSERT INTO core.event_mentions FROM core.event_mentions",
            {"012"},
            id="parties and words are there twice",
        ),
        pytest.param("DELETE FROM core.articles", {"005", "007", "009"}, id="articles are gone"),
        pytest.param(
            "DELETE FROM core.readings; DELETE FROM core.articles; DELETE FROM core.events; DELETE FROM core.sentences;"
            "DELETE FROM core.event_parties; DELETE FROM core.event_mentions; DELETE FROM core.quantities;"
            "DELETE FROM core.event_quantities",
            {"007", "009"},
            id="only the pages are left",
        ),
    ],
)
def test_what_is_broken_in_the_warehouse_is_read_again(whole: Warehouse, sql: str, names: set[str]) -> None:
    before, view = facts(whole.path), told(whole.path)
    break_it(whole.path, sql)
    whole.publish(anew=True)
    assert failing(whole.path) >= names
    repaired = repair(Settings(warehouse=whole.path, workers=1))
    assert all(each.is_whole for each in repaired)
    assert run_checks(whole.path) == ()
    assert facts(whole.path) == before
    assert told(whole.path) == view


@pytest.mark.parametrize(
    ("harm", "names"),
    [
        pytest.param(
            lambda path: break_it(path, "DELETE FROM core.incident_reports"), {"011", "014"}, id="no incidents"
        ),
        pytest.param(lambda path: break_it(path, "DELETE FROM core.kept_events"), {"010", "011"}, id="no events"),
        pytest.param(
            lambda path: break_it(path, "UPDATE core.event_mentions SET clause_offset = 0"),
            {"006"},
            id="moved evidence",
        ),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:8000]), None, id="cut"),
        pytest.param(lambda path: path.unlink(), None, id="gone"),
    ],
)
def test_the_published_copy_is_made_anew(
    whole: Warehouse, harm: Callable[[Path], None], names: set[str] | None
) -> None:
    view = told(whole.path)
    harm(whole.published_path)
    if names is not None:
        assert failing(whole.path) == names
    result = type_command(whole.path, "repair", "--format", "csv")
    assert result.exit_code == 0, result.stderr
    assert "made anew" in result.stdout
    assert run_checks(whole.path) == ()
    assert told(whole.path) == view


@pytest.fixture(scope="module")
def spooled(seeds: Replayed, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The seeds as a batch in the outbox."""
    settings = Settings(warehouse=tmp_path_factory.mktemp("spooled") / "w.duckdb", workers=1)
    pages = [page for chunk in Warehouse(seeds.warehouse).pages() for page in chunk]
    with recorded_run("replay", settings) as run, extractor(settings, 2) as extract:
        batch = Batch(source="replay", window="w", run_id=run.run_id, extractions=tuple(extract(pages)))
        return run.warehouse.outbox.spool(batch, utc_now()).read_bytes()


def quarantined(path: Path, data: bytes) -> Warehouse:
    warehouse = Warehouse(path)
    folder = warehouse.outbox.folder / "quarantine"
    folder.mkdir(parents=True)
    (folder / "00000000-0000-0000-0000-000000000001.json.gz").write_bytes(data)
    warehouse.publish()
    return warehouse


def without_events(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace(b'"ASSAULT"', b'"ASSAILT"'))


@pytest.mark.parametrize(
    ("change", "done"),
    [
        pytest.param(lambda data: data, "loaded", id="what was put aside by an error that is mended"),
        pytest.param(without_events, "its 2 pages were read again", id="values the schema cannot hold"),
        pytest.param(lambda data: data[:-2000], "its 2 pages were read again", id="cut behind its pages"),
    ],
)
def test_a_batch_that_was_put_aside_is_rebuilt(
    seeds: Replayed, spooled: bytes, tmp_path: Path, change: Callable[[bytes], bytes], done: str
) -> None:
    warehouse = quarantined(tmp_path / "w.duckdb", change(spooled))
    assert failing(warehouse.path) == {"out"}
    (batch, _) = repair(Settings(warehouse=warehouse.path, workers=1))
    assert (batch.what, batch.done) == ("batch", done)
    assert run_checks(warehouse.path) == ()
    assert told(warehouse.path) == told(seeds.warehouse)


def test_what_is_lost_is_named_and_not_hidden(spooled: bytes, tmp_path: Path) -> None:
    warehouse = quarantined(tmp_path / "w.duckdb", spooled[:300])
    result = type_command(warehouse.path, "repair", "--format", "csv")
    assert result.exit_code == 4
    assert "the rest is lost" in result.stdout
    assert failing(warehouse.path) == {"out"}


def test_an_article_whose_page_is_not_kept_stays_and_is_named(whole: Warehouse) -> None:
    break_it(whole.path, "UPDATE raw.pages SET body_gzip = NULL; UPDATE core.event_mentions SET trigger_offset = 0")
    rows = facts(whole.path)
    repaired = repair(Settings(warehouse=whole.path, workers=1))
    assert [each.what for each in repaired if not each.is_whole] == ["extraction", "extraction"]
    assert facts(whole.path) == rows


def test_a_whole_warehouse_is_left_as_it_is_however_often(whole: Warehouse) -> None:
    before = facts(whole.path)
    for _ in range(2):
        assert [each.what for each in repair(Settings(warehouse=whole.path))] == ["published copy"]
    assert facts(whole.path) == before


def test_what_breaks_again_is_repaired_again(whole: Warehouse) -> None:
    before = facts(whole.path)
    for _ in range(2):
        break_it(whole.path, "DELETE FROM core.events")
        repair(Settings(warehouse=whole.path, workers=1))
        assert facts(whole.path) == before


def test_check_says_that_repair_helps(whole: Warehouse) -> None:
    break_it(whole.published_path, "DELETE FROM core.incident_reports")
    result = type_command(whole.path, "check")
    assert result.exit_code == 4
    assert "eventwire repair" in result.stderr
