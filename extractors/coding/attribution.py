"""Who says so: the source of a clause, in its sentence or carried over from the quotation before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.coding.grammar import doers, passive
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, Tree, preposition

OPENING = ('"', "“", "„", "«", "''", "``")
CLOSING = ('"', "”", "“", "»", "''")
SAID = ("ccomp", "parataxis", "advcl", "xcomp", "obj")


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name who speaks, and the word that says that he speaks."""

    nodes: tuple[Node, ...]
    cue: str
    verb: Node | None = None
    """The speech verb, where it is one."""


def source_of(node: Node) -> Source | None:
    """The innermost source, inside the sentence, of the clause that a word belongs to."""
    return next(sources_of(node), None)


def sources_of(node: Node) -> Iterator[Source]:
    """Every source of the clause, the innermost first: "X reported that Y had said …" gives Y, then X."""
    current: Node | None = node
    framed = True
    while current is not None:
        beside = _beside(current, node) if framed else None
        for found in (beside, _above(current)):
            if found is not None:
                yield found
        framed = framed and not _clause_apart(current)
        current = None if current.dep == "appos" else current.head


def _clause_apart(node: Node) -> bool:
    """A finite adverbial clause stands outside an "according to" of the main clause."""
    return node.dep == "advcl" and bool(node.kids("nsubj", "nsubj:pass")) and bool(node.kids("mark", "advmod"))


def _beside(node: Node, trigger: Node) -> Source | None:
    """ "According to X, …" and an inserted or closing "X said" that hangs on what it reports."""
    for kid in node.children:
        if kid.dep in ("obl", "nmod", "advcl") and preposition(kid) in WORDS.according and kid is not trigger:
            return Source((kid,), preposition(kid))
        if (kid.dep in ("parataxis", "advcl", "ccomp") or _tagged_on(kid)) and _inserted(kid):
            speakers = doers(kid)
            if speakers:
                return Source(tuple(speakers), kid.text, kid)
    return None


def _tagged_on(verb: Node) -> bool:
    """Hung on what it reports as if both were told: "They fled, witnesses told us" has a comma and no "and"."""
    return verb.dep == "conj" and not verb.kids("cc") and any(kid.text == "," for kid in verb.kids("punct"))


def _inserted(verb: Node) -> bool:
    """A speech verb with its own subject, no complement and no conjunction: "… , his office said"."""
    return (
        verb.lemma in WORDS.speech
        and verb.tag in ("VBD", "VBZ", "VBP")
        and bool(verb.kids("nsubj"))
        and not verb.kids("mark", "ccomp")
        and (verb.lemma == "tell" or not verb.kids("obj"))
        and not any(kid.tag in ("WRB", "WDT", "WP") for kid in verb.children)
    )


def _above(node: Node) -> Source | None:
    verb = node.head
    if verb is None or node.dep not in SAID or verb.lemma not in WORDS.speech or not verb.verbal or passive(verb):
        return None
    if node.dep == "advcl" and (node.kids("mark") or node.tag not in ("VBD", "VBZ", "VBP")):
        return None
    if node.dep == "obj" or (node.dep == "xcomp" and verb.lemma not in ("claim", "say", "report", "allege")):
        return None
    speakers = [each for each in doers(verb) if each.lower not in ("it", "that", "which", "there")]
    return Source(tuple(speakers), verb.text, verb) if speakers else None


def carried_sources(trees: Sequence[Tree], blocks: Sequence[int]) -> dict[int, Source]:
    """For sentences wholly inside a quotation without a speaker of their own: the speaker of the one before."""
    carried: dict[int, Source] = {}
    last: Source | None = None
    last_block = -2
    for number, tree in enumerate(trees):
        own = speaker_of_sentence(tree)
        if own is not None:
            last, last_block = own, blocks[number]
        elif last is not None and blocks[number] - last_block <= 1 and wholly_quoted(tree):
            carried[number] = last
            last_block = blocks[number]
        elif blocks[number] - last_block > 1:
            last = None
    return carried


def speaker_of_sentence(tree: Tree) -> Source | None:
    """Who speaks in the sentence as a whole: the subject of the speech verb nearest to the root."""
    best: tuple[int, Source] | None = None
    for node in tree.nodes:
        if node.lemma not in WORDS.speech or not node.verbal:
            continue
        speakers = [
            each for each in node.kids("nsubj") if each.lower not in ("it", "that", "which", "there", "we", "i")
        ]
        depth = sum(1 for _ in node.ancestors())
        if speakers and (best is None or depth < best[0]):
            best = (depth, Source(tuple(speakers), node.text, node))
    return best[1] if best is not None else None


def wholly_quoted(tree: Tree) -> bool:
    """Whether the sentence stands inside quotation marks from its first word on."""
    text = tree.text.strip()
    if not text.startswith(OPENING):
        return False
    inner = text[1:].rstrip(".")
    return inner.endswith(CLOSING) or not any(mark in inner for mark in CLOSING)
