"""Arithmetic of the calendar, numbers in words, and the newsroom's day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import publication_day
from extractors.dates.calendars import easter, hanukkah, hebrew_new_year, islamic_day, orthodox_easter, passover
from extractors.dates.holidays import days_of
from extractors.dates.intervals import interval_of, precision_of, shift, value_at
from extractors.dates.numerals import number, ordinal
from tests.extractors.dates.conftest import Parse

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("year", "day"), [(2016, (3, 27)), (2019, (4, 21)), (2024, (3, 31)), (2025, (4, 20))])
def test_easter_of_a_year(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("year", "day"), [(2016, (5, 1)), (2017, (4, 16)), (2022, (4, 24)), (2024, (5, 5))])
def test_orthodox_easter_of_a_year(year: int, day: tuple[int, int]) -> None:
    assert orthodox_easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("reckoned", "day"),
    [
        (hebrew_new_year(2016), date(2016, 10, 3)), (hebrew_new_year(2023), date(2023, 9, 16)),
        (hebrew_new_year(2024), date(2024, 10, 3)), (passover(2016), date(2016, 4, 23)),
        (passover(2023), date(2023, 4, 6)), (passover(2024), date(2024, 4, 23)), (hanukkah(2016), date(2016, 12, 25)),
        (hanukkah(2019), date(2019, 12, 23)), (hanukkah(2023), date(2023, 12, 8)),
    ],
)  # fmt: skip
def test_days_of_the_hebrew_calendar(reckoned: date, day: date) -> None:
    assert reckoned == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("yom kippur", 2023, date(2023, 9, 25)), ("sukkot", 2023, date(2023, 9, 30)),
        ("purim", 2024, date(2024, 3, 24)),
        ("diwali", 2016, date(2016, 10, 30)), ("chinese new year", 2020, date(2020, 1, 25)),
        ("mlk day", 2017, date(2017, 1, 16)),
    ],
)  # fmt: skip
def test_a_feast_begins_on_its_day(name: str, year: int, day: date) -> None:
    found = days_of(name, year)
    assert found is not None
    assert found[0] == day


def test_a_feast_of_the_moon_outside_the_list_has_no_day() -> None:
    assert days_of("diwali", 1999) is None


@pytest.mark.parametrize(
    ("islamic", "day"),
    [((1437, 9, 1), date(2016, 6, 7)), ((1444, 9, 1), date(2023, 3, 23)), ((1445, 12, 10), date(2024, 6, 17))],
)
def test_islamic_days_are_a_day_off_at_most(islamic: tuple[int, int, int], day: date) -> None:
    assert abs(islamic_day(*islamic) - day) <= timedelta(days=1)


def test_a_floating_holiday_falls_on_its_weekday() -> None:
    assert days_of("thanksgiving", 2016) == (date(2016, 11, 24), 1)
    assert days_of("election day", 2016) == (date(2016, 11, 8), 1)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_a_unit_holds_the_day_it_is_named_by(day: date, unit: str) -> None:
    whole = interval_of(value_at(day, unit))
    assert whole is not None
    assert whole[0].date() <= day < whole[1].date()


@given(DAYS, st.integers(-40, 40), st.sampled_from(["day", "week", "month", "year"]))
def test_shifting_there_and_back_ends_within_three_days(day: date, count: int, unit: str) -> None:
    assert abs(shift(shift(day, count, unit), -count, unit) - day) <= timedelta(days=3)


@pytest.mark.parametrize("value", ["2016-13", "2015-02-29", "2016-W60", "XXXX-WXX-3", "PAST_REF", "P3D"])
def test_a_value_that_names_no_days_has_no_interval(value: str) -> None:
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("days", "precision"),
    [(1, "day"), (2, "week"), (7, "week"), (30, "month"), (90, "quarter"), (365, "year"), (800, "open")],
)
def test_precision_follows_from_the_length(days: int, precision: str) -> None:
    start = datetime.fromisoformat("2016-01-01")
    assert precision_of(start, start + timedelta(days=days)) == precision


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("400", 400), ("130,000", 130_000), ("1.5 million", 1_500_000), ("twenty-one", 21), ("half a million", 500_000),
        ("two hundred and fifty", 250), ("three thousand", 3_000), ("a hundred", 100), ("1.1 million", 1_100_000),
        ("two hundred thousand", 200_000),
    ],
)  # fmt: skip
def test_a_number_in_words(text: str, value: int) -> None:
    assert number(text) == value


def test_an_ordinal_in_words_and_figures() -> None:
    assert [ordinal("third"), ordinal("21st")] == [3, 21]


def test_a_story_of_late_evening_in_utc_is_dated_the_next_day_in_bonn(parse: Parse) -> None:
    article = replace(parse("Text.").article, published_at=datetime.fromisoformat("2016-12-06T23:30:00"))
    assert publication_day(article) == date(2016, 12, 7)
    assert publication_day(replace(article, source="other")) == date(2016, 12, 6)
    assert publication_day(replace(article, published_at=None, published=date(2016, 12, 5))) == date(2016, 12, 5)
