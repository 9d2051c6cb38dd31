"""Which pairs of reports are worth comparing, with bounded work for each report however often names recur. Pure.

Reports meet in blocks: those of one type, of five days that follow one another, that tell one name, one victim or one
age at one place. In a block of more than MOST each is held against the MOST that follow it by place, day and id. Blocks
overlap, so that any two reports at most REACH days apart share one, and what a block gives depends on nothing but the
reports in it: neither on the order they came in nor on other days.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from warehouse.incidents import (
    A_DAY,
    DAYS_APART,
    EARTH_KM,
    ENOUGH,
    FAR,
    FAR_KM,
    MOST_AGES,
    MOST_NAMES,
    MOST_WORDS,
    NAME,
    NAMELESS,
    NEAR,
    NEAR_KM,
    OTHER_TOLL,
    REACH,
    TOLL,
    VICTIM,
    Bounds,
    Report,
)

MOST = 32
"""Reports of a block that each is held against. With 8 or more the figures on 2,887 GVA stories are those of comparing
all, with 4 three of 570 right pairs are lost."""

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
STEP, LENGTH = REACH + 1, 2 * REACH + 1
_SLACK_KM = 0.1
"""What rounding may do to a distance."""


def windows(day: date) -> tuple[int, ...]:
    """The numbers of the runs of days that a day lies in: any two days at most REACH apart share one."""
    last, rest = divmod(day.toordinal(), STEP)
    return (last - 1, last) if rest < LENGTH - STEP else (last,)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of positions that may tell one act, by window."""

    window: Ints
    one: Ints
    other: Ints


def in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports that can be joined at all, by place, day and id: neighbours are the likeliest to tell one act."""
    return sorted(
        (report for report in reports if report.days is not None),
        key=lambda report: (report.event_type, _square(report), report.place or "", report.first_day, report.event_id),
    )


def candidates(reports: Sequence[Report], wanted: frozenset[tuple[str, int]] | None) -> Pairs:
    """Pairs that may have enough points, of reports in_order; `wanted` are the types and windows to look at, or all."""
    blocks, members, crowded = _blocks(reports, wanted)
    features = _Features(reports)
    found: list[Ints] = []
    for one, other in _neighbours(blocks):
        window, first, second = members.window[one], members.report[one], members.report[other]
        may = features.may_be_one(first, second)
        found.append(_coded(window[may], first[may], second[may], len(reports)))
    codes, shared = np.unique(np.concatenate(found) if found else np.zeros(0, np.int64), return_counts=True)
    window, one, other = _decoded(codes, len(reports))
    enough = features.most_points(one, other, shared + np.minimum(crowded[one], crowded[other])) >= ENOUGH
    return Pairs(window[enough], one[enough], other[enough])


@dataclass(frozen=True, slots=True)
class _Members:
    """One entry per block and report in it."""

    window: Ints
    report: Ints


def _blocks(reports: Sequence[Report], wanted: frozenset[tuple[str, int]] | None) -> tuple[Ints, _Members, Ints]:
    """The block of each entry, in order; its entries; and how many blocks of each report hold more than MOST."""
    known: dict[tuple[str, int, str], int] = {}
    rows: list[tuple[int, int, int]] = []
    for position, report in enumerate(reports):
        if report.first_day is None:
            continue
        inside = [
            window for window in windows(report.first_day) if wanted is None or (report.event_type, window) in wanted
        ]
        for key in _keys(report) if inside else ():
            for window in inside:
                rows.append((known.setdefault((report.event_type, window, key), len(known)), window, position))
    table = np.array(rows, np.int64).reshape(-1, 3)
    table = table[np.argsort(table[:, 0], kind="stable")]
    block, member = table[:, 0], table[:, 2]
    full = np.bincount(block)[block] > MOST + 1
    return block, _Members(table[:, 1], member), np.bincount(member[full], minlength=len(reports))


def _keys(report: Report) -> set[str]:
    """What two reports of one act have in common: names, victims, and what else is told of one place."""
    own = set((report.place or "").lower().split())
    keys = {name for name in report.names if not set(name.split()) <= own}
    keys.update(f"victim {name}" for name in report.victims)
    if report.ages:
        squares = {_square(report), (report.place or "").lower()} - {""}
        keys.update(f"{told}@{square}" for told in report.ages for square in squares)
    return keys


def _square(report: Report) -> str:
    """Half a degree of the map; '' when the place is not on it."""
    if report.latitude is None or report.longitude is None:
        return ""
    return f"{math.floor(report.latitude * 2)} {math.floor(report.longitude * 2)}"


def _neighbours(blocks: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Entries of one block, at most MOST places apart."""
    left = np.arange(len(blocks))
    for apart in range(1, MOST + 1):
        left = left[left + apart < len(blocks)]
        left = left[blocks[left] == blocks[left + apart]]
        if not len(left):
            return
        yield left, left + apart


