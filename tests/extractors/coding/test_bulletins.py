"""Headlines and short bulletins, all our own: who is held, ousted by a vote, stripped, shot or acquitted."""

import pytest

from extractors.model import Event
from tests.extractors.coding.coded import codes, events_of


def kind(event: Event) -> str:
    return f"{event.event_type}-{event.mode}" if event.mode else event.event_type


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Three Egyptians were held over a fire.", "COERCE-arrest", id="held over something"),
        pytest.param("The premier was stripped of the presidency on Monday.", "COERCE-restrict", id="stripped"),
        pytest.param("The junta decreed a state of siege in Bamako.", "COERCE-martial-law", id="decreed"),
        pytest.param("The militia turned its guns on villagers in Mali.", "ASSAULT-firearms", id="guns turned"),
        pytest.param("The governor of Kano survived a drone attack.", "ASSAULT-drone", id="survived"),
        pytest.param("Peru's president shut down Congress.", "COERCE-restrict", id="a parliament shut down"),
        pytest.param("A gang leader in Haiti threatened a massacre.", "THREATEN-violence", id="a massacre threatened"),
    ],
)
def test_what_is_told(text: str, wanted: str) -> None:
    assert [kind(event) for event in events_of(text)] == [wanted]


def test_the_vote_of_a_house_is_the_act() -> None:
    [ousted] = events_of("Chilean senators voted on Friday to remove the president from office.")
    assert (kind(ousted), ousted.status) == ("COERCE-restrict", "actual")
    assert codes(ousted.actors) == {("CHL", "LEG")}


def test_voters_and_votes_on_something_do_nothing_yet() -> None:
    assert {event.status for event in events_of("Venezuela votes on annexing Essequibo.")} <= {"hypothetical"}


def test_a_verdict_that_sparks_clashes_fights_nobody() -> None:
    told = events_of("A court in Senegal jailed Sonko, sparking deadly clashes in Dakar.")
    assert not [event for event in told if event.event_type == "ASSAULT" and event.actors]


def test_who_is_shot_dead_in_a_headline_does_not_shoot() -> None:
    [shot] = events_of("Ecuador mayoral candidate Perez shot dead at rally")
    assert not shot.actors
    assert ("ECU", "PTY") in codes(shot.recipients)


def test_of_what_a_court_acquits_is_denied() -> None:
    told = events_of("The court in Dakar acquitted the general of the murder of a lawyer.")
    assert {event.status for event in told if event.event_type == "ASSAULT"} <= {"denied"}
