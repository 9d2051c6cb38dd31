"""Whether an act is told as done, planned, imagined, denied or not done, from the words that govern its trigger."""

from dataclasses import dataclass

from extractors.coding.frame import nominal_use
from extractors.coding.grammar import courtesy, negated
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node, preposition
from extractors.model import Status

CLAUSAL = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj", "appos")
ARGUMENT = (
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "nsubj",
    "nsubj:pass",
    "nmod",
    "conj",
    "compound",
    "amod",
)
RANK: dict[Status, int] = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "denied": 4, "negated": 5}
UNDOING = frozenset({"without", "instead of", "rather than", "from"})
NOT_YET = frozenset({"before", "prior to", "ahead of", "pending", "until"})


@dataclass(slots=True)
class Standing:
    """A status on its way up the tree, and the words that made it so."""

    status: Status = "actual"
    because: str = ""
    flips: int = 0

    def at_least(self, status: Status, because: str) -> None:
        """Make the status at least as unreal as this one."""
        if RANK[status] > RANK[self.status]:
            self.status, self.because = status, because

    def flip(self, because: str) -> None:
        """Deny, or deny a denial."""
        self.flips += 1
        self.because = because

    def result(self) -> tuple[Status, str]:
        """The status after all words are counted."""
        if self.flips % 2 and self.status != "denied":
            return "negated", self.because
        return self.status, self.because


def standing(node: Node) -> tuple[Status, str]:
    """The status of the act a trigger names, and the word that decided it."""
    found = Standing()
    current: Node | None = node
    _own_words(node, found)
    for _ in range(12):
        if current is None or current.head is None:
            break
        current = _step(current, current.head, found)
    return found.result()


def _own_words(node: Node, found: Standing) -> None:
    if negated(node):
        found.flip(f"negation of {node.text}")
    if node.verbal and not nominal_use(node):
        _modality(node, found)
        return
    for kid in node.kids("amod", "compound"):
        if kid.lower in WORDS.future_adjectives or kid.lemma in WORDS.future_adjectives:
            found.at_least("planned", kid.text)
        elif kid.lower in WORDS.claimed_adjectives:
            found.at_least("claimed", kid.text)
    if node.kids("cop"):
        _modality(node, found)


def _modality(verb: Node, found: Standing) -> None:
    """Auxiliaries, adverbs and conjunctions of the verb's own clause."""
    going = verb.tag == "VB" and verb.head is not None and verb.head.lower == "going" and verb.dep == "xcomp"
    if going:
        found.at_least("planned", "going to")
    perfect = any(kid.lemma == "have" for kid in verb.kids("aux"))
    for kid in verb.kids("aux"):
        if kid.lower in WORDS.modal_unreal:
            reported = kid.lower == "would" and not perfect and verb.dep == "ccomp"
            found.at_least("planned" if reported else "hypothetical", kid.text)
        elif kid.lower in WORDS.modal_future:
            found.at_least("planned", kid.text)
    for kid in verb.kids("advmod"):
        if kid.lower in WORDS.hearsay:
            found.at_least("claimed", kid.text)
        elif kid.lower in ("nearly", "almost", "unlikely"):
            found.at_least("hypothetical", kid.text)
        elif kid.lower == "about" and verb.tag == "VB":
            found.at_least("planned", "about to")
    for kid in verb.kids("mark", "advmod"):
        unreal = kid.lower in ("if", "unless", "lest", "whether") or (
            kid.lower in ("when", "while") and bare_gerund(verb)
        )
        if unreal and kid.i < verb.i:
            found.at_least("hypothetical", kid.text)


def bare_gerund(verb: Node) -> bool:
    """ "… when fleeing their homes" speaks of any such time."""
    return verb.tag == "VBG" and not verb.kids("aux", "nsubj", "cop")


def _step(node: Node, head: Node, found: Standing) -> Node | None:
    """Weigh what governs the node; the governor when its own standing counts too, None at the end of the way."""
    nominal = not node.verbal or nominal_use(node)
    if node.dep == "conj":
        return _from_conjunct(node, head, found)
    if nominal and not node.kids("cop"):
        return _from_noun(node, head, found)
    if node.dep in ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod"):
        return _from_clause(node, head, found)
    if node.dep == "amod":
        return None
    return None


def _from_conjunct(node: Node, head: Node, found: Standing) -> Node | None:
    shared = node.verbal and head.verbal and not node.kids("aux", "nsubj", "nsubj:pass", "mark")
    if shared and (node.tag in ("VB", "VBN", "VBG") or head.tag == node.tag):
        if node.tag == "VB" or node.tag == head.tag:
            _modality(head, found)
        if negated(head) and node.tag == "VB":
            found.flip(f"negation of {head.text}")
    if node.verbal and not shared and head.verbal and node.kids("nsubj") and node.kids("aux"):
        node = head
        return head if head.dep in ("xcomp", "advcl", "ccomp") else None
    return _step(_standing_in(node, head), head.head, found) if head.head is not None else None


def _standing_in(_: Node, head: Node) -> Node:
    return head


def _from_clause(node: Node, head: Node, found: Standing) -> Node | None:
    word = preposition(node)
    marks = {mark.lower for mark in node.kids("mark", "case")}
    infinitive = node.tag == "VB" and ("to" in marks or node.dep in ("xcomp", "acl"))
    if word in UNDOING:
        found.flip(word)
        return None
    if word in NOT_YET and node.tag == "VBG" and not (word == "before" and head.tag == "VBD"):
        found.at_least("hypothetical", word)
        return None
    if head.nominal and not head.kids("cop") and node.dep in ("acl", "nmod", "advcl"):
        return _from_noun_complement(node, head, found) if infinitive or (node.tag == "VBG" and word) else None
    if infinitive:
        return _from_infinitive(node, head, found)
    if node.tag == "VBG" and word:
        return _from_prepositional_clause(head, found)
    if node.dep in ("ccomp", "csubj"):
        if bare_gerund(node):
            return _from_prepositional_clause(head, found)
        return _from_that_clause(node, head, found)
    if node.dep == "xcomp":
        if node.tag == "VBG" and head.lemma not in WORDS.implicative:
            _from_prepositional_clause(head, found)
        return _govern(head, found)
    return None


