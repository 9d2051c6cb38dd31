"""Participles that share a helper, neither … nor, some of which, and what a court convicts of: sentences of our own."""

import pytest

from tests.extractors.coding.coded import codes, events_of

MALI_CIVILIANS = ("MLI", "CVL")


def test_a_second_participle_is_passive_too() -> None:
    (event,) = events_of("The teacher in Mali said she had been drugged and kidnapped.")
    assert (event.actors, codes(event.recipients)) == ((), {("MLI", "EDU")})


def test_who_is_concerned_and_calls_is_active() -> None:
    (event,) = events_of("The Kremlin said it was deeply concerned and called on Chad to help.")
    assert (event.event_type, codes(event.actors)) == ("REQUEST", {("RUS", "GOV")})


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        pytest.param(
            "The minister said neither the Malian army nor the Malian air force had bombed the town.",
            "ASSAULT", "negated", id="neither … nor",
        ),
        pytest.param("Kenya accused Chad of having shelled a village.", "ASSAULT", "claimed", id="of having shelled"),
        pytest.param("Villagers in Mali feared being killed.", "ASSAULT", "hypothetical", id="feared being killed"),
        pytest.param(
            "Malian troops have captured the hills, an area claimed by both Chad and Niger.",
            "COERCE", "actual", id="claimed by is no claim",
        ),
        pytest.param(
            "A court in Mali convicted four men of killing a governor.", "ASSAULT", "claimed", id="convicted of it"
        ),
    ],
)  # fmt: skip
def test_status(text: str, event_type: str, status: str) -> None:
    assert [event.status for event in events_of(text) if event.event_type == event_type] == [status]


def test_who_is_accused_of_having_done_it_did_it() -> None:
    events = events_of("Kenya accused Chad of having shelled a village.")
    assert [codes(event.actors) for event in events if event.event_type == "ASSAULT"] == [{("TCD", "GOV")}]


def test_some_of_whom_are_they() -> None:
    ban, _ = events_of("Uganda's mayors, some of whom had already banned demonstrations, met the president.")
    assert codes(ban.actors) == {("UGA", "GOV")}


def test_a_conviction_for_help_is_no_help() -> None:
    events = events_of("A court in Mali convicted the doctor of helping the rebels.")
    assert [event.event_type for event in events] == ["SANCTION"]


def test_tens_of_thousands_are_people() -> None:
    (event,) = events_of("Tens of thousands fled the town of Kidal in Mali.")
    assert codes(event.recipients) == {MALI_CIVILIANS}


def test_rockets_into_a_country_are_an_attack() -> None:
    (event,) = events_of("The Houthis have been firing rockets into southern Saudi Arabia.")
    assert (event.event_type, event.mode) == ("ASSAULT", "heavy-weapons")
