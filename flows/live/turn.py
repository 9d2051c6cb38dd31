"""One at a time: whoever asks live sources for a warehouse holds a lock, which ends with its process however it ends.

So a run that outlived its worker, a command that a person typed and the next scheduled run do not ask one server at
once, and the archive of a day stays one file.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from extractors.errors import WarehouseLocked
from flows.sources.clock import Clock
from warehouse.paths import live_lock_path

PATIENCE = timedelta(minutes=20)
"""How long to wait for another's turn: a pass fetches for 12 minutes at most."""
_PAUSE = 0.5
"""Seconds between tries; whoever takes many turns leaves twice as long between them."""
BETWEEN = 2 * _PAUSE

Say = Callable[[str], object]


def silently(_: str) -> None:
    """Tell nobody that we wait."""


@contextmanager
def turn(warehouse: Path, clock: Clock, *, say: Say = silently) -> Iterator[None]:
    """Hold the turn for the block; `say` is told once when there is somebody to wait for.

    Raises WarehouseLocked when nobody else's turn takes that long.
    """
    path = live_lock_path(warehouse)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _wait(lock, path, clock, say)
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()} {clock.now():%Y-%m-%dT%H:%M:%S}".encode(), 0)
        yield
        os.ftruncate(lock, 0)
    finally:
        os.close(lock)


def holder(warehouse: Path) -> tuple[int, datetime] | None:
    """The process whose turn it is and since when, None when it is nobody's."""
    path = live_lock_path(warehouse)
    try:
        lock = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _told(lock)
    else:
        return None
    finally:
        os.close(lock)


def _wait(lock: int, path: Path, clock: Clock, say: Say) -> None:
    deadline = clock.seconds() + PATIENCE.total_seconds()
    is_told = False
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        pid, since = _told(lock) or (0, clock.now())
        who = f"process {pid or '?'} asks the live sources since {since:%Y-%m-%d %H:%M} UTC"
        if clock.seconds() > deadline:
            raise WarehouseLocked(f"{path} is held: {who}. Nothing was asked; `eventwire doctor` shows what to do.")
        if not is_told:
            say(f"waiting: {who}")
            is_told = True
        clock.sleep(_PAUSE)


def _told(lock: int) -> tuple[int, datetime] | None:
    pid, _, since = os.pread(lock, 100, 0).decode("ascii", "replace").partition(" ")
    try:
        return int(pid), datetime.fromisoformat(since)
    except ValueError:  # it has just been taken or given back
        return None
