"""Repairs of main verbs that were taken for a noun or an adjective, so that the clause became a heap of nouns."""

from itertools import takewhile

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, comma_between, finite_below, past_base, reduced
from extractors.language.tree import Node, Tree

SOME = frozenset({"some", "others", "several", "many", "most", "few"})
"""Words that stand for people at the beginning of a clause."""
PREDICATE = ("cop", "aux", "aux:pass", "expl")
DEMONSTRATING = frozenset({"protest", "rally", "strike", "march", "demonstrate", "riot"})


@repair_of(deps="ROOT ccomp", tags=NOUNS)
def verb_before_its_object(root: Node, tree: Tree) -> None:
    """ "The army requisitioned trucks": noun, past form, noun without any verb is a clause, said or not."""
    if root.kids(*PREDICATE) or (root.dep == "ccomp" and root.proper):
        return
    for verb in tree.nodes[1 : root.i]:
        if verb.head is not root or verb.dep not in ("amod", "compound") or not past_base(verb):
            continue
        subject = _word_before(verb, tree)
        if subject is None or subject.head not in (verb, root) or not (subject.nominal or subject.lower in SOME):
            continue
        if any(noun is not subject for noun in root.kids("nsubj", "nsubj:pass")):
            continue
        _gather(subject, [*verb.children, *root.children], verb)
        subject.hang(verb, "nsubj")
        verb.swap_with_head("obj")
        verb.tag, verb.lemma = "VBD", past_base(verb)
        for kid in list(root.children):
            if kid.i > verb.i and kid.dep not in ("punct", "advcl", "parataxis", "nmod"):
                continue
            if kid.dep != "nmod":
                kid.hang(verb, kid.dep)
            elif not any(case.lower == "of" for case in kid.kids("case")):
                kid.hang(verb, "obl")
        return


def _word_before(verb: Node, tree: Tree) -> Node | None:
    """The word before the verb, or before what a hyphen ties to it: "Fighters booby-trapped houses"."""
    place = verb.i - 1
    if tree.nodes[place].text == "-" and place > 1 and tree.nodes[place - 1].head is verb:
        place -= 2
    return tree.nodes[place] if place >= 0 else None


def _gather(subject: Node, nodes: list[Node], verb: Node) -> None:
    """Hang what stands before the subject on it, but punctuation on the verb."""
    for kid in nodes:
        if kid.i < subject.i and kid is not subject:
            kid.hang(verb if kid.dep == "punct" else subject, "compound" if kid.dep == "nsubj" else kid.dep)


@repair_of(deps="ROOT advcl ccomp conj acl:relcl parataxis", tags="NN NNS")
def verb_tagged_as_noun(root: Node, tree: Tree) -> None:
    """ "A blast tore through a hall", "The law curtails the rights": a noun that has an object or is only a past."""
    if root.kids(*PREDICATE) or not root.i or (root.dep != "ROOT" and not (root.tag == "NN" and root.kids("obj"))):
        return
    subject = tree.nodes[root.i - 1]
    while subject.dep == "flat" and subject.head is not None:
        subject = subject.head
    glued = subject.nominal and subject.head is root and subject.dep in ("compound", "nsubj", "nmod")
    objects = [noun for noun in root.kids("obj") if noun.i > root.i]
    past = ("leave" if root.lower == "left" else past_base(root)) if root.tag == "NN" else ""
    if past and (objects or (glued and not root.lower.endswith("ed"))):
        root.tag, root.lemma = "VBD", past
    elif root.tag == "NNS" and objects and glued:
        root.tag = "VBZ"
    elif glued and _headline_verb(root, subject):
        root.tag = "VBP"
    else:
        return
    if glued:
        _gather(subject, list(root.children), root)
        subject.dep = "nsubj"
    for kid in root.kids("nmod"):
        kid.dep = "obl"


def _headline_verb(word: Node, subject: Node) -> bool:
    """ "Police clash with rioters", "Farmers protest in Berlin": a plural and what many do, without an article."""
    if word.tag != "NN" or word.kids("det", "nmod:poss", "amod") or subject.kids("det"):
        return False
    cases = {case.lower for noun in word.kids("nmod", "obl") for case in noun.kids("case")}
    if word.lower == "clash":
        return bool(cases & {"with", "over", "in", "at", "near"})
    return (
        word.lower in DEMONSTRATING
        and subject.tag == "NNS"
        and bool(cases & {"in", "against", "over", "at", "outside"})
    )


@repair_of(deps="ROOT ccomp", tags=NOUNS)
def main_clause_garden_path(root: Node, _: Tree) -> None:
    """ "Western leaders called for …": a nominal root whose reduced relative is the main clause."""
    if finite_below(root) or (
        root.dep == "ccomp" and (root.proper or not any(v.kids("obj") for v in root.kids("acl")))
    ):
        return
    for verb in root.subtree():
        if verb.dep != "acl" or verb.tag not in PAST or reduced(verb) or verb.head is None or not verb.head.nominal:
            continue
        if any(above.verbal for above in takewhile(lambda each: each is not root, verb.ancestors())) or comma_between(
            root, verb, root.subtree()
        ):
            continue
        _promote(verb, root)
        return


def _promote(verb: Node, root: Node) -> None:
    """Make the verb the root, the old root its subject; what stood behind the verb hangs on it."""
    late = [kid for kid in root.children if kid.i > verb.i and kid is not verb]
    if verb.head is not root:
        verb.hang(root, "acl")
    verb.swap_with_head("nsubj")
    verb.tag = "VBD"
    for kid in late:
        relation = {"nmod": "obl", "appos": "parataxis"}.get(kid.dep, kid.dep)
        kid.hang(verb, relation)
