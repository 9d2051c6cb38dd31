"""The state of live sources: polls, sightings and visits as values, and what follows from the newest of each.

They are appended in the transaction of the pages they belong to; nothing about a source stands anywhere else.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar, Literal
from uuid import UUID

import duckdb

from extractors.model import DateMethod, stable_uuid
from warehouse.published import published

PollOutcome = Literal["changed", "unchanged", "failed"]
VisitOutcome = Literal["fetched", "unchanged", "withdrawn", "refused", "unavailable"]
Look = Literal["first", "again"]
"""Whether an article was never fetched, or is to be looked at once more."""
LOOKS: tuple[Look, ...] = ("first", "again")

_SQL = Path(__file__).parent / "sql"
_POLLS = (_SQL / "newest_polls.sql").read_text(encoding="utf-8")
_VISITS = (_SQL / "newest_visits.sql").read_text(encoding="utf-8")
_DUE = (_SQL / "due_visits.sql").read_text(encoding="utf-8")
_KNOWN = (_SQL / "known_sightings.sql").read_text(encoding="utf-8")
_TOLD = (_SQL / "known_visits.sql").read_text(encoding="utf-8")
_PAUSES = (_SQL / "host_pauses.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One poll of a source, with all that the next one needs to know."""

    TABLE: ClassVar[str] = "meta.polls"

    source_name: str
    url: str
    polled_at: datetime
    outcome: PollOutcome
    http_status: int | None = None
    message: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None
    read_whole_at: datetime | None = None
    entries: int = 0
    entries_new: int = 0
    failures: int = 0
    next_poll_at: datetime
    host_paused_at: datetime | None = None

    @property
    def record_id(self) -> UUID:
        """Names the poll by source and time."""
        return stable_uuid("poll", self.source_name, self.polled_at)

    def row(self) -> dict[str, object]:
        """The columns of its table."""
        return {"poll_id": self.record_id, **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An article that a source named."""

    TABLE: ClassVar[str] = "meta.sightings"

    article_key: str
    url: str
    source: str
    source_name: str
    published_date: date | None = None
    published_method: DateMethod = "feed"
    sighted_at: datetime

    @property
    def record_id(self) -> UUID:
        """Names the sighting by article: the first one stays."""
        return sighting_id(self.article_key)

    def row(self) -> dict[str, object]:
        """The columns of its table."""
        return {"sighting_id": self.record_id, **asdict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One attempt to fetch an article, with all that the next one needs to know."""

    TABLE: ClassVar[str] = "meta.visits"

    article_key: str
    url: str
    visited_at: datetime
    outcome: VisitOutcome
    http_status: int | None = None
    message: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    read_whole_at: datetime | None = None
    page_id: UUID | None = None
    revision_id: UUID | None = None
    is_changed: bool
    is_stub: bool = False
    rung: int
    failures: int = 0
    next_visit_at: datetime | None
    host_paused_at: datetime | None = None

    @property
    def record_id(self) -> UUID:
        """Names the visit by article and time."""
        return visit_id(self.article_key, self.visited_at)

    def row(self) -> dict[str, object]:
        """The columns of its table."""
        return {"visit_id": self.record_id, **asdict(self)}


Record = Poll | Sighting | Visit
RECORDS = {"meta.polls": "poll_id", "meta.sightings": "sighting_id", "meta.visits": "visit_id"}
"""Tables of the records and the key of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An article to visit now, and how it was found the last time."""

    sighting: Sighting
    last: Visit | None


def sighting_id(article_key: str) -> UUID:
    """Names the sighting of an article."""
    return stable_uuid("sighting", article_key)


def visit_id(article_key: str, visited_at: datetime) -> UUID:
    """Names a visit."""
    return stable_uuid("visit", article_key, visited_at)


class Sources:
    """What the warehouse knows of live sources, asked on one open connection."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con

    def polls(self) -> dict[str, Poll]:
        """The newest poll of each source, by its name."""
        found = (Poll(**row) for row in self._rows(_POLLS, {}))
        return {poll.source_name: poll for poll in found}

    def unseen(self, article_keys: Sequence[str]) -> frozenset[str]:
        """Those of the articles that no source has named yet."""
        wanted = {sighting_id(key): key for key in article_keys}
        known = self._con.execute(_KNOWN, {"sighting_ids": list(wanted)}).fetchall()
        for (sighting,) in known:
            del wanted[sighting]
        return frozenset(wanted.values())

    def due(self, now: datetime, most: int, looks: Collection[Look] = LOOKS) -> tuple[Due, ...]:
        """The articles to visit: those never fetched first, newest first, then those that have waited longest."""
        chosen: dict[str, object] = {look: look in looks for look in LOOKS}
        sightings = [Sighting(**row) for row in self._rows(_DUE, {"now": now, "most": most, **chosen})]
        last = self.last_visits([sighting.article_key for sighting in sightings])
        return tuple(Due(sighting=each, last=last.get(each.article_key)) for each in sightings)

    def last_visits(self, article_keys: Sequence[str]) -> dict[str, Visit]:
        """The newest visit to each of the articles that were visited."""
        found = (Visit(**row) for row in self._rows(_VISITS, {"article_keys": list(article_keys)}))
        return {visit.article_key: visit for visit in found}

    def told(self, visit_ids: Sequence[UUID]) -> frozenset[UUID]:
        """Those of the visits that are recorded."""
        return frozenset(key for (key,) in self._con.execute(_TOLD, {"visit_ids": list(visit_ids)}).fetchall())

    def pauses(self, now: datetime) -> dict[str, datetime]:
        """The servers that asked to be left alone, by host and port, and until when."""
        return dict(self._con.execute(_PAUSES, {"now": now}).fetchall())

    def _rows(self, statement: str, parameters: dict[str, object]) -> Iterator[dict[str, Any]]:
        result = self._con.execute(statement, parameters)
        names = [column[0] for column in result.description or []]
        return (dict(zip(names, row, strict=True)) for row in result.fetchall())


def published_polls(path: Path) -> dict[str, Poll]:
    """The newest poll of each source, as the published copy of the warehouse at `path` has it."""
    with published(path) as con:
        return Sources(con).polls()
