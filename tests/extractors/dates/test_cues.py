"""A class of time words that goes unnoticed is a date lost; one noticed for nothing only takes time."""

import pytest

from extractors.dates.cues import CUES, cues_in, words_in
from extractors.dates.finding import RULES


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Shelling went on until 31.12.2016.", "four digits"),
        ("Signed on 3/4/16, it says.", "slash"),
        ("The class of ’98 and Q3 results", "short"),
        ("At 5 P.M. local time", "clock"),
        ("In mid-January talks broke down", "month"),
        ("“Tuesday’s attack was the worst”", "weekday"),
        ("OVERNIGHT raids", "daypart"),
        ("The day after, they fled", "daypart"),
        ("Three weeks ago", "unit"),
        ("Late in the 19th century", "century"),
        ("In the fourth-quarter", "quarter"),
        ("On the third of last month", "months"),
        ("In the coming weeks", "recent"),
        ("Five years from now", "shift"),
        ("A year-earlier loss", "shift"),
        ("The spring offensive", "season"),
        ("In the nineteen-nineties", "tens"),
        ("On New Year's Eve", "holiday"),
        ("At this moment", "reference"),
        ("In the near future", "future"),
    ],
)
def test_a_text_shows_its_class_of_time_words(text: str, cue: str) -> None:
    assert cue in cues_in(text)


def test_a_text_without_time_words_shows_none() -> None:
    assert cues_in("Rebels shelled a village, killing 12 people, the army said.") == set()


def test_every_rule_has_a_class_that_is_looked_for() -> None:
    assert {each.cue for each in RULES} == set(CUES)


def test_words_are_small_and_without_marks() -> None:
    assert words_in("A half-built “House”") == {"a", "half", "built", "house"}
