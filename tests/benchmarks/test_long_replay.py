"""The short form of the long replay: memory does not grow from the first pages to the last."""

from pathlib import Path

import pytest

from flows.settings import Settings
from tests.benchmarks.long_replay import replay, write_archive

PAGES = 1200
GROWTH = 1.1
MOST = 1500.0
"""MB that all processes may hold together, this one of the tests included."""


@pytest.mark.benchmark
@pytest.mark.timeout(900)
def test_memory_stays_flat_over_a_replay(tmp_path: Path) -> None:
    archive = write_archive(tmp_path, PAGES, 1)
    watch, summary = replay(archive, Settings(warehouse=tmp_path / "warehouse.duckdb", workers=1, batch_size=100))
    assert summary.new_articles == PAGES
    early, late = watch.most(0.2, 0.5), watch.most(0.7, 1)
    assert late <= GROWTH * early
    assert late < MOST
