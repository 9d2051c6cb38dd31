"""The fetcher against a server that misbehaves in every way we know of; a real server on loopback, no mocks."""

import gzip
import socketserver
import threading
import time as real
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from flows.sources.clock import Clock
from flows.sources.exchange import Ask, Exchange, Refused, Unavailable
from flows.sources.http import PATIENCE, Fetcher, Network, open_fetcher

NOW = datetime(2026, 9, 10, 8, 0)  # noqa: DTZ001 - naive UTC as everywhere
PAGE = b"<html><body><p>All is well.</p></body></html>"
BOMB = gzip.compress(b"0" * 60_000_000)


def response(status: str = "200 OK", body: bytes = PAGE, **headers: str) -> bytes:
    told = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n".encode() + body


RESPONSES: dict[str, list[bytes]] = {
    "/robots.txt": [response(body=b"User-agent: *\nDisallow: /*?secret=\n", Content_Type="text/plain")],
    "/fine": [response()],
    "/flaky": [response("503 Service Unavailable"), response("502 Bad Gateway"), response()],
    "/short-pause": [response("429 Too Many Requests", Retry_After="7"), response()],
    "/long-pause": [response("429 Too Many Requests", Retry_After="1800")],
    "/pause-until": [response("503 Service Unavailable", Retry_After="Thu, 10 Sep 2026 09:30:00 GMT")],
    "/busy": [response("429 Too Many Requests")],
    "/down": [response("500 Internal Server Error")],
    "/cut": [response(body=PAGE, Content_Length="5000")],
    "/cut-gzip": [response(body=gzip.compress(PAGE * 9)[:40], Content_Encoding="gzip")],
    "/not-gzip": [response(body=PAGE, Content_Encoding="gzip")],
    "/brotli": [response(body=b"\x0b\x02\x80", Content_Encoding="br")],
    "/bomb": [response(body=BOMB, Content_Encoding="gzip")],
    "/gigantic": [response(body=b"x" * 2_000_000)],
    "/deflate": [response(body=zlib.compress(PAGE), Content_Encoding="deflate")],
    "/garbage": [b"\x00\xff no HTTP at all\r\n\r\n"],
    "/silent": [b""],
    "/circle": [response("302 Found", Location="/circle2")],
    "/circle2": [response("302 Found", Location="/circle")],
    "/chain0": [response("301 Moved Permanently", Location="/chain1")],
    "/chain1": [response("308 Permanent Redirect", Location="/fine")],
    "/away": [response("302 Found", Location="file:///etc/hostname")],
    "/gone": [response("410 Gone")],
    "/film": [response(Content_Type="video/mp4")],
    "/latin": [response(body="<p>Pr\xe4sident</p>".encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1")],
    "/forbidden-by-robots": [response()],
    "/pr%C3%A4sident-%E2%82%AC13-billion/a-1": [response()],
}
for hop in range(2, 9):
    RESPONSES[f"/long{hop - 2}"] = [response("302 Found", Location=f"/long{hop - 1}")]


class Misbehaving(socketserver.ThreadingTCPServer):
    """Sends the prepared bytes, the last of them for ever; `/drip` sends a byte now and then, `/never` nothing."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.responses = dict(RESPONSES)
        self.stop = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(socketserver.StreamRequestHandler):
    server: Misbehaving

    def handle(self) -> None:
        path = self.rfile.readline().split(b" ")[1].decode()
        while self.rfile.readline().strip():
            pass
        self.server.asked.append(path)
        if path == "/never":
            self.server.stop.wait(5)
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not self.server.stop.wait(0.01):
                self.wfile.write(b"x")
        else:
            prepared = self.server.responses.get(path.partition("?")[0], [response("404 Not Found")])
            self.wfile.write(prepared[min(self.server.asked.count(path), len(prepared)) - 1])


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with Misbehaving() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.stop.set()
        server.shutdown()
        thread.join()


class Slept(list[float]):
    """A clock that only notes how long it was to sleep; a second of its count passes in 5 ms."""

    @property
    def clock(self) -> Clock:
        began = real.monotonic()
        return Clock(now=lambda: NOW, seconds=lambda: (real.monotonic() - began) * 200, sleep=self.append)


@pytest.fixture
def slept() -> Slept:
    return Slept()


@pytest.fixture
def exchanges() -> list[Exchange]:
    return []


@pytest.fixture
def fetcher(slept: Slept, exchanges: list[Exchange]) -> Iterator[Fetcher]:
    network = Network(clock=slept.clock, delay=0, read_timeout=0.5)
    with open_fetcher(network, exchanges.append) as fetcher:
        yield fetcher


Url = Callable[[str], str]


@pytest.fixture
def url(server: Misbehaving) -> Url:
    return lambda path: f"http://127.0.0.1:{server.server_address[1]}{path}"


@pytest.mark.parametrize(
    "path",
    ["/down", "/cut", "/cut-gzip", "/not-gzip", "/brotli", "/garbage", "/silent", "/never"],
)
def test_trouble_that_may_pass_is_met_three_times_and_then_left_for_later(
    fetcher: Fetcher, server: Misbehaving, slept: Slept, url: Url, path: str
) -> None:
    with pytest.raises(Unavailable, match="asked again later"):
        fetcher.fetch(Ask(url=url(path)))
    assert server.asked.count(path) == 3
    assert slept == [2.0, 8.0]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "more than 1000000 bytes when it is unpacked"),
        ("/gigantic", "more than 1000000 bytes"),
        ("/circle", "in a circle"),
        ("/long0", "more than 5 times"),
        ("/away", "no web address"),
        ("/gone", "410 Gone"),
        ("/missing", "404 Not Found"),
        ("/film", "video/mp4, not text/html"),
        ("/fine?secret=1", "robots.txt forbids it"),
    ],
    ids=lambda value: value if value.startswith("/") else "",
)
def test_what_will_not_get_better_is_asked_once(
    fetcher: Fetcher, server: Misbehaving, slept: Slept, url: Url, path: str, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        fetcher.fetch(Ask(url=url(path), media_types=("text/html",), limit=1_000_000))
    assert server.asked.count(path) == (0 if "secret" in path else 1)
    assert slept == []


@pytest.mark.parametrize(
    ("path", "waits"), [("/fine", []), ("/flaky", [2.0, 8.0]), ("/short-pause", [7.0]), ("/deflate", [])]
)
def test_a_page_comes_after_short_trouble(
    fetcher: Fetcher, slept: Slept, url: Url, path: str, waits: list[float]
) -> None:
    assert fetcher.fetch(Ask(url=url(path))).body == PAGE
    assert slept == waits


@pytest.mark.parametrize(
    ("path", "pause"),
    [
        ("/long-pause", timedelta(minutes=30)),
        ("/pause-until", timedelta(minutes=90)),
        ("/busy", timedelta(minutes=15)),
    ],
)
def test_a_host_that_asks_for_quiet_gets_it_for_every_address(
    fetcher: Fetcher, server: Misbehaving, url: Url, path: str, pause: timedelta
) -> None:
    with pytest.raises(Unavailable) as asked:
        fetcher.fetch(Ask(url=url(path)))
    assert asked.value.paused_until == NOW + pause
    with pytest.raises(Unavailable, match="left alone until") as again:
        fetcher.fetch(Ask(url=url("/fine")))
    assert again.value.was_not_asked
    assert server.asked.count(path) == 1
    assert "/fine" not in server.asked


def test_a_response_that_drips_is_given_up(fetcher: Fetcher, url: Url) -> None:
    with pytest.raises(Unavailable, match=f"more than {PATIENCE:.0f} s"):
        fetcher.fetch(Ask(url=url("/drip")))


def test_redirects_lead_to_the_page_and_every_hop_is_archived(
    fetcher: Fetcher, exchanges: list[Exchange], url: Url
) -> None:
    answer = fetcher.fetch(Ask(url=url("/chain0")))
    assert answer.url == url("/fine")
    assert [exchange.status for exchange in exchanges] == [200, 301, 308, 200]


def test_an_address_with_letters_beyond_ascii_is_encoded(fetcher: Fetcher, url: Url) -> None:
    assert fetcher.fetch(Ask(url=url("/präsident-€13-billion/a-1"))).body == PAGE


def test_the_server_tells_the_encoding(fetcher: Fetcher, url: Url) -> None:
    answer = fetcher.fetch(Ask(url=url("/latin")))
    assert (answer.media_type, answer.charset) == ("text/html", "ISO-8859-1")


def test_a_host_that_is_down_is_asked_for_robots_only(server: Misbehaving, fetcher: Fetcher, url: Url) -> None:
    server.responses["/robots.txt"] = RESPONSES["/down"]
    for _ in range(2):
        with pytest.raises(Unavailable, match=r"robots\.txt"):
            fetcher.fetch(Ask(url=url("/fine")))
    assert set(server.asked) == {"/robots.txt"}
    assert len(server.asked) == 3


def test_nobody_at_home_is_trouble_that_may_pass(fetcher: Fetcher) -> None:
    with pytest.raises(Unavailable):
        fetcher.fetch(Ask(url="http://127.0.0.1:1/fine"))
