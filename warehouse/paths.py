"""Where the parts of a warehouse lie: everything stands beside the file a person names."""

from pathlib import Path

PUBLISHED = ".published.duckdb"


def published_path(path: Path) -> Path:
    """The read-only copy that analysts open: `data/warehouse.published.duckdb`; a published path is its own."""
    return path if path.name.endswith(PUBLISHED) else path.with_name(path.stem + PUBLISHED)


def outbox_path(path: Path) -> Path:
    """Folder of the batches that are safe on disk but not in the warehouse yet: `data/warehouse.outbox/`."""
    return path.with_name(path.stem + ".outbox")


def live_lock_path(path: Path) -> Path:
    """File that whoever asks live sources holds locked meanwhile: `data/warehouse.live.lock`."""
    return path.with_name(path.stem + ".live.lock")


def archive_path(path: Path) -> Path:
    """Folder of the responses that live sources gave, as WARC: `data/warehouse.archive/`."""
    return path.with_name(path.stem + ".archive")
