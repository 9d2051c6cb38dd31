"""Which words of a sentence are places, which part of the place is meant, and who acts instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.places.articles import named, read


def mentioned(text: str) -> list[str | None]:
    return [named(place) for row in read(text)[1].mentions for place in row]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Fighting broke out in Mosul.", ["Mosul"], id="behind a preposition"),
        pytest.param("Shells hit eastern Kharkiv overnight.", ["eastern Kharkiv"], id="a direction is the part"),
        pytest.param("They fled East Timor by boat.", ["Timor-Leste"], id="a direction can belong to the name"),
        pytest.param("Troops entered the Old City of Sanaa.", ["Old City Sanaa"], id="a quarter every city has"),
        pytest.param("Rockets fell on the outskirts of Tripoli.", ["outskirts Tripoli"], id="what lies around a town"),
        pytest.param("The town of Zubrawka was shelled.", ["Zubrawka"], id="a town that nobody lists"),
        pytest.param("Raids hit Kerana and Shimolo villages.", ["Kerana", "Shimolo"], id="a list before its noun"),
        pytest.param("Bombs hit Kirkuk, Baquba and Tikrit.", ["Kirkuk", "Baquba", "Tikrit"], id="a list of towns"),
        pytest.param("They were driven from al-Bab.", ["al-Bab"], id="a listed name with an article"),
        pytest.param("Troops entered Rostov-on-Don.", ["Rostov-on-Don"], id="a town on its river"),
        pytest.param("A bomb went off in the capital, Sanaa.", ["Sanaa"], id="a capital by its name"),
        pytest.param("The Syrian army shelled rebels.", [], id="a demonym is no place"),
        pytest.param("Kurdish fighters shot at Sunni tribesmen.", [], id="peoples and faiths are no places"),
        pytest.param("Moscow accused Washington of lying.", [], id="capitals that act are parties"),
        pytest.param("US-led jets bombed a depot.", [], id="who leads is no place"),
        pytest.param("They met at the US embassy in Nairobi.", ["Nairobi"], id="an embassy is not in its country"),
        pytest.param("The Bank of England raised rates.", [], id="inside an organisation's name"),
        pytest.param("President Lincoln was shot.", [], id="a titled person is no town"),
        pytest.param("Most police left in March.", [], id="common words that are also towns"),
        pytest.param("Police clashed with protesters near Tahrir Square.", ["Tahrir Square"], id="a square"),
        pytest.param("Shells fell near ‘Ayn Qarim.", ["Ayn Qarim"], id="a sign for ain before the name"),
        pytest.param("Tanks took Hill 214 on Monday.", ["Hill 214"], id="a numbered hill"),
        pytest.param("Shells fell in the Sheikh Zubayr area.", ["Sheikh Zubayr"], id="a village that bears a title"),
        pytest.param("Residents of Tarbouka fled.", ["Tarbouka"], id="people of an unlisted village"),
        pytest.param("Troops shot at the Zarwan Orchards.", ["Zarwan Orchards"], id="orchards are a site"),
        pytest.param("They died in villages like Dureka and Hamlo.", ["Dureka", "Hamlo"], id="a list behind like"),
        pytest.param("Jets hit Jaysh al-Nasr positions.", [], id="a group's name is no place"),
        pytest.param("Jets hit Islamic State outposts.", [], id="a group whose name ends in state"),
        pytest.param(
            "Clashes hit Baquba northeast of Baghdad.", ["Baquba", "northeast Baghdad"], id="a place to measure from"
        ),
        pytest.param("It lies 20 kilometers south of Kunduz.", ["south Kunduz"], id="a distance keeps its words"),
    ],
)  # fmt: skip
def test_a_sentence_names_its_places(text: str, places: list[str]) -> None:
    assert mentioned(text) == places


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        pytest.param("Rebels took Idlib province.", "Idlib", "SYR", 4, id="a province is a division"),
        pytest.param("Rebels left the city of Idlib.", "Idlib", "SYR", 1, id="a city is exact"),
        pytest.param("War returned to Sudan.", "Sudan", "SDN", 6, id="a country"),
        pytest.param("Villages burned across Darfur.", "Darfur", "SDN", 5, id="a region without sharp borders"),
        pytest.param("Pirates seized a ship in the Red Sea.", "Red Sea", None, 7, id="international waters"),
        pytest.param("Snipers fired in western Aleppo.", "Aleppo", "SYR", 2, id="a part has the whole's point"),
        pytest.param(
            "Gunmen fired in Mukhtora, a village near Kandahar.", "Mukhtora", "AFG", 2, id="near a known town"
        ),
    ],
)
def test_a_place_has_country_and_precision(text: str, name: str, country: str | None, precision: int) -> None:
    (row,) = read(text)[1].mentions
    first = row[0]
    assert (first.name, first.country, first.precision) == (name, country, precision)
    assert first.latitude is not None
    assert first.span is not None
    assert text[first.span.start : first.span.end] == first.span.text


def test_an_unknown_place_keeps_its_words_and_no_point() -> None:
    ((place,),) = read("Gunmen attacked the village of Qezzapur.")[1].mentions
    assert (place.name, place.latitude, place.country, place.precision) == ("Qezzapur", None, None, None)
    assert place.method == "unresolved"


def test_the_focus_is_the_place_named_most() -> None:
    places = read(
        "Shelling hit Mariupol on Monday.",
        "Ukraine said Russia attacked Mariupol from the sea. A convoy left for Zaporizhzhia.",
        title="Mariupol under fire",
    )[1]
    assert places.focus is not None
    assert (places.focus.name, places.focus.country) == ("Mariupol", "UKR")
    assert places.focus_country == "UKR"


def test_a_part_without_a_city_belongs_to_the_focus() -> None:
    places = read("Troops advanced in Aleppo on Friday.", "By evening they held the Old City.")[1]
    (part,) = places.mentions[1]
    assert (part.name, part.part, part.country, part.precision) == ("Aleppo", "Old City", "SYR", 2)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aab éİß'’-.,() \u00a0\u4e2dinX"), max_size=60))
def test_every_span_is_the_text_it_claims(text: str) -> None:
    parsed, places = read(f"In Aleppo {text} fell")
    whole = parsed.article.text
    for row in places.mentions:
        for place in row:
            assert place.span is not None
            assert whole[place.span.start : place.span.end] == place.span.text
