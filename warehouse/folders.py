"""Folders that are written whole or not at all."""

import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.errors import UsageError
from warehouse.leftovers import remove, sweep

DESCRIPTOR = "datapackage.json"
"""Every folder we write holds it, so we know our own again."""


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write into and put it at `target` at the end of the block; an error leaves nothing behind.

    An earlier export is replaced; anything else that lies there is left alone and UsageError raised. That takes
    two renames: a process killed between them leaves the earlier one under a hidden name, and the next takes it back.
    """
    target = target.absolute()
    _take_back(target)
    sweep(target)
    if target.exists() and not (target.is_dir() and (_is_ours(target) or not any(target.iterdir()))):
        raise UsageError(f"{target} holds something else and was left alone; name a new folder.")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    aside = target.with_name(f".{target.name}.{os.getpid()}.old")
    try:
        remove(temporary)
        temporary.mkdir(parents=True)
        yield temporary
        if target.exists():
            target.replace(aside)
        temporary.replace(target)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        remove(temporary)
        remove(aside)


def _take_back(target: Path) -> None:
    aside = sorted(target.parent.glob(f".{glob.escape(target.name)}.*.old"), key=lambda path: path.stat().st_mtime)
    if aside and not target.exists():
        aside[-1].replace(target)


def _is_ours(folder: Path) -> bool:
    descriptor = folder / DESCRIPTOR
    return descriptor.is_file() and '"eventwire' in descriptor.read_text(encoding="utf-8", errors="replace")[:200]
