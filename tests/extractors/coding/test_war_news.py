"""Who did what to whom in the constructions of war news, in sentences of our own."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.coding.explain import free_text
from extractors.extract import code_article, load_resources
from extractors.model import COUNTED
from tests.extractors.coding.coded import Codes, codes, events_of

Told = tuple[str, Codes, Codes]
MIL, REB, UAF, COP, CVL, MED, REL = (
    (None, "MIL"), (None, "REB"), (None, "UAF"), (None, "COP"), (None, "CVL"), (None, "MED"), (None, "REL"),
)  # fmt: skip


def told(text: str) -> list[Told]:
    """Type, actors and recipients of the counted events of a text."""
    return [
        (f"{each.event_type}-{each.mode}", codes(each.actors), codes(each.recipients))
        for each in events_of(text)
        if each.status in COUNTED
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Two people were killed and five wounded by Ukrainian shelling.",
            ("ASSAULT-heavy-weapons", {("UKR", "MIL")}, {CVL}), id="gapped passive",
        ),
        pytest.param(
            "Two people were killed and five were wounded by shelling.", ("ASSAULT-heavy-weapons", set(), {CVL}),
            id="an -ing form behind by",
        ),
        pytest.param(
            "Officers threatened to kill the doctors and gunmen dragged two patients out of an ambulance.",
            ("THREATEN-violence", {MIL}, {MED}), id="first of two joined clauses",
        ),
        pytest.param(
            "After officers threatened to rape and kill the nuns, gunmen abducted two priests.",
            ("ASSAULT-abduct", {UAF}, {REL}), id="main clause behind a comma",
        ),
        pytest.param(
            "The army said troops captured the village and rebels fled to the hills.",
            ("RETREAT-withdraw", {REB}, set()), id="second of two joined clauses",
        ),
        pytest.param(
            "The attack came hours after the army shot down two drones over Atbara.",
            ("ASSAULT-heavy-weapons", {("SDN", "MIL")}, set()), id="past form tagged as a noun",
        ),
        pytest.param(
            'A brigadier said the RSF had "targeted Osman Digna Air Base and a warehouse" with suicide drones.',
            ("ASSAULT-drone", {("SDN", "PRM")}, {("SDN", "MIL")}), id="a quotation inside what is said",
        ),
        pytest.param(
            "Gunmen dragged three priests out of a school and shot them.", ("ASSAULT-firearms", {UAF}, {REL}),
            id="a pronoun for the object of the verb before",
        ),
        pytest.param(
            "Haftar's men shelled the port.", ("ASSAULT-heavy-weapons", {("LBY", "MIL")}, set()),
            id="the men of a commander",
        ),
        pytest.param(
            "The army drove Hezbollah from the town of Khiam.", ("ASSAULT-None", {MIL}, {("LBN", "REB")}),
            id="a named group bears arms",
        ),
        pytest.param(
            "Two people were wounded by Israeli fire in the village.", ("ASSAULT-firearms", {("ISR", "MIL")}, {CVL}),
            id="fire that is no blaze",
        ),
        pytest.param(
            "Rwanda said stray shells fired from the Congolese side had killed five civilians.",
            ("ASSAULT-heavy-weapons", {("COD", "MIL")}, {CVL}), id="fired from a side",
        ),
        pytest.param(
            "Israel launched its ground offensive on Friday.", ("ASSAULT-None", {("ISR", "GOV")}, set()),
            id="a noun that looks like an adjective",
        ),
        pytest.param(
            "At a session of the Security Council on Sunday, UN chief Antonio Guterres called on Rwanda to withdraw.",
            ("REQUEST-yield", {("UNO", None)}, {("RWA", "GOV")}), id="subject behind an opening phrase in two steps",
        ),
        pytest.param(
            "Lebanon's army, too, charged that Israel had violated the truce.",
            ("ACCUSE-allege", {("LBN", "MIL")}, {("ISR", "GOV")}), id="charged that",
        ),
        pytest.param(
            "The raids were condemned by Islamabad, which says it shot down five Indian jets.",
            ("ASSAULT-heavy-weapons", {("PAK", "GOV")}, {("IND", "MIL")}), id="it, said in a relative clause",
        ),
        pytest.param(
            "Turkey, which armed Azerbaijan in the 2020 war, voiced support for its ally.",
            ("SUPPORT-None", {("TUR", "GOV")}, {(None, None)}), id="a verb behind an aside",
        ),
        pytest.param(
            "Armenian forces seized the region and drove out some 700,000 Azerbaijanis.",
            ("SANCTION-expel", {("ARM", "MIL")}, {("AZE", "CVL")}), id="drove out",
        ),
        pytest.param(
            "A Palestinian gunman wounded eight Israeli soldiers at a checkpoint.",
            ("ASSAULT-None", {("PSE", "UAF")}, {("ISR", "MIL")}), id="wounded is a verb here",
        ),
        pytest.param(
            "Two soldiers died when their car came under fire.", ("ASSAULT-None", set(), {MIL}), id="came under fire",
        ),
        pytest.param(
            "Israeli Prime Minister Benjamin Netanyahu instructed the military to prepare. Lebanon protested. "
            "Lebanon fears an attack.",
            ("REQUEST-change", {("ISR", "GOV")}, {("ISR", "MIL")}), id="the military of whoever gives it orders",
        ),
        pytest.param(
            "Colombia's National Liberation Army freed him. The army bombed a camp of the rebels.",
            ("ASSAULT-aerial", {("COL", "MIL")}, {("COL", "REB")}), id="a Liberation Army is not the army",
        ),
        pytest.param(
            "Israel struck a Hezbollah rocket depot.", ("ASSAULT-None", {("ISR", "GOV")}, {("LBN", "REB")}),
            id="whose depot it was",
        ),
        pytest.param(
            "Protesters besieged the parliament.", ("PROTEST-obstruct", {CVL}, {(None, "LEG")}), id="a crowd's siege",
        ),
        pytest.param(
            "China, which is said to have tolerated the offensive out of anger at the gangs, called for a ceasefire.",
            ("REQUEST-yield", {("CHN", "GOV")}, set()), id="a verb behind a long relative clause",
        ),
        pytest.param(
            "Al-Shabaab, which has links to al-Qaeda, said on its radio that its fighters had killed two ministers.",
            ("ASSAULT-None", {("SOM", "REB")}, {(None, "GOV")}), id="said on its radio that",
        ),
        pytest.param(
            "Paris was angry after soldiers in Mali and Burkina Faso told French forces to leave.",
            ("REQUEST-yield", {("MLI", "MIL"), ("BFA", "MIL")}, {("FRA", "MIL")}), id="subject behind a link",
        ),
        pytest.param(
            "The army pulled out after a raid in which 100 soldiers were reported killed.",
            ("ASSAULT-None", set(), {MIL}), id="reported killed",
        ),
        pytest.param(
            "A journalist was killed when a shell fired by Syrian troops landed near his car.",
            ("ASSAULT-heavy-weapons", {("SYR", "MIL")}, {(None, "JRN")}), id="when a shell landed",
        ),
        pytest.param(
            "Tuareg soldiers are holding President Mohamed Bazoum captive.",
            ("ASSAULT-abduct", {MIL}, {("NER", "GOV")}), id="a named captive",
        ),
        pytest.param(
            "India said 5,000 people had crossed into Mizoram state.", ("SANCTION-expel", set(), {CVL}),
            id="a state with its name before it",
        ),
        pytest.param(
            "Three ethnic minority armies captured the town.", ("COERCE-seize", {REB}, set()), id="ethnic armies",
        ),
        pytest.param("The rebels cut the road to Raqqa.", ("COERCE-restrict", {REB}, set()), id="a road cut"),
        pytest.param(
            "The army won back several districts.", ("COERCE-seize", {MIL}, set()), id="won back",
        ),
        pytest.param("Ecuador asks for help as gunmen storm TV studio", ("ASSAULT-None", {UAF}, set()), id="base"),
        pytest.param(
            "Boko Haram proclaimed a caliphate there before Nigerian troops, backed by Chadian forces, "
            "retook the town a year later.",
            ("COERCE-seize", {("NGA", "MIL")}, set()), id="a subject with an aside behind a link",
        ),
        pytest.param(
            "The military imposed a curfew on the town, and the governor, Jan Kos, urged residents to stay.",
            ("REQUEST-change", {(None, "GOV")}, {CVL}), id="a named subject of the second clause",
        ),
        pytest.param(
            "UNICEF deplored that children had been among the dead and asked Germany for an extra $15 million.",
            ("REQUEST-assist", {("UNO", None)}, {("DEU", "GOV")}), id="a deed is no conjunct of a state",
        ),
        pytest.param(
            "Armed men stormed a bank in Bogota and held a guard at gunpoint.", ("ASSAULT-abduct", {UAF}, {COP}),
            id="held at gunpoint",
        ),
        pytest.param(
            "Chinese guards rammed and boarded two Philippine navy boats.",
            ("COERCE-seize", {("CHN", "COP")}, {("PHL", "MIL")}), id="boarded boats",
        ),
        pytest.param(
            "Peru sent 500 police officers to the border.", ("MOBILIZE-police", {("PER", "GOV")}, set()),
            id="police officers sent",
        ),
        pytest.param(
            "M23 fighters marched into Goma.", ("COERCE-seize", {("COD", "REB")}, set()), id="fighters do not protest",
        ),
        pytest.param(
            "The US struck the port on Friday. The strikes killed three Houthi fighters.",
            ("ASSAULT-None", {("USA", "GOV")}, {("YEM", "REB")}), id="the strikes are those just told",
        ),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, wanted: Told) -> None:
    assert wanted in [(kind, _loose(actors, wanted[1]), _loose(hit, wanted[2])) for kind, actors, hit in told(text)]


def _loose(found: Codes, wanted: Codes) -> Codes:
    """Codes without the country where none is wanted: the article's focus gives one or not."""
    bare = {sector for country, sector in wanted if country is None}
    return {(None, sector) if sector in bare else (country, sector) for country, sector in found}


