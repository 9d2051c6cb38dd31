"""What a noun makes of the act that it names or governs: "a plan to attack", "rumors that …", "the start of talks"."""

from extractors.coding.frame import nominal_use
from extractors.coding.modality import Standing, govern, modality
from extractors.coding.negation import negated
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, preposition

ARGUMENT = (
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "nsubj",
    "nsubj:pass",
    "nmod",
    "conj",
    "compound",
    "amod",
)
WORRY = frozenset({"concern", "worry"})
"""Feelings about what happened, with "over" and "about"."""
UNDOING = frozenset({"without", "instead of", "rather than", "from"})
ACQUITTING = frozenset({"acquit", "clear", "exonerate", "absolve"})
"""Verbs that say of a charge that it does not hold."""
ALLOWING = frozenset({"allow", "permit", "enable"})
CALLED = frozenset({"strike", "rally", "protest", "demonstration", "march", "walkout", "boycott", "halt"})
"""What is called for a day to come."""
SECURING = frozenset({"secure", "obtain", "win", "achieve", "ensure", "facilitate", "guarantee"})
"""Verbs whose object is as real as they are: "to secure their release"."""
COMING = frozenset({"return", "come", "go", "get", "sit"})
"""How sides get to what they are asked to have: "to return to talks"."""
ANYBODY = frozenset({"anyone", "anybody", "whoever", "anything", "nobody", "nothing", "none"})


def from_clause_of_noun(clause: Node, noun: Node, found: Standing) -> None:
    """A relative clause, or what the noun says: "any ship that enters", "rumors that …"."""
    if clause.dep != "acl:relcl":
        from_rumor(noun, noun.head, found)
    elif any(kid.lower in ("any", "whichever", "whatever") for kid in noun.kids("det")) or noun.lower in ANYBODY:
        found.at_least("hypothetical", noun.text)
    elif _supposed(clause, noun):
        found.at_least("hypothetical", f"{noun.text} … would")


def _supposed(clause: Node, noun: Node) -> bool:
    """ "States that refuse would have to pay": in the present tense, of the subject of what would be."""
    verb = noun.head
    if verb is None or noun.dep not in ("nsubj", "nsubj:pass") or clause.tag not in ("VBP", "VBZ"):
        return False
    return any(kid.lower == "would" for kid in verb.kids("aux"))


def that_clause(clause: Node) -> bool:
    """Whether the clause begins with "that"."""
    return any(mark.lower == "that" for mark in clause.kids("mark"))


def from_rumor(noun: Node, verb: Node | None, found: Standing) -> None:
    """What a noun says that is no news of the article's own: "rumors that …", "dismissed fears that …"."""
    if noun.lemma in WORDS.wish_nouns:
        found.at_least("hypothetical", noun.text)
    elif noun.lemma in WORDS.report_nouns:
        if verb is not None and verb.lemma in WORDS.deny and noun.dep == "obj":
            found.at_least("denied", verb.text)
        found.at_least("claimed", noun.text)


def from_noun_complement(node: Node, noun: Node, found: Standing) -> Node | None:
    """The clause of a noun: "a plan to attack", "no intention of leaving", "used boats to rescue them"."""
    if node.tag == "VB" and noun.dep == "obj" and noun.head is not None and noun.head.lemma == "use":
        return govern(noun.head, found)
    if noun.lemma in WORDS.failure_nouns:
        found.flip(noun.text)
    elif noun.lemma in WORDS.report_nouns:
        found.at_least("claimed", noun.text)
    elif noun.lemma in WORDS.plan_nouns:
        found.at_least("planned", noun.text)
    elif noun.lemma in WORDS.wish_nouns or node.tag == "VB":
        found.at_least("hypothetical", f"{noun.text} to")
    if negated(noun):
        found.flip(f"no {noun.text}")
    return None


