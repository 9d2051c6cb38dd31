"""Plurals for parties that were named together, each under its own name."""

from datetime import date

import pytest

from tests.extractors.actors.reading import codes, parties

DAY = date(2020, 5, 5)
LEADERS = "The leaders of Germany, France and Italy met on Monday.\n"
CASES = [
    ("states in a list are both countries", "Chad and Niger closed the road.\nBoth countries sent envoys.", "countries",
     ["TCD GOV", "NER GOV"]),
    ("armies of two states are the two countries",
     "Chadian and Nigerien soldiers fought on the bridge.\nThe two countries called for calm.", "countries",
     ["TCD GOV", "NER GOV"]),
    ("states that nobody listed are the two countries while both are in mind",
     "Chad accused Niger of theft.\nThe two countries share a river.", "countries", ["TCD GOV", "NER GOV"]),
    ("a list of office-holders are the three leaders",
     "French President Jane Doe, Italian President Ann Roe and Greek President Mia Poe met.\n"
     "The three leaders smiled.", "leaders", ["FRA GOV", "ITA GOV", "GRC GOV"]),
    ("a number that differs from the list's means somebody else",
     "Chad, Niger and Mali closed the road.\nThe four countries on the coast did not.", "countries", ["- GOV"]),
    ("the two men are the last two people",
     "Two reporters were detained in Niamey.\nPolice said the two men had no papers.", "men", ["- JRN"]),
    ("both countries are the two that the story is about",
     "Chad accused Niger of theft.\nNiger denied it.\nChad closed a road.\nFrance spoke.\n"
     "Germany spoke.\nGuests left.\nItaly urged both countries to talk.", "countries", ["NER GOV", "TCD GOV"]),
    ("and both foreign ministers are theirs",
     "Chad accused Niger of theft.\nNiger denied it.\nItaly spoke to both foreign ministers.", "ministers",
     ["NER GOV", "TCD GOV"]),
    ("sides of a war at home are no states",
     "Chad and Niger sent envoys.\nRebels shelled a town.\nMediators met both sides.", "sides", ["- -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_plural_means_those_named_together(text: str, word: str, expected: list[str]) -> None:
    found = codes(text, word, day=DAY)
    assert [each if word != "sides" else f"- {each.split()[1]}" for each in found] == expected


@pytest.mark.parametrize("sentence", ["The leaders agreed.", "They agreed.", "The three leaders agreed."])
def test_each_of_a_group_has_its_own_name(sentence: str) -> None:
    found = parties(LEADERS + sentence, sentence.split()[-2], day=DAY)
    assert [each.name for each in found] == ["Germany", "France", "Italy"]
