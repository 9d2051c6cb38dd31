"""Repairs of subordinate clauses: hung on a noun, on the wrong verb, or read as a phrase."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, finite_below, reduced
from extractors.language.tree import Node, Tree

SUBORDINATORS = frozenset({"as", "after", "before", "since", "until", "while", "that", "because", "when"})
SAYING = frozenset({"say", "report", "add", "announce", "claim", "estimate", "confirm", "declare", "state", "write"})
TELLING = frozenset({"say", "announce", "declare", "claim", "report", "confirm"})
CHARGING = frozenset(
    {
        "accuse", "suspect", "blame", "prevent", "stop", "keep", "bar", "ban", "deter", "thank", "criticise",
        "criticize",
        "condemn", "convict", "acquit", "charge", "discourage", "dissuade", "prohibit", "praise", "fault", "slam",
        "denounce", "lambast", "chide", "clear",
    }
)  # fmt: skip
TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year",
        "morning", "evening", "night", "afternoon", "time", "moment", "today", "yesterday", "tomorrow", "hour",
        "minute",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "weekend", "way", "percent",
    }
)  # fmt: skip


@repair_of(deps="obl nmod obl:unmarked", tags=NOUNS)
def subordinate_garden_path(noun: Node, _: Tree) -> None:
    """ "… as government troops advanced": a clause read as a prepositional phrase with a reduced relative."""
    markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS]
    for verb in noun.kids("acl"):
        if markers and verb.tag in PAST and not reduced(verb) and verb.i > noun.i:
            verb.swap_with_head("nsubj")
            verb.dep, verb.tag = "advcl", "VBD"
            for marker in markers:
                marker.hang(verb, "mark")
            return


@repair_of(deps="conj", tags="VBD VBN VBZ VBP")
def marked_conjunct(verb: Node, _: Tree) -> None:
    """ "Shelled the town after three of them were killed": a conjunction before the subject makes no second clause."""
    if verb.kids("cc"):
        return
    for subject in verb.kids("nsubj", "nsubj:pass"):
        first = subject.children[0] if subject.children else None
        if (
            first is not None
            and first.dep == "case"
            and first.i < subject.i
            and first.lower in SUBORDINATORS - {"that"}
        ):
            verb.dep = "advcl"
            first.hang(verb, "mark")
            return


@repair_of(deps="obl nmod", tags=NOUNS)
def subject_behind_marker(noun: Node, tree: Tree) -> None:
    """ "… after the army launched a raid": a noun behind a conjunction is the subject of the bare verb behind it."""
    markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS - {"that", "as"}]
    above = next((each for each in noun.ancestors() if each.verbal and each.dep != "amod"), None)
    if not markers or above is None or above.i > noun.i:
        return
    verb = next((each for each in tree.nodes[noun.i + 1 :] if each.tag[:2] not in ("RB", "MD")), None)
    if verb is None or verb.tag not in ("VBD", "VBZ", "VBP") or verb in noun.ancestors() or finite_below(verb):
        return
    if verb.dep not in ("ccomp", "parataxis", "conj", "advcl", "xcomp") or noun in verb.ancestors():
        return
    verb.hang(above, "advcl")
    noun.hang(verb, "nsubj")
    for marker in markers:
        marker.hang(verb, "mark")


@repair_of(deps="ccomp obj", tags=NOUNS)
def interrupted_complement(noun: Node, _: Tree) -> None:
    """ "… announced that forces, backed by X, gained control": the complement's verb was hung on the speech verb."""
    speech = noun.head
    if speech is None or finite_below(noun) or (noun.dep == "obj" and speech.lemma not in SAYING):
        return
    for verb in speech.kids("conj"):
        if verb.tag in PAST and verb.i > noun.i and not verb.kids("nsubj", "nsubj:pass", "cc"):
            verb.hang(speech, "ccomp")
            for case in noun.kids("case"):
                case.hang(verb, "mark")
            noun.hang(verb, "nsubj")
            return


@repair_of(deps="acl:relcl", tags=NOUNS)
def relative_object(noun: Node, _: Tree) -> None:
    """ "An agreement that the two sides signed in July": the pronoun is the object, and the noun its subject."""
    above = noun.head
    pronouns = [
        each for each in noun.kids("nsubj", "obj", "mark") if each.lower in ("that", "which") and each.i < noun.i
    ]
    verb = next((each for each in noun.kids("acl") if each.tag in PAST and each.i > noun.i), None)
    if above is None or not pronouns or verb is None or noun.kids("cop") or reduced(verb) or verb.kids("obj"):
        return
    verb.hang(above, "acl:relcl")
    verb.tag = "VBD"
    noun.hang(verb, "nsubj")
    pronouns[0].hang(verb, "obj")


