"""What the builder keeps of the sources, and under which keys."""

import pytest

from extractors.places.building.sources import DivisionNames, Subdivision
from extractors.places.building.table import core_name, divisions, kept_alternates, own_keys, second_divisions, towns

TOWN = {
    "geonameid": 5,
    "name": "Al Kazzun",
    "countrycode": "SY",
    "admin1code": "09",
    "latitude": 36.0,
    "longitude": 37.0,
    "population": 900,
    "alternatenames": ["KZN", "Kazoun", "ka zun", "قزون", "Kazzoun City"],
}
NAMES = DivisionNames(
    first={("SY", "09"): "Aleppo"}, second={("SY", "09", "Kazzun District"): [(36.0, 37.0), (36.2, 37.2)]}
)
ISO = [
    Subdivision(code="SY-HL", alpha2="SY", names=("Halab", "Aleppo"), latitude=36.3, longitude=37.7, first_order=True),
    Subdivision(code="SY-ZZ", alpha2="SY", names=("Zedd",), latitude=33.0, longitude=36.0, first_order=True),
]


@pytest.mark.parametrize(
    ("name", "core"),
    [
        pytest.param("Idlib Governorate", "idlib", id="an English word for the kind"),
        pytest.param("Muhafazat Kirkuk", "kirkuk", id="an Arabic one"),
        pytest.param("Luhanska oblast", "luhanska", id="a Russian one"),
        pytest.param("Ar-Raqqah", "raqqah", id="an article"),
        pytest.param("Province", "", id="nothing else"),
    ],
)
def test_a_division_has_a_core_name(name: str, core: str) -> None:
    assert core_name(name) == core


def test_codes_and_foreign_letters_are_no_names() -> None:
    assert kept_alternates(TOWN) == ["Kazoun", "Kazzoun City"]


def test_a_town_is_found_with_and_without_its_article() -> None:
    assert own_keys("Al Kazzun", "SY")[:2] == ("al kazzun", "kazzun")
    assert own_keys("Al Kazzun", "CL") == ("al kazzun",)


def test_divisions_take_their_point_from_iso_and_their_code_from_geonames() -> None:
    places, position = divisions([TOWN], NAMES, ISO, {})
    aleppo = places[position["SY", "09"]]
    assert (aleppo.name, aleppo.source_id, aleppo.latitude, aleppo.population) == ("Aleppo", "SY.09", 36.3, 900)
    assert "halab" in aleppo.alternate_keys
    assert [place.source_id for place in places] == ["SY.09", "SY-ZZ"]


def test_a_second_division_lies_in_the_middle_of_its_towns() -> None:
    (district,) = second_divisions(NAMES, {("SY", "09"): 0})
    assert (district.name, district.kind, district.admin1) == ("Kazzun District", "admin2", 0)
    assert (district.latitude, district.longitude) == pytest.approx((36.1, 37.1))


def test_a_town_knows_its_division() -> None:
    (town,) = towns([TOWN], {("SY", "09"): 3})
    assert (town.alpha3, town.admin1, town.source_id) == ("SYR", 3, "5")
