"""Repairs of clauses whose verb was given to a noun: gapped passives, joined clauses, clauses taken for subjects."""

from extractors.language.repairs import repair_of
from extractors.language.shapes import PAST, PASTS, reduced
from extractors.language.subclauses import SUBORDINATORS
from extractors.language.tree import Node, Tree

SPEECH = frozenset({"say", "report", "add", "announce", "claim", "confirm", "believe", "allege", "think", "insist"})


@repair_of(deps="conj", tags="NN NNS NNP NNPS")
def joined_clause(noun: Node, tree: Tree) -> None:
    """ "Rebels shelled the town and soldiers fired back": the noun before the second verb is its subject."""
    links = noun.kids("cc")
    verb = tree.nodes[noun.i + 1] if noun.i + 1 < len(tree.nodes) else None
    if verb is None or not links or verb.tag not in ("VBD", "VBN") or verb.kids("aux:pass", "aux", "obl:agent"):
        return
    if min(each.i for each in noun.subtree()) != links[0].i or noun.head is None:
        return
    first = noun.head
    above = next((each for each in first.ancestors() if each.verbal and each.dep != "amod"), None)
    if above is None or any(node.lower == "," for node in tree.nodes[min(first.i, above.i) : verb.i]):
        return
    plain = verb.tag == "VBD" or bool(verb.kids("obj", "compound:prt")) or verb.lower in PASTS
    clause = verb.dep == "acl" and verb.head in (first, noun)
    if (clause or (verb.dep == "xcomp" and verb.head is above)) and first.dep in ("obj", "obl") and plain:
        _join(above, verb, noun, links)
    elif _subject_of(first, verb) and verb.head is above and above.i < first.i and above.lemma not in CONTENT:
        first.hang(above, "obj")
        _join(above, verb, noun, links)
    else:
        _behind_reduced(noun, verb, links)


def _behind_reduced(noun: Node, verb: Node, links: list[Node]) -> None:
    """ "Officers threatened to kill staff and gunmen fired": the first verb was taken for a participle."""
    for above in noun.ancestors():
        subject = above.head
        if above.dep == "acl" and above.tag in PAST and not reduced(above) and above.kids("xcomp", "obj"):
            if subject is not None and _subject_of(subject, verb) and above.i == subject.i + 1:
                _put_before(above, subject, verb)
                _join(above, verb, noun, links)
            return


def _subject_of(noun: Node, verb: Node) -> bool:
    return noun.head is verb and noun.dep == "nsubj"


def _put_before(above: Node, subject: Node, verb: Node) -> None:
    """Make the clause on the subject the first of two, with the place that the second verb had."""
    opening = [kid for kid in verb.children if kid.i < subject.i]
    above.hang(verb, "acl")
    above.swap_with_head("conj")
    above.tag = "VBD"
    for kid in (*opening, subject):
        kid.hang(above, kid.dep)


def _join(above: Node, verb: Node, subject: Node, links: list[Node]) -> None:
    subject.hang(verb, "nsubj")
    verb.hang(above, "conj")
    verb.tag = "VBD"
    for link in links:
        link.hang(verb, "cc")


CONTENT = SPEECH | frozenset(
    {
        "know", "hope", "fear", "see", "show", "mean", "suggest", "find", "learn", "hear", "feel", "expect", "agree",
        "deny", "warn", "write", "state", "declare", "estimate", "realize", "suspect", "conclude", "assume", "note",
        "argue", "acknowledge", "admit", "tell", "discover", "doubt", "complain", "stress", "suppose", "ensure",
    }
)  # fmt: skip
"""Verbs behind which a list may be the subject of what is said: "believe the army and rebels fought"."""


@repair_of(deps="advcl obl", tags="VBG NN")
def agent_gerund(noun: Node, tree: Tree) -> None:
    """ "Five were wounded by shelling": behind "by" of a passive, a bare -ing form is the agent."""
    verb = noun.head
    if verb is None or not verb.kids("aux:pass", "nsubj:pass") or noun.kids("obj", "nsubj", "xcomp", "ccomp", "aux"):
        return
    marks = [mark for mark in noun.kids("mark", "case") if mark.lower == "by" and mark.i < noun.i]
    if (
        marks
        and tree.nodes[marks[0].i - 1].text != "-"
        and not verb.kids("obl:agent")
        and noun.lower.endswith("ing")
        and noun.lemma in HARMING
    ):
        noun.tag, noun.dep, noun.lemma = "NN", "obl:agent", noun.lower
        marks[0].dep = "case"
        for kid in noun.kids("obl"):
            kid.dep = "nmod"


HARMING = frozenset(
    {
        "shell", "shelling", "bomb", "bombing", "shoot", "shooting", "fight", "fighting", "stab", "stabbing",
    }
)  # fmt: skip


@repair_of(deps="obl", tags="VB")
def infinitive_as_phrase(verb: Node, _: Tree) -> None:
    """ "Officers threatened to rape and kill": "to" before a base form makes no phrase."""
    to = [case for case in verb.kids("case", "mark") if case.lower == "to" and case.i == verb.i - 1]
    if not verb.kids("obj", "conj", "obl", "xcomp", "ccomp") or len(verb.kids("case")) > 1:
        return
    if to and verb.head is not None and verb.head.verbal:
        to[0].dep, to[0].tag, verb.dep = "mark", "TO", "xcomp"


