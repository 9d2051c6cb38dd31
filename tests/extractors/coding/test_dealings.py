"""Diplomacy, sanctions, courts and protests in sentences of our own, by constructions that news uses all the time."""

import pytest

from extractors.model import Event
from tests.extractors.coding.coded import codes, events_of

RUS, CHN, TCD, MLI, NER, POL = ((code, "GOV") for code in ("RUS", "CHN", "TCD", "MLI", "NER", "POL"))


def told(text: str) -> list[str]:
    """Type, mode, status, actors and recipients of each event, as one readable line."""
    return [line(event) for event in events_of(text)]


def line(event: Event) -> str:
    """One event as `TYPE-mode status: XXX GOV, … -> YYY GOV`."""
    kind = f"{event.event_type}-{event.mode}" if event.mode else event.event_type
    actors, recipients = (
        ", ".join(sorted(f"{country or '?'} {sector or '?'}" for country, sector in codes(parties)))
        for parties in (event.actors, event.recipients)
    )
    return f"{kind} {event.status}: {actors or '-'} -> {recipients or '-'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Poland told 60 envoys to leave and closed Chad's consulate in Lodz.",
            "SANCTION-withdraw actual: POL GOV -> TCD GOV",
            id="a past form goes on behind an infinitive",
        ),
        pytest.param(
            "Chad, Mali and Niger also announced expulsions.",
            "SANCTION-expel actual: MLI GOV, NER GOV, TCD GOV -> -",
            id="a list of names",
        ),
        pytest.param(
            "Prosecutors accused members of the gang of killing a judge.",
            "ASSAULT claimed: ? CRM -> ? JUD",
            id="the second of is the charge",
        ),
        pytest.param(
            "Prosecutors have charged the Chadian president with killing a judge.",
            "ASSAULT claimed: TCD GOV -> TCD JUD",
            id="who is charged with it did it",
        ),
        pytest.param(
            "Chad remained ready for dialogue with Russia.",
            "AGREE actual: TCD GOV -> RUS GOV",
            id="said by a linking verb, with a party inside",
        ),
        pytest.param(
            "Chad's foreign minister, Jane Doe, called for talks.",
            "REQUEST-meet actual: TCD GOV -> -",
            id="the verb behind an apposition",
        ),
        pytest.param(
            "Thousands fled to neighboring Mali after the Chadian army launched a crackdown in the north.",
            "SANCTION-expel actual: TCD MIL -> MLI CVL",
            id="who cracks down drives people out",
        ),
        pytest.param(
            "Poland will send home four diplomats, and Chad is throwing out 13.",
            "SANCTION-expel actual: TCD GOV -> -",
            id="a number of people thrown out",
        ),
        pytest.param("Chad denies committing genocide.", "ASSAULT denied: TCD GOV -> -", id="a denied crime"),
        pytest.param(
            "The EU has extended its arms embargo.", "SANCTION actual: EUR GOV -> -", id="no adverb behind a noun"
        ),
        pytest.param(
            "Russia recognized two breakaway regions as independent states.",
            "SUPPORT actual: RUS GOV -> -",
            id="a region recognized",
        ),
        pytest.param(
            "Chad accused Mali of involvement in killing a judge.",
            "ASSAULT claimed: MLI GOV -> TCD JUD",
            id="any charge is the object's deed",
        ),
        pytest.param(
            "Activists put the number at six and accuse Chad's police of planting evidence and of executing two men.",
            "ASSAULT-targeted claimed: TCD COP -> TCD CVL",
            id="a second charge far from its verb",
        ),
        pytest.param(
            "Amnesty International accused Mali of failing to investigate the case.",
            "ACCUSE-investigate negated: MLI GOV -> -",
            id="an infinitive behind an -ing form",
        ),
        pytest.param(
            "The embassies of Chad, Mali and Niger called for an inquiry.",
            "REQUEST-change actual: MLI GOV, NER GOV, TCD GOV -> -",
            id="the commas of a list part nothing",
        ),
        pytest.param(
            "European Union leaders signed a treaty.", "AGREE actual: EUR GOV -> -", id="a union and its leaders"
        ),
        pytest.param(
            "Poland demanded that the EU list the group's allies as terrorists.",
            "REQUEST-change actual: POL GOV -> EUR GOV",
            id="a verb like a noun",
        ),
        pytest.param(
            "The Kremlin said it was deeply concerned and called on Chad to cooperate.",
            "REQUEST-assist actual: RUS GOV -> TCD GOV",
            id="a verb behind a passive adjective",
        ),
        pytest.param(
            "Mali imposed no sanctions on Chad.", "SANCTION negated: MLI GOV -> TCD GOV", id="one no is one negation"
        ),
        pytest.param(
            "The president dared the Chadian police to arrest him.",
            "COERCE-arrest hypothetical: TCD COP -> TCD GOV",
            id="dared to",
        ),
        pytest.param("Mali asked for help. Chad refused.", "REJECT actual: TCD GOV -> -", id="a bare refusal"),
        pytest.param("Chad dismissed the claim as absurd.", "REJECT actual: TCD GOV -> -", id="a claim dismissed"),
        pytest.param(
            "Chadian Justice Secretary Jane Doe threatened to bar Mali's envoys from the country.",
            "THREATEN-restrict actual: TCD GOV -> MLI GOV",
            id="whence somebody is kept",
        ),
        pytest.param(
            "Mali on Friday barred Chadian men aged between 16 and 60 from entering the country.",
            "COERCE-restrict actual: MLI GOV -> TCD CVL",
            id="kept from something behind a description",
        ),
        pytest.param(
            "Chad protested after Mali fired on and seized two of its navy vessels.",
            "COERCE-seize actual: MLI GOV -> TCD MIL",
            id="nobody seizes his own ships",
        ),
        pytest.param(
            "Kyiv demands that the men be treated as prisoners of war.",
            "REQUEST-change actual: UKR GOV -> -",
            id="a plural that is a verb",
        ),
        pytest.param(
            "The Economic Community of West African States, or ECOWAS, closed borders and halted aid to the country.",
            "COERCE-restrict actual: IGO ? -> -",
            id="a verb between commas and a noun",
        ),
        pytest.param(
            "Chad's president was ready to talk to Mali.", "AGREE actual: TCD GOV -> MLI GOV", id="ready to talk to"
        ),
        pytest.param(
            "Paris has offered its help.", "AGREE actual: FRA GOV -> -", id="whose help it is does not receive it"
        ),
        pytest.param(
            "Chad's foreign minister ruled out a withdrawal of the 500 troops that Chad keeps in Mali.",
            "REJECT-yield actual: TCD GOV -> TCD MIL",
            id="troops that a state keeps are its own",
        ),
        pytest.param(
            'Poland, Mali and Niger on Monday each declared a Chadian diplomat "persona non grata," three days after '
            "Moscow expelled diplomats from the three EU countries for attending a demonstration.",
            "SANCTION-expel actual: RUS GOV -> EUR GOV",
            id="days before a clause are no subject",
        ),
        pytest.param(
            'Poland declared a Chadian envoy "persona non grata" on Monday.',
            "SANCTION-expel actual: POL GOV -> TCD GOV",
            id="a name in quotation marks",
        ),
        pytest.param(
            "Navalny's supporters protest as Chad expels diplomats",
            "SANCTION-expel actual: TCD GOV -> ? GOV",
            id="a verb in a headline",
        ),
        pytest.param(
            "Mali wants talks; Chad has so far refused to halt the drills.",
            "REJECT-yield actual: TCD GOV -> -",
            id="a subject that hangs on an auxiliary",
        ),
        pytest.param(
            "Poland blamed the attack on Chad, a charge that Chad denies.",
            "ACCUSE-allege actual: POL GOV -> TCD GOV",
            id="a relative clause says nothing of its sentence",
        ),
        pytest.param(
            "Poland urged Chad not to accept the result.",
            "REJECT hypothetical: TCD GOV -> -",
            id="a refusal that is only asked for",
        ),
        pytest.param(
            "Chad said it would not accept the result.", "REJECT actual: TCD GOV -> -", id="a refusal for the future"
        ),
        pytest.param(
            "Poland has not ruled out sanctions against Chad.",
            "SANCTION hypothetical: - -> TCD GOV",
            id="not ruled out may come",
        ),
        pytest.param(
            "Chad's foreign minister expressed readiness to work with Mali.",
            "AGREE actual: TCD GOV -> MLI GOV",
            id="with whom stands inside the readiness",
        ),
        pytest.param(
            "Poland had urged the EU to admit Mali and appealed to Chadian voters not to stay silent.",
            "REQUEST-change actual: POL GOV -> TCD CVL",
            id="a past form goes on with a perfect",
        ),
        pytest.param(
            "Chad has not joined the talks and offered to host talks between Mali and Niger.",
            "AGREE actual: TCD GOV -> MLI GOV, NER GOV",
            id="to host is an infinitive",
        ),
        pytest.param(
            "Poland warned that Chad would be held responsible.",
            "THREATEN actual: POL GOV -> TCD GOV",
            id="who is to be held responsible is threatened",
        ),
        pytest.param(
            "Chad, Mali and Niger said on Wednesday that they would recognize Kosovo in May.",
            "AGREE actual: MLI GOV, NER GOV, TCD GOV -> XKX GOV",
            id="the name that opens a list",
        ),
        pytest.param(
            "Norway, Ireland and Spain to recognize Palestinian state",
            "AGREE planned: ESP GOV, IRL GOV, NOR GOV -> PSE GOV",
            id="a headline's to is a plan",
        ),
        pytest.param("Chad welcomed it on Monday.", "SUPPORT actual: TCD GOV -> -", id="nobody welcomes himself"),
    ],
)
def test_is_told(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Poland called the move the largest expulsion of diplomats ever.", "SANCTION", id="another name"),
        pytest.param("Chad vowed to retaliate.", "ASSAULT", id="nobody says by force"),
        pytest.param("The two countries failed to agree on a date.", "REJECT", id="no agreement is no refusal"),
        pytest.param("Chad's government retaliated on Monday.", "ASSAULT", id="nobody says how"),
        pytest.param("The agency sent experts to Lodz to take samples.", "AID", id="experts who do not help"),
    ],
)
def test_is_not_told(text: str, kind: str) -> None:
    assert kind not in [event.event_type for event in events_of(text)]


