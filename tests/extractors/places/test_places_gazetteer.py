import pytest

from extractors.places import load_gazetteer
from extractors.places.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        pytest.param("Aleppo", "SYR", "city", id="a city under its English name"),
        pytest.param("Halab", "SYR", "city", id="a city under its own language's name"),
        pytest.param("al-Bab", "SYR", "city", id="a hyphen and a missing accent do not matter"),
        pytest.param("Ar Raqqah", "SYR", "city", id="an Arabic article may stand or not"),
        pytest.param("Raqqa", "SYR", "city", id="the article may be missing"),
        pytest.param("Idlib province", "SYR", "admin1", id="a word for the kind of place chooses the division"),
        pytest.param("the city of Homs", "SYR", "city", id="city of is no part of the name"),
        pytest.param("U.S.", "USA", "country", id="an acronym with full stops"),
        pytest.param("Conn.", "USA", "admin1", id="an abbreviated state"),
        pytest.param("St. Louis", "USA", "city", id="an abbreviated Saint"),
        pytest.param("European Union", None, "continent", id="wider than a country"),
    ],
)
def test_a_name_finds_its_place(name: str, country: str | None, kind: str) -> None:
    assert (country, kind) in {(entry.country, entry.kind) for entry in load_gazetteer().lookup(name)}


@pytest.mark.parametrize("name", ["", "  ", "Qwertzuiop", "us"])
def test_what_is_no_name_finds_no_country(name: str) -> None:
    assert not [entry for entry in load_gazetteer().lookup(name) if entry.kind == "country"]


def test_a_long_run_does_not_remember_every_name_it_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.places.gazetteer.REMEMBERED", 4)
    gazetteer = Gazetteer(load_gazetteer()._table, ())
    for number in range(20):
        gazetteer.lookup(f"Nowhere {number}")
        assert len(gazetteer._seen) <= 4
    assert gazetteer.lookup("Goma") == gazetteer.lookup("Goma") != ()