@repair_of(deps="advcl", tags="VBD VBZ VBP")
def subject_before_marked_verb(verb: Node, _: Tree) -> None:
    """ "After the government of Bengal gave in": what stands behind the conjunction is the subject."""
    if verb.kids("nsubj", "nsubj:pass", "mark") or verb.head is None:
        return
    for noun in verb.head.kids("obl", "nmod"):
        markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS - {"that", "as"}]
        if markers and noun.i < verb.i and max(each.i for each in noun.subtree()) == verb.i - 1:
            noun.hang(verb, "nsubj")
            for marker in markers:
                marker.hang(verb, "mark")
            return


@repair_of(deps="nmod", tags=NOUNS)
def behind_aside(noun: Node, tree: Tree) -> None:
    """ "Charged Ramirez, one of its authors, with conspiracy": behind the second comma the verb goes on."""
    first = min(each.i for each in noun.subtree() if each.lower != ",")
    aside = next((each for each in noun.ancestors() if each.dep == "appos"), None)
    named = aside.head if aside is not None else None
    verb = named.head if named is not None and named.dep in ("obj", "iobj", "nsubj:pass") else None
    if aside is None or verb is None or verb.lemma not in CHARGING or first < 1 or tree.nodes[first - 1].lower != ",":
        return
    if any(case.lower in ("with", "of", "for", "over", "from") for case in noun.kids("case")):
        noun.hang(verb, "obl")


@repair_of(deps="advcl", tags="VBD VBN VBZ VBP VB VBG")
def where_clause(verb: Node, tree: Tree) -> None:
    """ "Let monitors into its prisons, where inmates died": behind a noun and a comma "where" tells of the noun."""
    wheres = [each for each in verb.kids("advmod", "mark") if each.lower == "where"]
    if not wheres or wheres[0].i < 2 or tree.nodes[wheres[0].i - 1].lower != ",":
        return
    noun = tree.nodes[wheres[0].i - 2]
    while noun.head is not None and noun.dep in ("flat", "compound", "nmod:desc"):
        noun = noun.head
    if noun.nominal and verb not in noun.ancestors() and noun is not verb.head:
        verb.hang(noun, "acl:relcl")


@repair_of(deps="acl", tags="VBD VBN VBZ VBP")
def clause_on_noun(verb: Node, _: Tree) -> None:
    """ "… a ceasefire as rebels fled": a finite clause with a conjunction and a subject belongs to a verb."""
    if not verb.kids("nsubj", "nsubj:pass"):
        return
    if any(mark.lower in SUBORDINATORS - {"that"} for mark in verb.kids("mark", "advmod")):
        above = next((each for each in verb.ancestors() if each.verbal and each.dep != "amod"), None)
        if above is not None:
            verb.hang(above, "advcl")


@repair_of(deps="acl ccomp", tags="VBG")
def that_gerund(gerund: Node, tree: Tree) -> None:
    """ "… the fact that shelling in Aleppo claimed a life": no clause is "that" and a bare -ing form."""
    if gerund.kids("aux", "nsubj", "nsubj:pass", "cop"):
        return
    marks = [mark for mark in gerund.kids("mark") if mark.lower == "that"]
    above = gerund.head
    if not marks or above is None:
        return
    for verb in tree.nodes[gerund.i + 1 :]:
        if verb.tag in ("VBD", "VBZ", "VBP") and verb.dep not in ("aux", "cop", "aux:pass", "acl:relcl"):
            subjects = verb.kids("nsubj")
            if any(subject is not above for subject in subjects) or gerund in verb.ancestors():
                return
            _finite_with_gerund(gerund, verb, marks)
            return


def _finite_with_gerund(gerund: Node, verb: Node, marks: list[Node]) -> None:
    noun, governor = gerund.head, verb.head
    if noun is None or noun is verb or (verb in gerund.ancestors() and noun.head is not verb):
        return
    if noun.head is verb:
        if governor is None:
            return
        noun.hang(governor, "obl")
    verb.hang(noun, gerund.dep)
    gerund.hang(verb, "nsubj")
    gerund.tag = "NN"
    for mark in marks:
        mark.hang(verb, "mark")


