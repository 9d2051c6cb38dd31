"""Noun phrases that point back: "the watchdog", "the foreign minister", "the cleric", soldiers of an army named."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from extractors.actors.choosing import Setting
from extractors.actors.entry import ORGANISATION_CODES, Role
from extractors.actors.groups import Groups
from extractors.actors.memory import Memory, Said, refers
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Token, Tokens
from extractors.model import Sector

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
_POINTING = frozenset({"office", "body", "unit", "armed", "member"})
_SIDES = frozenset({"MIL", "COP", "LEG", "JUD"})
_FORCES: frozenset[Sector | None] = frozenset({"MIL", "COP"})
_IRREGULAR: frozenset[Sector | None] = frozenset({"REB", "PRM"})
_FIGHTERS = frozenset({
    "rebel", "militant", "insurgent", "fighter", "islamist", "jihadist", "jihadi", "extremist", "terrorist",
    "guerrilla", "paramilitary", "militiaman", "islamist militant",
})  # fmt: skip
"""What any armed group's people may be called."""
_FALLEN = frozenset({"deposed", "ousted", "toppled", "overthrown", "detained"})
_HELD: frozenset[Sector | None] = frozenset({"GOV", "ELI", "OPP", "PTY"})
_OWN = frozenset({"state", "government"})
"""What an article's own country has, rather than one of several in a list."""
_PORTIONS = frozenset({"percent", "third", "half", "quarter", "most", "part", "fifth", "bulk", "much", "rest"})
_TOWARD = frozenset({"to", "from", "against", "with", "on", "into", "for"})
_REACH = 12  # sentences; an epithet can be far from the name
_BODY_REACH = 3  # further back, "the government" is that of the conflict's country
_SIDE_REACH = 1
_OFFICER_REACH = 4  # "officers" alone may be police or military, whoever is at work here


