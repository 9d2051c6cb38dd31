"""Days of the past are fetched once, in any number of tries, and what is live is left as it was."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from extractors.errors import SourceUnavailable, UsageError
from flows.live.backfill import backfill, backfill_archives
from flows.pipeline import Summary
from flows.settings import Settings
from flows.sources.catalogue import Source
from flows.sources.days import Days
from tests.flows.conftest import type_command
from tests.flows.live.conftest import FEED, SHELLING, SITEMAP, TALKS, Ingest
from tests.flows.live.publisher import FakeTime, Publisher, Story, network
from warehouse import read
from warehouse.paths import archive_path

ARCHIVE = replace(SITEMAP, name="archive", url="https://www.dw.com/sitemap.xml", is_polled=False)
DECEMBER = Days(first=date(2016, 12, 1), last=date(2016, 12, 31))


def old(number: int, day: int) -> Story:
    moment = datetime(2016, 11, 30, 9) + timedelta(days=day)  # noqa: DTZ001 - naive UTC
    text = (
        f"Rebel fighters shelled the Syrian port city of Latakia on Wednesday, killing at least {number % 90} people."
    )
    return Story(number=number, title=f"Shelling {number}", text=(text,), published=moment, modified=moment)


def urlset(*stories: Story) -> tuple[int, str, bytes]:
    urls = "".join(f"<url><loc>{s.url}</loc><lastmod>{s.modified.isoformat()}Z</lastmod></url>" for s in stories)
    return 200, "application/xml", f"<urlset>{urls}</urlset>".encode()


@pytest.fixture
def kept(publisher: Publisher) -> list[Story]:
    """An archive with two articles of December 2016, one of January, and sitemaps of other years."""
    stories = [old(36700001, 7), old(36700002, 12), old(36900003, 35)]
    publisher.publish(*stories)
    index = "".join(
        f"<sitemap><loc>https://www.dw.com/en/{name}.xml</loc></sitemap>"
        for name in ("from-2013-03-01-to-2013-08-01", "from-2016-11-01-to-2017-02-01", "from-2020-01-01-to-2020-02-01")
    )
    publisher.extra["/sitemap.xml"] = (200, "application/xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    publisher.extra["/en/from-2016-11-01-to-2017-02-01.xml"] = urlset(*stories)
    return stories


def december(settings: Settings, publisher: Publisher, time: FakeTime, *sources: Source) -> Summary:
    return backfill(settings, sources or (ARCHIVE,), DECEMBER, network=network(publisher, time))


def keys(settings: Settings) -> list[object]:
    return [key for (key,) in read.query(settings.warehouse, "SELECT article_key FROM articles ORDER BY 1").rows]


def test_the_articles_of_the_days_are_fetched_and_the_same_again_fetches_nothing(
    settings: Settings, publisher: Publisher, time: FakeTime, kept: list[Story]
) -> None:
    summary = december(settings, publisher, time)
    assert (summary.new_articles, summary.issues) == (2, 0)
    assert keys(settings) == ["dw:36700001", "dw:36700002"]
    assert "www.dw.com/en/from-2013-03-01-to-2013-08-01.xml" not in publisher.asked
    again = december(settings, publisher, time)
    assert (again.pages, again.new_articles) == (0, 0)
    assert all(publisher.asked[f"www.dw.com{story.path}"] == 1 for story in kept[:2])


def test_a_backfill_leaves_polls_and_what_is_due_alone(
    run: Ingest, settings: Settings, publisher: Publisher, time: FakeTime, kept: list[Story]
) -> None:
    publisher.stories = {story.number: story for story in (SHELLING, TALKS)}
    run()
    publisher.publish(*kept)
    polls = read.query(settings.warehouse, "FROM meta.polls").rows
    december(settings, publisher, time, FEED, ARCHIVE)
    assert read.query(settings.warehouse, "FROM meta.polls").rows == polls
    due = "SELECT DISTINCT next_visit_at FROM meta.visits WHERE article_key LIKE 'dw:36%'"
    assert read.query(settings.warehouse, due).rows == ((None,),)  # ten years old: not watched for edits
    assert len(keys(settings)) == 4


def test_a_backfill_that_breaks_off_leaves_nothing_for_the_next_poll_and_goes_on(
    run: Ingest, settings: Settings, publisher: Publisher, time: FakeTime, kept: list[Story]
) -> None:
    said: list[str] = []
    assert len(kept) == 3

    def break_off(text: str) -> None:
        said.append(text)
        if text.startswith("1 of"):
            raise KeyboardInterrupt

    one_by_one = replace(settings, batch_size=1)
    with pytest.raises(KeyboardInterrupt):
        backfill(one_by_one, (ARCHIVE,), DECEMBER, network=network(publisher, time), say=break_off)
    assert "2 articles to fetch, 0 are known" in said
    publisher.extra["/rdf/rss-en-all"] = (200, "application/rdf+xml", b'<rss version="2.0"><channel/></rss>')
    run()
    assert len(keys(settings)) == 1
    december(settings, publisher, time)
    assert keys(settings) == ["dw:36700001", "dw:36700002"]


def test_an_archive_that_cannot_be_had_is_an_error_and_one_of_two_an_issue(
    settings: Settings, publisher: Publisher, time: FakeTime, kept: list[Story]
) -> None:
    lost = replace(ARCHIVE, name="lost", url="https://www.dw.com/lost.xml")
    publisher.extra["/lost.xml"] = (503, "text/html", b"")
    with pytest.raises(SourceUnavailable):
        december(settings, publisher, time, lost)
    assert december(settings, publisher, time, lost, ARCHIVE).issues == 1
    assert len(keys(settings)) == len(kept) - 1


def test_stored_responses_of_the_days_are_read_without_the_network(
    run: Ingest, settings: Settings, publisher: Publisher, time: FakeTime, tmp_path: Path
) -> None:
    run()
    time.pass_by(days=3)
    publisher.publish(replace(TALKS, number=79000009, title="Later", text=("Troops entered Homs on Friday.",)))
    run()
    again = replace(settings, warehouse=tmp_path / "again.duckdb")
    first = time.moment.date() - timedelta(days=3)
    asked = publisher.asked.total()
    summary = backfill_archives(again, [archive_path(settings.warehouse)], Days(first=first, last=first))
    assert summary.new_articles == 2
    assert keys(again) == ["dw:79000001", "dw:79000002"]
    assert publisher.asked.total() == asked


def test_days_that_end_before_they_begin_are_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give the earlier day first"):
        Days(first=date(2017, 1, 1), last=date(2016, 1, 1))
    done = type_command(tmp_path / "w.duckdb", "backfill", "--from", "2017-01-01", "--to", "2016-01-01")
    assert done.exit_code == 2
    done = type_command(tmp_path / "w.duckdb", "backfill", "--from", "2016-01-01", "--to", "2016-01-02", str(tmp_path))
    assert done.exit_code == 3
