"""Names, epithets and pronouns that need what an article said before."""

from datetime import date

import pytest

from tests.extractors.actors.reading import codes, parties

DAY = date(2020, 5, 5)
CASES = [
    ("the two sides of a civil war are the government and its rebels",
     "The Afghan government and the Taliban met while Afghan rebels fought on.\nThe two sides agreed.", "sides",
     ["AFG GOV", "AFG REB"]),
    ("a people's homeland is not the country of whoever is spoken of",
     "Rohingya: Bangladesh moves Rohingya refugees.\nRohingya left Bangladesh.\nForeign Minister Jane Doe spoke.",
     "Doe", ["BGD GOV"]),
    ("the two men are the only two persons of the sentence before",
     "Kenyan President Jane Doe met her Chadian counterpart John Roe.\nThe two men spoke for an hour.", "men",
     ["KEN GOV", "TCD GOV"]),
    ("another given name is another person",
     "Afghan troops left.\nVice President Amrullah Saleh spoke.", "Saleh", ["AFG GOV"]),
    ("the tribunal is the last court named",
     "The International Criminal Court convicted the man.\nThe tribunal had convicted him in July.", "tribunal",
     ["IGO JUD"]),
    ("a party known by a short name elsewhere is the one at home",
     "Chilean police left.\nChile waited.\nThe Communist Party protested.", "Party", ["CHL PTY"]),
    ("Congress without an article is the American one where no other goes by the name",
     "Turkish troops left.\nTurkey waited.\nCongress voted.", "Congress", ["USA LEG"]),
    ("a surname after the full name",
     "Kenyan lawmaker Jane Doe protested.\nDoe left early.", "Doe", ["KEN LEG"]),
    ("a surname after a name inside another phrase",
     "Students asked that Gotabaya Rajapaksa step down.\nLawmakers met Rajapaksa.", "Rajapaksa", ["LKA GOV"]),
    ("whose release is ordered are those arrested, not who condemned it",
     "Kenyan rebels left.\nAmnesty International condemned the arrest of two Kenyan nurses.\nA judge ordered their "
     "release.", "their", ["KEN MED"]),
    ("the militants are the one armed group that was named",
     "The Iraqi army fought Islamic State.\nThe militants fled.", "militants", ["IMG REB"]),
    ("vigilantes are no group named before",
     "Boko Haram attacked Nigeria.\nNigerian police spoke.\nThe vigilantes fled.", "vigilantes", ["NGA PRM"]),
    ("the cleric is the preacher named before",
     "The Kenyan preacher Jane Doe spoke.\nChadian lawmakers complained.\nThe cleric left.", "cleric", ["KEN REL"]),
    ("the columnist is the journalist named before",
     "The Kenyan journalist Jane Doe vanished.\nChadian lawmakers complained.\nThe columnist is missing.", "columnist",
     ["KEN JRN"]),
    ("its leader, whom only the article names, belongs to it",
     "The Kenyan Jubilee Party protested.\nIts leader Jane Doe spoke.\nDoe left.", "Doe", ["KEN PTY"]),
    ("whose troops are is who is asked to withdraw them",
     "Chad urged Mali to withdraw its troops.", "its", ["MLI GOV"]),
    ("frozen assets are not those of who freezes them",
     "The EU imposed a ban on Malian officials.\nBrussels froze their assets.", "their", ["MLI GOV"]),
    ("somebody who leads a government belongs to it",
     "The Kenyan government led by Jane Doe sent troops.\nDoe left.", "Doe", ["KEN GOV"]),
    ("the group is the one named, wherever its people are",
     "Kenyan soldiers fought Boko Haram.\nSoldiers arrested members of the group in Chad.", "members", ["NGA REB"]),
    ("what is attacked is not its attacker's",
     "The Malian army said rebels attacked its headquarters.", "its", ["MLI MIL"]),
    ("nor is what somebody is accused of attacking",
     "Chad accused Mali of attacking its villages.", "its", ["TCD GOV"]),
    ("an acronym in brackets",
     "The Malian group River Front (RFM) attacked.\nThe RFM withdrew.", "RFM", ["MLI -"]),
    ("what a relative clause says somebody heads",
     "Jane Doe, who heads Human Rights Watch, complained.\nDoe spoke again.", "Doe", ["NGO -"]),
    ("what an apposition says somebody is",
     "Jane Doe, a spokeswoman for the Taliban, denied it.\nDoe spoke again.", "Doe", ["AFG REB"]),
    ("the watchdog is the last such organisation",
     "Human Rights Watch published a report.\nThe watchdog was worried.", "watchdog", ["NGO -"]),
    ("the foreign minister is the last one named",
     "Russian Foreign Minister Sergei Lavrov met US Secretary of State Mike Pompeo.\nThe foreign minister left.",
     "minister", ["RUS GOV"]),
    ("the leaders are those of the last list",
     "The leaders of Germany, France and Italy met.\nThe leaders agreed.", "leaders",
     ["DEU GOV", "FRA GOV", "ITA GOV"]),
    ("she is the last woman who acted",
     "German Chancellor Angela Merkel spoke in Berlin.\nShe criticized the plan.", "She", ["DEU GOV"]),
    ("they are the last group that acted",
     "Malian rebels fled the town.\nThey left their weapons.", "They", ["MLI REB"]),
    ("it is the last organisation that acted",
     "The African Union sent observers.\nIt wants peace.", "It", ["IGO -"]),
    ("who is the noun before it",
     "The Kenyan soldiers who died were young.", "who", ["KEN MIL"]),
    ("an ally's country is not the owner's",
     "The Kenyan army and its allies advanced.", "allies", ["- MIL"]),
    ("a counterpart is the other country's",
     "Kenyan President Jane Doe met her Chadian counterpart.", "counterpart", ["TCD GOV"]),
    ("the Chadian is the last person from Chad",
     "Chadian President Jane Doe flew home.\nThe Chadian was ill.", "Chadian", ["TCD GOV"]),
    ("he goes on being the same man over several sentences",
     "The losing candidate, John Roe, met Kenyan lawmakers.\nHe complained.\nHe asked for a recount.", "He",
     ["KEN OPP"]),
    ("he may be who was only spoken of",
     "Clashes followed the funeral of Kenyan lawmaker John Doe.\nHe had been shot.", "He", ["KEN LEG"]),
    ("him is not who speaks to him",
     "Kenyan President John Doe spoke.\nUgandan cleric John Roe told him to go.", "him", ["KEN GOV"]),
    ("them may be who suffered in the sentence before",
     "The Kenyan mayor met Ugandan traders.\nA lawyer advised them.", "them", ["UGA BUS"]),
    ("the agency's head belongs to the agency",
     "The International Atomic Energy Agency met.\nThe agency's head, John Roe, left.", "Roe", ["UNO -"]),
    ("the council is the last body whose name ends so",
     "The UN Security Council met in Kenya.\nKenya thanked the council.", "council", ["UNO -"]),
    ("a surname of two parts joined by a hyphen",
     "Jane Doe-Roe, who heads the UN mission in Kenya, spoke.\nDoe-Roe left.", "Roe", ["UNO -"]),
    ("a surname of two words after a title",
     "UN special envoy Christina Maria Schraner Burgmann appealed to Kenya.\nBurgmann left.", "Burgmann", ["UNO -"]),
    ("the deposed leader is the last who lost office",
     "Former Kenyan President John Doe was ill.\nThe deposed leader stayed in bed.", "leader", ["KEN GOV"]),
    ("people with one name go by the first of their names",
     "Thai lawmaker Somsak Doewong spoke.\nSomsak left.", "Somsak", ["THA LEG"]),
    ("that begins a clause and no noun phrase",
     "Refugees said that soldiers from Chad had come.", "soldiers", ["TCD MIL"]),
    ("nobody before means nobody",
     "He left.", "He", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_points_back(text: str, word: str, expected: list[str]) -> None:
    assert codes(text, word, day=DAY) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels fled.", "Rebels", ["SYR REB"]),
        ("The government refused.", "government", ["SYR GOV"]),
        ("Opposition forces advanced.", "forces", ["SYR REB"]),
        ("Diplomats met.", "Diplomats", ["- GOV"]),
        ("Turkish troops advanced.", "troops", ["TUR MIL"]),
    ],
)
def test_local_roles_without_a_country_take_the_focus(text: str, word: str, expected: list[str]) -> None:
    assert codes(text, word, day=DAY, focus="SYR") == expected


def test_a_clause_is_no_part_of_the_party() -> None:
    (party,) = parties("Refugees said that soldiers from Chad had come.", "soldiers", day=DAY)
    assert party.text == "soldiers from Chad"


def test_unresolved_words_are_kept() -> None:
    (party,) = parties("Xanthippe Quellenstein left.", "Quellenstein", day=DAY)
    assert (party.text, party.country, party.sector) == ("Xanthippe Quellenstein", None, None)
