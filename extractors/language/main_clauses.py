"""Repairs of the main clause: its verb was taken for a modifier of its subject, its object or a relative clause."""

from itertools import takewhile

from extractors.language.shapes import PAST, comma_between, finite_below, reduced
from extractors.language.tree import Node, Tree


def main_clause_garden_path(root: Node) -> None:
    """ "Western leaders called for …": a nominal root whose reduced relative is the main clause."""
    if not root.nominal or finite_below(root):
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


def interrupted_main_clause(root: Node) -> None:
    """ "Chad's president, Jane Doe, called for talks.": behind an apposition the only verb is the main one."""
    if not root.nominal or finite_below(root) or root.subtree()[-1].text != ".":
        return
    named = [kid for kid in root.kids("appos") if kid.i > root.i]
    verbs = [verb for verb in root.kids("acl") if verb.tag in PAST and named and verb.i > named[-1].i]
    if not verbs or any(kid.dep in ("nsubj", "aux", "cop") for node in root.subtree() for kid in node.children):
        return
    verb = verbs[0]
    commas = [node for node in root.subtree() if node.i == verb.i - 1 and node.lower in (",", "--", "–")]
    if commas and verb.lemma not in SHOWN and not verb.kids("obl:agent", "aux:pass"):
        _promote(verb, root)


def owned_title(root: Node) -> None:
    """ "Ontario's premier, Doug Ford, threatened …": behind a title and a name the verb is the main one."""
    if root.verbal or finite_below(root) or not root.kids("nmod:poss"):
        return
    for verb in root.kids("parataxis", "acl:relcl", "ccomp"):
        names = [name for name in verb.kids("nsubj") if name.proper and root.i < name.i < verb.i]
        commas = [node.i for node in root.subtree() if node.lower == "," and root.i < node.i < verb.i]
        if len(names) != 1 or len(commas) < 2 or names[0].i != commas[0] + 1 or verb.tag not in FINITE:
            continue
        root.tag = root.tag if root.nominal else "NN"
        late = [kid for kid in root.children if kid.i > verb.i]
        verb.swap_with_head("nsubj")
        names[0].hang(root, "appos")
        for kid in late:
            kid.hang(verb, kid.dep)
        return


FINITE = frozenset({"VBD", "VBZ", "VBP"})
SHOWN = frozenset({"picture", "see", "show", "photograph", "name", "base"})
"""Participles that say how somebody appears in a picture, or who somebody is."""


def title_and_name(root: Node) -> None:
    """ "After talks, the bloc's envoy Ana Ruiz said …": a title, the name right behind it and the main verb."""
    if not root.nominal or root.proper or finite_below(root):
        return
    for verb in root.kids("acl:relcl"):
        names = [name for name in verb.kids("nsubj") if name.proper and name.i == root.i + 1]
        if len(names) != 1 or verb.tag not in ("VBD", "VBZ", "VBP") or verb.kids("obj"):
            continue
        verb.swap_with_head("nmod:desc")
        for kid in [kid for kid in root.children if kid.i > names[0].i]:
            kid.hang(verb, "obl" if kid.dep == "nmod" else kid.dep)
        for kid in root.kids("obl", "advcl"):
            if kid.i < root.i:
                kid.hang(verb, kid.dep)
        root.hang(names[0], "nmod:desc")
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


def coordinated_subject(root: Node) -> None:
    """ "The army and its allies made gains": the verb was hung on the first noun as if it were its conjunct."""
    if not root.nominal or finite_below(root):
        return
    for verb in root.kids("conj"):
        subjects = verb.kids("nsubj")
        listed = len(subjects) == 1 and bool(subjects[0].kids("conj", "cc"))
        apart = comma_between(root, verb, root.subtree()) and not listed
        if verb.tag in PAST | {"VBZ", "VBP"} and len(subjects) == 1 and not apart:
            for each in (subjects[0], *subjects[0].kids("conj")):
                each.hang(root, "conj")
            _promote(verb, root)
            return


def relative_main_clause(root: Node) -> None:
    """ "Forces called for aid to 500 people, many of whom need care": a clause with "whom" is never the main one."""
    subjects = root.kids("nsubj")
    relative = [each for each in subjects if any(kid.tag in ("WP", "WDT", "WP$") for kid in each.subtree())]
    if len(subjects) < 2 or not relative or subjects[0] in relative:
        return
    noun = subjects[0]
    for verb in noun.kids("acl"):
        if verb.tag in PAST and not reduced(verb) and verb.i > noun.i:
            last = next((node for node in reversed(verb.subtree()) if node.nominal), verb)
            verb.head, verb.dep = None, "ROOT"
            noun.children.remove(verb)
            noun.hang(verb, "nsubj")
            root.head = None
            root.hang(last, "acl:relcl")
            verb.tag = "VBD"
            return


def oblique_root(root: Node, tree: Tree) -> None:
    """ "At a session on Sunday, UN chief Guterres called on …": a noun with a preposition is no main clause."""
    if not root.nominal or finite_below(root) or not any(case.tag == "IN" for case in root.kids("case")):
        return
    for verb in root.kids("acl"):
        subject = tree.nodes[verb.i - 1]
        while subject.dep in ("flat", "compound", "nmod:desc") and subject.head is not None:
            subject = subject.head
        if verb.tag not in PAST or not subject.nominal or subject.i < root.i or subject is root or reduced(verb):
            continue
        start = min(each.i for each in subject.subtree() if each.lower != ",")
        if tree.nodes[start - 1].lower != ",":
            continue
        late = [kid for kid in root.children if kid.i > verb.i]
        subject.hang(verb, "nsubj")
        verb.swap_with_head("obl")
        verb.tag = "VBD"
        for kid in late:
            kid.hang(verb, {"nmod": "obl"}.get(kid.dep, kid.dep))
        return
