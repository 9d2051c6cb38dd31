"""What the ledger says and is told: runs, cursors, pages that were read. Works on an open warehouse."""

import gzip
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import duckdb

from extractors.model import Page, stable_uuid
from warehouse.ids import page_id, reading_id

RunStatus = Literal["running", "succeeded", "failed", "crashed"]

_SQL = Path(__file__).parent / "sql"
_START = (_SQL / "start_run.sql").read_text(encoding="utf-8")
_PAGES = (_SQL / "select_pages.sql").read_text(encoding="utf-8")
_NAMED = (_SQL / "select_pages_named.sql").read_text(encoding="utf-8")
_UNREADABLE = (_SQL / "record_issue.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it begins, in this process on this machine."""

    command: str
    source: str | None
    extractor_version: str
    flow_run_id: str | None
    started_at: datetime

    @property
    def run_id(self) -> UUID:
        """Names the run by what it is, when and where."""
        return stable_uuid("run", self.command, self.source, self.started_at, socket.gethostname(), os.getpid())


def start_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Record that a run begins; runs of this machine whose process is gone are recorded as crashed."""
    running = con.execute(
        "SELECT run_id, pid FROM meta.runs WHERE status = 'running' AND host = ?", [socket.gethostname()]
    ).fetchall()
    for lost, pid in running:
        if not _alive(pid):
            end_run(con, lost, "crashed", "Its process was gone when the next run began.", run.started_at)
    con.execute(
        _START,
        {
            "run_id": run.run_id,
            "command": run.command,
            "source": run.source,
            "extractor_version": run.extractor_version,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "flow_run_id": run.flow_run_id,
            "started_at": run.started_at,
        },
    )


def end_run(
    con: duckdb.DuckDBPyConnection, run_id: UUID, status: RunStatus, message: str | None, now: datetime
) -> None:
    """Record how a run ended."""
    con.execute(
        "UPDATE meta.runs SET status = ?, message = ?, finished_at = ? WHERE run_id = ?", [status, message, now, run_id]
    )


def cursor_of(con: duckdb.DuckDBPyConnection, source: str) -> str | None:
    """How far the source has been read, None when never."""
    found = con.execute("SELECT position FROM meta.cursors WHERE source = ?", [source]).fetchone()
    return str(found[0]) if found else None


def unread_of(con: duckdb.DuckDBPyConnection, pages: Sequence[Page], extractor_version: str) -> tuple[Page, ...]:
    """The pages that this extractor has not read yet, in their order."""
    wanted = [reading_id(page_id(page), extractor_version, page.published) for page in pages]
    found = con.execute(
        "SELECT reading_id FROM core.readings WHERE reading_id IN (SELECT unnest(?::UUID[]))", [wanted]
    ).fetchall()
    known = {reading for (reading,) in found}
    return tuple(page for page, reading in zip(pages, wanted, strict=True) if reading not in known)


def pages_after(con: duckdb.DuckDBPyConnection, last: UUID, most: int) -> tuple[tuple[UUID, Page], ...]:
    """The next pages in the order of their ids, as they were fetched."""
    return tuple((row[0], _page(*row[1:])) for row in con.execute(_PAGES, [last, most]).fetchall())


def pages_named(con: duckdb.DuckDBPyConnection, page_ids: Sequence[UUID]) -> tuple[Page, ...]:
    """The pages of these ids whose bytes are kept, as they were fetched."""
    return tuple(_page(*row[1:]) for row in con.execute(_NAMED, [list(page_ids)]).fetchall())


def record_unreadable(con: duckdb.DuckDBPyConnection, path: Path, reason: str, now: datetime) -> None:
    """Record as an issue that a batch could not be loaded and where it lies."""
    message = f"A batch in the outbox could not be loaded and lies in {path}: {reason} Read its source again."
    con.execute(_UNREADABLE, [stable_uuid("issue", path.name, reason), "unreadable_batch", path.name, message, now])


def _page(*columns: Any) -> Page:
    source, name, url, media_type, charset, published, method, fetched_at, body = columns
    return Page(
        source=source,
        name=name,
        url=url,
        media_type=media_type,
        charset=charset,
        published=published,
        published_method=method,
        fetched_at=fetched_at,
        body=gzip.decompress(body),
    )


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's process: it lives
        return True
    return True
