"""Numbers with their bounds and qualifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.quantities.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "lower", "upper", "qualifier"),
    [
        pytest.param("500 civilians", 500, 500, "exact", id="a plain number"),
        pytest.param("at least 400 civilians", 400, None, "at_least", id="at least"),
        pytest.param("more than 100 civilians", 100, None, "more_than", id="more than"),
        pytest.param("no fewer than 12 people", 12, None, "at_least", id="no fewer than"),
        pytest.param("nearly 5,000 people", None, 5000, "less_than", id="nearly has no lower bound"),
        pytest.param("up to 300 fighters", None, 300, "up_to", id="up to"),
        pytest.param("about 500 people", 500, 500, "about", id="about"),
        pytest.param("tens of thousands of residents", 20_000, 99_999, "order_of_magnitude", id="tens of thousands"),
        pytest.param("dozens of people", 24, 99, "order_of_magnitude", id="dozens"),
        pytest.param("several hundred families", 300, 999, "order_of_magnitude", id="several hundred"),
        pytest.param("more than a dozen men", 12, None, "more_than", id="more than a dozen"),
        pytest.param("between 10 and 20 people", 10, 20, "range", id="between"),
        pytest.param("20-30 people", 20, 30, "range", id="a hyphen"),
        pytest.param("two hundred and fifty men", 250, 250, "exact", id="words"),
        pytest.param("1.5 million refugees", 1_500_000, 1_500_000, "exact", id="millions"),
        pytest.param("many civilian victims", 2, None, "vague", id="many"),
        pytest.param("over 80 percent of the city", 80, 100, "more_than", id="a share has a ceiling"),
        pytest.param("less than one percent of the city", 0, 1, "less_than", id="a share has a floor"),
        pytest.param("half the population", 50, 50, "about", id="half"),
        pytest.param("two-thirds of the territory", 67, 67, "about", id="two thirds"),
        pytest.param("three in four residents", 75, 75, "exact", id="one in so many"),
        pytest.param("the third casualty in a week", 3, 3, "exact", id="an ordinal before a casualty"),
    ],
)
def test_bounds_and_qualifier(text: str, lower: int | None, upper: int | None, qualifier: str) -> None:
    (found,) = find_amounts(text)
    assert (found.lower, found.upper, found.qualifier) == (lower, upper, qualifier)


@pytest.mark.parametrize(
    "text",
    ["a 20-year-old man", "the AK-47 rifle", "at 5 p.m. there", "$400 in cash", "a three-day truce", "item 3.5.1"],
)
def test_numbers_that_count_nothing_here(text: str) -> None:
    assert not list(find_amounts(text))


@given(st.text(alphabet="0123456789,. -%andhundretoflsmi", max_size=40))
def test_any_digits_give_ordered_bounds(text: str) -> None:
    for found in find_amounts(text):
        assert found.start <= found.number_start < found.end <= len(text)
        assert found.lower is None or found.upper is None or found.lower <= found.upper
