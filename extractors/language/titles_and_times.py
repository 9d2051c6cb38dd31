"""Repairs of titles before a name, clauses behind a time or place just named, past tenses taken for adjectives."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import regular_base
from extractors.language.tree import Node, Tree

LONGEST_LABEL = 6
"""How many words may stand before the colon of a headline."""


@repair_of(words=":")
def label_before_colon(colon: Node, tree: Tree) -> None:
    """ "Police: Gunmen attacked a church": who stands before the colon is no second subject."""
    if colon.i > LONGEST_LABEL:
        return
    for noun in tree.nodes[: colon.i]:
        verb = noun.head
        if verb is None or verb.i < colon.i or noun.dep not in ("nsubj", "nsubj:pass"):
            continue
        if any(other.i > colon.i for other in verb.kids("nsubj", "nsubj:pass")):
            noun.hang(verb, "dislocated")


@repair_of(deps="advcl ccomp acl:relcl parataxis ROOT conj", tags="JJ")
def adjective_for_verb(word: Node, _: Tree) -> None:
    """ "… as troops advanced against the town": with a subject and no "be", a form in -ed is a past tense."""
    if not word.lower.endswith("ed") or word.kids("cop", "aux", "aux:pass"):
        return
    if word.kids("nsubj"):
        word.tag, word.lemma = "VBD", regular_base(word.lower)


@repair_of(deps="nmod", tags=NOUNS)
def purpose_of_stay(noun: Node, _: Tree) -> None:
    """ "Was in Cairo for talks", "flew to Cairo for talks": what one is there for hangs on the verb."""
    place = noun.head
    if place is None or noun.proper or not place.proper or noun.i < place.i:
        return
    if not any(case.lower in ("in", "to", "at") for case in place.kids("case")):
        return
    if not any(case.lower == "for" for case in noun.kids("case")):
        return
    if place.kids("cop"):
        noun.dep = "obl"
    elif place.dep == "obl" and place.head is not None and place.head.verbal:
        noun.hang(place.head, "obl")


@repair_of(deps="acl:relcl", tags="VBD VBN VBZ VBP")
def relative_behind_day(verb: Node, _: Tree) -> None:
    """ "The collapse of a roof on November 1, which killed 15": a day does nothing."""
    day = verb.head
    above = day.head if day is not None else None
    if day is None or above is None or not above.verbal or not any(kid.tag == "WDT" for kid in verb.kids("nsubj")):
        return
    dated = day.tag == "CD" or (day.proper and day.lemma in DAYS) or bool(day.kids("nmod:unmarked"))
    if day.dep not in ("obl", "obl:unmarked") or not dated:
        return
    told = [noun for noun in above.kids("obj", "obl:agent", "nsubj:pass", "nsubj") if noun.tag in ("NN", "NNS")]
    near = [noun for noun in told if noun.i < day.i]
    if near:
        verb.hang(max(near, key=lambda noun: noun.i), "acl:relcl")


DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
