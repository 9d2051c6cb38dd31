"""Remove what killed processes left half-written beside a file or folder of ours.

A process writes under a hidden name that ends in its own number, then renames. Killed in between it leaves that name
behind: as large as the warehouse, read by nobody.
"""

import glob
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

ABANDONED = 3600
"""Seconds after which a half-written file belongs to a process that was killed; writing one takes minutes at most."""

_NAME = r"\.+{name}\.(\d+\.)+(tmp|new|import|old)(\.\S+)?"
"""The names we give, what they are made from in turn, and what DuckDB puts beside them."""


def sweep(target: Path, *, at_once: bool = False) -> None:
    """Remove what was left beside `target` more than an hour ago; `at_once` by whoever alone may write there now."""
    pattern = re.compile(_NAME.format(name=re.escape(target.name)))
    with suppress(OSError):  # a folder that cannot be listed holds nothing that we could remove
        for path in target.parent.glob(f".*{glob.escape(target.name)}.*"):
            if pattern.fullmatch(path.name) and (at_once or time.time() - _changed(path) > ABANDONED):
                remove(path)


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there and may be removed."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # its process has just put it into place
        return time.time()
