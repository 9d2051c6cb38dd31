"""What a poll makes of odd answers: what is taken as news, when the source is asked again, what is told of trouble."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from flows.live.discovery import Polled, poll
from flows.sources.catalogue import Source
from flows.sources.http import Fetcher, open_fetcher
from tests.flows.live.conftest import FEED, SITEMAP
from tests.flows.live.publisher import FakeTime, Publisher, network
from warehouse.sources import Poll


@pytest.fixture
def fetcher(publisher: Publisher, time: FakeTime) -> Iterator[Fetcher]:
    with open_fetcher(network(publisher, time), lambda _: None) as fetcher:
        yield fetcher


def ask(fetcher: Fetcher, time: FakeTime, source: Source = FEED, last: Poll | None = None) -> Polled:
    return poll(source, last, fetcher, frozenset, time.moment)


def links(*urls: str) -> bytes:
    items = "".join(f"<item><link>{url}</link></item>" for url in urls)
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()


def test_topic_pages_and_persons_are_never_news(fetcher: Fetcher, publisher: Publisher, time: FakeTime) -> None:
    body = links(
        "https://www.dw.com/en/africa/t-5900",
        "https://www.dw.com/en/someone/person-123",
        "https://www.dw.com/en/news/s-9097",
        "mailto:desk@dw.com",
        "https://www.dw.com/en/election-night/live-70600002",
        "https://www.dw.com/en/a-film/video-68980003",
    )
    publisher.extra["/rdf/rss-en-all"] = (200, "text/xml", body)
    assert {each.article_key for each in ask(fetcher, time).sightings} == {"dw:70600002", "dw:68980003"}


def test_one_article_under_many_addresses_is_one(fetcher: Fetcher, publisher: Publisher, time: FakeTime) -> None:
    body = links(
        "https://www.dw.com/en/some-slug/a-68117411?maca=en-rss",
        "http://m.dw.com/en/another-slug/a-68117411",
        "https://p.dw.com/p/4boRv",
        "https://www.dw.com/a-68117411",
    )
    publisher.extra["/rdf/rss-en-all"] = (200, "text/xml", body)
    assert [each.article_key for each in ask(fetcher, time).sightings] == ["dw:68117411"]


def test_links_abroad_are_told_and_not_followed(fetcher: Fetcher, publisher: Publisher, time: FakeTime) -> None:
    publisher.extra["/rdf/rss-en-all"] = (200, "text/xml", links("http://127.0.0.1:4200/api/admin"))
    polled = ask(fetcher, time)
    assert polled.sightings == ()
    assert [(issue.level, issue.code) for issue in polled.issues] == [("info", "link_abroad")]


def test_a_validator_that_changes_with_every_answer_is_no_change(
    fetcher: Fetcher, publisher: Publisher, time: FakeTime
) -> None:
    publisher.has_validators = False
    publisher.headers["ETag"] = '"one"'
    first = ask(fetcher, time).poll
    publisher.headers["ETag"] = '"two"'
    again = ask(fetcher, time, last=first)
    assert (again.poll.outcome, again.poll.http_status) == ("unchanged", 200)
    assert not again.is_news(first)


def test_a_validator_that_never_changes_is_believed_for_a_day(fetcher: Fetcher, time: FakeTime) -> None:
    first = ask(fetcher, time).poll
    time.pass_by(hours=23)
    assert ask(fetcher, time, last=first).poll.http_status == 304
    time.pass_by(hours=2)
    assert ask(fetcher, time, last=first).poll.http_status == 200


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [({}, 15), ({"Cache-Control": "max-age=60"}, 15), ({"Cache-Control": "public, max-age=3600"}, 60)],
    ids=["the source's interval", "a shorter one of the server is no reason to hurry", "a longer one is kept"],
)
def test_when_a_source_is_asked_again(
    fetcher: Fetcher, publisher: Publisher, time: FakeTime, headers: dict[str, str], minutes: int
) -> None:
    publisher.headers |= headers
    told = ask(fetcher, time).poll
    assert told.next_poll_at == told.polled_at + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, "text/html", b"<html><body>Please log in</body></html>"), "is no feed"),
        ((200, "application/pdf", b"%PDF-1.4"), "is no feed"),
        ((403, "text/html", b"no"), "403 Forbidden"),
    ],
    ids=["an error page", "another thing altogether", "a refusal"],
)
def test_what_is_no_feed_is_a_failed_poll_that_waits_longer_each_time(
    fetcher: Fetcher, publisher: Publisher, time: FakeTime, answer: tuple[int, str, bytes], reason: str
) -> None:
    good = ask(fetcher, time).poll
    publisher.extra["/rdf/rss-en-all"] = answer
    time.pass_by(days=2)
    first = ask(fetcher, time, last=good)
    assert first.is_news(good)
    assert (first.poll.outcome, first.poll.failures, first.poll.etag) == ("failed", 1, good.etag)
    assert reason in str(first.poll.message)
    assert [issue.code for issue in first.issues] == ["source_failed"]
    second = ask(fetcher, time, last=first.poll).poll
    gaps = [each.next_poll_at - each.polled_at for each in (first.poll, second)]
    assert gaps[0] < gaps[1]
    long = ask(fetcher, time, last=replace(second, failures=500)).poll
    assert long.next_poll_at - long.polled_at == timedelta(days=1)


def test_an_index_leads_to_the_sitemaps_that_changed(fetcher: Fetcher, publisher: Publisher, time: FakeTime) -> None:
    index = (
        "<sitemapindex><sitemap><loc>https://www.dw.com/en/news-sitemap.xml</loc></sitemap><sitemap>"
        "<loc>https://www.dw.com/en/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap></sitemapindex>"
    )
    publisher.extra["/sitemap.xml"] = (200, "application/xml", index.encode())
    publisher.extra["/en/old.xml"] = (200, "application/xml", b"<urlset/>")
    source = replace(SITEMAP, url="https://www.dw.com/sitemap.xml")
    first = ask(fetcher, time, source)
    assert len(first.sightings) == 2
    assert publisher.asked["www.dw.com/en/old.xml"] == 1
    ask(fetcher, time, source, last=replace(first.poll, body_sha256=None, etag=None))
    assert publisher.asked["www.dw.com/en/old.xml"] == 1
