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

_ROWS_TOGETHER = 8192
"""Rows in a row group. A table with a key goes on filling its newest one, and folding the log in writes that again:
of 122,880 rows, as DuckDB has them by itself, 3.4 s of processor time for the texts of a million events, now 0.1 s. It
holds only when it is named at each opening. 2,048 rows save little more and make the file a third larger."""
_ATTACH = f"ATTACH {{}} AS warehouse (TYPE duckdb, ROW_GROUP_SIZE {_ROWS_TOGETHER})"

_LOG_FIRST = "PRAGMA disable_checkpoint_on_shutdown; SET wal_autocheckpoint = '{}MB'"
"""The log is not folded in at each closing, but neither may it grow long: reading it again at each opening takes 6 ms
a megabyte. Publishing folds it in anyway."""
_LEAST_LOG, _MOST_LOG, _LOG_SHARE = 16, 64, 128
"""Megabytes the log grows to before it is folded in: a hundredth of the file, within these bounds. Keys are written
again as a whole, so that folding takes longer beside more of them."""

_TURN = threading.Lock()
"""DuckDB shares one file between the threads of a process, so its lock does not keep them apart; this one does."""

_HELD = ("Could not set lock", "different configuration", "Unique file handle conflict")
"""What DuckDB says of a file that another process, or another connection of this one, has open."""

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
    if any(said in text for said in _HELD):
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
            con = _attached(path)
        except duckdb.Error as error:
            trouble = broken(path, error)
            if not isinstance(trouble, WarehouseLocked) or time.monotonic() + pause > deadline:
                raise trouble from error
        else:
            return con
        time.sleep(pause * random.uniform(0.5, 1.5))  # so that two waiting writers do not keep step
        pause = min(pause * 1.6, _LONGEST_PAUSE)


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(config=WRITING)
    try:
        con.execute(QUIET)
        con.execute(_LOG_FIRST.format(log_limit(path.stat().st_size)))
        con.execute(_ATTACH.format("'" + str(path).replace("'", "''") + "'"))
        con.execute("USE warehouse")
    except BaseException:
        con.close()
        raise
    return con


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
