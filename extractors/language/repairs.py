"""What a repair is: it mends one word, and says which words it can mend, so that it is called for no others."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.language.tree import Node, Tree

NOUNS = "NN NNS NNP NNPS"


@dataclass(frozen=True, slots=True)
class Repair:
    """Mends a word with one of the relations, one of the tags, and one of the forms; None for any."""

    mend: Callable[[Node, Tree], None]
    deps: frozenset[str] | None
    tags: frozenset[str] | None
    words: frozenset[str] | None

    @property
    def name(self) -> str:
        """Its module and function: `objects.hyphen`."""
        return f"{self.mend.__module__.rpartition('.')[2]}.{self.mend.__name__}"

    def fits(self, dep: str, tag: str, word: str) -> bool:
        """Whether a word of this shape may need it."""
        wanted = ((self.deps, dep), (self.tags, tag), (self.words, word))
        return all(allowed is None or given in allowed for allowed, given in wanted)


def repair_of(*, deps: str = "", tags: str = "", words: str = "") -> Callable[[Callable[[Node, Tree], None]], Repair]:
    """Make a repair of a function. Relations, tags and forms are parted by blanks; none named means any."""

    def made(mend: Callable[[Node, Tree], None]) -> Repair:
        deps_, tags_, words_ = (frozenset(each.split()) or None for each in (deps, tags, words))
        return Repair(mend, deps_, tags_, words_)

    return made


class Stage:
    """Repairs that each word meets one after the other."""

    def __init__(self, *repairs: Repair) -> None:
        self.repairs = repairs
        self._words = frozenset[str]().union(*(each.words for each in repairs if each.words is not None))
        self._fitting: dict[tuple[str, str, str], tuple[tuple[int, Repair], ...]] = {}

    def mend(self, tree: Tree) -> None:
        """Mend every word of the tree."""
        for node in tree.nodes:
            fitting = self._of(node)
            if fitting:
                self._mend(node, tree, fitting)

    def _mend(self, node: Node, tree: Tree, fitting: tuple[tuple[int, Repair], ...]) -> None:
        """A repair may give the word another shape; the ones still to come are then those of the new shape."""
        done = -1
        while True:
            shape = node.dep, node.tag
            for number, repair in fitting:
                if number > done:
                    done = number
                    repair.mend(node, tree)
                    if shape != (node.dep, node.tag):
                        fitting = self._of(node)
                        break
            else:
                return

    def _of(self, node: Node) -> tuple[tuple[int, Repair], ...]:
        shape = node.dep, node.tag, node.lower if node.lower in self._words else ""
        found = self._fitting.get(shape)
        if found is None:
            found = tuple((number, repair) for number, repair in enumerate(self.repairs) if repair.fits(*shape))
            self._fitting[shape] = found
        return found