def test_they_are_all_of_a_list() -> None:
    events = events_of("Russia and three European Union states said they were expelling Chadian diplomats.")
    assert codes(events[0].actors) == {RUS, ("EUR", "GOV")}


def test_who_urges_all_sides_is_none_of_them() -> None:
    text = "Poland and Chad issued a statement in which they urged all sides to show restraint."
    assert codes(events_of(text)[0].recipients).isdisjoint({POL, TCD})


def test_a_president_without_former_tells_of_the_time_in_office() -> None:
    events = events_of("In 2016, President Barack Obama expelled 35 Chadian diplomats.")
    assert codes(events[0].actors) == {("USA", "GOV")}


def test_the_tribunal_is_the_court_of_several_states() -> None:
    text = "A UN court sided with Chad.\nThe Hague-based tribunal rejected Mali's request. Judges told Mali to pay."
    assert all(("UNO", "JUD") in codes(event.actors) for event in events_of(text))


def test_western_governments_are_nobodys_own() -> None:
    text = "Chad voted on Sunday.\nPoland urged Western governments to impose sanctions on Chad."
    assert codes(events_of(text)[0].recipients) == {(None, "GOV")}


def test_the_government_is_of_the_country_whose_parties_a_paragraph_names() -> None:
    text = "Russia, Moscow and the Kremlin spoke.\nThe CDU criticized the government. Angela Merkel said nothing."
    assert codes(events_of(text)[0].recipients) == {("DEU", "GOV")}


