"""Choose which place of a name is meant, from the other places and countries of the same article.

Works on names and their offsets alone, so it serves parsed articles and hand-marked names alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from extractors.countries import countries_called
from extractors.folding import fold
from extractors.places.entries import AREAS, GazetteerEntry, Kind
from extractors.places.gazetteer import Gazetteer, country_entry, covers


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words that name a place, and where they stand."""

    name: str
    start: int
    end: int
    kinds: frozenset[Kind] = frozenset()
    """What kinds of place the words beside it allow; empty when they say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts, on the scale of the logarithm of a population.

    Tuned on every second article of LGL and GeoVirus; the others are for measuring.
    """

    country: float = 7.5
    wide: float = 7.5
    capital: float = 0.5
    own: float = 5.5
    """Places of ours and of the user: somebody put them in because news is made there."""
    admin1: float = -0.3
    admin2: float = 5.0
    alternate: float = -1.5
    country_share: float = 2.0
    division_share: float = 2.0
    near: float = 3.0
    support: float = 2.0
    support_most: float = 1.5
    near_km: float = 60.0
    qualified: float = 20.0


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the article says about where it plays: shares of its countries and of their divisions, and its places."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    places: tuple[GazetteerEntry, ...] = ()
    around: "_Neighbours | None" = None


_QUALIFIES = re.compile(r"\s*(?:,|\(|,?\s+in|,?\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?|\s*\(")
_WORD = re.compile(r"[A-Z][\w.’'-]*")
WIDE: frozenset[Kind] = frozenset({"country", "continent", "admin1"})
WIDEST = 7
"""Precision of what no single country holds: the Red Sea, the Sahel."""
LARGE_TOWN = 50_000
"""People. A town as large is the seat of the division it shares a name with, in whatever language."""
MOST_CANDIDATES = 400


def country_mentions(text: str) -> Counter[str]:
    """How often the text names each country, by its name, by a demonym or by its capital's name."""
    found: Counter[str] = Counter()
    for words in _WORD.findall(text):
        for kind in ("name", "demonym"):
            countries = countries_called(words, kind)
            if countries:
                found[countries[0].alpha3] += 1
                break
    return found


