"""The slots of one possible trigger: who fills its subject, object, prepositions, possessor … in this sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extractors.coding.conditions import SlotRef
from extractors.coding.grammar import (
    agents,
    doers,
    governor,
    noun_doers,
    obliques,
    relation,
    sayers,
    surface_subjects,
    undergoers,
)
from extractors.coding.negation import negated
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import gerund, infinitive, passive
from extractors.language.tree import Node, Tree, preposition, with_conjuncts

CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis", "acl")
CARRIED_BY = frozenset({"with", "in", "under", "by", "through", "into", "to", "on", "for"})
"""Prepositions by which a verb carries a noun's act: "responded with airstrikes", "took part in talks"."""
STRAYING = frozenset({"to", "against", "from", "with", "into"})
"""Prepositions that belong to a verb more often than to a noun inside its object."""
CALLED = frozenset(
    {
        "strike", "rally", "protest", "meeting", "vote", "truce", "ceasefire", "boycott", "demonstration", "talk",
        "summit", "conference", "halt", "election",
    }
)  # fmt: skip
"""What somebody calls who holds it."""
EXPECTED = frozenset({"expect", "invite", "schedule", "slate", "receive", "welcome", "summon", "greet", "fly", "bring"})
"""What is done to somebody who comes for what the noun names."""
LINKING = frozenset({"remain", "stay", "seem", "appear", "become", "look", "sound", "prove"})
CAUSING = frozenset({"spark", "trigger", "provoke", "prompt", "ignite", "fuel", "draw"})
"""What brings an act about and does not do it."""
BLAMING = frozenset({"blame", "pin"})
OBJECT_LIKE = ("obj", "iobj", "obl", "obl:agent", "obl:unmarked", "xcomp")


@dataclass(frozen=True, slots=True)
class SentenceView:
    """What a trigger may ask about its sentence."""

    tree: Tree
    topics: frozenset[str]
    is_party: Callable[[Node], bool]
    is_armed: Callable[[Node], bool]
    is_place: Callable[[Node], bool]
    speakers: Callable[[Node], tuple[Node, ...]]
    """Who is quoted as saying the clause of a node."""


