"""Word features for unseen words: one small table of static vectors made from open word lists, nothing learnt.

A row joins the word's Brown cluster (bit prefixes of several lengths), its possible word forms according to WordNet's
lemma lists (noun, plural, verb, participle …) and how often it is written with a capital. Words that agree in all
three share a row, so the table stays at a few thousand rows.
"""

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors  # type: ignore[import-not-found]

PREFIX_BITS = (4, 6, 8, 10, 12, 16)
WIDTH = 96
KEYS = 170_000
MIN_WORDS_PER_ROW = 4
"""Rarer combinations fall back on the cluster alone: 9,000 rows become 5,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """What spacy-lookups-data knows of English words: cluster and log probability by spelling, lemma tables."""

    clusters: dict[str, int]
    log_probs: dict[str, float]
    index: dict[str, frozenset[str]]
    exceptions: dict[str, frozenset[str]]
    rules: dict[str, tuple[tuple[str, str], ...]]


def read_word_lists(folder: Path) -> WordLists:
    """Read the English tables from the data folder of spacy-lookups-data."""

    def table(name: str) -> Any:
        with gzip.open(folder / f"en_{name}.json.gz", "rt", encoding="utf-8") as lines:
            return json.load(lines)

    return WordLists(
        clusters={word: code for word, code in table("lexeme_cluster").items() if code},
        log_probs=table("lexeme_prob"),
        index={pos: frozenset(words) for pos, words in table("lemma_index").items()},
        exceptions={pos: frozenset(words) for pos, words in table("lemma_exc").items()},
        rules={pos: tuple((old, new) for old, new in rules) for pos, rules in table("lemma_rules").items()},
    )


def word_forms(word: str, lists: WordLists) -> Iterator[str]:
    """Name the forms a lower-case word can be: `noun`, `noun:s`, `verb:ed`, `verb!` (irregular) …"""
    for pos in ("noun", "verb", "adj", "adv"):
        base = lists.index.get(pos, frozenset())
        if word in base:
            yield pos
        if word in lists.exceptions.get(pos, frozenset()):
            yield f"{pos}!"
        for old, new in lists.rules.get(pos, ()):
            if old and word.endswith(old) and word[: -len(old)] + new in base:
                yield f"{pos}:{old}"


def capital_share(word: str, log_probs: dict[str, float]) -> int:
    """How often the word is capitalised in running text, in five steps; -1 where the list does not have it."""
    low, high = log_probs.get(word.lower()), log_probs.get(word.lower().title())
    if low is None and high is None:
        return -1
    capital, small = (np.exp(value) if value is not None else 0.0 for value in (high, low))
    return int(4.999 * capital / (capital + small))


def spellings(lists: WordLists, count: int) -> dict[str, int]:
    """The `count` likeliest words with their cluster; a capitalised spelling that is missing takes the small one's."""
    floor = min(lists.log_probs.values())
    likely = sorted(lists.clusters, key=lambda word: (-lists.log_probs.get(word, floor), word))
    found: dict[str, int] = {}
    for word in likely:
        if len(found) >= count:
            break
        found[word] = lists.clusters[word]
        title = word.title()
        if word.islower() and word.isalpha() and title not in lists.clusters:
            found[title] = lists.clusters[word]
    return found


def feature_names(cluster: int, forms: Iterable[str], share: int) -> tuple[str, ...]:
    """The features of a row, by name, so that the same feature has the same direction in every row."""
    bits = (f"cluster:{size}:{cluster & ((1 << size) - 1)}" for size in PREFIX_BITS)
    return (*bits, *(f"form:{form}" for form in sorted(set(forms))), f"capital:{share}")


def directions(seed: int) -> Callable[[str], NDArray[np.float32]]:
    """A function that gives each name a random direction, the same one whatever was asked before."""

    def direction(name: str) -> NDArray[np.float32]:
        generator = np.random.default_rng((seed, hash_string(name)))
        return generator.normal(size=WIDTH).astype("float32")

    return direction


def make_vectors(lists: WordLists, *, seed: int, keys: int = KEYS, sharing: int = MIN_WORDS_PER_ROW) -> Language:
    """A blank English pipeline whose vocabulary carries the features of so many words.

    A combination of features that fewer than `sharing` words have is left at cluster and capitals.
    """
    words = spellings(lists, keys)
    rows_of = {
        word: feature_names(code, word_forms(word.lower(), lists), capital_share(word, lists.log_probs))
        for word, code in words.items()
    }
    common = Counter(rows_of.values())
    for word, names in rows_of.items():
        if common[names] < sharing:
            rows_of[word] = feature_names(words[word], (), capital_share(word, lists.log_probs))
    names_of_row = sorted(set(rows_of.values()))
    number = {names: row for row, names in enumerate(names_of_row)}
    direction = directions(seed)
    table = np.stack([sum((direction(name) for name in names), np.zeros(WIDTH, "float32")) for names in names_of_row])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    nlp = spacy.blank("en")
    vectors = Vectors(strings=nlp.vocab.strings, data=table, name="eventwire_words")
    for word, names in rows_of.items():
        vectors.add(hash_string(word), row=number[names])
    nlp.vocab.vectors = vectors
    return nlp
