"""Find the words of a sentence that name a place, and tell ground from actors.

Names are runs of capitalized words. What the entity recognizer says, what stands before ("in", "the town of") and
behind ("province", "hospital") and whether the gazetteer knows the name decide together. A demonym is no place; a name
inside an organisation or person is none; a capital or country that acts is a party.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.countries import countries_called
from extractors.folding import fold
from extractors.language.tree import Node, Tree, preposition
from extractors.places.entries import GazetteerEntry
from extractors.places.gazetteer import Gazetteer
from extractors.places.words import (
    CALENDAR,
    GOING_VERBS,
    GROUND,
    INNER,
    PART_ADJECTIVES,
    PART_NAMES,
    PART_NOUNS,
    PEOPLE_OF_A_STATE,
    PLACE_NOUNS,
    PLACE_VERBS,
    SENDING_VERBS,
    SITE_NOUNS,
    SURROUNDINGS,
    TITLES,
    WEAK_GROUND,
)

Role = Literal["ground", "modifier", "actor", "unclear"]
"""Where it happens; what kind of thing it is ("Paris attacks"); who acts; neither is plain."""

FAMOUS = 100_000
"""People. A name that nothing else marks as a place is one only if the town is at least this big."""
SMALL_ARTICLES = frozenset({"al", "el", "ad", "as", "ar"})
CONNECTORS = frozenset({"de", "la", "el", "al", "del", "da", "do", "dos", "of", "and"})
JOINTS = frozenset({"-", "–", "’", "'", "‘"})
NAMELIKE_TAGS = frozenset({"JJ", "NN", "NNS", "FW", "VBG"})
"""What a name is tagged when the tagger does not see a name; never at the head of a sentence."""
REACH = 6
"""Words between a preposition and the name: "in the northern Syrian town of X"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A name in a sentence: words `first` to `last`, both included; `head` carries its place in the tree."""

    name: str
    """What to look up."""
    first: int
    last: int
    head: int
    part: str | None
    part_first: int
    role: Role
    site: bool
    """Whether `name` is only the town before a site's own name, which is words `first` to `last`."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalized words in a row, both ends included, and what the entity recognizer calls them."""

    first: int
    last: int
    label: str
    """LOC, PER or ORG where the whole run is one; "mixed", or '' when nothing in it is."""


