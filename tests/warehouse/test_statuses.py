"""What was denied, negated, planned or only supposed is in no count: of every view, now and when more are added."""

from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import Any, get_args

import pytest

from extractors.model import COUNTED, CountType, EventType, Extraction, Status
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.store import Warehouse

HOLD_EVERY_STATUS = {"all_events", "event_parties", "quantities", "contradictions", "changes"}
"""Views of what was said, which have a status in each row or show both sides."""
UNCOUNTED = tuple(status for status in get_args(Status) if status not in COUNTED)
ACTS: tuple[tuple[EventType, str | None], ...] = (
    *((kind, None) for kind in get_args(EventType)),
    ("COERCE", "seize"),
    ("RETREAT", "withdraw"),
    ("COERCE", "arrest"),
    ("PROTEST", "riot"),
)


def silent(number: int) -> Extraction:
    """An article that tells nothing."""
    return replace(extraction(number, edit="It was in the news."), events=(), quantities=())


def supposed(number: int) -> Extraction:
    """The same article, telling every kind of act and number as denied, planned, hypothetical or negated."""
    whole = extraction(number, edit="It was in the news.")
    counts = tuple(
        replace(whole.quantities[0], count_type=kind, status=status)
        for kind in get_args(CountType)
        for status in (*UNCOUNTED, "threatened")
    )
    events = tuple(
        replace(whole.events[0], event_type=kind, mode=mode, status=status, quantities=tuple(range(len(counts))))
        for kind, mode in ACTS
        for status in UNCOUNTED
    )
    return replace(whole, events=events, quantities=counts)


@pytest.fixture(scope="module")
def both(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two warehouses that differ only in what is not counted: beside a report lies a silent or a supposing article."""
    made = []
    for name, second in (("silent", silent(2)), ("supposed", supposed(2))):
        warehouse = Warehouse(tmp_path_factory.mktemp(name) / "news.duckdb")
        copyfile(template, warehouse.path)
        warehouse.append(batch(extraction(1), second))
        warehouse.publish()
        made.append(warehouse.path)
    return made[0], made[1]


def rows(path: Path, view: str) -> list[Any]:
    found = read.query(path, f"FROM {view} ORDER BY ALL")
    kept = [position for position, name in enumerate(found.columns) if name != "recorded_at"]
    return [tuple(row[position] for position in kept) for row in found.rows]


def test_no_view_counts_what_did_not_happen(both: tuple[Path, Path]) -> None:
    views = [str(row[0]) for row in read.tables(both[0]).rows]
    differing = {view for view in views if view != "runs" and rows(both[0], view) != rows(both[1], view)}
    assert differing <= HOLD_EVERY_STATUS
    assert {"all_events", "event_parties", "quantities"} <= differing  # the words were kept


def test_views_of_every_status_say_so(both: tuple[Path, Path]) -> None:
    grains = {str(row[0]): str(row[2]) for row in read.tables(both[0]).rows}
    for view in ("all_events", "event_parties", "quantities"):
        assert "Warning: holds what was only denied, planned or supposed." in grains[view]
