"""What kinds of name a word can be: given name, family name, place by size, nation, organization.

`known_names.txt` is a frozen list, so that a model can be trained again although places and actors grow. It was made by

    python -m extractors.language.training.known_names

from eventwire's own countries, actors and gazetteer and the name lists of Faker (`pip install faker==40.63.0`).
"""

import csv
import importlib
import pkgutil
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from extractors.countries import load_countries
from extractors.places.packing import PackedTable

LIST = Path(__file__).parent / "known_names.txt"
HEADER = """# Names by kind, for word features and names in copies of training sentences. known_names.py made it from
# - GeoNames, CC BY 4.0, as in extractors/places/data/LICENSE.md: towns of 40,000 people and more, divisions;
# - Faker's name lists, Copyright (c) 2012 Daniele Faraglia, MIT: given and family names of 80 languages;
# - eventwire's countries, actors and leaders, Apache-2.0.
"""
SIZES = ((1_000_000, "city1"), (100_000, "city2"), (40_000, "city3"))
"""A town's kind by its people."""
PERSONS = frozenset({"person", "woman", "man"})
BIG_PLACE = 100_000
"""Only bigger places' names have their single words noted: "Deir", "Khan"."""


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """Names by kind; `organizations` and `cities` are whole names, the other kinds single words."""
    found: dict[str, list[str]] = {}
    kind = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            found[kind] = []
        elif line and not line.startswith("#"):
            found[kind].append(line)
    return {kind: tuple(names) for kind, names in found.items()}


@cache
def kinds_of_words() -> dict[str, tuple[str, ...]]:
    """The kinds of every single token, in alphabetical order."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for kind, names in known_names().items():
        for name in names:
            if not {" ", "-"} & set(name):
                kinds[name].add(kind)
    return {word: tuple(sorted(found)) for word, found in sorted(kinds.items())}


def collect() -> dict[str, set[str]]:
    """Names by kind from all sources."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, names in (*_people(), *_nations(), *_actors(), *_towns()):
        found[kind].update(name for name in names if name)
    return found


def _people() -> Iterator[tuple[str, set[str]]]:
    """Faker's names; they have to be written in Latin letters and lose their accents."""
    people: Any = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            values = getattr(provider, attribute)
            if isinstance(values, tuple | list | dict | set) and attribute.startswith(
                ("first_name", "last_name", "surname")
            ):
                kind = "given" if attribute.startswith("first_name") else "family"
                yield kind, {word for value in values for word in _latin(value)}


def _latin(value: object) -> Iterator[str]:
    for word in _plain(str(value)).replace("-", " ").split():
        if len(word) > 2 and word.isascii() and word.isalpha() and word.istitle():
            yield word


def _plain(name: str) -> str:
    """Without accents and the signs of transliteration, as newspapers write it."""
    signs = (sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return "".join(signs).strip("‘’'`")


def _nations() -> Iterator[tuple[str, set[str]]]:
    for country in load_countries():
        for kind, names in (("country", country.names), ("nation", country.demonyms), ("city1", country.capitals)):
            yield kind, {name for name in names if " " not in name}
            yield f"{kind}part", _words(names)
        yield "cities", {*country.names[:1], *country.capitals[:1]}


def _actors() -> Iterator[tuple[str, set[str]]]:
    parts: Counter[str] = Counter()
    for row in _actor_rows():
        names = (row["name"], *filter(None, (row["aliases"] or "").split("|")))
        if row["kind"] in PERSONS:
            given, *others = row["name"].split()
            yield "given", set(_latin(given)) if others else set()
            yield "family", set(_latin(others[-1])) if others else set()
        elif row["kind"] == "place":
            yield "region", {row["name"]} if " " not in row["name"] else set()
        elif row["kind"] != "people":
            proper = [name for name in names if name[:1].isupper() and not name.startswith("The ")]
            yield "organization", {name for name in proper if " " not in name}
            yield "organizations", {row["name"]} & set(proper)
            parts.update(set().union(*(_words([name]) for name in proper)))
    yield "organizationpart", {word for word, count in parts.items() if count > 1}


def _actor_rows() -> Iterator[dict[str, str]]:
    folder = resources.files("extractors").joinpath("data", "actors")
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".csv") and path.name != "roles.csv":
            lines = path.read_text(encoding="utf-8").splitlines()
            yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _towns() -> Iterator[tuple[str, set[str]]]:
    archive = resources.files("extractors").joinpath("places", "data", "gazetteer.npz").read_bytes()
    table = PackedTable(archive)
    for entry in (place for key in (*table.keys(),) for place in table.find(key) if not place.alternate):
        name = _plain(entry.name)
        kind = "region" if entry.kind == "admin1" else next((k for size, k in SIZES if entry.population >= size), "")
        if kind and " " not in name:
            yield kind, {name}
        if kind and " " in name and (entry.population >= BIG_PLACE or kind == "region"):
            yield "placepart", _words([name])
        if entry.population >= BIG_PLACE:
            yield "cities", {name}


def _words(names: Iterable[str]) -> set[str]:
    """The capitalised words of names of several words."""
    words = (word.strip(".,()'") for name in names if " " in name for word in name.split())
    return {word for word in words if len(word) > 2 and word.isalpha() and word[0].isupper()}


def write_list(path: Path = LIST) -> None:
    """Write the list anew."""
    sections = (f"\n[{kind}]\n" + "\n".join(sorted(names)) + "\n" for kind, names in sorted(collect().items()))
    path.write_text(HEADER + "".join(sections), encoding="utf-8")


if __name__ == "__main__":
    write_list()