def _from_noun_complement(node: Node, noun: Node, found: Standing) -> Node | None:
    if noun.lemma in WORDS.failure_nouns:
        found.flip(noun.text)
    elif noun.lemma in WORDS.report_nouns:
        found.at_least("claimed", noun.text)
    elif noun.lemma in WORDS.plan_nouns:
        found.at_least("planned", noun.text)
    elif noun.lemma in WORDS.wish_nouns or node.tag == "VB":
        found.at_least("hypothetical", f"{noun.text} to")
    return None


def _from_infinitive(node: Node, verb: Node, found: Standing) -> Node | None:
    lemma = verb.lemma
    if courtesy(node, verb):
        return _govern(verb, found)
    if lemma in WORDS.prevent:
        found.flip(verb.text)
    elif lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif verb.lower == "unlikely":
        found.flip(verb.text)
    elif lemma in WORDS.demand or lemma in WORDS.attempt:
        found.at_least("hypothetical", verb.text)
    elif _implied(node, verb):
        return _govern(verb, found)
    elif lemma in WORDS.intend or not verb.verbal:
        found.at_least("planned", verb.text)
    elif node.dep != "xcomp" or lemma in WORDS.object_control:
        found.at_least("hypothetical", f"{verb.text} … to")
    elif lemma not in WORDS.speech:
        found.at_least("hypothetical", verb.text)
    return None


def _implied(node: Node, verb: Node) -> bool:
    """Whether the infinitive is as real as its verb: "managed to leave", "gathered to protest"."""
    if verb.lemma in WORDS.gathering:
        return True
    return verb.lemma in WORDS.implicative and (node.dep == "xcomp" or bool(verb.kids("obj")))


def _from_prepositional_clause(verb: Node, found: Standing) -> Node | None:
    if verb.lemma in WORDS.accusing:
        found.at_least("claimed", verb.text)
    elif verb.lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif verb.lemma in WORDS.prevent:
        found.flip(verb.text)
    elif verb.lemma in WORDS.demand or verb.lemma in WORDS.attempt:
        found.at_least("hypothetical", verb.text)
    elif verb.lemma in WORDS.intend and verb.lemma not in WORDS.speech:
        found.at_least("planned", verb.text)
    return None


def _from_that_clause(node: Node, verb: Node, found: Standing) -> Node | None:
    subjunctive = node.tag == "VB" and not node.kids("aux")
    if verb.lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif (
        verb.lemma in WORDS.doubt
        or verb.lemma in ("hope", "fear", "wish", "imagine", "suppose", "worry")
        or (subjunctive and verb.lemma in WORDS.demand)
    ):
        found.at_least("hypothetical", verb.text)
    elif negated(verb) and verb.lemma in WORDS.speech:
        found.at_least("hypothetical", f"not {verb.text}")
    return None


def _from_noun(node: Node, head: Node, found: Standing) -> Node | None:
    """A noun trigger: what its verb or governing noun does with it."""
    if node.dep not in ARGUMENT:
        return None
    if head.nominal and not head.kids("cop") and not (head.verbal and not nominal_use(head)):
        return _from_governing_noun(node, head, found)
    if preposition(node) in UNDOING:
        found.flip(preposition(node))
    lemma = head.lemma
    core = node.dep in ("obj", "nsubj", "nsubj:pass", "xcomp")
    wanted = core or preposition(node) in ("for", "on", "of", "to", "with", "in", "against", "about", "from", "into")
    if node.dep in ("nsubj",):
        return _govern(head, found) if lemma in WORDS.occur or lemma in WORDS.light else None
    if lemma in WORDS.prevent and core:
        found.flip(head.text)
    elif lemma in WORDS.deny and core:
        found.at_least("denied", head.text)
        return None
    elif lemma in WORDS.accusing:
        found.at_least("claimed", head.text)
        return None
    elif lemma in WORDS.demand and lemma not in WORDS.light and wanted:
        found.at_least("hypothetical", head.text)
    elif (lemma in WORDS.intend and lemma not in WORDS.light and wanted) or (lemma in WORDS.attempt and core):
        found.at_least("planned", head.text)
    elif lemma == "call" and preposition(node) == "for":
        found.at_least("hypothetical", "call for")
    if lemma in WORDS.light or lemma in WORDS.occur or lemma in WORDS.prevent:
        return _govern(head, found)
    return None


def _govern(verb: Node, found: Standing) -> Node:
    """The verb's own negation and modality hold of its noun or clause too."""
    if negated(verb):
        found.flip(f"negation of {verb.text}")
    _modality(verb, found)
    return verb


def _from_governing_noun(node: Node, noun: Node, found: Standing) -> Node | None:
    word = preposition(node)
    if node.dep == "nmod" and word in ("of", "for", "to", "on", "about", "against", "over", "from"):
        if noun.lemma in WORDS.failure_nouns and word in ("of", "to", "on"):
            found.flip(noun.text)
        elif noun.lemma in WORDS.report_nouns:
            found.at_least("claimed", noun.text)
        elif noun.lemma in WORDS.wish_nouns:
            found.at_least("hypothetical", noun.text)
        elif noun.lemma in WORDS.plan_nouns:
            found.at_least("planned", noun.text)
        elif noun.lemma in WORDS.quantifiers:
            return noun
        return None
    return None
