"""Open the file late, hold it briefly, close it early; turn DuckDB's errors into ours.

DuckDB lets one process write, and while it does nobody else may even read. So a writer waits its turn with jitter, and
readers never open the warehouse itself but its published copy.
"""

import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from extractors.errors import SchemaTooNew, WarehouseError, WarehouseLocked

Config = dict[str, str | bool | int | float | list[str]]

NO_DOWNLOADS: Config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""An unknown file format would otherwise make DuckDB ask the network for an extension."""
WRITING: Config = NO_DOWNLOADS | {"storage_compatibility_version": "v1.4.0"}
"""A 2.0 file cannot be read by the command-line client, MotherDuck or Metabase, which are still 1.x."""

QUIET = "SET enable_progress_bar = false"
"""Else a statement that takes more than two seconds draws a progress bar on stdout, amid the data."""

_LOG_FIRST = "PRAGMA disable_checkpoint_on_shutdown; SET wal_autocheckpoint = '{}MB'"
"""Folding the log into the file writes the newest row group of each table again: up to 122,880 articles with all their
text, 4 s of processor time, while reading the log again at each opening takes 6 ms a megabyte. Publishing folds it in
anyway."""
_LEAST_LOG, _MOST_LOG, _LOG_SHARE = 32, 128, 8
"""Megabytes the log grows to before it is folded in: an eighth of the file, within these bounds. Beside a million
events (730 MB) an append of 500 articles takes 1.3 s of processor time; it took 1.6 s when 32 MB were folded in."""

_TURN = threading.Lock()
"""DuckDB shares one file between the threads of a process, so its lock does not keep them apart; this one does."""

_PAUSE, _LONGEST_PAUSE = 0.02, 0.5
"""Seconds between tries, growing by 1.6. A writer holds the file for some 0.1 s, measured with two readers."""


@contextmanager
def writing(path: Path, *, timeout: float) -> Iterator[duckdb.DuckDBPyConnection]:
    """Hold the warehouse for writing; raises WarehouseLocked when another holds it for more than `timeout` seconds."""
    deadline = time.monotonic() + timeout
    if not _TURN.acquire(timeout=max(timeout, 0)):
        raise WarehouseLocked(f"{path} is being written by another thread of this process.")
    try:
        con = _open(path, deadline)
        try:
            yield con
        except duckdb.Error as error:
            raise broken(path, error) from error
        finally:
            _close(con, path)
    finally:
        _TURN.release()


def reading(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a published copy read-only."""
    try:
        con = duckdb.connect(path, read_only=True, config=NO_DOWNLOADS)
    except duckdb.Error as error:
        raise broken(path, error) from error
    con.execute("SET TimeZone = 'UTC'")
    con.execute(QUIET)
    return con


def log_limit(size: int) -> int:
    """Megabytes that the log of a file of so many bytes may hold."""
    return max(_LEAST_LOG, min(_MOST_LOG, size // (_LOG_SHARE * 1_000_000)))


def broken(path: Path, error: Exception) -> WarehouseError:
    """Say in our words what DuckDB says of the file at `path`."""
    text = str(error)
    if "Could not set lock" in text or "different configuration" in text:
        return WarehouseLocked(f"{path} is held by {_holder(text)}.")
    if "version number" in text and "can only read" in text:
        return SchemaTooNew(f"{path} was made by a newer DuckDB than {duckdb.__version__}; upgrade duckdb to read it.")
    if isinstance(error, duckdb.ConstraintException):
        return WarehouseError(f"{path}: a row breaks a promise of the schema: {text}")
    damage = (duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)
    if isinstance(error, damage) or "not a valid DuckDB" in text or "Corrupt" in text:
        return WarehouseError(
            f"{path} is not a DuckDB file or is damaged ({_first_line(text)}). "
            "Move it away and run again, or restore a copy; batches in its outbox are kept."
        )
    return WarehouseError(f"{path} cannot be used: {_first_line(text)}")


def _open(path: Path, deadline: float) -> duckdb.DuckDBPyConnection:
    pause = _PAUSE
    while True:
        try:
            con = duckdb.connect(path, config=WRITING)
        except duckdb.Error as error:
            trouble = broken(path, error)
            if not isinstance(trouble, WarehouseLocked) or time.monotonic() + pause > deadline:
                raise trouble from error
        else:
            con.execute(QUIET)
            con.execute(_LOG_FIRST.format(log_limit(path.stat().st_size)))
            return con
        time.sleep(pause * random.uniform(0.5, 1.5))  # so that two waiting writers do not keep step
        pause = min(pause * 1.6, _LONGEST_PAUSE)


def _close(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    try:
        con.close()
    except duckdb.Error as error:
        raise broken(path, error) from error


def _holder(text: str) -> str:
    found = re.search(r"held in (\S+) \(PID (\d+)\)", text)
    return f"process {found[2]} ({found[1]})" if found else "another part of this process"


def _first_line(text: str) -> str:
    return text.splitlines()[0].strip() if text.strip() else "no reason given"
