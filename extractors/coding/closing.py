"""Who says so by word order: a speaker set off by commas, quotation marks or a colon, where the tree loses him.

Small parsers hang "…, a spokesman for the insurgents said", "…," added the mayor" and "Report: …" anywhere; newspaper
English puts them in fixed places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.coding.attribution import Source, sworn_in
from extractors.coding.negation import negated
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, Tree, preposition

FINITE = ("VBD", "VBZ", "VBP", "VBN")
LONGEST_SPEAKER = 14
"""How many words may name a speaker."""
LONGEST_QUOTED_SPEAKER = 30
"""How many behind a closing quotation mark, titles and districts set off by commas included."""
LONGEST_APPOSITION = 6
"""How many words may stand between commas behind the speaker."""
SHORTEST_NEWS = 3
"""How many words at least stand before the dash of "Hostages freed – police"."""
DASHES = frozenset({"–", "—", "--", "-"})
LONGEST_REST = 7
"""How many words may follow the speech verb: "said in a statement on Friday"."""
LONGEST_LABEL = 6
"""How many words may stand before the colon of "Police chief: …"."""
SENSED = frozenset({"hear", "find", "learn", "know", "feel", "discover"})
"""What is done to shots and bodies, where it is no active verb: "heavy gunfire heard"."""
NO_SPEAKER = frozenset({"it", "that", "which", "who", "there", "and", "but", "or", "as", "when", "while", "what"})
WITHIN = ("compound", "flat", "amod", "nmod:desc", "nmod:poss", "nummod", "det", "case")
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "’’", "‘‘"})
SET_OFF = QUOTES | {",", ";", "--", "–", "—"}
STOPS = QUOTES | {".", ",", ";", "--", "–", "—", ":"}
TELLING = frozenset({"tell", "inform", "remind", "warn", "assure"})
"""Speech verbs whose object is who listens."""


@dataclass(frozen=True, slots=True)
class SetOff:
    """A source and the words it says: those before `before`, and those from `behind` on."""

    source: Source
    before: int
    behind: int

    def covers(self, node: Node) -> bool:
        """Whether the source says the word."""
        return node.i < self.before or node.i >= self.behind


def closing_source(node: Node, tree: Tree) -> Source | None:
    """The speaker set off in the sentence of a word that is not part of how he is named."""
    return next((each.source for each in set_off(tree) if each.covers(node)), None)


def set_off(tree: Tree) -> Iterator[SetOff]:
    """Every speaker that word order shows, the last first."""
    nodes = tree.nodes
    comma = next((each.i for each in reversed(nodes) if each.text == ","), None)
    if comma is not None:
        words = [each for each in nodes[comma + 1 :] if each.tag not in (".", "``", "''")]
        named = _according(words)
        if named is not None:
            yield SetOff(named, comma, len(nodes))
    for verb in reversed(nodes):
        seen = verb.tag == "VBN" and verb.lemma in SENSED
        if verb.lemma in WORDS.speech and verb.tag in FINITE and not seen and verb.dep not in ("amod", "case"):
            if negated(verb) or sworn_in(verb):
                continue
            found = _behind_verb(verb, nodes) or _before_verb(verb, nodes)
            if found is not None:
                yield found
    label = _label(tree)
    if label is not None:
        yield label
    behind = behind_dash(tree)
    if behind is not None:
        yield behind


def behind_dash(tree: Tree) -> SetOff | None:
    """ "Hostages freed – police": who is named behind a dash that closes a headline."""
    nodes = tree.nodes
    dash = next((each.i for each in reversed(nodes) if each.text in DASHES), None)
    words = nodes[dash + 1 :] if dash is not None else ()
    if dash is None or dash < SHORTEST_NEWS or not 0 < len(words) <= LONGEST_LABEL:
        return None
    speaker = words[-1]
    if not all(each.nominal or each.tag.startswith("JJ") for each in words) or speaker.lemma not in WORDS.labels:
        return None
    return SetOff(Source((speaker,), nodes[dash].text), dash, len(nodes))


def _according(words: list[Node]) -> Source | None:
    """ "…, according to two diplomats"."""
    if not words or words[0].lower != "according":
        return None
    named = next((word for word in words if preposition(word) in WORDS.according), None)
    return Source((named,), "according to") if named is not None else None


def _behind_verb(verb: Node, nodes: Sequence[Node]) -> SetOff | None:
    """ "…," added the mayor."""
    before = nodes[max(verb.i - 2, 0) : verb.i]
    if not before or not any(each.text in QUOTES for each in before) or before[-1].text not in SET_OFF:
        return None
    words = _until(nodes[verb.i + 1 :], QUOTES)
    speaker = _head(words[:LONGEST_SPEAKER])
    if speaker is None or words[0].tag in ("IN", "TO", "WDT", "WRB", "VBG"):
        return None
    return SetOff(Source((speaker,), verb.text, verb), verb.i - 1, verb.i + len(words) + 1)


def _before_verb(verb: Node, nodes: Sequence[Node]) -> SetOff | None:
    """ "…," the mayor of Homs, a lawyer, said on Friday; "the road, the mayor said, was mined"."""
    rest = _until(nodes[verb.i + 1 :], STOPS)
    if rest and rest[0].lower == "by":
        return None  # "an area claimed by both states"
    if len(rest) > LONGEST_REST or not _only_when_and_where(verb, rest):
        return None
    start = _start_of_speaker(verb, nodes)
    if start is None:
        return None
    words = [each for each in nodes[start : verb.i] if each.text not in QUOTES]
    if not words or words[0].lower in NO_SPEAKER or words[0].tag in ("IN", "TO", "WDT", "WP", "WRB", "CC", "RB"):
        return None
    relative = next((each.i for each in reversed(words) if each.tag in ("WDT", "WP") or each.lower == "that"), None)
    if relative is not None and not any(each.verbal for each in words if each.i > relative):
        return None  # "a charge that the Kremlin denies"
    if any(each.verbal and each.tag in ("VBD", "VBZ", "VBP") for each in _until(words, {","})):
        return None
    speaker = _head(_until(words, {","}))
    if speaker is None:
        return None
    end = verb.i + len(rest) + 1
    inserted = end < len(nodes) and nodes[end].text in SET_OFF
    return SetOff(Source((speaker,), verb.text, verb), start, end if inserted else len(nodes))


def _start_of_speaker(verb: Node, nodes: Sequence[Node]) -> int | None:
    """Where the words for the speaker begin: behind the closing quotation mark, else behind the nearest comma."""
    for place in range(verb.i - 1, max(verb.i - LONGEST_QUOTED_SPEAKER, -1), -1):
        each = nodes[place]
        if each.text in QUOTES and place and nodes[place - 1].text in (*STOPS, "!", "?"):
            return place + 1
        if each.lemma in WORDS.speech and each.verbal:
            break
    if verb.i and nodes[verb.i - 1].text == ",":
        return _start_before_apposition(verb, nodes)
    comma = next((n for n in range(verb.i - 1, -1, -1) if nodes[n].text in SET_OFF), None)
    return comma + 1 if comma is not None and 0 < verb.i - comma - 1 <= LONGEST_SPEAKER else None


def _start_before_apposition(verb: Node, nodes: Sequence[Node]) -> int | None:
    """ "…, a senior official, Jan Kos, said": the speaker stands before what only names or describes him."""
    first = next((n for n in range(verb.i - 2, -1, -1) if nodes[n].text in SET_OFF), None)
    if first is None or not 0 < verb.i - first - 2 <= LONGEST_APPOSITION:
        return None
    if any(each.verbal or each.tag in ("IN", "CC", "WP", "WDT", "TO") for each in nodes[first + 1 : verb.i - 1]):
        return None
    start = next((n for n in range(first - 1, -1, -1) if nodes[n].text in SET_OFF), None)
    if start is None or not 0 < first - start - 1 <= LONGEST_SPEAKER:
        return None
    return start + 1 if nodes[start + 1].tag in ("DT", "NNP", "PRP$", "NN", "JJ") else None


def _only_when_and_where(verb: Node, rest: Sequence[Node]) -> bool:
    """Whether the words behind the verb only say to whom, when and where it was said."""
    if any(word.lower == "that" or (word.verbal and word.tag in ("VBD", "VBZ", "VBP", "MD")) for word in rest):
        return False
    if not rest or verb.lemma in TELLING:
        return True
    return not any(kid.dep in ("obj", "ccomp", "xcomp") and kid in rest for kid in verb.children)


def _label(tree: Tree) -> SetOff | None:
    """ "Report: Army shelled village": who is named before a colon at the head of the sentence."""
    nodes = tree.nodes
    colon = next((each.i for each in nodes[: LONGEST_LABEL + 2] if each.text == ":"), None)
    if colon is None or colon + 2 >= len(nodes):
        return None
    if nodes[0].text in QUOTES:
        return None  # "Not my war": thousands march
    words = list(nodes[:colon])
    speaker = _head(words)
    if speaker is None or len(words) > LONGEST_LABEL or any(each.verbal for each in words):
        return None
    person = any(each.label == "PER" and each.first <= speaker.i <= each.last for each in tree.entities)
    if not person and speaker.lemma not in WORDS.labels and speaker.lower not in WORDS.labels:
        return None
    return SetOff(Source((speaker,), ":"), 0, colon + 1)


def _until(nodes: Sequence[Node], ends: frozenset[str] | set[str]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if node.text in ends or node.tag == ".":
            break
        found.append(node)
    return found


def _head(words: Sequence[Node]) -> Node | None:
    """The noun that names the speaker: the last one before a preposition, not counting what only describes it."""
    first_case = next((n for n, word in enumerate(words) if word.tag == "IN"), len(words))
    nouns = [word for word in words[:first_case] if word.nominal]
    heads = [word for word in nouns if word.dep not in WITHIN]
    return (heads or nouns)[-1] if nouns else None
