"""What sources name, in the shapes they have: feeds of three kinds, sitemaps, lists, and what only looks like one."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import ExtractError
from flows.sources.entries import Entry, feed_entries, list_entries, sitemap_entries
from tests.flows.live.publisher import MORNING, Publisher, Story

URL = "https://rss.dw.com/feed"
PRICE = "https://www.dw.com/en/president-announces-€13-billion-plan/a-79000001?maca=en-rss-en-all-1573-rdf"


def rss(items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode()


def item(link: str, date_line: str = "") -> str:
    return f"<item><title>t</title><link>{link}</link>{date_line}</item>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rss(item(PRICE)), (Entry(url=PRICE),)),
        (
            rss(item("https://x.example/1", "<pubDate>Wed, 09 Sep 2026 23:30:00 GMT</pubDate>")),
            (Entry(url="https://x.example/1", published=date(2026, 9, 9)),),
        ),
        (rss(item("/news/1?a=1&amp;b=2")), (Entry(url="https://rss.dw.com/news/1?a=1&b=2"),)),
        (rss(item("https://x.example/1", "<pubDate>Mi, 9.9.2026</pubDate>")), (Entry(url="https://x.example/1"),)),
        (
            rss(item("https://x.example/1", "<pubDate>Fri, 09 Sep 2033 10:00:00 GMT</pubDate>")),
            (Entry(url="https://x.example/1"),),
        ),
        (rss("<item><title>no link</title></item>"), ()),
        (rss(""), ()),
        (
            b'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>t</title>'
            b'<link href="https://x.example/2"/><updated>2026-09-08T10:00:00Z</updated></entry></feed>',
            (Entry(url="https://x.example/2", published=date(2026, 9, 8)),),
        ),
        (rss(item("https://x.example/1"))[:-16], (Entry(url="https://x.example/1"),)),
        (
            rss(item("https://x.example/pr\xe4sident")).decode().encode("latin-1").replace(
                b'"1.0"', b'"1.0" encoding="ISO-8859-1"'
            ),
            (Entry(url="https://x.example/präsident"),),
        ),
    ],
    ids=[
        "raw letters beyond ASCII stay", "a date is a day of UTC", "a relative link is resolved",
        "a date that nobody can read is none", "a date in the future is none", "an entry without link is passed over",
        "a quiet feed has no entries", "Atom", "a feed that is cut off gives what it has", "an encoding of its own",
    ],
)  # fmt: skip
def test_a_feed_names_its_articles(body: bytes, expected: tuple[Entry, ...]) -> None:
    assert feed_entries(body, url=URL, now=MORNING) == expected


@pytest.mark.parametrize(
    "body",
    [b"<html><body><h1>Sorry</h1></body></html>", b"", b"{}", b"/etc/hostname", b"https://rss.dw.com/feed"],
    ids=["an error page", "nothing", "JSON", "the name of a file", "an address"],
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(ExtractError, match="is no feed"):
        feed_entries(body, url=URL, now=MORNING)


def test_both_of_the_publishers_feeds_name_the_same_articles() -> None:
    publisher = Publisher()
    publisher.publish(*(Story(number=79000000 + n, title=f"Story {n}", text=("x",)) for n in range(3)))
    of_rdf = feed_entries(publisher.rdf().encode(), url=URL, now=MORNING)
    of_rss = feed_entries(publisher.rss().encode(), url=URL, now=MORNING)
    assert [entry.published for entry in of_rdf] == [entry.published for entry in of_rss] == [MORNING.date()] * 3
    assert {entry.url.partition("?")[0] for entry in of_rdf} == {entry.url.partition("?")[0] for entry in of_rss}


SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"<urlset {SPACE} {NEWS}><url><loc> https://x.example/1 </loc><n:news><n:publication_date>"
            "2026-09-09T22:00:00-04:00</n:publication_date><n:title>t</n:title></n:news></url></urlset>",
            Entry(url="https://x.example/1", published=date(2026, 9, 10)),
        ),
        (
            f"<urlset {SPACE}><url><loc>https://x.example/1</loc><lastmod>2013-06-14T08:26:54.000Z</lastmod>"
            "<changefreq>weekly</changefreq></url></urlset>",
            Entry(url="https://x.example/1", modified=datetime(2013, 6, 14, 8, 26, 54)),  # noqa: DTZ001 - naive UTC
        ),
        (
            f"<sitemapindex {SPACE}><sitemap><loc>https://x.example/s.xml</loc></sitemap></sitemapindex>",
            Entry(url="https://x.example/s.xml", kind="sitemap"),
        ),
        (
            "<urlset><url><loc>https://x.example/1?a=1&amp;b=2</loc></url></urlset>",
            Entry(url="https://x.example/1?a=1&b=2"),
        ),
    ],
    ids=["a news sitemap tells the day", "lastmod is no publication", "an index names sitemaps", "without namespace"],
)
def test_a_sitemap_names_its_pages(body: str, expected: Entry) -> None:
    assert sitemap_entries(body.encode(), url=URL, now=MORNING) == (expected,)


def test_entities_of_a_sitemap_are_not_expanded() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>"
    assert sitemap_entries(bomb.encode(), url=URL, now=MORNING) == ()


@pytest.mark.parametrize("body", [b"<html/>", b"", b"nonsense", b"\x00\xff"])
def test_what_is_no_sitemap_is_refused(body: bytes) -> None:
    with pytest.raises(ExtractError, match="is no sitemap"):
        sitemap_entries(body, url=URL, now=MORNING)


def test_a_list_names_an_address_a_line() -> None:
    body = "\ufeff# ours\nhttps://x.example/1\n\n  https://x.example/2  \n".encode()
    assert [entry.url for entry in list_entries(body, url=URL, now=MORNING)] == [
        "https://x.example/1",
        "https://x.example/2",
    ]


@given(st.binary(max_size=300))
def test_any_bytes_give_entries_or_an_extract_error(body: bytes) -> None:
    for read in (feed_entries, sitemap_entries, list_entries):
        with suppress(ExtractError):
            assert all(entry.url for entry in read(body, url=URL, now=MORNING))
