"""The tasks that every flow is made of: a stretch of batches, and publishing. One task run is seconds of work.

Prefect's records are for display; what was done stands in the warehouse. So nothing is cached and no result is kept:
a cached append would be skipped even when the warehouse had been restored from an older copy.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from prefect import runtime, task
from prefect.cache_policies import NO_CACHE
from pydantic import Field

from flows.pipeline import Run, Summary, append_batches, file_batches, read_archives
from flows.quiet_exit import exit_quietly

exit_quietly()

WarehousePath = Annotated[
    Path | None, Field(description="DuckDB file to write; else EVENTWIRE_WAREHOUSE, else data/warehouse.duckdb.")
]
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
def read_archive(run: Run, archive: Path) -> Summary:
    """Extract and append the pages in a WARC file, batch by batch."""
    return read_archives(run, [archive])


@task(name="read-stored-pages", cache_policy=NO_CACHE, persist_result=False)
def reread_stored(run: Run) -> Summary:
    """Extract the stored pages that this extractor has not read."""
    size = run.settings.batch_size
    return append_batches(run, run.warehouse.pages(size), pages=size)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False, retries=3, retry_delay_seconds=[5, 15, 45])
def publish(run: Run) -> Path:
    """Append what still waits in the outbox and put the read-only copy in place."""
    run.warehouse.drain()
    return run.warehouse.publish()


def stretches(files: Sequence[Path], batch_size: int) -> Iterator[Sequence[Path]]:
    """Cut the files into at most STRETCHES parts of whole batches."""
    batches = -(-len(files) // batch_size)
    size = batch_size * -(-batches // STRETCHES)
    return (files[start : start + size] for start in range(0, len(files), size))
