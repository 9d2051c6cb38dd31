"""Repairs of what goes on with what: verbs behind infinitives, names in lists, lists of charges, nouns in two."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import finite_below
from extractors.language.tree import Node, Tree

CHARGES = frozenset({"accuse", "suspect", "acquit", "convict"})
"""Verbs that seldom stand without what somebody is charged with, behind "of"."""
BARRING = frozenset({"bar", "ban", "block", "deter", "discourage", "keep", "prevent", "prohibit", "stop"})
"""Verbs of keeping somebody from something."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})


@repair_of(deps="conj", tags="VBD")
def conjunct_of_infinitive(verb: Node, _: Tree) -> None:
    """ "It ordered 60 envoys to leave and closed a consulate": a past form is no conjunct of an infinitive."""
    inner = verb.head
    if inner is None or inner.tag != "VB" or verb.kids("nsubj", "nsubj:pass", "aux", "aux:pass", "obl:agent"):
        return
    if not inner.kids("mark") or not verb.kids("cc"):
        return
    main = next((each for each in inner.ancestors() if each.tag in FINITE or _perfect(each)), None)
    between = [each for each in inner.ancestors() if main is not None and main in each.ancestors()]
    if (
        main is not None
        and main.tag in ("VBD", "VBN")
        and all(each.tag in ("VB", "VBG", "NN", "NNS") for each in between)
    ):
        verb.hang(main, "conj")
        for kid in [kid for kid in inner.children if kid.i > verb.i]:
            kid.hang(verb, kid.dep)


def _perfect(verb: Node) -> bool:
    """ "Had urged"."""
    return verb.tag == "VBN" and any(kid.lemma == "have" for kid in verb.kids("aux"))


@repair_of(deps="appos", tags="NNP NNPS")
def listed_name(name: Node, tree: Tree) -> None:
    """ "Chad, Mali and Niger agreed": names of one kind before an "and" are a list, not descriptions of each other."""
    kind = _kind(name, tree)
    row = _row(name, tree, kind) if kind not in ("", "PER") else []
    if row and name is not row[0] and not any(each.kids("case") for each in row[1:]):
        for other in row[1:]:
            other.hang(row[0], "conj")


def _row(name: Node, tree: Tree, kind: str) -> list[Node]:
    """The names of one kind in a row: "the" and commas between them and "and" before the last; else none."""
    names = [each for each in tree.entities if each.label == kind]
    here = next(place for place, each in enumerate(names) if each.first <= name.i <= each.last)
    first = here
    while first and _gap(names[first - 1].last, names[first].first, tree) <= {",", "the"}:
        first -= 1
    end = here
    while end + 1 < len(names) and _gap(names[end].last, names[end + 1].first, tree) <= {",", "the"}:
        end += 1
    if end + 1 == len(names) or "and" not in (gap := _gap(names[end].last, names[end + 1].first, tree)):
        return []
    if not gap <= {",", "the", "and"} or end == first:
        return []
    return [_head(each.first, each.last, tree) for each in names[first : end + 2]]


def _gap(last: int, first: int, tree: Tree) -> set[str]:
    return {node.lower for node in tree.nodes[last + 1 : first]} or {""}


def _head(first: int, last: int, tree: Tree) -> Node:
    """The word of a name that hangs outside of it."""
    inside = tree.nodes[first : last + 1]
    return next(node for node in inside if node.head is None or not first <= node.head.i <= last)


def _kind(name: Node, tree: Tree) -> str:
    """What the name is a name of; "" where no name is known."""
    return next((each.label for each in tree.entities if each.first <= name.i <= each.last), "")


@repair_of(deps="nmod", tags=NOUNS)
def list_of_charges(charge: Node, _: Tree) -> None:
    """ "Accused soldiers of mass killings, rape and arson": behind the only "of" stands the charge."""
    accused = charge.head
    verb = accused.head if accused is not None else None
    if accused is None or verb is None or verb.lemma not in CHARGES or not verb.verbal:
        return
    if accused.dep not in ("obj", "nsubj:pass") or charge.i < verb.i:
        return
    if not any(case.lower == "of" for case in charge.kids("case")) or _charged_otherwise(verb, charge):
        return
    charge.hang(verb, "obl")
    for kid in [kid for kid in accused.kids("conj") if kid.i > charge.i]:
        kid.hang(charge, "conj")


@repair_of(deps="acl nmod conj advcl ccomp", tags="VBG")
def further_charge(clause: Node, _: Tree) -> None:
    """ "Accused members of the gang of killing him", "… of fraud and of silencing her": charges of the verb."""
    links = {mark.lower for mark in clause.kids("mark", "case")} & {"of", "from"}
    if not links or clause.kids("aux", "nsubj"):
        return
    verb = _charging(clause, BARRING if "from" in links else CHARGES)
    if verb is not None and verb is not clause.head and clause.i > verb.i:
        clause.hang(verb, "advcl")


def _charging(clause: Node, verbs: frozenset[str]) -> Node | None:
    """The verb whose object, or whose charge before an "and", the clause was hung on."""
    noun = clause.head
    while noun is not None and (noun.dep == "acl" or (noun.nominal and noun.dep in ("nmod", "conj", "obl"))):
        noun = noun.head
    verb = noun.head if noun is not None and noun.dep in ("obj", "nsubj:pass") else noun
    if verb is not None and clause.dep == "conj" and verb.lemma not in verbs:
        verb = next((kid for kid in reversed(verb.kids("conj")) if kid.i < clause.i and kid.kids("obj")), None)
    return verb if verb is not None and verb.verbal and verb.lemma in verbs else None


def _charged_otherwise(verb: Node, charge: Node) -> bool:
    """Whether another phrase or clause says what the charge is."""
    below = [node for node in verb.subtree() if node.head is not charge]
    return any(
        kid.lower in ("of", "over", "for") and kid.dep in ("case", "mark") and kid.head is not None
        and (kid.head.tag == "VBG" or kid.head.head in (verb, charge.head))
        for kid in below
    )  # fmt: skip


WISHES = frozenset({"demand", "urge", "request", "ask", "insist", "propose", "suggest", "recommend", "require"})


@repair_of(deps="ccomp", tags="NN NNP")
def demanded_verb(noun: Node, _: Tree) -> None:
    """ "Demanded that the EU list the group": behind a wish a noun with a subject and an object is the verb."""
    wish = noun.head
    named = [kid for kid in noun.kids("compound") if kid.nominal and kid.i < noun.i]
    if wish is None or wish.lemma not in WISHES or not named or finite_below(noun):
        return
    if not any(mark.lower == "that" for mark in noun.kids("mark")) or not any(
        kid.i > noun.i for kid in noun.kids("obj")
    ):
        return
    subject = named[-1]
    for kid in [kid for kid in noun.kids("det", "amod", "compound", "nmod:poss") if kid.i < subject.i]:
        kid.hang(subject, kid.dep)
    subject.dep = "nsubj"
    noun.tag, noun.lemma = "VB", noun.lower
