"""What happened to how many people. Published on Wednesday, December 7, 2016."""

from datetime import date

import pytest

from extractors.dates import read_times
from extractors.model import Quantity
from extractors.quantities import find_quantities
from tests.extractors.quantities.conftest import Parse


def counts(parse: Parse, *paragraphs: str) -> tuple[Quantity, ...]:
    parsed = parse(*paragraphs)
    return find_quantities(parsed, read_times(parsed))


def brief(found: tuple[Quantity, ...]) -> list[tuple[str | None, int | None, int | None]]:
    return [(each.count_type, each.lower, each.upper) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Twelve people were killed and 35 wounded.", [("killed", 12, 12), ("wounded", 35, 35)],
                     id="two counts in one clause"),
        pytest.param("A bomb killed 12 people and injured 35.", [("killed", 12, 12), ("wounded", 35, 35)],
                     id="two active verbs"),
        pytest.param("The strike killed nine people, including two children.", [("killed", 9, 9)],
                     id="a part is not added to its whole"),
        pytest.param("Five soldiers and three medics were killed.", [("killed", 5, 5), ("killed", 3, 3)],
                     id="joined subjects share the verb"),
        pytest.param("Shelling left more than 100 civilians dead.", [("killed", 100, None)], id="left dead"),
        pytest.param("The death toll rose to 276.", [("killed", 276, 276)], id="a toll"),
        pytest.param("The death toll in the floods climbed to 103.", [("killed", 103, 103)], id="a toll and its cause"),
        pytest.param("The number of wounded rose to 45.", [("wounded", 45, 45)], id="a number of wounded"),
        pytest.param("At least 38 people were taken into custody.", [("arrested", 38, None)], id="into custody"),
        pytest.param("Some 40 marchers were led away.", [("arrested", 40, 40)], id="led away"),
        pytest.param("Seventeen people were treated for burns.", [("wounded", 17, 17)], id="treated for"),
        pytest.param("Rebels hacked 15 villagers to death.", [("killed", 15, 15)], id="to death"),
        pytest.param("The war drove 900 families from their homes.", [("displaced", 900, 900)], id="from their homes"),
        pytest.param("The bodies of 14 people were found.", [("killed", 14, 14)], id="bodies of"),
        pytest.param("The temperature climbed to 40.", [], id="no toll"),
        pytest.param("The blast claimed 40 lives.", [("killed", 40, 40)], id="lives"),
        pytest.param("The massacre of 108 villagers shocked the council.", [("killed", 108, 108)], id="a massacre of"),
        pytest.param("More than 10,000 have fled the city.", [("displaced", 10_000, None)], id="a bare number flees"),
        pytest.param("The militia abducted 276 schoolgirls.", [("victims", 276, 276)], id="an abduction"),
        pytest.param("Police arrested 47 people.", [("arrested", 47, 47)], id="arrests"),
        pytest.param("Tens of thousands are trapped in the city.", [("trapped", 20_000, 99_999)], id="trapped"),
        pytest.param("Ten people are still missing.", [("missing", 10, 10)], id="missing"),
        pytest.param("Five people were shot.", [("casualties", 5, 5)], id="a shooting may or may not kill"),
        pytest.param("Police shot dead two men.", [("killed", 2, 2)], id="shot dead"),
        pytest.param("All ten people (five of them boys) were killed.", [("killed", 10, 10)], id="an insertion"),
        pytest.param("The rebels hold 60 percent of the country.", [("territory_share_pct", 60, 60)], id="territory"),
        pytest.param("Half the population was displaced.", [("displaced_share_pct", 50, 50)], id="a displaced share"),
        pytest.param("A colonel was killed.", [("killed", 1, 1)], id="one victim without a number"),
        pytest.param("The shelling claimed the life of General Idris Hama.", [("killed", 1, 1)], id="the life of"),
        pytest.param("A man shot himself in the leg.", [("casualties", 1, 1)], id="a reflexive"),
        pytest.param("A woman was found dead in her house.", [("killed", 1, 1)], id="found dead"),
        pytest.param("A 26-year-old student was seriously injured.", [("wounded", 1, 1)], id="an age and a state"),
        pytest.param("Some 1.8 million people have crossed into Chad.", [("displaced", 1_800_000, 1_800_000)],
                     id="crossed"),
        pytest.param("More than 40,000 people left Goma last month.", [("displaced", 40_000, None)], id="left a town"),
        pytest.param("About 2,500 families are sheltering in schools.", [("displaced", 2_500, 2_500)], id="sheltering"),
        pytest.param("Poland has taken in 1.3 million.", [("displaced", 1_300_000, 1_300_000)], id="taken in"),
        pytest.param("Some 570,000 have been taken in by Chad.", [("displaced", 570_000, 570_000)],
                     id="have been taken in"),
        pytest.param("Some 900 villagers took refuge in a church.", [("displaced", 900, 900)], id="took refuge"),
        pytest.param("The flood forced 350 to leave their homes.", [("displaced", 350, 350)], id="forced to leave"),
        pytest.param("The UN says 150 people had to leave their homes.", [("displaced", 150, 150)], id="had to leave"),
        pytest.param("Gunmen storm Lahore college, 14 dead", [("killed", 14, 14)], id="dead behind a comma"),
        pytest.param("Landslide buries homes, dozens hurt", [("wounded", 24, 99)], id="hurt behind a comma"),
        pytest.param("Carla Diaz, 32, was a nurse.", [], id="an age between commas"),
        pytest.param(
            "More than 400 Malians are estimated to have died of fever.", [("killed", 400, None)], id="estimated to"
        ),
        pytest.param("More than 600,000 Rohingya live in camps.", [("displaced", 600_000, None)], id="live in camps"),
        pytest.param("On Tuesday 500 people were brought out of the city.", [("evacuated", 500, 500)],
                     id="brought out"),
        pytest.param("We buried 17 people in one night.", [("killed", 17, 17)], id="buried"),
        pytest.param("The toll rose to 11 after three of the wounded died.", [("killed", 11, 11), ("killed", 3, 3)],
                     id="of the wounded"),
        pytest.param("Three people, including a girl, were later confirmed dead.", [("killed", 3, 3)],
                     id="later confirmed"),
        pytest.param("The army put its losses at more than 480.", [("killed", 480, None)], id="losses"),
        pytest.param("They put the number of people arrested since May at 210.", [("arrested", 210, 210)],
                     id="the number of people arrested"),
        pytest.param("Agents arrested at least 11 officers last week.", [("arrested", 11, None)], id="a time behind"),
        pytest.param("Gunmen killed 12 villagers March 3.", [("killed", 12, 12)], id="a date behind"),
        pytest.param("Half a million residents were displaced.", [("displaced", 500_000, 500_000)], id="half"),
        pytest.param("Some 70,000 residents left within days.", [("displaced", 70_000, 70_000)], id="left within days"),
        pytest.param("Some 9,000 people were forced to leave camps.", [("displaced", 9_000, 9_000)], id="left camps"),
        pytest.param("Over 100 prisoners were raped and burned alive.", [("victims", 100, None)], id="a cut e"),
        pytest.param("It left one dead and about a dozen hurt.", [("killed", 1, 1), ("wounded", 12, 12)], id="hurt"),
        pytest.param("Two people are known to have died.", [("killed", 2, 2)], id="known to have died"),
        pytest.param("Five people including four guards died.", [("killed", 5, 5)], id="a part without a comma"),
        pytest.param("The toll was approaching 5,000.", [("killed", None, 5_000)], id="approaching"),
        pytest.param("The death toll has exceeded 300.", [("killed", 300, None)], id="exceeded"),
        pytest.param("The army put its losses at 1,177 soldiers.", [("killed", 1_177, 1_177)], id="losses of a kind"),
        pytest.param("A man was slashed to death.", [("killed", 1, 1)], id="slashed to death"),
        pytest.param("Fifteen others were taken to hospitals.", [("wounded", 15, 15)], id="taken to hospitals"),
        pytest.param("Some 22 bodies were taken to her hospital.", [("killed", 22, 22)], id="bodies to a hospital"),
        pytest.param("Police had detained 61 of them by noon.", [("arrested", 61, 61)], id="of them"),
    ],
)  # fmt: skip
def test_counts_of_people(parse: Parse, text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert brief(counts(parse, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army destroyed 60 tanks.", id="tanks"),
        pytest.param("The party won 31 percent of the vote.", id="votes"),
        pytest.param("Two gunmen fled the scene.", id="gunmen who flee are not displaced"),
        pytest.param("The attack killed 200 sheep.", id="sheep"),
        pytest.param("No one was hurt.", id="no one"),
        pytest.param("The commander, 45, was not hurt.", id="an age"),
        pytest.param("They met in 2016.", id="a year"),
        pytest.param("The talks lasted 12 hours.", id="hours"),
        pytest.param("The army has not said how many soldiers died.", id="how many"),
        pytest.param("Two diplomats left the country.", id="travellers"),
        pytest.param("Some 300 delegates left the hall.", id="a hall"),
        pytest.param("Thousands of people poured into the streets.", id="a crowd in the streets"),
        pytest.param("Some 500 soldiers crossed into Kosovo.", id="an invasion"),
        pytest.param("The man was killed.", id="a man told of before"),
    ],
)
def test_what_counts_nobody(parse: Parse, text: str) -> None:
    assert [each for each in counts(parse, text) if each.status != "negated" and each.count_type] == []


def test_an_evacuation_that_is_demanded_is_planned(parse: Parse) -> None:
    (found,) = counts(parse, "The opposition called for the evacuation of 500 civilians.")
    assert (found.count_type, found.status, found.who, found.time) == ("to_be_evacuated", "planned", "civilians", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Two soldiers were killed.", "actual", id="in the article's voice"),
        pytest.param("Two soldiers were killed, the ministry said.", "claimed", id="as somebody's statement"),
        pytest.param("According to rebels, two soldiers were killed.", "claimed", id="according to"),
        pytest.param("The ministry denied that two soldiers were killed.", "denied", id="denied"),
        pytest.param("The attack could kill 200 people.", "hypothetical", id="could"),
        pytest.param("Two soldiers were not killed.", "negated", id="not"),
    ],
)
def test_status(parse: Parse, text: str, status: str) -> None:
    (found,) = counts(parse, text)
    assert found.status == status


