"""How the places of a sentence belong together: "X in Y", "Y's X", and lists "X, Y and Z"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.language.tree import Node
from extractors.places.surroundings import TRANSPARENT_TAGS, Surroundings
from extractors.places.words import EXTENTS, PART_ADJECTIVES, PART_NOUNS, PLACE_NOUNS, SITE_NOUNS

CONTAINING = frozenset({"in", "of", "near", "at", "outside", "around", "within", "inside", ",", "(", "from"})
OWNING = frozenset({"'s", "’s", "'", "’"})
WIDE = 8.0
"""The size from which a place is a division or country and never lies in a town."""


class Placed(Protocol):
    """What stands at words `first` to `last`, with its part from `part_first` on."""

    @property
    def last(self) -> int:
        """The last word."""

    @property
    def part_first(self) -> int:
        """The first word, its part included."""

    @property
    def size(self) -> float:
        """How wide a place it is, 0 when unknown."""


@dataclass(frozen=True, slots=True)
class Link:
    """Position of the place that this one lies in, and of the first in its list."""

    within: int | None = None
    series: int | None = None


def links(mentions: Sequence[Placed], around: Surroundings) -> tuple[Link, ...]:
    """A link for each place, in order."""
    series = _series(mentions, around)
    return tuple(Link(_within(mentions, number, series, around), series.get(number)) for number in range(len(mentions)))


def _series(mentions: Sequence[Placed], around: Surroundings) -> dict[int, int]:
    """Positions in lists that have an "and", to the first of the list; a comma alone may as well mean "in"."""
    found: dict[int, int] = {}
    start = 0
    joined = False
    for number in range(1, len(mentions) + 1):
        listed = number < len(mentions) and around.follows_in_list(
            mentions[number].part_first, mentions[number - 1].last
        )
        if listed:
            joined = joined or around.joined_by_and(mentions[number].part_first, mentions[number - 1].last)
            continue
        if joined or (start < number - 1 and around.and_other_behind(mentions[number - 1].last)):
            found |= dict.fromkeys(range(start, number), start)
        start, joined = number, False
    return found


def _within(mentions: Sequence[Placed], number: int, series: dict[int, int], around: Surroundings) -> int | None:
    """Which of its neighbours a place lies in: the next in "X in Y" and "X, Y", the one before in "Y's X"."""
    this = mentions[number]
    if number and _is_inner(mentions[number - 1], this, around):
        return number - 1
    if number + 1 == len(mentions) or (number in series and series.get(number) == series.get(number + 1)):
        return None
    following = mentions[number + 1]
    between = around.tree.nodes[this.last + 1 : following.part_first]
    return number + 1 if _lies_in(between) and not _is_inner(this, following, around) else None


def _is_inner(before: Placed, this: Placed, around: Surroundings) -> bool:
    """Whether the later of two neighbours lies in the earlier: "Y's X", "the Y town of X", "in eastern Y in X"."""
    between = around.tree.nodes[before.last + 1 : this.part_first]
    wider = before.size > this.size
    if _is_beside(between):
        return between[0].lower in OWNING or (wider and between[0].lemma not in EXTENTS)
    return wider and before.size >= WIDE and this.size > 0 and _lies_in(between)


def _lies_in(between: Sequence[Node]) -> bool:
    """Whether these words put the place before them into the one behind: "Bzaah in eastern Aleppo"."""
    joints = [node for node in between if node.lower in CONTAINING]
    return bool(joints) and all(node in joints or _says_what(node) for node in between)


def _is_beside(between: Sequence[Node]) -> bool:
    """Whether one lies in the other, whichever: "the Homs quarter of Baba Amr", "the Baba Amr quarter of Homs"."""
    if not between or (between[0].lower not in OWNING and between[0].lemma not in PLACE_NOUNS | PART_NOUNS):
        return False
    return all(node.lower in OWNING | {"of"} or _says_what(node) for node in between)


def _says_what(node: Node) -> bool:
    return (
        node.lower in ("the", "a", "an")
        or node.tag in TRANSPARENT_TAGS
        or node.lemma in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS
        or node.lower in PART_ADJECTIVES
    )
