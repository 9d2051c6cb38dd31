"""The places that ship are sound, found under every name, and quick to load."""

import subprocess
import sys
from collections import Counter
from importlib import resources

import pytest

from extractors.countries import country_by_code
from extractors.places import load_gazetteer
from extractors.places.entries import AREAS
from extractors.places.overlay import abbreviations, overlay_places

PLACES = tuple(overlay_places())
MOST_BYTES = 15_000_000


def test_every_own_place_has_a_point_on_earth_and_a_known_country() -> None:
    for entry, _ in PLACES:
        assert -90 <= entry.latitude <= 90, entry.name
        assert -180 <= entry.longitude <= 180, entry.name
        assert entry.country is None or country_by_code(entry.country), entry.name
        assert 1 <= entry.precision <= 7, entry.name


def test_every_own_place_is_found_under_each_of_its_names() -> None:
    gazetteer = load_gazetteer()
    for entry, aliases in PLACES:
        for name in (entry.name, *aliases):
            near = [found for found in gazetteer.lookup(name) if entry.kind in AREAS or found.distance_km(entry) < 20]
            assert near, (entry.name, name)


def test_own_places_lie_in_or_near_their_country() -> None:
    for entry, _ in PLACES:
        country = country_by_code(entry.country) if entry.country else None
        if country is None or country.alpha3 in ("RUS", "USA", "CAN", "AUS", "CHN", "BRA", "FRA", "IDN"):
            continue
        assert abs(entry.latitude - country.latitude) < 16, (entry.name, country.name)
        assert abs(entry.longitude - country.longitude) < 22, (entry.name, country.name)


def test_there_are_hundreds_of_conflict_places_on_every_inhabited_continent() -> None:
    continents = Counter(
        country.continent for entry, _ in PLACES if entry.country and (country := country_by_code(entry.country))
    )
    assert sum(continents.values()) >= 900
    for continent in ("Africa", "Asia", "Europe", "North America", "South America"):
        assert continents[continent] >= 15, continent


def test_no_place_is_listed_twice_in_a_country() -> None:
    ids = Counter(entry.gazetteer_id for entry, _ in PLACES)
    assert [name for name, count in ids.items() if count > 1] == []


def test_every_abbreviation_leads_to_a_place_of_its_country() -> None:
    gazetteer = load_gazetteer()
    for short, (country, name) in abbreviations().items():
        assert any(entry.country == country for entry in gazetteer.lookup(short)), (short, name)


def test_the_file_is_small() -> None:
    file = resources.files("extractors.places").joinpath("data", "gazetteer.npz")
    assert len(file.read_bytes()) <= MOST_BYTES


@pytest.mark.benchmark
def test_the_gazetteer_loads_in_a_fraction_of_the_language_model() -> None:
    code = (
        "import time, spacy, numpy\n"
        "from extractors.language.pipeline import load_pipeline\n"
        "from extractors.places import load_gazetteer\n"
        "a = time.perf_counter(); load_gazetteer(); b = time.perf_counter(); load_pipeline(); c = time.perf_counter()\n"
        "raise SystemExit(0 if b - a < 1.5 * (c - b) else f'{b - a:.2f} s against {c - b:.2f} s')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
