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


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        pytest.param(
            "Around 300 rebels in Mali are thought to have surrendered.", "RETREAT", "claimed", id="thought to have"
        ),
        pytest.param(
            "India's ministry is working to secure the early release of its nationals.",
            "RETREAT", "hypothetical", id="to secure a release",
        ),
    ],
)  # fmt: skip
def test_what_is_not_told_as_done(text: str, event_type: str, status: str) -> None:
    assert [event.status for event in events_of(text) if event.event_type == event_type] == [status]


def test_who_has_others_arrested_arrests_them() -> None:
    (event,) = events_of("The president of Peru had nine officers arrested.")
    assert codes(event.actors) == {("PER", "GOV")}


def test_one_of_the_worst_attacks_suffered_is_no_second_one() -> None:
    (event,) = events_of("Gunmen killed ten tourists in Egypt in one of the worst attacks the country has suffered.")
    assert event.event_type == "ASSAULT"


def test_the_start_of_a_meeting_is_when_it_was_said() -> None:
    assert not events_of("The mayor spoke at the start of the weekly cabinet meeting in Israel.")


def test_what_describes_a_state_does_not_act_for_it() -> None:
    (event,) = events_of("Iran, the regime's closest ally, condemned the attack.")
    assert codes(event.actors) == {("IRN", "GOV")}


def test_what_is_set_on_fire_was_ransacked_too() -> None:
    events = events_of("Crowds in Lagos ransacked and set fire to the French embassy.")
    assert {country for event in events for country, _ in codes(event.recipients)} == {"FRA"}


def test_a_man_kidnapped_long_ago_did_not_kidnap() -> None:
    events = events_of("The Taliban handed over an American professor kidnapped three years ago outside Kabul.")
    assert [(event.actors, codes(event.recipients)) for event in events if event.event_type == "ASSAULT"] == [
        ((), {("USA", "EDU")})
    ]


def test_a_town_encircled_was_encircled_by_others() -> None:
    events = events_of("Encircled for months by the army, the Syrian town of Zabadani got its first food.")
    assert {code for event in events for code in codes(event.actors)} == {("SYR", "MIL")}


def test_who_calls_a_judge_a_liar_does_not_phone_him() -> None:
    (event,) = events_of("Hezbollah leader Hassan Nasrallah called the judge a liar.")
    assert (event.event_type, event.mode) == ("ACCUSE", "disapprove")


def test_a_broadcaster_is_no_place() -> None:
    (event,) = events_of("A court in Egypt convicted reporters of Al Jazeera.")
    assert event.place is not None
    assert event.place.name == "Egypt"


def test_armed_factions_from_regions_are_rebels() -> None:
    (event,) = events_of("Three armed factions from Darfur and Kordofan rejected the deal in Sudan.")
    assert codes(event.actors) == {("SDN", "REB")}


def test_a_scientist_is_at_home() -> None:
    (event,) = events_of("Iran executed a nuclear scientist.")
    assert codes(event.recipients) == {("IRN", "EDU")}