@repair_of(deps="amod", tags="VBD VBN")
def attributive_clause(verb: Node, _: Tree) -> None:
    """ "… as they ceded territory": a participle before a noun cannot have a subject of its own."""
    noun = verb.head
    if noun is None or verb.i > noun.i:
        return
    if verb.kids("nsubj", "nsubj:pass"):
        markers = [kid for kid in noun.kids("case", "mark", "advmod") if kid.i < verb.i and kid.tag in ("IN", "WRB")]
        verb.swap_with_head("obj")
        verb.tag = "VBD"
        for marker in markers:
            marker.hang(verb, "mark")


@repair_of(deps="nsubj")
def prepositional_subject(noun: Node, _: Tree) -> None:
    """ "After meeting with X, Y said": a subject has no preposition; the next noun behind the comma is the subject."""
    verb = noun.head
    marks = [kid for kid in noun.kids("mark", "case") if kid.i < noun.i and kid.tag == "IN" and kid.lower != "that"]
    if not marks or verb is None or not verb.verbal or len(verb.kids("nsubj")) > 1:
        return
    commas = [node.i for node in noun.subtree() if node.lower == ","]
    late = [node for node in noun.subtree() if commas and node.i > commas[0] and node.nominal]
    heads = [node for node in late if node.head is not None and (node.head.i < commas[0] or node.head is noun)]
    if not heads or heads[-1].i > verb.i:
        return
    subject = heads[-1]
    inner = [node for node in heads[:-1] if node.head is not None and node.head is not subject]
    subject.hang(verb, "nsubj")
    for node in inner:
        node.hang(subject, "compound")
    gerund = noun.lower.endswith("ing") and bool(noun.kids("obl", "nmod", "obj"))
    noun.dep = "advcl" if noun.verbal or gerund else "obl"
    if gerund:
        noun.tag, noun.lemma = "VBG", noun.lower.removesuffix("ing")


@repair_of(deps="conj")
def second_complement(clause: Node, _: Tree) -> None:
    """ "… said A had agreed, and that B was …": the second "that" belongs to what is said."""
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.head is not None and clause.head.kids("ccomp"):
        clause.dep = "ccomp"


@repair_of(deps="acl acl:relcl")
def told_that(clause: Node, _: Tree) -> None:
    """ "… warned protesters that the army would fire": a clause with "that" and all its parts is what is said."""
    noun = clause.head
    if noun is None or noun.head is None or not (noun.dep in ("obj", "iobj") or noun.head.lemma in TELLING):
        return
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.kids("nsubj", "nsubj:pass") and noun.head.verbal:
        clause.hang(noun.head, "ccomp")


@repair_of(deps="ROOT ccomp parataxis", tags="VBD VBZ VBP")
def unmarked_subject(verb: Node, _: Tree) -> None:
    """ "Its minister, in remarks published on Monday, urged …": a finite verb's bare noun before it is the subject."""
    if verb.kids("nsubj", "nsubj:pass", "csubj", "expl", "cop"):
        return
    before = [kid for kid in verb.kids("obl:unmarked") if kid.i < verb.i and kid.nominal and kid.lemma not in TIMES]
    if len(before) == 1:
        before[0].dep = "nsubj"


@repair_of(tags="VBG")
def charged_with(clause: Node, _: Tree) -> None:
    """ "Accused Moscow of shelling the town": what somebody is charged with or kept from hangs on the verb."""
    noun = clause.head
    verb = noun.head if noun is not None else None
    if noun is None or verb is None:
        return
    if verb.lemma not in CHARGING and (verb.head is None or verb.head.lemma not in CHARGING):
        return
    if clause.dep in ("acl", "nmod") and noun.dep in ("obj", "iobj", "nsubj:pass") and clause.kids("mark", "case"):
        clause.hang(verb, "advcl")
        return
    if clause.dep in ("amod", "compound") and noun.dep in ("nmod", "obl") and clause.i < noun.i:
        _gerund_of_charge(clause, noun, verb)


def _gerund_of_charge(gerund: Node, noun: Node, above: Node) -> None:
    """ "… of attacking hospitals": the -ing form is the charge, the noun its object."""
    verb = above if above.verbal else above.head
    marks = [case for case in noun.kids("case") if case.i < gerund.i]
    if verb is None or not verb.verbal or verb.lemma not in CHARGING or not marks or noun.kids("det"):
        return
    gerund.hang(verb, "advcl")
    noun.hang(gerund, "obj")
    for mark in marks:
        mark.hang(gerund, "mark")
