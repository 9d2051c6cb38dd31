"""Repairs of verbs that were given to the wrong clause: conjuncts, clauses behind "before", what is said."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, reduced
from extractors.language.subclauses import SUBORDINATORS
from extractors.language.tree import Node, Tree

MODAL = frozenset({"will", "would", "could", "may", "might", "can", "shall", "should", "must", "'ll", "’ll"})
SAYING = frozenset({"say", "report", "add", "announce", "claim", "estimate", "confirm", "declare", "state", "write"})


@repair_of(deps="conj", tags="VBD VBN")
def conjunct_of_gerund(verb: Node, _: Tree) -> None:
    """ "The militia denied killing him and blamed bandits": a past form is no conjunct of an -ing form."""
    gerund = verb.head
    main = gerund.head if gerund is not None else None
    if gerund is None or main is None or gerund.tag != "VBG" or gerund.dep not in ("xcomp", "advcl", "ccomp"):
        return
    plain = not verb.kids("aux", "aux:pass", "nsubj", "nsubj:pass", "obl:agent")
    if plain and verb.kids("obj", "ccomp", "xcomp", "obl") and main.tag == "VBD":
        verb.hang(main, "conj")
        verb.tag = "VBD"


@repair_of(deps="conj", tags="VBD VBN VBZ VBP")
def clause_of_its_own(verb: Node, tree: Tree) -> None:
    """ "They fear that it will spread, and the clinic has appealed": what has come about is no part of what may."""
    inner = verb.head
    main = inner.head if inner is not None else None
    if inner is None or main is None or inner.dep != "ccomp" or not main.verbal:
        return
    links = verb.kids("cc")
    if not links or not verb.kids("nsubj", "nsubj:pass") or tree.nodes[links[0].i - 1].lower != ",":
        return
    if _modal(inner) and not _modal(verb) and not any(mark.lower == "that" for mark in verb.kids("mark")):
        verb.hang(main, "conj")


def _modal(verb: Node) -> bool:
    return any(aux.lower in MODAL for aux in verb.kids("aux"))


@repair_of(deps="obl nmod", tags=NOUNS)
def clause_as_object(noun: Node, tree: Tree) -> None:
    """ "… hours before the army seized power": a noun before a participle before a noun is a clause."""
    markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS - {"that", "as"}]
    if not markers:
        return
    for verb in noun.kids("amod"):
        subject = tree.nodes[verb.i - 1]
        if verb.tag not in PAST or verb.i + 1 != noun.i or not subject.nominal or subject.head not in (verb, noun):
            continue
        if subject.dep not in ("compound", "nsubj", "nmod") or verb.kids("obl:agent"):
            continue
        above = next((each for each in noun.ancestors() if each.verbal and each.dep != "amod"), None)
        if above is None:
            return
        before = [kid for kid in (*noun.children, *verb.children) if kid.i < subject.i and kid not in markers]
        behind = [kid for kid in noun.children if kid.i > noun.i and kid.dep == "nmod"]
        for kid in before:
            kid.hang(subject, "compound" if kid.dep == "nsubj" else kid.dep)
        subject.hang(verb, "nsubj")
        verb.swap_with_head("obj")
        verb.hang(above, "advcl")
        verb.tag = "VBD"
        for marker in markers:
            marker.hang(verb, "mark")
        for kid in behind:
            if not any(case.lower == "of" for case in kid.kids("case")):
                kid.hang(verb, "obl")
        return


@repair_of(deps="nsubj", tags=NOUNS)
def said_clause(noun: Node, tree: Tree) -> None:
    """ "Thousands crossed into Chad, the agency said": of two subjects the first has a clause of its own."""
    speech = noun.head
    if speech is None or speech.lemma not in SAYING or not speech.verbal:
        return
    others = [each for each in speech.kids("nsubj") if each.i > noun.i]
    verb = next((each for each in noun.kids("acl") if each.tag in PAST and each.i > noun.i), None)
    if not others or verb is None or reduced(verb) or speech.kids("ccomp"):
        return
    first = min(each.i for other in others for each in other.subtree())
    if not any(node.lower == "," for node in tree.nodes[verb.i : first + 1]):
        return
    verb.hang(speech, "ccomp")
    verb.tag = "VBD"
    noun.hang(verb, "nsubj")
    for kid in [kid for kid in noun.children if kid.i > verb.i and kid.dep in ("nmod", "advcl", "punct")]:
        kid.hang(verb if kid.dep != "punct" else speech, "obl" if kid.dep == "nmod" else kid.dep)
