"""A newer extractor reads stored pages again: what the older one read stays, and is shown and counted no more."""

from dataclasses import replace
from datetime import datetime

import pytest

from extractors.model import Extraction
from tests.warehouse.facts import facts
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.checks import run_checks
from warehouse.store import Warehouse

OLD, NEW = "0.9.0", "0.10.0"
EARLY, LATE = datetime.fromisoformat("2020-03-04T10:00"), datetime.fromisoformat("2020-03-04T12:00")
COUNTED = (
    "SELECT sum(reports) FROM daily_counts",
    "SELECT count(*) FROM events",
    "SELECT count(*) FROM all_events",
    "SELECT count(*) FROM quantities",
    "SELECT count(*) FROM articles",
    "SELECT count(*), sum(reports) FROM incidents",
    "SELECT count(*) FROM tolls",
    "SELECT count(*) FROM statements",
    "SELECT count(*) FROM sentences",
    "SELECT sum(articles_published) FROM coverage",
)


def first() -> tuple[Extraction, ...]:
    """What the older extractor read: an article, another one and its edit."""
    return (
        extraction(1, version=OLD, fetched_at=EARLY),
        extraction(2, version=OLD, fetched_at=EARLY),
        extraction(2, edit="It went on.", version=OLD, fetched_at=LATE),
    )


def again(old: Extraction) -> Extraction:
    """The newer extractor's reading of a page: no appeal any more, and a vaguer place."""
    event = replace(old.events[0], place=replace(old.events[0].place, precision=2) if old.events[0].place else None)
    return replace(old, extractor_version=NEW, events=(event,))


def fill(warehouse: Warehouse, *batches: tuple[Extraction, ...]) -> Warehouse:
    for number, some in enumerate(batches):
        warehouse.append(batch(*some, window=str(number)))
        warehouse.publish()
    return warehouse


def counted(warehouse: Warehouse) -> list[object]:
    return [read.query(warehouse.path, sql).rows for sql in COUNTED]


def test_what_the_older_extractor_read_stays_beside_the_new(warehouse: Warehouse) -> None:
    before = facts(fill(warehouse, first()).path)
    after = facts(fill(warehouse, tuple(map(again, first()))).path)
    for table, rows in before.items():
        assert set(map(repr, rows)) <= set(map(repr, after[table])), table
    held = "SELECT extractor_version, count(*) FROM core.articles GROUP BY ALL ORDER BY ALL"
    assert read.query(warehouse.path, held).rows == ((NEW, 3), (OLD, 3))
    assert run_checks(warehouse.path) == ()


@pytest.mark.parametrize("order", ["newer last", "newer first"])
def test_views_show_and_count_only_what_the_newest_read(warehouse: Warehouse, order: str) -> None:
    new = tuple(map(again, first()))
    both = (first(), new) if order == "newer last" else (new, first())
    fill(warehouse, *both)
    alone = fill(Warehouse(warehouse.path.with_name("alone.duckdb")), new)
    assert counted(warehouse) == counted(alone)
    for name in ("articles", "all_events", "quantities", "sentences"):
        versions = f"SELECT DISTINCT held.extractor_version FROM {name} JOIN core.articles held USING (extraction_id)"  # noqa: S608
        assert read.query(warehouse.path, versions).rows == ((NEW,),)
    assert run_checks(warehouse.path) == ()


def reread(old: Extraction, **changes: str) -> Extraction:
    """The newer extractor's reading of a page: with another text, or with another key, too."""
    assert old.article is not None
    new = extraction(int(old.article.article_key.split(":")[1]), edit="A caption that was no caption.", version=NEW)
    assert new.article is not None
    return replace(new, page=old.page, article=replace(new.article, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{}, {"article_key": "text:other"}], ids=["another text", "another key"])
def test_a_page_that_is_read_otherwise_is_no_second_article_and_no_edit(
    warehouse: Warehouse, changes: dict[str, str]
) -> None:
    fill(warehouse, (extraction(1, version=OLD),))
    before = counted(warehouse)[:2]
    fill(warehouse, (reread(extraction(1, version=OLD), **changes),))
    assert counted(warehouse)[:2] == before
    assert read.query(warehouse.path, "SELECT extractor_version, revisions FROM articles").rows == ((NEW, 1),)
    assert read.query(warehouse.path, "FROM changes").rows == ()
    assert run_checks(warehouse.path) == ()


def test_changes_tell_an_edit_apart_from_a_newer_reading(warehouse: Warehouse) -> None:
    """The edit is seen by the newer extractor first; then it reads the old page again, too."""
    old, edited = extraction(2, version=OLD, fetched_at=EARLY), first()[2]
    fill(warehouse, (old,))
    fill(warehouse, (again(edited),))
    asked = "SELECT subject, change, is_same_extractor FROM changes ORDER BY ALL"
    assert read.query(warehouse.path, asked).rows == (
        ("event", "removed", False),
        ("text", "added", False),
    )
    fill(warehouse, (again(old),))
    assert read.query(warehouse.path, asked).rows == (("text", "added", True),)


def test_a_page_the_newer_extractor_cannot_read_keeps_its_article(warehouse: Warehouse) -> None:
    old = extraction(1, version=OLD)
    fill(warehouse, (old,), (Extraction(page=old.page, extractor_version=NEW),))
    assert read.query(warehouse.path, "SELECT extractor_version FROM articles").rows == ((OLD,),)
