"""The speaker at the end of a sentence, one act told twice, a further act, and where a paragraph goes on."""

import pytest

from extractors.model import Status
from tests.extractors.coding.coded import events_of

SPEAKERS: list[tuple[str, Status, str | None]] = [
    ("Rebel fighters captured the airport of Aleppo, a spokesman for the insurgents said.", "claimed", "insurgents"),
    ("Soldiers arrested 12 students last week, the newspaper La Nacion reported.", "claimed", "Nacion"),
    ("Soldiers have killed four villagers, according to two diplomats.", "claimed", "two diplomats"),
    ("Soldiers killed four villagers, and the army said nothing.", "actual", None),
    ('"Rebels shelled the bridge again," the mayor of Homs, Talal Barazi, said on Friday.', "claimed", "mayor"),
    ('"Rebels shelled the bridge," said the mayor of Homs.', "claimed", "mayor"),
    ("The bridge, the mayor said, was shelled by rebels.", "claimed", "mayor"),
    ('"Why did soldiers shell the bridge?" the mayor asked.', "claimed", "mayor"),
    ("Police: Gunmen attacked a church in Kaduna.", "claimed", "Police"),
    ("Kaduna: Gunmen attacked a church.", "actual", None),
    ("Soldiers killed four villagers, among them a nurse.", "actual", None),
]


@pytest.mark.parametrize(("text", "status", "source"), SPEAKERS, ids=[text for text, _, _ in SPEAKERS])
def test_a_closing_speaker_says_it(text: str, status: Status, source: str | None) -> None:
    event = events_of(text)[0]
    assert event.status == status
    assert (source is None) == (event.attributed_to is None)
    assert source is None or source in (event.attributed_to or "")


TOLD: list[tuple[str, str]] = [
    ("State media reported an attack by rebels on a village.", "State media"),
    ("The army confirmed an attack by rebels on a village.", "army"),
    ("Ankara accused the rebels of shelling a school.", "Ankara"),
    ("The rebels were accused by Ankara of shelling a school.", "Ankara"),
    ("As the mayor put it, rebels attacked the village.", "mayor"),
]


@pytest.mark.parametrize(("text", "source"), TOLD, ids=[text for text, _ in TOLD])
def test_what_is_reported_or_charged_has_its_source(text: str, source: str) -> None:
    attack = next(event for event in events_of(text) if event.event_type == "ASSAULT")
    assert attack.status == "claimed"
    assert source in (attack.attributed_to or "")


def test_means_inside_a_charge_are_no_part_of_it() -> None:
    found = events_of("Paris accused the rebels of breaking the truce by shelling a school.")
    assert [event.attributed_to for event in found if event.event_type == "ASSAULT"] == [None]


def test_who_phones_to_thank_thanks() -> None:
    found = events_of("The king of Jordan phoned President Sisi of Egypt to congratulate him.")
    support = next(event for event in found if event.event_type == "SUPPORT")
    assert support.status == "actual"
    assert {party.country for party in support.actors} == {"JOR"}


def test_the_toll_belongs_to_its_attack() -> None:
    found = events_of("Gunmen opened fire on a market in Kaduna, killing 18 people and wounding dozens more.")
    assert [event.event_type for event in found] == ["ASSAULT"]
    assert len(found[0].quantities) == 2


def test_a_further_act_is_an_event_of_its_own_at_the_place_of_the_paragraph() -> None:
    found = events_of("Gunmen attacked the town of Maradi on Monday. They also set fire to a police station.")
    assert [event.mode for event in found][-1] == "destroy"
    assert [event.place.name for event in found if event.place] == ["Maradi", "Maradi"]


def test_what_is_granted_without_naming_for_whom_is_still_help() -> None:
    found = events_of("China sent tents and blankets on Sunday.")
    assert [(event.event_type, event.recipients) for event in found] == [("AID", ())]


def test_a_truce_that_takes_force_needs_no_doer() -> None:
    assert [event.mode for event in events_of("A ceasefire came into force at noon on Saturday.")] == ["ceasefire"]
