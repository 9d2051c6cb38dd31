"""Try the lexicon's senses on each word of a sentence, and say for each sense which condition stopped it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.coding.closing import behind_dash
from extractors.coding.conditions import Condition, SlotRef
from extractors.coding.frame import Frame, SentenceView, complement_clauses, nominal_use
from extractors.coding.grammar import governor, measured, relation
from extractors.coding.lexicon import Lexicon, Sense
from extractors.coding.negation import negated
from extractors.coding.no_act import no_act
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import infinitive, passive
from extractors.coding.words import phrases
from extractors.language.tree import Node

COUNTS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million"})
READ_AS = frozenset({"gunfire"})
"""Lemmas that a repair gave to an ambiguous word, whose form says nothing more ("Israeli fire")."""
DEATHS = frozenset(
    {"killing", "murder", "assassination", "slaying", "lynching", "beheading", "kidnapping", "abduction", "poisoning"}
)
"""Deeds whose owner, where it is one person, is the victim."""
PRONOUNS = frozenset({"he", "she", "they", "we", "i", "him", "her", "them", "us", "who", "whom", "you"})


@dataclass(frozen=True, slots=True)
class Match:
    """A sense that holds of a word, with the words that fill its actor and recipient."""

    sense: Sense
    node: Node
    actors: tuple[Node, ...]
    recipients: tuple[Node, ...]

    @property
    def carried(self) -> bool:
        """Whether a verb says that the noun's event took place ("erupted", "launched")."""
        verb = governor(self.node)
        return verb is not None and (verb.lemma in WORDS.light or verb.lemma in WORDS.occur)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sense tried: `stopped_by` is the condition that failed or blocked, None where the sense holds."""

    sense: Sense
    stopped_by: str | None


def matches(view: SentenceView, lexicon: Lexicon) -> list[Match]:
    """The reading of every trigger of the sentence, in text order."""
    found = []
    for node in view.tree.nodes:
        candidates = candidate_senses(node, view, lexicon)
        if candidates:
            frame = Frame(node, view)
            sense = next((each for each in candidates if stopped_by(each, frame) is None), None)
            if sense is not None:
                found.append(fill(sense, frame))
    return found


def candidate_senses(node: Node, view: SentenceView, lexicon: Lexicon) -> list[Sense]:
    """Senses whose lemma and part of speech fit the word, the most demanding first."""
    keys = _keys(node, view.tree.nodes, lexicon)
    if not keys:
        return []
    found = [sense for key in keys for sense in lexicon.readings(key) if _fits(node, sense)]
    return sorted(found, key=lambda sense: -len(sense.needs)) if len(found) > 1 else found


def verdicts(node: Node, view: SentenceView, lexicon: Lexicon) -> Iterator[Verdict]:
    """Every sense tried on a word, for explanations."""
    frame = Frame(node, view)
    for sense in candidate_senses(node, view, lexicon):
        yield Verdict(sense, stopped_by(sense, frame))


def _keys(node: Node, nodes: tuple[Node, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Lemmas to look up: those of the word, or of the hyphened compound that it closes."""
    if node.i >= 2 and nodes[node.i - 1].text == "-":
        compound = f"{nodes[node.i - 2].lower}-{node.lemma}"
        if compound in lexicon.by_lemma:
            return (compound,)
    return _word_keys(lexicon, node.lemma, node.lower)


@lru_cache(maxsize=1 << 15)
def _word_keys(lexicon: Lexicon, lemma: str, word: str) -> tuple[str, ...]:
    """The parser's lemma and the word itself, or its stem where the parser left it; those that the lexicon has."""
    known = lexicon.by_lemma
    keys = tuple(key for key in dict.fromkeys((lemma, word)) if key in known)
    return keys or tuple(stem for stem in stems(word) if stem in known)[:1]


def stems(word: str) -> list[str]:
    """What a verb form may be a form of, most likely first."""
    for ending in ("ied", "ies"):
        if word.endswith(ending):
            return [f"{word[:-3]}y"]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            shorter = [stem[:-1]] if stem[-1] == stem[-2] else []
            return [stem, f"{stem}e", *shorter]
    return []


def _fits(node: Node, sense: Sense) -> bool:
    pos = sense.pos
    if pos == "modal":
        return node.dep == "aux"
    if pos == "verb":
        return (
            node.verbal
            and node.dep not in ("aux", "aux:pass", "cop", "compound", "case")
            and not nominal_use(node)
            and not _attributive(node)
            and not _people(node)
        )
    if pos == "noun":
        return (node.nominal or nominal_use(node)) and (node.dep not in ("compound", "flat") or _tolled(node))
    return node.tag.startswith("JJ") or (node.tag in ("VBN", "VBG") and sense.lemma == node.lower)


def _tolled(noun: Node) -> bool:
    """ "The hotel attack death toll": what took the lives."""
    return noun.dep == "compound" and noun.head is not None and noun.head.lemma == "toll"


def _people(node: Node) -> bool:
    """ "The wounded", "a million displaced": a participle that stands for people."""
    if node.tag != "VBN" or node.kids("aux", "aux:pass", "nsubj", "nsubj:pass", "obj", "obl:agent"):
        return False
    return node.dep in ("obl", "nmod", "obj", "nsubj", "nsubj:pass") and bool(
        node.kids("det", "nummod", "case", "amod")
    )


def _attributive(node: Node) -> bool:
    """A participle before its noun describes and does not tell ("the besieged city")."""
    return node.dep == "amod" and node.head is not None and node.head.i > node.i


