"""Find the places a sentence names, with their parts, roles and how they lie in each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractors.language.tree import Tree
from extractors.places.entries import Kind, size
from extractors.places.gazetteer import GENERIC, Gazetteer
from extractors.places.judging import FAMOUS, Judge
from extractors.places.links import links
from extractors.places.roles import Role, role_of
from extractors.places.runs import Run, name_runs
from extractors.places.surroundings import Surroundings
from extractors.places.words import EXTENTS, INNER, SITE_NOUNS, TOWN_NOUNS


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
    kinds: frozenset[Kind]
    """What kinds of place the words beside the name allow; empty when they say nothing."""
    size: float
    """How wide a place it can be: see `entries.size`; 0 when unknown."""
    site: bool
    """Whether the words name a site in or near `name`."""
    within: int | None = None
    """Position in the sentence's mentions of the place that this one lies in."""
    series: int | None = None
    """Position of the first of the list that this one stands in."""


def surnames(trees: Iterable[Tree]) -> frozenset[str]:
    """The last words of the people that an article names in full."""
    return frozenset(
        tree.nodes[entity.last].text
        for tree in trees
        for entity in tree.entities
        if entity.label == "PER" and entity.first < entity.last
    )


def find_mentions(tree: Tree, gazetteer: Gazetteer, people: frozenset[str] = frozenset()) -> tuple[PlaceMention, ...]:
    """The places a sentence names, in text order; a part taken in by what follows is no place of its own.

    `people` are surnames of the article, which are towns only behind "in" and its like: "strike against Sall".
    """
    found: list[PlaceMention] = []
    for mention in _Finder(tree, gazetteer, people).mentions():
        if found and mention.part_first <= found[-1].last:
            found.pop()
        found.append(mention)
    linked = zip(found, links(found, Surroundings(tree, [])), strict=True)
    mentions: list[PlaceMention] = []
    around = Surroundings(tree, [])
    for number, (mention, own) in enumerate(linked):
        role = mention.role if own.series is None else found[own.series].role
        if number and around.measures_from(mention.part_first, mention.first, found[number - 1].last):
            role = "elsewhere"
        if (own.within, own.series, role) != (mention.within, mention.series, mention.role):
            mention = replace(mention, within=own.within, series=own.series, role=role)
        mentions.append(mention)
    return tuple(mentions)


class _Finder:
    """Finds the places of one sentence."""

    def __init__(self, tree: Tree, gazetteer: Gazetteer, people: frozenset[str]) -> None:
        self._tree = tree
        self._people = people
        self._nodes = tree.nodes
        self._gazetteer = gazetteer
        self._judge = Judge(tree, gazetteer)
        self._around = self._judge.around

    def mentions(self) -> Iterator[PlaceMention]:
        """All places in text order."""
        judge = self._judge
        runs = list(name_runs(self._tree, judge.labels, lambda first, last: bool(judge.known(first, last))))
        names: list[tuple[int, int]] = []
        for run in runs:
            own = list(judge.places(run))
            if not own and names and judge.goes_on(names[-1], run):
                own = [(run.first, run.last)]
            if own and not names and len(runs) > 1:
                own = [*self._led_to(own[0], runs), *own]
            names += own
        return (self._mention(first, last) for first, last in names if not self._is_somebody(first, last))

    def _is_somebody(self, first: int, last: int) -> bool:
        """Whether the name is the surname of a person of the article, and of no country."""
        if first != last or self._nodes[first].text not in self._people:
            return False
        if first and self._nodes[first - 1].lower in INNER:
            return False
        return not any(entry.kind == "country" for entry in self._judge.known(first, last))

    def _led_to(self, found: tuple[int, int], runs: list[Run]) -> Iterator[tuple[int, int]]:
        """Names before the first place of a list: "Shaffa and Shindiffu villages", "in Cailaco and Manapa"."""
        behind = found[1] + 1
        noun = self._nodes[behind] if behind < len(self._nodes) else None
        ends = noun is not None and noun.tag in ("NN", "NNS") and noun.lemma in TOWN_NOUNS | EXTENTS
        for run in runs:
            if run.last >= found[0] or run.label == "ORG" or self._judge.never_a_place(run.first, run.last):
                continue
            vouched = ends or (run.label != "PER" and self._around.before(run.first) in INNER)
            if vouched and self._around.follows_in_list(found[0], run.last):
                yield run.first, run.last

    def _mention(self, first: int, last: int) -> PlaceMention:
        around, site = self._around, False
        name = around.text(first, last)
        if first < last and not self._gazetteer.lookup(name):
            name, site = self._town_of_site(first, last)
        entries = self._gazetteer.lookup(name)
        kinds = GENERIC.get(around.kind_word(first, last), frozenset())
        part, part_first = around.part(first)
        carrier = around.carrier(first, last)
        role = role_of(around, carrier, first, entries)
        if around.is_distance(part_first) or around.is_distance(first - 1) or around.is_far_from(first):
            role = "elsewhere"
        if around.hyphened_to_verb(last):
            role = "actor"
        elif around.site_behind(last) and not any(entry.kind in ("city", "country") for entry in entries):
            last, site = around.site_end(last), True
        return PlaceMention(
            name=name,
            first=first,
            last=last,
            head=carrier.i,
            part=part,
            part_first=part_first,
            role=role,
            kinds=kinds,
            size=size(entries),
            site=site,
        )

    def _town_of_site(self, first: int, last: int) -> tuple[str, bool]:
        """ "Aleppo" for "Aleppo Thermal Power Plant": where a site is that nobody lists."""
        if self._nodes[last].lower in SITE_NOUNS:
            for end in range(last - 1, first - 1, -1):
                if any(entry.population >= FAMOUS or entry.notable for entry in self._judge.known(first, end)):
                    return self._around.text(first, end), True
        return self._around.text(first, last), False
