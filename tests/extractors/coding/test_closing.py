"""The speaker at the end of a sentence, one act told twice, a further act, and where a paragraph goes on."""

import pytest

from extractors.model import Status
from tests.extractors.coding.coded import events_of

SPEAKERS: list[tuple[str, Status, str | None]] = [
    ("Rebel fighters captured the airport of Aleppo, a spokesman for the insurgents said.", "claimed", "insurgents"),
    ("Soldiers arrested 12 students last week, the newspaper La Nacion reported.", "claimed", "Nacion"),
    ("Soldiers have killed four villagers, according to two diplomats.", "claimed", "two diplomats"),
    ("Soldiers killed four villagers, and the army said nothing.", "actual", None),
    ("Soldiers killed four villagers, among them a nurse.", "actual", None),
]


@pytest.mark.parametrize(("text", "status", "source"), SPEAKERS, ids=[text for text, _, _ in SPEAKERS])
def test_a_closing_speaker_says_it(text: str, status: Status, source: str | None) -> None:
    event = events_of(text)[0]
    assert event.status == status
    assert (source is None) == (event.attributed_to is None)
    assert source is None or source in (event.attributed_to or "")


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
