"""What a person needs to know when something does not work: versions, paths, last run, and what is stuck.

With `fix` what is stuck is mended: the outbox is loaded and published, lost runs are marked as crashed, their slots are
given back. Prefect is never imported here: where its server answers, flows/stuck.py is run to ask it.
"""

import json
import os
import platform
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from extractors import EXTRACTOR_VERSION
from flows.live.turn import PATIENCE, holder
from flows.settings import Settings
from warehouse import read
from warehouse.batches import utc_now
from warehouse.paths import outbox_path, published_path
from warehouse.store import Warehouse

SERVER = "http://127.0.0.1:4200/api"
"""Where `eventwire serve` puts it unless told otherwise."""
PACKAGES = ("duckdb", "spacy", "trafilatura", "prefect", "fastapi", "sqlalchemy")


class Stuck(str):
    """A finding that somebody has to mend."""


def examine(settings: Settings, *, fix: bool = False) -> Iterator[tuple[str, str]]:
    """Name and finding, one after the other; trouble with the warehouse is raised when it is reached."""
    yield from _installed(settings)
    yield from _outbox(settings, fix)
    yield from _turn(settings)
    yield from _last_run(settings)
    yield from _server(fix)


def _installed(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "eventwire", f"{version('eventwire')}, extractor {EXTRACTOR_VERSION}"
    yield "python", f"{platform.python_version()} at {sys.executable}"
    yield "packages", ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield "language model", settings.language_model
    yield "warehouse", _size(settings.warehouse)
    yield "published copy", _size(published_path(settings.warehouse))


def _outbox(settings: Settings, fix: bool) -> Iterator[tuple[str, str]]:
    """What waits, what could not be loaded; loading and publishing it mends the first."""
    folder = outbox_path(settings.warehouse)
    waiting = len(list(folder.glob("*.json.gz")))
    if fix and (waiting or settings.warehouse.exists()):
        store = Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout)
        loaded = len(store.drain().batches)
        store.publish()
        yield "outbox", f"mended: {loaded} batches loaded and published" if waiting else "empty"
    elif waiting:
        yield "outbox", Stuck(f"{waiting} batches wait for the next run; `doctor --fix` loads them now")
    else:
        yield "outbox", "empty"
    aside = len(list((folder / "quarantine").glob("*")))
    if aside:
        yield "quarantine", Stuck(f"{aside} batches in {folder / 'quarantine'} could not be loaded: `eventwire repair`")


def _turn(settings: Settings) -> Iterator[tuple[str, str]]:
    """Who asks the live sources now, and whether that takes longer than it may."""
    found = holder(settings.warehouse)
    if found is None:
        return
    pid, since = found
    told = f"process {pid} asks the live sources since {since:%Y-%m-%d %H:%M} UTC"
    is_hung = utc_now() - since > PATIENCE
    yield "live sources", Stuck(f"{told}; others wait for it: end it if it hangs (kill {pid})") if is_hung else told


def _last_run(settings: Settings) -> Iterator[tuple[str, str]]:
    copy = published_path(settings.warehouse)
    if not copy.exists():
        yield "last run", "none yet: `eventwire replay seeds` makes the first"
        return
    (schema,) = read.query(settings.warehouse, "SELECT max(version) FROM meta.migrations").rows[0]
    yield "schema", f"version {schema}"
    last = read.query(
        settings.warehouse, "SELECT command, status, started_at, message FROM runs ORDER BY started_at DESC LIMIT 1"
    ).rows
    for command, status, started, message in last:
        yield "last run", f"{command} {status}, began {started} UTC" + (f": {message}" if message else "")


def _server(fix: bool) -> Iterator[tuple[str, str]]:
    """What Prefect's server says, if one answers."""
    url = os.environ.get("PREFECT_API_URL", SERVER)
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=5):
            pass
    except (OSError, ValueError) as error:
        yield "prefect server", f"none at {url} ({error}); `eventwire serve` starts one"
        return
    yield "prefect server", url
    command = [sys.executable, "-m", "flows.stuck", *(["--fix"] if fix else [])]
    environ = os.environ | {"PREFECT_API_URL": url, "PREFECT_LOGGING_LEVEL": "ERROR"}
    asked = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    for line in asked.stdout.splitlines():
        found = json.loads(line)
        yield found["name"], Stuck(found["text"]) if found["is_stuck"] else found["text"]
    if asked.returncode:
        yield "prefect server", Stuck(f"could not be asked: {asked.stderr.strip()[-400:]}")


def _size(path: Path) -> str:
    return f"{path} ({path.stat().st_size / 1e6:.1f} MB)" if path.exists() else f"{path} (not there yet)"
