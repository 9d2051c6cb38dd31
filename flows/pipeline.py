"""The steps of a run, without Prefect: pages in batches, extraction in processes, append, publish.

The CLI and the Prefect flows call these functions; nothing else decides the order of steps.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from extractors import EXTRACTOR_VERSION
from extractors.model import Extraction, Issue, Page
from flows.lists import OwnLists, own_lists
from flows.settings import Settings
from flows.sources.days import Days
from flows.sources.folder import read_files, read_manifests
from flows.sources.inputs import list_inputs
from warehouse.batches import Appended, Batch, utc_now
from warehouse.store import Warehouse

SERIAL_UP_TO = 24
"""Pages that one process reads faster than a pool starts: a worker needs about 2 s to load the model."""
TOGETHER = 20
"""Pages a worker parses together: enough that sentences of one length share a batch, few enough to spread the work."""
RESTART_AFTER = 5_000
"""Pages after which a worker is replaced, so that what parsers and caches keep does not add up."""

Thing = TypeVar("Thing")
Extract = Callable[[Sequence[Page]], Iterator[Extraction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did so far."""

    run_id: UUID
    pages: int = 0
    """Pages and unreadable files met."""
    unchanged: int = 0
    """Pages this extractor has read before."""
    new_articles: int = 0
    new_events: int = 0
    new_quantities: int = 0
    quarantined: int = 0
    """Pages that gave no article."""
    issues: int = 0
    deferred: int = 0
    """Batches that wait in the outbox because the warehouse was locked."""
    seconds: float = 0.0

    def plus(self, batch: "ReadBatch", appended: Appended) -> "Summary":
        """The summary with one more batch."""
        return replace(
            self,
            pages=self.pages + batch.size,
            unchanged=self.unchanged + batch.unchanged,
            new_articles=self.new_articles + appended.new_articles,
            new_events=self.new_events + appended.new_events,
            new_quantities=self.new_quantities + appended.new_quantities,
            quarantined=self.quarantined + batch.quarantined,
            issues=self.issues + appended.issues,
            deferred=self.deferred + appended.deferred,
        )

    def merged(self, other: "Summary") -> "Summary":
        """Both together."""
        counted = [each.name for each in fields(self) if each.name != "run_id"]
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in counted})

    def in_words(self) -> str:
        """One line for people."""
        read = f"{self.pages} {'page' if self.pages == 1 else 'pages'} in {self.seconds:.1f} s"
        if self.deferred:
            return f"{read}: the warehouse is locked; {self.deferred} batches wait in its outbox for the next run"
        if not (self.new_articles or self.new_events or self.new_quantities or self.issues):
            return f"{read}: nothing new, all of it is in the warehouse"
        return (
            f"{read}: {self.new_articles} new articles, {self.new_events} events, {self.new_quantities} quantities, "
            f"{self.issues} issues, {self.unchanged} pages known"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBatch:
    """A batch that was read, with what was left out because it is known."""

    batch: Batch
    size: int
    unchanged: int

    @property
    def quarantined(self) -> int:
        """Pages and files that gave no article."""
        failed = sum(extraction.article is None for extraction in self.batch.extractions)
        return failed + sum(issue.level == "error" for issue in self.batch.issues)


OnBatch = Callable[[Summary], None]


def quietly(summary: Summary) -> None:
    """Tell nobody how far a run is."""


def replay_paths(
    paths: Sequence[Path], settings: Settings, *, hosts: tuple[str, ...] = (), on_batch: OnBatch = quietly
) -> Summary:
    """Read the pages and WARC files below the paths into the warehouse and publish; replaying adds nothing.

    `hosts` chooses from the WARC files.
    """
    given = list_inputs(paths)
    with recorded_run("replay", settings, source=" ".join(map(str, paths))) as run:
        batches = file_batches(given.files, settings)
        summary = append_batches(run, batches, pages=len(given.files), on_batch=on_batch)
        if given.archives:
            summary = summary.merged(read_archives(run, given.archives, hosts=hosts, on_batch=on_batch))
    run.warehouse.publish()
    return summary


def read_archives(
    run: "Run",
    archives: Sequence[Path],
    *,
    hosts: tuple[str, ...] = (),
    days: Days | None = None,
    on_batch: OnBatch = quietly,
) -> Summary:
    """Extract and append the pages in WARC files; of these days alone, if any are given."""
    from flows.live.rebuild import rebuild  # it needs this module, and a replay of files needs no WARC reader

    return rebuild(run, archives, hosts=hosts, days=days, on_batch=on_batch)


def reextract_pages(settings: Settings, *, on_batch: OnBatch = quietly) -> Summary:
    """Read the stored pages again with this extractor; what it has read before is left alone, old rows stay."""
    with recorded_run("reextract", settings) as run:
        stored = run.warehouse.pages(settings.batch_size)
        summary = append_batches(run, stored, pages=settings.batch_size, on_batch=on_batch)
    run.warehouse.publish()
    return summary


def file_batches(files: Sequence[Path], settings: Settings) -> Iterator[tuple[Page | Issue, ...]]:
    """The files' pages, a batch at a time."""
    manifests = read_manifests(files)
    return (tuple(read_files(some, manifests)) for some in in_batches(files, settings.batch_size))


def append_batches(
    run: "Run", batches: Iterable[Sequence[Page | Issue]], *, pages: int, on_batch: OnBatch = quietly
) -> Summary:
    """Extract and append batch after batch, holding one in memory. `pages` is how many there are, if few."""
    began = time.monotonic()
    summary = Summary(run_id=run.run_id)
    with extractor(run.settings, min(pages, run.settings.batch_size)) as extract_pages:
        for items in batches:
            batch = read_batch(run, items, extract_pages)
            appended = run.warehouse.append(batch.batch, defer=True)
            summary = replace(summary.plus(batch, appended), seconds=time.monotonic() - began)
            on_batch(summary)
    return summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run that the warehouse knows of."""

    command: str
    run_id: UUID
    settings: Settings
    warehouse: Warehouse


@contextmanager
def recorded_run(
    command: str,
    settings: Settings,
    *,
    source: str | None = None,
    flow_run_id: str | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Iterator[Run]:
    """Record a run: succeeded at the end of the block, failed with the reason if it raises."""
    warehouse = Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout, clock=clock)
    run_id = warehouse.start_run(command, source, extractor_version=EXTRACTOR_VERSION, flow_run_id=flow_run_id)
    try:
        yield Run(command=command, run_id=run_id, settings=settings, warehouse=warehouse)
    except BaseException as error:
        warehouse.finish_run(run_id, "failed", str(error) or type(error).__name__)
        raise
    warehouse.finish_run(run_id, "succeeded")


def read_batch(run: Run, items: Sequence[Page | Issue], extract_pages: Extract) -> ReadBatch:
    """Extract the pages of a batch that this extractor has not read yet."""
    pages = [item for item in items if isinstance(item, Page)]
    unread = run.warehouse.unread(pages, EXTRACTOR_VERSION)
    batch = Batch(
        source=run.command,
        window=f"{_name(items[0])} and {len(items) - 1} more",
        run_id=run.run_id,
        extractions=tuple(extract_pages(unread)) if unread else (),
        issues=tuple(item for item in items if isinstance(item, Issue)),
    )
    return ReadBatch(batch=batch, size=len(items), unchanged=len(pages) - len(unread))


def _name(item: Page | Issue) -> str:
    return item.name if isinstance(item, Page) else item.document


def in_batches(things: Iterable[Thing], size: int) -> Iterator[tuple[Thing, ...]]:
    """Cut a stream into batches without reading ahead."""
    stream = iter(things)
    while batch := tuple(islice(stream, size)):
        yield batch


@contextmanager
def extractor(settings: Settings, pages_expected: int) -> Iterator[Extract]:
    """A function that extracts pages in order: here for a few pages, in a pool of processes for many."""
    workers = settings.workers or (1 if pages_expected <= SERIAL_UP_TO else len(os.sched_getaffinity(0)))
    lists = own_lists(settings)
    if workers == 1:
        yield lambda pages: iter(extract_pages(pages, settings.language_model, lists))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=RESTART_AFTER // TOGETHER) as pool:

        def spread(pages: Sequence[Page]) -> Iterator[Extraction]:
            parts = list(in_batches(pages, TOGETHER))
            read = pool.map(extract_pages, parts, repeat(settings.language_model), repeat(lists))
            return chain.from_iterable(read)

        yield spread


def extract_pages(pages: Sequence[Page], language_model: str, lists: OwnLists) -> tuple[Extraction, ...]:
    """Extract pages with this process's resources."""
    from extractors.extract import Choice, extract_many, load_resources  # spaCy takes a second; known pages need none

    chosen = Choice(model=language_model, gazetteers=lists.gazetteers, actors=lists.actors)
    return tuple(extract_many(pages, load_resources(chosen)))
