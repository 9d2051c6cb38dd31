"""Say where one event happened: the narrowest place in its clause, then its sentence, the headline, the focus."""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from extractors.language.pipeline import ParsedArticle
from extractors.language.tree import Node, Tree, preposition
from extractors.model import Place, Span
from extractors.places.reading import ArticlePlaces, FoundPlace
from extractors.places.words import ANAPHORS, GROUND, SPEECH_VERBS

Nearness = Literal[0, 1, 2, 3]
"""0 hangs on the event, 1 on the clause it belongs to, 2 on a clause beside it, 3 is elsewhere in the sentence."""

BORDERS = frozenset({"ccomp", "parataxis", "acl:relcl", "advcl", "csubj", "acl", "conj"})
"""Relations that open another clause or another act."""
UNKNOWN_PRECISION = 3
"""How exact an unresolved name is taken to be when it competes: rather a village than a country."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    nearness: int
    weak: bool
    precision: int
    gap: int
    place: Place

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        return (self.nearness, self.weak, self.precision, self.gap)


def event_place(places: ArticlePlaces, parsed: ParsedArticle, sentence: int, trigger: Token) -> Place | None:
    """Where the event that `trigger` tells happened; `method` says by what: clause, sentence, headline, focus.

    None when the article names no place. The place of a speech or meeting is never lent to what was said there.
    """
    found = sentence_place(places, sentence, trigger.i)
    if found is not None:
        return found
    for other in parsed.sentences:
        if other.sentence.zone == "title":
            named = [each.place for each in places.found[other.sentence.index] if each.role != "actor"]
            if named:
                return replace(min(named, key=_precision), method="headline")
    return None if places.focus is None else replace(places.focus, method="focus")


def sentence_place(places: ArticlePlaces, sentence: int, trigger: int) -> Place | None:
    """The place that the sentence itself gives for the event at word `trigger`; None when it gives none."""
    tree = places.trees[sentence]
    act = tree.nodes[trigger]
    candidates = [
        candidate
        for each in (*places.found[sentence], *_anaphors(places, sentence))
        if (candidate := _candidate(tree, act, each)) is not None
    ]
    if not candidates:
        return None
    best = min(candidates, key=lambda each: each.rank)
    return replace(best.place, method="clause" if best.nearness < 2 else "sentence")


def _precision(place: Place) -> int:
    return UNKNOWN_PRECISION if place.precision is None else place.precision


def _candidate(tree: Tree, act: Node, found: FoundPlace) -> _Candidate | None:
    if found.role == "actor":
        return None
    node = tree.nodes[found.head]
    nearness = _nearness(node, act)
    if nearness is None:
        return None
    weak = found.role != "ground"
    if weak and nearness > 2:
        return None
    return _Candidate(nearness, weak, _precision(found.place), abs(node.i - act.i), found.place)


def _nearness(node: Node, act: Node) -> Nearness | None:
    """How closely a place belongs to an act; None when it belongs to another one."""
    path = [node, *node.ancestors()]
    if act in path:
        crossed = [step.dep for step in path[: path.index(act)] if step.dep in BORDERS and step.verbal]
        if not crossed:
            return 0
        return None if act.lemma in SPEECH_VERBS or "ccomp" in crossed else 2
    trail = [act, *act.ancestors()]
    meeting = next((step for step in trail if step in path), None)
    if meeting is None:
        return None
    down = path[: path.index(meeting)]
    up = trail[: trail.index(meeting)]
    if any(step.dep in ("ccomp", "parataxis") and step.verbal for step in up) and meeting.lemma in SPEECH_VERBS:
        return None
    deeper = [step for step in down if step.dep in BORDERS and step.verbal]
    left = [step for step in up if step.dep in BORDERS and step.verbal]
    if not deeper:
        return 1 if not any(step.dep == "ccomp" for step in left) else 3
    return 2 if not left else 3


def _anaphors(places: ArticlePlaces, sentence: int) -> list[FoundPlace]:
    """ "the city", "the village": taken for the last place of that kind, else for the focus."""
    tree = places.trees[sentence]
    found = []
    for node in tree.nodes:
        if node.lemma not in ANAPHORS or not any(kid.lower in ("the", "this", "that") for kid in node.kids("det")):
            continue
        if any(each.head == node.i for each in places.found[sentence]) or node.kids(
            "compound", "nmod", "flat", "appos"
        ):
            continue
        word = preposition(node).rpartition(" ")[2]
        if word not in GROUND and node.dep != "obj":
            continue
        place = _antecedent(places, sentence, node.lemma)
        if place is not None:
            first = next((kid for kid in node.children if kid.i < node.i and kid.dep in ("det", "amod")), node)
            span = Span(text=tree.text[first.start : node.end], start=places.starts[sentence] + first.start)
            found.append(FoundPlace(place=replace(place, span=span), head=node.i, role="ground"))
    return found


def _antecedent(places: ArticlePlaces, sentence: int, noun: str) -> Place | None:
    if noun == "country":
        kinds = range(6, 7)
    elif noun in ("region", "province", "territory"):
        kinds = range(3, 6)
    else:
        kinds = range(3)
    if places.focus is not None and _precision(places.focus) in kinds:
        return replace(places.focus, part=None)
    for row in reversed(places.found[: sentence + 1]):
        for each in reversed(row):
            if each.place.precision in kinds:
                return each.place
    return None
