"""Repairs of titles before a name, clauses behind a time or place just named, past tenses taken for adjectives."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import regular_base
from extractors.language.tree import Node, Tree


@repair_of(deps="obl obl:unmarked obj")
def title_before_name(noun: Node, tree: Tree) -> None:
    """ "After meeting ministers, the envoy Anna Roth said …": the title goes with the name that is the subject."""
    verb = noun.head
    if noun.proper or not noun.nominal or verb is None or not verb.verbal:
        return
    name = tree.nodes[noun.i + 1] if noun.i + 1 < len(tree.nodes) else None
    while name is not None and name.proper and name.dep in ("nmod:desc", "compound", "flat"):
        name = name.head
    if (
        name is None
        or not name.proper
        or name.i > verb.i
        or name.dep != "nsubj"
        or name.head is not verb
        or noun.kids("case")
    ):
        return
    for clause in noun.kids("advcl", "acl", "punct"):
        if clause.i < noun.i:
            clause.hang(verb, "advcl" if clause.verbal else clause.dep)
    noun.hang(name, "nmod:desc")


SUBJECTS = ("nsubj", "nsubj:pass")
LONGEST_LABEL = 6
"""How many words may stand before the colon of a headline."""


def label_before_colon(tree: Tree) -> None:
    """ "Police: Gunmen attacked a church": who stands before the colon is no second subject."""
    colon = next((each.i for each in tree.nodes[: LONGEST_LABEL + 1] if each.lower == ":"), None)
    for noun in tree.nodes[: colon or 0]:
        verb = noun.head
        if verb is None or verb.i < (colon or 0) or noun.dep not in ("nsubj", "nsubj:pass"):
            continue
        if any(other.i > (colon or 0) for other in verb.kids("nsubj", "nsubj:pass")):
            noun.hang(verb, "dislocated")


@repair_of(words="when")
def when_after_time(when: Node, tree: Tree) -> None:
    """ "… fled and half the town displaced since 2011, when the army attacked": the clause goes with the time."""
    verb = when.head
    if verb is None or verb.dep != "conj" or verb.head is None or when.i < 2:
        return
    comma, time = tree.nodes[when.i - 1], tree.nodes[when.i - 2]
    if comma.lower != "," or not (time.tag == "CD" or time.proper) or not _subjects(verb, after=when):
        return
    first = verb.head
    stray = [noun for noun in verb.kids("nsubj", "nsubj:pass") if noun.i < when.i]
    if len(stray) > 1 or any(not noun.kids("acl") for noun in stray):
        return
    for noun in stray:
        participle = noun.kids("acl")[0]
        participle.hang(first, "conj")
        noun.hang(participle, "nsubj:pass")
        for conjunction in verb.kids("cc"):
            conjunction.hang(participle, "cc")
    if time not in verb.subtree():
        verb.hang(time, "acl:relcl")


def _subjects(verb: Node, *, after: Node) -> list[Node]:
    return [noun for noun in verb.kids("nsubj", "nsubj:pass") if noun.i > after.i]


@repair_of(deps="advcl ccomp acl:relcl parataxis ROOT conj", tags="JJ")
def adjective_for_verb(word: Node, _: Tree) -> None:
    """ "… as troops advanced against the town": with a subject and no "be", a form in -ed is a past tense."""
    if not word.lower.endswith("ed") or word.kids("cop", "aux", "aux:pass"):
        return
    if word.kids("nsubj"):
        word.tag, word.lemma = "VBD", regular_base(word.lower)


_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


@repair_of(deps="amod compound nmod", words="later earlier afterwards afterward")
def time_before_subject(later: Node, tree: Tree) -> None:
    """ "Three days later soldiers left": the time goes with the verb, and is no kind of soldier."""
    subject = later.head
    unit = tree.nodes[later.i - 1] if later.i else None
    if subject is None or subject.i <= later.i or unit is None or unit.lemma not in _UNITS:
        return
    verb = subject.head
    if verb is None or not verb.verbal or subject.dep not in ("nsubj", "nsubj:pass"):
        return
    later.hang(verb, "advmod")
    if unit.head is None or unit.head.i >= later.i:
        unit.hang(later, "obl:unmarked")


@repair_of(deps="case", tags="JJ", words="due")
def due_somewhere(due: Node, _: Tree) -> None:
    """ "Is due in Ankara on Friday for talks": "due" is what the subject is, and the place only where."""
    place = due.head
    if place is None or not place.kids("cop") or due.i > place.i:
        return
    due.swap_with_head("obl")
    for kid in list(place.children):
        if kid.dep in ("cop", "aux", "advmod", "punct", "mark", "cc", *SUBJECTS) or kid.dep.startswith("obl"):
            kid.hang(due, kid.dep)
        elif kid.i > place.i and kid.dep == "nmod" and not any(case.lower == "of" for case in kid.kids("case")):
            kid.hang(due, "obl")


@repair_of(deps="nmod", tags=NOUNS)
def purpose_of_stay(noun: Node, _: Tree) -> None:
    """ "Was in Cairo for talks", "flew to Cairo for talks": what one is there for hangs on the verb."""
    place = noun.head
    if place is None or not place.kids("case") or noun.i < place.i:
        return
    if not any(case.lower == "for" for case in noun.kids("case")):
        return
    if place.kids("cop"):
        noun.dep = "obl"
    elif place.proper and place.dep == "obl" and place.head is not None and place.head.verbal:
        noun.hang(place.head, "obl")


@repair_of(deps="obj", tags=NOUNS)
def hours_after(noun: Node, tree: Tree) -> None:
    """ "Soldiers seize power hours after vote": before "after" a span of time is no object."""
    verb, behind = noun.head, tree.nodes[noun.i + 1] if noun.i + 1 < len(tree.nodes) else None
    glued = [kid for kid in noun.kids("compound") if kid.i == noun.i - 1]
    if verb is None or not verb.verbal or behind is None or behind.lower not in ("after", "before") or not glued:
        return
    if noun.lemma in SPANS and not noun.kids("nummod", "det"):
        for kid in [kid for kid in noun.children if kid.i < glued[0].i]:
            kid.hang(glued[0], kid.dep)
        glued[0].hang(verb, "obj")
        noun.dep = "obl:unmarked"


SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})


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