def _coded(window: Ints, one: Ints, other: Ints, size: int) -> Ints:
    return (window * size + np.minimum(one, other)) * size + np.maximum(one, other)


def _decoded(codes: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    rest, other = np.divmod(codes, max(size, 1))
    window, one = np.divmod(rest, max(size, 1))
    return window, one, other


class _Features:
    """What reports say, as columns: enough to tell most pairs apart without comparing their words."""

    def __init__(self, reports: Sequence[Report]) -> None:
        codes: dict[object, int] = {}

        def code(value: object) -> int:
            return codes.setdefault(value, len(codes))

        self.article = np.array([code(report.article_id) for report in reports], np.int64)
        self.place = np.array([code(report.place.lower()) if report.place else -1 for report in reports], np.int64)
        self.first = np.array([report.first_day.toordinal() for report in reports if report.first_day], np.int64)
        self.last = np.array([report.last_day.toordinal() for report in reports if report.last_day], np.int64)
        self.exact = np.array([(report.place_precision or 7) <= 3 for report in reports], np.bool_)
        self.nameless = np.array([report.event_type in NAMELESS for report in reports], np.bool_)
        self.south = np.radians(np.array([_number(report.latitude) for report in reports]))
        self.east = np.radians(np.array([_number(report.longitude) for report in reports]))
        self.actors = _signatures(report.actors for report in reports)
        self.countries = _signatures(report.actor_countries for report in reports)
        self.victims = _signatures(report.victims for report in reports)
        self.ages = _signatures(report.ages for report in reports)
        self.words = _signatures(report.words for report in reports)
        self.tolls = tuple(_bounds(bounds) for bounds in zip(*((r.killed, r.wounded) for r in reports), strict=True))

    def apart(self, one: Ints, other: Ints) -> Ints:
        """Days between them."""
        days: Ints = np.maximum(self.first[other] - self.last[one], self.first[one] - self.last[other])
        return np.maximum(days, 0)

    def may_be_one(self, one: Ints, other: Ints) -> Flags:
        """False where two reports surely tell two acts: of one article, too far apart, by others."""
        may: Flags = (self.article[one] != self.article[other]) & (self.apart(one, other) <= DAYS_APART)
        may &= self.nameless[one] | ~_disjoint(self.actors, one, other)
        return may & ~_disjoint(self.countries, one, other)

    def most_points(self, one: Ints, other: Ints, names: Ints) -> Ints:
        """The most points two reports can have that share so many names."""
        points = np.minimum(NAME * names, MOST_NAMES) - A_DAY * self.apart(one, other)
        for signatures, most in ((self.ages, MOST_AGES), (self.words, MOST_WORDS), (self.victims, VICTIM)):
            points += most * ((signatures[one] & signatures[other]) != 0)
        distance = self._kilometres(one, other)
        same = (self.place[one] == self.place[other]) & (self.place[one] >= 0)
        points += NEAR * (same | (distance <= NEAR_KM + _SLACK_KM))
        points -= FAR * (self.exact[one] & self.exact[other] & (distance > FAR_KM + _SLACK_KM))
        for low, high in self.tolls:
            told = ~(np.isnan(low[one]) & np.isnan(high[one])) & ~(np.isnan(low[other]) & np.isnan(high[other]))
            meet = ~(np.nan_to_num(low[one]) > high[other]) & ~(np.nan_to_num(low[other]) > high[one])
            points += told * np.where(meet, TOLL, -OTHER_TOLL)
        return points

    def _kilometres(self, one: Ints, other: Ints) -> Floats:
        """Distance; NaN when one of the places is not on the map."""
        cosine: Floats = np.sin(self.south[one]) * np.sin(self.south[other])
        cosine += np.cos(self.south[one]) * np.cos(self.south[other]) * np.cos(self.east[one] - self.east[other])
        return EARTH_KM * np.arccos(np.clip(cosine, -1.0, 1.0))


def _signatures(sets: Iterable[frozenset[str]]) -> NDArray[np.uint64]:
    """Sets as 64 bits: two that have nothing in common there have nothing in common at all."""
    bits: dict[str, int] = {}
    return np.array([_signature(words, bits) for words in sets], np.uint64)


def _signature(words: frozenset[str], bits: dict[str, int]) -> int:
    found = 0
    for word in words:
        found |= bits.setdefault(word, 1 << (len(bits) % 64))
    return found


def _disjoint(signatures: NDArray[np.uint64], one: Ints, other: Ints) -> Flags:
    """Where both tell something, and nothing is in both."""
    first, second = signatures[one], signatures[other]
    apart: Flags = (first != 0) & (second != 0) & ((first & second) == 0)
    return apart


def _bounds(bounds: Iterable[Bounds]) -> tuple[Floats, Floats]:
    low, high = zip(*bounds, strict=True)
    return np.array([_number(value) for value in low]), np.array([_number(value) for value in high])


def _number(value: float | None) -> float:
    return math.nan if value is None else value
