"""A sentence's tree as plain objects in one scheme (Universal Dependencies), quick to walk and open to repair.

CLEAR trees (en_core_web_*) are turned into UD here, so that the coder need not know of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.language.tokens import Token, Tokens

CLEAR_TO_UD = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "neg": "advmod", "npadvmod": "obl:unmarked", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
    "quantmod": "advmod", "nmod": "compound", "acomp": "xcomp", "oprd": "xcomp", "ROOT": "ROOT",
}  # fmt: skip


LABELS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}


class Node:
    """One word. `dep` is a UD relation to `head`; the root's head is None."""

    __slots__ = ("children", "dep", "end", "head", "i", "lemma", "lower", "sentence", "start", "tag", "text")

    def __init__(self, token: Token, sentence: int) -> None:
        self.i = token.i
        self.sentence = sentence
        self.text = token.text
        self.lower = token.lower_
        self.lemma = token.lemma_.lower()
        self.tag = token.tag_
        self.dep = token.dep_
        self.start = token.idx
        self.end = token.end
        self.head: Node | None = None
        self.children: list[Node] = []

    def __repr__(self) -> str:
        """`3:said/ROOT`, for explanations and failing tests."""
        return f"{self.i}:{self.text}/{self.dep}"

    @property
    def verbal(self) -> bool:
        """Whether the tag is a verb's."""
        return self.tag.startswith("VB")

    @property
    def nominal(self) -> bool:
        """Whether the tag is a noun's."""
        return self.tag.startswith("NN")

    @property
    def proper(self) -> bool:
        """Whether the tag is a name's."""
        return self.tag.startswith("NNP")

    def kids(self, *labels: str) -> list["Node"]:
        """Children with one of the relations, in text order."""
        return [child for child in self.children if child.dep in labels] if self.children else []

    def ancestors(self) -> Iterator["Node"]:
        """Heads up to the root, nearest first."""
        node = self.head
        while node is not None:
            yield node
            node = node.head

    def subtree(self) -> list["Node"]:
        """The node and all below it, in text order."""
        found = [self]
        for node in found:
            found.extend(node.children)
        return sorted(found, key=lambda node: node.i)

    def hang(self, head: "Node", dep: str) -> None:
        """Hang this node on another head; on itself or a word below it, which would close a ring, it stays as it is."""
        if head is self or any(above is self for above in head.ancestors()):
            return
        if self.head is not None:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        place = next((n for n, other in enumerate(head.children) if other.i > self.i), len(head.children))
        head.children.insert(place, self)

    def swap_with_head(self, dep: str) -> None:
        """Take the head's place in the tree; the old head becomes a child with relation `dep`."""
        old = self.head
        if old is None:
            return
        old.children.remove(self)
        self.head, self.dep = old.head, old.dep
        if old.head is not None:
            old.head.children[old.head.children.index(old)] = self
        old.head, old.dep = None, dep
        old.hang(self, dep)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name the model saw: words `first` to `last`, both included; label PER, ORG or LOC where it is one of these."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: its words in order and the names in it."""

    text: str
    nodes: tuple[Node, ...]
    entities: tuple[Entity, ...]

    @property
    def roots(self) -> list[Node]:
        """Words without a head."""
        return [node for node in self.nodes if node.head is None]


def read_tree(doc: Tokens, *, ud: bool, sentence: int = 0) -> Tree:
    """The tree of one parsed sentence, as parsed; `repair` mends it."""
    nodes = [Node(token, sentence) for token in doc]
    heads = [token.head.i for token in doc]
    for node, head in zip(nodes, heads, strict=True):
        if head != node.i:
            node.head = nodes[head]
            nodes[head].children.append(node)
    if not ud:
        _from_clear(nodes)
    entities = (Entity(name.start, name.end - 1, LABELS.get(name.label, name.label)) for name in doc.names)
    return Tree(text=doc.text, nodes=tuple(nodes), entities=tuple(entities))


def _from_clear(nodes: list[Node]) -> None:
    """Prepositions become case markers, copulas children, conjuncts flat."""
    for node in nodes:
        if node.dep in ("prep", "agent") and node.head is not None:
            _promote_object(node)
    for node in nodes:
        node.dep = CLEAR_TO_UD.get(node.dep, node.dep)
    for node in nodes:
        if node.dep in ("attr", "xcomp") and node.head is not None and node.head.lemma == "be" and not node.verbal:
            _promote_predicate(node)
    for node in nodes:
        while node.dep == "conj" and node.head is not None and node.head.dep == "conj" and node.head.head is not None:
            node.hang(node.head.head, "conj")


def _promote_object(prep: Node) -> None:
    verbal, agent = prep.head is not None and not prep.head.nominal, prep.dep == "agent"
    noun = next(iter(prep.kids("pobj", "pcomp")), None)
    if noun is None:
        prep.dep = "advmod"
        return
    clause = noun.dep == "pcomp"
    for other in [child for child in prep.children if child is not noun]:
        other.hang(noun, other.dep)
    noun.swap_with_head("mark" if clause else "case")
    noun.dep = "advcl" if clause else "obl:agent" if agent else "obl" if verbal else "nmod"


def _promote_predicate(predicate: Node) -> None:
    copula = predicate.head
    if copula is None:
        return
    for other in [child for child in copula.children if child is not predicate]:
        other.hang(predicate, other.dep)
    predicate.swap_with_head("cop")


def with_conjuncts(nodes: Iterable[Node]) -> list[Node]:
    """Each node followed by its conjuncts."""
    return [each for node in nodes for each in (node, *node.kids("conj"))]


def preposition(node: Node) -> str:
    """The preposition before a noun or clause, fixed expressions whole ("according to"); '' without one."""
    words = [
        word.lower
        for case in node.children
        if (case.dep == "case" and case.tag != "POS") or (case.dep == "mark" and case.lower != "that")
        for word in (case, *case.kids("fixed"))
    ]
    return " ".join(words)
