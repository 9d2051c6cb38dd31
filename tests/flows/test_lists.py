"""A user's own places and parties are checked, kept, and used by what is read afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.conftest import Type

PLACES = "name,latitude,longitude,country\nQurvania,34.5,36.5,SYR\n"
PARTIES = "name,country,sector,aliases\nBrigade of the Reed,SYR,REB,Reed Brigade\n"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTWIRE_LISTS", str(tmp_path / "lists"))


def events(eventwire: Type, text: str) -> list[dict[str, Any]]:
    result = eventwire("code", "-", "--date", "2016-12-07", stdin=text)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines() if json.loads(line)["kind"] == "event"]


def test_an_added_place_gives_events_their_point(tmp_path: Path, eventwire: Type) -> None:
    (tmp_path / "mine.csv").write_text(PLACES)
    added = eventwire("gazetteer", "add", str(tmp_path / "mine.csv"))
    assert (added.exit_code, "1 places of mine.csv added" in added.stderr) == (0, True)
    (event,) = events(eventwire, "Rebels shelled a checkpoint in Qurvania on Monday.")
    place = event["place"]
    assert (place["name"], place["latitude"], place["country"]) == ("Qurvania", 34.5, "SYR")


def test_an_added_party_gives_events_its_code(tmp_path: Path, eventwire: Type) -> None:
    (tmp_path / "mine.csv").write_text(PARTIES)
    assert eventwire("actors", "add", str(tmp_path / "mine.csv")).exit_code == 0
    (event,) = events(eventwire, "The Reed Brigade shelled a checkpoint on Monday.")
    (actor,) = event["actors"]
    assert (actor["name"], actor["country"], actor["sector"]) == ("Brigade of the Reed", "SYR", "REB")


@pytest.mark.parametrize(
    ("group", "text", "reason"),
    [
        pytest.param("gazetteer", "name,latitude\nX,1\n", "longitude", id="a column is missing"),
        pytest.param("gazetteer", "name,latitude,longitude\nX,91,0\n", "line 2", id="no such latitude"),
        pytest.param("actors", "name,country,sector\nX,SYR,ARMY\n", "MIL", id="no such sector"),
    ],
)
def test_a_wrong_list_is_refused_with_its_line(
    tmp_path: Path, eventwire: Type, group: str, text: str, reason: str
) -> None:
    (tmp_path / "wrong.csv").write_text(text)
    result = eventwire(group, "add", str(tmp_path / "wrong.csv"))
    assert result.exit_code == 2
    assert "wrong.csv" in result.stderr
    assert reason in result.stderr
    assert not (tmp_path / "lists").exists()
