"""Rebuild what can be rebuilt: batches put aside, broken extractions, the published copy with its incidents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors import EXTRACTOR_VERSION
from extractors.model import Page
from flows.pipeline import Extract, Run, extractor, in_batches, recorded_run
from flows.settings import Settings
from warehouse.batches import Batch
from warehouse.repair import salvage


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """One thing that was broken and what came of it."""

    what: str
    where: str
    done: str
    is_whole: bool
    """False when something of it is lost or stays as it was."""


def repair(settings: Settings) -> tuple[Repaired, ...]:
    """Repair the warehouse and publish it anew. What is whole is left alone; what cannot be repaired is named."""
    with recorded_run("repair", settings) as run:
        batches = tuple(_batches(run))
        extractions = tuple(_extractions(run))
    run.warehouse.publish(anew=True)
    copy = Repaired(
        what="published copy",
        where=str(run.warehouse.published_path),
        done="made anew, with its incidents",
        is_whole=True,
    )
    return (*batches, *extractions, copy)


def _batches(run: Run) -> Iterator[Repaired]:
    """Load what could not be loaded before; where that fails again, read the pages in it again."""
    outbox = run.warehouse.outbox
    tried = [outbox.retry(path) for path in outbox.quarantined()]
    failed = dict(run.warehouse.drain().quarantined)
    yield from (_fine("batch", path.name, "loaded") for path in tried if path.name not in {f.name for f in failed})
    for path, reason in failed.items():
        pages, is_all = salvage(path)
        _read(run, pages)
        if is_all:
            outbox.settle(path)
            yield _fine("batch", path.name, f"its {len(pages)} pages were read again")
        else:
            yield Repaired(
                what="batch",
                where=str(path),
                done=f"{len(pages)} pages were read again, the rest is lost ({reason}); read its source again",
                is_whole=False,
            )


def _extractions(run: Run) -> Iterator[Repaired]:
    """Read the pages of broken extractions again, and those that nobody has read."""
    broken, pages = run.warehouse.clear_broken()
    for some in in_batches(pages, run.settings.batch_size):
        _read(run, run.warehouse.pages_named(some))
    for each in broken:
        if each.pages:
            yield _fine("extraction", each.document, f"{each.reason}: read again")
        else:
            where = f"{each.document} ({each.extraction_id})"
            done = f"{each.reason}: left as it is, for the bytes of its page are not kept; replay the page"
            yield Repaired(what="extraction", where=where, done=done, is_whole=False)
    unread = len(set(pages).difference(*(each.pages for each in broken)))
    if unread:
        yield _fine("pages", f"{unread}", "had been read by no extractor: read")


def _read(run: Run, pages: Sequence[Page]) -> None:
    """Extract and append pages this extractor has not read. The window names the run: no batch is the same twice."""
    unread = run.warehouse.unread(pages, EXTRACTOR_VERSION)
    if not unread:
        return
    with extractor(run.settings, len(unread)) as extract_pages:
        for number, some in enumerate(in_batches(unread, run.settings.batch_size)):
            run.warehouse.append(_batch(run, f"{run.run_id} {unread[0].name} {number}", some, extract_pages))


def _batch(run: Run, window: str, pages: Sequence[Page], extract_pages: Extract) -> Batch:
    extractions = tuple(extract_pages(pages))
    return Batch(source=run.command, window=window, run_id=run.run_id, extractions=extractions)


def _fine(what: str, where: str, done: str) -> Repaired:
    return Repaired(what=what, where=where, done=done, is_whole=True)
