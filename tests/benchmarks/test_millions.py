"""The warehouse that is measured is a sound one: every check holds on it, and its shape is what it says."""

from pathlib import Path

import duckdb
import pytest

from tests.benchmarks.millions import making
from tests.warehouse.cookbook import ROOT
from warehouse.checks import run_checks
from warehouse.store import Warehouse


@pytest.mark.benchmark
def test_a_made_warehouse_keeps_every_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "READ", (ROOT / "seeds",))
    path = tmp_path / "made.duckdb"
    assert [grown.articles for grown in making.grow(path, 200, "500MB")] == [200]
    Warehouse(path).publish()
    assert run_checks(path) == ()
    with duckdb.connect(path, read_only=True) as con:
        articles, kept, events = con.execute(
            "SELECT count(*), count(DISTINCT article_id), (SELECT count(*) FROM core.events) FROM core.articles"
        ).fetchone() or (0, 0, 0)
        assert (articles, kept) == (200, 190)
        assert 8 * articles < events < 12 * articles