@dataclass(slots=True)
class Frame:
    """One trigger's slots, each read once; a modal's are those of the verb it goes with."""

    trigger: Node
    view: SentenceView
    _read: dict[SlotRef, tuple[Node, ...]] = field(default_factory=dict)

    @property
    def node(self) -> Node:
        """The word whose slots count."""
        trigger = self.trigger
        return trigger.head if trigger.dep == "aux" and trigger.head is not None else trigger

    @property
    def nominal(self) -> bool:
        """Whether the trigger is used as a noun."""
        return not self.node.verbal or nominal_use(self.node)

    def slot(self, ref: SlotRef) -> tuple[Node, ...]:
        """Fillers of a slot, in text order of reading; conjuncts are fillers of their own."""
        found = self._read.get(ref)
        if found is None:
            found = self._read[ref] = tuple(dict.fromkeys(READERS[ref.name](self, ref)))
        return found

    def _prep(self, ref: SlotRef) -> list[Node]:
        pairs = [*obliques(self.node), *(self._borrowed() if self.nominal else ())]
        found = [noun for word, noun in pairs if word in ref.prepositions and not _day(noun)]
        if not found and not self.node.nominal:
            found = [each for each in self._strayed(ref) if self.view.is_party(each)]
        return found

    def _strayed(self, ref: SlotRef) -> Iterator[Node]:
        """A verb's party that the parser hung too deep: "returned a pendant with the image of a tsar *to Moscow*".

        With whom somebody agrees to something may be told of that alone: "ready for talks with Russia".
        """
        for _, noun in obliques(self.node):
            if not noun.verbal and "with" in ref.prepositions:
                yield from (each for word, each in obliques(noun) if word == "with")
        if "between" in ref.prepositions:  # "a truce between Chad and Mali took effect"
            yield from (each for noun in doers(self.node) for word, each in obliques(noun) if word == "between")
        for clause in complement_clauses(self.node):
            ways = STRAYING & ref.prepositions if self.node.tag.startswith("JJ") else {"with"} & ref.prepositions
            yield from (each for word, each in obliques(clause) if word in ways)
        for noun in undergoers(self.node):
            if noun.i < self.node.i:
                continue
            for each in noun.subtree():
                word = preposition(each) if each.dep == "nmod" else ""
                if word in STRAYING and word in ref.prepositions and not _in_clause(each, noun):
                    yield from with_conjuncts([each])

    def _borrowed(self) -> list[tuple[str, Node]]:
        """Obliques of the verb that carries a noun: "imposed sanctions on", "an attack was launched by"."""
        verb = governor(self.node)
        if verb is None:
            return []
        place = relation(self.node)
        carried = place == "obl" and verb.lemma in WORDS.light and preposition(self._argument()) in CARRIED_BY
        if place not in ("obj", "nsubj", "nsubj:pass") and not carried:
            return []
        if verb.lemma in BLAMING and place == "obj":
            return []  # "blamed the attack on Moscow"
        pairs = [pair for pair in obliques(verb) if pair[1] is not self.node]
        return pairs if place == "nsubj:pass" else [pair for pair in pairs if pair[0] != "by"]

    def _mod(self, _: SlotRef) -> list[Node]:
        return with_conjuncts(self.node.kids("compound", "amod", "nmod:desc", "nummod"))

    def _poss(self, _: SlotRef) -> list[Node]:
        owned = [self.node] if self.nominal else undergoers(self.node)
        owners = [owner for noun in owned for owner in with_conjuncts(noun.kids("nmod:poss"))]
        return owners or [sayer for noun in owned for sayer in sayers(noun)]

    def _subject(self, _: SlotRef) -> list[Node]:
        if not self.nominal:
            return _authors(doers(self.node))
        return with_conjuncts(self._predicate().kids("nsubj", "csubj")) or noun_doers(self.node) or self._of_state()

    def _of_state(self) -> list[Node]:
        """Of whom an adjective is said by a linking verb: "Berlin remained ready for talks"."""
        node, verb = self.node, self.node.head
        linked = node.dep == "xcomp" and node.tag.startswith("JJ") and verb is not None and verb.lemma in LINKING
        return doers(verb) if linked and verb is not None else []

    def _predicate(self) -> Node:
        """The noun itself, or the measure that carries its subject: "Berlin is one of the largest donors"."""
        node = self.node
        measured = node.dep == "nmod" and preposition(node) == "of" and node.head is not None
        return node.head if measured and node.head is not None and node.head.lemma in WORDS.quantifiers else node

    def _object(self, _: SlotRef) -> list[Node]:
        return undergoers(self.node) if not self.nominal else []

    def _xsubject(self, _: SlotRef) -> list[Node]:
        verb = governor(self.node)
        if verb is not None and verb.kids("cop") and preposition(self._argument()) == "for":
            return with_conjuncts(verb.kids("nsubj"))  # "is due for talks"
        if verb is None or not verb.verbal:
            return []
        place = relation(self.node)
        if verb.lemma in CAUSING and place in ("obj", "obl"):
            return []  # a verdict that sparks clashes fights nobody
        if verb.lemma == "put" and any(kid.lower == "down" for kid in verb.kids("compound:prt")):
            return []  # who puts down a protest does not protest
        if place == "nsubj:pass" or (place == "obj" and passive(verb)):
            return agents(verb) if verb.lemma in WORDS.light else []
        if place in ("obl", "obl:unmarked") and preposition(self._argument()) not in CARRIED_BY:
            return []
        if (
            place == "obl"
            and preposition(self._argument()) == "on"
            and verb.lemma not in ("go", "embark", "be", "come")
        ):
            return []  # "opened fire on a rally" does not say who rallied
        if place == "obl" and passive(verb) and verb.lemma in EXPECTED and preposition(self._argument()) == "for":
            return surface_subjects(verb)  # "is expected in Ankara for talks"
        if place == "obj" and verb.lemma in WORDS.naming and self.node.lemma not in CALLED:
            return []  # "called the killing heinous"
        return doers(verb) if place in OBJECT_LIKE else []

    def _argument(self) -> Node:
        """The noun that is the verb's argument: itself, or the list or measure it stands in."""
        node = self.node
        while node.dep in ("conj", "nmod") and node.head is not None:
            node = node.head
        return node

    def _xobject(self, _: SlotRef) -> list[Node]:
        verb = governor(self.node)
        if verb is None:
            return []
        place = relation(self.node)
        if place == "obj":
            return with_conjuncts(verb.kids("iobj"))
        if place in ("nsubj", "obl", "obl:agent") and verb.lemma in WORDS.occur:
            return [each for each in undergoers(verb) if each is not self.node]
        return []

    def _governor(self, _: SlotRef) -> list[Node]:
        verb = governor(self.node) or self.node.head
        return [verb] if verb is not None else []

    def _clause(self, _: SlotRef) -> list[Node]:
        return complement_clauses(self.node)

    def _clause_subject(self, _: SlotRef) -> list[Node]:
        return [each for clause in complement_clauses(self.node) for each in doers(clause)]

    def _clause_object(self, _: SlotRef) -> list[Node]:
        return [each for clause in complement_clauses(self.node) for each in undergoers(clause)]

    def negated(self) -> bool:
        """Whether the trigger, or the light verb that carries it, is negated."""
        verb = governor(self.node) if self.nominal else None
        return negated(self.node) or (verb is not None and verb.lemma in WORDS.light and negated(verb))


