"""Turn the sources into the places that ship: which names are kept and under which keys."""

import re
from collections import defaultdict
from dataclasses import replace
from statistics import fmean
from typing import Any

from extractors.countries import Country, country_by_code
from extractors.folding import fold
from extractors.places.building.sources import Division, DivisionNames, Subdivision
from extractors.places.names import ARTICLE_COUNTRIES, LOOSE_COUNTRIES, skeleton, without_article
from extractors.places.packing import PackedPlace

_LATIN = re.compile(r"[ -~\u00a0-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u201f]+")
_CODE = re.compile(r"[A-Z]{1,4}|[A-Z0-9 ]*\d[A-Z0-9 ]*")
_GENERIC = re.compile(
    r"\b(?:province|governorate|muhafazat|oblast|region|state|prefecture|department|district|county|republic of|"
    r"wilaya|wilayat|of|city|autonomous|federal|territory|division|departement|departamento|provincia|estado|kray|krai)\b"
)
LONGEST_NAME = 60


def core_name(name: str) -> str:
    """A division's folded name without the words that only say what kind of division it is."""
    return without_article(" ".join(_GENERIC.sub(" ", fold(name)).split()))


def kept_alternates(city: dict[str, Any]) -> list[str]:
    """Other names in Latin letters; transliterations in lower case and airport codes are no names in news."""
    return [
        name
        for name in city["alternatenames"]
        if _LATIN.fullmatch(name) and not name[:1].islower() and not _CODE.fullmatch(name) and len(name) <= LONGEST_NAME
    ]


def own_keys(name: str, alpha2: str) -> tuple[str, ...]:
    """Keys of a place's own name, in order of strictness."""
    key = fold(name)
    keys = [key]
    if alpha2 in ARTICLE_COUNTRIES:
        keys.append(without_article(key))
    if alpha2 in LOOSE_COUNTRIES:
        keys.append(skeleton(name) or key)
    return tuple(dict.fromkeys(each for each in keys if each))


def alternate_keys(names: list[str], alpha2: str) -> tuple[str, ...]:
    """Keys of the other names."""
    return tuple(dict.fromkeys(key for name in names for key in own_keys(name, alpha2)))


def divisions(
    cities: list[dict[str, Any]],
    names: DivisionNames,
    iso: list[Subdivision],
    states: dict[str, tuple[str, int]],
) -> tuple[list[PackedPlace], dict[Division, int]]:
    """First-order divisions, and where each GeoNames division stands among them."""
    towns: defaultdict[Division, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
    by_name = {
        (each.alpha2, core_name(name)): each for each in reversed(iso) if each.first_order for name in each.names
    }
    places: list[PackedPlace] = []
    position: dict[Division, int] = {}
    matched: set[str] = set()
    for (alpha2, code), members in sorted(towns.items()):
        country = country_by_code(alpha2)
        name = names.first.get((alpha2, code))
        if country is None or name is None:
            continue
        match = by_name.get((alpha2, core_name(name)))
        matched |= {match.code} if match else set()
        position[alpha2, code] = len(places)
        place = _division(name, country, match, members)
        state = states.get(code) if alpha2 == "US" else None
        source, source_id = ("geonames", str(state[1])) if state else ("geonames-admin1", f"{alpha2}.{code}")
        places.append(replace(place, source=source, source_id=source_id))
    rest = [each for each in iso if each.code not in matched]
    return [*places, *(_subdivision(each) for each in rest if country_by_code(each.alpha2))], position


def _division(name: str, country: Country, match: Subdivision | None, members: list[dict[str, Any]]) -> PackedPlace:
    """A division under its own and its ISO names, where ISO puts it, else in the middle of its towns."""
    others = [other for other in match.names if _LATIN.fullmatch(other)] if match else []
    point = (match.latitude, match.longitude) if match else _middle(members)
    return PackedPlace(
        name=name,
        kind="admin1",
        latitude=point[0],
        longitude=point[1],
        alpha3=country.alpha3,
        admin1=None,
        population=sum(city["population"] for city in members),
        source="geonames-admin1",
        source_id="",
        keys=tuple(dict.fromkeys((*own_keys(name, country.alpha2), core_name(name)))),
        alternate_keys=tuple(dict.fromkeys((*alternate_keys(others, country.alpha2), *map(core_name, others)))),
    )


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    return fmean(town["latitude"] for town in towns), fmean(town["longitude"] for town in towns)


def _subdivision(division: Subdivision) -> PackedPlace:
    country = country_by_code(division.alpha2)
    latin = [name for name in division.names if _LATIN.fullmatch(name)] or [division.code]
    return PackedPlace(
        name=latin[0],
        kind="admin1" if division.first_order else "admin2",
        latitude=division.latitude,
        longitude=division.longitude,
        alpha3=country.alpha3 if country else "",
        admin1=None,
        population=0,
        source="iso3166-2",
        source_id=division.code,
        keys=tuple(dict.fromkeys((fold(latin[0]), core_name(latin[0]) or fold(latin[0])))),
        alternate_keys=tuple(dict.fromkeys(fold(name) for name in latin[1:])),
    )


def second_divisions(names: DivisionNames, position: dict[Division, int]) -> list[PackedPlace]:
    """Counties, districts and the like, each at the middle of its towns."""
    places = []
    for (alpha2, code, name), points in sorted(names.second.items()):
        country = country_by_code(alpha2)
        if country is None or not _LATIN.fullmatch(name):
            continue
        places.append(
            PackedPlace(
                name=name,
                kind="admin2",
                latitude=fmean(latitude for latitude, _ in points),
                longitude=fmean(longitude for _, longitude in points),
                alpha3=country.alpha3,
                admin1=position.get((alpha2, code)),
                population=0,
                source="geonames-admin2",
                source_id=f"{alpha2}.{code}.{name}",
                keys=(fold(name),),
            )
        )
    return places


def towns(cities: list[dict[str, Any]], position: dict[Division, int]) -> list[PackedPlace]:
    """Towns under their own and their other names."""
    places = []
    for city in cities:
        country = country_by_code(city["countrycode"])
        if country is None:
            continue
        places.append(
            PackedPlace(
                name=city["name"],
                kind="city",
                latitude=city["latitude"],
                longitude=city["longitude"],
                alpha3=country.alpha3,
                admin1=position.get((city["countrycode"], city["admin1code"])),
                population=city["population"],
                source="geonames",
                source_id=str(city["geonameid"]),
                keys=own_keys(city["name"], city["countrycode"]),
                alternate_keys=alternate_keys(kept_alternates(city), city["countrycode"]),
            )
        )
    return places
