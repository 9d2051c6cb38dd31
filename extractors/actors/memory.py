"""What an article has said so far: who was named, under which names, and who was last spoken of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractors.actors.book import GIVEN_NAME_ONLY, surname_of
from extractors.actors.entry import ORGANISATION_CODES, Role
from extractors.actors.matching import key_of
from extractors.actors.referent import Referent
from extractors.model import Sector

_HEADS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "supreme leader", "emir", "sultan")
_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "leader": (*_HEADS, "state counsellor"),
    "head of state": ("president", "king", "queen", "emir", "sultan", "emperor"),
    "head of government": ("prime minister", "premier", "chancellor"),
    "premier": ("prime minister",),
    "top diplomat": ("foreign minister", "foreign secretary", "secretary of state", "foreign policy chief"),
    "monarch": ("king", "queen", "emir", "sultan", "emperor"),
    "politician": (*_HEADS, "opposition leader", "party leader", "mayor", "senator"),
    "strongman": ("president", "commander"),
    "dictator": (*_HEADS, "leader"),
    "ruler": (*_HEADS, "leader"),
    "diplomat": ("ambassador", "envoy", "special envoy", "consul", "foreign minister"),
}
"""Other nouns for somebody whose office is known."""
_TRADES: dict[Sector, tuple[str, ...]] = {
    "JRN": ("writer", "author", "dissident", "critic", "blogger"),
    "OPP": ("politician", "dissident", "critic", "activist", "lawyer"),
    "PTY": ("politician",),
    "LEG": ("politician",),
    "ELI": ("politician", "businessman", "tycoon"),
    "REL": ("preacher", "cleric"),
}
"""Nouns for somebody whose sector is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A party at a place of the article. `subject` is 2 for the sentence's own, 1 for a clause's, else 0."""

    sentence: int
    referent: Referent
    subject: int
    group: tuple[Referent, ...] = ()
    """The parties of a list, when the words name several."""
    count: str | None = None
    """The number before the noun: "two" of "the two men"."""
    listed: bool = False
    """Whether it stands in a list."""


@dataclass(slots=True)
class Memory:
    """The alias table of one article, filled in reading order."""

    names: dict[str, Referent] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    def learn(self, words: str, referent: Referent) -> None:
        """Remember a name; what is known already stays, unless the new codes tell more."""
        key = " ".join(key_of(words))
        if key and _tells_more(self.names.get(key), referent):
            self.names[key] = referent
        if referent.person and key and " " in key:
            doubled = " ".join(key_of(words.split()[-1]))  # Hennis-Plasschaert
            given = key_of(words)[0] if referent.country in GIVEN_NAME_ONLY else doubled
            for surname in {surname_of(words, referent.country), doubled, given}:
                if _tells_more(self.names.get(surname), referent):
                    self.names[surname] = referent

    def called(self, words: str) -> Referent | None:
        """Who goes by this name here."""
        return self.names.get(" ".join(key_of(words)))

    def note(self, said: Said) -> None:
        """Remember that somebody was spoken of."""
        self.said.append(said)

    def before(self, sentence: int, position: int) -> Iterator[Said]:
        """Everybody spoken of before that token, the last first."""
        for said in reversed(self.said):
            if (said.sentence, said.referent.start) < (sentence, position):
                yield said

    def last(self, sentence: int, position: int, wanted: Callable[[Said], bool], reach: int) -> Said | None:
        """The last one wanted at most `reach` sentences back."""
        for said in self.before(sentence, position):
            if sentence - said.sentence > reach:
                return None
            if wanted(said):
                return said
        return None


def _tells_more(known: Referent | None, found: Referent) -> bool:
    """Whether a second naming has codes that the first had not: "envoy Doe", then "the Kenyan envoy Jane Doe"."""
    if known is None or not known.coded:
        return known is None or found.coded
    return known.country is None and found.country is not None and known.kind is None


def refers(role: Role, referent: Referent) -> bool:
    """Whether "the <role>" can point back to the party."""
    held = (referent.office, referent.role.singular if referent.role is not None else None)
    if any(each is not None and (each == role.singular or each.endswith(f" {role.singular}")) for each in held):
        return True
    if referent.person and role.singular == "year-old":
        return True
    if referent.person:
        return any(each in _ALSO_CALLED.get(role.singular, ()) for each in held) or _of_trade(role, referent)
    if role.sector == "JUD" and role.kind == "body" and referent.sector == "JUD" and _abroad(referent):
        return True  # "the tribunal" behind "a UN court"
    if referent.name is None:
        return False
    if referent.origin == "organisation" and role.singular in _ends(referent.name):
        return role.sector != "MIL" or referent.sector not in ("REB", "PRM")  # a "Liberation Army" is not "the army"
    if referent.origin == "organisation" and role.sector == "JUD" and role.kind == "body" and referent.sector == "JUD":
        return True
    if referent.sector == "JUD" and role.sector != "JUD" and role.kind == "body":
        return False  # the bloc is no court
    if role.sector == "GOV" and referent.sector in ("REB", "PRM", "CRM"):
        return False  # the junta is no band of rebels
    return referent.kind is not None and referent.kind in role.refers


def _of_trade(role: Role, person: Referent) -> bool:
    """Whether a noun says what somebody does: "the cleric" of a preacher, "the columnist" of a journalist."""
    if role.kind != "people" or person.sector is None:
        return False
    return person.sector == role.sector not in (None, "CVL") or role.singular in _TRADES.get(person.sector, ())


def _abroad(referent: Referent) -> bool:
    """Whether the words name a court of several states, which no country's own is taken for."""
    return referent.origin in ("organisation", "role") and referent.country in ORGANISATION_CODES


def _ends(name: str) -> tuple[str, str]:
    """The nouns that an organisation's name may be shortened to: its last word and the one before "of" or "for"."""
    words = name.casefold().split()
    linked = next((place for place, word in enumerate(words) if word in ("of", "for", "on") and place), len(words))
    return words[-1], words[linked - 1]