class _Finder:
    """Finds the places of one sentence."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer) -> None:
        self._tree = tree
        self._nodes = tree.nodes
        self._gazetteer = gazetteer
        self._labels = [""] * len(tree.nodes)
        for entity in tree.entities:
            for number in range(entity.first, entity.last + 1):
                self._labels[number] = entity.label

    def mentions(self) -> Iterator[PlaceMention]:
        for run in self._runs():
            for first, last in self._names(run):
                yield self._mention(first, last)

    def _runs(self) -> Iterator[_Run]:
        number = 0
        while number < len(self._nodes):
            if not self._capital(number):
                number += 1
                continue
            first = number
            while self._continues(number):
                number += 1
            yield self._run(first, number)
            number += 1

    def _run(self, first: int, last: int) -> _Run:
        while last > first and self._nodes[last].lower in CALENDAR:
            last -= 1
        labels = set(self._labels[first : last + 1])
        return _Run(first, last, labels.pop() if len(labels) == 1 else "mixed")

    def _capital(self, number: int) -> bool:
        node, text = self._nodes[number], self._nodes[number].text
        if text[:1] in "‘'ʿ":
            text = text[1:]
        if not text[:1].isupper():
            return bool(self._labels[number]) and node.lower in SMALL_ARTICLES
        return node.proper or bool(self._labels[number]) or (number > 0 and node.tag in NAMELIKE_TAGS)

    def _continues(self, number: int) -> bool:
        """Whether the run goes on behind this word."""
        nodes, labels = self._nodes, self._labels
        if number + 1 >= len(nodes):
            return False
        this, following = nodes[number], nodes[number + 1]
        if this.text in JOINTS:
            return this.end == following.start and (following.text[:1].isupper() or bool(labels[number + 1]))
        if following.text in JOINTS:
            if this.end != following.start or number + 2 >= len(nodes):
                return False
            beyond = nodes[number + 2]
            capital = beyond.text[:1].isupper() or bool(labels[number + 2] and labels[number])
            return capital and following.end == beyond.start
        if following.lower in CONNECTORS:
            return labels[number] == "LOC" == labels[number + 1]
        return self._capital(number + 1)

    def _text(self, first: int, last: int) -> str:
        return self._tree.text[self._nodes[first].start : self._nodes[last].end]

    def _known(self, first: int, last: int) -> tuple[GazetteerEntry, ...]:
        return self._gazetteer.lookup(self._text(first, last))

    def _names(self, run: _Run) -> Iterator[tuple[int, int]]:
        """The names of places in a run that its label and its place in the sentence allow."""
        first, last = run.first, run.last
        words = self._text(first, last)
        if self._nodes[last].lower in CALENDAR or _is_demonym(words):
            return
        if first > 0 and self._nodes[first - 1].lower.rstrip(".") in TITLES and self._nodes[first - 1].proper:
            return
        trimmed = self._trimmed(first, last)
        if run.label in ("PER", "ORG"):
            if self._overrules(trimmed, last):
                yield trimmed, last
        elif fold(words) in PART_NAMES or self._is_place(trimmed, last, run.label):
            yield (first if fold(words) in PART_NAMES else trimmed), last
        elif run.label == "mixed":
            yield from self._entities(run)

    def _trimmed(self, first: int, last: int) -> int:
        """Where the name itself begins when directions stand before it: "East Aleppo", not "East Timor"."""
        while (
            first < last
            and not self._known(first, last)
            and (self._nodes[first].lower in PART_ADJECTIVES or _is_demonym(self._nodes[first].text))
        ):
            first += 1
            if self._nodes[first].text == "-":
                first += 1
        return first

    def _overrules(self, first: int, last: int) -> bool:
        """Whether grammar makes a place of what the recognizer takes for a person or organisation."""
        if self._noun_beside(first, last):
            return True
        word = self._before(first)
        if word not in INNER:
            return False
        return (
            bool(self._known(first, last))
            or self._nodes[last].lower in SITE_NOUNS
            or (word in ("in", "inside", "near") and self._labels[first] == "PER")
        )

    def _is_place(self, first: int, last: int, label: str) -> bool:
        entries = self._known(first, last)
        if label == "LOC":
            return bool(entries) or self._vouched(first, last)
        if label == "mixed" and not entries and "LOC" not in self._labels[first : last + 1]:
            return False
        if label == "mixed" and not entries:
            return self._nodes[last].lower in SITE_NOUNS | PLACE_NOUNS or (
                set(self._labels[first : last + 1]) == {"LOC", ""} and self._vouched(first, last)
                and not any(self._known(entity.first, entity.last) for entity in self._inside(first, last))
            )  # fmt: skip
        if entries:
            return self._vouched(first, last) or self._famous(first, last, entries)
        return self._noun_beside(first, last) or (
            self._before(first) in INNER and all(self._nodes[number].proper or self._nodes[number].text == "-"
                                                 for number in range(first, last + 1))
        )  # fmt: skip

    def _inside(self, first: int, last: int) -> Iterator["_Run"]:
        for entity in self._tree.entities:
            if first <= entity.first and entity.last <= last:
                yield _Run(entity.first, entity.last, entity.label)

    def _entities(self, run: _Run) -> Iterator[tuple[int, int]]:
        for entity in self._inside(run.first, run.last):
            if entity.label == "LOC" and not _is_demonym(self._text(entity.first, entity.last)):
                trimmed = self._trimmed(entity.first, entity.last)
                if self._known(trimmed, entity.last):
                    yield trimmed, entity.last

    def _famous(self, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
        """Whether a name without any other sign is so well known that it means the place."""
        if not (self._nodes[first].proper and self._nodes[last].proper):
            return False
        return any(
            entry.kind in ("country", "continent")
            or (not entry.alternate and (entry.gazetteer == "eventwire" or entry.population >= FAMOUS))
            for entry in entries
        )

    def _vouched(self, first: int, last: int) -> bool:
        """Whether the words around say that a place is named here."""
        if self._noun_beside(first, last) or self._before(first) in GROUND or self._nodes[last].lower in SITE_NOUNS:
            return True
        head = self._inner_head(first, last)
        above = head.head
        if head.dep == "conj" and above is not None and self._labels[above.i] == "LOC":
            return True
        return head.dep in ("obj", "nsubj:pass") and above is not None and above.lemma in GOING_VERBS | PLACE_VERBS

    def _before(self, first: int) -> str:
        """The preposition that leads to the name, over articles, adjectives and "town of"; '' when there is none."""
        for number in range(first - 1, max(-1, first - 1 - REACH), -1):
            node = self._nodes[number]
            if node.lower in GROUND or (node.lower in WEAK_GROUND and node.lower != "of"):
                return node.lower
            if node.lower == "of":
                if number == 0 or self._nodes[number - 1].lemma not in PLACE_NOUNS | PART_NOUNS:
                    return "of"
            elif not (
                node.lower in ("the", "a", "an", "-", "’s", "'s", "’", "'")
                or node.tag in ("JJ", "JJS", "VBN", "RB")
                or node.lemma in PLACE_NOUNS | PART_NOUNS
                or node.lower in PART_ADJECTIVES
                or (node.text[:1].isupper() and self._labels[number] == "LOC")
            ):
                return ""
        return ""

    def _noun_beside(self, first: int, last: int) -> bool:
        """Whether "town of", "province" or the like stands beside the name."""
        nodes = self._nodes
        if last + 1 < len(nodes) and nodes[last + 1].lemma in PLACE_NOUNS and nodes[last + 1].head is not nodes[last]:
            return True
        number = first - 1
        while (number >= 0 and nodes[number].lower in ("the", "of")) or (
            number >= 0 and nodes[number].lower in PART_ADJECTIVES
        ):
            if nodes[number].lower == "of" and number > 0:
                return nodes[number - 1].lemma in PLACE_NOUNS | PART_NOUNS
            number -= 1
        return False

    def _inner_head(self, first: int, last: int) -> Node:
        for number in range(first, last + 1):
            head = self._nodes[number].head
            if self._nodes[number].text != "-" and (head is None or not first <= head.i <= last):
                return self._nodes[number]
        return self._nodes[last]

    def _top(self, first: int, last: int) -> Node:
        """The word that carries the name: itself, or "town" in "the town of X", "province" in "X province"."""
        head = self._inner_head(first, last)
        above = head.head
        if above is None:
            return head
        by_of = head.dep == "nmod" and preposition(head) == "of" and above.lemma in PLACE_NOUNS | PART_NOUNS
        beside = head.dep in ("compound", "nmod:desc", "appos", "flat", "amod", "nmod") and (
            above.lemma in PLACE_NOUNS or above.lemma in SITE_NOUNS
        )
        if by_of or (beside and not preposition(head)):
            return above
        return head

    def _mention(self, first: int, last: int) -> PlaceMention:
        name, site = self._text(first, last), False
        entries = self._gazetteer.lookup(name)
        if not entries and last > first:
            name, site = self._town_of_site(first, last)
            entries = self._gazetteer.lookup(name)
        following = last + 1
        if (
            following < len(self._nodes)
            and self._nodes[following].lower in SITE_NOUNS - PLACE_NOUNS
            and (self._nodes[last].head is self._nodes[following])
        ):
            last, site = following, True
        part, part_first = self._part(first)
        top = self._top(first, last)
        return PlaceMention(
            name=name,
            first=first,
            last=last,
            head=top.i,
            part=part,
            part_first=part_first,
            role=self._role(top, first, entries),
            site=site,
        )

    def _town_of_site(self, first: int, last: int) -> tuple[str, bool]:
        """ "Aleppo" for "Aleppo Thermal Power Plant": where a site is that nobody lists."""
        if self._nodes[last].lower in SITE_NOUNS:
            for end in range(last - 1, first - 1, -1):
                entries = self._known(first, end)
                if any(entry.population >= FAMOUS or entry.gazetteer == "eventwire" for entry in entries):
                    return self._text(first, end), True
        return self._text(first, last), False

    def _part(self, first: int) -> tuple[str | None, int]:
        """What of the place is meant, and where those words begin: "eastern Aleppo", "Old City of Aleppo"."""
        nodes, before = self._nodes, first - 1
        if before >= 0 and nodes[before].lower in PART_ADJECTIVES:
            return nodes[before].text, before
        while before > 0 and nodes[before].lower in ("the", "of"):
            before -= 1
        if before < 1 or before == first - 1 or nodes[before + 1].lower != "of":
            return None, first
        if f"{nodes[before - 1].lower} {nodes[before].lower}" in PART_NAMES:
            return self._text(before - 1, before), before - 1
        if nodes[before].lemma in SURROUNDINGS or nodes[before].lower in PART_ADJECTIVES:
            return nodes[before].text, before
        return None, first

    def _role(self, top: Node, first: int, entries: tuple[GazetteerEntry, ...]) -> Role:
        """What the name does in its sentence. `entries` are the places it can mean."""
        state = any(entry.kind in ("country", "continent") for entry in entries)
        capital = any(entry.kind == "city" and countries_called(entry.name, "capital") for entry in entries)
        node, party = top, state or capital
        while node.dep in ("conj", "appos") and node.head is not None and not preposition(node):
            node = node.head
        word = preposition(node).rpartition(" ")[2] or (self._before(first) if node is top else "")
        if word:
            return _prepositional(word, node, party)
        verb = node.head.lemma if node.head is not None else ""
        if node.dep in ("obj", "nsubj:pass") and verb in PLACE_VERBS:
            return "ground"
        if node.dep in ("compound", "nmod:poss", "amod", "nmod:desc", "nmod", "flat"):
            return _attributive(node, party)
        return "actor" if party and node.dep != "ROOT" else "unclear"


def find_mentions(tree: Tree, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places a sentence names, in text order; a part taken in by what follows is no place of its own."""
    found: list[PlaceMention] = []
    for mention in _Finder(tree, gazetteer).mentions():
        if found and mention.part_first <= found[-1].last:
            found.pop()
        found.append(mention)
    return tuple(found)


def _is_demonym(words: str) -> bool:
    return bool(countries_called(words, "demonym")) and not countries_called(words)


def _prepositional(word: str, node: Node, party: bool) -> Role:
    if word in GROUND:
        return "ground"
    if node.lemma in PLACE_NOUNS and word != "by":
        return "ground"
    if word in ("from", "to", "on") and not (node.head is not None and node.head.lemma in SENDING_VERBS):
        return "ground" if word != "on" or not party else "actor"
    if word in ("of", "between", "behind", "for"):
        return "actor" if party and word in ("between", "for") else "modifier"
    return "actor" if party else "unclear"


def _attributive(node: Node, party: bool) -> Role:
    head = node.head
    if head is None:
        return "unclear"
    if node.dep == "nmod:poss":
        return "modifier" if head.lemma in PLACE_NOUNS or not party else "actor"
    if head.verbal or (head.lemma in PEOPLE_OF_A_STATE and party):
        return "actor"
    return "modifier"
