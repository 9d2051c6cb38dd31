"""One pass over the live sources: poll what is due, fetch what is due, append, publish; with or without Prefect.

What a source names is recorded before anything is fetched, and what is due is read from the warehouse: a pass that is
killed at any moment is taken up by the next one where it stood.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from flows.live.discovery import Polled, is_due, poll
from flows.live.visiting import Found, judge, visit
from flows.pipeline import Extract, OnBatch, ReadBatch, Run, Summary, extractor, quietly, recorded_run
from flows.settings import Settings
from flows.sources.archive import Archive, open_archive
from flows.sources.catalogue import Source
from flows.sources.exchange import Exchange
from flows.sources.http import Fetcher, Network, open_fetcher
from flows.sources.pacing import host_of
from warehouse.batches import Appended, Batch
from warehouse.ids import page_id
from warehouse.paths import archive_path
from warehouse.sources import Due
from warehouse.store import Warehouse

TOGETHER = 20
"""Articles that are fetched, extracted and committed together: half a minute of work, so that a kill loses little."""
LONGEST = timedelta(minutes=12)
"""For how long a pass goes on fetching; what is left stays due, and the next pass comes after 15 minutes."""


class Pass:
    """A pass under way. The run is recorded once there is something to record, the archive made when something came."""

    def __init__(self, settings: Settings, network: Network, stack: ExitStack, flow_run_id: str | None) -> None:
        self.settings = settings
        self.clock = network.clock
        self.warehouse = Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout, clock=network.clock.now)
        self.summary: Summary | None = None
        self._stack = stack
        self._flow_run_id = flow_run_id
        self._run: Run | None = None
        self._archive: Archive | None = None
        self.warehouse.drain()
        with self.warehouse.sources() as known:
            self.polls = known.polls()
            pauses = known.pauses(self.clock.now())
        self.fetcher: Fetcher = stack.enter_context(
            open_fetcher(network, self._keep, contact=settings.contact, pauses=pauses)
        )

    def run(self) -> Run:
        """The run, recorded on the first call."""
        if self._run is None:
            recorded = recorded_run("ingest", self.settings, flow_run_id=self._flow_run_id, clock=self.clock.now)
            self._run = self._stack.enter_context(recorded)
            self.summary = Summary(run_id=self._run.run_id)
        return self._run

    def unseen(self, article_keys: Sequence[str]) -> frozenset[str]:
        """Those of the articles that no source has named yet."""
        with self.warehouse.sources() as known:
            return known.unseen(article_keys)

    def due(self, most: int) -> tuple[Due, ...]:
        """The articles to visit now."""
        with self.warehouse.sources() as known:
            return known.due(self.clock.now(), most)

    def append(self, batch: Batch, *, unchanged: int = 0) -> Appended:
        """Append a batch, after the archive that holds what it came from is safe."""
        if self._archive is not None:
            self._archive.sync()
        appended = self.warehouse.append(batch, defer=True)
        if self.summary is not None:
            read = ReadBatch(batch=batch, size=len(batch.extractions) + unchanged, unchanged=unchanged)
            self.summary = self.summary.plus(read, appended)
        return appended

    def _keep(self, exchange: Exchange) -> None:
        if self._archive is None:
            chosen = self.settings.archive
            folder = archive_path(self.settings.warehouse) if chosen == "beside" else Path(chosen)
            self._archive = self._stack.enter_context(open_archive(folder, self.clock.now()))
        self._archive.record(exchange)


@contextmanager
def open_pass(settings: Settings, *, network: Network | None = None, flow_run_id: str | None = None) -> Iterator[Pass]:
    """A pass; its run is recorded as succeeded at the end of the block, as failed with the reason if it raises."""
    with ExitStack() as stack:
        yield Pass(settings, network or Network(), stack, flow_run_id)


def ingest(
    settings: Settings, sources: Sequence[Source], *, network: Network | None = None, on_batch: OnBatch = quietly
) -> Summary | None:
    """Poll, fetch, append and publish once; None when there was nothing new and nothing due."""
    with open_pass(settings, network=network) as live:
        began = live.clock.seconds()
        poll_sources(live, sources)
        visit_articles(live, on_batch=on_batch)
        if live.summary is None:
            return None
        summary = replace(live.summary, seconds=live.clock.seconds() - began)
    live.warehouse.publish()
    return summary


def poll_sources(live: Pass, sources: Sequence[Source]) -> int:
    """Poll the sources that are due and record what they tell; return how many articles are new."""
    new = 0
    for source in sources:
        last = live.polls.get(source.name)
        if is_due(source, last, live.clock.now()):
            polled = poll(source, last, live.fetcher, live.unseen, live.clock.now())
            if polled.is_news(last):
                live.append(_polled_batch(live.run(), polled))
                new += len(polled.sightings)
    return new


def visit_articles(live: Pass, *, on_batch: OnBatch = quietly) -> int:
    """Fetch the articles that are due, some together, until none is left or the time is up; return how many."""
    until = live.clock.now() + LONGEST
    together = min(TOGETHER, live.settings.batch_size)
    visited = 0
    with ExitStack() as stack:
        extract_pages: Extract | None = None
        while live.clock.now() < until and (due := live.due(together)):
            found = _fetch(live, due)
            if not found:  # every host wants to be left alone
                break
            if extract_pages is None and any(one.is_new for one in found):
                extract_pages = stack.enter_context(extractor(live.settings, len(due)))
            batch = _visited_batch(live.run(), found, extract_pages)
            appended = live.append(batch, unchanged=len(found) - len(batch.extractions))
            visited += len(found)
            if live.summary is not None:
                on_batch(live.summary)
            if appended.deferred:  # what is due cannot be told before the outbox is empty
                break
    return visited


def _fetch(live: Pass, due: Sequence[Due]) -> list[Found]:
    """Visit each article, the hosts in turn. One whose host wants to be left alone stays due, for the next pass."""
    found = []
    for one in _hosts_in_turn(due):
        result = visit(one, live.fetcher, live.clock.now())
        if not getattr(result.error, "was_not_asked", False):
            found.append(result)
    return found


def _hosts_in_turn(due: Sequence[Due]) -> Iterator[Due]:
    waiting: dict[str, deque[Due]] = {}
    for one in due:
        waiting.setdefault(host_of(one.sighting.url), deque()).append(one)
    while waiting:
        for host in list(waiting):
            yield waiting[host].popleft()
            if not waiting[host]:
                del waiting[host]


def _polled_batch(run: Run, polled: Polled) -> Batch:
    return Batch(
        source=f"source {polled.poll.source_name}",
        window=f"{polled.poll.polled_at:%Y-%m-%dT%H:%M:%S}",
        run_id=run.run_id,
        extractions=(),
        issues=polled.issues,
        records=(polled.poll, *polled.sightings),
    )


def _visited_batch(run: Run, found: Sequence[Found], extract_pages: Extract | None) -> Batch:
    """Extract the pages that are new and decide on every visit."""
    pages = {page_id(one.page): one.page for one in found if one.is_new and one.page is not None}
    extracted = extract_pages(tuple(pages.values())) if extract_pages and pages else ()
    gave = dict(zip(pages, extracted, strict=True))
    return Batch(
        source="visits",
        window=f"{found[0].at:%Y-%m-%dT%H:%M:%S} and {len(found) - 1} more",
        run_id=run.run_id,
        extractions=tuple(gave.values()),
        records=tuple(judge(one, gave.get(page_id(one.page)) if one.page and one.is_new else None) for one in found),
    )
