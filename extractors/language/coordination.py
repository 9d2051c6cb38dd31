"""Repairs of verbs that were given to the wrong clause: conjuncts, clauses behind "before", what is said."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, finite_below, reduced
from extractors.language.subclauses import SAYING
from extractors.language.tree import Node, Tree

_SUBJECTS = ("nsubj", "nsubj:pass")
MODAL = frozenset({"will", "would", "could", "may", "might", "can", "shall", "should", "must", "'ll", "’ll"})
NAMING = frozenset({"call", "name", "dub", "brand", "label", "consider", "term"})


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


@repair_of(deps="conj", tags="VBD VBN")
def past_behind_modal(verb: Node, _: Tree) -> None:
    """ "Paris announced it would send guns and called on allies to pay": a past form does not go on with "would"."""
    inner = verb.head
    main = inner.head if inner is not None else None
    if inner is None or main is None or inner.dep not in ("ccomp", "xcomp") or main.tag != "VBD":
        return
    if (
        inner.tag != "VB"
        or inner.kids("aux:pass", "cop")
        or inner.i < main.i
        or verb.kids("aux", "aux:pass", *_SUBJECTS)
    ):
        return
    if verb.kids("obj", "obl", "ccomp", "xcomp", "advcl"):
        verb.hang(main, "conj")
        verb.tag = "VBD"


def _modal(verb: Node) -> bool:
    return any(aux.lower in MODAL for aux in verb.kids("aux"))


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


@repair_of(deps="obj", tags=NOUNS)
def second_name(noun: Node, _: Tree) -> None:
    """ "Called the verdict a travesty": of two objects the second is what the first is called."""
    verb = noun.head
    if verb is None or verb.lemma not in NAMING or noun.proper or noun.i < verb.i:
        return
    if any(verb.i < other.i < noun.i for other in verb.kids("obj")):
        noun.dep = "xcomp"


@repair_of(
    deps="xcomp advcl acl", words="neighboring neighbouring warring visiting ruling opposing remaining competing"
)
def participle_before_noun(word: Node, _: Tree) -> None:
    """ "He accuses neighboring Chad", "fled to neighboring Mali": a participle that only describes the noun behind."""
    objects, links = word.kids("obj"), word.kids("mark")
    above = word.head
    if above is None or len(objects) != 1 or objects[0].i > word.i + 2 or word.kids("aux", "nsubj"):
        return
    noun = objects[0]
    if not above.verbal or (above.kids("obj") and not links) or noun.kids("det"):
        return
    if any(link.tag not in ("IN", "TO") or link.i != word.i - 1 for link in links):
        return
    noun.swap_with_head("amod")
    noun.dep = "obl" if links else "obj"
    word.tag = "JJ"
    for link in links:
        link.hang(noun, "case")
    for kid in [kid for kid in word.children if kid.i > noun.i]:
        kid.hang(above, kid.dep)


@repair_of(deps="conj parataxis", tags=NOUNS)
def clause_behind_semicolon(noun: Node, tree: Tree) -> None:
    """ "They threw eggs; officers used tear gas": behind a semicolon stands a clause."""
    above = noun.head
    first = min(each.i for each in noun.subtree() if each.lower != ";")
    if above is None or not above.verbal or not first or tree.nodes[first - 1].lower != ";" or finite_below(noun):
        return
    verb = next((each for each in noun.kids("acl") if each.tag in PAST and each.i > noun.i), None)
    if verb is None or reduced(verb):
        return
    relation = noun.dep
    for kid in [kid for kid in noun.children if kid.i > verb.i]:
        bare = kid.nominal and not kid.kids("case") and not verb.kids("obj")
        kid.hang(verb, "obj" if bare else "obl" if kid.dep == "nmod" else kid.dep)
    verb.swap_with_head("nsubj")
    verb.dep, verb.tag = relation, "VBD"


@repair_of(deps="appos", tags=NOUNS)
def named_so(noun: Node, tree: Tree) -> None:
    """ "Called the ruling the worst attack on justice": without a comma the second noun is what it is called."""
    thing = noun.head
    verb = thing.head if thing is not None else None
    if thing is None or verb is None or thing.dep != "obj" or verb.lemma not in NAMING or noun.proper:
        return
    first = min(each.i for each in noun.subtree())
    if noun.kids("det") and tree.nodes[first - 1].lower not in {",", "--", "–", "("}:
        noun.hang(verb, "xcomp")


@repair_of(deps="conj", words="neighboring neighbouring")
def listed_participle(word: Node, tree: Tree) -> None:
    """ "The EU and neighboring states condemned": the list goes on with the noun behind the participle."""
    first = word.head
    noun = tree.nodes[word.i + 1] if word.i + 1 < len(tree.nodes) else None
    if first is None or noun is None or not noun.nominal or first.head is not noun or first.dep != "compound":
        return
    above, relation = noun.head, noun.dep
    if above is None or not first.proper:
        return
    links = word.kids("cc")
    before = [kid for kid in noun.children if kid.i < first.i]
    first.swap_with_head("conj")
    first.dep = relation
    word.hang(noun, "amod")
    word.tag = "JJ"
    for kid in before:
        kid.hang(first, kid.dep)
    for link in links:
        link.hang(noun, "cc")
    listed = [each for each in above.kids(relation) if each.i < first.i]
    if listed:
        first.hang(listed[0], "conj")
        noun.hang(listed[0], "conj")
