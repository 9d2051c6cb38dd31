"""Repairs of main verbs that were taken for a noun or an adjective, so that the clause became a heap of nouns."""

from extractors.language.shapes import PAST, past_base
from extractors.language.tree import Node, Tree

SOME = frozenset({"some", "others", "several", "many", "most", "few"})
"""Words that stand for people at the beginning of a clause."""
PREDICATE = ("cop", "aux", "aux:pass", "expl")
CROWDS = frozenset({"hundred", "thousand", "ten", "million", "dozen", "score"})
DEMONSTRATING = frozenset({"protest", "rally", "strike", "march", "demonstrate", "riot"})
FINITE = frozenset({"VBZ", "VBP", "MD"})


def verb_before_its_object(root: Node, tree: Tree) -> None:
    """ "The army requisitioned trucks": noun, past form, noun without any verb is a clause, said or not."""
    if not root.nominal or root.kids(*PREDICATE):
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


def verb_behind_comma(root: Node, tree: Tree) -> None:
    """ "The League of States, or LOS, closed borders and halted aid": behind the comma the past form is the verb."""
    if not root.nominal or root.kids(*PREDICATE, "nsubj", "nsubj:pass") or tree.nodes[-1].text != ".":
        return
    verbs = [
        node
        for node in tree.nodes
        if node.i > root.i
        and node.dep == "amod"
        and past_base(node)
        and node.head is not None
        and node.head.dep in ("conj", "appos")
        and tree.nodes[node.i - 1].lower in (",", "and")
    ]
    before = tree.nodes[: verbs[0].i] if verbs else ()
    if not before or before[-1].lower != "," or not any(node.lower == "," for node in before[:-1]):
        return
    if any(node.tag in FINITE or node.tag == "VBD" or node.dep in ("nsubj", "cop") for node in before):
        return
    first: Node | None = None
    for verb in verbs:
        verb.swap_with_head("obj")
        verb.tag, verb.lemma = "VBD", past_base(verb)
        for kid in [kid for noun in verb.kids("obj") for kid in noun.kids("cc", "nmod") if noun.i != kid.i]:
            if kid.dep == "cc" or not any(case.lower == "of" for case in kid.kids("case")):
                kid.hang(verb, "cc" if kid.dep == "cc" else "obl")
        if first is None:
            first = verb
            verb.swap_with_head("nsubj")
        else:
            verb.hang(first, "conj")


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


def verb_tagged_as_noun(root: Node, tree: Tree) -> None:
    """ "A blast tore through a hall", "The law curtails the rights": a noun that has an object or is only a past."""
    if root.tag not in ("NN", "NNS") or root.kids(*PREDICATE) or not root.i:
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


def crowd_verb(root: Node) -> None:
    """ "Hundreds of thousands strike against reform": so many people are no kind of strike."""
    if root.lemma not in CROWDS or root.kids(*PREDICATE, "nsubj", "nsubj:pass"):
        return
    for word in root.kids("nmod"):
        crowd = [kid for kid in word.kids("compound") if kid.lemma in CROWDS]
        if word.lower in DEMONSTRATING and word.tag == "NN" and crowd and not word.kids("det"):
            for kid in word.kids("case"):
                kid.hang(crowd[0], "case")
            crowd[0].hang(root, "nmod")
            word.swap_with_head("nsubj")
            word.tag = "VBP"
            for kid in word.kids("nmod"):
                kid.dep = "obl"
            return


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


def verb_as_predicate_of_noun(root: Node) -> None:
    """ "A car bomb ripped through a market", "The rebels rearmed": the past form right behind a noun without a verb."""
    if not root.nominal or root.kids(*PREDICATE, "nsubj", "nsubj:pass"):
        return
    for verb in root.kids("xcomp", "acl"):
        plain = verb.tag in PAST and verb.dep == "xcomp"
        if verb.i == root.i + 1 and past_base(verb) and (plain or verb.tag == "JJ"):
            for kid in [kid for kid in root.children if kid.i > verb.i]:
                kid.hang(verb, {"nmod": "obl"}.get(kid.dep, kid.dep))
            verb.swap_with_head("nsubj")
            verb.tag, verb.lemma = "VBD", past_base(verb)
            return


