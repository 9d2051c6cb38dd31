import shutil
from pathlib import Path

import pytest

from warehouse.batches import utc_now
from warehouse.migrations import create
from warehouse.store import Warehouse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "news.duckdb"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse, made once: the schema takes longer than most tests."""
    made = tmp_path_factory.mktemp("template") / "empty.duckdb"
    create(made, utc_now())
    return made


@pytest.fixture
def warehouse(path: Path, template: Path) -> Warehouse:
    path.parent.mkdir()
    shutil.copyfile(template, path)
    return Warehouse(path, lock_timeout=20.0)