class _Neighbours:
    """Which names of the article could lie near which point.

    A name counts more the fewer places bear it, and less at a place that it is seldom used for: Moscow and Berlin in
    one article do not make a case for Idaho.
    """

    def __init__(
        self, options: Mapping[str, tuple[GazetteerEntry, ...]], prior: Callable[[GazetteerEntry], float]
    ) -> None:
        self._cells: defaultdict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self._near: dict[tuple[int, int], dict[str, float]] = {}
        for name, entries in options.items():
            local = [(entry, prior(entry)) for entry in entries if entry.kind not in WIDE]
            best = max((prior(entry) for entry in entries), default=0.0)
            rarity = 1 / (1 + log10(1 + len({_cell(entry) for entry, _ in local})))
            for entry, likely in local:
                worth, cell = rarity * exp(likely - best), _cell(entry)
                self._cells[cell][name] = max(worth, self._cells[cell].get(name, 0.0))

    def support(self, name: str, entry: GazetteerEntry) -> float:
        """How much the other names speak for this place."""
        row, column = _cell(entry)
        near = self._near.get((row, column))
        if near is None:
            near = self._near[row, column] = self._about(row, column)
        return sum(worth for other, worth in near.items() if other != name)

    def _about(self, row: int, column: int) -> dict[str, float]:
        """What each name is worth in the cell and the eight around it."""
        found: dict[str, float] = {}
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                for other, worth in self._cells.get((row + north, column + east), {}).items():
                    found[other] = max(worth, found.get(other, 0.0))
        return found


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    return int(entry.latitude // 1), int(entry.longitude // 1)


class Resolver:
    """Resolves the toponyms of one article after another against one gazetteer."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self._gazetteer = gazetteer
        self._weights = weights or Weights()

    def resolve(self, toponyms: Sequence[Toponym], text: str) -> tuple[GazetteerEntry | None, ...]:
        """One place per toponym, None where the gazetteer knows none. The same name is the same place throughout."""
        countries = country_mentions(text)
        options = [self._options(toponym, countries) for toponym in toponyms]
        qualified = [self._qualified(number, toponyms, options, text) for number in range(len(toponyms))]
        by_name = {fold(toponym.name): found for toponym, found in zip(toponyms, options, strict=True)}
        around = _Neighbours(by_name, self._prior)
        picks = tuple(qualified)
        for _ in range(3):
            evidence = _weigh(countries, [entry for entry in picks if entry], around)
            picks = self._pick_all(toponyms, options, qualified, evidence)
        return picks

    def _options(self, toponym: Toponym, countries: Mapping[str, int]) -> tuple[GazetteerEntry, ...]:
        found = self._gazetteer.lookup(toponym.name)
        if not found:
            found = tuple(country_entry(country) for country in countries_called(toponym.name, "demonym"))
        if not found:
            found = tuple(entry for entry in self._gazetteer.sounding_like(toponym.name) if entry.country in countries)
        found = tuple(entry for entry in found if entry.kind in toponym.kinds) or _bare(found)
        if len(found) > MOST_CANDIDATES:
            found = tuple(sorted(found, key=lambda entry: -entry.population)[:MOST_CANDIDATES])
        return found

    def _qualified(
        self,
        number: int,
        toponyms: Sequence[Toponym],
        options: Sequence[tuple[GazetteerEntry, ...]],
        text: str,
    ) -> GazetteerEntry | None:
        """The place that the next name settles: "Paris, Texas", "Hama in Syria"."""
        if number + 1 == len(toponyms):
            return None
        between = text[toponyms[number].end : toponyms[number + 1].start]
        if not _QUALIFIES.fullmatch(between):
            return None
        state = any(entry.kind == "country" for entry in options[number])
        inside = [
            (entry, area)
            for area in options[number + 1]
            if area.kind in AREAS
            for entry in options[number]
            if covers(area, entry) and (entry.kind == "admin1" or not state)
        ]
        if not inside:
            return None
        return max(inside, key=lambda pair: self._prior(pair[0]) + self._prior(pair[1]))[0]

    def _pick_all(
        self,
        toponyms: Sequence[Toponym],
        options: Sequence[tuple[GazetteerEntry, ...]],
        qualified: Sequence[GazetteerEntry | None],
        evidence: _Evidence,
    ) -> tuple[GazetteerEntry | None, ...]:
        settled: dict[str, GazetteerEntry] = {}
        for toponym, entry in zip(toponyms, qualified, strict=True):
            if entry is not None:
                settled.setdefault(fold(toponym.name), entry)
        picks: list[GazetteerEntry | None] = []
        for toponym, entries, entry in zip(toponyms, options, qualified, strict=True):
            key = fold(toponym.name)
            if entry is None and entries:
                entry = settled.get(key)
                if entry is None:
                    scored = entries if len(entries) > 1 else ()
                    entry = max(scored, key=lambda each: self._score(key, each, evidence), default=entries[0])
                    settled[key] = entry
            picks.append(entry)
        return tuple(picks)

    def _prior(self, entry: GazetteerEntry) -> float:
        weights = self._weights
        kinds: dict[Kind, float] = {"country": weights.country, "admin2": weights.admin2}
        if entry.precision == WIDEST:
            return weights.wide
        score = kinds.get(entry.kind, log10(entry.population + 1))
        if entry.kind == "admin1":
            score += weights.admin1
        if entry.notable:
            score = max(score, weights.own)
        if entry.alternate:
            score += weights.alternate
        if entry.kind == "city" and entry.population and _is_capital(entry):
            score += weights.capital
        return score

    def _score(self, key: str, entry: GazetteerEntry, evidence: _Evidence) -> float:
        weights = self._weights
        score = self._prior(entry)
        if entry.country:
            score += weights.country_share * evidence.countries.get(entry.country, 0.0)
            division = (entry.country, fold(entry.name if entry.kind == "admin1" else entry.admin1 or ""))
            score += weights.division_share * evidence.divisions.get(division, 0.0)
        if entry.kind not in ("country", "continent"):
            nearest = min(_distances(entry, evidence.places, weights.near_km), default=weights.near_km)
            score += weights.near * (1 - nearest / weights.near_km)
            if evidence.around:
                score += weights.support * min(evidence.around.support(key, entry), weights.support_most)
        return score


def _bare(found: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """What a name means without a word for its kind: a country before its parts, a seat before its division."""
    states = {entry.country for entry in found if entry.kind == "country"}
    towns = [entry for entry in found if entry.kind == "city"]
    seats = {
        (town.country, fold(town.admin1 or "")) for town in towns if not town.alternate or town.population >= LARGE_TOWN
    }
    return tuple(
        entry
        for entry in found
        if entry.kind == "country"
        or (entry.country not in states and not (entry.kind == "admin1" and (entry.country, fold(entry.name)) in seats))
    )


def _distances(entry: GazetteerEntry, places: Sequence[GazetteerEntry], most: float) -> Iterator[float]:
    """Distances to the places of other names that are less than `most` away; a degree of latitude is 111 km."""
    name, reach = fold(entry.name), most / 111
    for other in places:
        if abs(other.latitude - entry.latitude) < reach and fold(other.name) != name:
            distance = entry.distance_km(other)
            if distance < most:
                yield distance


def _is_capital(entry: GazetteerEntry) -> bool:
    return any(country.alpha3 == entry.country for country in countries_called(entry.name, "capital"))


def _weigh(countries: Counter[str], places: Sequence[GazetteerEntry], around: _Neighbours) -> _Evidence:
    """Shares of countries and divisions among all that the article names, and the distinct places with a point."""
    counted: Counter[str] = Counter(countries)
    divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
    for entry in places:
        if entry.country and entry.kind != "country":
            counted[entry.country] += 1
            name = entry.name if entry.kind == "admin1" else entry.admin1
            if name:
                divisions[entry.country, fold(name)] += 1
    total, parts = counted.total(), sum(divisions.values())
    near = {entry for entry in places if entry.kind not in WIDE}
    return _Evidence(
        {country: count / total for country, count in counted.items()},
        {division: count / parts for division, count in divisions.items()},
        tuple(near),
        around,
    )
