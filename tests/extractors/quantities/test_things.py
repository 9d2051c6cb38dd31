"""Counts of things, troops and money, and what was done to them. Published on Wednesday, December 7, 2016."""

import pytest

from extractors.dates import read_times
from extractors.model import Quantity
from extractors.quantities import find_quantities
from extractors.quantities.money import find_sums
from tests.extractors.quantities.conftest import Parse


def things(parse: Parse, text: str) -> list[Quantity]:
    parsed = parse(text)
    return [each for each in find_quantities(parsed, read_times(parsed)) if each.count_type is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The shelling destroyed 40 houses.", [("house", "destroyed", 40, 40)], id="houses"),
        pytest.param("At least 200 homes were damaged in the raid.", [("house", "damaged", 200, None)],
                     id="homes, passive"),
        pytest.param("Some 20 homes and three schools were destroyed.",
                     [("house", "destroyed", 20, 20), ("building", "destroyed", 3, 3)], id="joined things"),
        pytest.param("Soldiers burned down dozens of huts.", [("house", "destroyed", 24, 99)], id="burned down"),
        pytest.param("The army captured three villages on Tuesday.", [("settlement", "captured", 3, 3)], id="villages"),
        pytest.param("Chile deployed 3,000 troops to the border.", [("troops", "deployed", 3000, 3000)], id="troops"),
        pytest.param("More than 500 police officers were deployed.", [("troops", "deployed", 500, None)], id="police"),
        pytest.param("France will withdraw 400 soldiers from Niger.", [("troops", "withdrawn", 400, 400)],
                     id="withdrawn"),
        pytest.param("Germany delivered 18 tanks to Ukraine.", [("tank", "supplied", 18, 18)], id="tanks"),
        pytest.param("The rebels destroyed two tanks and five trucks.",
                     [("tank", "destroyed", 2, 2), ("vehicle", "destroyed", 5, 5)], id="tanks and trucks"),
        pytest.param("Russia launched 70 missiles at Kyiv.", [("weapon", "fired", 70, 70)], id="missiles"),
        pytest.param("Air defenses shot down 29 drones.", [("drone", "intercepted", 29, 29)], id="drones"),
        pytest.param("Donors pledged $40 million for the camps.", [("money", "pledged", 40_000_000, 40_000_000)],
                     id="a pledge"),
        pytest.param("The bank froze more than €1.5 billion.", [("money", "frozen", 1_500_000_000, None)],
                     id="frozen euros"),
        pytest.param("The government paid 500 million dollars to the farmers.",
                     [("money", "paid", 500_000_000, 500_000_000)], id="dollars in words"),
        pytest.param("Donors pledged €10 million ($11 million).", [("money", "pledged", 10_000_000, 10_000_000)],
                     id="the same sum in another currency"),
        pytest.param("The destruction of 40 homes shocked the council.", [("house", "destroyed", 40, 40)], id="a noun"),
        pytest.param("The house cost $200,000.", [], id="a price"),
        pytest.param("There are 40 houses in the village.", [], id="nothing was done"),
        pytest.param("A shell destroyed one house.", [], id="one alone"),
        pytest.param("Twelve soldiers were killed.", [], id="people who suffered"),
        pytest.param("The fighting lasted 20 days and covered 30 villages.", [], id="another verb"),
    ],
)  # fmt: skip
def test_things_are_counted(parse: Parse, text: str, expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert [(each.unit, each.outcome, each.lower, each.upper) for each in things(parse, text)] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("France will send 400 soldiers.", "planned", id="will"),
        pytest.param("The army did not destroy 40 houses.", "negated", id="did not"),
        pytest.param("Rebels said that they had destroyed 12 tanks.", "claimed", id="said"),
        pytest.param("The army destroyed 12 tanks.", "actual", id="told"),
    ],
)
def test_things_have_a_status(parse: Parse, text: str, status: str) -> None:
    assert [each.status for each in things(parse, text)] == [status]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("They paid 30 million Turkish lira.", "TRY"), ("They paid 30 million lira.", None),
        ("They paid A$30 million.", "AUD"), ("They paid 30 million euros.", "EUR"),
    ],
)  # fmt: skip
def test_a_sum_has_its_currency(parse: Parse, text: str, currency: str | None) -> None:
    assert [each.currency for each in things(parse, text)] == [currency]


@pytest.mark.parametrize("text", ["a $5-a-day wage", "$3.5.2", "US$", "no sum of 40", "5$"])
def test_no_sum(text: str) -> None:
    assert list(find_sums(text)) == []


def test_the_words_are_those_of_the_text(parse: Parse) -> None:
    text = "Donors pledged more than $40 million and sent 20 trucks."
    assert [(each.span.text, text[each.span.start : each.span.end]) for each in things(parse, text)] == [
        ("more than $40 million", "more than $40 million"), ("20 trucks", "20 trucks"),
    ]  # fmt: skip
