"""What a gazetteer knows about one place. Values only: no files, no text."""

from dataclasses import dataclass
from math import asin, cos, log10, radians, sin, sqrt
from typing import Literal

Kind = Literal[
    "country", "admin1", "admin2", "city", "part", "region", "continent", "water", "site", "mountain", "island"
]
KINDS: tuple[Kind, ...] = (
    "country", "admin1", "admin2", "city", "part", "region", "continent", "water", "site", "mountain", "island",
)  # fmt: skip
PRECISION: dict[Kind, int] = {
    "country": 6, "admin1": 4, "admin2": 3, "city": 1, "part": 1, "region": 5, "continent": 7, "water": 5, "site": 1,
    "mountain": 2, "island": 5,
}  # fmt: skip
"""UCDP where_prec that a kind of place allows; an entry may state its own. 7 is also "wider than one country"."""

AREAS: frozenset[Kind] = frozenset({"country", "admin1", "admin2", "region", "continent"})
"""Kinds that contain towns."""

WIDTH: dict[Kind, float] = {
    "continent": 10, "country": 9, "admin1": 8, "region": 8, "water": 8, "admin2": 7.5, "island": 7.5,
}  # fmt: skip
"""How wide places of a kind are, on the scale of the logarithm of a town's population."""

SMALL_REGION = 3
"""A region as exact as a district: "Eastern Ghouta" lies in a province, no province in it."""

EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One place under its own name; `country` is ISO 3166 alpha-3, `precision` UCDP where_prec."""

    name: str
    kind: Kind
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None = None
    """Name of the first-order division it lies in."""
    precision: int
    population: int = 0
    gazetteer: str
    gazetteer_id: str | None = None
    parent: str | None = None
    """The city that a part belongs to."""
    notable: bool = False
    """Whether our own list or the user's names it: somebody put it in because news is made there."""
    alternate: bool = False
    """Whether the looked-up words are another language's or a historical name for it."""

    def distance_km(self, other: "GazetteerEntry") -> float:
        """Great-circle distance between the two points."""
        return distance_km(self.latitude, self.longitude, other.latitude, other.longitude)


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance of two points given in degrees."""
    one, two = radians(latitude), radians(other_latitude)
    half_north, half_east = (two - one) / 2, radians(other_longitude - longitude) / 2
    chord = sin(half_north) ** 2 + cos(one) * cos(two) * sin(half_east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def size(entries: tuple[GazetteerEntry, ...]) -> float:
    """How wide a place a name can mean: a country, its largest town, else its widest area; 0 for none."""
    if any(entry.kind == "country" for entry in entries):
        return WIDTH["country"]
    if all(entry.kind == "region" and entry.precision <= SMALL_REGION for entry in entries) and entries:
        return WIDTH["island"]
    towns = [log10(entry.population + 1) for entry in entries if entry.kind == "city"]
    return max(towns, default=0.0) or max((WIDTH.get(entry.kind, 0.0) for entry in entries), default=0.0)