def opening_subject(root: Node, tree: Tree) -> None:
    """ "Talks between the two broke down": a plural at the beginning was taken for the verb."""
    if root.i or root.tag != "VBZ" or root.kids("nsubj", "nsubj:pass", "obj", "aux") or not root.lower.endswith("s"):
        return
    for verb in root.kids("parataxis", "ccomp", "conj", "advcl"):
        bare = not verb.kids("nsubj", "nsubj:pass", "mark", "expl", "cc")
        finite = verb.tag in ("VBD", *FINITE) or bool(verb.kids("aux", "aux:pass", "cop"))
        if bare and finite and not any(node.lower == "," for node in tree.nodes[: verb.i]):
            root.tag = "NNS"
            root.lemma = root.lower.removesuffix("s")
            for kid in root.kids("obl"):
                kid.dep = "nmod"
            for kid in [kid for kid in root.children if kid.i > verb.i]:
                kid.hang(verb, kid.dep)
            verb.swap_with_head("nsubj:pass" if verb.kids("aux:pass") else "nsubj")
            return


def verb_behind_day(root: Node, tree: Tree) -> None:
    """ "Japan on Friday lifted sanctions on Iran": the verb and its day were read as part of a phrase."""
    if not root.nominal or root.kids(*PREDICATE, "nsubj", "nsubj:pass"):
        return
    for noun in root.kids("nmod", "obl"):
        for verb in noun.kids("amod"):
            day = tree.nodes[verb.i - 1]
            cases = [case for case in noun.kids("case") if case.i == day.i - 1]
            if not past_base(verb) or not day.proper or day.lemma not in DAYS or not cases or verb.i > noun.i:
                continue
            for kid in [kid for kid in root.children if kid.i > verb.i and kid is not noun]:
                kid.hang(verb, "obl" if kid.dep == "nmod" else "advcl" if kid.dep == "acl" else kid.dep)
            verb.swap_with_head("obj")
            verb.swap_with_head("nsubj")
            verb.tag, verb.lemma = "VBD", past_base(verb)
            day.hang(verb, "obl")
            cases[0].hang(day, "case")
            return


DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def verb_behind_aside(root: Node, tree: Tree) -> None:
    """ "Turkey, which armed Baku, voiced support": behind what commas set off stands the verb of the name."""
    if not root.proper or root.kids(*PREDICATE, "nsubj", "nsubj:pass"):
        return
    for noun in root.kids("appos"):
        verb = next((kid for kid in noun.kids("amod") if kid.tag in PAST and kid.i < noun.i), None)
        asides = [kid for kid in root.kids("acl:relcl", "acl", "appos") if verb is not None and kid.i < verb.i]
        if verb is None or not asides or tree.nodes[verb.i - 1].lower != "," or noun.kids("det", "cc"):
            continue
        late = [kid for kid in root.children if kid.i > noun.i]
        for kid in [kid for kid in noun.children if kid.i < verb.i and kid.dep == "punct"]:
            kid.hang(root, "punct")
        verb.hang(root, "acl")
        noun.hang(verb, "obj")
        verb.swap_with_head("nsubj")
        verb.tag = "VBD"
        for kid in late:
            kid.hang(verb, {"nmod": "obl"}.get(kid.dep, kid.dep))
        return


def verb_behind_relative(root: Node, tree: Tree) -> None:
    """ "China, which had tolerated the war, called for a truce": the verb was hung on a noun of the relative clause."""
    if not root.nominal or root.kids(*PREDICATE, "nsubj", "nsubj:pass"):
        return
    for clause in root.kids("acl:relcl"):
        inner = [node for node in clause.subtree() if node.dep == "acl" and node.tag in PAST]
        for verb in inner:
            apart = tree.nodes[verb.i - 1].lower == "," and verb.i > clause.i
            if not apart or not verb.kids("obl", "obj", "ccomp", "xcomp") or verb.kids("obl:agent", "aux", "aux:pass"):
                continue
            verb.hang(root, "acl")
            verb.swap_with_head("nsubj")
            verb.tag = "VBD"
            for other in verb.kids("conj"):
                other.tag = "VBD" if other.tag == "VBN" and not other.kids("aux", "aux:pass") else other.tag
            return
