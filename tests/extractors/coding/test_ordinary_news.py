"""What ordinary news says in the words of war, and sentences whose shape misled the coder, all our own."""

from datetime import date

import pytest

from extractors.model import Event
from tests.extractors.coding.coded import codes, events_of, extraction_of


def kind(event: Event) -> str:
    return f"{event.event_type}-{event.mode}" if event.mode else event.event_type


def kinds(text: str) -> list[str]:
    return [kind(event) for event in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Doctors are fighting a losing battle against superbugs.", id="a battle against germs"),
        pytest.param("Climate change is attacking us on all fronts.", id="a cause in two words"),
        pytest.param("A meteorite struck a house in Bavaria.", id="from the sky"),
        pytest.param(
            "Chinese rivals attack the market leader with low prices as its shares fall 4 percent.", id="rival firms"
        ),
        pytest.param('"Democracy has won a battle tonight," the minister said.', id="a battle that ideas win"),
        pytest.param("Both candidates held final rallies in Ankara.", id="a rally of a campaign"),
        pytest.param("The mining company Eramet halted its operations, putting 8,000 workers on standby.", id="a firm"),
        pytest.param("The UN warns that millions will pay the price.", id="who watches does not threaten"),
        pytest.param("The soldiers moved to surrounding villages on Monday.", id="surrounding is no siege"),
    ],
)
def test_no_event(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("German train drivers began a three-day strike on Wednesday.", ["PROTEST-strike"], id="on a day"),
        pytest.param("Nurses launched a 48-hour strike on Monday.", ["PROTEST-strike"], id="hours"),
        pytest.param(
            "Israel carried out a strike on Wednesday on a convoy in Syria.", ["ASSAULT"], id="on a day and a target"
        ),
        pytest.param("The opposition attacked the government's budget plan.", ["ACCUSE-disapprove"], id="a plan"),
        pytest.param("The EU and Germany protested.", ["ACCUSE-disapprove"], id="states protest in notes"),
        pytest.param("Farmers protest in Berlin", ["PROTEST-demo"], id="a headline's verb"),
        pytest.param("Hundreds of thousands strike against reform in Paris", ["PROTEST-strike"], id="a crowd strikes"),
        pytest.param("In Cali, a curfew was imposed after looting.", ["COERCE-curfew"], id="a curfew somewhere"),
        pytest.param("Italy received more than 100,000 migrants this year.", [], id="migrants are no guests"),
        pytest.param(
            "Libyan guards drove hundreds of migrants into the desert.", ["SANCTION-expel"], id="driven into the desert"
        ),
        pytest.param("The medics walked off the job on Friday.", ["PROTEST-strike"], id="off the job"),
        pytest.param(
            "In 2012, the gang rape of a student in Delhi led to outrage.", ["ASSAULT-sexual"], id="one person"
        ),
        pytest.param(
            "The protests were triggered by the collapse of a roof in Novi Sad on November 1, which killed 15 people.",
            ["PROTEST-demo"], id="a day kills nobody",
        ),
        pytest.param("Gabon: Soldiers seize power hours after vote", ["COERCE-seize"], id="hours after"),
        pytest.param("Police shoved back protesters.", ["ASSAULT-crowd-control"], id="shoved back"),
        pytest.param("Prosecutors have charged 13 people over the fire.", ["ACCUSE-allege"], id="charged over"),
        pytest.param(
            "Gabon's officers annulled the vote, dissolved state institutions and closed the borders.",
            ["REJECT", "COERCE-restrict", "COERCE-restrict"], id="three deeds in a row",
        ),
        pytest.param("Washington doubled the levy on Turkish steel.", ["SANCTION"], id="a levy doubled"),
        pytest.param("Mass protests erupted in August 2020.", ["PROTEST-demo"], id="a protest with a date alone"),
        pytest.param(
            "EU foreign policy chief Josep Borrell called the verdict a travesty.", ["ACCUSE-disapprove"],
            id="what a verdict is called",
        ),
        pytest.param("The king was exiled after the war.", ["COERCE-deport"], id="a passive read as a quality"),
        pytest.param(
            "UK police clash with rioters after stabbing of children", ["ASSAULT", "ASSAULT-primitive"],
            id="a clash after a stabbing",
        ),
        pytest.param("The senator drew fire for suggesting a boycott.", ["ACCUSE-disapprove"], id="drew fire for"),
        pytest.param("Chancellor Olaf Scholz promised to help Ukraine.", ["AGREE"], id="a promise is one event"),
        pytest.param("Maduro has offered to hold talks with the opposition.", ["AGREE"], id="an offer is one event"),
        pytest.param(
            "Rebels shelled the town after three of their fighters were killed in a raid.",
            ["ASSAULT-heavy-weapons", "ASSAULT"], id="what was before is another act",
        ),
        pytest.param("Four men were jailed in 2021 over the deaths.", ["COERCE-arrest"], id="a year dates one deed"),
        pytest.param("More than 9,000 people were arrested in 2021.", [], id="a toll of a year is none"),
    ],
)  # fmt: skip
def test_kinds(text: str, wanted: list[str]) -> None:
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        pytest.param(
            "Chancellor Olaf Scholz is expected in Ankara on Friday for talks with President Recep Tayyip Erdogan.",
            {("DEU", "GOV"), ("TUR", "GOV")}, set(), id="expected for talks",
        ),
        pytest.param(
            "Poland's foreign minister is due in Kyiv next week for talks with his Ukrainian counterpart.",
            {("POL", "GOV"), ("UKR", "GOV")}, set(), id="due for talks",
        ),
        pytest.param(
            "The Turkish foreign minister was in Cairo on Monday for talks with his Egyptian counterpart.",
            {("TUR", "GOV"), ("EGY", "GOV")}, set(), id="was somewhere for talks",
        ),
        pytest.param("France offered to send troops to Mali.", {("FRA", "GOV")}, {("MLI", "GOV")}, id="to whom"),
        pytest.param(
            "The Philippines held elections on Monday. China congratulated the country on a smooth vote.",
            {("CHN", "GOV")}, {("PHL", "GOV")}, id="nobody congratulates himself",
        ),
        pytest.param(
            "Kenya is under investigation by the International Criminal Court.", {("IGO", "JUD")}, {("KEN", "GOV")},
            id="under investigation",
        ),
        pytest.param(
            "Paris announced that it would deliver 78 howitzers to Ukraine and called on Italy to pay for them.",
            {("FRA", "GOV")}, {("ITA", "GOV")}, id="a past form does not go on with would",
        ),
        pytest.param(
            "In 2016 a German killed an officer and was later sentenced to life in prison.", set(), {("DEU", "CVL")},
            id="who is sentenced later",
        ),
        pytest.param("Ankara refused entry to a Danish lawmaker.", {("TUR", "GOV")}, {("DNK", "LEG")}, id="entry to"),
        pytest.param(
            "In April, police foiled a plot by another group to kidnap Latvia's health minister.", {(None, None)},
            {("LVA", "GOV")}, id="whose plot it was",
        ),
        pytest.param(
            "The EU slapped a tariff on Chinese electric cars.", {("EUR", "GOV")}, {("CHN", "GOV")}, id="whose goods"
        ),
        pytest.param(
            "The president put goods from Canada and Mexico under sanctions. "
            "Washington imposed tariffs on goods from Canada and Mexico.", {("USA", "GOV")},
            {("CAN", "GOV"), ("MEX", "GOV")}, id="goods from two states",
        ),
        pytest.param(
            "Brussels pledged 105 million euros to help Tunisia fight poverty.", {("EUR", "GOV")}, {("TUN", "GOV")},
            id="who is helped to fight",
        ),
        pytest.param(
            "Ontario's premier, Doug Ford, threatened to cut off electricity exports to Mexico.", {("CAN", "GOV")},
            {("MEX", "GOV")}, id="a title before a name between commas",
        ),
        pytest.param(
            "Senegal's president put off the vote.\nFrance, the former colonial power, advised its citizens to stay.",
            {("FRA", "GOV")}, {("FRA", "CVL")}, id="an apposition is nobody else",
        ),
        pytest.param(
            "Some 270 people were injured in Bogota and 98 arrested.", set(), {("COL", "CVL")}, id="98 arrested"
        ),
        pytest.param(
            "Rodrigo Duterte left Manila. The 79-year-old was arrested in Hong Kong.", set(), {("PHL", "GOV")},
            id="an age for a name",
        ),
        pytest.param("Kenyan police arrested two 16-year-olds.", {("KEN", "COP")}, {("KEN", "CVL")}, id="ages alone"),
        pytest.param(
            "Doctors in Kolkata said they would return to work after the government of West Bengal gave in to demands.",
            {("IND", "GOV")}, set(), id="a subject with its place behind after",
        ),
        pytest.param(
            "Nicaragua's prosecutors charged Sergio Ramirez, one of the best Mexican authors, with conspiracy.",
            {("NIC", "JUD")}, {(None, None)}, id="with, behind an aside",
        ),
        pytest.param(
            "India's top court ordered the doctors to work, but they ignored the deadline.", {("IND", "MED")}, set(),
            id="they are the doctors",
        ),
        pytest.param(
            "A German judge ordered 12 activists detained on Monday.", {("DEU", "JUD")}, {("DEU", "CVL")},
            id="who orders somebody detained",
        ),
        pytest.param("India condemned crimes against Iranian women.", {("IND", "GOV")}, set(), id="victims of crimes"),
        pytest.param(
            "Seoul was calm. The Korean Confederation of Trade Unions began a general strike.", {("KOR", "LAB")}, set(),
            id="no party of another country",
        ),
        pytest.param(
            "Germany arrests 25 over plot to overthrow the government in Latvia", set(), {("LVA", "GOV")},
            id="not who arrests the plotters",
        ),
        pytest.param("Police blocked the road. Officers used batons against the crowd.", {(None, "COP")},
                     {(None, "CVL")}, id="officers where nobody fights"),
        pytest.param(
            "The war has cost the president support. The speech of the opposition leader Anna Roth hurt her. "
            "She threatened to leave the European Union.", {(None, "OPP")}, {("EUR", "GOV")}, id="her is kept in mind",
        ),
        pytest.param("The pilots' strike on Monday grounded 800 flights.", {(None, "LAB")}, set(), id="pilots"),
    ],
)  # fmt: skip
def test_parties(text: str, actors: set[object], recipients: set[object]) -> None:
    event = next(event for event in reversed(events_of(text)) if event.event_type != "MOBILIZE")
    assert codes(event.actors) == actors
    assert codes(event.recipients) == recipients


