"""Questions about the shape of a tree that several repairs ask."""

from extractors.language.tree import Node

PAST = frozenset({"VBD", "VBN"})


def finite_below(node: Node) -> bool:
    """Whether the word has what only a predicate has."""
    return any(kid.dep in ("cop", "aux", "nsubj", "nsubj:pass", "expl") for kid in node.children)


def reduced(verb: Node) -> bool:
    """Whether a past form may truly be a reduced relative clause: it has an agent or stands behind a comma."""
    if verb.kids("obl:agent", "aux:pass", "aux", "nsubj", "nsubj:pass"):
        return True
    return any(kid.lower == "," for kid in verb.children if kid.i < verb.i)


def comma_between(noun: Node, verb: Node, nodes: list[Node]) -> bool:
    """Whether a comma, dash or bracket parts the two."""
    return any(node.lower in {",", "--", "–", "("} for node in nodes if noun.i < node.i < verb.i)
