"""Tell ground from actors: what a place's name does in its sentence."""

from typing import Literal

from extractors.countries import countries_called
from extractors.language.tree import Node, preposition
from extractors.places.entries import GazetteerEntry
from extractors.places.surroundings import Surroundings
from extractors.places.words import (
    AFFAIRS,
    AUTHORITIES,
    COURTS,
    GROUND,
    INNER,
    MISSIONS,
    PART_NOUNS,
    PLACE_NOUNS,
    PLACE_VERBS,
    SENDING_VERBS,
    SITE_NOUNS,
)

Role = Literal["ground", "modifier", "actor", "elsewhere", "unclear"]
"""Where it happens; what kind of thing it is ("Paris attacks"); who acts; from where another place is measured."""


HAILING = frozenset({
    "soldier", "troop", "peacekeeper", "force", "contingent", "police", "officer", "expert", "worker", "tourist",
    "student", "doctor", "engineer", "mercenary", "fighter", "official", "minister", "leader", "diplomat", "envoy",
    "journalist", "representative", "delegate", "delegation", "president", "ship", "plane", "man", "woman", "people",
})  # fmt: skip
"""Who is "from" a state without being there: "peacekeepers from India and South Korea"."""


def role_of(around: Surroundings, carrier: Node, first: int, entries: tuple[GazetteerEntry, ...]) -> Role:
    """The role of a name that begins at word `first`. `entries` are the places it can mean."""
    state = any(entry.kind in ("country", "continent") for entry in entries)
    if state and carrier.lemma in MISSIONS:
        return "actor"
    capital = any(entry.kind == "city" and countries_called(entry.name, "capital") for entry in entries)
    node, party = _whole(carrier), (state or capital) and around.part(first)[0] is None
    if node is not carrier and (_is_ground(node) or preposition(node) == "on"):
        return "ground"
    node = carrier
    while node.dep in ("conj", "appos") and node.head is not None and not preposition(node):
        node = node.head
    word = preposition(node).rpartition(" ")[2] if node is not carrier else ""
    word = around.before(first) or word or preposition(node).rpartition(" ")[2]
    if word == "between" and not entries:
        return "unclear"
    if word == "of" and node is carrier and carrier.i > first and carrier.lemma in SITE_NOUNS and not state:
        return "ground"  # "the courtyard of his Mexico City apartment"
    if word:
        return _prepositional(word, node, party)
    if _is_goal(node) or around.is_goal(first, first, PLACE_VERBS):
        return "ground"
    if node.dep in ("compound", "nmod:poss", "amod", "nmod:desc", "nmod", "flat"):
        return _attributive(node, state, capital)
    if carrier.lemma in COURTS:
        return "modifier"
    return "actor" if party and node.dep != "ROOT" else "unclear"


def _whole(node: Node) -> Node:
    """The noun whose place the name says: "streets" in "the streets of X", "coast" in "X's west coast"."""
    while node.head is not None and node.head.lemma in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS:
        if node.dep not in ("nmod:poss", "compound") and not (node.dep == "nmod" and preposition(node) == "of"):
            break
        node = node.head
    return node


def _is_ground(node: Node) -> bool:
    return preposition(node).rpartition(" ")[2] in GROUND or _is_goal(node)


def _is_goal(node: Node) -> bool:
    if node.dep == "nsubj" and node.head is not None and node.head.lemma == "come":
        below = (kid for kid in node.head.kids("obl") if preposition(kid) == "under")
        return any(kid.lemma in ("fire", "attack", "shelling", "bombardment", "siege", "control") for kid in below)
    return node.dep in ("obj", "nsubj:pass") and node.head is not None and node.head.lemma in PLACE_VERBS


def _prepositional(word: str, node: Node, party: bool) -> Role:
    if word in GROUND or (word == "between" and not party):
        return "ground"
    if node.lemma in PLACE_NOUNS and word != "by":
        return "ground"
    if word == "from" and party and node.dep == "nmod" and node.head is not None and node.head.lemma in HAILING:
        return "actor"
    if word in ("from", "to", "on") and not (node.head is not None and node.head.lemma in SENDING_VERBS):
        return "ground" if word != "on" or not party else "actor"
    if word == "of" and node.head is not None and party:
        return "modifier" if node.head.lemma in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS | AFFAIRS else "actor"
    if word in ("of", "between", "behind", "for"):
        return "actor" if party else "modifier"
    return "actor" if party else "unclear"


def _attributive(node: Node, state: bool, capital: bool) -> Role:
    """ "US officials" and "Moscow officials" act; "a Moscow hospital" and "the Paris attacks" are somewhere."""
    head = node.head
    if head is None or head.verbal:
        return "actor"
    if state:
        return "modifier" if head.lemma in PLACE_NOUNS | SITE_NOUNS | AFFAIRS | PART_NOUNS else "actor"
    if head.lemma in COURTS:
        return "modifier"
    if head.lemma in AUTHORITIES:
        return "actor" if capital else "modifier"
    housed = node.dep == "compound" and head.lemma in SITE_NOUNS  # "his Moscow apartment"
    return (
        "ground" if housed or (preposition(head).rpartition(" ")[2] in INNER and node.dep == "compound") else "modifier"
    )
