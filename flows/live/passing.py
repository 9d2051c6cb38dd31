"""One pass over the live sources: poll what is due, fetch what is due, append, publish; with or without Prefect.

What a source names is recorded before anything is fetched, and what is due is read from the warehouse: a pass that is
killed at any moment is taken up by the next one where it stood.
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from extractors.model import Extraction, Page
from flows.live.discovery import Polled, is_due, poll
from flows.live.turn import Say, silently, turn
from flows.live.visiting import Found, judge, visit
from flows.pipeline import Extract, ReadBatch, Run, Summary, extractor, recorded_run
from flows.settings import Settings
from flows.sources.archive import Archive, open_archive
from flows.sources.catalogue import Source
from flows.sources.exchange import Exchange
from flows.sources.http import Fetcher, Network, open_fetcher
from flows.sources.pacing import host_of
from warehouse.batches import Appended, Batch
from warehouse.ids import page_id
from warehouse.paths import archive_path
from warehouse.sources import LOOKS, Due, Look, Sighting
from warehouse.store import Warehouse

TOGETHER = 20
"""Articles that are fetched, extracted and committed together: half a minute of work, so that a kill loses little."""
LONGEST = timedelta(minutes=12)
"""For how long a pass goes on fetching; what is left stays due, and the next pass comes after 15 minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """Why a pass is made, and under which run of the warehouse what it finds is recorded."""

    command: str = "ingest"
    flow_run_id: str | None = None
    run: Run | None = None
    """A run that is recorded already; else one is, once there is something to record."""


class Pass:
    """A pass under way. The run is recorded once there is something to record, the archive made when something came."""

    def __init__(self, settings: Settings, network: Network, stack: ExitStack, purpose: Purpose) -> None:
        self.settings = settings
        self.clock = network.clock
        self.warehouse = Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout, clock=network.clock.now)
        self.summary = Summary(run_id=purpose.run.run_id) if purpose.run else None
        self._stack = stack
        self._purpose = purpose
        self._run = purpose.run
        self._archive: Archive | None = None
        self._extract: Extract | None = None
        self.found_waiting = bool(self.warehouse.drain().batches)
        with self.warehouse.sources() as known:
            self.polls = known.polls()
            pauses = known.pauses(self.clock.now())
        self.fetcher: Fetcher = stack.enter_context(
            open_fetcher(network, self._keep, contact=settings.contact, pauses=pauses)
        )

    def run(self) -> Run:
        """The run, recorded on the first call."""
        if self._run is None:
            command, flow_run_id = self._purpose.command, self._purpose.flow_run_id
            recorded = recorded_run(command, self.settings, flow_run_id=flow_run_id, clock=self.clock.now)
            self._run = self._stack.enter_context(recorded)
            self.summary = Summary(run_id=self._run.run_id)
        return self._run

    def unseen(self, article_keys: Sequence[str]) -> frozenset[str]:
        """Those of the articles that no source has named yet."""
        with self.warehouse.sources() as known:
            return known.unseen(article_keys)

    def due(self, most: int, looks: Collection[Look]) -> tuple[Due, ...]:
        """The articles to visit now."""
        with self.warehouse.sources() as known:
            return known.due(self.clock.now(), most, looks)

    def extract(self, pages: Sequence[Page]) -> Iterator[Extraction]:
        """Extract pages; the model is loaded by the first."""
        if not pages:
            return iter(())
        if self._extract is None:
            self._extract = self._stack.enter_context(extractor(self.settings, TOGETHER))
        return self._extract(pages)

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
def open_pass(
    settings: Settings, *, network: Network | None = None, purpose: Purpose | None = None, say: Say = silently
) -> Iterator[Pass]:
    """A pass, once it is our turn; its run is recorded as succeeded at the end of the block, as failed if it raises."""
    network = network or Network()
    with turn(settings.warehouse, network.clock, say=say), ExitStack() as stack:
        yield Pass(settings, network, stack, purpose or Purpose())


def ingest(
    settings: Settings, sources: Sequence[Source], *, network: Network | None = None, say: Say = silently
) -> Summary | None:
    """Poll, fetch, append and publish once; None when there was nothing new and nothing due."""
    with open_pass(settings, network=network, say=say) as live:
        began = live.clock.seconds()
        poll_sources(live, sources)
        visit_articles(live)
        summary = live.summary and replace(live.summary, seconds=live.clock.seconds() - began)
    if summary is not None or live.found_waiting:
        live.warehouse.publish()
    return summary


def poll_sources(live: Pass, sources: Sequence[Source]) -> int:
    """Poll the sources that are due and record what they tell; return how many articles are new."""
    new = 0
    for source in sources:
        last = live.polls.get(source.name)
        if source.is_polled and is_due(source, last, live.clock.now()):
            polled = poll(source, last, live.fetcher, live.unseen, live.clock.now())
            if polled.is_news(last):
                live.append(_polled_batch(live.run(), polled))
                new += len(polled.sightings)
    return new


def visit_articles(live: Pass, *, looks: Collection[Look] = LOOKS) -> int:
    """Fetch the articles that are due, some together, until none is left or the time is up; return how many."""
    until = live.clock.now() + LONGEST
    together = min(TOGETHER, live.settings.batch_size)
    visited = 0
    while live.clock.now() < until and (due := live.due(together, looks)):
        found = fetch_together(live, due)
        if not found:  # every host wants to be left alone
            break
        visited += len(found)
        # What is due cannot be told before the outbox is empty.
        if append_found(live, found).deferred:
            break
    return visited


def append_found(live: Pass, found: Sequence[Found], *, named: Sequence[Sighting] = ()) -> Appended:
    """Extract the pages that are new and append them with the visits, and the sightings that named them."""
    pages = {page_id(one.page): one.page for one in found if one.is_new and one.page is not None}
    gave = dict(zip(pages, live.extract(tuple(pages.values())), strict=True))
    batch = Batch(
        source="visits",
        window=f"{found[0].at:%Y-%m-%dT%H:%M:%S} and {len(found) - 1} more",
        run_id=live.run().run_id,
        extractions=tuple(gave.values()),
        records=(
            *named,
            *(judge(one, gave.get(page_id(one.page)) if one.page and one.is_new else None) for one in found),
        ),
    )
    return live.append(batch, unchanged=len(found) - len(gave))


def fetch_together(live: Pass, due: Sequence[Due]) -> list[Found]:
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
