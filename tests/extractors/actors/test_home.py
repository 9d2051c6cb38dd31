"""Whose unnamed people, troops and bodies are: at home, unless the words say otherwise."""

from datetime import date

import pytest

from extractors.actors.resolve import PartyRole
from tests.extractors.actors.reading import codes, parties

DAY = date(2020, 5, 5)
PERU = "Peruvian farmers blocked a road in Peru.\n"
HOME = [
    ("mourners are at home", "Mourners filled the square.", "Mourners", ["PER CVL"]),
    ("whose family name is a people's or a paper's is neither", "Police arrested Ahmed Turk and Anna Spiegel.",
     "Spiegel", ["- -"]),
    ("nurses are at home", "Several nurses joined the strike.", "nurses", ["PER MED"]),
    ("protest leaders are people, not a government", "Protest leaders refused.", "leaders", ["PER CVL"]),
    ("a losing candidate is opposition", "The losing candidate complained.", "candidate", ["PER OPP"]),
    ("a local paper is at home", "A local newspaper wrote about it.", "newspaper", ["PER JRN"]),
    ("foreign troops are not", "Foreign troops arrived.", "troops", ["- MIL"]),
    ("neighboring states are not", "Neighboring states complained.", "states", ["- GOV"]),
    ("people from an unknown place are not", "Fighters from Ruritania arrived.", "Fighters", ["- REB"]),
    ("people rescued from a place are", "Boats rescued people from flooded villages.", "people", ["PER CVL"]),
    ("the staff of something unknown is not", "Acme withdrew its staff.", "staff", ["- -"]),
    ("a sender's troops are the sender's", "Chile sent 300 soldiers.", "soldiers", ["CHL MIL"]),
    ("Congress is that of the article's country", "Congress rejected the bill.", "Congress", ["PER LEG"]),
    ("a sentence that opens in another country is at home there", "In Libya, militias shelled the airport.", "militias",
     ["LBY PRM"]),
    ("and so is the rest of its paragraph", "In Libya, militias shelled the airport. Police arrested protesters.",
     "protesters", ["LBY CVL"]),
    ("the next paragraph is not", "In Libya, militias shelled the airport.\nPolice arrested protesters.", "protesters",
     ["PER CVL"]),
    ("officers are police beside police", "Police arrived.\nYouths attacked the officers.", "officers", ["PER COP"]),
    ("officers are police where nobody speaks of soldiers", "Militants stoned two officers.", "officers", ["PER COP"]),
    ("a party's common name is that of home", "The Labour Party complained.", "Party", ["PER PTY"]),
    ("or of whom it belongs to", "Ghana's Democratic Party complained.", "Party", ["GHA PTY"]),
    ("but its owner's where that country is named", "The US Senate voted. The Democratic Party complained.", "Party",
     ["USA PTY"]),
    ("a name that several list is that of home",
     "Peru watched South Korea.\nSouth Korea's Democratic Party complained.", "Party", ["KOR PTY"]),
    ("armed youths are no mere civilians", "Armed youths arrived.", "youths", ["PER UAF"]),
    ("of two nationalities the first is the country", "Syrian Turkmen fighters arrived.", "fighters", ["SYR REB"]),
    ("an unlisted party is at home", "The United National Party complained.", "Party", ["PER PTY"]),
    ("a neighbor's neighbor is the article's country", "Chile closed its border with its neighbor.", "neighbor",
     ["PER GOV"]),
    ("but home's own neighbor is not", "Peru closed its border with its neighbor.", "neighbor", ["- GOV"]),
    ("a politician's rival is of the same country",
     "Chilean President Jane Doe won.\nDoe's rival, Mia Poe, rejected it.", "Poe", ["CHL OPP"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [case[1:] for case in HOME], ids=[case[0] for case in HOME])
def test_belongs(text: str, word: str, expected: list[str]) -> None:
    assert codes(PERU + text, word, day=DAY, focus="PER") == expected


@pytest.mark.parametrize(
    "text",
    [
        "BEIJING (AP) - Soldiers killed 38 protesters across the country on Sunday in Myanmar.\nA mayor spoke.",
        "Chinese state media and Xinhua said soldiers killed 38 protesters on Sunday.\nMyanmar buried the dead.",
        "Two protesters will be deported to Laos on Sunday.\nMyanmar let nobody leave.",
    ],
    ids=["a dateline", "the press of another country", "where somebody is sent"],
)
def test_who_reports_from_where_makes_nobody_at_home(text: str) -> None:
    assert codes(text, "protesters", day=DAY) == ["MMR CVL"]


def test_the_country_named_most_is_home_wherever_else_things_happen() -> None:
    text = (
        "Peruvian President Jane Doe met Peruvian lawmakers on Monday.\n"
        "Doe had been to Washington, New York and Miami.\nProtesters were angry with Peru."
    )
    assert codes(text, "Protesters", day=DAY, focus="USA") == ["PER CVL"]


@pytest.mark.parametrize(
    ("role", "expected"), [("actor", []), ("recipient", [("PER", "COP")])], ids=["does nothing", "is hit"]
)
def test_a_police_post_is_hit_in_the_place_of_police(role: PartyRole, expected: list[tuple[str, str]]) -> None:
    found = parties(PERU + "Gunmen burned a police post.", "post", day=DAY, focus="PER", role=role)
    assert [(each.country, each.sector) for each in found] == expected


@pytest.mark.parametrize(
    "text", ["They condemned the use of force.", "She stayed in office.", "The plan met with resistance."]
)
def test_a_bare_abstract_noun_is_no_party(text: str) -> None:
    assert codes(PERU + text, text.rstrip(".").split()[-1], day=DAY, focus="PER") == []
