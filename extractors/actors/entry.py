"""What the actor lists hold: named actors with the time they are valid for, and nouns for roles."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from extractors.model import Sector

ActorKind = Literal["state", "place", "metonym", "person", "woman", "body", "igo", "ngo", "group", "force", "agency",
                    "media", "party", "company", "people"]  # fmt: skip
"""`metonym` is a name that stands for a government ("Kremlin"); `woman` a person referred to as "she"; `body` an
institution of a state; `agency` a news agency; `place` a part of a state, which never acts by itself."""
RoleKind = Literal["office", "member", "armed", "unit", "body", "people", "deed", "part", "thing",
                   "peer", "site"]  # fmt: skip
"""`office` is held by a named person; `member` takes the sector of what it belongs to ("spokesman"); `armed` people and
`unit`s take it too but are military beside a government; `body` is an institution; `people` are a class of persons;
`deed` is an act that stands for its doer ("airstrikes"); `part` counts or bundles others ("dozens of");
a `thing` is no party even with a capital letter ("Paris Agreement"); a `peer` belongs to another country than its owner
("his Russian counterpart", "its allies"); a `site` is hit in the place of whom it belongs to ("police post")."""

ACTOR_KINDS: frozenset[str] = frozenset(get_args(ActorKind))
ROLE_KINDS: frozenset[str] = frozenset(get_args(RoleKind))
SECTORS: frozenset[str] = frozenset(get_args(Sector))
ORGANISATION_CODES: frozenset[str] = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""What may stand in the place of a country for actors that no state owns."""
PERSONS: frozenset[str] = frozenset({"person", "woman"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A named actor in one role. Somebody who held two offices has two entries with one name."""

    name: str
    country: str | None
    sector: Sector | None
    kind: ActorKind
    office: str | None = None
    """The role noun, as in the list of roles: `foreign minister`."""
    valid_from: date | None = None
    valid_to: date | None = None
    """The first day on which it holds no longer."""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, then the others."""
        return (self.name, *self.aliases)

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind in PERSONS

    def valid(self, day: date | None) -> bool:
        """Whether the entry holds on that day; an unknown day is any day."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A noun for a class of parties. `local` ones belong to the article's conflict when nothing else is said."""

    singular: str
    plural: str | None
    sector: Sector | None
    kind: RoleKind
    local: bool = False
    refers: tuple[str, ...] = ()
    """Kinds of named actors that "the <role>" may point back to."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Singular and plural."""
        return (self.singular,) if self.plural is None else (self.singular, self.plural)
