"""Countries and territories by code, name, demonym and capital. Reads `data/countries.toml`; knows no other place."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from extractors.folding import fold

NameKind = Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One entry of ISO 3166-1 (and Kosovo). `latitude`, `longitude` are a point to label it by, not a border."""

    alpha2: str
    alpha3: str
    name: str
    official: str
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    """The seat that headlines mean first, then other seats and spellings."""
    adjectives: tuple[str, ...]
    """`Syrian`, `US`."""
    nouns: tuple[str, ...]
    """`Syrian`, `Syrians`: people of the country, singular and plural."""
    latitude: float
    longitude: float
    continent: str
    geonames_id: int
    population: int
    neighbours: tuple[str, ...]
    """Alpha-2 codes of countries with a common land border."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to name the country itself."""
        return (self.name, self.official, *self.aliases)

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Every adjective and noun for what comes from the country."""
        return tuple(dict.fromkeys((*self.adjectives, *self.nouns)))


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries and territories in the order of their alpha-2 codes."""
    text = resources.files("extractors").joinpath("data", "countries.toml").read_text(encoding="utf-8")
    countries = (_country(row) for row in tomllib.loads(text)["country"])
    return tuple(sorted(countries, key=lambda country: country.alpha2))


def _country(row: dict[str, Any]) -> Country:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Country(**fields)


def country_by_code(code: str) -> Country | None:
    """The country of an alpha-2 or alpha-3 code."""
    return _codes().get(code.upper())


@lru_cache(maxsize=1 << 16)
def countries_called(words: str, kind: NameKind = "name") -> tuple[Country, ...]:
    """Countries that `words` name, or whose demonym or capital they are, the most populous first; () when none.

    An acronym counts only in capitals: "US" and "U.S." name the United States, "us" does not.
    """
    found = _index(kind).get(fold(words), ())
    capitals = words.upper() == words
    return tuple(country for country, acronym in found if capitals or not acronym)


@cache
def _codes() -> dict[str, Country]:
    return {code: country for country in load_countries() for code in (country.alpha2, country.alpha3)}


@cache
def _index(kind: NameKind) -> dict[str, tuple[tuple[Country, bool], ...]]:
    found: defaultdict[str, dict[Country, bool]] = defaultdict(dict)
    for country in sorted(load_countries(), key=lambda each: -each.population):
        listed = {"name": country.names, "demonym": country.demonyms, "capital": country.capitals}
        for words in listed[kind]:
            found[fold(words)].setdefault(country, words.upper() == words)
    return {key: tuple(countries.items()) for key, countries in found.items()}
