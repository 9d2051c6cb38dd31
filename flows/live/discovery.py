"""Ask a source what is new: fetch, read, decide. Gives a Poll and the articles that no source had named before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from extractors.errors import ExtractError, SourceError
from extractors.model import Issue
from extractors.pages.identity import article_key, is_news_url
from flows.live.schedule import retry_at
from flows.sources.catalogue import Source
from flows.sources.entries import Entry, feed_entries, list_entries, sitemap_entries
from flows.sources.exchange import Answer, Ask
from flows.sources.pacing import max_age
from warehouse.sources import Poll, Sighting

if TYPE_CHECKING:  # a page from an archive needs no HTTP client
    from flows.sources.http import Fetcher

TRUST = timedelta(days=1)
"""For how long validators are believed without seeing a body: some servers send the same ones for ever."""
SIGN_OF_LIFE = timedelta(hours=1)
"""How often a poll is recorded that found nothing new."""
TICK = timedelta(minutes=16)
"""A next poll within it needs no record: the schedule comes by every 15 minutes anyway."""
LARGEST = {"feed": 10_000_000, "list": 10_000_000, "sitemap": 52_428_800}
"""Bytes of an answer: DW's feed has 0.12 MB, and the sitemap protocol allows 50 MiB."""
CHILDREN = 50
"""Sitemaps of an index that are read in one poll."""
READERS = {"feed": feed_entries, "sitemap": sitemap_entries, "list": list_entries}

Unseen = Callable[[Sequence[str]], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a poll gave."""

    poll: Poll
    sightings: tuple[Sighting, ...] = ()
    issues: tuple[Issue, ...] = ()

    def is_news(self, last: Poll | None) -> bool:
        """Whether it has to be recorded: that a source is still as it was goes without saying, but for once an hour."""
        poll = self.poll
        return (
            last is None
            or poll.outcome != "unchanged"
            or last.failures > 0
            or poll.polled_at - last.polled_at >= SIGN_OF_LIFE
            or poll.next_poll_at - poll.polled_at > TICK
        )


def is_due(source: Source, last: Poll | None, now: datetime) -> bool:
    """Whether the source is to be asked now; one that has moved in the file of sources always is."""
    return last is None or last.url != source.url or last.next_poll_at <= now


def poll(source: Source, last: Poll | None, fetcher: "Fetcher", unseen: Unseen, now: datetime) -> Polled:
    """Ask the source. Whatever goes wrong is a failed poll, which waits longer each time and is never given up."""
    if last is not None and last.url != source.url:
        last = None
    try:
        answer = fetcher.fetch(_ask(source, last, now))
        if last and (answer.is_unchanged or sha256(answer.body).hexdigest() == last.body_sha256):
            return Polled(poll=_unchanged(source, last, answer))
        entries = tuple(_entries(source, last, answer, fetcher))
    except (SourceError, ExtractError) as error:
        return _failed(source, last, error, now)
    return _changed(source, answer, entries, unseen)


def _ask(source: Source, last: Poll | None, now: datetime) -> Ask:
    trusted = last is not None and last.read_whole_at is not None and now - last.read_whole_at < TRUST
    return Ask(
        url=source.url,
        etag=last.etag if last and trusted else None,
        last_modified=last.last_modified if last and trusted else None,
        limit=LARGEST[source.kind],
        about=(("purpose", source.kind), ("source-name", source.name)),
    )


def _entries(source: Source, last: Poll | None, answer: Answer, fetcher: "Fetcher") -> Iterator[Entry]:
    """The articles that the answer names, and those of the sitemaps it names that may have changed."""
    children = []
    for entry in READERS[source.kind](answer.body, url=answer.url, now=answer.at):
        if entry.kind == "page":
            yield entry
        elif last is None or entry.modified is None or entry.modified >= last.polled_at:
            children.append(entry)
    children.sort(key=lambda entry: entry.modified or answer.at, reverse=True)
    for child in children[:CHILDREN]:
        found = fetcher.fetch(Ask(url=child.url, limit=LARGEST["sitemap"], about=_ask(source, None, answer.at).about))
        yield from (e for e in sitemap_entries(found.body, url=found.url, now=found.at) if e.kind == "page")


def _changed(source: Source, answer: Answer, entries: Sequence[Entry], unseen: Unseen) -> Polled:
    news = {article_key(url=e.url, text=""): e for e in reversed(entries) if is_news_url(e.url)}
    home = {key: entry for key, entry in news.items() if source.leads_home(entry.url)}
    new = unseen(tuple(home)) if home else frozenset()
    return Polled(
        poll=Poll(
            source_name=source.name,
            url=source.url,
            polled_at=answer.at,
            outcome="changed",
            http_status=answer.status,
            etag=answer.header("etag"),
            last_modified=answer.header("last-modified"),
            body_sha256=sha256(answer.body).hexdigest(),
            read_whole_at=answer.at,
            entries=len(entries),
            entries_new=len(new),
            next_poll_at=_next(source, answer),
        ),
        sightings=tuple(
            Sighting(
                article_key=key,
                url=entry.url,
                source=source.publisher,
                source_name=source.name,
                published_date=entry.published,
                sighted_at=answer.at,
            )
            for key, entry in home.items()
            if key in new
        ),
        issues=tuple(_abroad(source, entry) for key, entry in news.items() if key not in home),
    )


def _unchanged(source: Source, last: Poll, answer: Answer) -> Poll:
    return replace(
        last,
        polled_at=answer.at,
        outcome="unchanged",
        http_status=answer.status,
        message=None,
        etag=answer.header("etag") or last.etag,
        last_modified=answer.header("last-modified") or last.last_modified,
        read_whole_at=last.read_whole_at if answer.is_unchanged else answer.at,
        entries_new=0,
        failures=0,
        next_poll_at=_next(source, answer),
        host_paused_at=None,
    )


def _failed(source: Source, last: Poll | None, error: SourceError | ExtractError, now: datetime) -> Polled:
    failures = (last.failures if last else 0) + 1
    paused = getattr(error, "paused_until", None)
    again = retry_at(failures, now, source.interval)
    known = last or Poll(source_name=source.name, url=source.url, polled_at=now, outcome="failed", next_poll_at=again)
    return Polled(
        poll=replace(
            known,
            polled_at=now.replace(microsecond=0),
            outcome="failed",
            http_status=getattr(error, "status", None),
            message=str(error),
            entries_new=0,
            failures=failures,
            next_poll_at=max(again, paused) if paused else again,
            host_paused_at=paused,
        ),
        issues=(Issue(level="warning", code="source_failed", document=source.name, message=str(error)),),
    )


def _next(source: Source, answer: Answer) -> datetime:
    return answer.at + max(source.interval, timedelta(seconds=max_age(answer.header("cache-control"))))


def _abroad(source: Source, entry: Entry) -> Issue:
    message = (
        f"{entry.url}: {source.name} links to it, but only to {', '.join(source.hosts)} is it followed; add to hosts"
    )
    return Issue(level="info", code="link_abroad", document=source.name, message=message)
