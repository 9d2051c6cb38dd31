"""The coder must not get worse on annotated articles: pinned floors in floors.toml, which are only ever raised.

`python -m tests.quality.measure_articles --floors` prints the table to raise them with.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality.measure_articles import FOLDERS, Measured, main, measure

FLOORS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
FIGURES = ("event_f1", "both_parties_f1", "full_record_f1", "quantity_f1")
FAULTS = ("doubles", "traps_sprung")


@cache
def measured(name: str) -> Measured:
    return measure(name)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("name", FOLDERS)
def test_a_share_holds_its_floor(name: str, figure: str) -> None:
    assert measured(name).figures()[figure] >= FLOORS[name][figure]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FOLDERS)
def test_faults_stay_at_most_what_they_were(name: str, fault: str) -> None:
    assert measured(name).faults()[fault] <= FLOORS[name][fault]


def test_every_set_has_every_floor_and_a_day() -> None:
    assert set(FLOORS) == {"measured_on", *FOLDERS}
    assert all(set(FLOORS[name]) == {*FIGURES, *FAULTS} for name in FOLDERS)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("dev", True, id="dev may be looked at"),
        pytest.param("held", False, id="held stays unseen"),
    ],
)
def test_errors_are_shown_only_where_tuning_may_see_them(
    name: str, told: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["measure_articles", "--set", name, "--show"])
    assert main() == 0
    out, err = capsys.readouterr()
    assert f"{name:6} event " in out
    assert ("MISS" in err) is told
