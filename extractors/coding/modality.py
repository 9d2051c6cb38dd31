"""The words of a clause that make its act planned, imagined or denied: auxiliaries, adverbs, links."""

from dataclasses import dataclass

from extractors.coding.frame import nominal_use
from extractors.coding.negation import negated
from extractors.coding.vocabulary import WORDS
from extractors.language.tree import Node
from extractors.model import Status

RANK: dict[Status, int] = {"actual": 0, "claimed": 1, "planned": 2, "hypothetical": 3, "denied": 4, "negated": 5}
WILL = frozenset({"would", "can", "could", "may", "might", "must", "should"})
LATER = frozenset({"when", "once", "until", "after", "before", "till"})


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


def own_words(node: Node, found: Standing) -> None:
    """What stands right at the trigger: its negation, auxiliaries or adjectives."""
    if negated(node):
        found.flip(f"negation of {node.text}")
    if node.verbal and not nominal_use(node):
        modality(node, found)
        return
    for kid in node.kids("amod", "compound"):
        if kid.lower in WORDS.future_adjectives or kid.lemma in WORDS.future_adjectives:
            found.at_least("planned", kid.text)
        elif kid.lower in WORDS.claimed_adjectives:
            found.at_least("claimed", kid.text)
    if node.kids("cop"):
        modality(node, found)


def modality(verb: Node, found: Standing) -> None:
    """Auxiliaries, adverbs and conjunctions of the verb's own clause."""
    ahead = _ahead(verb)
    if ahead:
        found.at_least("planned", ahead)
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
        unreal = kid.lower in ("if", "unless", "lest", "whether") or (kid.lower == "when" and bare_gerund(verb))
        if kid.i < verb.i and (unreal or _to_come(kid, verb)):
            found.at_least("hypothetical", kid.text)


def _of_headline(verb: Node) -> bool:
    """ "Norway to recognize Kosovo"."""
    to = any(kid.lower == "to" for kid in verb.kids("mark"))
    return to and verb.tag == "VB" and verb.head is None and bool(verb.kids("nsubj"))


def _ahead(verb: Node) -> str:
    """What of an infinitive's own words puts it ahead: "is to", "going to", a headline's "Norway to recognize"."""
    if verb.tag != "VB":
        return ""
    if any(kid.lemma == "be" for kid in verb.kids("cop", "aux")) and verb.kids("mark"):
        return "be to"
    own = verb.head is None or verb.dep == "parataxis"  # "… reopens; Chad to meet Mali"
    if own and verb.kids("nsubj") and any(kid.lower == "to" for kid in verb.kids("mark")):
        return "to"
    return "going to" if verb.head is not None and verb.head.lower == "going" and verb.dep == "xcomp" else ""


def _to_come(link: Node, verb: Node) -> bool:
    """ "We will disarm when the troops leave": a present tense that waits for the future of its main clause."""
    if link.lower not in LATER or verb.dep != "advcl" or verb.head is None:
        return False
    present = verb.tag in ("VBZ", "VBP") or any(kid.tag in ("VBZ", "VBP") for kid in verb.kids("aux", "aux:pass"))
    if present and link.lower in ("until", "till"):
        return True
    return present and any(kid.lower in WORDS.modal_future or kid.lower in WILL for kid in verb.head.kids("aux"))


def bare_gerund(verb: Node) -> bool:
    """ "… when fleeing their homes" speaks of any such time."""
    return verb.tag == "VBG" and not verb.kids("aux", "nsubj", "cop")


def govern(verb: Node, found: Standing) -> Node:
    """The verb's own negation and modality hold of its noun or clause too."""
    if negated(verb):
        found.flip(f"negation of {verb.text}")
    modality(verb, found)
    return verb