def test_what_is_quoted_inside_a_report_is_claimed() -> None:
    (event,) = events_of('A brigadier said the RSF had "targeted an air base and a warehouse" with suicide drones.')
    assert (event.status, event.attributed_to) == ("claimed", "A brigadier")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Russian drones hit a market in Kharkiv, killing six people.", "UKR", id="hit at a place"),
        pytest.param("Ukrainian drones killed six people in Belgorod.", "RUS", id="hit at a place of the other side"),
    ],
)
def test_who_is_hit_belongs_to_the_place(text: str, country: str) -> None:
    found = [each for event in events_of(text) for each in event.recipients if each.sector == "CVL"]
    assert found
    assert all(each.country == country for each in found)


def test_the_label_of_a_title_says_where_a_story_is_at_home() -> None:
    text = (
        "Kharkiv: Bomb hits house\n\nRussian warplanes bombed a house.\n\nThe air force shot down two Russian drones."
    )
    article = free_text(text, date(2024, 9, 1))
    first, *rest = article.blocks
    article = replace(article, title=first.text, blocks=(replace(first, zone="title"), *rest))
    events = code_article(article, load_resources()).events
    assert ("UKR", "MIL") in {code for each in events for code in codes(each.actors)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The group vowed to fight until Israel ends its war in Gaza.", "RETREAT", id="until, to come"),
        pytest.param("Talks failed to end a war that has killed tens of thousands.", "ASSAULT", id="toll of a war"),
        pytest.param("That makes it one of the deadliest attacks of its kind.", "ASSAULT", id="a rank"),
        pytest.param("Thousands of the displaced returned to the south.", "SANCTION", id="the displaced"),
        pytest.param("India and Pakistan have fought three wars since 1947.", "ASSAULT", id="history of wars"),
        pytest.param("The envoy demanded that the rebels set free their hostages.", "RETREAT", id="that they set free"),
        pytest.param("The court acquitted the colonel of shooting two prisoners.", "ASSAULT", id="acquitted of"),
        pytest.param("Troops marched into the square of Minsk for the parade.", "COERCE", id="a parade"),
        pytest.param("Washington returned the group to its list of terrorists.", "RETREAT", id="put back on a list"),
    ],
)
def test_what_is_no_act_of_the_day(text: str, kind: str) -> None:
    assert [each for each in told(text) if each[0].startswith(kind)] == []


