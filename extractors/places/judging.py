"""Judge whether capitalized words name a place.

What the entity recognizer says, what stands before ("in", "the town of") and behind ("province", "hospital") and
whether the gazetteer knows the name decide together. A demonym is no place; a name inside an organisation is none.
"""

from collections.abc import Iterator

from extractors.countries import countries_called
from extractors.folding import fold
from extractors.language.tree import Tree
from extractors.places.entries import AREAS, GazetteerEntry
from extractors.places.gazetteer import Gazetteer
from extractors.places.runs import ARABIC_ARTICLES, JOINTS, Run, labels_of
from extractors.places.surroundings import Surroundings
from extractors.places.words import (
    CALENDAR,
    DISTANCES,
    ENTERING_VERBS,
    GOING_VERBS,
    GROUND,
    GROUP_NAMES,
    GROUPS,
    INNER,
    MISSIONS,
    NAME_ENDS_OF_NO_PLACE,
    NAME_PREFIXES,
    NUMBERED_SITES,
    PART_ADJECTIVES,
    PART_NAMES,
    PEOPLES,
    PLACE_VERBS,
    SITE_NOUNS,
    TITLES,
    TITLES_OF_PLACES,
    TOWN_NOUNS,
)

_CAPITALS = TOWN_NOUNS | {"capital"}
_WAYS = GROUND | {"from", "of", "to"}
FAMOUS = 100_000
"""People. A name that nothing else marks as a place is one only if the town is at least this big."""
LONGEST_ACRONYM = 5
"""Letters. In capitals as short as this, "SDF" is never the town of Sdf."""


def is_people(words: str) -> bool:
    """Whether the words are a demonym, a people or a faith and not also a country's name."""
    return fold(words) in PEOPLES or (bool(countries_called(words, "demonym")) and not countries_called(words))


