"""The gazetteer's file, and the keys a name is found under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.folding import fold
from extractors.places.names import skeleton, without_article
from extractors.places.packing import PackedPlace, PackedTable, pack

names = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)


def place(name: str, *keys: str, alternates: tuple[str, ...] = ()) -> PackedPlace:
    return PackedPlace(
        name=name,
        kind="city",
        latitude=-12.3456,
        longitude=170.0001,
        alpha3="FJI",
        admin1=None,
        population=12,
        source="geonames",
        source_id="7",
        keys=keys,
        alternate_keys=alternates,
    )


@given(st.lists(st.tuples(names, names), min_size=1, max_size=20))
def test_every_place_is_found_again_under_its_keys(rows: list[tuple[str, str]]) -> None:
    table = PackedTable(pack([place(name, name, other) for name, other in rows]))
    assert len(table) == len(rows)
    for name, other in rows:
        for key in (name, other):
            assert name in {entry.name for entry in table.find(key)}
    assert set(table.keys()) == {key for row in rows for key in row}


@given(st.lists(names, min_size=1, max_size=8, unique=True), names)
def test_no_other_key_finds_anything(keys: list[str], other: str) -> None:
    table = PackedTable(pack([place(key, key) for key in keys]))
    assert bool(table.find(other)) == (other in keys)


def test_the_same_places_give_the_same_bytes() -> None:
    places = [place("Suva", "suva", alternates=("sova",)), place("Nadi", "nadi")]
    assert pack(places) == pack(list(places))


def test_columns_come_back_as_they_went_in() -> None:
    (entry,) = PackedTable(pack([place("Suva", "suva", alternates=("suva", "sova"))])).find("sova")
    assert (entry.name, entry.latitude, entry.longitude) == ("Suva", -12.3456, 170.0001)
    assert (entry.country, entry.population, entry.gazetteer_id, entry.alternate) == ("FJI", 12, "7", True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Khan Sheikhoun", "Khān Shaykhūn", id="vowels"),
        pytest.param("Deir al-Zour", "Dayr az Zawr", id="an article inside"),
        pytest.param("Sievierodonetsk", "Severodonetsk", id="Ukrainian and Russian"),
        pytest.param("Kobani Sharqi", "Qobane Sharki", id="k and q"),
    ],
)
def test_a_skeleton_survives_transliteration(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) is not None


@pytest.mark.parametrize("name", ["Homs", "Bo", "北京", ""])
def test_too_short_or_foreign_a_name_has_no_skeleton(name: str) -> None:
    assert skeleton(name) is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        pytest.param("Al-Bab", "bab", id="al"),
        pytest.param("Ash Shaykh", "shaykh", id="before a sun letter"),
        pytest.param("Alab", "alab", id="not a word of its own"),
        pytest.param("Al Ab", "al ab", id="nothing would be left"),
    ],
)
def test_an_arabic_article_can_be_left_out(name: str, bare: str) -> None:
    assert without_article(fold(name)) == bare