@repair_of(deps="ROOT ccomp", tags="VBD VBN")
def participle_set_off(participle: Node, tree: Tree) -> None:
    """ "The group, made up of Tutsis, held the town": what commas set off behind the subject is no main clause."""
    subjects = participle.kids("nsubj", "nsubj:pass")
    if len(subjects) != 1 or participle.kids("aux", "aux:pass", "obj", "ccomp") or participle.i < 2:
        return
    subject = subjects[0]
    if tree.nodes[participle.i - 1].lower != "," or tree.nodes[participle.i - 2] not in subject.subtree():
        return
    for verb in participle.kids("conj"):
        plain = verb.tag in PAST and not verb.kids("cc", "nsubj", "nsubj:pass")
        start = min(each.i for each in verb.subtree() if each.lower != ",")
        if plain and tree.nodes[start - 1].lower == "," and verb.kids("obj", "obl", "xcomp", "ccomp"):
            verb.swap_with_head("acl")
            participle.hang(subject, "acl")
            participle.tag, verb.tag = "VBN", "VBD"
            subject.hang(verb, "nsubj")
            return


@repair_of(tags="PRP", deps="obj", words="it")
def subject_behind_relative(word: Node, tree: Tree) -> None:
    """ "In the weeks that followed it killed many": before a verb without a subject it is the subject."""
    verb = tree.nodes[word.i + 1] if word.i + 1 < len(tree.nodes) else None
    above = word.head
    if verb is None or above is None or above.dep != "acl:relcl" or verb.tag not in ("VBD", "VBN", "VBZ"):
        return
    if above.i == word.i - 1 and not verb.kids("nsubj", "nsubj:pass", "aux") and verb.kids("obj", "obl", "ccomp"):
        word.hang(verb, "nsubj")
        verb.tag = "VBD" if verb.tag == "VBN" else verb.tag


@repair_of(tags="VBN VBD")
def active_with_object(verb: Node, _: Tree) -> None:
    """ "Supporters ransacked the headquarters": without "be" and with an object the subject is the doer."""
    if verb.kids("aux:pass", "aux", "obl:agent") or not verb.kids("obj") or verb.dep in ("acl", "amod", "xcomp"):
        return
    for subject in verb.kids("nsubj:pass"):
        subject.dep, verb.tag = "nsubj", "VBD"


@repair_of(deps="obj obl nmod", tags="NN NNS NNP NNPS")
def subject_behind_link(noun: Node, tree: Tree) -> None:
    """ "… after juntas in Mali told French forces to leave": behind the link stands the subject of a clause."""
    links = [case for case in noun.kids("case") if case.lower in SUBORDINATORS - {"that", "as"}]
    last = max(each.i for each in noun.subtree())
    if last + 2 < len(tree.nodes) and tree.nodes[last + 1].lower == "," and noun.kids("acl", "appos"):
        last += 1
    verb = tree.nodes[last + 1] if last + 1 < len(tree.nodes) else None
    if not links or verb is None or verb.tag != "VBD" or verb.dep not in ("advcl", "conj", "ccomp", "acl"):
        return
    above = noun.head
    beside = verb.head is above or any(verb.head is aside for aside in noun.kids("acl"))
    if above is None or not beside or verb.kids("nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "cc"):
        return
    verb.hang(above, "advcl")
    noun.hang(verb, "nsubj")
    for link in links:
        link.hang(verb, "mark")


@repair_of(deps="conj", tags="VBD")
def main_verb_behind_state(verb: Node, _: Tree) -> None:
    """ "Deplored that children had been among the dead and asked for aid": a deed is no conjunct of a state."""
    state = verb.head
    main = state.head if state is not None else None
    if state is None or main is None or state.dep != "ccomp" or not state.kids("cop") or main.tag != "VBD":
        return
    if not verb.kids("nsubj", "nsubj:pass", "aux", "aux:pass"):
        verb.hang(main, "conj")


@repair_of(deps="conj appos nsubj", tags="NN NNS NNP NNPS")
def clause_before_comma(noun: Node, tree: Tree) -> None:
    """ "After officers threatened to kill staff, gunmen fired": behind the comma the main clause begins."""
    verb = tree.nodes[noun.i + 1] if noun.i + 1 < len(tree.nodes) else None
    above = noun.head
    subject = above.kids("nsubj")[0] if above is not None and noun.dep == "nsubj" else above
    start = min(each.i for each in noun.subtree() if each.lower != ",")
    if subject is None or subject is noun or verb is None or noun.kids("cc") or tree.nodes[start - 1].lower != ",":
        return
    if verb.tag not in ("VBD", "VBZ", "VBP") or not _subject_of(subject, verb):
        return
    opening = [kid for kid in verb.kids("mark", "advmod") if kid.i < subject.i]
    first = next((kid for kid in subject.kids("acl") if kid.tag in PAST and kid.i == subject.i + 1), None)
    if first is None or not any(kid.tag in ("IN", "WRB") for kid in opening):
        return
    noun.hang(verb, "nsubj")
    first.hang(verb, "advcl")
    first.tag = "VBD"
    for kid in (*opening, subject):
        kid.hang(first, kid.dep)
