"""Questions about the shape of a tree that several repairs ask."""

from extractors.language.tree import Node

PAST = frozenset({"VBD", "VBN"})
PASTS = {
    "began": "begin", "blew": "blow", "broke": "break", "brought": "bring", "caught": "catch", "chose": "choose",
    "drove": "drive", "fled": "flee", "flew": "fly", "fought": "fight", "froze": "freeze", "gave": "give",
    "laid": "lay", "retook": "retake",
    "overran": "overrun", "overthrew": "overthrow", "sank": "sink", "shook": "shake", "shot": "shoot", "slew": "slay",
    "spoke": "speak", "stole": "steal", "struck": "strike", "swept": "sweep", "swore": "swear", "threw": "throw",
    "took": "take", "underwrote": "underwrite", "tore": "tear", "withdrew": "withdraw", "wrote": "write",
}  # fmt: skip
"""Past forms that are nothing but verbs where they have a subject."""


def finite_below(node: Node) -> bool:
    """Whether the word has what only a predicate has."""
    return any(kid.dep in ("cop", "aux", "nsubj", "nsubj:pass", "expl") for kid in node.children)


def reduced(verb: Node) -> bool:
    """Whether a past form may truly be a reduced relative clause: it has an agent or stands behind a comma."""
    if verb.kids("obl:agent", "aux:pass", "aux", "nsubj", "nsubj:pass"):
        return True
    return any(kid.lower == "," for kid in verb.children if kid.i < verb.i)


def comma_between(noun: Node, verb: Node, nodes: list[Node]) -> bool:
    """Whether a comma, dash or bracket parts the two; the commas of a list do not."""
    marks = [node for node in nodes if node.lower in {",", "--", "–", "("} and noun.i < node.i < verb.i]
    return any(mark.head is None or mark.head.dep != "conj" or mark.i > mark.head.i for mark in marks)


def regular_base(past: str) -> str:
    """The base of a regular past form: advanced, stopped, carried, attacked."""
    if past.endswith("ied"):
        return past[:-3] + "y"
    if past[-3] in "cgsuvz" and not past.endswith("ssed"):
        return past[:-1]
    stem = past[:-2]
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


def past_base(word: Node) -> str:
    """The base of a word that may be a past form, by its tag or its ending; "" of any other word."""
    if word.lower in PASTS:
        return PASTS[word.lower]
    if word.lower.endswith("ed") and len(word.lower) > 4 and (word.tag in PAST or word.tag in ("JJ", "NN")):
        return word.lemma if word.tag in PAST and not word.lemma.endswith("ed") else regular_base(word.lower)
    return word.lemma if word.tag in PAST else ""
