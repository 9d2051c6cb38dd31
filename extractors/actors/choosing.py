"""Which of several actors of one name is meant: by the day, by what the article is about, else none."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors.actors.entry import ActorEntry

SHARED_NAMES = {
    "Congress": frozenset(
        {"ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GTM", "HND", "IND", "MEX", "PER", "PHL", "PRY", "VEN"}
    ),
}
"""Names that without an article mean the listed body everywhere but where another goes by them."""
HOUSES = frozenset({"party", "body"})
"""Kinds whose short names many countries share."""
_COMMON = frozenset({
    "party", "movement", "front", "alliance", "union", "congress", "league", "bloc", "democratic", "republican",
    "national", "united", "people's", "peoples'", "peoples", "social", "socialist", "communist", "labour", "labor",
    "liberal", "conservative", "christian", "green", "greens", "freedom", "progressive", "popular", "workers'",
    "justice", "patriotic", "unity", "new", "left", "independence", "reform", "constituent", "assembly", "electoral",
    "commission", "council", "supreme", "high", "federal", "state",
})  # fmt: skip
"""Words of names that parties and bodies of many countries go by."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article as a whole says about who is meant."""

    day: date | None
    focus: str | None
    countries: frozenset[str] = field(default_factory=frozenset)
    armed: bool = False
    """Whether it tells of those who fight governments."""
    policed: bool = False
    """Whether it speaks of police more often than of soldiers."""
    warlike: bool = False
    """Whether it tells of soldiers or of whom only soldiers fight."""
    rebels: bool = False
    """Whether it tells of fighters whom no word makes mere suspects."""
    pair: tuple[str, ...] = ()
    """The two states of a story between two of them."""
    named: frozenset[str] = field(default_factory=frozenset)
    """Countries that something else than a party or a house names."""


def choose(entries: Sequence[ActorEntry], setting: Setting) -> ActorEntry | None:
    """The actor that a name means, in the role of that day; None when two are equally likely."""
    if len(entries) == 1:
        return in_role(entries, setting.day)
    actors: dict[str, list[ActorEntry]] = {}
    for entry in entries:
        actors.setdefault(entry.name, []).append(entry)
    chosen = [in_role(rows, setting.day) for rows in actors.values()]
    for narrowed in (chosen, _in_time(chosen, setting.day), _of(chosen, setting.focus), _among(chosen, setting)):
        if len(narrowed) == 1 or (narrowed and _same_codes(narrowed)):
            return narrowed[0]
    return None


def strange(entry: ActorEntry, words: str, setting: Setting) -> bool:
    """Whether "the Communist Party" or "Congress" is another country's than the one that goes by the bare name."""
    short = not words.isupper() and (words.casefold() != entry.name.casefold() or common(words))
    unnamed = entry.country not in setting.named and bool(setting.named)
    if words in SHARED_NAMES and setting.focus not in SHARED_NAMES[words]:
        return False
    if entry.country is None:
        return False
    return short and unnamed and entry.kind in HOUSES and setting.focus not in (None, entry.country)


def of_land(entry: ActorEntry, words: str, country: str | None) -> bool:
    """Whether a country's own house is meant, and not the listed one: "Ghana's Labour Party"."""
    return entry.kind in HOUSES and country not in (None, entry.country) and common(words)


def common(name: str) -> bool:
    """Whether a party's name is put together of what parties everywhere call themselves: "the Labour Party"."""
    return all(word in _COMMON for word in name.casefold().split())


def in_role(rows: Sequence[ActorEntry], day: date | None) -> ActorEntry:
    """The entry that holds on the day; else the nearest one, a person without the office's sector."""
    valid = [row for row in rows if row.valid(day)]
    if valid or day is None:
        return valid[0] if day is not None else rows[-1]
    past = [row for row in rows if row.valid_to is not None and row.valid_to <= day]
    if past:
        last = max(past, key=lambda row: row.valid_to or day)
        return replace(last, sector="ELI", office=None) if last.person and last.sector else last
    return replace(rows[0], sector=None, office=None) if rows[0].person else rows[0]


def _in_time(entries: list[ActorEntry], day: date | None) -> list[ActorEntry]:
    return [entry for entry in entries if entry.valid(day) and (entry.office or not entry.person)]


def _of(entries: list[ActorEntry], country: str | None) -> list[ActorEntry]:
    return [entry for entry in entries if country is not None and entry.country == country]


def _among(entries: list[ActorEntry], setting: Setting) -> list[ActorEntry]:
    return [entry for entry in entries if entry.country in setting.countries]


def _same_codes(entries: list[ActorEntry]) -> bool:
    return len({(entry.country, entry.sector) for entry in entries}) == 1
