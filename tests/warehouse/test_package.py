"""The data set to hand on: every row once, in the month it belongs to, described so that a tool can read it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import duckdb
import pytest

from extractors.errors import UsageError
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.export import ExportFormat
from warehouse.package import PARTS, write_package
from warehouse.store import Warehouse

READERS = {
    "parquet": "read_parquet('{}', hive_partitioning = true)",
    "csv": "read_csv('{}', hive_partitioning = true, all_varchar = true)",
    "jsonl": "read_json('{}', hive_partitioning = true, format = 'newline_delimited')",
}


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    warehouse = Warehouse(tmp_path_factory.mktemp("filled") / "news.duckdb")
    shutil.copyfile(template, warehouse.path)
    undated = extraction(2)
    events = (replace(undated.events[1], status="actual"), undated.events[0])
    warehouse.append(batch(extraction(1), replace(undated, events=events)))
    warehouse.publish()
    return warehouse.path


def relation(source: str) -> duckdb.DuckDBPyRelation:
    """The rows of files, with the month their folder tells."""
    found = duckdb.sql(f"FROM {source}")
    assert found is not None
    return found


def described(folder: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


def paths(resource: dict[str, Any]) -> list[str]:
    return [resource["path"]] if isinstance(resource["path"], str) else resource["path"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.view)
def test_parquet_holds_the_rows_and_types_of_the_view(filled: Path, tmp_path: Path, part: Any) -> None:
    write_package(filled, tmp_path / "out")
    view = read.query(filled, f"FROM {part.view} ORDER BY ALL")
    kept = [position for position, name in enumerate(view.columns) if name not in part.leave_out]
    found = duckdb.read_parquet(f"{tmp_path}/out/{part.view}/*/*.parquet").order("ALL")
    assert found.columns == [view.columns[position] for position in kept]
    assert [str(kind) for kind in found.types] == [view.types[position] for position in kept]
    assert found.fetchall() == [tuple(row[position] for position in kept) for row in view.rows]


@pytest.mark.parametrize("form", READERS)
def test_files_lie_by_month_and_hold_each_row_once(filled: Path, tmp_path: Path, form: ExportFormat) -> None:
    written = write_package(filled, tmp_path / "out", form)
    resources = described(tmp_path / "out")
    for part in PARTS:
        reader = READERS[form].format(f"{tmp_path}/out/{part.view}/*/*.{form}")
        rows = relation(reader).project(f"month, left({part.month}::VARCHAR, 7)").fetchall()
        assert all(month == (told or "undated") for month, told in rows)
        assert len(rows) == written[part.view] == resources[part.view]["rows"]
        assert len(rows) == len(read.query(filled, f"FROM {part.view}").rows)
    assert {path.split("/")[1] for path in paths(resources["events"])} == {"month=2020-03", "month=undated"}


@pytest.mark.parametrize("form", READERS)
def test_the_descriptor_names_every_file_and_column_with_type_and_meaning(
    filled: Path, tmp_path: Path, form: ExportFormat
) -> None:
    folder = tmp_path / "out"
    write_package(filled, folder, form)
    resources = described(folder)
    named = [path for resource in resources.values() for path in paths(resource)]
    on_disk = [path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{form}")]
    assert sorted(named) == sorted(on_disk)
    for name, resource in resources.items():
        reader = READERS[form].format(folder / paths(resource)[0])
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == [column for column in relation(reader).columns if column != "month"]
        assert all(field["type"] and field["description"] for field in resource["schema"]["fields"]), name
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        assert resource["description"].startswith("One row per ")


def test_keys_are_unique_and_references_lead_somewhere(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_package(filled, folder)
    for name, resource in described(folder).items():
        rows = f"'{folder}/{name}/*/*.parquet'"
        key = ", ".join(resource["schema"]["primaryKey"])
        found = relation(rows).project(key)
        assert len(found.distinct()) == len(found)
        for reference in resource["schema"].get("foreignKeys", []):
            other = f"'{folder}/{reference['reference']['resource']}/*/*.parquet'"
            fields = ", ".join(reference["fields"])
            assert relation(f"{rows} ANTI JOIN {other} USING ({fields})").fetchall() == []


def test_the_text_of_articles_is_not_handed_on(filled: Path, tmp_path: Path) -> None:
    write_package(filled, tmp_path / "out", "jsonl")
    said = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.jsonl"))
    assert "Nothing else was reported." not in said


def test_the_same_copy_gives_the_same_bytes(filled: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_package(filled, tmp_path / name)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    )
    assert one == other


def test_an_empty_warehouse_gives_files_without_rows(warehouse: Warehouse, tmp_path: Path) -> None:
    warehouse.publish()
    assert set(write_package(warehouse.path, tmp_path / "out").values()) == {0}
    assert relation(f"'{tmp_path}/out/events/*/*.parquet'").columns[0] == "event_id"


def test_an_earlier_package_is_replaced_whole(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_package(filled, folder, "csv")
    write_package(filled, folder, "parquet")
    assert list(folder.rglob("*.csv")) == []
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_is_not_ours_is_left_alone(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "holidays"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"sea")
    with pytest.raises(UsageError, match="something else"):
        write_package(filled, folder)
    assert [path.name for path in folder.iterdir()] == ["photo.jpg"]


def test_an_unknown_form_names_the_known(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="csv, jsonl, parquet"):
        write_package(filled, tmp_path / "out", cast("Any", "xlsx"))
