"""What time expressions are read as, on the day a story is published."""

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.dates import find_times
from extractors.model import TimeExpression

WEDNESDAY = date(2016, 12, 7)


def only(text: str, published: date | None = WEDNESDAY, last_day: date | None = None) -> TimeExpression:
    found = find_times(text, published, last_day=last_day)
    assert len(found) == 1, [each.span.text for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Troops advanced on Wednesday.", "Wednesday", "2016-12-07", id="a weekday can be the day itself"),
        pytest.param("Late on Tuesday, they left.", "Late on Tuesday", "2016-12-06", id="a weekday lies behind"),
        pytest.param("They will meet on Tuesday.", "Tuesday", "2016-12-13", id="a weekday lies ahead with will"),
        pytest.param("a measure on Monday that would have called", "Monday", "2016-12-05", id="a clause ends a cue"),
        pytest.param("The deadline runs until Friday.", "Friday", "2016-12-09", id="until looks ahead"),
        pytest.param("They criticized Friday's ruling.", "Friday", "2016-12-02", id="a possessive lies behind"),
        pytest.param("It fell last Wednesday.", "last Wednesday", "2016-11-30", id="last is not the day itself"),
        pytest.param("Talks resume next Monday.", "next Monday", "2016-12-12", id="next Monday"),
        pytest.param("It happened on Monday last week.", "Monday last week", "2016-11-28", id="a day of last week"),
        pytest.param("on Monday evening", "Monday evening", "2016-12-05TEV", id="a part of a day"),
        pytest.param("A blast hit overnight.", "overnight", "2016-12-06TNI", id="overnight"),
        pytest.param(
            "Shelling went on overnight into Tuesday.",
            "overnight into Tuesday",
            "2016-12-05TNI",
            id="overnight into a day",
        ),
        pytest.param(
            "on the night from Monday to Tuesday",
            "the night from Monday to Tuesday",
            "2016-12-05TNI",
            id="a night between two days",
        ),
        pytest.param("on the eve of Sunday's vote", "the eve of Sunday", "2016-12-10", id="the eve of a day to come"),
        pytest.param(
            "They fled on the eve of Christmas.", "the eve of Christmas", "2015-12-24", id="the eve of a feast"
        ),
        pytest.param(
            "A stabbing on Yom Kippur killed two.", "Yom Kippur", "2016-10-12", id="a feast of the Hebrew calendar"
        ),
        pytest.param("They left yesterday.", "yesterday", "2016-12-06", id="yesterday"),
        pytest.param("on July 17, 2014", "July 17, 2014", "2014-07-17", id="an American date"),
        pytest.param("on 17 July 2014", "17 July 2014", "2014-07-17", id="a European date"),
        pytest.param("on the 3rd of May 2015", "the 3rd of May 2015", "2015-05-03", id="an ordinal date"),
        pytest.param("It began on November 15.", "November 15", "2016-11-15", id="a date without a year lies behind"),
        pytest.param(
            "They will vote on January 15.", "January 15", "2017-01-15", id="a date ahead takes the next year"
        ),
        pytest.param("since November", "November", "2016-11", id="a month"),
        pytest.param("in early March 2016", "early March 2016", "2016-03", id="a part of a month"),
        pytest.param("in the summer of 2014", "the summer of 2014", "2014-SU", id="a season of a year"),
        pytest.param("last summer", "last summer", "2016-SU", id="last summer in December"),
        pytest.param("in the early 1990s", "the early 1990s", "199", id="a decade"),
        pytest.param("in the 19th century", "the 19th century", "18", id="a century"),
        pytest.param("in the third quarter", "the third quarter", "2016-Q3", id="the latest third quarter"),
        pytest.param("in the first half of 2013", "the first half of 2013", "2013-H1", id="a half-year"),
        pytest.param("this week", "this week", "2016-W49", id="this week"),
        pytest.param("last year", "last year", "2015", id="last year"),
        pytest.param("six years ago", "six years ago", "2010", id="years ago"),
        pytest.param("three days ago", "three days ago", "2016-12-04", id="days ago"),
        pytest.param("a five-day truce", "five-day", "P5D", id="a length before a noun"),
        pytest.param("for more than two decades", "two decades", "P20Y", id="decades are years"),
        pytest.param("every Friday", "every Friday", "XXXX-WXX-5", id="a repetition"),
        pytest.param("at noon on Saturday", "noon on Saturday", "2016-12-03T12:00", id="noon of a day"),
        pytest.param("at 7:30 a.m. on Friday", "7:30 a.m. on Friday", "2016-12-02T07:30", id="a clock with its day"),
        pytest.param("on Easter Sunday", "Easter Sunday", "2016-03-27", id="Easter"),
        pytest.param("the day after Thanksgiving", "the day after Thanksgiving", "2016-11-25", id="a day by a holiday"),
    ],
)
def test_words_are_read_as(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.span.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("since November", "2016-11-01", "2016-12-08", id="since runs to the end of the publication day"),
        pytest.param("since late Sunday", "2016-12-04", "2016-12-08", id="since late Sunday takes the whole Sunday"),
        pytest.param("until 2012", None, "2013-01-01", id="until has no start"),
        pytest.param("before Monday", None, "2016-12-05", id="before ends where the day starts"),
        pytest.param("on Monday evening", "2016-12-05T17:00", "2016-12-06", id="an evening"),
        pytest.param("in early March 2016", "2016-03-01", "2016-03-11", id="early is the first third"),
        pytest.param("in the past month", "2016-11-07", "2016-12-08", id="a trailing window"),
        pytest.param(
            "their third death in a week", "2016-11-30", "2016-12-08", id="a ranking makes in a week look back"
        ),
        pytest.param("in recent hours", "2016-12-06", "2016-12-08", id="recent hours are at most a day"),
        pytest.param("around Ramadan 2016", "2016-06-07", "2016-07-07", id="a month of the Islamic calendar"),
    ],
)
def test_intervals_are_half_open(text: str, start: str | None, end: str) -> None:
    found = only(text)
    assert found.start == (datetime.fromisoformat(start) if start else None)
    assert found.end == datetime.fromisoformat(end)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("between 4 and 7 March", id="between days of one month"),
        pytest.param("from March 4 to March 7", id="from one date to another"),
        pytest.param("on March 4-7", id="joined by a hyphen"),
        pytest.param("from 4 to 7 March 2016", id="with a year"),
    ],
)
def test_both_ends_of_a_span_carry_the_whole_interval(text: str) -> None:
    found = find_times(text, WEDNESDAY)
    assert [(each.start, each.end) for each in found] == [
        (datetime.fromisoformat("2016-03-04"), datetime.fromisoformat("2016-03-08"))
    ] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They left three days later.", "2016-11-18", id="days later"),
        pytest.param("They left the next day.", "2016-11-16", id="the next day"),
        pytest.param("He was shot on the eve of the vote.", "2016-11-14", id="the eve of the vote"),
        pytest.param("The day after the attack, they left.", "2016-11-16", id="the day after the attack"),
        pytest.param("He had been shot the day before.", "2016-11-14", id="the day before"),
        pytest.param("They had left two days earlier.", "2016-11-13", id="days earlier"),
        pytest.param("A bomb went off that evening.", "2016-11-15TEV", id="that evening"),
        pytest.param("It was around 5 p.m.", "2016-11-15T17:00", id="a clock without a day"),
    ],
)
def test_what_follows_a_named_day_counts_from_it(text: str, value: str) -> None:
    found = only(text, last_day=date(2016, 11, 15))
    assert (found.value, found.anchor) == (value, "mention")


