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


def test_who_is_sworn_in_says_nothing() -> None:
    [removed] = events_of("Brazil's minister removed from office, Souza sworn in")
    assert (removed.status, removed.attributed_to) == ("actual", None)


def test_the_one_person_before_a_killing_is_the_victim() -> None:
    [killing] = [event for event in events_of("Three men held over mayor's killing") if event.event_type == "ASSAULT"]
    assert not killing.actors
    assert [party.text for party in killing.recipients] == ["mayor"]


def test_the_killing_of_somebody_else_is_done_by_its_owner() -> None:
    killings = events_of("The militia's killing of a boy sparked riots in Dakar.")
    attacks = [event for event in killings if event.event_type == "ASSAULT"]
    assert [codes(event.actors) for event in attacks] == [{("SEN", "PRM")}]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Congo: militia kills 22 in camp for displaced", "COD", id="a bare number"),
        pytest.param("Gang kills at least 60 in Haitian town", "HTI", id="at least so many"),
    ],
)
def test_a_number_that_is_killed_is_people(text: str, country: str) -> None:
    [attack] = events_of(text)
    assert codes(attack.recipients) == {(country, "CVL")}


def test_who_is_named_before_the_colon_as_a_group_says_so() -> None:
    [burned] = events_of("Rights group: Chad troops burned villages")
    assert (burned.status, burned.attributed_to) == ("claimed", "Rights group")


def test_who_phones_to_say_something_says_it() -> None:
    told = events_of("The ousted president of Niger phoned a newspaper to say that he had been beaten.")
    assert [event.attributed_to for event in told if event.event_type == "ASSAULT"] == ["The ousted president of Niger"]


def test_whose_minister_belongs_to_the_state_before() -> None:
    told = events_of("The leader of Mali was allowed to leave for Togo, whose prime minister called the coup a sham.")
    assert ("TGO", "GOV") in codes(tuple(party for event in told for party in event.actors))


def test_who_steps_down_in_protest_does_not_march() -> None:
    assert [kind(event) for event in events_of("The Bolivian minister stepped down in protest.")] == ["RETREAT-resign"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Gunmen stormed a UN base in the Malian town of Gao on Friday.", "Gao", id="UN is no town"),
        pytest.param(
            "Soldiers from India and Pakistan returned fire at the rebels in Mali.",
            "Mali",
            id="where soldiers are from",
        ),
        pytest.param("Gunmen shot civilians in two villages of Mali.", "Mali", id="villages of a state"),
    ],
)
def test_where_it_was(text: str, place: str) -> None:
    [event] = events_of(text)
    assert event.place is not None
    assert (event.place.name, event.place.country) == (place, "MLI")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Bank manager kidnapped in Lagos freed", ["ASSAULT-abduct", "RETREAT-release"], id="and freed"),
        pytest.param("Chaos in Bolivia as police strike", ["PROTEST-strike"], id="police on strike"),
        pytest.param("Peru: two killed as farmers storm gold mine", ["ASSAULT", "PROTEST-riot"], id="no storm"),
        pytest.param("Two killed in Peru as storm lashes coast", [], id="a storm"),
        pytest.param("Famine in Yemen has killed 9,000 children, the UN says.", [], id="a famine"),
        pytest.param("The miner embraced his son in Chile.", [], id="a father"),
        pytest.param("A police officer patrolled a street in Port-au-Prince.", ["MOBILIZE-police"], id="police patrol"),
        pytest.param("Marchers in Nairobi were met with rubber bullets.", ["ASSAULT-crowd-control"], id="met with"),
        pytest.param("Unknown gunmen attacked an armoury in Bamako.", ["ASSAULT"], id="an armoury"),
        pytest.param("Mali general says president ousted", ["COERCE-restrict"], id="said to be ousted"),
    ],
)
def test_shorter_news(text: str, wanted: list[str]) -> None:
    assert [kind(event) for event in events_of(text)] == wanted


def test_who_is_armed_with_something_is_who_opens_fire() -> None:
    told = events_of("Militants armed with grenades and rifles opened fire on shoppers in Kampala.")
    assert [codes(event.actors) for event in told] == [{("UGA", "REB")}]


def test_troops_that_are_deployed_are_who_moves() -> None:
    [moved] = events_of("Thousands of soldiers were deployed in Valparaiso on Monday.")
    assert codes(moved.actors) == {("CHL", "MIL")}


def test_who_is_let_go_lets_nobody_go() -> None:
    told = events_of("The general was later charged with treason and let go to Nigeria.")
    assert [event.actors for event in told if event.event_type == "RETREAT"] == [()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Six opposition parties rallied behind the preacher in Malawi.", ["SUPPORT"], id="rallied behind"),
        pytest.param("Two men suspected of offering the judges bribes were questioned in Lilongwe.", [], id="bribes"),
        pytest.param("Mourners stormed the palace in Morelia.", ["PROTEST-riot"], id="mourners"),
        pytest.param(
            "At least 60 people burned to death in Nigeria when a tanker that had overturned exploded.",
            [],
            id="a tanker",
        ),
        pytest.param("Eswatini king's troops fire on pro-democracy march", ["ASSAULT-firearms"], id="fire on a march"),
    ],
)
def test_longer_news(text: str, wanted: list[str]) -> None:
    assert [kind(event) for event in events_of(text)] == wanted


def test_judges_who_vote_to_convict_do_so() -> None:
    [verdict] = events_of("Three of the five judges voted on Friday to convict the general in Chile.")
    assert (kind(verdict), verdict.status) == ("SANCTION-convict", "actual")


def test_what_a_plot_included_is_planned() -> None:
    [poisoning] = events_of("The plot, in the view of prosecutors in Brazil, included poisoning the president.")
    assert poisoning.status == "planned"


def test_who_is_disguised_as_somebody_acts_himself() -> None:
    told = events_of("US agents disguised as fishermen lured a former navy chief onto a yacht and arrested him.")
    assert [codes(event.actors) for event in told] == [{("USA", "GOV")}]


def test_whom_a_march_is_against_is_no_place() -> None:
    [march] = events_of(
        "For weeks thousands had marched against Jane Brown, the head of the electoral commission in Mali."
    )
    assert march.place is None or march.place.name != "Jane Brown"


def test_a_weapon_and_its_nationality_are_one_party() -> None:
    [attack] = events_of("Nigerian air strike kills scores at market, residents say")
    assert len(attack.actors) == 1


def test_what_a_distance_follows_is_a_place() -> None:
    [taken] = events_of("Fighters of the M23 group captured Sake, some 20 kilometers west of Goma.")
    assert taken.place is not None
    assert (taken.place.name, taken.place.country) == ("Sake", "COD")


def test_who_wins_by_votes_beats_nobody_up() -> None:
    told = events_of("At his third attempt the businessman beat the president of Mali by nearly a million votes.")
    assert not [event for event in told if event.event_type == "ASSAULT"]
