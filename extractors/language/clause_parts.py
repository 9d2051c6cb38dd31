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


@repair_of(tags="JJ", deps="xcomp acl advcl ccomp")
def infinitive_tag(word: Node, tree: Tree) -> None:
    """ "… to free the children": behind "to" and before a noun phrase it is a verb."""
    to = [mark for mark in word.kids("mark") if mark.tag == "TO" and mark.i == word.i - 1]
    behind = tree.nodes[word.i + 1] if word.i + 1 < len(tree.nodes) else None
    if not to or behind is None or behind.tag not in ("DT", "PRP$", "PRP", "CD", "NNP", "NNS"):
        return
    word.tag, word.lemma = "VB", word.lower
    above = word.head.head if word.head is not None else None
    subjects = above.kids("nsubj", "nsubj:pass") if above is not None else []
    if len(subjects) > 1 and subjects[-1].i > word.i and not word.kids("obj"):
        subjects[-1].hang(word, "obj")


@repair_of(deps="case", tags="TO")
def infinitive_mark(to: Node, _: Tree) -> None:
    """ "… threatened to march": before a base form "to" is no preposition."""
    if to.head is not None and to.head.tag == "VB" and to.head.i == to.i + 1:
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


@repair_of(deps="advmod", tags="NN NNS")
def counted_subject(noun: Node, _: Tree) -> None:
    """ "Dozens greet soldiers": a bare plural right before a verb without a subject is the subject."""
    verb = noun.head
    if verb is None or noun.tag != "NNS" or not verb.verbal or verb.tag in ("VBG", "VBN") or noun.i + 1 != verb.i:
        return
    if not verb.kids("nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux"):
        noun.dep = "nsubj"
        verb.tag = "VBP" if verb.tag == "VB" else verb.tag


@repair_of(tags="VBG", words="missing")
def be_missing(word: Node, _: Tree) -> None:
    """ "12 people are missing": a state, not an act that goes on."""
    be = [aux for aux in word.kids("aux") if aux.lemma == "be"]
    if be and not word.kids("obj", "xcomp", "ccomp"):
        word.tag, word.lemma = "JJ", "missing"
        be[-1].dep = "cop"


@repair_of(deps="parataxis conj ccomp ROOT")
def contact_relative(verb: Node, tree: Tree) -> None:
    """ "… as they ceded territory they had held": the clause without a link belongs to the noun right before it."""
    subjects = verb.kids("nsubj")
    if len(subjects) != 1 or subjects[0].tag != "PRP" or verb.kids("cc", "mark"):
        return
    noun = tree.nodes[subjects[0].i - 1] if subjects[0].i else None
    for clause in verb.kids("advcl"):
        behind = verb.head is not None and verb.head.i < clause.i < subjects[0].i
        marked = behind and clause.kids("mark")
        if marked and noun is not None and noun.nominal and noun in clause.kids("obj") and clause.kids("nsubj"):
            clause.swap_with_head("acl:relcl")
            clause.dep = "advcl" if clause.head is not None else clause.dep
            verb.hang(noun, "acl:relcl")
            return


@repair_of(deps="csubj", tags="VBG")
def gerund_subject(gerund: Node, tree: Tree) -> None:
    """ "Shelling in Aleppo claimed a life": an -ing form with nothing but phrases behind it is a noun."""
    bare = all(kid.dep in ("obl", "nmod", "det", "amod", "compound", "punct", "conj", "cc") for kid in gerund.children)
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


@repair_of(deps="csubj", tags="VBG")
def opening_gerund(gerund: Node, _: Tree) -> None:
    """ "Speaking to her party on Tuesday, the minister said": the -ing form heads the clause, the noun lies in it."""
    noun = gerund.head
    if noun is None or not noun.nominal or noun.kids("cop", "aux") or noun.dep != "advcl" or noun.i < gerund.i:
        return
    inner = [node for node in gerund.subtree() if node.nominal]
    gerund.swap_with_head("nmod")
    gerund.dep = "advcl"
    late = [kid for kid in noun.children if kid.i > noun.i]
    for kid in late:
        kid.hang(gerund, {"nmod": "obl"}.get(kid.dep, kid.dep))
    if inner:
        noun.hang(inner[-1], "nmod")


@repair_of(deps="nmod", tags=NOUNS)
def agent_behind_charge(noun: Node, _: Tree) -> None:
    """ "Russia was accused of espionage by Germany": who accuses stands behind the charge."""
    charge = noun.head
    verb = charge.head if charge is not None else None
    if charge is None or verb is None or charge.dep != "obl" or not verb.kids("aux:pass") or verb.kids("obl:agent"):
        return
    if verb.lemma in CHARGED and any(case.lower == "by" for case in noun.kids("case")):
        noun.hang(verb, "obl:agent")


@repair_of(deps="obl", tags=NOUNS)
def phrase_of_infinitive(noun: Node, _: Tree) -> None:
    """ "… threatened to march on Kinshasa": a phrase right behind the infinitive belongs to it."""
    verb = noun.head
    cases = noun.kids("case")
    if verb is None or not cases or not verb.verbal:
        return
    for infinitive in verb.kids("xcomp"):
        if infinitive.tag == "VB" and cases[0].i == infinitive.i + 1 and not noun.kids("acl:relcl"):
            noun.hang(infinitive, "obl")


@repair_of(deps="obl nmod", words="meeting gathering landing killing ruling crossing filing warning hearing shooting")
def bare_gerund(word: Node, _: Tree) -> None:
    """ "After meeting with ministers, the envoy flew home": a noun that can be counted would have an article."""
    cases = word.kids("case")
    above = next((each for each in word.ancestors() if each.verbal and each.dep != "amod"), None)
    if word.tag != "NN" or above is None or not cases or cases[0].lower not in ("after", "before", "since", "by"):
        return
    if cases[0].i != word.i - 1 or word.kids("det", "amod", "nmod:poss", "compound", "nummod"):
        return
    if not word.kids("obl", "nmod", "obj"):
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
