"""What is appended at once: the pages of one window of one source, and what reading them gave."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from extractors.errors import WarehouseError
from extractors.model import Extraction, Issue, stable_uuid
from warehouse.sources import Record


def utc_now() -> datetime:
    """The time, UTC and naive, as the warehouse stores it."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Pages read together. They are appended together or not at all, and never twice."""

    source: str
    window: str
    """The part of the source, in words that are the same on every run: `0000-0199`, `2016-12-12`."""
    run_id: UUID
    extractions: tuple[Extraction, ...]
    issues: tuple[Issue, ...] = ()
    """Trouble without a page: a path that does not exist, a feed that does not answer."""
    records: tuple[Record, ...] = ()
    """What a live source told and what fetching gave; they stand or fall with the pages."""
    cursor: str | None = None
    """How far the source is read once this batch is in; None leaves the source's cursor alone."""

    def __post_init__(self) -> None:
        """Refuse pages of several extractors: the ledger names one for each batch."""
        versions = {extraction.extractor_version for extraction in self.extractions}
        if len(versions) > 1:
            raise WarehouseError(f"One batch holds pages read by several extractors: {', '.join(sorted(versions))}.")

    @property
    def extractor_version(self) -> str:
        """The extractor that read every page, '' for a batch without pages."""
        return self.extractions[0].extractor_version if self.extractions else ""

    @property
    def batch_id(self) -> UUID:
        """The same work is the same batch, in whatever order its pages stand."""
        pages = sorted(f"{e.page.source}|{e.page.name}|{e.page.sha256}|{e.page.published}" for e in self.extractions)
        troubles = sorted(f"{issue.code}|{issue.document}|{issue.message}" for issue in self.issues)
        records = sorted(str(record.record_id) for record in self.records)
        said = (*pages, *troubles, *records)
        return stable_uuid("batch", self.source, self.window, self.extractor_version, self.cursor, *said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What one batch added. A batch that was known adds nothing."""

    new_articles: int = 0
    known_articles: int = 0
    quarantined: int = 0
    """Pages that gave no article."""
    new_events: int = 0
    new_quantities: int = 0
    issues: int = 0
    """Issues that had not been told before."""
    deferred: bool = False
    """The warehouse was locked; the batch waits in the outbox."""
