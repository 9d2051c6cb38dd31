"""The one polite way to the network: robots.txt, pauses, conditional requests, limits; the only place that retries."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import httpx2
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from flows.sources.clock import REAL, Clock
from flows.sources.encoding import ACCEPTED
from flows.sources.exchange import Answer, Ask, Exchange, Headers, Record, Refused, Unavailable, header
from flows.sources.judging import judged
from flows.sources.pacing import Pacer, retry_after
from flows.sources.robots import AGENT, Robots

DELAY = 1.0
"""Seconds between two requests to one host; DW publishes some 60 articles a day."""
ATTEMPTS = 3
FIRST_WAIT, SHORT_WAIT = 2.0, 30.0
"""Seconds before the second attempt, then four times as long; a Retry-After up to the second is waited for."""
QUIET = 900.0
"""Seconds to leave a host alone that answers 429 and does not say for how long."""
REDIRECTS = 5
PATIENCE = 60.0
"""Seconds for a whole response: a server that sends a byte every second never runs into the read timeout."""
READ_TIMEOUT = 20.0
"""Seconds without a byte."""
_MOVED = frozenset({301, 302, 303, 307, 308})
LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class Fetcher:
    """Asks servers one thing after the other. Every exchange is handed to `record`, whatever came of it."""

    def __init__(self, client: httpx2.Client, clock: Clock, *, pacer: Pacer, record: Record) -> None:
        self._client = client
        self._clock = clock
        self._pacer = pacer
        self._record = record
        self._robots = Robots(lambda ask: self._persist(ask, is_robots=True))

    def fetch(self, ask: Ask) -> Answer:
        """Answer the ask; raise Unavailable when it is worth trying again later, Refused when it is not."""
        return self._persist(ask)

    def _persist(self, ask: Ask, *, is_robots: bool = False) -> Answer:
        attempts = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(_is_worth_another),
            wait=_pause,
            sleep=self._clock.sleep,
            reraise=True,
        )
        return attempts(self._follow, ask, is_robots=is_robots)

    def _follow(self, ask: Ask, *, is_robots: bool) -> Answer:
        url = ask.url
        been: list[str] = []
        while len(been) <= REDIRECTS:
            if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
                raise Refused(f"{ask.url}: leads to {url!r}, which is no web address; mend the source", url=ask.url)
            crawl_delay = None if is_robots else self._robots.permit(url)
            self._pacer.wait(url, crawl_delay)
            exchange = self._exchange(url, ask)
            self._pacer.done(url, crawl_delay)
            self._record(exchange)
            been.append(url)
            target = header(exchange.response, "location")
            if exchange.status not in _MOVED or not target:
                if exchange.status in LATER:
                    raise self._later(ask, exchange)
                return judged(ask, exchange)
            url = urljoin(url, target)
            if url in been:
                break
        raise Refused(f"{ask.url}: is redirected in a circle or more than {REDIRECTS} times; mend the source",
                      url=ask.url, status=exchange.status)  # fmt: skip

    def _exchange(self, url: str, ask: Ask) -> Exchange:
        sent = {"Accept-Encoding": ACCEPTED}
        if ask.etag:
            sent["If-None-Match"] = ask.etag
        if ask.last_modified:
            sent["If-Modified-Since"] = ask.last_modified
        at = self._clock.now().replace(microsecond=0)
        try:
            self._client.cookies.clear()
            with self._client.stream("GET", url, headers=sent) as response:
                body = self._read(response, ask)
                request = response.request
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            what = str(error) or type(error).__name__
            if isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
                raise Refused(f"{url}: is no web address ({what}); mend the source", url=url) from error
            raise Unavailable(f"{url}: no whole answer came ({what}); it is asked again later", url=url) from error
        return Exchange(
            url=str(request.url),
            at=at,
            request=_text(request.headers.raw),
            version=response.http_version,
            status=response.status_code,
            reason=response.reason_phrase,
            response=_text(response.headers.raw),
            body=body,
            about=ask.about,
        )

    def _read(self, response: httpx2.Response, ask: Ask) -> bytes:
        """Take the body as it comes, within the limits of size and time."""
        deadline = self._clock.seconds() + PATIENCE
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > ask.limit:
                raise Refused(f"{ask.url}: has more than {ask.limit} bytes; leave it out", url=ask.url,
                              status=response.status_code)  # fmt: skip
            if self._clock.seconds() > deadline:
                raise Unavailable(f"{ask.url}: took more than {PATIENCE:.0f} s; it is asked again later", url=ask.url)
        return bytes(body)

    def _later(self, ask: Ask, exchange: Exchange) -> Unavailable:
        """The error of a server in trouble; one that asks for a longer pause than a short wait gets it."""
        asked = retry_after(header(exchange.response, "retry-after"), self._clock.now())
        said = f"{ask.url}: the server answers {exchange.status} {exchange.reason}".rstrip()
        error = Unavailable(f"{said}; it is asked again later", url=ask.url, status=exchange.status, at=exchange.at)
        if asked is None and exchange.status == 429:
            asked = QUIET
        if asked is not None and asked > SHORT_WAIT:
            error.paused_until = self._pacer.pause(exchange.url, asked)
        elif asked is not None:
            error.wait = asked
        return error


def _is_worth_another(error: BaseException) -> bool:
    return isinstance(error, Unavailable) and error.paused_until is None and not error.was_not_asked


def _pause(state: RetryCallState) -> float:
    """Wait as long as the server asked, else longer each time."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, Unavailable) else None
    return FIRST_WAIT * 4 ** (state.attempt_number - 1) if asked is None else asked


def _text(headers: list[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)


def user_agent(contact: str) -> str:
    """Who we are, and where a server's owner can reach the person who runs us."""
    return f"{AGENT}/{version('eventwire')}" + (f" (+{contact})" if contact else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How the outside is reached; a test hands in its own clock and the way to a server on loopback."""

    clock: Clock = REAL
    transport: httpx2.BaseTransport | None = None
    delay: float = DELAY
    read_timeout: float = READ_TIMEOUT


@contextmanager
def open_fetcher(
    network: Network, record: Record, *, contact: str = "", pauses: Mapping[str, datetime] | None = None
) -> Iterator[Fetcher]:
    """A fetcher whose connections are closed at the end of the block."""
    headers = {"User-Agent": user_agent(contact)}
    timeout = httpx2.Timeout(10, read=network.read_timeout)
    with httpx2.Client(http2=True, headers=headers, timeout=timeout, transport=network.transport) as client:
        pacer = Pacer(network.clock, delay=network.delay, pauses=pauses or {})
        yield Fetcher(client, network.clock, pacer=pacer, record=record)
