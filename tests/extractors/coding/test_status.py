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
        pytest.param("Parliament still has to ratify the treaty.", "SUPPORT", "hypothetical", id="has to"),
        pytest.param(
            "The treaty still has to be ratified by parliament.", "SUPPORT", "hypothetical", id="passive has to"
        ),
        pytest.param("The rebels have yet to release the hostages.", "RETREAT", "negated", id="yet to"),
        pytest.param("The army had to withdraw from the town.", "RETREAT", "actual", id="had to"),
        pytest.param("The plan was to kidnap the governor.", "ASSAULT", "planned", id="the plan was to"),
        pytest.param("Berlin ruled out sending troops to Mali.", "MOBILIZE", "negated", id="ruled out"),
        pytest.param("London stopped short of expelling the ambassador.", "SANCTION", "negated", id="short of"),
        pytest.param("The militia is capable of attacking the capital.", "ASSAULT", "hypothetical", id="capable of"),
        pytest.param("The president is thinking about pardoning the general.", "CONCEDE", "hypothetical", id="about"),
        pytest.param("Rumors that the king had been arrested spread.", "COERCE", "claimed", id="rumors that"),
        pytest.param("Neither Iran nor Iraq has signed the treaty.", "AGREE", "negated", id="neither"),
        pytest.param("Moscow vetoed the start of talks with Georgia.", "CONSULT", "negated", id="the start of"),
        pytest.param("The accord obliges the rebels to release the men.", "RETREAT", "hypothetical", id="obliges"),
        pytest.param("Kyiv will punish any rebel that attacked the city.", "ASSAULT", "hypothetical", id="any"),
        pytest.param("Rebels demanded that the men be released.", "RETREAT", "hypothetical", id="be released"),
        pytest.param("Soldiers used boats to rescue residents.", "AID", "actual", id="used something to"),
        pytest.param(
            '"We will disarm when the troops leave our land," a rebel said.', "RETREAT", "hypothetical", id="when"
        ),
        pytest.param("Hague court rules deportation of Afghans unlawful", "COERCE", "actual", id="rules unlawful"),
        pytest.param(
            "The cell is said to have made plans to storm the Bundestag, arrest members of the cabinet and leave.",
            "COERCE",
            "planned",
            id="plans to, listed",
        ),
        pytest.param("Turkish troops pressed on with an offensive in Afrin.", "ASSAULT", "actual", id="pressed on"),
        pytest.param(
            "Seoul accused Tokyo of spying, an accusation that Japan rejected.", "REJECT", "actual", id="a charge that"
        ),
        pytest.param(
            "Rebels crossed the river, waving flags, before shelling the town.", "ASSAULT", "actual", id="before …ing"
        ),
        pytest.param(
            "The captain has been charged with rape; his lawyer says he is innocent.", "ACCUSE", "actual", id=";"
        ),
        pytest.param(
            "The Senate called for sanctions on Serbia; Greece urged it to wait.", "THREATEN", "actual", id="; urged"
        ),
        pytest.param(
            "States that refuse to help would have to pay.", "REJECT", "hypothetical", id="of the subject of would"
        ),
    ],
)
def test_status(text: str, event_type: str, status: str) -> None:
    found = [event.status for event in events_of(text) if event.event_type == event_type]
    assert found == [status]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Journalists are often arrested in Eritrea.", id="a habit"),
        pytest.param("Wolves attacked a farmer near the village.", id="beasts"),
        pytest.param("A bus plunged into a ravine, killing 30 pilgrims.", id="a crash before the toll"),
        pytest.param("Two workers were killed when a crane collapsed.", id="a crash behind the toll"),
        pytest.param("A gas explosion killed four tenants.", id="a mishap"),
        pytest.param("The festival opens with a film about the siege of Sarajevo.", id="the subject of a film"),
        pytest.param("They have vowed not to return to the talks.", id="a promise not to"),
        pytest.param("Prices rose in May, fifteen months into Russia's invasion of Ukraine.", id="months into"),
    ],
)
def test_what_is_no_act_is_no_event(text: str) -> None:
    assert events_of(text) == ()


def test_a_reciprocal_charge_names_nobody_else() -> None:
    (charge,) = events_of("Chad and Sudan accused each other of supporting rebels.")
    assert {party.country for party in charge.actors} == {"TCD", "SDN"}
    assert charge.recipients == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Guards opened fire on a rally in Goma.", {("ASSAULT", True), ("PROTEST", False)}, id="fire on"),
        pytest.param(
            "France called the killing of the judge heinous.", {("ASSAULT", False), ("ACCUSE", True)}, id="named"
        ),
    ],
)
def test_who_acts_on_an_act_does_not_do_it(text: str, wanted: set[tuple[str, bool]]) -> None:
    assert {(event.event_type, bool(event.actors)) for event in events_of(text)} >= wanted


def test_the_dead_of_an_attack_told_next_are_its_toll() -> None:
    (attack,) = events_of(
        "The army bombed a rebel camp on Friday. Six guerrillas died in the air raid, a minister said."
    )
    assert len(attack.mentions) == 2


def test_they_in_a_quotation_are_not_who_speaks() -> None:
    (killing,) = events_of('"They are killing our children," a doctor in Goma shouted.')
    assert not any(party.sector == "MED" for party in killing.actors)


def test_a_refusal_to_fail_is_no_negation_left() -> None:
    (attack,) = [e for e in events_of("The army did not stop attacking the village.") if e.event_type == "ASSAULT"]
    assert attack.status == "actual"


def test_what_an_attack_destroys_is_its_outcome() -> None:
    (attack,) = events_of("Turkish jets bombed hideouts in northern Iraq, destroying twenty caves.")
    assert (attack.event_type, attack.mode) == ("ASSAULT", "aerial")


def test_a_charge_is_rejected_as_that_of_who_made_it() -> None:
    (denial,) = [
        event
        for event in events_of("Seoul accused Tokyo of spying, an accusation that Japan rejected.")
        if event.event_type == "REJECT"
    ]
    assert [party.country for party in denial.recipients] == ["KOR"]


def test_who_is_talked_into_a_deed_does_it() -> None:
    (halt,) = events_of("The king has talked the rebels into halting the offensive.")
    assert [party.sector for party in halt.actors] == ["REB"]


def test_who_is_joined_in_a_deed_does_it_too() -> None:
    (blame,) = events_of("Chile joined Peru in condemning Venezuela.")
    assert [party.country for party in blame.actors] == ["CHL", "PER"]
    assert [party.country for party in blame.recipients] == ["VEN"]
