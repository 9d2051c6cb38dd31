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


MOMENTS = TIMES | {"beginning", "start", "end", "outbreak"}
"""Nouns that do nothing: "who have lived there since the end of the war"."""


@repair_of(deps="obl nmod obl:unmarked", tags=NOUNS)
def subordinate_garden_path(noun: Node, _: Tree) -> None:
    """ "… as government troops advanced": a clause read as a prepositional phrase with a reduced relative."""
    markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS and noun.lemma not in MOMENTS]
    for verb in noun.kids("acl"):
        if markers and verb.tag in PAST and not reduced(verb) and verb.i > noun.i:
            verb.swap_with_head("nsubj")
            verb.dep, verb.tag = "advcl", "VBD"
            for marker in markers:
                marker.hang(verb, "mark")
            return


@repair_of(deps="acl", tags="VBD VBN VBZ VBP")
def clause_on_noun(verb: Node, _: Tree) -> None:
    """ "… a ceasefire as rebels fled": a finite clause with a conjunction and a subject belongs to a verb."""
    if not verb.kids("nsubj", "nsubj:pass"):
        return
    if any(mark.lower in SUBORDINATORS - {"that"} for mark in verb.kids("mark", "advmod")):
        above = next((each for each in verb.ancestors() if each.verbal and each.dep != "amod"), None)
        if above is not None:
            verb.hang(above, "advcl")


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


@repair_of(deps="conj")
def second_complement(clause: Node, _: Tree) -> None:
    """ "… said A had agreed, and that B was …": the second "that" belongs to what is said."""
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.head is not None and clause.head.kids("ccomp"):
        clause.dep = "ccomp"


@repair_of(deps="acl acl:relcl")
def told_that(clause: Node, _: Tree) -> None:
    """ "… warned protesters that the army would fire": a clause with "that" and all its parts is what is said.

    So is that of "rejected claims that …" for the coder, though the treebanks hang it on the noun.
    """
    noun = clause.head
    if noun is None or noun.head is None or not (noun.dep in ("obj", "iobj") or noun.head.lemma in TELLING):
        return
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.kids("nsubj", "nsubj:pass") and noun.head.verbal:
        clause.hang(noun.head, "ccomp")


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


@repair_of(deps="nmod", tags=NOUNS)
def behind_aside(noun: Node, tree: Tree) -> None:
    """ "Charged Ramirez, one of its authors, with conspiracy": behind the second comma the verb goes on."""
    first = min(each.i for each in noun.subtree() if each.lower != ",")
    aside = next((each for each in noun.ancestors() if each.dep == "appos"), None)
    named = aside.head if aside is not None else None
    verb = named.head if named is not None and named.dep in ("obj", "iobj", "nsubj:pass") else None
    if (
        aside is None
        or verb is None
        or verb.lemma not in CHARGING
        or not verb.i < first
        or tree.nodes[first - 1].lower != ","
    ):
        return
    if any(case.lower in ("with", "of", "for", "over", "from") for case in noun.kids("case")):
        noun.hang(verb, "obl")