def test_a_neighbor_is_named_with_its_date_and_place() -> None:
    (event,) = events_of("The rebels withdrew from neighboring Mali in 2019.")
    assert str(event.time.start) == "2019-01-01 00:00:00"
    assert event.place is not None
    assert (event.place.name, event.place.method) == ("Mali", "clause")


def test_what_is_promised_for_later_is_promised_now() -> None:
    (event,) = events_of("Germany said it would send two tanks to Kyiv in March.", date(2023, 6, 15))
    assert (event.event_type, event.status, event.place) == ("AGREE", "actual", None)
    assert str(event.time.start) == "2023-06-15 00:00:00"


def test_while_somebody_else_speaks_ends_the_claim() -> None:
    detained, condemned = events_of(
        "The police said that two men had been detained, while the opposition condemned the raid."
    )
    assert (detained.status, detained.attributed_to) == ("claimed", "The police")
    assert (condemned.status, condemned.attributed_to) == ("actual", None)


def test_a_law_is_known_by_its_year_and_the_refusal_is_not() -> None:
    (event,) = events_of("Britain rejected the demand of Nigeria, citing a law of 1963.", date(2023, 6, 15))
    assert str(event.time.start) == "2023-06-15 00:00:00"


def test_news_is_not_an_act_of_years_ago() -> None:
    events = events_of(
        "Russia shot down an aircraft.\nRussia launched its invasion in February 2022.", date(2024, 1, 18)
    )
    assert [len(event.mentions) for event in events] == [1, 1]


