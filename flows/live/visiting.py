"""Fetch one article and decide what that means: a page to read, the page we know, withdrawn, or later again.

The decision is pure; a response from the network and one from an archive are decided alike.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from extractors.errors import SourceError, SourceUnavailable
from extractors.model import Extraction, Page
from extractors.pages.identity import canonical_url, is_news_url
from flows.live.discovery import TRUST
from flows.live.schedule import DAILY, first_rung, next_visit, retry_at, rung_after
from flows.sources.exchange import Answer, Ask, Refused
from warehouse.ids import page_id
from warehouse.sources import Due, Sighting, Visit, VisitOutcome

if TYPE_CHECKING:  # a page from an archive needs no HTTP client
    from flows.sources.http import Fetcher

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
PATIENCE = timedelta(minutes=15)
GONE = frozenset({404, 410})
_STUB = re.compile(rb">\s*more to (?:follow|come)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of asking for an article: an answer with the page in it, or the error."""

    due: Due
    at: datetime
    answer: Answer | None = None
    page: Page | None = None
    error: SourceError | None = None

    @property
    def is_new(self) -> bool:
        """Whether the page has other bytes than the one that the last visit found."""
        return self.page is not None and (self.due.last is None or self.due.last.page_id != page_id(self.page))


def ask_for(due: Due, now: datetime) -> Ask:
    """The request: conditional while validators can be trusted, and saying for the archive what it is for."""
    sighting, last = due.sighting, due.last
    trusted = last is not None and last.read_whole_at is not None and now - last.read_whole_at < TRUST
    published = (("published", sighting.published_date.isoformat()),) if sighting.published_date else ()
    return Ask(
        url=sighting.url,
        etag=last.etag if last and trusted else None,
        last_modified=last.last_modified if last and trusted else None,
        media_types=MEDIA_TYPES,
        about=(
            ("purpose", "article"),
            ("article-key", sighting.article_key),
            ("url", sighting.url),
            ("source", sighting.source),
            ("source-name", sighting.source_name),
            ("sighted-at", sighting.sighted_at.isoformat()),
            ("published-method", sighting.published_method),
            *published,
        ),
    )


def visit(due: Due, fetcher: "Fetcher", now: datetime) -> Found:
    """Fetch the article; what goes wrong is part of what was found."""
    try:
        answer = fetcher.fetch(ask_for(due, now))
    except SourceError as error:
        return Found(due=due, at=getattr(error, "at", None) or now.replace(microsecond=0), error=error)
    return found(due, answer)


def found(due: Due, answer: Answer) -> Found:
    """The page in an answer. One that leads to an overview is no page: the article was taken away."""
    if answer.is_unchanged:
        return Found(due=due, at=answer.at, answer=answer)
    if not is_news_url(answer.url):
        error = Refused(f"{due.sighting.url}: leads to {answer.url}, which is no article", url=answer.url, status=410)
        return Found(due=due, at=answer.at, error=error)
    return Found(due=due, at=answer.at, answer=answer, page=page_of(answer, due.sighting))


def page_of(answer: Answer, sighting: Sighting) -> Page:
    """The page in an answer, named by its canonical address so that every way to it gives one name."""
    return Page(
        name=canonical_url(answer.url) or answer.url,
        body=answer.body,
        url=answer.url,
        source=sighting.source,
        media_type=answer.media_type,
        charset=answer.charset,
        published=sighting.published_date,
        published_method=sighting.published_method,
        fetched_at=answer.at,
    )


def judge(found: Found, extraction: Extraction | None) -> Visit:
    """Decide when to come again. `extraction` is what a page with new bytes gave."""
    if found.error is not None:
        return _without_page(found, found.error)
    last, page = found.due.last, found.page
    if page is None or not found.is_new:
        back = last is not None and last.outcome == "withdrawn"
        outcome: VisitOutcome = "unchanged" if page is None else "fetched"
        return _scheduled(found, replace(_visit(found, outcome), is_changed=back))
    article = extraction.article if extraction else None
    revision = article.revision_id if article else None
    return _scheduled(
        found,
        published=article.published if article else None,
        visit=replace(
            _visit(found, "fetched"),
            page_id=page_id(page),
            revision_id=revision,
            is_changed=last is None or last.outcome == "withdrawn" or _differs(last, revision, page),
            is_stub=_STUB.search(page.body) is not None,
        ),
    )


def _differs(last: Visit, revision: UUID | None, page: Page) -> bool:
    """Whether a reader would see another text; a page that gives no article is compared by its bytes."""
    if revision is None and last.revision_id is None:
        return last.page_id != page_id(page)
    return revision != last.revision_id


def _without_page(found: Found, error: SourceError) -> Visit:
    """The visit that brought no page: unavailable ones are tried again soon, the others twice more."""
    last = found.due.last
    if isinstance(error, SourceUnavailable):
        failures = (last.failures if last else 0) + 1
        paused = getattr(error, "paused_until", None)
        return replace(
            _visit(found, "unavailable"),
            failures=failures,
            next_visit_at=max(retry_at(failures, found.at, PATIENCE), paused or found.at),
            host_paused_at=paused,
        )
    gone = error.status in GONE
    rung = max(last.rung + 1 if last else 0, DAILY)
    return replace(
        _visit(found, "withdrawn" if gone else "refused"),
        is_changed=gone and (last is None or last.outcome != "withdrawn"),
        rung=rung,
        next_visit_at=next_visit(rung, found.at, _age(found)),
    )


def _visit(found: Found, outcome: VisitOutcome) -> Visit:
    """The visit as if it had told nothing about the article: what the last one knew still holds."""
    last, answer, error = found.due.last, found.answer, found.error
    etag, modified = (answer.header("etag"), answer.header("last-modified")) if answer else (None, None)
    whole = answer is not None and not answer.is_unchanged
    kept = None if whole else last
    return Visit(
        article_key=found.due.sighting.article_key,
        url=found.due.sighting.url,
        visited_at=found.at,
        outcome=outcome,
        http_status=answer.status if answer else error.status if error else None,
        message=str(error) if error else None,
        etag=etag or (kept.etag if kept else None),
        last_modified=modified or (kept.last_modified if kept else None),
        read_whole_at=found.at if whole else last.read_whole_at if last else None,
        page_id=last.page_id if last else None,
        revision_id=last.revision_id if last else None,
        is_changed=False,
        is_stub=last is not None and last.is_stub,
        rung=last.rung if last else first_rung(_age(found)),
        next_visit_at=None,
    )


def _scheduled(found: Found, visit: Visit, published: date | None = None) -> Visit:
    """The visit with its place on the ladder and the time of the next."""
    last, age = found.due.last, _age(found, published)
    rung = rung_after(last.rung if last else None, changed=visit.is_changed, stub=visit.is_stub, age=age)
    return replace(visit, rung=rung, next_visit_at=next_visit(rung, found.at, age))


def _age(found: Found, published: date | None = None) -> timedelta:
    """How long the article has been out: since it was named, or since the day that the source or the page tells."""
    sighting = found.due.sighting
    days = [day for day in (published, sighting.published_date) if day is not None]
    named = sighting.sighted_at
    return found.at - (min(named, datetime.combine(max(days) + timedelta(days=1), time())) if days else named)
