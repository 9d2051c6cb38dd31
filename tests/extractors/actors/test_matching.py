"""Names in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.actors.matching import NameIndex, pieces

NAMES = ["US", "ASEAN", "Boko Haram", "Boko Haram Watch", "Hayat Tahrir al-Sham", "Médecins Sans Frontières", "Fano"]


def index() -> NameIndex[str]:
    made: NameIndex[str] = NameIndex()
    for name in NAMES:
        made.add(name, name)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US left", ["US"]),
        ("The U.S. left", ["US"]),
        ("They told us so", []),
        ("Asean met", ["ASEAN"]),
        ("Boko Haram Watch and Boko Haram", ["Boko Haram Watch", "Boko Haram"]),
        ("boko haram", []),
        ("Hayat Tahrir al Sham", ["Hayat Tahrir al-Sham"]),
        ("Medecins sans Frontieres", ["Médecins Sans Frontières"]),
        ("Boko, Haram", []),
    ],
)
def test_finds_the_longest_name_as_it_is_written(text: str, expected: list[str]) -> None:
    assert [value for found in index().find(text, pieces(text)) for value in found.values] == expected


@given(st.text(max_size=60))
def test_finds_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in index().find(text, pieces(text)):
        assert end <= found.start < found.end <= len(text)
        end = found.end
