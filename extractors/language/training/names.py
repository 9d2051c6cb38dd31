"""Invent names for copies of training sentences, from the lists in `names.toml` and the longer `known_names.txt`.

The first are the names of world news, the second are many, so that the model learns from their kind and not by heart.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from extractors.language.training.known_names import known_names

LISTS = Path(__file__).parent / "names.toml"
LISTED_ORGANIZATIONS = 0.55
"""Share of organizations taken from the list; the others are made from patterns ("Bank of {country}")."""
FROM_LONG_LISTS = 0.4
"""Share of given names, family names, places and listed organizations that come from the long lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLists:
    """Parts of names by kind."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    places: tuple[str, ...]
    organizations: tuple[str, ...]
    organization_patterns: tuple[str, ...]
    nations: tuple[str, ...]
    countries: tuple[str, ...]
    compound_left: tuple[str, ...]
    compound_right: tuple[str, ...]


@cache
def name_lists() -> NameLists:
    """The lists as they ship."""
    raw: dict[str, Any] = tomllib.loads(LISTS.read_text(encoding="utf-8"))
    compounds = raw.pop("compounds")
    return NameLists(
        **{kind: tuple(words) for kind, words in raw.items()},
        compound_left=tuple(compounds["left"]),
        compound_right=tuple(compounds["right"]),
    )


@dataclass(frozen=True, slots=True)
class Namer:
    """Draws names; the generator makes it repeatable."""

    generator: np.random.Generator

    def pick(self, words: tuple[str, ...]) -> str:
        """One of the words."""
        return words[int(self.generator.integers(len(words)))]

    def chance(self, share: float) -> bool:
        """True in this share of calls."""
        return bool(self.generator.random() < share)

    def name(self, label: str, words: int) -> str:
        """A name of the kind; people known by one word stay so."""
        if label == "PER":
            return self.person(words)
        return self.organization() if label == "ORG" else self.listed("cities", name_lists().places)

    def listed(self, kind: str, short: tuple[str, ...]) -> str:
        """A name from the short list or from the long one of this kind."""
        return self.pick(known_names()[kind] if self.chance(FROM_LONG_LISTS) else short)

    def person(self, words: int) -> str:
        """A person's name."""
        lists = name_lists()
        last = self.listed("family", lists.last)
        if words == 1:
            return last if self.chance(0.7) else self.listed("given", lists.first)
        first = self.listed("given", lists.first)
        if self.chance(0.82):
            return f"{first} {last}"
        if self.chance(0.5):
            return f"{first} {self.pick(lists.first)} {last}"
        if self.chance(0.4):
            return f"{first} {chr(ord('A') + int(self.generator.integers(26)))}. {last}"
        return f"{first} bin {last}" if self.chance(0.4) else f"Abu {first} {last}"

    def organization(self) -> str:
        """An organization's name."""
        lists = name_lists()
        if self.chance(LISTED_ORGANIZATIONS):
            return self.listed("organizations", lists.organizations)
        return self.pick(lists.organization_patterns).format(
            nation=self.pick(lists.nations),
            country=self.pick(lists.countries),
            place=self.pick(lists.places),
            last=self.pick(lists.last),
        )
