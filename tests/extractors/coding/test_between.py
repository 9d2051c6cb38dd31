"""What a deed is by whom it passes between, and whom a story's words mean: short stories of our own."""

import pytest

from tests.extractors.coding.coded import codes, events_of

STORIES = [
    pytest.param(
        "Youths burned tires in Makurdi and blocked the road to Lafia.", "PROTEST-obstruct actual: NGA CVL -> -",
        id="a road blocked by people",
    ),
    pytest.param("Soldiers blocked the road to Makurdi.", "COERCE-restrict actual: NGA MIL -> -", id="and by soldiers"),
    pytest.param(
        "The US later imposed visa bans on dozens of Georgian officials.", "SANCTION actual: USA GOV -> GEO GOV",
        id="a visa ban abroad",
    ),
    pytest.param(
        "Peru barred Chilean men from entering the country.", "COERCE-restrict actual: PER GOV -> CHL CVL",
        id="travelers kept out",
    ),
    pytest.param(
        "Chad froze the assets of Mali's president.", "SANCTION actual: TCD GOV -> MLI GOV", id="money frozen abroad"
    ),
    pytest.param(
        "Peru's leader promised to wipe out the Chilean rebels.",
        "THREATEN-violence threatened: PER GOV -> CHL REB", id="an attack that is promised",
    ),
    pytest.param(
        "Peru promised not to attack Chile.", "AGREE actual: PER GOV -> CHL GOV", id="none that is promised not to come"
    ),
    pytest.param(
        "In Peru, militiamen captured four of the rebels' vehicles.", "COERCE-seize actual: PER PRM -> -",
        id="captured things are no captives",
    ),
    pytest.param(
        "Thousands of students, teachers and fishermen marched in Lima.",
        "PROTEST-demo actual: PER AGR, PER EDU -> -", id="all of whom a number counts",
    ),
    pytest.param(
        "Police arrested two nurses in Lima. The Bar Association demanded their release.",
        "REQUEST-yield actual: PER SOC -> -", id="who demands the release of others",
    ),
    pytest.param(
        "Chad and Mali are at war. Mali closed the border with Chad. Malian troops shelled a town, killing two men.",
        "ASSAULT-heavy-weapons actual: MLI MIL -> TCD CVL", id="who is hit in a war of two states",
    ),
    pytest.param(
        "The Chadian government accused lawmakers of lying after police arrested two teachers.",
        "COERCE-arrest actual: TCD COP -> TCD EDU", id="what is told beside a charge",
    ),
    pytest.param(
        "Chadian President Jane Doe was shot dead by gunmen at her home.",
        "ASSAULT-firearms actual: TCD UAF -> TCD GOV", id="who is shot at home",
    ),
    pytest.param(
        "Peru is poor. Women demonstrated in Santiago in Chile.", "PROTEST-demo actual: CHL CVL -> -",
        id="who protests where",
    ),
    pytest.param(
        "Peru's president said the Chileans would pay a heavy price.", "THREATEN threatened: PER GOV -> CHL ?",
        id="a price to pay",
    ),
    pytest.param(
        "Chadian soldiers shot at looters. Mali said a student had been killed.", "ASSAULT claimed: - -> TCD EDU",
        id="somebody else than those who were shot at",
    ),
    pytest.param(
        "Peru urged Chile's president Jane Doe to hold talks.", "REQUEST-meet actual: PER GOV -> CHL GOV",
        id="asked to talk",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param('"We will win," the Chadian president told CNN by phone.', "CONSULT", id="an interview"),
        pytest.param("Chad called on Mali to return to talks.", "CONSULT claimed", id="talks that are asked for"),
        pytest.param("Peru's Congress rejected the bill, but Chad supported it.", "SUPPORT actual: TCD GOV -> PER",
                     id="support for what a house rejects"),
        pytest.param("Students in Peru marched to demand the release of Alberto Fujimori.",
                     "PROTEST-demo actual: PER EDU -> PER", id="against whom one marches for"),
        pytest.param("Peru and Chile signed a deal in Lima on Friday that calls for elections.", "REQUEST",
                     id="what a deal calls for"),
        pytest.param("The crowd was angry about a film that insults the prophet.", "ACCUSE", id="what a film does"),
        pytest.param("Chad said India bombed what it called a camp.", "ASSAULT-aerial claimed: IND GOV -> IND GOV",
                     id="who bombs himself"),
    ],
)  # fmt: skip
def test_is_not_told(text: str, kind: str) -> None:
    assert not [each for each in told(text) if each.startswith(kind)]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_is_told(text: str, expected: str) -> None:
    assert expected in told(text)


def test_one_person_is_killed_once() -> None:
    text = (
        "Chadian President Jane Doe was shot dead on Monday. The army said rebels had killed the president. "
        "France condemned the murder of Doe. The UN called the killing of the politician a crime."
    )
    assert [each for each in told(text) if each.startswith("ASSAULT")] == [
        "ASSAULT-firearms actual: TCD REB -> TCD GOV"
    ]


def told(text: str) -> list[str]:
    """Each event as `TYPE-mode status: XXX GOV, … -> YYY GOV`."""
    found: list[str] = []
    for event in events_of(text):
        kind = f"{event.event_type}-{event.mode}" if event.mode else event.event_type
        actors, recipients = (
            ", ".join(sorted(f"{country or '?'} {sector or '?'}" for country, sector in codes(parties))) or "-"
            for parties in (event.actors, event.recipients)
        )
        found.append(f"{kind} {event.status}: {actors} -> {recipients}")
    return found
