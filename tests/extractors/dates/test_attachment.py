"""Which words date which event. Published on Wednesday, December 7, 2016, where nothing else is said."""

from datetime import date, timedelta

import pytest

from extractors.dates import event_time, read_times
from extractors.model import EventTime
from tests.extractors.dates.conftest import Parse


def dated(parse: Parse, trigger: str, *paragraphs: str, published: date | None = date(2016, 12, 7)) -> EventTime:
    parsed = parse(*paragraphs, published=published)
    place, token = next(
        (place, token) for place, each in enumerate(parsed.sentences) for token in each.doc if token.text == trigger
    )
    return event_time(parsed, read_times(parsed), place, token)


def days(found: EventTime) -> tuple[str | None, str | None]:
    last = (found.end - timedelta(seconds=1)).date().isoformat() if found.end else None
    return found.start.date().isoformat() if found.start else None, last


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last", "method"),
    [
        pytest.param(
            "Police fired on protesters in Kisangani on Monday.", "fired", "2016-12-05", "2016-12-05", "clause",
            id="an oblique of the verb",
        ),
        pytest.param(
            "On Tuesday, the rebels left the villages they had held since 2012.", "held", "2012-01-01", "2016-12-07",
            "clause", id="a relative clause keeps its own date",
        ),
        pytest.param(
            "Rebels offered a truce on Tuesday as they lost ground they had held since 2012.", "offered", "2016-12-06",
            "2016-12-06", "clause", id="a relative clause does not date the main event",
        ),
        pytest.param(
            "Tuesday's shelling of the market was condemned by the mayor.", "shelling", "2016-12-06", "2016-12-06",
            "clause", id="a possessive dates its noun",
        ),
        pytest.param(
            "The mayor condemned Monday's shelling of the market.", "condemned", "2016-12-07", "2016-12-07",
            "publication", id="a possessive does not date the verb",
        ),
        pytest.param(
            "On Tuesday, prosecutors charged a soldier with the murder.", "murder", "2016-12-07", "2016-12-07",
            "publication", id="a charge is later than the act",
        ),
        pytest.param(
            "More than 2,000 people have fled since November.", "fled", "2016-11-01", "2016-12-07", "clause",
            id="since runs until publication",
        ),
        pytest.param(
            "Thousands have died since 2011, when the army launched a campaign.", "launched", "2011-01-01",
            "2011-12-31", "clause", id="when after a year takes the whole year",
        ),
        pytest.param(
            "Speaking to reporters on Tuesday, the minister rejected the offer.", "rejected", "2016-12-06",
            "2016-12-06", "clause", id="a participle dates the main verb",
        ),
        pytest.param(
            "Two guards were killed when a bomb exploded on Sunday.", "killed", "2016-12-04", "2016-12-04", "clause",
            id="a when-clause dates the main verb",
        ),
        pytest.param(
            "Troops advanced on Tuesday while jets bombed the port.", "bombed", "2016-12-06", "2016-12-06", "sentence",
            id="a subordinate clause takes the date above",
        ),
        pytest.param(
            "The army announced on Monday that its troops had taken the port.", "taken", "2016-12-05", "2016-12-05",
            "sentence", id="what was announced is dated by the announcement",
        ),
        pytest.param(
            "The militia had threatened the town with a blockade.", "threatened", None, "2016-12-07", "context",
            id="a past before the past is open",
        ),
        pytest.param(
            "The bloc has previously threatened the junta with sanctions.", "threatened", None, "2016-12-06",
            "context", id="previously ends before publication",
        ),
        pytest.param(
            "It was the third death in a week, after two medics were killed.", "killed", "2016-11-30", "2016-12-07",
            "sentence", id="a trailing window",
        ),
        pytest.param(
            "The explosion happened at 5 p.m. in the market.", "happened", "2016-12-07", "2016-12-07", "publication",
            id="a clock alone is no day",
        ),
        pytest.param(
            "Two are in hospital after a Monday night shooting on the pier.", "shooting", "2016-12-05", "2016-12-06",
            "clause", id="a day before its noun dates it",
        ),
        pytest.param(
            "The mayor mourned on Tuesday after a shooting that killed two guards on Sunday.", "shooting", "2016-12-04",
            "2016-12-04", "clause", id="a relative clause dates the act it tells again",
        ),
        pytest.param(
            "Police are searching for the man who shot two guards on Sunday.", "shot", "2016-12-04", "2016-12-04",
            "clause", id="what goes on now was not on Sunday",
        ),
        pytest.param(
            "On Sunday, officials say they were called to reports of a shooting.", "shooting", "2016-12-04",
            "2016-12-04", "clause", id="what is said now happened on Sunday",
        ),
        pytest.param(
            "Police were called to the port on Sunday for reports of a shooting.", "shooting", "2016-12-04",
            "2016-12-04", "clause", id="help comes at once",
        ),
        pytest.param(
            "The minister responded on Sunday to the shooting.", "shooting", "2016-12-07", "2016-12-07", "publication",
            id="an answer comes later",
        ),
        pytest.param(
            "Updated: Monday, December 5, 2016 The army shelled the port.", "shelled", "2016-12-07", "2016-12-07",
            "publication", id="a stamp of the page dates nothing",
        ),
    ],
)  # fmt: skip
def test_the_clause_decides(parse: Parse, text: str, trigger: str, first: str | None, last: str, method: str) -> None:
    found = dated(parse, trigger, text)
    assert (days(found), found.method) == ((first, last), method)


def test_a_narrative_goes_on_in_its_paragraph(parse: Parse) -> None:
    found = dated(parse, "seized", "The army attacked on Monday. Its tanks seized two bridges.")
    assert (days(found), found.method) == (("2016-12-05", "2016-12-05"), "context")


def test_a_narrative_ends_with_its_paragraph(parse: Parse) -> None:
    found = dated(parse, "seized", "The army attacked on Monday.", "Its tanks seized two bridges.")
    assert found.method == "publication"


def test_a_clock_at_a_sentence_end_takes_the_day_that_opens_the_next(parse: Parse) -> None:
    parsed = parse("The blast happened around 5:25 p.m. Saturday in the harbor.")
    values = {each.value for times in read_times(parsed) for each in times}
    assert "2016-12-03T17:25" in values


def test_without_a_publication_day_an_undated_event_has_no_time(parse: Parse) -> None:
    found = dated(parse, "shelled", "The army shelled the port.", published=None)
    assert (found.start, found.end, found.method) == (None, None, "unknown")
