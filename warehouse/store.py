"""The warehouse for those who write: runs, appending, the outbox, publishing. The file is held for moments only."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import duckdb

from extractors.errors import WarehouseError, WarehouseLocked
from extractors.model import Page
from warehouse.append import append_batch, column_types
from warehouse.batches import Appended, Batch, utc_now
from warehouse.connection import broken, writing
from warehouse.ledger import (
    Run,
    RunStatus,
    cursor_of,
    end_run,
    pages_after,
    pages_named,
    record_unreadable,
    start_run,
    unread_of,
)
from warehouse.leftovers import sweep
from warehouse.migrations import SCHEMA, Schema, create, migrate
from warehouse.outbox import Outbox, UnreadableFile
from warehouse.paths import outbox_path, published_path
from warehouse.publish import publish_copy
from warehouse.published import published
from warehouse.repair import Broken, clear_broken
from warehouse.sources import Sources
from warehouse.transfer import export_all

_UNFIT = (KeyError, ValueError, duckdb.ConstraintException, duckdb.ConversionException)
"""What is raised when a whole file holds what the tables cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What emptying the outbox did."""

    batches: dict[UUID, Appended]
    """Each batch that is now in the warehouse, and what it added."""
    quarantined: tuple[tuple[Path, str], ...] = ()
    """Files that could not be loaded, where they lie now, and why; each is an issue, too."""


class Warehouse:
    """One DuckDB file, its outbox and its published copy."""

    def __init__(
        self,
        path: Path,
        *,
        lock_timeout: float = 10.0,
        clock: Callable[[], datetime] = utc_now,
        schema: Schema = SCHEMA,
    ) -> None:
        self.path = path
        self.published_path = published_path(path)
        self.outbox = Outbox(outbox_path(path))
        self._lock_timeout = lock_timeout
        self._clock = clock
        self._schema = schema

    def start_run(
        self, command: str, source: str | None = None, *, extractor_version: str, flow_run_id: str | None = None
    ) -> UUID:
        """Record that a run begins and return its id; runs whose process is gone are recorded as crashed."""
        run = Run(
            command=command,
            source=source,
            extractor_version=extractor_version,
            flow_run_id=flow_run_id,
            started_at=self._clock(),
        )
        with self._open() as con:
            start_run(con, run)
        return run.run_id

    def finish_run(self, run_id: UUID, status: RunStatus = "succeeded", message: str | None = None) -> None:
        """Record how a run ended."""
        with self._open() as con:
            end_run(con, run_id, status, message, self._clock())

    def append(self, batch: Batch, *, defer: bool = False) -> Appended:
        """Put the batch into the outbox, then all that waits there into the warehouse; a known batch adds nothing.

        When another process holds the warehouse too long, WarehouseLocked is raised, or with `defer` an Appended that
        says so is returned. Either way the batch is safe in the outbox and the next append or drain takes it along.
        """
        if not (batch.extractions or batch.issues or batch.records or batch.cursor):
            return Appended()
        with _no_collecting():
            waiting = self.outbox.spool(batch, self._clock())
        try:
            drained = self.drain()
        except WarehouseLocked as error:
            if defer:
                return Appended(deferred=True)
            raise WarehouseLocked(
                f"{error} Nothing is lost: the batch waits in {waiting}, and the next run picks it up."
            ) from error
        for path, reason in drained.quarantined:
            if path.name == waiting.name:
                raise WarehouseError(f"The batch could not be loaded and lies in {path}: {reason}")
        # Another process that drained the same outbox may have taken our batch along: then it is in, and counted there.
        return drained.batches.get(self.outbox.batch_of(waiting), Appended(known_articles=_articles(batch)))

    def drain(self) -> Drained:
        """Load every batch that waits, oldest first; what cannot be loaded is put aside and recorded as an issue."""
        files = self.outbox.waiting()
        loaded: dict[UUID, Appended] = {}
        aside: list[tuple[Path, str]] = []
        if not files:
            return Drained(batches=loaded)
        self.outbox.sweep(time.time())
        with self._open() as con:
            types = column_types(con)
            for file in files:
                try:
                    spooled = self.outbox.read(file)
                    loaded[spooled.batch_id] = append_batch(con, types, spooled, self._clock())
                    self.outbox.done(file)
                except FileNotFoundError:  # loaded by another process while we waited for the lock
                    continue
                except (UnreadableFile, *_UNFIT) as error:
                    aside.append((self.outbox.quarantine(file), str(error)))
                    record_unreadable(con, *aside[-1], self._clock())
        return Drained(batches=loaded, quarantined=tuple(aside))

    def publish(self, *, anew: bool = False) -> Path:
        """Bring the read-only copy up to date and return its path; it is left alone when nothing changed.

        `anew` makes it from nothing, whatever the one that is there holds.
        """
        sweep(self.path)
        with self._open() as con:
            publish_copy(con, self.published_path, self._clock(), anew=anew)
        return self.published_path

    def clear_broken(self) -> tuple[tuple[Broken, ...], tuple[UUID, ...]]:
        """Delete what breaks a promise and can be read again; return all that is broken and the pages to read."""
        with self._open() as con:
            return clear_broken(con)

    def pages_named(self, page_ids: Sequence[UUID]) -> tuple[Page, ...]:
        """Give these pages back as they were fetched."""
        with self._open() as con:
            return pages_named(con, page_ids)

    def export(self, target: Path) -> dict[str, int]:
        """Write every table, with the batches that wait, as Parquet into the folder; return the rows of each."""
        self.drain()
        with self._open() as con:
            return export_all(con, target)

    def unread(self, pages: Sequence[Page], extractor_version: str) -> tuple[Page, ...]:
        """The pages this extractor has not read yet, in their order.

        Only to save work: when the warehouse is busy the published copy is asked, and a page that is read twice adds
        nothing.
        """
        try:
            with self._open(min(self._lock_timeout, 1.0)) as con:
                return unread_of(con, pages, extractor_version)
        except WarehouseLocked:
            if not self.published_path.exists():
                return tuple(pages)
            with published(self.path) as con:
                return unread_of(con, pages, extractor_version)

    @contextmanager
    def sources(self) -> Iterator[Sources]:
        """The state of live sources; while another process writes, as it was published last."""
        with ExitStack() as stack:
            try:  # patiently: what was published last does not know what the writer has just fetched
                con = stack.enter_context(self._open())
            except WarehouseLocked:
                if not self.published_path.exists():
                    raise
                con = stack.enter_context(published(self.path))
            yield Sources(con)

    def cursor(self, source: str) -> str | None:
        """How far the source has been read, None when never."""
        with self._open() as con:
            return cursor_of(con, source)

    def pages(self, chunk: int = 200) -> Iterator[tuple[Page, ...]]:
        """Give every page back as it was fetched, chunk by chunk, so that it can be read again.

        The file is open only while a chunk is read; pages too large to have been kept are left out.
        """
        last = UUID(int=0)
        while True:
            with self._open() as con:
                found = pages_after(con, last, chunk)
            if not found:
                return
            yield tuple(page for _, page in found)
            last = found[-1][0]

    @contextmanager
    def _open(self, timeout: float | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        self._make()
        with writing(self.path, timeout=self._lock_timeout if timeout is None else timeout) as con:
            migrate(con, self._clock(), self._schema)
            yield con

    def _make(self) -> None:
        """Make the file if there is none."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not self.path.exists():
                create(self.path, self._clock(), self._schema)
        except OSError as error:
            raise WarehouseError(
                f"{self.path} cannot be made ({error.strerror or error}); name another --warehouse."
            ) from error
        except duckdb.Error as error:
            raise broken(self.path, error) from error


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from looking at every object of a batch while rows are made of it, an eighth of the
    time; rows hold no cycles, and what they take is known."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:  # else another thread that is in here turns it on again
            gc.enable()


def _articles(batch: Batch) -> int:
    return sum(extraction.article is not None for extraction in batch.extractions)
