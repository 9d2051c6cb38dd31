"""Noun phrases that point back: "the watchdog", "the foreign minister", "the leaders", soldiers of an army named."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.actors.entry import Role
from extractors.actors.memory import Memory, Said, refers
from extractors.actors.phrases import Phrase, Piece
from extractors.actors.referent import Referent
from extractors.actors.words import Words

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_POINTING = frozenset({"office", "body", "unit", "armed", "member"})
_SIDES = frozenset({"MIL", "COP", "LEG"})
_REACH = 12  # sentences; an epithet can be far from the name
_BODY_REACH = 3  # further back, "the government" is that of the conflict's country
_SIDE_REACH = 1


@dataclass(frozen=True, slots=True)
class Pointing:
    """Looks back from one sentence of an article."""

    memory: Memory
    doc: Words
    sentence: int

    def pointed(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """Whom a role noun without an owner points back to; () when to nobody."""
        role = head.role
        if role is None:
            return ()
        plural = self.doc[head.end - 1].tag_ in ("NNS", "NNPS")
        if role.kind in _POINTING and self.doc[phrase.start].lower_ in _DEFINITE:
            found = self._group(phrase, role) if plural else self._one(phrase, role)
            if found or not plural:
                return found
        return self._side(phrase, role)

    def _one(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The last party that "the <role>" can mean; an institution must have been named lately."""
        said = self._last(
            phrase,
            lambda said: not said.group and not said.referent.plural and refers(role, said.referent),
            _BODY_REACH if role.kind in ("body", "unit") and role.local else _REACH,
        )
        return (said.referent.at(phrase.start, phrase.end, "epithet"),) if said else ()

    def _group(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The last list of parties that "the <role>s" can mean."""
        said = self._last(
            phrase,
            lambda said: (
                len(said.group) > 1 and all(refers(role, each) or each.origin == "state" for each in said.group)
            ),
            _REACH,
        )
        return tuple(each.at(phrase.start, phrase.end, "epithet") for each in said.group) if said else ()

    def _side(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """Soldiers, police or lawmakers without a country belong to the force or house that was just named."""
        if role.sector not in _SIDES or role.kind not in ("people", "armed", "unit"):
            return ()
        said = self._last(phrase, lambda said: _names_side(said, role), _SIDE_REACH)
        if said is None:
            return ()
        return (
            Referent(
                start=phrase.start, end=phrase.end, country=said.referent.country, sector=role.sector, origin="role",
                role=role, plural=True, method="context",
            ),
        )  # fmt: skip

    def _last(self, phrase: Phrase, wanted: Callable[[Said], bool], reach: int) -> Said | None:
        return self.memory.last(self.sentence, phrase.start, wanted, reach)


def _names_side(said: Said, role: Role) -> bool:
    found = said.referent
    named = found.country is not None and found.method not in ("role+focus", "pronoun")
    return named and not said.group and found.sector == role.sector
