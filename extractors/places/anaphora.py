"""What "the city" or "the country" takes up: the last place of that kind, else the one the article is about."""

from dataclasses import replace

from extractors.language.tree import Node, preposition
from extractors.model import Place, Span
from extractors.places.reading import ArticlePlaces, FoundPlace
from extractors.places.words import ANAPHORS, GROUND


def anaphors(places: ArticlePlaces, sentence: int) -> list[FoundPlace]:
    """ "the city", "the village": taken for the last place of that kind, else for the focus."""
    tree = places.trees[sentence]
    found = []
    for node in tree.nodes:
        if node.lower not in ANAPHORS or not any(kid.lower in ("the", "this", "that") for kid in node.kids("det")):
            continue
        if any(each.head == node.i for each in places.found[sentence]) or node.kids(
            "compound", "nmod", "flat", "appos"
        ):
            continue
        word = preposition(node).rpartition(" ")[2]
        if word not in GROUND and node.dep != "obj":
            continue
        place = _antecedent(places, sentence, node.lower, _subject_of(node))
        if place is not None and place.span is not None and place.span.start >= places.starts[sentence]:
            found.append(FoundPlace(place=place, head=node.i, role="ground"))
        elif place is not None:
            first = next((kid for kid in node.children if kid.i < node.i and kid.dep in ("det", "amod")), node)
            span = Span(text=tree.text[first.start : node.end], start=places.starts[sentence] + first.start)
            found.append(FoundPlace(place=replace(place, span=span), head=node.i, role="ground"))
    return found


def _subject_of(node: Node) -> int | None:
    """Who acts on "the country" of an object: not that country itself."""
    verb = node.head if node.dep == "obj" else None
    doer = next(iter(verb.kids("nsubj")), None) if verb is not None else None
    return doer.i if doer is not None else None


def _called(places: ArticlePlaces, sentence: int, noun: str) -> Place | None:
    """The place that the sentence or the one before calls so itself: "the town of Barda … outside the town"."""
    for number in range(sentence, max(-1, sentence - 2), -1):
        nodes = places.trees[number].nodes
        for each in reversed(places.found[number]):
            if nodes[each.head].lemma == noun and each.role != "elsewhere":
                return each.place
    return None


def _antecedent(places: ArticlePlaces, sentence: int, noun: str, doer: int | None) -> Place | None:
    named = _called(places, sentence, noun)
    if named is not None:
        return named
    if noun == "country":
        kinds = range(6, 7)
    elif noun in ("region", "province", "territory"):
        kinds = range(3, 6)
    else:
        kinds = range(3)
    if places.focus is not None and places.focus.precision in kinds:
        return replace(places.focus, part=None)
    for number in range(sentence, -1, -1):
        for each in reversed(places.found[number]):
            far = noun == "country" and number < sentence - 1 and each.place.country != places.focus_country
            if each.place.precision in kinds and not far and not (number == sentence and each.head == doer):
                return each.place
    return None
