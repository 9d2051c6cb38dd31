"""Each check finds what it is there for, and finds nothing in a sound warehouse."""

import duckdb
import pytest

from tests.warehouse.material import batch, extraction, unreadable
from warehouse.batches import utc_now
from warehouse.checks import read_checks, run_checks
from warehouse.connection import WRITING
from warehouse.store import Warehouse

BREAKS = {
    "001_article_extractions_are_unique": "INSERT INTO core.articles FROM core.articles LIMIT 1",
    "002_events_are_unique": "INSERT INTO core.events FROM core.events LIMIT 1",
    "003_sentences_are_unique": "INSERT INTO core.sentences FROM core.sentences LIMIT 1",
    "004_quantities_are_unique": "INSERT INTO core.quantities FROM core.quantities LIMIT 1",
    "005_nothing_hangs_in_the_air": "DELETE FROM core.events WHERE event_type = 'REQUEST'",
    "006_evidence_is_the_text": "UPDATE core.event_mentions SET trigger_offset = trigger_offset + 1",
    "007_batches_count_their_rows": "UPDATE meta.batches SET events_new = events_new + 1",
    "008_events_are_told": "DELETE FROM core.event_mentions WHERE trigger_text = 'called'",
    "009_pages_are_read": "DELETE FROM core.readings WHERE outcome = 'quarantined'",
    "010_published_events_are_those_of_the_tables": "DELETE FROM core.kept_events WHERE event_type = 'ASSAULT'",
    "011_every_report_has_one_incident": "DELETE FROM core.incident_reports",
    "012_nothing_is_missing": "DELETE FROM core.sentences WHERE sentence_index = 1",
    "013_things_have_unit_and_outcome": "UPDATE core.quantities SET count_type = NULL",
    "014_kept_rows_are_those_of_the_tables": "DELETE FROM core.kept_quantities",
}


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    warehouse.append(batch(extraction(1), extraction(2, edit="🕊 Ⅷ é."), unreadable(3)))
    warehouse.publish()
    return warehouse


def test_a_sound_warehouse_passes(filled: Warehouse) -> None:
    assert run_checks(filled.path) == ()


def test_every_check_is_tried_here_and_says_what_it_finds() -> None:
    assert [check.name for check in read_checks()] == sorted(BREAKS)
    assert all(check.level == "error" and check.message for check in read_checks())


@pytest.mark.parametrize("name", BREAKS)
def test_a_check_finds_what_it_is_there_for(filled: Warehouse, name: str) -> None:
    with duckdb.connect(filled.published_path, config=WRITING) as con:
        if name.startswith("001"):  # the primary key forbids it, so the check is for files that lost theirs
            con.execute("CREATE TABLE core.copies AS FROM core.articles")
            con.execute("DROP TABLE core.articles")
            con.execute("ALTER TABLE core.copies RENAME TO articles")
        con.execute(BREAKS[name])
    (found, *_) = [failed for failed in run_checks(filled.path) if failed.check.name == name]
    assert found.rows >= 1
    assert found.first


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM core.events WHERE event_index = 0",
        "DELETE FROM core.quantities",
        "DELETE FROM core.event_mentions WHERE mention_index = 0",
        "DELETE FROM core.event_parties WHERE role = 'actor' AND party_index = 0",
        "DELETE FROM core.sentences",
        "INSERT INTO core.event_parties FROM core.event_parties LIMIT 1",
        "INSERT INTO core.event_mentions FROM core.event_mentions LIMIT 1",
    ],
)
def test_rows_that_are_gone_or_there_twice_are_found_in_every_table(filled: Warehouse, sql: str) -> None:
    with duckdb.connect(filled.published_path, config=WRITING) as con:
        con.execute(sql)
    assert run_checks(filled.path)


def test_a_batch_in_quarantine_is_named(filled: Warehouse) -> None:
    waiting = filled.outbox.spool(batch(extraction(4), window="cut"), utc_now())
    waiting.write_bytes(waiting.read_bytes()[:200])
    filled.drain()
    (found,) = run_checks(filled.path)
    assert (found.check.name, found.rows) == ("outbox_is_loaded", 1)
    assert waiting.name in found.first