def test_ages_are_no_tolls() -> None:
    found = extraction_of("Three girls aged six, seven and nine were stabbed to death on Monday.")
    assert [(each.lower, each.upper) for each in found.quantities] == [(3, 3)]


def test_what_happened_in_prisons_does_not_date_the_demand() -> None:
    event = events_of("The UN urged Minsk to let monitors into its prisons, where at least two inmates died in 2019.")[
        0
    ]
    assert (event.event_type, str(event.time.start)) == ("REQUEST", "2021-06-16 00:00:00")


def test_a_strike_called_for_a_day_is_to_come() -> None:
    (event,) = events_of("Unions called a general strike for Friday.", date(2023, 6, 15))
    assert (event.event_type, event.status, str(event.time.start)) == ("PROTEST", "planned", "2023-06-16 00:00:00")


def test_how_often_is_not_when() -> None:
    (event,) = events_of("Senegal's authorities cut internet access for the second time this month.", date(2024, 2, 13))
    assert str(event.time.start) == "2024-02-13 00:00:00"


def test_an_accord_is_signed_in_the_year_it_is_named_by() -> None:
    (event,) = events_of("Iran, which signed the 2015 accord with six powers, kept silent.")
    assert str(event.time.start) == "2015-01-01 00:00:00"


def test_what_two_sides_signed() -> None:
    (event,) = events_of("The row casts doubt on an agreement that Iran and Iraq signed in July.", date(2023, 10, 19))
    assert codes(event.actors) == {("IRN", "GOV"), ("IRQ", "GOV")}
    assert str(event.time.start) == "2023-07-01 00:00:00"


def test_somebody_is_no_town() -> None:
    events = events_of("President Macky Sall spoke in Dakar.\nThousands protested against Sall.")
    assert [event.place and event.place.name for event in events if event.event_type == "PROTEST"] != ["Sall"]


def test_until_december_is_to_come_in_october() -> None:
    (event,) = events_of("A judge ordered 12 activists detained until December.", date(2022, 10, 5))
    assert str(event.time.end) == "2023-01-01 00:00:00"


def test_an_election_is_named_by_its_day() -> None:
    annulled, closed = events_of("Gabon's officers annulled the election of August 26 and closed the borders.",
                                 date(2023, 8, 30))  # fmt: skip
    assert {str(each.time.start) for each in (annulled, closed)} == {"2023-08-30 00:00:00"}


def test_a_month_earlier_is_counted_from_today() -> None:
    event = events_of(
        "It is the eighth coup in Africa since 2020. In Niger, the army toppled the president a month earlier.",
        date(2023, 8, 30),
    )[-1]
    assert str(event.time.start) == "2023-07-01 00:00:00"
