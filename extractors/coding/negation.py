"""Whether a word carries a negation of its own."""

from extractors.language.tree import Node

NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely"})


def negated(node: Node) -> bool:
    """Whether a predicate or noun carries a negation of its own, or is said of nobody: "neither side has agreed"."""
    return any(
        (kid.lower in NEGATIONS and kid.dep in ("advmod", "det", "neg", "cc:preconj")) or (node.verbal and _nobody(kid))
        for kid in node.children
    )


def _nobody(noun: Node) -> bool:
    if noun.dep not in ("nsubj", "nsubj:pass", "obj"):
        return False
    return noun.lower in NOBODY or any(
        kid.lower in ("no", "neither") and kid.dep in ("det", "cc:preconj") for kid in noun.children
    )