def stopped_by(sense: Sense, frame: Frame) -> str | None:
    """The first condition that keeps the sense from holding; None when it holds."""
    for condition in sense.needs:
        if not holds(condition, frame):
            return f"needs {condition.text}"
    for condition in sense.blocks:
        if holds(condition, frame):
            return f"blocked by {condition.text}"
    nothing = no_act(sense, frame.node)
    return None if nothing is None else f"blocked by {nothing}"


def holds(condition: Condition, frame: Frame) -> bool:
    """Whether one condition holds of a trigger."""
    return _holds(condition, frame) != condition.denied


def _holds(condition: Condition, frame: Frame) -> bool:
    node = frame.node
    match condition.kind:
        case "passive":
            return passive(node)
        case "negated":
            return frame.negated()
        case "past":
            return node.tag == "VBD" or any(kid.tag == "VBD" for kid in node.kids("aux", "aux:pass"))
        case "topic":
            return bool(condition.words & frame.view.topics)
        case "particle":
            return bool(_particles(node, frame.view.tree.nodes) & condition.words)
        case "complement":
            return bool(_complements(node) & condition.words)
        case "word":
            scope = node.subtree() if not frame.nominal else frame.view.tree.nodes
            return any(_is(each, condition, frame.view) for each in scope if each is not frame.trigger)
        case _:
            return _slot_holds(condition, frame)


def _slot_holds(condition: Condition, frame: Frame) -> bool:
    if condition.slot is None:
        return False
    fillers = frame.slot(condition.slot)
    if not condition.words and not condition.tests:
        return bool(fillers)
    return any(_is(inner, condition, frame.view) for each in fillers for inner in {each, *measured(each)})


def _is(node: Node, condition: Condition, view: SentenceView) -> bool:
    if node.lemma in condition.words or (node.lower in condition.words and node.lemma not in READ_AS):
        return True
    if condition.words and any(name in condition.words for name in phrases(node)):
        return True
    for test in condition.tests:
        if test == "party" and (pronoun(node) or view.is_party(node)):
            return True
        if test == "armed" and view.is_armed(node):
            return True
        if test == "place" and view.is_place(node):
            return True
        if test == "number" and (node.tag == "CD" or node.lemma in COUNTS or node.kids("nummod")):
            return True
        if test == "proper" and node.proper:
            return True
        if test == "negated" and negated(node):
            return True
    return False


def pronoun(node: Node) -> bool:
    """Whether the word is a pronoun for people ("us", not "US")."""
    return node.lower in PRONOUNS and node.tag[:2] in ("PR", "WP")


def _particles(node: Node, nodes: tuple[Node, ...]) -> set[str]:
    found = {kid.lower for kid in node.kids("compound:prt", "advmod")}
    if node.i + 1 < len(nodes) and nodes[node.i + 1].tag in ("RP", "RB", "IN"):
        found.add(nodes[node.i + 1].lower)
    return found


def _complements(node: Node) -> set[str]:
    found = set()
    for clause in complement_clauses(node):
        if clause.dep == "xcomp" and clause.tag == "JJ" and not clause.kids("cop", "mark", "nsubj"):
            continue  # "let him free": a state, not a clause
        if clause.tag == "VBG" and not clause.kids("aux"):
            found.add("ing")
        elif infinitive(clause):
            found.add("to")
        else:
            found.add("that")
    return found


def fill(sense: Sense, frame: Frame) -> Match:
    """The match of a sense that holds."""
    told = behind_dash(frame.view.tree)
    teller = told.source.nodes if told is not None else ()
    actors = _first_filled(sense.actor, frame, taken=teller) or _light_subject(sense, frame)
    if actors and _of_a_victim(sense, frame, actors):
        return Match(sense, frame.trigger, (), actors)
    recipients = _first_filled(sense.recipient, frame, taken=(*actors, *teller))
    return Match(sense, frame.trigger, actors, recipients)


def _of_a_victim(sense: Sense, frame: Frame, named: tuple[Node, ...]) -> bool:
    """ "The mayor's killing", "the Moise assassination": the one person before the deed suffered it."""
    node, view = frame.trigger, frame.view
    if sense.pos != "noun" or node.lemma not in DEATHS or frame.slot(SlotRef("prep", frozenset({"of", "by"}))):
        return False
    return all(
        each.head is node
        and each.dep in ("compound", "nmod:poss")
        and each.tag in ("NN", "NNP")
        and view.is_party(each)
        and not (view.is_armed(each) or view.is_place(each))
        for each in named
    )


def _light_subject(sense: Sense, frame: Frame) -> tuple[Node, ...]:
    """Who "launched" or "expressed" what the noun names, where the sense's own slots are empty."""
    verb = governor(frame.node) if sense.pos == "noun" else None
    if verb is None or verb.lemma not in WORDS.light or relation(frame.node) != "obj":
        return ()
    return frame.slot(SlotRef("xsubject"))


def _first_filled(
    options: tuple[tuple[SlotRef, ...], ...], frame: Frame, taken: tuple[Node, ...] = ()
) -> tuple[Node, ...]:
    """Fillers of the first option that names a party, else of the first that is filled at all."""
    first: tuple[Node, ...] = ()
    for option in options:
        found = tuple(node for slot in option for node in frame.slot(slot) if node not in taken)
        if any(pronoun(node) or frame.view.is_party(node) for node in found):
            return found
        first = first or found
    return first
