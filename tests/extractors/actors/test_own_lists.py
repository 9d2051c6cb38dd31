"""Lists of users: read, win over the shipped ones, and say exactly what is wrong."""

from pathlib import Path

import pytest

from extractors.actors import load_actors, read_actors_csv
from extractors.actors.choosing import Setting, choose
from extractors.errors import UsageError

HEADER = "name,country,sector,kind,valid_from,valid_to,aliases\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_with_three_columns_is_enough(tmp_path: Path) -> None:
    (entry,) = read_actors_csv(write(tmp_path, "name,country,sector\nRiver Brigade,MLI,REB\n"))
    assert (entry.name, entry.country, entry.sector, entry.kind) == ("River Brigade", "MLI", "REB", "group")


def test_own_actors_are_found_and_win_over_shipped_ones(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "Fano,ETH,REB,group,,,Fano fighters|FNO\nRiver Brigade,MLI,REB,,,,\n")
    book = load_actors((path,))
    for name, sector in (("Fano", "REB"), ("FNO", "REB"), ("River Brigade", "REB"), ("Boko Haram", "REB")):
        entry = choose(book.names.get(name), Setting(day=None, focus=None))
        assert entry is not None
        assert entry.sector == sector


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the list is empty"),
        ("name,land\nX,DE\n", "needed are name, country, sector"),
        (HEADER + "X,DE,GOV,,,,\n", "own.csv:2: 'DE' is no country"),
        (HEADER + "X,DEU,ARMY,,,,\n", "own.csv:2: sector 'ARMY' is not known"),
        (HEADER + "X,DEU,GOV,robot,,,\n", "own.csv:2: kind 'robot' is not known"),
        (HEADER + "X,DEU,GOV,,01.02.2020,,\n", "own.csv:2: '01.02.2020' is no day"),
        (HEADER + "X,DEU,GOV,,2021-01-01,2020-01-01,\n", "before it begins"),
        (HEADER + ",DEU,GOV,,,,\n", "own.csv:2: the name is empty"),
        (HEADER + "# a comment\nX,DEU,GOV,,,,a,b,c\n", "own.csv:3: 9 values for 7 columns"),
    ],
    ids=["empty", "columns", "country", "sector", "kind", "day", "order", "name", "commas"],
)
def test_a_wrong_list_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_actors_csv(write(tmp_path, text))


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the actor list"):
        read_actors_csv(tmp_path / "none.csv")