READERS: dict[str, Callable[[Frame, SlotRef], list[Node] | tuple[Node, ...]]] = {
    "subject": Frame._subject,
    "object": Frame._object,
    "iobj": lambda frame, _: with_conjuncts(frame.node.kids("iobj")),
    "prep": Frame._prep,
    "poss": Frame._poss,
    "mod": Frame._mod,
    "xsubject": Frame._xsubject,
    "xobject": Frame._xobject,
    "governor": Frame._governor,
    "clause": Frame._clause,
    "clause_subject": Frame._clause_subject,
    "clause_object": Frame._clause_object,
    "speaker": lambda frame, _: frame.view.speakers(frame.node),
}


DOCUMENTS = frozenset(
    {"resolution", "statement", "decree", "order", "declaration", "communique", "letter", "report", "motion", "note"}
)
"""What is written or passed so that its authors say something by it."""


def _authors(found: list[Node]) -> list[Node]:
    """Who speaks or acts by a document: "the board passed a resolution that criticized Iran"."""
    if len(found) != 1 or found[0].lemma not in DOCUMENTS:
        return found
    verb = governor(found[0])
    if verb is None or not verb.verbal or noun_doers(found[0]) or verb.lemma in WORDS.prevent:
        return found
    place = relation(found[0])
    if place == "obj":
        return doers(verb) or found
    return (agents(verb) or found) if place == "nsubj:pass" else found


def _day(noun: Node) -> bool:
    """ "A strike on Wednesday" does not hit Wednesday."""
    return noun.proper and noun.lower in WORDS.calendar


def _in_clause(node: Node, top: Node) -> bool:
    """Whether a clause of its own stands between the two words."""
    return any(each.verbal and not nominal_use(each) for each in _path(node, top))


def _path(node: Node, top: Node) -> Iterator[Node]:
    for above in node.ancestors():
        if above is top:
            return
        yield above


def nominal_use(verb: Node) -> bool:
    """Whether an -ing form stands as a noun ("shelling in Aleppo claimed …")."""
    if verb.tag != "VBG":
        return False
    if verb.kids("obj", "aux", "nsubj", "ccomp"):
        return False
    return verb.dep in ("nsubj", "obj", "obl", "nmod", "obl:agent", "compound") or bool(
        verb.kids("det", "case", "amod", "nmod:poss")
    )


def complement_clauses(node: Node) -> list[Node]:
    """Heads of the clauses a word takes as what is said, wanted or charged, with their conjuncts."""
    found = [
        kid
        for kid in node.children
        if kid.dep in CLAUSES and kid.i > node.i and (kid.dep != "acl" or node.nominal) and _complement(kid)
    ]
    inner = [kid for noun in node.kids("obj") for kid in noun.kids("acl") if kid.tag == "VB" and node.verbal]
    return with_conjuncts([*found, *inner])


def _complement(clause: Node) -> bool:
    """Not an adverbial clause of time or reason."""
    if clause.dep in ("ccomp", "xcomp", "parataxis"):
        return True
    marks = {mark.lower for mark in clause.kids("mark", "advmod", "case") if mark.i < clause.i}
    if clause.tag in ("VB", "VBN"):
        return infinitive(clause)
    return gerund(clause) and bool(marks & {"of", "for", "from", "with", "on", "against", "about", "by", "to", "at"})
