"""Which of several places of a name is meant."""

import pytest

from extractors.places import load_gazetteer
from extractors.places.resolve import Resolver, Toponym


def resolved(text: str, *names: str) -> list[tuple[str | None, str | None]]:
    toponyms, position = [], 0
    for name in names:
        start = text.index(name, position)
        position = start + len(name)
        toponyms.append(Toponym(name=name, start=start, end=position))
    picks = Resolver(load_gazetteer()).resolve(toponyms, text)
    return [(pick.country, pick.admin1) if pick else (None, None) for pick in picks]


@pytest.mark.parametrize(
    ("text", "names", "first"),
    [
        pytest.param("a school in Paris", ["Paris"], ("FRA", "Ile-de-France"), id="the large town by default"),
        pytest.param("a school in Paris, Texas", ["Paris", "Texas"], ("USA", "Texas"), id="a state behind a comma"),
        pytest.param("in Hama in Syria", ["Hama", "Syria"], ("SYR", "Hama"), id="a country behind in"),
        pytest.param("Aleppo, Pa.", ["Aleppo", "Pa."], ("SYR", "Aleppo"), id="a state that has no such town"),
        pytest.param(
            "Tripoli shook. Lebanese soldiers, Lebanese police and Beirut's Lebanese press. Sidon, Beirut.",
            ["Tripoli", "Beirut", "Sidon"], ("LBN", "Liban-Nord"), id="the country of the article",
        ),
        pytest.param("Russia, US trade accusations", ["Russia", "US"], ("RUS", None), id="a country stays a country"),
        pytest.param("talks in Mexico", ["Mexico"], ("MEX", None), id="a country before its division of that name"),
    ],
)  # fmt: skip
def test_context_chooses(text: str, names: list[str], first: tuple[str, str | None]) -> None:
    assert resolved(text, *names)[0] == first


def test_one_name_is_one_place_throughout() -> None:
    text = "Alexandria, Louisiana, woke early. Later Alexandria slept."
    picks = resolved(text, "Alexandria", "Louisiana", "Alexandria")
    assert picks[0] == picks[2] == ("USA", "Louisiana")


def test_an_unknown_name_stays_unresolved() -> None:
    assert resolved("in Qwertzhausen today", "Qwertzhausen") == [(None, None)]


def test_a_sound_alike_counts_only_in_a_country_of_the_article() -> None:
    assert resolved("Syrian jets hit Khan Shekhoon", "Khan Shekhoon")[0][0] == "SYR"
    assert resolved("jets hit Khan Shekhoon", "Khan Shekhoon")[0][0] is None
