"""The short form of `python -m tests.warehouse.kills`; appending under kills is in test_crash."""

import random
from pathlib import Path

import pytest

from tests.warehouse.kills import disturb

WORKS = ("checkpoint", "publish", "migrate")


@pytest.mark.chaos
def test_killed_work_leaves_what_an_undisturbed_one_does(tmp_path: Path) -> None:
    hits, wrong = disturb(tmp_path, len(WORKS), random.Random(20161212), *WORKS)
    assert wrong == []
    assert set(hits) == set(WORKS)
