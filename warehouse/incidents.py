"""Group reports that tell the same act. Pure: reports in, groups out, the same ones in whatever order they came.

Two reports of different articles tell one act when they are of one type, at most a day apart, nothing they say excludes
it, and enough speaks for it. Groups are the connected parts of what these pairs join, so a group never depends on what
came first, and reports that come later can only join groups.
"""

import calendar
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from extractors.model import stable_uuid

RULE = "1"
"""Changes whenever the same reports may be grouped in another way."""

DAYS_APART = 1
"""Night and time zones. Of 2,887 GVA stories 3 days joined 11 % more right pairs and 52 % more wrong ones."""
NEAR_KM, FAR_KM = 30.0, 150.0
"""Within a town and its surroundings; too far for one act where both places are known exactly."""
ENOUGH = 3
"""Points that join two reports: a near place 2, a toll that agrees 1, each shared name 1 up to 4, a shared victim 1."""

_NAMELESS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
"""Acts whose actors each report names in its own way: "a gunman", "the suspect"."""

_NAMES = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)+")
_CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name))

_OFFICES = frozenset(
    ("police", "sheriff", "sheriff's", "department", "office", "officer", "officers", "county", "hospital", "center",
     "centre", "court", "news", "side", "street", "ministry", "minister", "president", "council", "state", "army")
)  # fmt: skip
"""Names with such a word stand in the reports of every act of a region: leaving them out halved the wrong pairs."""

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one act, as far as it tells acts apart."""

    event_id: UUID
    article_id: UUID
    event_type: str
    first_day: date | None
    last_day: date | None
    place: str | None
    latitude: float | None
    longitude: float | None
    place_precision: int | None
    actors: frozenset[str]
    actor_countries: frozenset[str]
    victims: frozenset[str]
    """Names of two words among the recipients."""
    killed: Bounds
    wounded: Bounds
    names: frozenset[str]
    """Names of two words in the title and the first sentences of the article: people, streets, buildings."""

    @property
    def day(self) -> date | None:
        """The day it happened on; None when it lasted longer or is not known so exactly, and is never joined."""
        return self.first_day if self.first_day == self.last_day else None


def names_in(text: str) -> frozenset[str]:
    """Pairs of neighbouring capitalised words, in lower case, without days and months."""
    found: set[str] = set()
    for match in _NAMES.finditer(text):
        words = [word.strip(".'’").lower() for word in match[0].split()]
        found.update(
            f"{one} {two}"
            for one, two in pairwise(words)
            if len(one) > 1 and len(two) > 1 and not (_CALENDAR | _OFFICES) & {one, two}
        )
    return frozenset(found)


def group(reports: Iterable[Report]) -> dict[UUID, UUID]:
    """Give each report's event the incident it tells."""
    by_id = {report.event_id: report for report in reports}
    head = {key: key for key in by_id}

    def root(key: UUID) -> UUID:
        while head[key] != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for one, other in _candidates(by_id.values()):
        if root(one.event_id) != root(other.event_id) and same_act(one, other):
            head[root(one.event_id)] = root(other.event_id)
    groups: dict[UUID, list[Report]] = defaultdict(list)
    for key, report in by_id.items():
        groups[root(key)].append(report)
    named = {
        key: min((each.first_day or date.max, each.event_id) for each in group)[1] for key, group in groups.items()
    }
    return {key: stable_uuid("incident", named[root(key)]) for key in by_id}


def same_act(one: Report, other: Report) -> bool:
    """Tell whether two reports tell one act; the order of the two does not matter."""
    if one.article_id == other.article_id or one.event_type != other.event_type:
        return False
    if one.day is None or other.day is None or abs(one.day - other.day).days > DAYS_APART:
        return False
    return not _excluded(one, other) and _points(one, other) >= ENOUGH


def _excluded(one: Report, other: Report) -> bool:
    """Tolls that cannot both be true, other actors, or exact places far apart."""
    killed, wounded = _agree(one.killed, other.killed), _agree(one.wounded, other.wounded)
    if killed is False or wounded is False:
        return True
    if one.event_type not in _NAMELESS and one.actors and other.actors and not one.actors & other.actors:
        return True
    if one.actor_countries and other.actor_countries and not one.actor_countries & other.actor_countries:
        return True
    exact = max(one.place_precision or 7, other.place_precision or 7) <= 3
    distance = _kilometres(one, other)
    return exact and distance is not None and distance > FAR_KM


def _points(one: Report, other: Report) -> int:
    shared = len(_names_but_places(one, other))
    victims = bool(one.victims & other.victims)
    if not shared and not victims:
        return 0
    distance = _kilometres(one, other)
    same_name = one.place is not None and other.place is not None and one.place.lower() == other.place.lower()
    near = same_name or (distance is not None and distance <= NEAR_KM)
    tolls = (_agree(one.killed, other.killed), _agree(one.wounded, other.wounded))
    return 2 * near + min(shared, 4) + victims + tolls.count(True)


def _names_but_places(one: Report, other: Report) -> frozenset[str]:
    places = set(f"{one.place or ''} {other.place or ''}".lower().split())
    return frozenset(name for name in one.names & other.names if not set(name.split()) <= places)


def _agree(one: Bounds, other: Bounds) -> bool | None:
    """Whether bounds meet; None when one of them tells nothing."""
    if one == (None, None) or other == (None, None):
        return None
    (low, high), (least, most) = one, other
    return (high is None or (least or 0) <= high) and (most is None or (low or 0) <= most)


def _kilometres(one: Report, other: Report) -> float | None:
    """Distance of the places; None when one is not on the map."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(one.longitude - other.longitude)
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(east)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


def _candidates(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs that share a name or a victim on neighbouring days; all others have no points."""
    index: dict[tuple[str, date, str], list[Report]] = defaultdict(list)
    seen: set[tuple[UUID, UUID]] = set()
    for report in reports:
        if report.day is None:
            continue
        words = report.names | report.victims
        for word in words:
            for offset in range(-DAYS_APART, DAYS_APART + 1):
                for other in index[report.event_type, report.day + timedelta(days=offset), word]:
                    pair = (other.event_id, report.event_id)
                    if pair not in seen:
                        seen.add(pair)
                        yield other, report
        for word in words:
            index[report.event_type, report.day, word].append(report)