@dataclass(frozen=True, slots=True)
class Pointing:
    """Looks back from one sentence of an article."""

    memory: Memory
    doc: Tokens
    sentence: int
    setting: Setting

    def pointed(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """Whom a role noun without an owner points back to; () when to nobody."""
        role = head.role
        if role is None:
            return ()
        plural = self.doc[head.end - 1].tag_ in ("NNS", "NNPS")
        anew = (
            plural and "state" in role.refers and (self.doc[phrase.start].lower_ == "all" or self._restricted(phrase))
        )
        if self.doc[phrase.start].lower_ in _DEFINITE and not anew:
            found = self._several(phrase, role) if plural else self._one(phrase, role)
            if found or (not plural and role.kind in _POINTING):
                return found
        return self._side(phrase, role)

    def _restricted(self, phrase: Phrase) -> bool:
        """Whether a clause says which are meant: "the countries that had helped"."""
        return phrase.end < len(self.doc) and self.doc[phrase.end].tag_ in ("WDT", "WP", "WP$")

    def _fallen(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """Whoever "the deposed leader" was, in the office that was taken from them."""
        said = self._last(
            phrase, lambda said: not said.group and said.referent.person and said.referent.sector in _HELD, _REACH
        )
        found = said.referent.at(phrase.start, phrase.end, "epithet") if said is not None else None
        return (replace(found, sector=role.sector),) if found is not None else ()

    def _several(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        groups = Groups(self.memory, self.doc, self.sentence, self.setting)
        return groups.meant(phrase, role) or groups.counted(phrase, role) or self._fighters(phrase, role)

    def _fighters(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The armed group that was just named, where the article names no other: "the paramilitaries"."""
        if role.singular not in _FIGHTERS:
            return ()
        found: dict[str, Said] = {}
        for said in self.memory.before(self.sentence, phrase.start):
            each = said.referent
            if each.origin == "organisation" and each.name and each.sector in _IRREGULAR:
                found.setdefault(each.name, said)
        only = next(iter(found.values())) if len(found) == 1 else None
        near = only is not None and self.sentence - only.sentence <= _BODY_REACH
        return (only.referent.at(phrase.start, phrase.end, "epithet"),) if only is not None and near else ()

    def _one(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The last party that "the <role>" can mean; an institution must have been named lately."""
        if role.kind not in _POINTING and (role.kind != "people" or "person" not in role.refers):
            return ()
        if any(word.lower_ in _FALLEN for word in self.doc[phrase.start : phrase.end]):
            return self._fallen(phrase, role)
        barred = self._barred(phrase)
        said = self._last(
            phrase,
            lambda said: (
                not said.group
                and not (said.listed and role.singular in _OWN)
                and not said.referent.plural
                and refers(role, said.referent)
                and not (said.sentence == self.sentence and said.referent.start in barred)
            ),
            _BODY_REACH if role.kind in ("body", "unit") and role.local else _REACH,
        )
        if said is None and role.sector == "JUD" and role.kind == "body":
            court = self._last(phrase, lambda said: said.referent.sector == "JUD" and not said.referent.plural, _REACH)
            said = court if court is not None and court.referent.country in ORGANISATION_CODES else None
        return (said.referent.at(phrase.start, phrase.end, "epithet"),) if said else ()

    def _barred(self, phrase: Phrase) -> frozenset[int]:
        """The clause's own subject: "China congratulated the country" speaks of two, "across the country" of one."""
        noun = self.doc[phrase.end - 1]
        if noun.dep_ == "nmod" and noun.head.lemma_ in _PORTIONS:
            noun = noun.head
        case = next((each.lower_ for each in noun.children if each.dep_ == "case"), "")
        if noun.dep_ not in ("obj", "obl") or (noun.dep_ == "obl" and case not in _TOWARD):
            return frozenset()
        verb = noun.head
        subjects = _subjects(verb) or (_subjects(verb.head) if verb.dep_ == "conj" else [])
        return frozenset(place for each in subjects for place in range(each.first_below, each.i + 1))

    def countryman(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """The last person from the country, for "the Chadian"."""
        singular = self.doc[head.end - 1].tag_ in ("NN", "NNP", "JJ") and len(phrase.segments[0]) == 1
        if head.demonym is None or not singular or self.doc[phrase.start].lower_ != "the":
            return ()
        country = head.demonym.country
        said = self._last(
            phrase, lambda said: not said.group and said.referent.person and said.referent.country == country, _REACH
        )
        return (said.referent.at(phrase.start, phrase.end, "epithet"),) if said else ()

    def _side(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """Soldiers, police or lawmakers without a country belong to the force or house that was just named."""
        sectors: frozenset[Sector | None] = _FORCES if role.singular == "officer" else frozenset({role.sector})
        if role.sector not in _SIDES or (role.kind not in ("people", "armed", "unit") and len(sectors) == 1):
            return ()
        hit = self.doc[phrase.end - 1].dep_ in ("obj", "obl") and role.kind == "armed"
        said = self._last(
            phrase,
            lambda said: _names_side(said, sectors) and not (hit and said.subject),
            _SIDE_REACH if len(sectors) == 1 else _OFFICER_REACH,
        )
        if said is None:
            return ()
        return (
            Referent(
                start=phrase.start, end=phrase.end, country=said.referent.country, sector=said.referent.sector,
                origin="role", role=role, plural=True, method="context",
            ),
        )  # fmt: skip

    def _last(self, phrase: Phrase, wanted: Callable[[Said], bool], reach: int) -> Said | None:
        return self.memory.last(self.sentence, phrase.start, wanted, reach)


def _subjects(verb: Token) -> list[Token]:
    return [each for each in verb.children if each.dep_ in SUBJECTS]


def _names_side(said: Said, sectors: frozenset[Sector | None]) -> bool:
    found = said.referent
    named = found.country is not None and (found.method not in ("role+focus", "pronoun", "sender") or len(sectors) > 1)
    return named and not said.group and found.sector in sectors
