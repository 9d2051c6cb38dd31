"""Plurals that point back to several parties at once: "the leaders", "both countries", "the two men"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from extractors.actors.choosing import Setting
from extractors.actors.entry import ORGANISATION_CODES, Role
from extractors.actors.memory import Memory, Said, refers
from extractors.actors.phrases import Phrase
from extractors.actors.referent import Referent
from extractors.countries import country_by_code
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Tokens
from extractors.model import Sector

_REACH = 12
_NEAR = 3  # sentences; two states that nobody put in a list are "the two countries" only while both are in mind
_SIZES = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
OPPONENTS = frozenset({"side", "party", "all parties", "both parties", "warring party", "warring side", "rival"})
_STATES = frozenset({"government", "capital", "power"})
_IRREGULAR: frozenset[Sector | None] = frozenset({"REB", "PRM"})
Codes = tuple[str | None, Sector | None]
_ARMIES = frozenset({"army", "military"})


@dataclass(frozen=True, slots=True)
class Groups:
    """Looks back from one sentence of an article for parties that were named together."""

    memory: Memory
    doc: Tokens
    sentence: int
    setting: Setting

    def meant(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The last parties that "the <role>s" can mean, under the names they were given; () when none."""
        size = next(
            (_SIZES[word.lower_] for word in self.doc[phrase.start : phrase.end] if word.lower_ in _SIZES), None
        )
        fighting = role.singular in OPPONENTS and self.setting.armed
        own = self._speaking(phrase) if role.singular in OPPONENTS else frozenset[Codes]()
        said = self._last(
            phrase,
            lambda said: (
                _fits(said, role, size)
                and (not fighting or _belligerent(said.group))
                and own.isdisjoint((each.country, each.sector) for each in said.group)
            ),
            _REACH,
        )
        group = said.group if said is not None else ()
        others = not {country for country, _ in own} & set(self.setting.pair)
        if not group and size in (None, len("ab")) and others and self.doc[phrase.start].lower_ != "all":
            group = self._pair(phrase, role, size)
        if not group and size == 2 and (_stately(role) or role.singular in _ARMIES):
            group = self._last_two(_state) or (self._last_two(_of_state) if role.singular in _ARMIES else ())
        if not group and size == 2 and role.singular in OPPONENTS and not self.setting.armed:
            group = tuple(each for each in self._last_two(_state) if (each.country, each.sector) not in own)
        if not group and size == 2 and role.kind in ("people", "office") and role.singular not in OPPONENTS:
            group = self._two_persons(role)
        return tuple(_as(role, each).at(phrase.start, phrase.end, "epithet") for each in group)

    def _pair(self, phrase: Phrase, role: Role, size: int | None) -> tuple[Referent, ...]:
        """The two states that the article is about: "both countries", "the sides", "the two leaders"."""
        governs = role.sector in ("GOV", "MIL") and role.kind in ("office", "member", "unit") and size is not None
        sides = role.singular in OPPONENTS and not self.setting.rebels
        if not governs and not sides and not (size is not None and _stately(role)):
            return ()
        return tuple(
            Referent(
                start=phrase.start, end=phrase.end, name=named_for(each), country=each,
                sector=role.sector if governs else "GOV", origin="role" if governs else "state", role=role,
                kind=None if governs else "state", method="epithet",
            )
            for each in self.setting.pair
        )  # fmt: skip

    def counted(self, phrase: Phrase, role: Role) -> tuple[Referent, ...]:
        """The last people of the same number, for "the two men"."""
        words = [word.lower_ for word in self.doc[phrase.start : phrase.end]]
        number = next((word for word in words if word in _SIZES), None)
        if number is None or role.kind != "people" or role.singular in OPPONENTS:
            return ()
        said = self._last(phrase, lambda said: said.count == number and said.referent.origin == "role", _REACH)
        return (said.referent.at(phrase.start, phrase.end, "epithet"),) if said is not None else ()

    def _speaking(self, phrase: Phrase) -> frozenset[Codes]:
        """Who does something to the phrase, and so is none of them: "the envoys urged all sides to talk"."""
        verb, last = self.doc[phrase.end - 1], None
        subjects: set[int] = set()
        while verb is not last:
            subjects |= {word.i for word in self.doc if word.dep_ in SUBJECTS and word.head is verb}
            verb, last = verb.head, verb
        return frozenset(
            (each.country, each.sector)
            for said in self.memory.before(self.sentence, phrase.start)
            if said.sentence == self.sentence and not subjects.isdisjoint(range(said.referent.start, said.referent.end))
            for each in (said.referent, *said.group)
        )

    def _last_two(self, fits: Callable[[Referent], bool]) -> tuple[Referent, ...]:
        """The last two states that acted or were named."""
        found: dict[str, Referent] = {}
        for said in self.memory.before(self.sentence, 0):
            if self.sentence - said.sentence > _NEAR or len(found) == len("ab"):
                break
            if said.referent.country is not None and not said.group and fits(said.referent):
                found.setdefault(said.referent.country, said.referent)
        return tuple(reversed(found.values())) if len(found) == len("ab") else ()

    def _two_persons(self, role: Role) -> tuple[Referent, ...]:
        """The two persons whom one of the last sentences names, and no third: "Doe met her counterpart Roe"."""
        named: dict[int, dict[tuple[str | None, str | None], Referent]] = {}
        for said in self.memory.before(self.sentence, 0):
            if self.sentence - said.sentence > _NEAR:
                break
            if said.referent.person and said.referent.method != "pronoun":
                key = (said.referent.name, said.referent.country)
                named.setdefault(said.sentence, {}).setdefault(key, said.referent)
        people = next((tuple(reversed(found.values())) for found in named.values() if len(found) == len("ab")), ())
        return people if role.kind == "people" or all(refers(role, each) for each in people) else ()

    def _last(self, phrase: Phrase, wanted: Callable[[Said], bool], reach: int) -> Said | None:
        return self.memory.last(self.sentence, phrase.start, wanted, reach)


