"""Join reports that tell the same act. Pure: reports in, links and groups out, whatever the order they come in.

Groups are the connected parts of what links join. A link belongs to one type and window of days and follows from the
reports there alone, so a report that comes or goes changes the links of its own windows and no other.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from extractors.model import stable_uuid
from warehouse.candidates import candidates, in_order
from warehouse.incidents import Report, same_act

Thing = TypeVar("Thing", int, UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two reports that tell one act. Of all such pairs of a window as few are kept as hold its groups together."""

    event_type: str
    window: int
    event_id: UUID
    event_date: date
    other_id: UUID
    other_date: date


class Parts(Generic[Thing]):
    """Things and which of them are joined."""

    def __init__(self) -> None:
        self._head: dict[Thing, Thing] = {}

    def root(self, thing: Thing) -> Thing:
        """The thing that stands for the part this one is in."""
        head = self._head
        while (above := head.setdefault(thing, thing)) != thing:
            head[thing] = head[above]
            thing = head[above]
        return thing

    def join(self, one: Thing, other: Thing) -> None:
        """Make one part of two."""
        self._head[self.root(one)] = self.root(other)


def links(reports: Iterable[Report], wanted: frozenset[tuple[str, int]] | None = None) -> list[Link]:
    """The links of the types and windows that are wanted, of which all reports must be there; all when None."""
    ordered = in_order(reports)
    pairs = candidates(ordered, wanted) if ordered else None
    if pairs is None:
        return []
    found: list[Link] = []
    parts: dict[int, Parts[int]] = defaultdict(Parts)
    same: dict[tuple[int, int], bool] = {}
    for window, one, other in zip(pairs.window.tolist(), pairs.one.tolist(), pairs.other.tolist(), strict=True):
        joined = parts[window]
        if joined.root(one) == joined.root(other):
            continue
        if (one, other) not in same:
            same[one, other] = same_act(ordered[one], ordered[other])
        if same[one, other]:
            joined.join(one, other)
            found.append(_link(window, ordered[one], ordered[other]))
    return found


def _link(window: int, one: Report, other: Report) -> Link:
    return Link(
        event_type=one.event_type,
        window=window,
        event_id=one.event_id,
        event_date=one.first_day or date.max,
        other_id=other.event_id,
        other_date=other.first_day or date.max,
    )


def leads(found: Iterable[tuple[UUID, date, UUID, date]]) -> dict[UUID, UUID]:
    """Give each event that is linked the first of its group by day and id."""
    parts: Parts[UUID] = Parts()
    days: dict[UUID, date] = {}
    for one, day, other, other_day in found:
        days[one], days[other] = day, other_day
        parts.join(one, other)
    first: dict[UUID, tuple[date, UUID]] = {}
    for event, day in days.items():
        root = parts.root(event)
        first[root] = min(first.get(root, (day, event)), (day, event))
    return {event: first[parts.root(event)][1] for event in days}


def group(reports: Iterable[Report]) -> dict[UUID, UUID]:
    """Give each report's event the incident it tells: what the published copy holds, worked out at once."""
    told = list(reports)
    named = leads((link.event_id, link.event_date, link.other_id, link.other_date) for link in links(told))
    return {report.event_id: incident_id(named.get(report.event_id, report.event_id)) for report in told}


def incident_id(first: UUID) -> UUID:
    """Names an incident after its first report."""
    return stable_uuid("incident", first)
