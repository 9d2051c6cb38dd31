"""What the words around a trigger make of its act."""

import pytest

from tests.extractors.coding.coded import events_of


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        pytest.param("The army shelled the village.", "ASSAULT", "actual", id="told"),
        pytest.param("The army did not shell the village.", "ASSAULT", "negated", id="not"),
        pytest.param("The army never attacked the village.", "ASSAULT", "negated", id="never"),
        pytest.param("The army could attack the village.", "ASSAULT", "hypothetical", id="could"),
        pytest.param("If the army attacks the village, the talks are over.", "ASSAULT", "hypothetical", id="if"),
        pytest.param("The army plans to attack the village.", "ASSAULT", "planned", id="plans to"),
        pytest.param("The army tried to capture the town.", "COERCE", "hypothetical", id="tried to"),
        pytest.param("The army managed to capture the town.", "COERCE", "actual", id="managed to"),
        pytest.param("Rebels were forced to withdraw from the town.", "RETREAT", "actual", id="forced to"),
        pytest.param("The general said the army had attacked the village.", "ASSAULT", "claimed", id="said"),
        pytest.param("According to activists, the army attacked the village.", "ASSAULT", "claimed", id="according to"),
        pytest.param("The army reportedly attacked the village.", "ASSAULT", "claimed", id="reportedly"),
        pytest.param("Moscow denied that its troops had attacked the village.", "ASSAULT", "denied", id="denied that"),
        pytest.param("Paris accused Moscow of shelling the town.", "ASSAULT", "claimed", id="accused of"),
        pytest.param("Paris urged Moscow to withdraw its troops.", "RETREAT", "hypothetical", id="urged to"),
        pytest.param("Paris called for the release of the journalist.", "REQUEST", "actual", id="the demand itself"),
        pytest.param(
            "The army prevented rebels from attacking the village.", "ASSAULT", "negated", id="prevented from"
        ),
        pytest.param(
            "Envoys came together so that Kenya can send aid to Somalia.", "AID", "hypothetical", id="so that … can"
        ),
        pytest.param("Thousands gathered to protest against the president.", "PROTEST", "actual", id="gathered to"),
    ],
)
def test_status(text: str, event_type: str, status: str) -> None:
    found = [event.status for event in events_of(text) if event.event_type == event_type]
    assert found == [status]


def test_a_refusal_to_fail_is_no_negation_left() -> None:
    (attack,) = [e for e in events_of("The army did not stop attacking the village.") if e.event_type == "ASSAULT"]
    assert attack.status == "actual"