def together(parts: Iterable[tuple[Referent, ...]]) -> tuple[Referent, ...]:
    """The parties of a list as one group; () unless each part names one and all differ."""
    found: list[Referent] = []
    for part in parts:
        if not part or not part[0].coded or part[0].origin in ("deed", "thing", "place"):
            return ()
        found += part
    different = {(each.name or each.start, each.country, each.sector) for each in found}
    return tuple(found) if len(found) > 1 and len(different) == len(found) else ()


def named_for(state: str | None) -> str | None:
    """The name of a state by its code; None for what no state is."""
    country = country_by_code(state) if state is not None and state not in ORGANISATION_CODES else None
    return country.name if country is not None else None


def _fits(said: Said, role: Role, size: int | None) -> bool:
    group = said.group
    if len(group) < 2 or (size is not None and len(group) != size):
        return False
    if _stately(role) or role.singular in _ARMIES:
        return len({each.country for each in group if named_for(each.country)}) == len(group)
    if role.singular in OPPONENTS:
        return all(each.origin != "person" for each in group)
    if role.kind == "people":
        return size is not None and all(each.person for each in group)
    governs = role.sector == "GOV" and role.kind in ("office", "member")
    return all(refers(role, each) or (governs and each.origin == "state") for each in group)


def _belligerent(group: tuple[Referent, ...]) -> bool:
    """Whether one of them fights without a state: a government and its rebels are sides of a war."""
    return any(each.sector in _IRREGULAR for each in group)


def _state(referent: Referent) -> bool:
    return referent.origin == "state"


def _of_state(referent: Referent) -> bool:
    """Whether it acts for a state: "Pakistan's military spokesman"."""
    return (
        referent.sector in ("GOV", "MIL")
        and referent.method != "role+focus"
        and named_for(referent.country) is not None
    )


def _stately(role: Role) -> bool:
    return "state" in role.refers or role.singular in _STATES


def _as(role: Role, party: Referent) -> Referent:
    """The party as what the noun calls it: soldiers of two states are "both countries" as governments."""
    if _stately(role):
        return replace(party, name=named_for(party.country), sector="GOV", origin="state", kind="state")
    if role.singular in _ARMIES:
        return replace(party, sector="MIL")
    return party if party.name is not None or party.person else replace(party, name=named_for(party.country))
