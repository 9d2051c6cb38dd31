import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.countries import NameKind, countries_called, country_by_code, load_countries
from extractors.folding import fold


@pytest.mark.parametrize(
    ("words", "kind", "codes"),
    [
        pytest.param("Syria", "name", ["SYR"], id="a plain name"),
        pytest.param("the United States", "name", ["USA"], id="a leading article is no part of the name"),
        pytest.param("U.S.", "name", ["USA"], id="full stops do not matter in an acronym"),
        pytest.param("us", "name", [], id="the pronoun is not the country"),
        pytest.param("car", "name", [], id="a car is not the Central African Republic"),
        pytest.param("Côte d’Ivoire", "name", ["CIV"], id="accents and typographic apostrophes do not matter"),
        pytest.param("Burma", "name", ["MMR"], id="a former name still names the country"),
        pytest.param("Niger", "name", ["NER"], id="Niger is not Nigeria"),
        pytest.param("Nigerien", "demonym", ["NER"], id="Nigeriens are from Niger"),
        pytest.param("Congolese", "demonym", ["COD", "COG"], id="a shared demonym gives both, the larger first"),
        pytest.param("Filipino", "demonym", ["PHL"], id="a demonym that does not look like the name"),
        pytest.param("Poles", "demonym", ["POL"], id="a plural noun"),
        pytest.param("Syria", "demonym", [], id="a country is not its own demonym"),
        pytest.param("Kiev", "capital", ["UKR"], id="an older spelling of a capital"),
        pytest.param("Sana’a", "capital", ["YEM"], id="an apostrophe inside a capital"),
        pytest.param("Atlantis", "name", [], id="an unknown name gives nothing"),
    ],
)
def test_words_name_countries(words: str, kind: NameKind, codes: list[str]) -> None:
    assert [country.alpha3 for country in countries_called(words, kind)] == codes


def test_codes_find_their_country() -> None:
    for country in load_countries():
        assert country_by_code(country.alpha2) is country
        assert country_by_code(country.alpha3.lower()) is country
    assert country_by_code("ZZ") is None


def test_every_country_is_found_by_each_of_its_words() -> None:
    for country in load_countries():
        kinds: dict[NameKind, tuple[str, ...]] = {
            "name": country.names,
            "demonym": country.demonyms,
            "capital": country.capitals,
        }
        for kind, listed in kinds.items():
            for words in listed:
                assert country in countries_called(words, kind), (country.name, words)


def test_the_table_is_sound() -> None:
    countries = load_countries()
    assert len(countries) == 250
    assert len({country.alpha3 for country in countries}) == 250
    for country in countries:
        assert -90 <= country.latitude <= 90, country.name
        assert -180 <= country.longitude <= 180, country.name
        for neighbour in country.neighbours:
            other = country_by_code(neighbour)
            assert other is not None, (country.name, neighbour)


@given(st.text(max_size=40))
@example("🄐 capital that shows up only when decomposed")
def test_folding_twice_changes_nothing_more(name: str) -> None:
    once = fold(name)
    assert fold(once) == once
    assert once == " ".join(once.split())
