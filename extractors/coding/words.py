"""What a noun is looked up as in word lists."""

from extractors.language.tree import Node

LEFT_PARTS = ("compound", "amod", "flat", "nmod:desc", "nummod")


def phrases(node: Node) -> list[str]:
    """A noun with the words before it: "city", "old city"; a hyphened word whole."""
    words = [kid for kid in node.children if kid.i < node.i and kid.dep in LEFT_PARTS]
    names: list[str] = []
    tail = node.lemma
    for word in reversed(words):
        tail = f"{word.lower} {tail}"
        names += [tail, tail.replace(" ", "-")]
    return names
