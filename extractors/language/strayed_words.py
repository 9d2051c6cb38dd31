"""Repairs of subjects that hang on an auxiliary or a measure of time, of quoted names, and of verbs in headlines."""

from extractors.language.repairs import repair_of
from extractors.language.subclauses import TIMES
from extractors.language.tree import Node, Tree

NAMING = frozenset({"declare", "call", "brand", "label", "name", "dub", "term", "designate"})
QUOTES = frozenset({'"', "“", "``", "''"})
LINKS = frozenset({"after", "before"})


@repair_of(deps="nsubj nsubj:pass")
def subject_of_auxiliary(noun: Node, _: Tree) -> None:
    """ "…; Germany has so far refused": what hangs on an auxiliary belongs to its verb."""
    helper = noun.head
    verb = helper.head if helper is not None and helper.dep in ("aux", "aux:pass", "cop") else None
    if verb is not None and not verb.kids("nsubj", "nsubj:pass"):
        noun.hang(verb, noun.dep)


@repair_of(deps="nsubj", tags="NN NNS")
def days_before_clause(time: Node, _: Tree) -> None:
    """ "… three days after Chad expelled them": a count of days is no subject, the noun behind "after" is."""
    verb = time.head
    if verb is None or not verb.verbal or time.lemma not in TIMES or not time.kids("nummod", "det"):
        return
    for noun in time.kids("nmod"):
        links = [case for case in noun.kids("case") if case.lower in LINKS]
        if links and time.i < noun.i < verb.i:
            noun.hang(verb, "nsubj")
            links[0].hang(verb, "mark")
            time.dep = "obl:unmarked"
            return


@repair_of(deps="compound", tags="NN NNS NNP NNPS")
def named_in_quotes(noun: Node, tree: Tree) -> None:
    """ "Declared an envoy \"persona non grata\"": a quotation mark parts somebody from what he is called."""
    name = noun.head
    while name is not None and name.dep == "compound":
        name = name.head
    verb = name.head if name is not None and name.dep == "obj" else None
    if name is None or verb is None or verb.lemma not in NAMING or tree.nodes[noun.i + 1].text not in QUOTES:
        return
    for kid in [kid for kid in name.children if kid.i < noun.i]:
        kid.hang(noun, kid.dep)
    noun.hang(verb, "obj")
    name.hang(verb, "xcomp")


@repair_of(deps="nmod", tags="NN NNS NNP NNPS")
def blamed_on(noun: Node, _: Tree) -> None:
    """ "Blamed the attack on Moscow": on whom the blame is put belongs to the verb."""
    thing = noun.head
    verb = thing.head if thing is not None and thing.dep == "obj" else None
    if verb is None or verb.lemma not in ("blame", "pin") or not verb.verbal:
        return
    if any(case.lower == "on" for case in noun.kids("case")):
        noun.hang(verb, "obl")


TELLING_OF = frozenset(
    {
        "account", "accusation", "act", "allegation", "campaign", "case", "charge", "claim", "evidence", "history",
        "number", "pattern", "report", "series", "spate", "string", "surge", "use", "wave",
    }
)  # fmt: skip
"""Nouns that count or tell of deeds: what the deed is against is not what the report is against."""


@repair_of(deps="nmod obl", tags="NN NNS NNP NNPS")
def against_whom(noun: Node, tree: Tree) -> None:
    """ "Reports of atrocities against civilians": they are committed against civilians."""
    above = noun.head
    case = next((kid for kid in noun.kids("case") if kid.lower == "against"), None)
    deed = tree.nodes[case.i - 1] if case is not None and case.i else None
    told = deed.head if deed is not None and deed.nominal and deed.dep == "nmod" else None
    if above is None or deed is None or told is None or told.lemma not in TELLING_OF:
        return
    if above in (told, told.head) and any(of.lower == "of" for of in deed.kids("case")):
        noun.hang(deed, "nmod")


@repair_of(deps="compound", tags="VB")
def infinitive_before_object(word: Node, tree: Tree) -> None:
    """ "Offered to host talks": a base form between "to" and a noun is an infinitive with its object."""
    noun = word.head
    verb = noun.head if noun is not None else None
    link = tree.nodes[word.i - 1] if word.i else None
    if noun is None or verb is None or link is None or link.lower != "to" or link.head is not noun:
        return
    if verb.verbal and noun.dep in ("obl", "obj", "xcomp") and noun.i > word.i:
        word.hang(verb, "xcomp")
        link.hang(word, "mark")
        noun.hang(word, "obj")


VERBS_ONLY = frozenset(
    {
        "accuses", "approves", "bans", "condemns", "denies", "detains", "deploys", "elects", "evicts", "expels",
        "extradites", "imposes", "invades", "jails", "legalizes", "ousts", "recognizes", "rejects",
        "seizes", "severs", "slams", "sues", "summons", "suspends", "topples", "urges", "vetoes", "vows", "withdraws",
    }
)  # fmt: skip
"""Forms in -s that are nothing but verbs."""


@repair_of(tags="NNS")
def verb_before_noun(word: Node, _: Tree) -> None:
    """ "… as Chad expels envoys": a form that is only a verb, with a name before and a noun behind, is one."""
    thing = word.head
    names = [kid for kid in word.kids("compound") if kid.nominal and kid.i < word.i]
    if word.lower not in VERBS_ONLY or thing is None or not thing.nominal or thing.i < word.i or not names:
        return
    before = [kid for kid in thing.children if kid.i < word.i and kid is not word]
    word.swap_with_head("obj")
    links = [kid for kid in before if kid.dep == "case"]
    for kid in before:
        kid.hang(word, "mark" if kid in links else kid.dep)
    for kid in [kid for kid in word.kids("det", "amod", "compound") if kid.i < names[-1].i]:
        kid.hang(names[-1], kid.dep)
    names[-1].dep, word.tag = "nsubj", "VBZ"
    word.dep = "advcl" if links else word.dep