def test_a_running_total_has_its_period(parse: Parse) -> None:
    (found,) = counts(parse, "Since November, at least 400 civilians have been killed in the east.")
    assert found.cumulative
    assert found.time is not None
    assert found.time.start is not None
    assert found.time.start.date() == date(2016, 11, 1)


def test_joined_counts_share_their_period(parse: Parse) -> None:
    first, second = counts(parse, "Since November, 400 people have been killed and more than 8,000 displaced.")
    assert first.time is not None
    assert first.time == second.time
    assert first.cumulative
    assert second.cumulative


def test_only_the_toll_itself_is_a_total(parse: Parse) -> None:
    toll, died = counts(parse, "The toll rose to 11 after three of the wounded died.")
    assert toll.cumulative
    assert not died.cumulative


def test_a_ranked_casualty_is_a_cumulative_count_over_its_window(parse: Parse) -> None:
    first, second = counts(parse, "It was the army's third casualty in a week, after two medics were killed.")
    assert (first.count_type, first.lower, first.cumulative) == ("killed", 3, True)
    assert (second.count_type, second.lower, second.cumulative) == ("killed", 2, False)
    assert first.time is not None
    assert first.time.start is not None
    assert first.time.start.date() == date(2016, 11, 30)


def test_an_undated_count_has_no_period(parse: Parse) -> None:
    (found,) = counts(parse, "Twelve people were killed.")
    assert found.time is None


def test_households_are_a_unit_of_their_own(parse: Parse) -> None:
    (found,) = counts(parse, "The fighting displaced 72,000 households.")
    assert found.unit == "household"


def test_spans_are_the_text_they_name(parse: Parse) -> None:
    parsed = parse("A bomb killed 12 people.", "More than 1.5 million residents fled, and a soldier died.")
    for each in find_quantities(parsed, read_times(parsed)):
        assert parsed.article.text[each.span.start : each.span.end] == each.span.text
        assert parsed.sentences[each.sentence].sentence.start <= each.span.start