def test_a_longer_name_is_another_party() -> None:
    text = "Canada voted on Monday. Canadian ministers spoke.\nThe New Democratic Party condemned the Canadian army."
    assert ("USA", "PTY") not in codes(events_of(text)[0].actors)


def test_a_clause_of_its_own_is_another_act() -> None:
    text = "Chadian soldiers shot six people in May, and two protesters were killed in Lodz in June."
    assert len([event for event in events_of(text) if event.event_type == "ASSAULT"]) > 1


def test_who_puts_down_a_protest_does_not_protest() -> None:
    events = events_of("Chadian security forces put down the demonstrations.")
    assert not any(codes(event.actors) for event in events if event.event_type == "PROTEST")


def test_a_summit_beside_which_two_meet_is_no_second_meeting() -> None:
    events = events_of("Chad's president met Mali's president on the sidelines of the G20 summit.")
    assert [event.event_type for event in events] == ["CONSULT"]


def test_he_is_called_by_the_name_the_article_gives_him() -> None:
    text = "Colonel John Roe, a spokesman for the Chadian army, spoke on Monday.\nRebels killed six people, he said."
    assert [event.attributed_to for event in events_of(text)] == ["Colonel John Roe"]


def test_both_sides_are_the_two_states_in_mind() -> None:
    text = "Chad summoned Mali's envoy.\nMali recalled its ambassador from Chad.\nPoland urged both sides to negotiate."
    requests = [event for event in events_of(text) if event.event_type == "REQUEST"]
    assert codes(requests[0].recipients) == {TCD, MLI}


