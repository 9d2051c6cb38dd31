"""Patience with servers: a pause between two requests to one host, and none at all while it asks for quiet."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from flows.sources.clock import Clock
from flows.sources.exchange import Unavailable

LONGEST_DELAY = 60.0
"""Seconds; a robots.txt that asks for more would make a run of 15 minutes fetch less than 15 pages."""
LONGEST_PAUSE = timedelta(days=1)


class Pacer:
    """Remembers when each host may be asked again. Times come from the clock that is handed in."""

    def __init__(self, clock: Clock, *, delay: float, pauses: Mapping[str, datetime]) -> None:
        self._clock = clock
        self._delay = delay
        self._free_at: dict[str, float] = {}
        self._pauses = dict(pauses)

    def wait(self, url: str, crawl_delay: float | None = None) -> None:
        """Sleep until the host may be asked; raise Unavailable when it wants to be left alone for longer."""
        host = host_of(url)
        quiet = self._pauses.get(host)
        if quiet is not None and quiet > self._clock.now():
            raise self.refusal(url, quiet)
        free_at = self._free_at.get(host)
        if free_at is not None and free_at > self._clock.seconds():
            self._clock.sleep(free_at - self._clock.seconds())
        # Set again by done(); this covers a request that never comes to an end.
        self.done(url, crawl_delay)

    def done(self, url: str, crawl_delay: float | None = None) -> None:
        """Begin the pause after a request."""
        delay = max(self._delay, min(crawl_delay or 0.0, LONGEST_DELAY))
        self._free_at[host_of(url)] = self._clock.seconds() + delay

    def pause(self, url: str, seconds: float) -> datetime:
        """Leave the host alone for so long; return until when."""
        until = self._clock.now() + min(timedelta(seconds=seconds), LONGEST_PAUSE)
        self._pauses[host_of(url)] = until
        return until

    @staticmethod
    def refusal(url: str, until: datetime) -> Unavailable:
        """The error of a host that wants to be left alone."""
        error = Unavailable(f"{url}: {host_of(url)} asks to be left alone until {until:%Y-%m-%d %H:%M} UTC", url=url)
        error.paused_until = until
        error.was_not_asked = True
        return error


def host_of(url: str) -> str:
    """Host and port of an address."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, given as seconds or as a date; None when it says nothing."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(min(int(value), int(LONGEST_PAUSE.total_seconds())))
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return max(0.0, (moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta(0)) - now).total_seconds())


def max_age(cache_control: str | None) -> float:
    """Seconds for which a Cache-Control header calls an answer fresh; 0 when it says nothing or forbids keeping it."""
    directives = dict(part.strip().lower().partition("=")[::2] for part in (cache_control or "").split(","))
    if {"no-cache", "no-store"} & directives.keys():
        return 0.0
    age = directives.get("max-age", "").strip('"')
    return float(min(int(age), int(LONGEST_PAUSE.total_seconds()))) if age.isdecimal() else 0.0
