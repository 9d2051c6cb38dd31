"""Tell sport, business, weather, health and entertainment from politics, so that a striker's shot is no shooting."""

from collections import Counter
from collections.abc import Iterable

from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Tree

SENTENCE_HITS = 2
"""So many topic words in a sentence make it one of the topic by itself."""
ARTICLE_SHARE = 0.03
"""Share of an article's words that makes the whole article one of the topic."""
SUPPORTED_SHARE = 0.012
"""Share from which one topic word in a sentence is enough."""

_TOPICAL = {
    word: tuple(name for name, words in WORDS.topics if word in words) for _, words in WORDS.topics for word in words
}
"""The topics of each topic word."""


def topic_counts(tree: Tree) -> Counter[str]:
    """How many words of each topic the sentence has, repetitions not counted."""
    words = {node.lemma for node in tree.nodes}
    words.update([node.lower for node in tree.nodes])
    return Counter([name for word in words if word in _TOPICAL for name in _TOPICAL[word]])


def article_topics(trees: Iterable[Tree]) -> dict[str, float]:
    """The share of an article's words that belong to each topic."""
    totals: Counter[str] = Counter()
    words = 0
    for tree in trees:
        words += len(tree.nodes)
        totals += topic_counts(tree)
    return {name: hits / words for name, hits in totals.items()}


def sentence_topics(tree: Tree, shares: dict[str, float]) -> frozenset[str]:
    """The topics of one sentence in its article."""
    counts = topic_counts(tree)
    return frozenset(
        name
        for name, _ in WORDS.topics
        if counts[name] >= SENTENCE_HITS
        or shares.get(name, 0) >= ARTICLE_SHARE
        or (counts[name] and shares.get(name, 0) >= SUPPORTED_SHARE)
    )
