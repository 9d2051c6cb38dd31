"""Repairs inside a clause: infinitives, gerunds, agents and clauses that lost their noun."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.tree import Node, Tree

PROMISING = frozenset(
    {
        "pledge", "promise", "offer", "decision", "plan", "willingness", "readiness", "attempt", "effort", "threat",
        "call", "vow", "demand", "agreement", "refusal", "intention", "deal", "proposal", "order", "right", "bid",
        "request", "commitment", "permission", "determination", "desire", "ability", "appeal", "ultimatum", "plot",
        "conspiracy", "scheme",
    }
)  # fmt: skip
"""Nouns whose infinitive says what is promised, tried or asked for."""
CHARGED = frozenset({"accuse", "charge", "convict", "suspect", "acquit", "inform", "notify", "warn", "rob", "strip"})

SUBJECTING = frozenset({"subject", "expose", "submit", "condemn", "doom"})
"""Verbs whose "to" is never an infinitive's."""


@repair_of(deps="case", tags="TO")
def infinitive_mark(to: Node, _: Tree) -> None:
    """ "… threatened to march": before a base form "to" is no preposition."""
    verb = to.head
    if verb is None or verb.tag != "VB" or verb.i != to.i + 1:
        return
    if verb.head is None or not any(case.lower == "from" for case in verb.head.kids("case")):  # "from start to end"
        to.dep = "mark"


@repair_of(deps="advcl xcomp", tags="VB")
def infinitive_of_noun(verb: Node, _: Tree) -> None:
    """ "The ministers made a pledge to share the costs": the infinitive says what is pledged."""
    to = [mark for mark in verb.kids("mark") if mark.tag == "TO"]
    above = verb.head
    if not to or above is None or verb.kids("nsubj"):
        return
    for noun in above.kids("obj", "nsubj:pass", "obl"):
        if noun.lemma in PROMISING and to[0].i == noun.i + 1:
            verb.hang(noun, "acl")


@repair_of(deps="csubj", tags="VBG")
def gerund_subject(gerund: Node, tree: Tree) -> None:
    """ "Shelling in Aleppo claimed a life": an -ing form with nothing but phrases behind it is a noun."""
    phrases = gerund.kids("obl", "nmod")
    bare = (
        bool(phrases)
        and all(each.kids("case") for each in phrases)
        and all(kid.dep in ("obl", "nmod", "det", "amod", "compound", "punct", "conj", "cc") for kid in gerund.children)
    )
    verb = gerund.head
    if (
        bare
        and verb is not None
        and verb.verbal
        and not any(node.lower == "," for node in tree.nodes[gerund.i : verb.i])
    ):
        gerund.tag, gerund.dep = "NN", "nsubj"
        for kid in gerund.kids("obl"):
            kid.dep = "nmod"


@repair_of(deps="nmod", tags=NOUNS)
def agent_behind_charge(noun: Node, _: Tree) -> None:
    """ "Russia was accused of espionage by Germany": who accuses stands behind the charge."""
    charge = noun.head
    verb = charge.head if charge is not None else None
    if charge is None or verb is None or charge.dep != "obl" or not verb.kids("aux:pass") or verb.kids("obl:agent"):
        return
    if verb.lemma in CHARGED and any(case.lower == "by" for case in noun.kids("case")):
        noun.hang(verb, "obl:agent")


@repair_of(
    deps="obl nmod advcl", words="meeting gathering landing killing ruling crossing filing warning hearing shooting"
)
def bare_gerund(word: Node, tree: Tree) -> None:
    """ "After meeting with ministers, the envoy flew home": a noun that can be counted would have an article."""
    cases = word.kids("case", "mark")
    above = next((each for each in word.ancestors() if each.verbal and each.dep != "amod"), None)
    if word.tag != "NN" or above is None or not cases or cases[0].lower not in ("after", "before", "since", "by"):
        return
    if cases[0].i != word.i - 1 or word.kids("det", "amod", "nmod:poss", "compound", "nummod"):
        return
    if not word.kids("obl", "nmod", "obj") or tree.nodes[cases[0].i - 1].text == "-":  # "a drive-by shooting in Basra"
        return
    word.hang(above, "advcl")
    word.tag, word.lemma = "VBG", GERUNDS.get(word.lower, word.lower.removesuffix("ing"))
    for case in cases:
        case.dep = "mark"
    for kid in word.kids("nmod"):
        kid.dep = "obl"


GERUNDS = {"shooting": "shoot", "crossing": "cross", "filing": "file", "ruling": "rule"}


@repair_of(deps="nmod", tags=NOUNS)
def agent_behind_under(noun: Node, _: Tree) -> None:
    """ "The premier came under attack from lawmakers": who attacks belongs to the verb."""
    attack = noun.head
    verb = attack.head if attack is not None else None
    if attack is None or verb is None or attack.dep != "obl" or verb.lemma != "come":
        return
    if any(case.lower == "under" for case in attack.kids("case")) and any(
        case.lower in ("from", "by") for case in noun.kids("case")
    ):
        noun.hang(verb, "obl")


@repair_of(deps="acl xcomp advcl", tags="VB")
def subjected_to(word: Node, _: Tree) -> None:
    """ "Guards subjected inmates to torture": such a verb has a noun behind "to"."""
    verb = next((each for each in word.ancestors() if each.verbal), None)
    to = [mark for mark in word.kids("mark") if mark.tag == "TO"]
    if verb is None or verb.lemma not in SUBJECTING or not to or len(word.children) > 1:
        return
    word.hang(verb, "obl")
    word.tag = "NN"
    to[0].dep = "case"


@repair_of(deps="ROOT ccomp", tags="VBN")
def passive_without_be(verb: Node, _: Tree) -> None:
    """ "The envoy shuttled between the two": no passive without "be" but in headlines, which leave out the article."""
    subjects = verb.kids("nsubj:pass")
    if not subjects or verb.kids("aux", "aux:pass", "obl:agent", "cop") or not subjects[0].kids("det"):
        return
    verb.tag = "VBD"
    for subject in subjects:
        subject.dep = "nsubj"
