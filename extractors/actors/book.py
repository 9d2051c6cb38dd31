"""All actors and role nouns that are known before an article is read, under every name they go by."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from extractors.actors.entry import ActorEntry, Role
from extractors.actors.matching import NameIndex, key_of
from extractors.actors.tables import read_actors_csv, read_roles_csv
from extractors.countries import load_countries

_PARTICLES = frozenset(
    {"al", "el", "bin", "ben", "ibn", "de", "da", "di", "von", "van", "der", "du", "la", "le", "abu"}
)
_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "KHM"})
GIVEN_NAME_ONLY = frozenset({"THA", "ETH", "ERI", "ISL"})  # where people are known by the first of their names
_NO_CAPITAL_METONYM = frozenset({"SGP", "MCO", "VAT", "DJI", "SMR"})  # the capital's name is the country's own


@dataclass(frozen=True, slots=True)
class Demonym:
    """`Syrian` as an adjective, or `Syrians` as people."""

    country: str
    noun: bool


@dataclass(frozen=True, slots=True)
class ActorBook:
    """What a name may mean. Several entries under one name are told apart by the article's day and countries."""

    names: NameIndex[ActorEntry]
    roles: NameIndex[Role]
    demonyms: NameIndex[Demonym]
    surnames: dict[str, tuple[ActorEntry, ...]]
    """Last names, folded, of office-holders: enough to know somebody by only while in office."""
    holders: dict[tuple[str, str], tuple[ActorEntry, ...]]
    """Who held an office: by (country, office)."""
    entries: tuple[ActorEntry, ...]

    def holder(self, country: str, office: str, day: date | None) -> ActorEntry | None:
        """The one known holder of the office on that day."""
        found = [each for each in self.holders.get((country, office), ()) if day is not None and each.valid(day)]
        return found[0] if len(found) == 1 else None


@cache
def load_actors(extra: tuple[Path, ...] = ()) -> ActorBook:
    """The shipped lists, and after them the user's own, which win over shipped entries of the same name."""
    folder = resources.files("extractors").joinpath("data", "actors")
    lists = sorted((each for each in folder.iterdir() if each.name.endswith(".csv")), key=lambda each: each.name)
    roles = tuple(role for each in lists if each.name == "roles.csv" for role in read_roles_csv(each))
    shipped = [entry for each in lists if each.name != "roles.csv" for entry in read_actors_csv(each)]
    own = [entry for path in extra for entry in read_actors_csv(path)]
    own_names = {key_of(name) for entry in own for name in entry.names}
    seats = {name for entry in shipped if entry.kind == "metonym" for name in entry.names}
    kept = [entry for entry in (*_states(), *shipped) if key_of(entry.name) not in own_names]
    names: NameIndex[ActorEntry] = NameIndex()
    for entry in own:
        names.add_all(entry.names, entry)
    for entry in kept:
        names.add_all((name for name in entry.names if not own_names or key_of(name) not in own_names), entry)
    capitals = [entry for entry in _capitals(seats) if not own_names & {key_of(name) for name in entry.aliases}]
    for entry in capitals:
        names.add_all(entry.aliases, entry)
    return _book(names, (*own, *kept, *capitals), roles)


def _book(names: NameIndex[ActorEntry], entries: tuple[ActorEntry, ...], roles: tuple[Role, ...]) -> ActorBook:
    surnames: defaultdict[str, list[ActorEntry]] = defaultdict(list)
    holders: defaultdict[tuple[str, str], list[ActorEntry]] = defaultdict(list)
    for entry in entries:
        if entry.person:
            surnames[surname_of(entry.name, entry.country)].append(entry)
            if entry.country in GIVEN_NAME_ONLY:
                surnames[key_of(entry.name)[0]].append(entry)
        if entry.office and entry.country:
            holders[entry.country, entry.office].append(entry)
    indexed: NameIndex[Role] = NameIndex(proper=False)
    for role in roles:
        indexed.add_all(role.forms, role)
    return ActorBook(
        names=names,
        roles=indexed,
        demonyms=_demonyms(),
        surnames={key: tuple(found) for key, found in surnames.items()},
        holders={key: tuple(found) for key, found in holders.items()},
        entries=entries,
    )


def surname_of(name: str, country: str | None = None) -> str:
    """The folded family name with its particles: `al assad` of "Bashar al-Assad", `xi` of "Xi Jinping" in China."""
    words = list(key_of(name))
    if country in _FAMILY_NAME_FIRST and len(words) > 1:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _states() -> list[ActorEntry]:
    """Every state and territory by its names."""
    return [
        ActorEntry(
            name=country.name,
            country=country.alpha3,
            sector="GOV",
            kind="state",
            aliases=(country.official, *country.aliases),
        )
        for country in load_countries()
    ]


def _capitals(seats: set[str]) -> list[ActorEntry]:
    """Capitals as the state's government, under the state's name, unless another government sits there."""
    found: list[ActorEntry] = []
    for country in load_countries():
        capitals = tuple(name for name in country.capitals if name not in (*country.names, *seats))
        if capitals and country.alpha3 not in _NO_CAPITAL_METONYM:
            found.append(
                ActorEntry(name=country.name, country=country.alpha3, sector="GOV", kind="metonym", aliases=capitals)
            )
    return found


def _demonyms() -> NameIndex[Demonym]:
    index: NameIndex[Demonym] = NameIndex()
    for country in load_countries():
        plurals = {noun for noun in country.nouns if noun not in country.adjectives}
        adjective, noun = Demonym(country.alpha3, noun=False), Demonym(country.alpha3, noun=True)
        index.add_all(country.adjectives, adjective)
        index.add_all(sorted(plurals), noun)
    return index