class Judge:
    """Judges the names of one sentence."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer) -> None:
        self._tree = tree
        self._nodes = tree.nodes
        self._gazetteer = gazetteer
        self._labels = labels_of(tree)
        self.labels = self._labels
        self.around = Surroundings(tree, self._labels)

    def places(self, run: Run) -> Iterator[tuple[int, int]]:
        """The names of places in a run that its label and its place in the sentence allow."""
        first, last = run.first, run.last
        if self.never_a_place(first, last):
            return
        if fold(self.around.text(first, last)) in PART_NAMES:
            yield first, last
            return
        trimmed = self._trimmed(first, last)
        if self.around.before_group(last) and not self.known(trimmed, last):
            return
        if run.label in ("PER", "ORG"):
            if not self._is_cut_out(run) and self._overrules(trimmed, last):
                yield trimmed, last
        elif self._is_place(trimmed, last, run.label):
            yield trimmed, last
        elif run.label == "mixed":
            yield from self._entities(run)

    def goes_on(self, previous: tuple[int, int], run: Run) -> bool:
        """Whether a list of places goes on with a name that nothing else vouches for: "Zangang and Mayit"."""
        if not self.around.follows_in_list(run.first, previous[1]) or self.never_a_place(run.first, run.last):
            return False
        head = self.around.inner_head(run.first, run.last)
        if head.dep in ("nsubj", "nsubj:pass", "obl:unmarked") or (run.label == "ORG" and head.dep != "conj"):
            return False
        return not self.around.text(run.first, run.last).isupper()

    def never_a_place(self, first: int, last: int) -> bool:
        """Whether it is a day, a people, a titled person, an event's name or somebody's embassy."""
        if self._nodes[last].lower.rstrip(".") in CALENDAR | NAME_ENDS_OF_NO_PLACE:
            return True
        name = self.around.text(first, last)
        if fold(name) in GROUP_NAMES or (first == last and name == "UN"):  # "a UN base" is not in Un, India
            return True
        if self._nodes[first].lower in GROUPS:
            return self._nodes[last].lower not in SITE_NOUNS | TOWN_NOUNS
        return is_people(self.around.text(first, last)) or self._titled(first, last) or self._is_mission(first, last)

    def _titled(self, first: int, last: int) -> bool:
        title = self._nodes[first].lower.rstrip(".")
        if title in TITLES:
            return title not in TITLES_OF_PLACES or not self._bears_a_title(first, last)
        before = self._nodes[first - 1] if first else None
        return before is not None and before.proper and before.lower.rstrip(".") in TITLES

    def _bears_a_title(self, first: int, last: int) -> bool:
        """Whether a place's own name begins with a title: "in Sheikh Miskeen", "the Sheikh Lutfi area"."""
        if first == last:
            return False
        around = self.around
        if around.noun_beside(first, last) or around.is_goal(first, last, ENTERING_VERBS):
            return True
        return around.before(first) in INNER or bool(self.known(first, last))

    def _is_cut_out(self, run: Run) -> bool:
        """Whether the run is only the end or the beginning of a longer name: "England" in "Bank of England"."""
        inside = (entity for entity in self._tree.entities if entity.first <= run.first and run.last <= entity.last)
        beyond = (
            node
            for entity in inside
            for node in (*self._nodes[entity.first : run.first], *self._nodes[run.last + 1 : entity.last + 1])
        )
        return any(node.text[:1].isupper() for node in beyond)

    def _is_mission(self, first: int, last: int) -> bool:
        """Whether it is somebody's embassy, base or office."""
        if first == last or self._nodes[last].lower not in MISSIONS:
            return False
        owners = (self.around.text(first, end) for end in range(first, last))
        if any(is_people(owner) or countries_called(owner) for owner in owners):
            return True
        return self._nodes[last].lower in ("office", "offices", "headquarters") and "ORG" in self._labels[first:last]

    def known(self, first: int, last: int) -> tuple[GazetteerEntry, ...]:
        """The places that the words can mean; an acronym means none but countries and what our lists name."""
        words = self.around.text(first, last)
        entries = self._gazetteer.lookup(words)
        if len(words) <= LONGEST_ACRONYM and words.isupper():
            return tuple(entry for entry in entries if entry.kind in AREAS or entry.notable)
        return entries

    def _trimmed(self, first: int, last: int) -> int:
        """Where the name itself begins when directions stand before it: "East Aleppo", not "East Timor"."""
        begin = first
        while begin < last and not self.known(begin, last):
            if self._nodes[begin].lower not in PART_ADJECTIVES and not is_people(self._nodes[begin].text):
                break
            begin += 2 if self._nodes[begin + 1].text in JOINTS and begin + 1 < last else 1
        if self.known(begin, last) or self._nodes[first].lower in PART_ADJECTIVES:
            return begin
        return first

    def _overrules(self, first: int, last: int) -> bool:
        """Whether grammar makes a place of what the recognizer takes for a person or organisation."""
        around = self.around
        if around.noun_beside(first, last) or around.is_goal(first, last, ENTERING_VERBS):
            return True
        if self._is_measured(last) and self.known(first, last):
            return True
        word = around.before(first)
        part = self._nodes[first - 1] if first else None
        known_part = part is not None and part.text.islower() and self.known(first, last)
        if part is not None and part.lower in PART_ADJECTIVES and (word in GROUND or known_part):
            return True
        if self._is_named_capital(first, last) or self._is_arabic_place(first, last, word):
            return True
        if self._nodes[first].lower in NAME_PREFIXES and first < last:
            return word in GROUND or bool(self.known(first, last)) or around.is_goal(first, last, PLACE_VERBS)
        ends = self._ends_as_site(last) or self._nodes[last].lower in TOWN_NOUNS
        site = around.site_behind(last) or (first < last and ends and not is_people(self._nodes[first].text))
        if word not in INNER:
            return site and (word in GROUND or word == "on" or around.is_goal(first, last, GOING_VERBS | PLACE_VERBS))
        person = self._labels[first] == "PER"
        if person and last + 1 < len(self._nodes) and self._nodes[last + 1].lower in ("'s", "’s"):
            return site  # "in Bondarenko's blood"
        return bool(self.known(first, last)) or site or (person and word in ("in", "inside", "near"))

    def _is_measured(self, last: int) -> bool:
        """Whether a distance follows: "captured Sake, about 20 kilometers west of Goma"."""
        behind = self._nodes[last + 1 : last + 6]
        return bool(behind) and behind[0].text == "," and any(node.lower in DISTANCES for node in behind)

    def _is_named_capital(self, first: int, last: int) -> bool:
        """Whether "the capital," or "the town," stands before a listed name."""
        nodes = self._nodes
        if first < len("the,") - 1 or nodes[first - 1].text != "," or nodes[first - 2].lemma not in _CAPITALS:
            return False
        return bool(self.known(first, last))

    def _is_arabic_place(self, first: int, last: int, word: str) -> bool:
        """Whether a listed name with an article is gone to or come from: "driven from Al-Bab"."""
        begins = self._nodes[first].lower in ARABIC_ARTICLES and self._labels[first] != "PER"
        return begins and first < last and word in _WAYS and bool(self.known(first, last))

    def _is_place(self, first: int, last: int, label: str) -> bool:
        entries = self.known(first, last)
        if entries and label != "mixed":
            return self._vouched(first, last) or (
                not self.around.inside_a_name(first) and (label == "LOC" or self._famous(first, last, entries))
            )
        if entries:
            return "LOC" in self._labels[first : last + 1] or self._vouched(first, last)
        if first < last and self._nodes[last].lower in TOWN_NOUNS and not is_people(self._nodes[first].text):
            return True
        if self._unlike_a_name(first, last) or self.around.inside_a_name(first) or self._owned_by_people(last):
            return False
        if label == "mixed":
            return self._is_stretched(first, last)
        return self._is_unlisted(first, last, label)

    def _is_unlisted(self, first: int, last: int, label: str) -> bool:
        """Whether the words around make a place of a name that nobody lists."""
        around = self.around
        site = around.site_behind(last) or (first < last and self._ends_as_site(last))
        if label == "LOC" or site:
            return self._vouched(first, last)
        if around.noun_beside(first, last):
            return True
        if first < last and self._nodes[first].lower in NAME_PREFIXES:
            return self._vouched(first, last)
        proper = all(node.proper or node.text in JOINTS for node in self._nodes[first : last + 1])
        return proper and (around.before(first) in INNER or around.is_goal(first, last, GOING_VERBS))

    def _ends_as_site(self, last: int) -> bool:
        """Whether the name ends in "hospital" or the like, or in the number of a hill or road."""
        return bool({self._nodes[last].lower, self._nodes[last].lemma} & SITE_NOUNS) or (
            self._nodes[last].text.isdigit() and self._nodes[last - 1].lower in NUMBERED_SITES
        )

    def _is_stretched(self, first: int, last: int) -> bool:
        """Whether the recognizer cut an unknown name short: "Kafr" of "Kafr Sousah"."""
        site = self._ends_as_site(last)
        if not (site or self.around.is_phrase(first, last)) or not self._vouched(first, last):
            return False
        return site or "LOC" in self._labels[first : last + 1] or self.around.noun_beside(first, last)

    def _unlike_a_name(self, first: int, last: int) -> bool:
        """Whether an unknown word is rather an acronym, an adjective or a people."""
        if self.around.noun_beside(first, last) or self._ends_as_site(last):
            return False
        head = self.around.inner_head(first, last)
        acronym = head.text.isupper() and first == last and len(head.text) > 1
        return acronym or head.tag in ("JJ", "NNPS", "NNS")

    def _owned_by_people(self, last: int) -> bool:
        """Whether a site is rather for people than of a place: "Children's hospital"."""
        owner = self._nodes[last].tag in ("NN", "NNS") and self._labels[last] != "LOC"
        return owner and last + 1 < len(self._nodes) and self._nodes[last + 1].lower in ("'s", "’s", "'", "’")

    def _entities(self, run: Run) -> Iterator[tuple[int, int]]:
        """The places that the recognizer sees inside a run that is no place as a whole."""
        for entity in self._tree.entities:
            if entity.label != "LOC" or entity.first < run.first or entity.last > run.last:
                continue
            if not is_people(self.around.text(entity.first, entity.last)):
                trimmed = self._trimmed(entity.first, entity.last)
                if self.known(trimmed, entity.last):
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
        around = self.around
        word = around.before(first)
        if around.noun_beside(first, last) or word in GROUND:
            return True
        if word == "on" and self._nodes[last].lower in SITE_NOUNS:
            return True
        head = around.inner_head(first, last)
        if head.dep == "conj" and head.head is not None and self._labels[head.head.i] == "LOC":
            return True
        return around.is_goal(first, last, GOING_VERBS | PLACE_VERBS)
