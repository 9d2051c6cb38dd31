"""Find the words of a sentence that name a place.

What the entity recognizer says, what stands before ("in", "the town of") and behind ("province", "hospital") and
whether the gazetteer knows the name decide together. A demonym is no place; a name inside an organisation is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.countries import countries_called
from extractors.folding import fold
from extractors.language.tree import Tree
from extractors.places.entries import AREAS, GazetteerEntry, size
from extractors.places.gazetteer import Gazetteer
from extractors.places.links import links
from extractors.places.roles import Role, role_of
from extractors.places.runs import JOINTS, Run, labels_of, name_runs
from extractors.places.surroundings import Surroundings
from extractors.places.words import (
    CALENDAR,
    ENTERING_VERBS,
    GOING_VERBS,
    GROUND,
    INNER,
    NAME_ENDS_OF_NO_PLACE,
    NAME_PREFIXES,
    PART_ADJECTIVES,
    PART_NAMES,
    PEOPLES,
    PLACE_VERBS,
    SITE_NOUNS,
    TITLES,
    TOWN_NOUNS,
)

FAMOUS = 100_000
"""People. A name that nothing else marks as a place is one only if the town is at least this big."""
LONGEST_ACRONYM = 5
"""Letters. In capitals as short as this, "SDF" is never the town of Sdf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A name in a sentence: words `first` to `last`, both included; `head` carries its place in the tree."""

    name: str
    """What to look up: for a site that nobody lists, the town before its own name."""
    first: int
    last: int
    head: int
    part: str | None
    part_first: int
    role: Role
    size: float
    """How wide a place it can be: see `entries.size`; 0 when unknown."""
    site: bool
    """Whether the words name a site in or near `name`."""
    within: int | None = None
    """Position in the sentence's mentions of the place that this one lies in."""
    series: int | None = None
    """Position of the first of the list that this one stands in."""


