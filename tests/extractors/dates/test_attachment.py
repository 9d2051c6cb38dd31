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
        pytest.param(
            "The vote came two days after gunmen stormed the mosque.", "stormed", "2016-12-05", "2016-12-05", "clause",
            id="days before what the clause above tells",
        ),
        pytest.param(
            "The ruling came on Tuesday, a month after a nurse was convicted.", "convicted", "2016-11-01", "2016-11-30",
            "clause", id="the month a month before",
        ),
        pytest.param(
            "The truce was broken on Monday, a day after it was agreed.", "agreed", "2016-12-04", "2016-12-04",
            "clause", id="a day before",
        ),
        pytest.param(
            "The mayor resigned on Monday, three weeks after the bombing.", "bombing", "2016-11-14", "2016-11-20",
            "clause", id="a noun so far back",
        ),
        pytest.param(
            "At least 400 people have been killed since the war erupted on November 7.", "killed", "2016-11-07",
            "2016-12-07", "clause", id="since a dated act runs until publication",
        ),
        pytest.param(
            "At least 400 people have been killed since the war erupted on November 7.", "erupted", "2016-11-07",
            "2016-11-07", "clause", id="what it counts from keeps its day",
        ),
        pytest.param(
            "Thousands have died since the start of the war in 2014.", "died", "2014-01-01", "2016-12-07", "clause",
            id="since a dated noun",
        ),
        pytest.param(
            "In 2011, a court sentenced him for his role in the killing of 40 priests at Zora in 1943.", "killing",
            "1943-01-01", "1943-12-31", "clause", id="the time behind a noun is the noun's",
        ),
        pytest.param(
            "In 2011, a court sentenced him for his role in the killing of 40 priests at Zora in 1943.", "sentenced",
            "2011-01-01", "2011-12-31", "clause", id="the time in front is the verb's",
        ),
        pytest.param(
            "It was the worst attack since March 2004, when bombers blew up trains in Madrid and killed 191.", "killed",
            "2004-03-01", "2004-03-31", "clause", id="what came of a when-clause",
        ),
        pytest.param(
            "Police said on Sunday that four men had been detained.", "detained", "2016-12-04", "2016-12-04",
            "sentence", id="a reported past perfect takes the day it is reported",
        ),
        pytest.param(
            "Police said four men had been detained.", "detained", "2016-12-07", "2016-12-07", "publication",
            id="a reported past perfect is no past before the past",
        ),
        pytest.param(
            "In March four soldiers died, and in early June eight people drowned.", "drowned", "2016-06-01",
            "2016-06-10", "clause", id="a month tied to the number behind it",
        ),
        pytest.param(
            "The army is sending two planes on Monday.", "sending", "2016-12-12", "2016-12-12", "clause",
            id="what is being sent is still to come",
        ),
        pytest.param(
            "In May 2015, the UN counted 90 deaths and 40 injuries, twice as many as in the same month in 2014.",
            "deaths", "2015-05-01", "2015-05-31", "clause", id="a comparison behind a comma is not the noun's",
        ),
        pytest.param(
            "In the three months since, more than 280 people have been killed.", "killed", "2016-09-07", "2016-12-07",
            "clause", id="the months since",
        ),
        pytest.param(
            "Last Thursday alone, five people including four guards died in Zora.", "died", "2016-12-01", "2016-12-01",
            "clause", id="a day taken for the head of a sentence",
        ),
        pytest.param(
            "On Saturday, thousands are expected to march.", "march", "2016-12-10", "2016-12-10", "clause",
            id="a day in front of what is expected",
        ),
        pytest.param(
            "The town came under fire before dawn on Monday.", "came", "2016-12-05", "2016-12-05", "clause",
            id="before dawn is on the day",
        ),
        pytest.param(
            "In April 2015, four days of clashes left 100 soldiers dead.", "clashes", "2015-04-01", "2015-04-30",
            "clause", id="days of clashes are clashes",
        ),
        pytest.param(
            "Police arrested ten men on Monday, one month after the Easter Sunday attacks.", "attacks", "2016-03-27",
            "2016-03-27", "clause", id="a feast of two words before its noun",
        ),
        pytest.param(
            "The man is accused of opening fire at a school on Monday.", "accused", "2016-12-07", "2016-12-07",
            "publication", id="an accusation goes on",
        ),
        pytest.param(
            "Around 30,000 people were killed in a war that ended with a truce in 1994.", "killed", None,
            "1994-12-31", "clause", id="until a war ended",
        ),
        pytest.param(
            "At least 400 people have died in the conflict that began in 2014.", "died", "2014-01-01", "2016-12-07",
            "clause", id="since a war began",
        ),
        pytest.param(
            "The army has put its losses at 1,177 soldiers since fighting broke out on November 27.", "losses",
            "2016-11-27", "2016-12-07", "clause", id="since by order",
        ),
        pytest.param(
            "Some 900 people had to leave their homes over the weekend.", "leave", "2016-12-03", "2016-12-04", "clause",
            id="what one had to do is past",
        ),
    ],
)  # fmt: skip
def test_the_clause_decides(parse: Parse, text: str, trigger: str, first: str | None, last: str, method: str) -> None:
    found = dated(parse, trigger, text)
    assert (days(found), found.method) == ((first, last), method)


def test_a_narrative_goes_on_in_its_paragraph(parse: Parse) -> None:
    found = dated(parse, "seized", "The army attacked on Monday. Its tanks seized two bridges.")
    assert (days(found), found.method) == (("2016-12-05", "2016-12-05"), "context")


def test_a_period_that_opens_a_sentence_goes_on(parse: Parse) -> None:
    found = dated(parse, "died", "In March 2011, militias burned the town. Up to 300 people died.")
    assert (days(found), found.method) == (("2011-03-01", "2011-03-31"), "context")


