from pathlib import Path

import pytest

from warehouse.store import Warehouse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "news.duckdb"


@pytest.fixture
def warehouse(path: Path) -> Warehouse:
    return Warehouse(path, lock_timeout=5.0)
