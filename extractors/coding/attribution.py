"""Who says so: the source of a clause, in its sentence or carried over from the quotation before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.coding.grammar import doers, noun_doers
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import passive
from extractors.language.tree import Node, Tree, preposition

OPENING = ('"', "“", "„", "«", "''", "``")
CLOSING = ('"', "”", "“", "»", "''")
EXPLETIVE = frozenset({"it", "that", "which", "there"})
PLAIN_SPEECH = frozenset(
    {"say", "tell", "add", "announce", "report", "claim", "warn", "deny", "accuse", "confirm", "call"}
)
"""Speech verbs before which "it" is somebody."""
INFINITIVE_SPEECH = frozenset({"claim", "say", "report", "allege"})
CHARGING = frozenset({"of", "for", "over", "with"})
LONGEST_TAG = 16
"""How many words may follow a quoted question to say who asked it."""
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
    framed, known = True, False
    while current is not None:
        beside = _beside(current, node) if framed else None
        for found in (beside, _above(current, known)):
            if found is not None:
                yield found
        if _contrasted(current):
            return
        framed = framed and not _clause_apart(current)
        known = known or (current.dep == "advcl" and (preposition(current) == "by" or _background(current)))
        current = None if current.dep == "appos" else current.head


def _clause_apart(node: Node) -> bool:
    """A finite adverbial clause stands outside an "according to" of the main clause."""
    return node.dep == "advcl" and bool(node.kids("nsubj", "nsubj:pass")) and bool(node.kids("mark", "advmod"))


def _background(clause: Node) -> bool:
    """What the text itself tells beside a charge: "accused him of lying after police detained four mayors"."""
    since = any(mark.lower in ("after", "as", "since") for mark in clause.kids("mark", "advmod"))
    return since and clause.tag in ("VBD", "VBZ", "VBP") and bool(clause.kids("nsubj", "nsubj:pass"))


def _contrasted(node: Node) -> bool:
    """What somebody else says at the same time: "the army said …, while the opposition accused it of lying"."""
    whiles = [mark for mark in node.kids("mark", "advmod") if mark.lower in ("while", "whereas")]
    speaks = node.lemma in WORDS.speech or node.lemma in WORDS.accusing
    return node.dep == "advcl" and speaks and bool(whiles) and bool(node.kids("nsubj"))


def _beside(node: Node, trigger: Node) -> Source | None:
    """ "According to X, …" and an inserted or closing "X said" that hangs on what it reports."""
    for kid in node.children:
        if kid.dep in ("obl", "nmod", "advcl") and preposition(kid) in WORDS.according and kid is not trigger:
            return Source((kid,), preposition(kid))
        inserted = (kid.dep in ("parataxis", "advcl", "ccomp") or _tagged_on(kid)) and _inserted(kid)
        if inserted and not _severed(kid, node):
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
        and not sworn_in(verb)
        and bool(verb.kids("nsubj"))
        and not verb.kids("ccomp")
        and all(mark.lower == "as" for mark in verb.kids("mark"))
        and (verb.lemma == "tell" or all(each.lower == "it" for each in verb.kids("obj")))
        and not any(kid.tag in ("WRB", "WDT", "WP") for kid in verb.children)
    )


def sworn_in(verb: Node) -> bool:
    """ "Souza sworn in": takes office and says nothing."""
    return verb.lemma == "swear" and any(kid.lower == "in" and kid.i == verb.i + 1 for kid in verb.children)


def _above(node: Node, known: bool) -> Source | None:
    """The speaker whose verb, or whose noun, governs what is said; what is `known` is no part of a charge."""
    word = node.head
    if word is None:
        return None
    if not word.verbal or word.kids("nmod:poss"):
        return _owner(node, word)
    if not known and _charged(node, word):
        return _spoken(word, doers(word))
    if passive(word) or not (_told_clause(node, word) or _told_thing(node, word)):
        return None
    return _spoken(word, doers(word))


def _spoken(verb: Node, speakers: Sequence[Node]) -> Source | None:
    empty = EXPLETIVE if passive(verb) or verb.lemma not in PLAIN_SPEECH else EXPLETIVE - {"it"}
    named = tuple(each for each in speakers if each.lower not in empty)
    return Source(named, verb.text, verb) if named else None


def _told_clause(node: Node, verb: Node) -> bool:
    """What the verb says as a clause."""
    if node.dep not in SAID or verb.lemma not in WORDS.speech or node.dep == "obj":
        return False
    if node.dep == "parataxis" and node.i > verb.i and node.nominal and node.kids("acl:relcl") and not node.kids("cop"):
        return False  # "accused Seoul of spying, a charge that it denied" sums up what was said
    if _severed(node, verb):
        return False
    if node.dep == "advcl" and (node.kids("mark") or node.tag not in ("VBD", "VBZ", "VBP")):
        return False
    return node.dep != "xcomp" or verb.lemma in INFINITIVE_SPEECH


def _told_thing(node: Node, verb: Node) -> bool:
    """What the verb says as a noun: "reported an attack", "warned of reprisals", "called it a massacre"."""
    if verb.lemma in WORDS.naming and (
        node.dep == "xcomp" or (node.dep in ("obl", "advcl") and preposition(node) == "as")
    ):
        return True
    if verb.lemma not in WORDS.reporting:
        return False
    return node.dep == "obj" or (node.dep == "obl" and preposition(node) in ("of", "about"))


def _charged(node: Node, verb: Node) -> bool:
    """What somebody is accused of or blamed for."""
    if verb.lemma not in WORDS.accusing or node.dep not in ("advcl", "obl", "xcomp", "ccomp"):
        return False
    return preposition(node) in CHARGING


def _owner(node: Node, noun: Node) -> Source | None:
    """Whose claim or report it is: "the rebels' claim that …", "a report by the UN of …"."""
    if noun.lemma not in WORDS.report_nouns or node.dep not in ("acl", "ccomp", "nmod", "appos", "advcl"):
        return None
    if node.dep == "nmod" and preposition(node) not in ("of", "about"):
        return None
    owners = noun_doers(noun)
    return Source(tuple(owners), noun.text) if owners and node not in owners else None


def carried_sources(trees: Sequence[Tree], blocks: Sequence[int]) -> dict[int, Source]:
    """For sentences wholly inside a quotation without a speaker of their own: the speaker of the one before."""
    carried: dict[int, Source] = {}
    last: Source | None = None
    for number in range(1, len(trees)):
        tag = speech_tag(trees[number])
        if tag is not None and blocks[number] == blocks[number - 1] and ends_quoted(trees[number - 1]):
            carried[number - 1] = tag
    last_block = -2
    for number, tree in enumerate(trees):
        own = speaker_of_sentence(tree)
        if own is not None:
            last, last_block = own, blocks[number]
        elif number in carried:
            last, last_block = carried[number], blocks[number]
        elif last is not None and blocks[number] - last_block <= 1 and wholly_quoted(tree):
            carried[number] = last
            last_block = blocks[number]
        elif blocks[number] - last_block > 1:
            last = None
    return carried


def speech_tag(tree: Tree) -> Source | None:
    """The speaker of a sentence that only says who asked or exclaimed: "the mayor asked on Friday"."""
    said = speaker_of_sentence(tree)
    if said is None or said.verb is None or len(tree.nodes) > LONGEST_TAG or said.verb.kids("ccomp", "obj"):
        return None
    behind = [node for node in tree.nodes if node.i > said.verb.i and node.verbal]
    return None if behind else said


def ends_quoted(tree: Tree) -> bool:
    """Whether the sentence ends with a quotation mark behind a question or exclamation mark."""
    text = tree.text.strip()
    return text.endswith(CLOSING) and text.rstrip("".join(CLOSING)).endswith(("?", "!"))


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


def quoted(node: Node, tree: Tree) -> bool:
    """Whether the word stands between quotation marks of its sentence."""
    return sum(each.text in ('"', "“", "”", "„", "``", "''") for each in tree.nodes[: node.i]) % 2 == 1


def wholly_quoted(tree: Tree) -> bool:
    """Whether the sentence stands inside quotation marks from its first word on."""
    text = tree.text.strip()
    if not text.startswith(OPENING):
        return False
    inner = text[1:].rstrip(".")
    return inner.endswith(CLOSING) or not any(mark in inner for mark in CLOSING)


def _severed(low: Node, high: Node) -> bool:
    """Whether the later of two clauses, one hung on the other, opens behind a semicolon."""
    under, whole = low.subtree(), high.subtree()
    later = under if low.i > high.i else [each for each in whole if each not in under and each.i > low.i]
    words = [each.i for each in later if each.dep != "punct"]
    if not words:
        return False
    marks = {each.i: each.text for each in whole if each.dep == "punct"}
    before = min(words) - 1
    while before in marks and marks[before] != ";":
        before -= 1
    return before in marks