@pytest.mark.parametrize(
    "act", ["Monday's attack", "the attack on Monday", "a raid of Monday", "their first raid on Monday"]
)
def test_a_length_before_a_named_day_is_counted_from_it(act: str) -> None:
    first, _ = find_times(f"They fled three days after {act}.", WEDNESDAY)
    assert (first.value, first.rule_id) == ("2016-12-08", "counted-from")


def test_the_day_after_an_act_without_a_day_is_no_date() -> None:
    assert find_times("The day after the attack, they left.", WEDNESDAY) == ()
    assert find_times("He was shot on the eve of the vote.", WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("published", "value"), [("2016-12-07", "2015-WI"), ("2016-01-09", "2014-WI"), ("2016-06-09", "2015-WI")]
)
def test_last_winter_is_the_one_before_the_one_that_is_on(published: str, value: str) -> None:
    assert only("They met last winter.", date.fromisoformat(published)).value == value


def test_a_year_earlier_than_a_quarter_is_a_quarter() -> None:
    found = find_times("Exports fell in the second quarter of 2016 from a year earlier.", WEDNESDAY)
    assert [each.value for each in found] == ["2016-Q2", "2015-Q2"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("on Wednesday", "XXXX-WXX-3"), ("in November", "XXXX-11"), ("yesterday", "XXXX-XX-XX"), ("in 2012", "2012")],
)
def test_nothing_is_reckoned_without_a_publication_day(text: str, value: str) -> None:
    found = only(text, published=None)
    assert found.value == value
    assert (found.start is None) == ("X" in value)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "1,916 troops",
        "a quarter of all homes",
        "the 24-year-old man",
        "May said no.",
        "1916 people",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert find_times(text, WEDNESDAY) == ()


WORDS = (
    "on", "in", "since", "until", "by", "before", "after", "between", "from", "to", "and", "the", "last", "next",
    "this", "of", "early", "late", "past", "about", "Monday", "Friday", "December", "May", "4", "7", "30", "31",
    "2012", "1999", "99", "three", "half", "a", "an", "days", "weeks", "months", "years", "quarter", "century",
    "decade", "ago", "later", "earlier", "evening", "night", "noon", "midnight", "5", "p.m.", "25:61", "12/31/99",
    "2016-02-30", "February", "29", "Ramadan", "Easter", "Christmas", "Day", "New", "Year's", "Day", "New",
    "Years", "Eve", "today", "tomorrow", "overnight", "recent", "now", "20th", "1990s", "'", "-", ",", ".", ":",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none(),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none(),
)
@settings(max_examples=400, deadline=None)
def test_any_words_give_ordered_spans_that_are_the_text(text: str, published: date | None, last: date | None) -> None:
    found = find_times(text, published, offset=100, last_day=last)
    for each in found:
        assert text[each.span.start - 100 : each.span.end - 100] == each.span.text
        assert each.start is None or each.end is None or each.start < each.end
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@given(st.text(max_size=60), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_failing(text: str, published: date) -> None:
    find_times(text, published)
