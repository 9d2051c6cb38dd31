"""Whoever asks live sources takes turns with all others, whatever becomes of them."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from extractors.errors import WarehouseLocked
from flows.live.turn import PATIENCE, holder, turn
from tests.flows.live.publisher import MORNING, FakeTime

HOLD = """
import sys, time
from pathlib import Path
from flows.live.turn import turn
from flows.sources.clock import REAL
with turn(Path(sys.argv[1]), REAL):
    print("mine", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "warehouse.duckdb"


def test_the_turn_is_told_while_it_lasts_and_free_afterwards(warehouse: Path, time: FakeTime) -> None:
    assert holder(warehouse) is None
    with turn(warehouse, time.clock):
        told = holder(warehouse)
        assert told is not None
        assert told[1] == MORNING
    assert holder(warehouse) is None


def test_a_second_waits_says_so_once_and_gives_up_in_the_end(warehouse: Path, time: FakeTime) -> None:
    said: list[str] = []
    refused = pytest.raises(WarehouseLocked, match="asks the live sources since")
    with turn(warehouse, time.clock), refused, turn(warehouse, time.clock, say=said.append):
        pass
    assert len(said) == 1
    assert PATIENCE <= time.moment - MORNING < PATIENCE + timedelta(minutes=1)


def test_a_turn_ends_with_its_process(warehouse: Path, time: FakeTime) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(warehouse)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        told = holder(warehouse)
        assert told is not None
        assert told[0] == other.pid
        waiting = replace(time.clock, sleep=lambda _: other.kill())
        said: list[str] = []
        while not said or holder(warehouse) is not None:
            with turn(warehouse, waiting, say=said.append):
                break
    assert said[0].startswith(f"waiting: process {other.pid} asks")
