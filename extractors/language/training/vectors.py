"""Word features for unseen words: one small table of static vectors made from open word lists, nothing learnt.

A row joins the word's Brown cluster (bit prefixes of several lengths), its possible word forms according to WordNet's
lemma lists (noun, plural, verb, participle …), how often it is written with a capital and, for a capitalised spelling,
the kinds of name it can be (given name, family name, town of a size, nation …). Words that agree in all of them share
a row, so the table stays at a few thousand rows.
"""

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from extractors.language.training.known_names import kinds_of_words

PREFIX_BITS = (4, 6, 8, 10, 12, 16)
WIDTH = 96
KEYS = 70_000
"""Likeliest spellings that have a row, besides the known names: what fits the 20 MB of the package."""
MIN_WORDS_PER_ROW = 8
"""Rarer combinations lose detail: 13,000 rows become 4,700."""


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


def spellings(lists: WordLists, count: int, names: Iterable[str] = ()) -> dict[str, int]:
    """The `count` likeliest words with their cluster, then `names`, with cluster 0 where the lists have none.

    A capitalised spelling that is missing takes the small one's cluster.
    """
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
    for word in names:
        found.setdefault(word, lists.clusters.get(word, 0))
    return found


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a spelling."""

    cluster: int
    forms: frozenset[str] = frozenset()
    capital: int = -1
    kinds: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The features by name, so that the same feature has the same direction in every row."""
        bits = (f"cluster:{size}:{self.cluster & ((1 << size) - 1)}" for size in PREFIX_BITS if self.cluster)
        forms, kinds = (f"form:{form}" for form in sorted(self.forms)), (f"name:{kind}" for kind in self.kinds)
        return (*bits, *forms, f"capital:{self.capital}", *kinds)

    def coarser(self) -> Iterator["Features"]:
        """The same with less and less detail: no forms, no cluster, not even the kinds of name."""
        yield replace(self, forms=frozenset())
        if self.kinds:
            yield replace(self, forms=frozenset(), cluster=0)
            yield replace(self, forms=frozenset(), kinds=self.kinds[:1])
            yield replace(self, forms=frozenset(), kinds=self.kinds[:1], cluster=0)
        yield replace(self, forms=frozenset(), kinds=())


def directions(seed: int) -> Callable[[str], NDArray[np.float32]]:
    """A function that gives each name a random direction, the same one whatever was asked before."""

    def direction(name: str) -> NDArray[np.float32]:
        generator = np.random.default_rng((seed, hash_string(name)))
        return generator.normal(size=WIDTH).astype("float32")

    return direction


def features_of(words: dict[str, int], lists: WordLists, sharing: int) -> dict[str, Features]:
    """The features of each spelling, less detailed where fewer than `sharing` spellings agree in them."""
    kinds = kinds_of_words()
    found = {
        word: Features(
            cluster,
            frozenset(word_forms(word.lower(), lists)),
            capital_share(word, lists.log_probs),
            kinds.get(word, ()),
        )
        for word, cluster in words.items()
    }
    common = Counter(found.values())
    for features in found.values():
        common.update(features.coarser())
    return {
        word: features
        if common[features] >= sharing
        else next(
            (less for less in features.coarser() if common[less] >= sharing), replace(features, forms=frozenset())
        )
        for word, features in found.items()
    }


def make_vectors(lists: WordLists, *, seed: int, keys: int = KEYS, sharing: int = MIN_WORDS_PER_ROW) -> Language:
    """A blank English pipeline whose vocabulary carries the features of so many words and of the known names."""
    found = features_of(spellings(lists, keys, kinds_of_words()), lists, sharing)
    rows = sorted({features.names() for features in found.values()})
    number = {names: row for row, names in enumerate(rows)}
    direction = directions(seed)
    table = np.stack([sum((direction(name) for name in names), np.zeros(WIDTH, "float32")) for names in rows])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    nlp = spacy.blank("en")
    vectors = Vectors(strings=nlp.vocab.strings, data=table, name="eventwire_words")
    for word, features in found.items():
        vectors.add(hash_string(word), row=number[features.names()])
    nlp.vocab.vectors = vectors
    return nlp
