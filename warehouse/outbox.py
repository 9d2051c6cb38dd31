"""Batches that are safe on disk but not in the warehouse yet: one gzip file each, named by batch id.

A file appears whole or not at all: temporary name, fsync, rename, fsync of the folder. Its first line says what the
batch is; every other line holds one table as `name<TAB>columns<TAB>{column: [values]}`. It can be read without the
extractors, and by a later version whose tables have more columns.
"""

import gzip
import json
import os
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

from extractors.errors import SchemaTooNew, WarehouseError
from warehouse.batches import Batch
from warehouse.leftovers import ABANDONED
from warehouse.migrations import SCHEMA
from warehouse.promises import keep_promises
from warehouse.rows import TABLES, batch_columns

FORMAT = 1
"""Raised when a file's lines mean something else; the tables in it may gain columns without that."""
SUFFIX = ".json.gz"


class UnreadableFile(Exception):
    """A file in the outbox that is cut, damaged or no batch at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpooledTable:
    """One table's rows, as they stand in the file: JSON."""

    name: str
    columns: tuple[str, ...]
    json: bytes

    def values(self) -> dict[str, list[Any]]:
        """The rows, column by column."""
        columns: dict[str, list[Any]] = orjson.loads(self.json)
        return columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """A batch as it stands in the outbox."""

    batch_id: UUID
    run_id: UUID
    source: str
    window: str
    extractor_version: str
    pages: int
    articles: int
    cursor: str | None
    spooled_at: datetime
    tables: tuple[SpooledTable, ...]


class Outbox:
    """The folder. Several processes may use it at once; whoever loads a file first removes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def spool(self, batch: Batch, now: datetime) -> Path:
        """Put the batch on disk so that no crash can lose it; a batch that waits already is left as it is."""
        batch_id = batch.batch_id  # once, as it hashes all pages
        path = self.folder / f"{batch_id}{SUFFIX}"
        if path.exists():
            return path
        temporary = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}.tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with temporary.open("xb") as raw:
                    with gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0, compresslevel=1) as packed:
                        packed.writelines(_lines(_sound(batch), batch_id, now))
                    raw.flush()
                    os.fsync(raw.fileno())
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)
            _sync(self.folder)
        except OSError as error:
            raise WarehouseError(
                f"The batch cannot be written to {self.folder} ({error.strerror or error}). "
                "Nothing was added; free space or name another --warehouse, then run again."
            ) from error
        return path

    def waiting(self) -> tuple[Path, ...]:
        """The files that wait, oldest first."""
        return tuple(sorted(self.folder.glob(f"*{SUFFIX}"), key=_age))

    def batch_of(self, path: Path) -> UUID:
        """The batch a file holds, told by its name."""
        return UUID(path.name.removesuffix(SUFFIX))

    def read(self, path: Path) -> Spooled:
        """Read a file back; raises UnreadableFile when it is not whole, SchemaTooNew when we are too old for it."""
        try:
            lines = iter(gzip.decompress(path.read_bytes()).splitlines())
            head = orjson.loads(next(lines))
            if head["format"] > FORMAT or head["schema"] > SCHEMA.version:
                raise SchemaTooNew(f"{path} was written by a newer eventwire; upgrade eventwire to load it.")
            tables = tuple(_table(line) for line in lines)
            return Spooled(
                batch_id=UUID(head["batch_id"]),
                run_id=UUID(head["run_id"]),
                source=head["source"],
                window=head["window"],
                extractor_version=head["extractor_version"],
                pages=head["pages"],
                articles=head["articles"],
                cursor=head["cursor"],
                spooled_at=datetime.fromisoformat(head["spooled_at"]),
                tables=tables,
            )
        except (EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, TypeError, StopIteration) as error:
            raise UnreadableFile(f"{path.name} is not a whole batch: {error or type(error).__name__}") from error

    def done(self, path: Path) -> None:
        """Forget a file whose batch is in the warehouse."""
        path.unlink(missing_ok=True)

    def quarantine(self, path: Path) -> Path:
        """Put a file that cannot be loaded aside, where a person can look at it."""
        aside = self.folder / "quarantine" / path.name
        aside.parent.mkdir(exist_ok=True)
        path.replace(aside)
        return aside

    def quarantined(self) -> tuple[Path, ...]:
        """The files that could not be loaded."""
        return tuple(sorted((self.folder / "quarantine").glob(f"*{SUFFIX}")))

    def retry(self, path: Path) -> Path:
        """Let a file that could not be loaded wait again and return where it waits."""
        waiting = self.folder / path.name
        path.replace(waiting)
        return waiting

    def settle(self, path: Path) -> Path:
        """Mark a quarantined file whose pages were read again; it is kept, but no longer asked about."""
        return path.replace(path.with_name(path.name + ".repaired"))

    def sweep(self, now: float) -> None:
        """Remove what killed processes left half-written; `now` is in seconds since 1970."""
        for path in self.folder.glob(".*.tmp"):
            if now - _age(path)[0] / 1e9 > ABANDONED:
                path.unlink(missing_ok=True)


def _sound(batch: Batch) -> Batch:
    return replace(batch, extractions=tuple(keep_promises(extraction) for extraction in batch.extractions))


def _lines(batch: Batch, batch_id: UUID, now: datetime) -> Iterator[bytes]:
    yield _line(
        {
            "format": FORMAT,
            "schema": SCHEMA.version,
            "batch_id": str(batch_id),
            "run_id": str(batch.run_id),
            "source": batch.source,
            "window": batch.window,
            "extractor_version": batch.extractor_version,
            "pages": len(batch.extractions),
            "articles": sum(extraction.article is not None for extraction in batch.extractions),
            "cursor": batch.cursor,
            "spooled_at": now.isoformat(),
        }
    )
    for table, columns in batch_columns(batch).items():
        yield f"{table}\t{','.join(columns)}\t".encode() + _line(columns)


def _line(value: object) -> bytes:
    try:
        return orjson.dumps(value, default=str) + b"\n"
    except TypeError:
        # A lone surrogate, as broken pages carry, is no text that a database could hold; it becomes a question mark.
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
        return text.encode("utf-8", "replace") + b"\n"


def _table(line: bytes) -> SpooledTable:
    said, columns, values = line.split(b"\t", 2)
    name = said.decode()
    if name not in TABLES:
        raise ValueError(f"there is no table {name[:40]!r}")
    return SpooledTable(name=name, columns=tuple(columns.decode().split(",")), json=values)


def _age(path: Path) -> tuple[int, str]:
    try:
        return path.stat().st_mtime_ns, path.name
    except FileNotFoundError:  # another process has just loaded it
        return 0, path.name


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
