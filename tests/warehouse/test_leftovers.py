"""What killed processes leave half-written is removed by those who write there next, and nothing else is."""

import os
import time
from pathlib import Path

import pytest

from tests.warehouse.material import batch, extraction
from warehouse.folders import whole_folder
from warehouse.leftovers import ABANDONED, sweep
from warehouse.store import Warehouse


def left(path: Path, age: float = 0) -> Path:
    path.write_bytes(b"half a file")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


@pytest.mark.parametrize(
    "name",
    [
        ".news.published.duckdb.4711.tmp",
        ".news.published.duckdb.4711.tmp.wal",
        "..news.published.duckdb.4711.tmp.4711.139870.new",
        "..news.published.duckdb.4711.tmp.4711.139870.new.wal",
    ],
)
def test_the_next_publication_removes_half_of_the_last_one(warehouse: Warehouse, name: str) -> None:
    warehouse.append(batch(extraction(1)))
    half = left(warehouse.path.with_name(name))
    warehouse.publish()
    assert not half.exists()


def test_publishing_nothing_new_removes_it_too(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    half = left(warehouse.path.with_name(".news.published.duckdb.4711.tmp"))
    spilled = warehouse.path.with_name(".news.published.duckdb.4711.tmp.tmp")
    spilled.mkdir()
    left(spilled / "duckdb_temp_storage.tmp")
    warehouse.publish()
    assert not half.exists()
    assert not spilled.exists()


def test_what_another_process_may_still_write_stays_for_an_hour(tmp_path: Path) -> None:
    names = (".news.duckdb.4711.139870.new", ".news.duckdb.4711.import")
    fresh, old = (left(tmp_path / name, age) for name, age in zip(names, (0, ABANDONED + 60), strict=True))
    sweep(tmp_path / "news.duckdb")
    assert fresh.exists()
    assert not old.exists()


@pytest.mark.parametrize(
    "name",
    [
        "news.duckdb",
        "news.duckdb.4711.tmp",
        ".news.duckdb.swp",
        ".other.news.duckdb.4711.tmp",
        ".news.published.duckdb.4711.tmp",
        ".news.duckdb.4711.txt",
    ],
)
def test_other_files_stay(tmp_path: Path, name: str) -> None:
    other = left(tmp_path / name, ABANDONED + 60)
    sweep(tmp_path / "news.duckdb", at_once=True)
    assert other.exists()


def test_names_with_signs_of_patterns_are_taken_as_they_are(tmp_path: Path) -> None:
    half, other = left(tmp_path / ".n[1]*.duckdb.4711.tmp"), left(tmp_path / ".n1x.duckdb.4711.tmp")
    sweep(tmp_path / "n[1]*.duckdb", at_once=True)
    assert not half.exists()
    assert other.exists()


def test_an_export_killed_between_its_two_renames_is_taken_back(tmp_path: Path) -> None:
    aside = tmp_path / ".out.4711.old"
    aside.mkdir()
    (aside / "datapackage.json").write_text('{"name": "eventwire-warehouse"}')
    with pytest.raises(RuntimeError), whole_folder(tmp_path / "out"):
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_removes_what_was_left_an_hour_ago(tmp_path: Path) -> None:
    for name in (".out.4711.tmp", ".out.4711.old"):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    with whole_folder(tmp_path / "out") as folder:
        (folder / "datapackage.json").write_text('{"name": "eventwire"}')
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
