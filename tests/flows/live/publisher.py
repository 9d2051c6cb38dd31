"""A publisher on loopback that behaves like DW: two kinds of feed, sitemaps, pages that are edited and withdrawn."""

import gzip
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

import httpx2

from flows.sources.clock import Clock
from flows.sources.http import Network

MORNING = datetime(2026, 9, 10, 8, 0)  # noqa: DTZ001 - naive UTC as in the warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as the publisher has it."""

    number: int
    title: str
    text: tuple[str, ...]
    published: datetime = MORNING
    modified: datetime = MORNING
    kind: str = "a"
    gone: int | None = None
    """404 or 410 once it is withdrawn."""

    @property
    def path(self) -> str:
        return f"/en/{self.title.lower().replace(' ', '-')}/{self.kind}-{self.number}"

    @property
    def url(self) -> str:
        return f"https://www.dw.com{self.path}"

    def html(self, advert: int = 0) -> str:
        """The page in the layout of 2023; `advert` is furniture that differs at every request."""
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.text)
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{self.title} – DW</title>'
            f'<link rel="canonical" href="{self.url}"><script type="application/ld+json">'
            f'{{"@type":"NewsArticle","headline":"{self.title}","datePublished":"{self.published.isoformat()}Z",'
            f'"dateModified":"{self.modified.isoformat()}Z"}}</script></head><body><main><article><header>'
            f'<span class="kicker">Conflicts</span><h1>{self.title}</h1>'
            f'<p class="teaser-text">{escape(self.text[0])}</p></header>'
            f'<div class="rich-text">{text}</div><footer>Send us your feedback {advert}</footer>'
            "</article></main></body></html>"
        )


@dataclass(slots=True, kw_only=True)
class Publisher:
    """What is on offer now; a test changes it between polls."""

    stories: dict[int, Story] = field(default_factory=dict)
    robots: str = "User-agent: *\nDisallow: /search\n"
    has_validators: bool = True
    adverts: bool = False
    asked: Counter[str] = field(default_factory=Counter)
    statuses: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    port: int = 0
    extra: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    """Status, media type and body of further paths."""
    headers: dict[str, str] = field(default_factory=dict)
    """Sent with every response."""
    breaks: bool = False
    """Whether the feed is out of order."""
    base: str = "https://www.dw.com"
    """What the links in the feed of RSS begin with."""

    def publish(self, *stories: Story) -> None:
        for story in stories:
            self.stories[story.number] = story

    def edit(self, number: int, *text: str, at: datetime) -> None:
        self.stories[number] = replace(self.stories[number], text=text, modified=at)

    def withdraw(self, number: int, status: int = 410) -> None:
        self.stories[number] = replace(self.stories[number], gone=status)

    def respond(self, path: str) -> tuple[int, str, bytes]:
        """Status, media type and body of a path."""
        if path in self.extra:
            return self.extra[path]
        if path == "/robots.txt":
            return 200, "text/plain", self.robots.encode()
        if self.breaks and path == "/rdf/rss-en-all":
            return 503, "text/html", b"<h1>Out of order</h1>"
        if path == "/rdf/rss-en-all":
            return 200, "application/rdf+xml", self.rdf().encode()
        if path == "/xml/rss-en-all":
            return 200, "text/xml; charset=utf-8", self.rss().encode()
        if path == "/en/news-sitemap.xml":
            return 200, "application/xml", self.news_sitemap().encode()
        number = path.partition("?")[0].rpartition("-")[2]
        story = self.stories.get(int(number)) if number.isdecimal() else None
        if story is None or story.gone:
            return (story.gone if story and story.gone else 404), "text/html", b"<html><h1>Gone</h1></html>"
        advert = sum(self.asked.values()) if self.adverts else 0
        return 200, "text/html; charset=utf-8", story.html(advert).encode()

    def rdf(self) -> str:
        listed = [story for story in self.stories.values() if not story.gone]
        items = "".join(
            f'<item rdf:about="{story.url}?maca=en-rss-en-all-1573-rdf"><title>{escape(story.title)}</title>'
            f"<link>{story.url}?maca=en-rss-en-all-1573-rdf</link><description>x</description>"
            f"<dc:date>{story.published.isoformat()}Z</dc:date><dwsyn:contentID>{story.number}</dwsyn:contentID></item>"
            for story in sorted(listed, key=lambda story: story.published, reverse=True)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dwsyn="http://rss.dw.com/syndication/dwsyn/"><channel rdf:about="https://rss.dw.com/x.rdf">'
            f"<title>Deutsche Welle</title><link>https://www.dw.com</link></channel>{items}</rdf:RDF>"
        )

    def rss(self) -> str:
        items = "".join(
            f"<item><title><![CDATA[{story.title}]]></title>"
            f"<link><![CDATA[{self.base}{story.path}?maca=en-rss-en-all-1573-xml-mrss]]></link><guid>{story.number}</guid>"
            f"<pubDate>{story.published:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for story in self.stories.values()
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>DW</title>{items}</channel></rss>'

    def news_sitemap(self) -> str:
        pages = "".join(
            f"<url><loc>{story.url.replace('www.', 'amp.')}</loc><news:news><news:publication_date>"
            f"{story.published.isoformat()}Z</news:publication_date><news:title>{escape(story.title)}</news:title>"
            "</news:news></url>"
            for story in self.stories.values()
        )
        return (
            '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{pages}</urlset>'
        )


class FakeTime:
    """A clock that stands still unless somebody sleeps."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.moment = start

    def pass_by(self, **span: float) -> None:
        self.moment += timedelta(**span)

    @property
    def clock(self) -> Clock:
        return Clock(
            now=lambda: self.moment,
            seconds=lambda: (self.moment - MORNING).total_seconds(),
            sleep=lambda seconds: self.pass_by(seconds=seconds),
        )


class ToLoopback(httpx2.BaseTransport):
    """Takes every host for one port on loopback: real requests to a real server, whatever the address says."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx2.HTTPTransport()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        there = request.url
        request.url = there.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        try:
            return self._inner.handle_request(request)
        finally:
            request.url = there

    def close(self) -> None:
        self._inner.close()


def network(publisher: Publisher, time: FakeTime) -> Network:
    return Network(clock=time.clock, transport=ToLoopback(publisher.port))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that was killed."""


@contextmanager
def serving(publisher: Publisher) -> Iterator[Publisher]:
    """The publisher on a free port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers["Host"]
            publisher.asked[f"{host}{self.path}"] += 1
            publisher.agents.add(self.headers["User-Agent"])
            status, media_type, body = publisher.respond(self.path)
            etag = f'"{md5(body).hexdigest()}"'
            if publisher.has_validators and status == 200 and self.headers["If-None-Match"] == etag:
                status, body = 304, b""
            publisher.statuses.append((self.path, status))
            self.send_response(status)
            for name, value in publisher.headers.items():
                self.send_header(name, value)
            if publisher.has_validators:
                self.send_header("ETag", etag)
            if body and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    publisher.port = server.server_port
    try:
        yield publisher
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
