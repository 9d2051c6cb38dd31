"""Who says so by word order: a speaker behind the last comma, where the tree hangs the words wrongly.

Small parsers lose the closing "…, a spokesman for the insurgents said" and "…, according to two diplomats"; newspaper
English puts them in a fixed place.
"""

from extractors.coding.attribution import Source
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, Tree, preposition

FINITE = ("VBD", "VBZ", "VBP", "VBN")
LONGEST_SPEAKER = 14
"""How many words may name a speaker."""
LONGEST_REST = 7
"""How many words may follow the speech verb: "said in a statement on Friday"."""
NO_SPEAKER = frozenset({"it", "that", "which", "who", "there", "and", "but", "or", "as", "when", "while", "what"})
WITHIN = ("compound", "flat", "amod", "nmod:desc", "nmod:poss", "nummod", "det", "case")


def closing_source(node: Node, tree: Tree) -> Source | None:
    """The speaker named at the end of the sentence, for a word before the comma that sets him off."""
    comma = next((each.i for each in reversed(tree.nodes) if each.text == ","), None)
    if comma is None or node.i >= comma:
        return None
    words = [each for each in tree.nodes[comma + 1 :] if each.tag not in (".", "``", "''")]
    return _according(words) or _speech(words)


def _according(words: list[Node]) -> Source | None:
    """ "…, according to two diplomats"."""
    if not words or words[0].lower != "according":
        return None
    named = next((word for word in words if preposition(word) in WORDS.according), None)
    return Source((named,), "according to") if named is not None else None


def _speech(words: list[Node]) -> Source | None:
    """ "…, the embassy confirmed on Saturday"."""
    verbs = [word for word in words if word.verbal and word.dep not in ("amod", "case")]
    if len(verbs) != 1 or verbs[0].lemma not in WORDS.speech or verbs[0].tag not in FINITE or words[0] is verbs[0]:
        return None
    place = words.index(verbs[0])
    before, behind = words[:place], words[place + 1 :]
    if len(before) > LONGEST_SPEAKER or len(behind) > LONGEST_REST or before[0].lower in NO_SPEAKER:
        return None
    if before[0].tag in ("IN", "TO", "WDT", "WP", "WRB", "CC", "RB") or any(word.lower == "that" for word in behind):
        return None
    speaker = _head(before)
    return Source((speaker,), verbs[0].text, verbs[0]) if speaker is not None else None


def _head(words: list[Node]) -> Node | None:
    """The noun that names the speaker: the last one before a preposition, not counting what only describes it."""
    first_case = next((n for n, word in enumerate(words) if word.tag == "IN"), len(words))
    nouns = [word for word in words[:first_case] if word.nominal]
    heads = [word for word in nouns if word.dep not in WITHIN]
    return (heads or nouns)[-1] if nouns else None
