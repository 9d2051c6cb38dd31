"""What a noun phrase names, before it becomes a party: codes, and what later phrases need to point back to it."""

from dataclasses import dataclass
from typing import Literal

from extractors.actors.entry import ActorEntry, ActorKind, Role
from extractors.model import Sector

Origin = Literal["state", "place", "organisation", "person", "role", "deed", "thing", "site", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """A party to be; `start`, `end` are tokens of the sentence, `method` names how its codes were found."""

    start: int
    end: int
    name: str | None = None
    country: str | None = None
    sector: Sector | None = None
    origin: Origin
    kind: ActorKind | None = None
    role: Role | None = None
    office: str | None = None
    plural: bool = False
    words: str | None = None
    """How the article names somebody whom no list holds, for "he" and "she"."""
    method: str

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.origin == "person"

    @property
    def coded(self) -> bool:
        """Whether a country or a sector is known."""
        return self.country is not None or self.sector is not None

    def at(self, start: int, end: int, method: str | None = None) -> "Referent":
        """The same party where other words name it."""
        if (start, end) == (self.start, self.end) and method in (None, self.method):
            return self
        return Referent(  # as replace does, which takes twice the time
            start=start,
            end=end,
            name=self.name,
            country=self.country,
            sector=self.sector,
            origin=self.origin,
            kind=self.kind,
            role=self.role,
            office=self.office,
            plural=self.plural,
            words=self.words,
            method=method or self.method,
        )


def from_entry(entry: ActorEntry, start: int, end: int, method: str = "dictionary") -> Referent:
    """The referent of a known actor."""
    return Referent(
        start=start,
        end=end,
        name=entry.name,
        country=entry.country,
        sector=entry.sector,
        origin=_origin(entry),
        kind=entry.kind,
        office=entry.office,
        method=method if entry.kind != "metonym" or method != "dictionary" else "metonym",
    )


def _origin(entry: ActorEntry) -> Origin:
    if entry.person:
        return "person"
    if entry.kind in ("state", "metonym"):
        return "state"
    return "place" if entry.kind == "place" else "organisation"
