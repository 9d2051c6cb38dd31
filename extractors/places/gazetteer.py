"""Every name we know a place by. Answers with all places of a name; which one is meant is `resolve`'s business."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

from extractors.countries import Country, countries_called, country_by_code
from extractors.folding import fold
from extractors.places.added import read_gazetteer_csv
from extractors.places.entries import AREAS, PRECISION, GazetteerEntry, Kind
from extractors.places.names import ARTICLE_COUNTRIES, LOOSE_COUNTRIES, skeleton, without_article
from extractors.places.overlay import abbreviations, overlay_places
from extractors.places.packing import PackedTable

GENERIC: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(
        ("province", "governorate", "oblast", "state", "prefecture", "department", "voivodeship", "canton", "wilaya"),
        frozenset({"admin1", "region"}),
    ),
    **dict.fromkeys(
        ("district", "county", "parish", "raion", "township", "municipality"), frozenset({"admin2", "admin1"})
    ),
    **dict.fromkeys(("region", "territory", "republic"), frozenset({"admin1", "region", "country"})),
    **dict.fromkeys(("city", "town", "village", "municipality", "camp"), frozenset({"city", "site", "part"})),
}
"""Words that say what kind of place a name is, before ("city of") or behind it ("province")."""

TWIN_KM = 15.0
"""Towns of one name and country this near each other are one town in two lists."""

REMEMBERED = 1 << 16
"""Looked-up names that are kept: some 20 MB, where a year of news has a million names."""

_OF = re.compile(r"^(\w+) of (.+)$")
_ABBREVIATIONS = (("st ", "saint "), ("mt ", "mount "), ("ft ", "fort "), ("ste ", "sainte "), ("pt ", "port "))


class Gazetteer:
    """Layers of places: countries, our own, added by the user, and the table that ships."""

    def __init__(self, table: PackedTable, places: Iterable[tuple[GazetteerEntry, tuple[str, ...]]]) -> None:
        self._table = table
        self._places: defaultdict[str, list[GazetteerEntry]] = defaultdict(list)
        self._seen: dict[str, tuple[GazetteerEntry, ...]] = {}
        self._abbreviations = abbreviations()
        self.size = len(table)
        for entry, aliases in places:
            self.size += 1
            for key in dict.fromkeys(key for name in (entry.name, *aliases) for key in _keys(name, entry.country)):
                self._places[key].append(entry)

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All places that the words can name, in no order of likelihood; () when unknown.

        Tries the words as they stand, then without a word like "province", without or with an Arabic article, and with
        "Saint" for "St.".
        """
        found = self._seen.get(name)
        if found is None:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            found = self._seen[name] = self._find(name)
        return found

    def sounding_like(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Places whose names have the same consonants in a transliteration; a guess that needs other evidence."""
        sound = skeleton(name)
        return self._exact(sound) if sound else ()

    def _find(self, name: str) -> tuple[GazetteerEntry, ...]:
        key = fold(name)
        if not key:
            return ()
        if name in self._abbreviations:
            country, written_out = self._abbreviations[name]
            return tuple(entry for entry in self.lookup(written_out) if entry.country == country)
        countries = tuple(country_entry(country) for country in countries_called(name))
        exact = (*countries, *self._exact(key))
        return exact or self._typed(key) or self._respelled(key)

    def _exact(self, key: str) -> tuple[GazetteerEntry, ...]:
        return _merged(self._places.get(key, ()), self._table.find(key))

    def _typed(self, key: str) -> tuple[GazetteerEntry, ...]:
        """Answer "Idlib province" and "city of Homs" by name and kind."""
        head, _, last = key.rpartition(" ")
        before = _OF.match(key)
        for word, rest in ((last, head), (before[1], before[2]) if before else ("", "")):
            kinds = GENERIC.get(word)
            if kinds and rest:
                entries = self._exact(rest) or self._respelled(rest)
                return tuple(entry for entry in entries if entry.kind in kinds)
        return ()

    def _respelled(self, key: str) -> tuple[GazetteerEntry, ...]:
        bare = without_article(key)
        for other in (bare, *(f"{article} {bare}" for article in ("al", "el"))):
            if other != key and (found := self._exact(other)):
                return tuple(entry for entry in found if _has_articles(entry))
        for short, long in _ABBREVIATIONS:
            for one, two in ((short, long), (long, short)):
                if key.startswith(one) and (found := self._exact(two + key[len(one) :])):
                    return found
        return ()


def _merged(listed: Sequence[GazetteerEntry], table: Sequence[GazetteerEntry]) -> tuple[GazetteerEntry, ...]:
    """Both layers; a town or division in both is one place, under the id of the table."""
    found, twins = list(table), []
    for entry in listed:
        same = [number for number, other in enumerate(found) if _is_twin(entry, other)]
        if not same:
            twins.append(entry)
        for number in same[:1]:
            alternate = found[number].alternate and entry.alternate
            found[number] = replace(found[number], notable=True, alternate=alternate)
    return (*twins, *found)


def _is_twin(entry: GazetteerEntry, other: GazetteerEntry) -> bool:
    if entry.kind != other.kind or entry.country != other.country:
        return False
    return entry.kind == "admin1" or (entry.kind == "city" and entry.distance_km(other) <= TWIN_KM)


def _has_articles(entry: GazetteerEntry) -> bool:
    country = country_by_code(entry.country) if entry.country else None
    return country is not None and country.alpha2 in ARTICLE_COUNTRIES


def _keys(name: str, alpha3: str | None) -> Iterable[str]:
    country = country_by_code(alpha3) if alpha3 else None
    key = fold(name)
    yield key
    if country and country.alpha2 in ARTICLE_COUNTRIES:
        yield without_article(key)
    if country and country.alpha2 in LOOSE_COUNTRIES:
        yield skeleton(name) or key


@cache
def country_entry(country: Country) -> GazetteerEntry:
    """The country as a place."""
    return GazetteerEntry(
        name=country.name,
        kind="country",
        latitude=country.latitude,
        longitude=country.longitude,
        country=country.alpha3,
        precision=PRECISION["country"],
        population=country.population,
        gazetteer="geonames",
        gazetteer_id=str(country.geonames_id),
    )


def covers(area: GazetteerEntry, entry: GazetteerEntry) -> bool:
    """Whether `entry` lies in `area` as far as names of divisions tell."""
    if area.kind not in AREAS or area.country != entry.country or entry.kind == "country":
        return False
    return area.kind == "country" or fold(area.name) == fold(entry.admin1 or "")


@cache
def load_gazetteer(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer that ships, with the files a user added in front of it. Loaded once per set of files.

    Raises UsageError, naming file, line and reason, when an added file cannot be read.
    """
    archive = resources.files("extractors.places").joinpath("data", "gazetteer.npz").read_bytes()
    added = [place for path in extra for place in read_gazetteer_csv(path.read_text(encoding="utf-8-sig"), path.name)]
    return Gazetteer(PackedTable(archive), [*added, *overlay_places()])
