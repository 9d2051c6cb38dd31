"""Find the longest known names in a text, whatever the tokenizer made of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from extractors.folding import fold

_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|\w+|[^\w\s.'’‘\-‐‑–]")
"""Acronyms with their dots, words, and marks that part names; hyphens, dots and apostrophes part nothing."""
_ACRONYM_LENGTH = 7  # longer words in capitals are headlines, not acronyms
_READABLE = 5  # acronyms that are spoken as a word are also written as one: "Asean", "Ecowas"

T = TypeVar("T")


def pieces(text: str) -> list[tuple[str, int, int]]:
    """Words and parting marks as (folded, start, end)."""
    return [(_folded(match[0]), *match.span()) for match in _PIECE.finditer(text)]


def key_of(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return tuple(name.lower().split())
    return tuple(word for word, _, _ in pieces(name))


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A known name at `text[start:end]` with all that it may mean."""

    start: int
    end: int
    values: tuple[T, ...]


class NameIndex(Generic[T]):
    """Names by their folded words. A proper name needs capitals at its last word as listed, an acronym nothing else."""

    def __init__(self, *, proper: bool = True) -> None:
        self._names: dict[tuple[str, ...], list[tuple[T, bool, bool]]] = {}
        self._longest: dict[str, int] = {}
        self._proper = proper

    def add(self, name: str, value: T) -> None:
        """File a value under a name; under two spellings of one name, the less strict one counts."""
        key = key_of(name)
        if not key:
            return
        short, titled = self._proper and acronym(name), self._proper and _last_capital(name)
        filed = self._names.setdefault(key, [])
        for place, (known, was_short, was_titled) in enumerate(filed):
            if known is value:
                filed[place] = (value, was_short and short, was_titled and titled)
                break
        else:
            filed.append((value, short, titled))
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def add_all(self, names: Iterable[str], value: T) -> None:
        """File a value under several names."""
        for name in names:
            self.add(name, value)

    def get(self, name: str) -> tuple[T, ...]:
        """What exactly this name may mean."""
        return self._meant(key_of(name), name)

    def find(self, text: str, words: list[tuple[str, int, int]]) -> Iterator[Found[T]]:
        """Longest names from left to right, none overlapping another. `words` are the `pieces` of the text."""
        keys = tuple(word for word, _, _ in words)
        longest, names, position = self._longest, self._names, 0
        for first in [place for place, word in enumerate(keys) if word in longest]:
            if first < position:
                continue
            for size in range(longest[keys[first]], 0, -1):
                key = keys[first : first + size]
                if key in names:
                    start, end = words[first][1], words[first + len(key) - 1][2]
                    values = self._meant(key, text[start:end])
                    if values:
                        yield Found(start, end, values)
                        position = first + len(key)
                        break

    def _meant(self, key: tuple[str, ...], surface: str) -> tuple[T, ...]:
        if self._proper and surface == surface.lower():
            return ()
        capitals, titled, long = surface.isupper(), _last_capital(surface), len(surface) >= _READABLE
        return tuple(
            value
            for value, short, title in self._names.get(key, ())
            if (capitals or not short or (long and surface.istitle())) and (titled or not title)
        )


def _last_capital(surface: str) -> bool:
    """Whether the last word has a capital letter."""
    last = surface.rsplit(None, 1)[-1].rsplit("-", 1)[-1]
    return last != last.lower()


def acronym(name: str) -> bool:
    """Whether a name is written in capitals only and short enough to be no headline."""
    letters = name.replace(".", "").replace("-", "")
    return letters.isupper() and len(letters) <= _ACRONYM_LENGTH


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return word.lower().replace(".", "") if word.isascii() else fold(word)
