"""Read WARC files into the warehouse: our own archive as if its articles were fetched now, others as pages.

Visits are decided by the same function as live ones, so that a warehouse made from the archive alone holds the same
rows and knows what is due.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit
from uuid import UUID

from extractors import EXTRACTOR_VERSION
from extractors.errors import SourceError, SourceUnavailable
from extractors.model import DateMethod, Extraction, Issue, Page
from extractors.pages.identity import article_key, is_news_url
from flows.live.visiting import GONE, MEDIA_TYPES, Found, found, judge
from flows.pipeline import Extract, OnBatch, ReadBatch, Run, Summary, extractor, quietly
from flows.sources.catalogue import home_of, read_sources
from flows.sources.days import Days
from flows.sources.exchange import Ask, Exchange, header
from flows.sources.judging import judged
from flows.sources.warc import read_archive
from warehouse.batches import Batch
from warehouse.ids import page_id
from warehouse.sources import Due, Record, Sighting, Visit, visit_id

MOST = 50_000_000
"""Bytes of pages in memory at once."""
_METHODS: dict[str, DateMethod] = {method: method for method in get_args(DateMethod)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """A response that tells something of an article; `is_ours` when our own archive says which."""

    found: Found
    is_ours: bool


def rebuild(
    run: Run,
    paths: Sequence[Path],
    *,
    hosts: tuple[str, ...] = (),
    days: Days | None = None,
    on_batch: OnBatch = quietly,
) -> Summary:
    """Read the archives, batch by batch, holding one in memory; what is known adds nothing. `days` is when fetched."""
    summary = Summary(run_id=run.run_id)
    size = run.settings.batch_size
    with extractor(run.settings, size) as extract_pages:
        for path in paths:
            for number, items in enumerate(_bounded(_met(path, hosts, days), size)):
                batch = _batch(run, f"{path.name} {number}", items, extract_pages)
                summary = summary.plus(batch, run.warehouse.append(batch.batch, defer=True))
                on_batch(summary)
    return summary


def _met(path: Path, hosts: tuple[str, ...], days: Days | None) -> Iterator[_Met | Issue]:
    publishers = {host: source.publisher for source in read_sources() for host in source.hosts}
    for item in read_archive(path, hosts=hosts):
        if days is not None and isinstance(item, Exchange) and (item.at.date() not in days or item.status == 304):
            continue  # an answer that nothing has changed says nothing without the days before it
        met = item if isinstance(item, Issue) else _understand(item, publishers)
        if met is not None:
            yield met


def _understand(exchange: Exchange, publishers: dict[str, str]) -> _Met | None:
    """What a response tells; None for feeds, redirects, servers in trouble and all that is no page."""
    about = dict(exchange.about)
    ours = about.get("purpose") == "article"
    if about and not ours:
        return None
    sighting = _ours(exchange, about) if ours else _foreign(exchange, publishers)
    if sighting is None:
        return None
    due = Due(sighting=sighting, last=None)
    conditional = header(exchange.response, "etag") or "kept" if exchange.status == 304 else None
    try:
        answer = judged(Ask(url=sighting.url, etag=conditional, media_types=MEDIA_TYPES), exchange)
    except SourceUnavailable:
        return None
    except SourceError as error:
        is_told = ours and (error.status in GONE or error.status == 200)
        return _Met(found=Found(due=due, at=exchange.at, error=error), is_ours=True) if is_told else None
    return _Met(found=found(due, answer), is_ours=ours)


def _ours(exchange: Exchange, about: dict[str, str]) -> Sighting | None:
    try:
        published = about.get("published")
        return Sighting(
            article_key=about["article-key"],
            url=about.get("url", exchange.url),
            source=about["source"],
            source_name=about["source-name"],
            published_date=date.fromisoformat(published) if published else None,
            published_method=_METHODS[about["published-method"]],
            sighted_at=datetime.fromisoformat(about["sighted-at"]),
        )
    except (KeyError, ValueError):
        return None


def _foreign(exchange: Exchange, publishers: dict[str, str]) -> Sighting | None:
    if not is_news_url(exchange.url) or exchange.status != 200:
        return None
    home = home_of(urlsplit(exchange.url).hostname or "")
    return Sighting(
        article_key=article_key(url=exchange.url, text=""),
        url=exchange.url,
        source=publishers.get(home, home),
        source_name="archive",
        sighted_at=exchange.at,
    )


def _batch(run: Run, window: str, items: Sequence[_Met | Issue], extract_pages: Extract) -> ReadBatch:
    met = [item for item in items if isinstance(item, _Met)]
    ours, last = _not_yet_told(run, [one.found for one in met if one.is_ours])
    others = {page_id(one.found.page): one.found.page for one in met if one.found.page and not one.is_ours}
    unread = run.warehouse.unread(tuple(others.values()), EXTRACTOR_VERSION)
    pages = _new_pages(ours, last) | {page_id(page): page for page in unread}
    gave = dict(zip(pages, extract_pages(tuple(pages.values())) if pages else (), strict=True))
    batch = Batch(
        source=run.command,
        window=window,
        run_id=run.run_id,
        extractions=tuple(gave.values()),
        issues=tuple(item for item in items if isinstance(item, Issue)),
        records=tuple(_records(ours, last, gave)),
    )
    return ReadBatch(batch=batch, size=len(items), unchanged=len(items) - len(batch.issues) - len(gave))


def _not_yet_told(run: Run, ours: Sequence[Found]) -> tuple[list[Found], dict[str, Visit]]:
    """Those of the visits that the warehouse does not know, and the newest that it knows of each article."""
    names = {visit_id(one.due.sighting.article_key, one.at): one for one in ours}
    with run.warehouse.sources() as known:
        told = known.told(tuple(names))
        last = known.last_visits([one.due.sighting.article_key for one in ours])
    return [one for name, one in names.items() if name not in told], last


def _new_pages(ours: Sequence[Found], last: dict[str, Visit]) -> dict[UUID, Page]:
    """The pages that differ from the one before, of the same article."""
    before = {key: visit.page_id for key, visit in last.items()}
    new = {}
    for one in ours:
        if one.page is not None:
            name = page_id(one.page)
            if before.get(one.due.sighting.article_key) != name:
                new[name] = one.page
            before[one.due.sighting.article_key] = name
    return new


def _records(ours: Sequence[Found], last: dict[str, Visit], gave: dict[UUID, Extraction]) -> Iterator[Record]:
    """Each sighting, and each visit decided on what the one before found."""
    newest = dict(last)
    for one in ours:
        key = one.due.sighting.article_key
        now = replace(one, due=Due(sighting=one.due.sighting, last=newest.get(key)))
        newest[key] = judge(now, gave.get(page_id(now.page)) if now.page is not None and now.is_new else None)
        yield one.due.sighting
        yield newest[key]


def _bounded(items: Iterator[_Met | Issue], size: int) -> Iterator[list[_Met | Issue]]:
    """Cut the stream into batches of at most `size` items and about MOST bytes."""
    batch: list[_Met | Issue] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += len(item.found.page.body) if isinstance(item, _Met) and item.found.page else 0
        if len(batch) >= size or weight >= MOST:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch
