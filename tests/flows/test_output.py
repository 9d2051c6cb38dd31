"""Every format prints the same rows; only the table cuts, and it can be asked whether it did."""

import csv
import io
import json
from datetime import date, datetime
from typing import get_args

import pytest

from flows.output import WIDEST, Format, is_cut, render

COLUMNS = ("event_date", "killed_min", "actors", "note")
ROWS = [
    (date(2016, 12, 7), 400, ["Syria", "Russia"], None),
    (None, None, [], 'said "no", then left'),
]


def test_a_table_aligns_numbers_right_and_leaves_unknown_empty() -> None:
    assert render(COLUMNS, ROWS, "table") == (
        "event_date  killed_min  actors         note\n"
        "----------  ----------  -------------  --------------------\n"
        "2016-12-07         400  Syria, Russia\n"
        '                                       said "no", then left\n'
    )


def test_jsonl_gives_one_object_a_line_with_null_for_unknown() -> None:
    lines = render(COLUMNS, ROWS, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(render(COLUMNS, ROWS, "json"))
    assert json.loads(lines[1]) == {
        "event_date": None,
        "killed_min": None,
        "actors": [],
        "note": 'said "no", then left',
    }


def test_csv_survives_quotes_and_commas() -> None:
    assert list(csv.reader(io.StringIO(render(COLUMNS, ROWS, "csv")))) == [
        list(COLUMNS),
        ["2016-12-07", "400", "Syria, Russia", ""],
        ["", "", "", 'said "no", then left'],
    ]


@pytest.mark.parametrize("form", get_args(Format))
def test_no_rows_still_print(form: Format) -> None:
    assert render(("a",), [], form) == {"table": "a\n-\n", "json": "[]\n", "jsonl": "", "csv": "a\n"}[form]


def test_a_table_cuts_long_cells_and_says_so() -> None:
    rows = [("x" * (WIDEST + 1),)]
    assert is_cut(rows)
    assert render(("a",), rows, "table").splitlines()[-1] == "x" * (WIDEST - 1) + "…"
    assert "x" * (WIDEST + 1) in render(("a",), rows, "csv")


def test_times_are_iso_8601() -> None:
    assert render(("at",), [(datetime(2016, 12, 7, 9, 30),)], "csv") == "at\n2016-12-07 09:30\n"  # noqa: DTZ001  stored naive UTC
