"""The published copy: whole, current, readable while the warehouse is written, and untouched when nothing changed."""

import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.facts import facts
from tests.warehouse.material import batch, extraction, unreadable
from warehouse import kept as kept_rows
from warehouse import read
from warehouse.connection import WRITING
from warehouse.store import Warehouse

READ = """
import duckdb, sys, time
deadline = time.monotonic() + 30
seen = []
while time.monotonic() < deadline:
    with duckdb.connect(sys.argv[1], read_only=True) as con:
        articles, events = con.execute(
            "SELECT count(DISTINCT article_id), count(*) FROM main.all_events").fetchone()
    assert events == 2 * articles, (articles, events)
    seen.append(articles)
    if articles == int(sys.argv[2]):
        break
assert seen == sorted(seen), seen
print("read", len(seen), "times, last", seen[-1])
"""


def without_bodies(path: Path) -> dict[str, list[tuple[object, ...]]]:
    found = facts(path)
    found["raw.pages"] = [
        tuple(value for value in row if not isinstance(value, bytes | type(None))) for row in found["raw.pages"]
    ]
    return found


def test_the_copy_holds_every_row_but_not_the_bytes(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), unreadable(2)))
    copy = warehouse.publish()
    assert without_bodies(copy) == without_bodies(warehouse.path)
    assert read.query(warehouse.path, "SELECT count(body_gzip), min(body_bytes) > 0 FROM raw.pages").rows == (
        (0, True),
    )


def test_a_copy_brought_up_to_date_equals_one_made_anew(warehouse: Warehouse) -> None:
    for number in range(3):
        warehouse.append(batch(extraction(number), unreadable(number + 10), window=str(number)))
        copy = warehouse.publish()
    step_by_step = without_bodies(copy)
    copy.unlink()
    assert without_bodies(warehouse.publish()) == step_by_step


def test_a_copy_is_left_alone_when_nothing_changed(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    before = warehouse.publish().stat()
    after = warehouse.publish().stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_run_that_found_nothing_new_is_published_too(warehouse: Warehouse) -> None:
    warehouse.publish()
    warehouse.finish_run(warehouse.start_run("replay", extractor_version="0.1.0"))
    warehouse.publish()
    assert [row[5] for row in read.runs(warehouse.path).rows] == ["succeeded"]


def test_a_damaged_copy_is_made_anew(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish().write_bytes(b"not a database" * 100)
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT count(*) FROM events").rows == ((1,),)


def test_a_copy_of_another_warehouse_is_made_anew(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    warehouse.publish()
    warehouse.path.unlink()
    warehouse.append(batch(extraction(2), window="2"))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT document FROM articles").rows == (("page-2.html",),)


def test_a_copy_that_lost_rows_is_made_anew(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    with duckdb.connect(warehouse.publish(), config=WRITING) as con:
        con.execute("DELETE FROM core.events")
    warehouse.append(batch(extraction(2), window="2"))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT count(*) FROM core.events").rows == ((4,),)


def test_the_log_grows_over_appends_and_is_folded_in_when_published(warehouse: Warehouse) -> None:
    log = warehouse.path.with_name(warehouse.path.name + ".wal")
    sizes = []
    for number in range(2):
        warehouse.append(batch(extraction(number), window=str(number)))
        sizes.append(log.stat().st_size)
    assert 0 < sizes[0] < sizes[1]
    warehouse.publish()
    assert not log.exists() or log.stat().st_size == 0
    assert len(facts(warehouse.path)["core.articles"]) == 2


def test_nothing_is_left_beside_the_copy(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    names = {file.name for file in warehouse.path.parent.iterdir()}
    assert names == {"news.duckdb", "news.published.duckdb", "news.outbox"}


def test_an_open_reader_keeps_its_copy_until_it_opens_again(warehouse: Warehouse) -> None:
    count = "SELECT count(*) FROM main.events"
    warehouse.append(batch(extraction(1), window="1"))
    with duckdb.connect(warehouse.publish(), read_only=True) as con:
        warehouse.append(batch(extraction(2), window="2"))
        warehouse.publish()
        assert con.execute(count).fetchall() == [(1,)]
    assert read.query(warehouse.path, count).rows == ((2,),)


def test_other_processes_read_whole_copies_while_this_one_writes(warehouse: Warehouse) -> None:
    batches = 6
    warehouse.append(batch(extraction(0), window="0"))
    warehouse.publish()
    command = [sys.executable, "-c", READ, str(warehouse.published_path), str(batches)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reader:
        time.sleep(0.3)
        for number in range(1, batches):
            warehouse.append(batch(extraction(number), window=str(number)))
            warehouse.publish()
        output, errors = reader.communicate(timeout=60)
    assert reader.returncode == 0, errors
    assert f"last {batches}" in output


def test_both_files_can_be_read_by_older_clients(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    for file in (warehouse.path, warehouse.publish()):
        with duckdb.connect(file, read_only=True) as con:
            (tags,) = con.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchone() or ({},)
        assert tags["storage_version"].startswith("v1.4.0")


SHOWN = {
    "events": "main.all_events",
    "quantities": "core.located_quantities",
    **{
        name: f"main.{name}"
        for name in (
            "incidents", "contradictions", "changes", "toll_ranges", "dyads", "weekly_party_counts", "trends",
        )
    },
}  # fmt: skip
"""What is kept as rows, and the view people read it by."""


@pytest.mark.parametrize("large", [0, 50_000], ids=["as a large file", "as a small one"])
def test_kept_rows_are_those_the_tables_tell_after_every_publication(
    warehouse: Warehouse, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_rows, "_LARGE", large)
    told = [extraction(0), extraction(1), extraction(1, edit="A truce holds."), extraction(0, version="0.2.0")]
    for number, one in enumerate(told):
        warehouse.append(batch(one, window=str(number)))
        warehouse.publish()
        for kept in SHOWN:
            for first, second in (("kept", "told"), ("told", "kept")):
                different = f"FROM core.{first}_{kept} EXCEPT ALL FROM core.{second}_{kept}"
                assert read.query(warehouse.path, different).rows == ()
        assert read.query(warehouse.path, "SELECT count(*) = count(DISTINCT event_id) FROM all_events").rows == (
            (True,),
        )
    assert read.query(warehouse.path, "SELECT count(*) > 0 FROM core.kept_quantities").rows == ((True,),)
    assert read.query(warehouse.path, "SELECT count(*) > 0 FROM changes").rows == ((True,),)


def test_views_in_the_copy_stand_on_kept_rows_and_keep_their_comments(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    rows = read.query(warehouse.path, "SELECT schema_name || '.' || view_name, sql FROM duckdb_views()").rows
    views = {str(name): str(sql) for name, sql in rows}
    for kept, view in SHOWN.items():
        assert f"kept_{kept}" in views[view]
        for shown in (view, f"core.kept_{kept}"):
            assert all(meaning for *_, meaning in read.columns(warehouse.path, shown.removeprefix("main.")).rows)