def test_what_is_said_of_the_past_is_said_now(parse: Parse) -> None:
    found = dated(parse, "condemned", "In March 2011, militias burned the town. The bishop condemned the crime.")
    assert found.method == "publication"


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        pytest.param("In 2003, rebels took the town. Two years later, the army shelled it.", "shelled", "2005-01-01",
                     "2005-12-31", id="years behind a year"),
        pytest.param("In June 2015, rebels took the town. Two months later, the army shelled it.", "shelled",
                     "2015-08-01", "2015-08-31", id="months behind a month"),
        pytest.param("In 2015, rebels took the town. Two months later, the army shelled it.", "shelled",
                     "2015-03-01", "2016-02-29", id="months behind a year are as wide as the year"),
        pytest.param("In 2011, rebels took the town. The following year, the army shelled it.", "shelled",
                     "2012-01-01", "2012-12-31", id="the following year"),
        pytest.param("In 2011, rebels took the town. On Monday they fled. A day later, the army shelled it.", "shelled",
                     "2016-12-06", "2016-12-06", id="days count from the day named last"),
    ],
)  # fmt: skip
def test_what_comes_later_counts_from_what_was_named_last(
    parse: Parse, text: str, trigger: str, first: str, last: str
) -> None:
    assert days(dated(parse, trigger, text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("Attacks rose since 2012. In May of that year, rebels shelled it.", "2012-05-01", "2012-05-31",
                     id="of that year"),
        pytest.param("In July 1983, rebels took the port. The next day the army shelled it.", "1983-07-01",
                     "1983-07-31", id="the next day within a month"),
        pytest.param("Militias ruled from 2007 until the summer of 2009. In May of that year, the army shelled it.",
                     "2009-05-01", "2009-05-31", id="of the year named last"),
        pytest.param("In May 2011, rebels took the port. On May 13, the army shelled it.", "2011-05-13", "2011-05-13",
                     id="a day of the month named before"),
        pytest.param("In May 2011, rebels took the port. Days earlier, they shelled it.", "2011-04-18", "2011-05-31",
                     id="days earlier"),
        pytest.param("On Monday it rained. The night before, rebels shelled it.", "2016-12-04", "2016-12-05",
                     id="the night before, in front"),
        pytest.param("On Monday it rained. They had shelled it the night before.", "2016-12-04", "2016-12-05",
                     id="the night before"),
        pytest.param("Three years ago this month, rebels shelled it.", "2013-12-01", "2013-12-31",
                     id="years ago this month"),
        pytest.param("The gunman, who is in his twenties, shelled it.", "2016-12-07", "2016-12-07", id="an age"),
        pytest.param("The gunman, who is in his late thirties, shelled it.", "2016-12-07", "2016-12-07", id="late"),
        pytest.param("They have shelled it since the weekend.", "2016-12-03", "2016-12-07", id="since the weekend"),
        pytest.param("A war raged from 1983 to 2009. The army shelled it.", "1983-01-01", "2009-12-31",
                     id="a period told before"),
        pytest.param("Rebels left in late 2001. Over the next two years, 47,000 soldiers shelled it.", "2001-01-01",
                     "2003-01-01", id="over the next years of the past"),
        pytest.param("In Goma it rained. In March, rebels shelled it.", "2016-03-01", "2016-03-31",
                     id="March at the head of a sentence"),
    ],
)  # fmt: skip
def test_months_and_days_of_what_was_named_last(parse: Parse, text: str, first: str, last: str) -> None:
    assert days(dated(parse, "shelled", text)) == (first, last)


def test_the_eve_of_the_attack_is_that_of_the_lead(parse: Parse) -> None:
    found = dated(
        parse, "destroyed", "A van killed 13 people on Sunday. A woman died on Tuesday.",
        "On the eve of the attack, a blast destroyed a house.",
    )  # fmt: skip
    assert days(found) == ("2016-12-03", "2016-12-03")


def test_a_narrative_goes_on_behind_what_was_said(parse: Parse) -> None:
    text = "Jets bombed the port on Monday, officials said. Two men were killed in the town, they added."
    assert days(dated(parse, "killed", text)) == ("2016-12-05", "2016-12-05")


def test_a_feast_behind_a_year_is_of_that_year(parse: Parse) -> None:
    text = "Guards have stood there since July 2014, when a man drove into a Bastille Day crowd and killed ten."
    assert days(dated(parse, "killed", text))[0] in ("2014-07-01", "2014-07-14")


def test_the_eve_of_an_anniversary_is_not_counted_from_the_year_it_marks(parse: Parse) -> None:
    found = dated(
        parse, "shelled", "The war began on April 15, 2015.", "On the eve of the anniversary jets shelled it."
    )
    assert found.method == "publication"


def test_a_narrative_does_not_go_on_within_one_minute(parse: Parse) -> None:
    found = dated(parse, "destroyed", "The bomb exploded at 10:30 a.m. on Monday. Twelve shops were destroyed.")
    assert (days(found), found.precision) == (("2016-12-05", "2016-12-05"), "day")


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


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("Nurses walked out on Monday for the sixth time since March.", "walked", "2016-12-05"),
        ("Chad's leader visited Cairo, the first to do so in 23 years.", "visited", "2016-12-07"),
        ("Berlin pledged to buy gas over three years.", "pledged", "2016-12-07"),
        ("The envoy is to speak with Iran on Friday.", "speak", "2016-12-09"),
    ],
)
def test_how_often_how_rare_and_how_long_is_no_day(parse: Parse, text: str, trigger: str, first: str) -> None:
    assert days(dated(parse, trigger, text))[0] == first
