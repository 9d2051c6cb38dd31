"""The shipped lists: codes from the closed lists, sane days, no name that means two things by accident."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from extractors.actors import ActorEntry, load_actors
from extractors.actors.choosing import Setting, choose, common
from extractors.actors.entry import ORGANISATION_CODES, SECTORS
from extractors.actors.matching import key_of
from extractors.countries import country_by_code

ENTRIES = load_actors().entries
WRITTEN = [entry for entry in ENTRIES if entry.kind not in ("state", "place")]
MEANT_TWICE = {
    "brussels", "islamic emirate of afghanistan", "islamic republic of iran", "holy see", "vatican", "the vatican",
    "kingston", "jem", "srf", "peoples democratic party", "tmc",
}  # fmt: skip
"""Names that two actors share in fact; the article's countries tell them apart, else nobody is named."""


def test_there_are_enough_actors_beyond_countries_and_towns() -> None:
    assert len({entry.name for entry in WRITTEN}) >= 1200


def test_every_code_is_from_the_closed_lists() -> None:
    wrong = [
        entry
        for entry in ENTRIES
        if (entry.country and entry.country not in ORGANISATION_CODES and country_by_code(entry.country) is None)
        or (entry.sector and entry.sector not in SECTORS)
    ]
    assert wrong == []


def test_days_in_office_are_sane_and_do_not_overlap() -> None:
    terms = defaultdict(list)
    for entry in ENTRIES:
        assert entry.valid_from is None or date(1950, 1, 1) <= entry.valid_from <= date(2026, 12, 31), entry
        if entry.person and entry.office:
            terms[entry.name, entry.country, entry.office].append(entry)
    for holder, rows in terms.items():
        rows.sort(key=lambda row: row.valid_from or date.min)
        for earlier, later in pairwise(rows):
            assert (earlier.valid_to or date.max) <= (later.valid_from or date.min), holder


@pytest.mark.parametrize("office", ["president", "prime minister", "chancellor", "foreign minister", "king", "pope"])
@pytest.mark.parametrize("day", [date(year, 10, 1) for year in range(2011, 2026, 2)], ids=str)
def test_a_state_has_one_holder_of_an_office_a_day(office: str, day: date) -> None:
    holders: defaultdict[str | None, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        if entry.office == office and entry.valid(day) and entry.country not in ORGANISATION_CODES:
            holders[entry.country].add(entry.name)
    several = {country: names for country, names in holders.items() if len(names) > 1}
    assert set(several) <= SHARED_OFFICES, several


SHARED_OFFICES = {"IRQ", "ESP", "BIH", "ETH", "SOM"}
"""States whose regions have presidents and prime ministers of their own in the lists."""


def test_no_name_means_two_actors_unnoticed() -> None:
    named = defaultdict(set)
    for entry in ENTRIES:
        for name in entry.names:
            named[" ".join(key_of(name))].add(entry.name)
    several = {name for name, actors in named.items() if len(actors) > 1}
    assert {name for name in several if not common(name.replace(" s ", "'s "))} <= MEANT_TWICE


def test_every_office_is_a_known_role() -> None:
    roles = load_actors().roles
    assert {entry.office for entry in ENTRIES if entry.office and not roles.get(entry.office)} == set()


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Barack Obama", date(2011, 5, 2), ("USA", "GOV")),
        ("Barack Obama", date(2020, 5, 2), ("USA", "ELI")),
        ("Taliban", date(2019, 1, 1), ("AFG", "REB")),
        ("Taliban", date(2023, 1, 1), ("AFG", "GOV")),
        ("Jens Stoltenberg", date(2012, 1, 1), ("NOR", "GOV")),
        ("Jens Stoltenberg", date(2020, 1, 1), ("IGO", None)),
        ("Aung San Suu Kyi", date(2012, 1, 1), ("MMR", "OPP")),
        ("Imran Khan", date(2019, 1, 1), ("PAK", "GOV")),
    ],
)
def test_the_day_decides_the_role(name: str, day: date, expected: tuple[str, str | None]) -> None:
    entry = choose(load_actors().names.get(name), Setting(day=day, focus=None))
    assert isinstance(entry, ActorEntry)
    assert (entry.country, entry.sector) == expected


def test_a_shared_acronym_is_told_apart_by_the_articles_countries() -> None:
    entries = load_actors().names.get("JEM")
    assert choose(entries, Setting(day=None, focus=None)) is None
    sudanese = choose(entries, Setting(day=None, focus="SDN"))
    assert sudanese is not None
    assert sudanese.name == "Justice and Equality Movement"
