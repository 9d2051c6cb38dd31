"""Runs of capitalized words: whatever is a name in a sentence lies inside one. Knows no place and no grammar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.language.tree import Tree
from extractors.places.words import CALENDAR, NUMBERED_SITES

JOINTS = frozenset({"-", "–", "’", "'", "‘"})
"""Marks that join two halves of a name when no blank stands beside them."""
CONNECTORS = frozenset({"de", "la", "el", "al", "del", "da", "do", "dos", "of", "du", "des", "am", "sur", "upon", "es"})
HYPHENATED = frozenset(
    {"on", "upon", "sur", "en", "les", "le", "la", "de", "sous", "an", "na", "am", "under", "in", "by"}
)
PAIRED_CONNECTORS = frozenset({("an", "der"), ("ob", "der"), ("de", "la"), ("de", "los"), ("de", "las"), ("in", "der")})
ARABIC_ARTICLES = frozenset(
    {"al", "el", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "at", "et", "az", "ez"}
)
NAMELIKE_TAGS = frozenset({"JJ", "NN", "NNS", "FW", "VBG", "VBN", "GW", "AFX"})
"""What a name is tagged when the tagger does not see a name; never trusted at the head of a sentence."""
OPENING = "‘'ʿ`"
QUOTES = frozenset({"‘", "ʿ", "ʻ", "`"})
"""Signs that stand for the letter ain before a name: "‘Ayn", "Mas ‘Idyah"; the tokenizer makes words of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last`, both included, and what the entity recognizer calls them."""

    first: int
    last: int
    label: str
    """LOC, PER or ORG where the whole run is one, "mixed", or '' when nothing in it is a name."""


def labels_of(tree: Tree) -> list[str]:
    """The entity label of each word, '' without one."""
    labels = [""] * len(tree.nodes)
    for entity in tree.entities:
        labels[entity.first : entity.last + 1] = [entity.label] * (entity.last + 1 - entity.first)
    return labels


def name_runs(tree: Tree, labels: list[str], known: Callable[[int, int], bool]) -> Iterator[Run]:
    """All runs in text order. `known` says whether words are a place's name: only then "of" may stand inside."""
    number, nodes = 0, tree.nodes
    while number < len(nodes):
        if not _capital(tree, labels, number):
            number += 1
            continue
        first = number
        while (step := _step(tree, labels, first, number, known)) > number:
            number = step
        last = number
        while last > first and nodes[last].lower in CALENDAR:
            last -= 1
        within = set(labels[first : last + 1])
        yield Run(first, last, within.pop() if len(within) == 1 else "mixed")
        number += 1


def _capital(tree: Tree, labels: list[str], number: int) -> bool:
    node = tree.nodes[number]
    text = node.text.lstrip(OPENING)
    if not text[:1].isupper():
        return bool(labels[number]) and _opens_arabic_name(tree, number)
    return node.proper or bool(labels[number]) or (number > 0 and node.tag in NAMELIKE_TAGS)


def _opens_arabic_name(tree: Tree, number: int) -> bool:
    """Whether "al" begins "al-Bab"."""
    nodes = tree.nodes
    if nodes[number].lower not in ARABIC_ARTICLES or number + 2 >= len(nodes) or nodes[number + 1].text not in JOINTS:
        return False
    return nodes[number].end == nodes[number + 1].start and nodes[number + 2].text[:1].isupper()


def _step(tree: Tree, labels: list[str], first: int, number: int, known: Callable[[int, int], bool]) -> int:
    """The last word that the next piece adds to the run; `number` itself when the run is over."""
    nodes = tree.nodes
    if number + 1 >= len(nodes):
        return number
    this, following = nodes[number], nodes[number + 1]
    if following.text in JOINTS and this.end == following.start and number + 2 < len(nodes):
        beyond = nodes[number + 2]
        joined = following.end == beyond.start
        same = bool(labels[number]) and labels[number] == labels[number + 2] and beyond.tag.startswith("NN")
        if joined and (beyond.text[:1].isupper() or same):
            return number + 2
        if joined and beyond.lower in HYPHENATED and number + 4 < len(nodes):  # "Rostov-on-Don"
            return number + 4 if nodes[number + 3].text in JOINTS and nodes[number + 4].text[:1].isupper() else number
        return number
    if following.text in QUOTES and number + 2 < len(nodes) and following.end == nodes[number + 2].start:
        return number + 2 if _capital(tree, labels, number + 2) else number
    if _opens_arabic_name(tree, number + 1):
        return number + 3
    if following.tag == "CD" and following.text.isdigit() and this.lower in NUMBERED_SITES and this.text[:1].isupper():
        return number + 1
    if following.lower in CONNECTORS and number + 2 < len(nodes) and _capital(tree, labels, number + 2):
        return number + 2 if known(first, number + 2) else number
    if number + 3 < len(nodes) and (following.lower, nodes[number + 2].lower) in PAIRED_CONNECTORS:
        return number + 3 if _capital(tree, labels, number + 3) and known(first, number + 3) else number
    return number + 1 if _capital(tree, labels, number + 1) else number
