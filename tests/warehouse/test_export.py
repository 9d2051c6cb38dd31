"""Exports: every row, in forms that other tools read without surprises."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast

import duckdb
import pytest

from extractors.errors import UsageError
from tests.warehouse.material import APPEAL, SHELLING, batch, extraction
from warehouse import read
from warehouse.export import ExportFormat, ExportKind
from warehouse.store import Warehouse


@pytest.fixture
def filled(warehouse: Warehouse) -> Path:
    warehouse.append(batch(extraction(1), extraction(2)))
    warehouse.publish()
    return warehouse.path


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def exported(filled: Path, kind: ExportKind, form: ExportFormat) -> bytes:
    written = BytesIO()
    assert read.export(filled, kind, form, written) == written.getvalue().count(b"\n") - (form == "csv")
    return written.getvalue()


def test_events_as_the_scorer_reads_them(filled: Path) -> None:
    events = [event for event in lines(exported(filled, "events", "score-jsonl")) if event["document"] == "page-1.html"]
    assert events == [
        {
            "kind": "event",
            "document": "page-1.html",
            "sentence": SHELLING,
            "trigger": "shelled the harbour",
            "type": "ASSAULT",
            "mode": "heavy-weapons",
            "status": "claimed",
            "actors": [
                {"text": "Army gunners", "country": "GRD", "sector": "MIL"},
                {"text": "their allies", "country": None, "sector": None},
            ],
            "recipients": [{"text": "dockers", "country": None, "sector": "LAB"}],
            "date_start": "2020-03-03",
            "date_end": "2020-03-03",
            "place": "harbour Port Anse",
            "place_country": "GRD",
            "attributed_to": "a medic",
            "counts": [{"type": "killed", "lower": 12, "upper": None}],
            "confidence": 0.9,
            "rule_id": "assault.shell",
        },
        {
            "kind": "event",
            "document": "page-1.html",
            "sentence": APPEAL,
            "trigger": "called",
            "type": "REQUEST",
            "mode": None,
            "status": "planned",
            "actors": [{"text": "The mayor", "country": None, "sector": None}],
            "recipients": [],
            "date_start": None,
            "date_end": None,
            "place": None,
            "place_country": None,
            "attributed_to": None,
            "counts": [],
            "confidence": 0.5,
            "rule_id": "request.call",
        },
    ]


def test_the_scorer_is_given_count_types_alone(warehouse: Warehouse) -> None:
    whole = extraction(1)
    lost = replace(whole.quantities[0], count_type=None, unit="tank", outcome="lost")
    warehouse.append(batch(replace(whole, quantities=(*whole.quantities, lost))))
    warehouse.publish()
    assert len(lines(exported(warehouse.path, "quantities", "jsonl"))) == len("12")
    assert [row["count_type"] for row in lines(exported(warehouse.path, "quantities", "score-jsonl"))] == ["killed"]


def test_quantities_as_the_scorer_reads_them(filled: Path) -> None:
    assert lines(exported(filled, "quantities", "score-jsonl"))[0] == {
        "kind": "quantity",
        "document": "page-1.html",
        "sentence": SHELLING,
        "text": "at least 12",
        "count_type": "killed",
        "lower": 12,
        "upper": None,
        "period_start": "2020-03-03",
        "period_end": "2020-03-03",
        "place": "harbour Port Anse",
        "attributed_to": "a medic",
        "status": "claimed",
        "rule_id": "count.people",
    }


@pytest.mark.parametrize("kind", ["events", "quantities"])
def test_every_form_holds_the_rows_and_columns_of_the_view(filled: Path, kind: ExportKind, tmp_path: Path) -> None:
    view = read.query(filled, f"FROM {kind}")
    rows = list(csv.DictReader(StringIO(exported(filled, kind, "csv").decode())))
    objects = lines(exported(filled, kind, "jsonl"))
    target = tmp_path / "rows.parquet"
    read.export(filled, kind, "parquet", target)
    parquet = duckdb.from_parquet(str(target))
    assert tuple(rows[0]) == tuple(objects[0]) == tuple(parquet.columns) == view.columns
    assert len(rows) == len(objects) == len(parquet.fetchall()) == len(view.rows)
    key = view.columns[0]
    assert {row[key] for row in rows} == {row[key] for row in objects} == {str(row[0]) for row in view.rows}


def test_lists_in_csv_are_joined_so_that_places_stay(filled: Path) -> None:
    (row, _) = csv.DictReader(StringIO(exported(filled, "events", "csv").decode()))
    assert (row["actors"], row["actor_countries"], row["contexts"]) == (
        "Grenada Army; their allies",
        "GRD; ",
        "military",
    )


def test_a_file_is_replaced_whole(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    target.write_text("old")
    read.export(filled, "events", "csv", target)
    assert target.read_text().startswith("event_id,")
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["events.csv"]


def test_without_a_target_the_rows_go_to_stdout(filled: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    read.export(filled, "events", "jsonl", None)
    assert len(lines(capfdbinary.readouterr().out)) == 2


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda path: read.export(path, cast("Any", "poems"), "csv", None), id="an unknown kind"),
        pytest.param(lambda path: read.export(path, "events", cast("Any", "xlsx"), None), id="an unknown form"),
        pytest.param(lambda path: read.export(path, "events", "csv", path / "no" / "e.csv"), id="no such folder"),
    ],
)
def test_what_cannot_be_exported_is_said(filled: Path, call: Callable[[Path], int]) -> None:
    with pytest.raises(UsageError, match=r"Cannot export|cannot be written"):
        call(filled)
