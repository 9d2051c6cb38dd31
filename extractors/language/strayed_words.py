"""Repairs of subjects that hang on an auxiliary, of quoted names, of whom is blamed, and of shots called fire."""

from extractors.language.repairs import repair_of
from extractors.language.tree import Node, Tree

NAMING = frozenset({"declare", "call", "brand", "label", "name", "dub", "term", "designate"})
QUOTES = frozenset({'"', "“", "``", "''"})
FIRING = frozenset(
    {"enemy", "rebel", "sniper", "tank", "police", "army", "hostile", "artillery", "mortar", "militant", "government"}
)


@repair_of(deps="nsubj nsubj:pass")
def subject_of_auxiliary(noun: Node, _: Tree) -> None:
    """ "…; Germany has so far refused": what hangs on an auxiliary belongs to its verb."""
    helper = noun.head
    if helper is None or helper.kids("expl"):
        return
    verb = helper.head if helper.dep in ("aux", "aux:pass", "cop") else None
    if verb is not None and not verb.kids("nsubj", "nsubj:pass", "expl") and not _infinitive(verb):
        noun.hang(verb, noun.dep)


def _infinitive(verb: Node) -> bool:
    """ "Has yet to finish"."""
    return verb.tag == "VB" and any(mark.lower == "to" for mark in verb.kids("mark"))


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


@repair_of(words="fire", tags="NN")
def hostile_fire(fire: Node, _: Tree) -> None:
    """ "Wounded by Israeli fire", "killed in sniper fire": shots, and no flames."""
    owners = fire.kids("amod", "compound", "nmod:poss")
    if any(kid.lower in FIRING or (kid.i and kid.tag == "JJ" and kid.text[:1].isupper()) for kid in owners):
        fire.lemma = "gunfire"
