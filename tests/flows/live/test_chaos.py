"""The short form of the chaos command: passes killed at random moments leave the rows of an undisturbed one."""

import random
from pathlib import Path

import pytest

from tests.flows.live.chaos import disturb

KILLS = 10


@pytest.mark.chaos
@pytest.mark.timeout(600)
def test_killed_passes_leave_the_rows_of_an_undisturbed_one(tmp_path: Path) -> None:
    assert disturb(tmp_path, KILLS, random.Random(20260910)) == []
