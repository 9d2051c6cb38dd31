"""What a person needs to know when something does not work: versions, paths, schema, last run."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from extractors import EXTRACTOR_VERSION
from flows.settings import Settings
from warehouse import read
from warehouse.paths import outbox_path, published_path

PACKAGES = ("duckdb", "spacy", "trafilatura", "prefect", "fastapi", "sqlalchemy")


def examine(settings: Settings) -> Iterator[tuple[str, str]]:
    """Name and finding, one after the other; trouble with the warehouse is raised when it is reached."""
    yield "eventwire", f"{version('eventwire')}, extractor {EXTRACTOR_VERSION}"
    yield "python", f"{platform.python_version()} at {sys.executable}"
    yield "packages", ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield "language model", settings.language_model
    yield "warehouse", _size(settings.warehouse)
    copy = published_path(settings.warehouse)
    yield "published copy", _size(copy)
    waiting = sorted(outbox_path(settings.warehouse).glob("*.json.gz"))
    yield "outbox", f"{len(waiting)} batches wait for the next run" if waiting else "empty"
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


def _size(path: Path) -> str:
    return f"{path} ({path.stat().st_size / 1e6:.1f} MB)" if path.exists() else f"{path} (not there yet)"
