"""A number has a place and a source of its own, whether or not an event carries it."""

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