def test_him_may_be_who_owns_the_subject() -> None:
    events = events_of("Angela Merkel's critics accuse her of lying to parliament.")
    assert codes(events[0].recipients) == {("DEU", "GOV")}


def test_an_ally_of_a_politician_is_of_the_same_country() -> None:
    events = events_of("Alexei Navalny's ally John Roe urged the EU to act.")
    assert codes(events[0].actors) == {("RUS", "OPP")}


def test_the_bloc_is_no_court() -> None:
    text = "The European Court of Human Rights condemned Chad.\nPoland urged the bloc to act."
    requests = [event for event in events_of(text) if event.event_type == "REQUEST"]
    assert all(party.sector != "JUD" for event in requests for party in event.recipients)


def test_who_is_named_behind_his_host_is_the_host() -> None:
    events = events_of("The Polish president asked his host, Angela Merkel, to reconsider the plan.")
    assert codes(events[0].recipients) == {("DEU", "GOV")}


@pytest.mark.parametrize("words", ["all countries", "the countries that had helped"])
def test_countries_told_anew_are_not_those_of_the_last_list(words: str) -> None:
    text = f"Chad, Mali and Niger abstained.\nPoland urged {words} to act."
    requests = [event for event in events_of(text) if event.event_type == "REQUEST"]
    assert codes(requests[0].recipients) == {(None, "GOV")}


def test_its_troops_are_of_whoever_makes_the_war() -> None:
    text = "The UN demanded an end to Mali's war and the withdrawal of all its troops."
    assert ("UNO", "MIL") not in {pair for event in events_of(text) for pair in codes(event.actors)}


def test_the_state_is_none_of_a_list() -> None:
    text = "Ecuador voted. Police waited in Ecuador.\nChile, Peru and Brazil sent observers.\nA widow sued the state."
    assert codes(events_of(text)[-1].recipients) == {("ECU", "GOV")}


def test_a_source_is_told_with_where_it_sits() -> None:
    events = events_of("Chad attacked Mali, a source in the Defense Ministry said.")
    assert events[0].attributed_to == "source in the Defense Ministry"
