"""robots.txt as RFC 9309 has it, wildcards included, by Protego; asked once a run for each host."""

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from extractors.errors import SourceRefused, SourceUnavailable
from flows.sources.exchange import Answer, Ask, Refused, Unavailable

AGENT = "eventwire"
LIMIT = 512_000
"""Bytes of robots.txt that are read; RFC 9309 asks for 500 KiB at least."""


class Robots:
    """What each host allows. `ask` fetches a robots.txt, following redirects."""

    def __init__(self, ask: Callable[[Ask], Answer]) -> None:
        self._ask = ask
        self._rules: dict[str, Protego | SourceUnavailable] = {}

    def permit(self, url: str) -> float | None:
        """Return the crawl delay the host wants; raise Refused when it forbids the address, Unavailable on no answer.

        A host whose robots.txt cannot be had because the server is in trouble is left alone; one that has none allows
        everything.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._fetch(f"{origin}/robots.txt")
        rules = self._rules[origin]
        if isinstance(rules, SourceUnavailable):
            again = Unavailable(f"{url}: not asked, because {rules}", url=url, status=rules.status)
            again.paused_until = getattr(rules, "paused_until", None)
            again.was_not_asked = True
            raise again
        if not rules.can_fetch(url, AGENT):
            raise Refused(f"{url}: {origin}/robots.txt forbids it for {AGENT}; take the source out", url=url)
        delay = rules.crawl_delay(AGENT)
        return float(delay) if delay is not None else None

    def _fetch(self, url: str) -> Protego | SourceUnavailable:
        try:
            answer = self._ask(Ask(url=url, limit=LIMIT, about=(("purpose", "robots"),)))
        except SourceRefused:
            return Protego.parse("")
        except SourceUnavailable as error:
            return error
        return Protego.parse(answer.body.decode("utf-8", "replace"))
