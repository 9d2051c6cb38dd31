"""Relative clauses that name what they stand for: "what Minsk called a training camp"."""

from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, preposition


def so_called(noun: Node) -> Node:
    """What is named in "struck what Minsk called a camp": the camp; any other noun is itself."""
    if noun.lower != "what":
        return noun
    for clause in noun.kids("acl:relcl"):
        if clause.lemma in WORDS.naming or clause.lemma == "say":
            names = [*clause.kids("xcomp"), *(kid for kid in clause.kids("obl") if preposition(kid) == "as")]
            names = [*names, *(kid for kid in clause.kids("obj", "ccomp") if kid.nominal and kid.i > clause.i)]
            return names[0] if names else noun
    return noun
