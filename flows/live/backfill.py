"""Articles of a span of days in the past, from archives of sources or from WARC files.

What is live is left alone: no poll is recorded, so every source is asked again when it would have been, and an article
is named together with its first visit, so that a backfill which is broken off leaves nothing for `ingest` to finish.
The same command again goes on where it stood, because articles that are known are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractors.errors import ExtractError, SourceError, UsageError
from extractors.model import Issue
from extractors.pages.identity import article_key, is_news_url
from flows.live.discovery import LARGEST, READERS
from flows.live.passing import TOGETHER, Pass, Purpose, append_found, fetch_together, open_pass
from flows.live.rebuild import rebuild
from flows.live.turn import BETWEEN, Say, silently
from flows.pipeline import Run, Summary, in_batches, recorded_run
from flows.settings import Settings
from flows.sources.catalogue import Source
from flows.sources.days import Days
from flows.sources.entries import Entry, sitemap_entries
from flows.sources.exchange import Ask
from flows.sources.http import Network
from flows.sources.inputs import list_inputs
from warehouse.batches import Batch
from warehouse.sources import Due, Sighting

DEEPEST = 3
"""Indexes of sitemaps within indexes that are followed."""
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\D+(\d{4}-\d{2}-\d{2})")
"""The days that the name of an archive's sitemap tells: DW's was `sitemap-detail-from-2013-03-01-to-2013-08-01.xml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the sources name: articles that nobody has named before, and what went wrong."""

    sightings: tuple[Sighting, ...]
    known: int
    issues: tuple[Issue, ...]


def backfill(
    settings: Settings, sources: Sequence[Source], days: Days, *, network: Network | None = None, say: Say = silently
) -> Summary:
    """Fetch the articles that the sources name for these days and that are not known, and publish."""
    network = network or Network()
    with recorded_run("backfill", settings, source=str(days), clock=network.clock.now) as run:
        began = network.clock.seconds()
        listed = list_articles(run, sources, days, network=network, say=say)
        say(f"{len(listed.sightings)} articles to fetch, {listed.known} are known")
        summary = Summary(run_id=run.run_id, issues=len(listed.issues))
        for some in in_batches(listed.sightings, min(TOGETHER, settings.batch_size)):
            summary = summary.merged(fetch_listed(run, some, network=network, say=say))
            say(f"{summary.pages} of {len(listed.sightings)} fetched")
    run.warehouse.publish()
    return replace(summary, seconds=network.clock.seconds() - began)


def backfill_archives(settings: Settings, paths: Sequence[Path], days: Days, *, hosts: tuple[str, ...] = ()) -> Summary:
    """Read the pages that WARC files hold of these days, and publish; nothing is fetched."""
    archives = archives_below(paths)
    with recorded_run("backfill", settings, source=f"{days} of {' '.join(map(str, paths))}") as run:
        summary = rebuild(run, archives, hosts=hosts, days=days)
    run.warehouse.publish()
    return summary


def archives_below(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The WARC files below the paths; raises UsageError when there are none."""
    archives = list_inputs(paths).archives
    if not archives:
        names = " ".join(map(str, paths))
        raise UsageError(f"{names}: no WARC file in it; other pages are read by `eventwire replay`")
    return archives


def list_articles(run: Run, sources: Sequence[Source], days: Days, *, network: Network, say: Say = silently) -> Listed:
    """Ask the sources for the articles of these days. Trouble with one is an issue; with all of them it is raised."""
    found: dict[str, Sighting] = {}
    issues: list[Issue] = []
    trouble: SourceError | ExtractError | None = None
    with open_pass(run.settings, network=network, purpose=Purpose(run=run), say=say) as live:
        for source in sources:
            try:
                for entry in _entries(live, source, days, issues):
                    sighting = _sighting(live, source, entry)
                    found.setdefault(sighting.article_key, sighting)
            except (SourceError, ExtractError) as error:
                trouble = error
                issues.append(_issue(source, error))
        new = live.unseen(tuple(found)) if found else frozenset()
        _record(live, run, days, issues)
    if trouble is not None and len(issues) >= len(sources) and not found:
        raise trouble
    return Listed(
        sightings=tuple(each for key, each in found.items() if key in new),
        known=len(found) - len(new),
        issues=tuple(issues),
    )


def fetch_listed(run: Run, sightings: Sequence[Sighting], *, network: Network, say: Say = silently) -> Summary:
    """Fetch articles and append them with their sightings, some together, leaving others their turn in between."""
    summary = Summary(run_id=run.run_id)
    for some in in_batches(sightings, min(TOGETHER, run.settings.batch_size)):
        with open_pass(run.settings, network=network, purpose=Purpose(run=run), say=say) as live:
            found = fetch_together(live, [Due(sighting=each, last=None) for each in some])
            if found:
                append_found(live, found, named=[one.due.sighting for one in found])
            if live.summary is not None:
                summary = summary.merged(live.summary)
        network.clock.sleep(BETWEEN)
    return summary


def _entries(live: Pass, source: Source, days: Days, issues: list[Issue]) -> Iterator[Entry]:
    """The articles that a source, and the sitemaps it leads to, names for these days."""
    answer = live.fetcher.fetch(_ask(source, source.url))
    waiting = [(READERS[source.kind](answer.body, url=answer.url, now=answer.at), 1)]
    while waiting:
        entries, depth = waiting.pop()
        for entry in entries:
            if entry.kind == "page":
                if is_news_url(entry.url) and source.leads_home(entry.url) and _is_of(entry, source, days):
                    yield entry
            elif depth < DEEPEST and _may_hold(entry, days):
                try:
                    answer = live.fetcher.fetch(_ask(source, entry.url))
                    waiting.append((sitemap_entries(answer.body, url=answer.url, now=answer.at), depth + 1))
                except (SourceError, ExtractError) as error:  # its siblings may do
                    issues.append(_issue(source, error))


def _ask(source: Source, url: str) -> Ask:
    return Ask(url=url, limit=LARGEST[source.kind], about=(("purpose", source.kind), ("source-name", source.name)))


def _is_of(entry: Entry, source: Source, days: Days) -> bool:
    """Whether an article is of these days: by its publication, else its last change. In a list undated ones are."""
    day = entry.published or (entry.modified.date() if entry.modified else None)
    return source.kind == "list" if day is None else day in days


def _may_hold(sitemap: Entry, days: Days) -> bool:
    """Whether a sitemap may name articles of these days, by its name and its last change."""
    if sitemap.modified is not None and sitemap.modified.date() < days.first:
        return False
    span = _SPAN.search(sitemap.url)
    if span is not None:
        with suppress(ValueError):
            return date.fromisoformat(span[1]) <= days.last and date.fromisoformat(span[2]) >= days.first
    return True


def _sighting(live: Pass, source: Source, entry: Entry) -> Sighting:
    return Sighting(
        article_key=article_key(url=entry.url, text=""),
        url=entry.url,
        source=source.publisher,
        source_name=source.name,
        published_date=entry.published,
        sighted_at=live.clock.now().replace(microsecond=0),
    )


def _issue(source: Source, error: Exception) -> Issue:
    return Issue(level="warning", code="source_failed", document=source.name, message=f"{error}; then run it again")


def _record(live: Pass, run: Run, days: Days, issues: Sequence[Issue]) -> None:
    if issues:
        live.append(Batch(source="backfill", window=str(days), run_id=run.run_id, extractions=(), issues=tuple(issues)))
