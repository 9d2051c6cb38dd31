"""A number has a place and a source of its own, whether or not an event carries it."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.coding.explain import free_text
from extractors.extract import code_article, load_resources
from tests.extractors.coding.coded import extraction_of


def test_a_toll_stands_where_its_clause_puts_it() -> None:
    (toll,) = extraction_of("More than 300 people have been killed in Donetsk since June.").quantities
    assert toll.place is not None
    assert (toll.place.name, toll.place.country) == ("Donetsk", "UKR")


def test_a_toll_is_claimed_by_whoever_says_it() -> None:
    (toll,) = extraction_of("At least 12 people are missing in Mocoa, the mayor said.").quantities
    assert (toll.status, toll.attributed_to) == ("claimed", "the mayor")


def test_a_toll_in_the_articles_own_voice_has_no_source() -> None:
    (toll,) = extraction_of("Some 40,000 people have fled Goma.").quantities
    assert (toll.status, toll.attributed_to) == ("actual", None)


def test_a_toll_is_of_the_time_that_the_text_gives_its_attack() -> None:
    (toll,) = extraction_of("A Monday night strike on a house in Malyn killed five people.").quantities
    assert toll.time is not None
    assert toll.time.start is not None
    assert toll.time.start.date().weekday() == 0


def test_people_taken_in_are_in_the_country_that_took_them() -> None:
    (toll,) = extraction_of("Poland has taken in 1.3 million refugees.").quantities
    assert toll.place is not None
    assert toll.place.country == "POL"


def test_a_toll_is_of_the_killing_and_not_of_the_sentence_for_it() -> None:
    *_, toll = extraction_of("A Munich court jailed a man for the killing of 40 nuns at Sobibor.").quantities
    assert toll.place is not None
    assert toll.place.name == "Sobibor"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        pytest.param("The ministry says 498 soldiers have been killed.", None, id="so far, anywhere"),
        pytest.param("The shelling killed 12 people on Monday.", "Mariupol", id="a deed of these days"),
    ],
)
def test_what_adds_up_so_far_does_not_happen_where_the_headline_plays(sentence: str, place: str | None) -> None:
    article = free_text(f"Fear of new attacks in Mariupol\n{sentence}", date(2021, 6, 16))
    title, body = article.blocks
    article = replace(article, title=title.text, blocks=(replace(title, zone="title"), body))
    (toll,) = code_article(article, load_resources()).quantities
    assert (toll.place.name if toll.place is not None else None) == place
