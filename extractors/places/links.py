"""How the places of a sentence belong together: "X in Y", "Y's X", and lists "X, Y and Z"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.places.surroundings import Surroundings

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
        if joined:
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
    if _is_inner(this, following, around):
        return None
    return number + 1 if around.lies_in(this.last, following.part_first) else None


def _is_inner(before: Placed, this: Placed, around: Surroundings) -> bool:
    """Whether the later of two neighbours lies in the earlier: "Y's X", "the Y town of X", "in eastern Y in X"."""
    if around.owns(before.last, this.part_first):
        return True
    wider = before.size > this.size
    if around.beside(before.last, this.part_first):
        return wider and not around.is_extent(before.last)
    return wider and before.size >= WIDE and this.size > 0 and around.lies_in(before.last, this.part_first)
