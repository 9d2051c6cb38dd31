"""Repairs of verbs that were given to the wrong clause: conjuncts, clauses behind "before", what is said."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, finite_below, reduced
from extractors.language.subclauses import SAYING, SUBORDINATORS
from extractors.language.tree import Node, Tree

_SUBJECTS = ("nsubj", "nsubj:pass")
MODAL = frozenset({"will", "would", "could", "may", "might", "can", "shall", "should", "must", "'ll", "’ll"})
CALLING = frozenset({"call", "appeal", "wait", "press", "push", "plead", "count", "rely"})
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


@repair_of(deps="conj", tags="VBD VBZ VBP")
def conjunct_of_noun(verb: Node, _: Tree) -> None:
    """ "He called it a lie and vowed to resign": a finite verb without a subject goes on with the verb, not a noun."""
    noun = verb.head
    if noun is None or not noun.nominal or finite_below(noun) or finite_below(verb) or noun.dep == "conj":
        return
    links = [link for link in verb.kids("cc") if link.i == verb.i - 1]
    above = next((each for each in noun.ancestors() if each.verbal and each.dep != "amod"), None)
    if links and above is not None and above.i < noun.i and above.tag == verb.tag:
        verb.hang(above, "conj")


@repair_of(deps="acl", tags="VB")
def called_on_to(verb: Node, _: Tree) -> None:
    """ "Called on all states to stop": what somebody is called on to do belongs to the call."""
    noun = verb.head
    call = noun.head if noun is not None else None
    if noun is None or call is None or noun.dep != "obl" or call.lemma not in CALLING:
        return
    if any(case.lower in ("on", "upon", "for") for case in noun.kids("case")) and verb.kids("mark"):
        verb.hang(call, "xcomp")


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


@repair_of(deps="obj", tags=NOUNS)
def second_name(noun: Node, _: Tree) -> None:
    """ "Called the verdict a travesty": of two objects the second is what the first is called."""
    verb = noun.head
    if verb is None or verb.lemma not in NAMING or noun.proper or noun.i < verb.i:
        return
    if any(verb.i < other.i < noun.i for other in verb.kids("obj")):
        noun.dep = "xcomp"


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


@repair_of(deps="ccomp parataxis", tags="VBD VBN VBZ VBP")
def passive_behind_participle(verb: Node, tree: Tree) -> None:
    """ "Six men held over the raid were freed": a subject with a preposition is none; the main verb comes second."""
    participle = verb.head
    subjects = verb.kids("nsubj", "nsubj:pass")
    if (
        participle is None
        or participle.tag not in PAST
        or participle.kids("aux", "aux:pass", "obj")
        or len(subjects) != 1
    ):
        return
    noun = subjects[0]
    named = participle.kids("nsubj", "nsubj:pass")
    cases = [case for case in noun.kids("case") if case.tag == "IN" and case.lower not in ("that", "of")]
    if len(named) != 1 or not cases or not participle.i < cases[0].i <= noun.i < verb.i or verb.kids("mark"):
        return
    if any(node.lower in {",", '"'} for node in tree.nodes[participle.i : verb.i]):
        return
    relation = noun.dep
    verb.swap_with_head("acl")
    participle.tag = "VBN"
    noun.hang(participle, "obl")
    named[0].hang(verb, relation)
    participle.hang(named[0], "acl")


@repair_of(deps="appos", tags=NOUNS)
def subject_behind_place(noun: Node, tree: Tree) -> None:
    """ "In Goma, armed men stormed the market": behind the comma of an opening phrase stands the subject."""
    place = noun.head
    while place is not None and place.dep == "nmod" and place.kids("case"):
        place = place.head
    verb = place.head if place is not None else None
    if place is None or verb is None or place.dep != "obl" or not place.kids("case") or noun.i > verb.i:
        return
    if verb.tag not in ("VBD", "VBN", "VBZ", "VBP") or verb.kids("nsubj", "nsubj:pass", "aux", "aux:pass", "expl"):
        return
    first = min(each.i for each in noun.subtree() if each.lower != ",")
    if tree.nodes[first - 1].lower == "," and not any(node.lower == "," for node in tree.nodes[first : verb.i]):
        noun.hang(verb, "nsubj")
        verb.tag = "VBD" if verb.tag == "VBN" else verb.tag


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


@repair_of(deps="conj", tags="VBD")
def main_clause_goes_on(verb: Node, tree: Tree) -> None:
    """ "They arrested a man, who had walked along, and deported him": what was done to him is no deed of his.

    Nor does "the plan, which could cost jobs, and threatened to strike" go on with what could be.
    """
    inner = verb.head
    noun = inner.head if inner is not None and inner.dep == "acl:relcl" else None
    main = next((each for each in noun.ancestors() if each.verbal), None) if noun is not None else None
    links = verb.kids("cc")
    if main is None or main.tag != "VBD" or not links or verb.kids("nsubj", "nsubj:pass"):
        return
    back = any(each.lower in ("him", "her", "them") for each in verb.kids("obj"))
    if (back or (inner is not None and _modal(inner) and not _modal(verb))) and tree.nodes[links[0].i - 1].lower == ",":
        verb.hang(main, "conj")