def from_noun(node: Node, head: Node, found: Standing) -> Node | None:
    """A noun trigger: what its verb or governing noun does with it."""
    if node.dep not in ARGUMENT:
        return None
    if head.nominal and not head.kids("cop") and not (head.verbal and not nominal_use(head)):
        return _from_governing_noun(node, head, found)
    if preposition(node) in UNDOING:
        found.flip(preposition(node))
    lemma = head.lemma
    core = node.dep in ("obj", "nsubj", "nsubj:pass", "xcomp")
    wanted = core or preposition(node) in ("for", "on", "of", "to", "with", "in", "against", "about", "from", "into")
    if node.dep in ("nsubj",):
        return _governed(node, head, found) if lemma in WORDS.occur or lemma in WORDS.light else None
    if lemma in WORDS.prevent and core and not _judged(head):
        _prevented(head, found)
    elif _cleared(node, head) or (lemma in WORDS.deny and core):
        found.at_least("denied", head.text)
        return None
    elif lemma in WORDS.accusing:
        found.at_least("claimed", head.text)
        return None
    elif lemma in WORDS.demand and lemma not in WORDS.light and wanted and not _carried_on(head):
        found.at_least("hypothetical", head.text)
    elif (
        (lemma in WORDS.intend and lemma not in WORDS.light and wanted)
        or (lemma in WORDS.attempt and core)
        or (lemma == "call" and core and node.lemma in CALLED)
    ):
        found.at_least("planned", head.text)
    elif (lemma in ALLOWING and core) or (lemma == "call" and preposition(node) == "for"):
        found.at_least("hypothetical", head.text)
    coming = lemma in COMING and head.tag == "VB" and preposition(node) in ("to", "for", "into")
    if (
        coming
        or lemma in WORDS.light
        or lemma in WORDS.occur
        or (lemma in SECURING and core)
        or (lemma in WORDS.prevent and found.status != "hypothetical" and not _judged(head))
    ):
        return _governed(node, head, found)
    return None


def _carried_on(verb: Node) -> bool:
    """ "Pressed on with the attack", "pushed ahead with the vote": done, not asked for."""
    onward = any(kid.lower in ("on", "ahead", "forward") for kid in verb.kids("compound:prt", "advmod"))
    return onward and verb.lemma in ("press", "push")


def _cleared(node: Node, verb: Node) -> bool:
    """ "Acquitted of the murder"."""
    return verb.lemma in ACQUITTING and preposition(node) == "of"


def _judged(verb: Node) -> bool:
    """ "A court rules pushbacks unlawful" does not rule them out."""
    return verb.lemma == "rule" and not any(kid.lower == "out" for kid in verb.kids("compound:prt", "advmod"))


def _prevented(verb: Node, found: Standing) -> None:
    """What is prevented does not happen; what is "not ruled out" may."""
    if verb.lemma == "rule" and negated(verb):
        found.at_least("hypothetical", f"not {verb.text}")
    else:
        found.flip(verb.text)


def _governed(noun: Node, verb: Node, found: Standing) -> Node:
    """What holds of the verb holds of its noun; the "no" of "imposed no sanctions" is one negation and not two."""
    if not any(kid.lower in ("no", "neither") for kid in noun.kids("det")):
        return govern(verb, found)
    modality(verb, found)
    return verb


def _from_governing_noun(node: Node, noun: Node, found: Standing) -> Node | None:
    word = preposition(node)
    if node.dep == "nmod" and word in ("of", "for", "to", "on", "about", "against", "over", "from"):
        if noun.lemma in WORDS.failure_nouns and word in ("of", "to", "on"):
            found.flip(noun.text)
        elif noun.lemma in WORDS.report_nouns:
            found.at_least("claimed", noun.text)
        elif noun.lemma in WORDS.wish_nouns:
            if noun.lemma not in WORRY or word not in ("over", "about"):
                found.at_least("hypothetical", noun.text)
        elif noun.lemma in WORDS.plan_nouns:
            found.at_least("planned", noun.text)
        elif noun.lemma in WORDS.quantifiers or (word == "of" and noun.lemma in WORDS.stage_nouns):
            return noun
        return None
    return None