def find_mentions(tree: Tree, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places a sentence names, in text order; a part taken in by what follows is no place of its own."""
    found: list[PlaceMention] = []
    for mention in _Finder(tree, gazetteer).mentions():
        if found and mention.part_first <= found[-1].last:
            found.pop()
        found.append(mention)
    linked = zip(found, links(found, Surroundings(tree, [])), strict=True)
    mentions: list[PlaceMention] = []
    for mention, own in linked:
        role = mention.role if own.series is None else found[own.series].role
        mentions.append(replace(mention, within=own.within, series=own.series, role=role))
    return tuple(mentions)


def is_people(words: str) -> bool:
    """Whether the words are a demonym, a people or a faith and not also a country's name."""
    return fold(words) in PEOPLES or (bool(countries_called(words, "demonym")) and not countries_called(words))


class _Finder:
    """Finds the places of one sentence."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer) -> None:
        self._tree = tree
        self._nodes = tree.nodes
        self._gazetteer = gazetteer
        self._labels = labels_of(tree)
        self._around = Surroundings(tree, self._labels)

    def mentions(self) -> Iterator[PlaceMention]:
        """All places in text order."""
        runs = list(name_runs(self._tree, self._labels, lambda first, last: bool(self._known(first, last))))
        names: list[tuple[int, int]] = []
        for run in runs:
            own = list(self._names(run))
            if not own and names and self._goes_on(names[-1], run):
                own = [(run.first, run.last)]
            if own and not names and len(runs) > 1:
                own = [*self._led_to(own[0], runs), *own]
            names += own
        return (self._mention(first, last) for first, last in names)

    def _goes_on(self, previous: tuple[int, int], run: Run) -> bool:
        """Whether a list of places goes on with a name that nothing else vouches for: "Zangang and Mayit"."""
        if not self._around.follows_in_list(run.first, previous[1]) or self._titled(run.first):
            return False
        words, head = self._around.text(run.first, run.last), self._around.inner_head(run.first, run.last)
        if head.dep in ("nsubj", "nsubj:pass", "obl:unmarked") or self._never_a_place(run.last):
            return False
        if run.label == "ORG" and head.dep != "conj":
            return False
        return not is_people(words) and not words.isupper()

    def _never_a_place(self, last: int) -> bool:
        return self._nodes[last].lower.rstrip(".") in CALENDAR | NAME_ENDS_OF_NO_PLACE

    def _led_to(self, found: tuple[int, int], runs: list[Run]) -> Iterator[tuple[int, int]]:
        """Names before the first place of a list that ends in "villages": "Shaffa and Shindiffu villages"."""
        behind = found[1] + 1
        if (
            behind >= len(self._nodes)
            or self._nodes[behind].tag != "NNS"
            or self._nodes[behind].lemma not in TOWN_NOUNS
        ):
            return
        for run in runs:
            if run.last < found[0] and run.label != "ORG" and self._around.follows_in_list(found[0], run.last):
                yield run.first, run.last

    def _known(self, first: int, last: int) -> tuple[GazetteerEntry, ...]:
        words = self._around.text(first, last)
        entries = self._gazetteer.lookup(words)
        if len(words) <= LONGEST_ACRONYM and words.isupper():
            return tuple(entry for entry in entries if entry.kind in AREAS or entry.notable)
        return entries

    def _names(self, run: Run) -> Iterator[tuple[int, int]]:
        """The names of places in a run that its label and its place in the sentence allow."""
        first, last = run.first, run.last
        words = self._around.text(first, last)
        if (
            self._nodes[last].lower.rstrip(".") in CALENDAR | NAME_ENDS_OF_NO_PLACE
            or is_people(words)
            or self._titled(first)
        ):
            return
        if fold(words) in PART_NAMES:
            yield first, last
            return
        trimmed = self._trimmed(first, last)
        if self._around.before_group(last) and not self._known(trimmed, last):
            return
        if run.label in ("PER", "ORG"):
            if self._overrules(trimmed, last):
                yield trimmed, last
        elif self._is_place(trimmed, last, run.label):
            yield trimmed, last
        elif run.label == "mixed":
            yield from self._entities(run)

    def _titled(self, first: int) -> bool:
        if self._nodes[first].lower.rstrip(".") in TITLES:
            return True
        before = self._nodes[first - 1] if first else None
        return before is not None and before.proper and before.lower.rstrip(".") in TITLES

    def _trimmed(self, first: int, last: int) -> int:
        """Where the name itself begins when directions stand before it: "East Aleppo", not "East Timor"."""
        begin = first
        while begin < last and not self._known(begin, last):
            if self._nodes[begin].lower not in PART_ADJECTIVES and not is_people(self._nodes[begin].text):
                break
            begin += 2 if self._nodes[begin + 1].text in JOINTS and begin + 1 < last else 1
        if self._known(begin, last) or self._nodes[first].lower in PART_ADJECTIVES:
            return begin
        return first

    def _overrules(self, first: int, last: int) -> bool:
        """Whether grammar makes a place of what the recognizer takes for a person or organisation."""
        around = self._around
        if around.noun_beside(first, last) or around.is_goal(first, last, ENTERING_VERBS):
            return True
        word = around.before(first)
        if self._nodes[first].lower in NAME_PREFIXES and first < last:
            return word in GROUND or bool(self._known(first, last)) or around.is_goal(first, last, PLACE_VERBS)
        site = around.site_behind(last) or (
            first < last
            and self._nodes[last].lower in SITE_NOUNS | TOWN_NOUNS
            and not is_people(self._nodes[first].text)
        )
        if word not in INNER:
            return site and (word in GROUND or around.is_goal(first, last, GOING_VERBS | PLACE_VERBS))
        return (
            bool(self._known(first, last))
            or site
            or (self._labels[first] == "PER" and word in ("in", "inside", "near"))
        )

    def _is_place(self, first: int, last: int, label: str) -> bool:
        entries = self._known(first, last)
        if entries and label != "mixed":
            return self._vouched(first, last) or (
                not self._around.inside_a_name(first) and (label == "LOC" or self._famous(first, last, entries))
            )
        if entries:
            return "LOC" in self._labels[first : last + 1] or self._vouched(first, last)
        if first < last and self._nodes[last].lower in TOWN_NOUNS and not is_people(self._nodes[first].text):
            return True
        if self._unlike_a_name(first, last) or self._around.inside_a_name(first):
            return False
        if label == "mixed":
            return self._is_stretched(first, last)
        return self._is_unlisted(first, last, label)

    def _is_unlisted(self, first: int, last: int, label: str) -> bool:
        """Whether the words around make a place of a name that nobody lists."""
        around = self._around
        site = around.site_behind(last) or (first < last and self._nodes[last].lower in SITE_NOUNS)
        if label == "LOC" or site:
            return self._vouched(first, last)
        if around.noun_beside(first, last):
            return True
        if first < last and self._nodes[first].lower in NAME_PREFIXES:
            return self._vouched(first, last)
        proper = all(node.proper or node.text in JOINTS for node in self._nodes[first : last + 1])
        return proper and (around.before(first) in INNER or around.is_goal(first, last, GOING_VERBS))

    def _is_stretched(self, first: int, last: int) -> bool:
        """Whether the recognizer cut an unknown name short: "Kafr" of "Kafr Sousah"."""
        site = self._nodes[last].lower in SITE_NOUNS
        if not (site or self._around.is_phrase(first, last)) or not self._vouched(first, last):
            return False
        return site or "LOC" in self._labels[first : last + 1] or self._around.noun_beside(first, last)

    def _unlike_a_name(self, first: int, last: int) -> bool:
        """Whether an unknown word is rather an acronym, an adjective or a people."""
        if self._around.noun_beside(first, last) or self._nodes[last].lower in SITE_NOUNS:
            return False
        head = self._around.inner_head(first, last)
        acronym = head.text.isupper() and first == last and len(head.text) > 1
        return acronym or head.tag in ("JJ", "NNPS", "NNS")

    def _entities(self, run: Run) -> Iterator[tuple[int, int]]:
        """The places that the recognizer sees inside a run that is no place as a whole."""
        for entity in self._tree.entities:
            if entity.label != "LOC" or entity.first < run.first or entity.last > run.last:
                continue
            if not is_people(self._around.text(entity.first, entity.last)):
                trimmed = self._trimmed(entity.first, entity.last)
                if self._known(trimmed, entity.last):
                    yield trimmed, entity.last

    def _famous(self, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
        """Whether a name without any other sign is so well known that it means the place."""
        if not (self._nodes[first].proper and self._nodes[last].proper):
            return False
        return any(
            entry.kind in ("country", "continent")
            or (not entry.alternate and (entry.notable or entry.population >= FAMOUS))
            for entry in entries
        )

    def _vouched(self, first: int, last: int) -> bool:
        """Whether the words around say that a place is named here."""
        around = self._around
        if around.noun_beside(first, last) or around.before(first) in GROUND:
            return True
        head = around.inner_head(first, last)
        if head.dep == "conj" and head.head is not None and self._labels[head.head.i] == "LOC":
            return True
        return around.is_goal(first, last, GOING_VERBS | PLACE_VERBS)

    def _mention(self, first: int, last: int) -> PlaceMention:
        around, site = self._around, False
        name = around.text(first, last)
        if first < last and not self._gazetteer.lookup(name):
            name, site = self._town_of_site(first, last)
        entries = self._gazetteer.lookup(name)
        part, part_first = around.part(first)
        carrier = around.carrier(first, last)
        role = role_of(around, carrier, first, entries)
        if around.is_distance(part_first) or around.is_distance(first - 1):
            role = "modifier"
        if around.hyphened_to_verb(last):
            role = "actor"
        elif around.site_behind(last) and not any(entry.kind in ("city", "country") for entry in entries):
            last, site = last + 1, True
        return PlaceMention(
            name=name,
            first=first,
            last=last,
            head=carrier.i,
            part=part,
            part_first=part_first,
            role=role,
            size=size(entries),
            site=site,
        )

    def _town_of_site(self, first: int, last: int) -> tuple[str, bool]:
        """ "Aleppo" for "Aleppo Thermal Power Plant": where a site is that nobody lists."""
        if self._nodes[last].lower in SITE_NOUNS:
            for end in range(last - 1, first - 1, -1):
                if any(entry.population >= FAMOUS or entry.notable for entry in self._known(first, end)):
                    return self._around.text(first, end), True
        return self._around.text(first, last), False