def test_what_the_doer_alone_claims_is_claimed() -> None:
    (event,) = events_of("The Houthi rebels claimed to have downed an American drone near Hodeida.")
    assert (event.status, event.attributed_to) == ("claimed", "Houthis")


def test_the_speaker_stands_before_his_name() -> None:
    (event,) = events_of("Armed men stopped buses and shot dead 23 people, a senior official, Najibullah Kakar, said.")
    assert (event.status, event.attributed_to) == ("claimed", "a senior official")


def test_the_two_armies_are_those_of_the_two_states() -> None:
    text = "India bombed Muzaffarabad on Tuesday. Pakistan fired back. The two armies shelled each other in Kashmir."
    assert {("IND", "MIL"), ("PAK", "MIL")} in [codes(each.actors) for each in events_of(text)]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        pytest.param(
            "Gunmen attacked a school in Bamako on Tuesday.\n\nThe army is searching the hills.\n\n"
            "More than 70 people were killed, diplomats said.", 1, id="a toll told later",
        ),
        pytest.param(
            "India hit back for last month's killing of tourists in Pahalgam.\n\n"
            "On May 22, gunmen opened fire on tourists in Pahalgam.", 1, id="a noun takes an act up by place and day",
        ),
        pytest.param(
            "The ELN kidnapped Luis Diaz and his wife in Barrancas.\n\nThe ELN freed him after holding him captive "
            "for 12 days.", 1, id="who was kidnapped is held",
        ),
        pytest.param(
            "An Al-Shabaab attack on a beach in Mogadishu killed 32 people on Friday. Gunmen shot at people on the "
            "beach in Mogadishu on Friday.", 1, id="gunmen are those who are named",
        ),
        pytest.param(
            "Gunmen attacked a school in Bamako on Tuesday.\n\nThree people were killed in Gao on Friday.", 2,
            id="a toll with a place and a day of its own",
        ),
    ],
)  # fmt: skip
def test_which_mentions_are_one_attack(text: str, many: int) -> None:
    assert len([each for each in told(text) if each[0].startswith("ASSAULT")]) == many


def test_who_falls_on_the_attackers_side_was_not_killed_by_them() -> None:
    text = "Gunmen stormed a hotel in Mogadishu. Security forces killed three attackers. One soldier was also killed."
    fallen = [each for each in events_of(text) if ("SOM", "MIL") in codes(each.recipients)]
    assert all(("SOM", "MIL") not in codes(each.actors) for each in fallen)
