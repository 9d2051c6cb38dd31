"""The tasks that every flow is made of: a stretch of batches, and publishing. One task run is seconds of work.

Prefect's records are for display; what was done stands in the warehouse. So nothing is cached and no result is kept:
a cached append would be skipped even when the warehouse had been restored from an older copy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from prefect import runtime, task
from prefect.cache_policies import NO_CACHE
from pydantic import Field

from flows.pipeline import Run, Summary, append_batches, file_batches, read_archives
from flows.quiet_exit import exit_quietly
from flows.sources.days import Days
from warehouse.store import Warehouse

exit_quietly()

WarehousePath = Annotated[
    Path | None, Field(description="DuckDB file to write; else EVENTWIRE_WAREHOUSE, else data/warehouse.duckdb.")
]
Thing = TypeVar("Thing")
STRETCHES = 40
"""Task runs of one flow run: each costs Prefect's server 50 ms, and it loses records when it is given more."""


def first_page() -> str:
    """Name a task run after the first page it reads."""
    files: Sequence[Path] = runtime.task_run.parameters["files"]
    return f"read {files[0].name} and {len(files) - 1} more"


@task(name="read-pages", task_run_name=first_page, cache_policy=NO_CACHE, persist_result=False)
def read_stretch(run: Run, files: Sequence[Path]) -> Summary:
    """Extract and append the files, batch by batch. A locked warehouse leaves the batch in the outbox."""
    return append_batches(run, file_batches(files, run.settings), pages=len(files))


@task(name="read-archive", cache_policy=NO_CACHE, persist_result=False)
def read_archive(run: Run, archive: Path, days: Days | None = None, hosts: tuple[str, ...] = ()) -> Summary:
    """Extract and append the pages in a WARC file, batch by batch."""
    return read_archives(run, [archive], hosts=hosts, days=days)


@task(name="read-stored-pages", cache_policy=NO_CACHE, persist_result=False)
def reread_stored(run: Run) -> Summary:
    """Extract the stored pages that this extractor has not read."""
    size = run.settings.batch_size
    return append_batches(run, run.warehouse.pages(size), pages=size)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False, retries=3, retry_delay_seconds=[5, 15, 45])
def publish(warehouse: Warehouse) -> "Published":
    """Append what still waits in the outbox and put the read-only copy in place."""
    drained = warehouse.drain()
    return Published(path=warehouse.publish(), loaded=len(drained.batches), aside=len(drained.quarantined))


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing did."""

    path: Path
    loaded: int
    """Batches that had waited in the outbox."""
    aside: int
    """Batches that could not be loaded and were put aside; each is an issue."""

    def in_words(self) -> str:
        """One line for people."""
        return f"{self.loaded} batches had waited, {self.aside} were put aside; the published copy is up to date"


def stretches(things: Sequence[Thing], batch_size: int) -> Iterator[Sequence[Thing]]:
    """Cut files or articles into at most STRETCHES parts of whole batches."""
    batches = -(-len(things) // batch_size)
    size = batch_size * max(1, -(-batches // STRETCHES))
    return (things[start : start + size] for start in range(0, len(things), size))
