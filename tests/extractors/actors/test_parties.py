"""Who a noun phrase names, in sentences of our own."""

from datetime import date

import pytest

from extractors.actors.resolve import PartyRole
from tests.extractors.actors.reading import codes, parties

ALEPPO = date(2016, 12, 7)
CASES = [
    ("a nationality and a role make a party", "The Syrian army advanced.", "army", ["SYR MIL"]),
    ("a title gives an unknown name its codes", "Kenyan Interior Minister Jane Doe resigned.", "Doe", ["KEN GOV"]),
    ("a capital that acts is its government", "Moscow protested.", "Moscow", ["RUS GOV"]),
    ("a capital where something happens is no party", "Thousands marched in Moscow.", "Moscow", []),
    ("a possessive owner gives the country", "Sudan's government resigned.", "government", ["SDN GOV"]),
    ("a group is known by its name", "Boko Haram attacked a village.", "Haram", ["NGA REB"]),
    ("a list of states after one role", "The leaders of Germany, France and Italy met.", "leaders",
     ["DEU GOV", "FRA GOV", "ITA GOV"]),
    ("two nationalities share a role", "Syrian and Russian officials met.", "officials", ["SYR GOV", "RUS GOV"]),
    ("a nationality before a deed acts", "Russian airstrikes hit the town.", "Russian", ["RUS MIL"]),
    ("a thing is no party", "The situation has worsened.", "situation", []),
    ("a deed of nobody is no party", "An airstrike hit the town.", "airstrike", []),
    ("a title that is not former tells of the time in office",
     "Then-Kenyan President Uhuru Kenyatta left.", "Kenyatta", ["KEN GOV"]),
    ("words that bundle pass on", "A group of about 30 Kenyan farmers came.", "group", ["KEN AGR"]),
    ("who is counted stands after of, or is nobody in particular", "Dozens greet Kenyan soldiers in Kenya.", "Dozens",
     ["KEN CVL"]),
    ("a spokesman for people is one of them", "A spokesman for Kenyan nurses complained.", "spokesman", ["KEN MED"]),
    ("a church of the world is of the country it is spoken of in",
     "The head of the Catholic Church in Kenya spoke.", "head", ["KEN REL"]),
    ("a mayor is a person whatever the name looks like", "Kenyan Mayor Ada Collado called.", "Mayor", ["KEN GOV"]),
    ("a researcher of a worldwide body is that body's", "UN researcher Jane Doe spoke.", "Doe", ["UNO -"]),
    ("words that count pass on", "Dozens of Kenyan soldiers were killed.", "Dozens", ["KEN MIL"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_the_party(text: str, word: str, expected: list[str]) -> None:
    assert codes(text, word, day=ALEPPO) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2011, 5, 2), "USA GOV"), (date(2020, 6, 1), "USA ELI")], ids=["in office", "afterwards"]
)
def test_an_office_holder_is_government_only_while_in_office(day: date, expected: str) -> None:
    assert codes("Barack Obama spoke.", "Obama", day=day) == [expected]


@pytest.mark.parametrize(("role", "expected"), [("actor", []), ("recipient", [("HTI", None, "location")])])
def test_a_state_that_is_only_the_place_is_at_most_a_country_to_receive(
    role: PartyRole, expected: list[tuple[str, None, str]]
) -> None:
    found = parties("Rescuers gave shelter to people in Haiti.", "Haiti", day=ALEPPO, role=role)
    assert [(each.country, each.sector, each.method) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Leaders from several Western states called for a truce.", "Leaders", "Leaders from several Western states"),
        ("Ministers of several states met.", "Ministers", "Ministers of several states"),
        ("Police rescued people from flooded areas.", "people", "people"),
        ("Bombing in the north killed nobody.", "north", None),
    ],
    ids=["whence they are", "whose they are", "only whence they came", "a thing"],
)
def test_the_words_keep_who_they_are(text: str, word: str, expected: str | None) -> None:
    assert next((each.text for each in parties(text, word, day=ALEPPO)), None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May said that she would resign.", ["GBR GOV"]),
        ("Critics accused May of weakness.", ["GBR GOV"]),
        ("British Prime Minister May rejected the offer.", ["GBR GOV"]),
        ("In May, the rebels left the town.", []),
        ("Since May, rebels have shelled the town.", []),
    ],
    ids=["who says something", "who is accused", "who holds an office", "the month", "since the month"],
)
def test_a_month_is_somebody_where_it_acts(text: str, expected: list[str]) -> None:
    assert codes(text, "May", day=date(2018, 6, 3)) == expected
