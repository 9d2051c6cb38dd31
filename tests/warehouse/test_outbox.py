"""The outbox: a batch is there whole or not at all, and what cannot be read is put aside, the rest goes in."""

import gzip
import json
import os
from pathlib import Path

import pytest

from extractors.errors import SchemaTooNew, WarehouseError
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.batches import Appended, utc_now
from warehouse.store import Warehouse


def spool(warehouse: Warehouse, number: int = 1) -> Path:
    return warehouse.outbox.spool(batch(extraction(number), window=str(number)), utc_now())


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def no_gzip(file: Path) -> None:
    file.write_bytes(b"not a batch at all")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def other_json(file: Path) -> None:
    file.write_bytes(gzip.compress(b'{"format": 1}\n'))


def wrong_type(file: Path) -> None:
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    lines[1] = "raw.pages\tpage_id\t" + json.dumps({"page_id": ["not an id"]})
    file.write_bytes(gzip.compress("\n".join(lines).encode()))


def no_such_table(file: Path) -> None:
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    file.write_bytes(gzip.compress("\n".join([*lines, 'core.poems\tpoem\t{"poem": [1]}']).encode()))


def no_such_column(file: Path) -> None:
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    lines[1] = "raw.pages\tpoem\t" + json.dumps({"poem": [1]})
    file.write_bytes(gzip.compress("\n".join(lines).encode()))


DAMAGE = [cut, no_gzip, empty, other_json, wrong_type, no_such_column, no_such_table]


def test_what_is_spooled_is_read_back_as_it_was(warehouse: Warehouse) -> None:
    whole = batch(extraction(1), cursor="here")
    spooled = warehouse.outbox.read(warehouse.outbox.spool(whole, utc_now()))
    assert (spooled.batch_id, spooled.source, spooled.cursor) == (whole.batch_id, "folder", "here")
    assert (spooled.pages, spooled.articles) == (1, 1)
    (articles,) = (table for table in spooled.tables if table.name == "core.articles")
    assert json.loads(articles.json)["title"] == ["Harbour shelled"]
    assert list(json.loads(articles.json)) == list(articles.columns)


def test_the_same_batch_waits_once(warehouse: Warehouse) -> None:
    assert spool(warehouse) == spool(warehouse)
    assert len(warehouse.outbox.waiting()) == 1


def test_a_waiting_batch_goes_in_with_the_next(warehouse: Warehouse) -> None:
    spool(warehouse, 1)
    assert warehouse.append(batch(extraction(2), window="2")) == Appended(
        new_articles=1, new_events=2, new_quantities=1, issues=1
    )
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT document FROM articles ORDER BY 1").rows == (
        ("page-1.html",),
        ("page-2.html",),
    )
    assert warehouse.outbox.waiting() == ()


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_put_aside_and_the_others_go_in(warehouse: Warehouse, damage: object) -> None:
    damaged = spool(warehouse, 1)
    damage(damaged)  # type: ignore[operator]
    spool(warehouse, 2)
    drained = warehouse.drain()
    ((aside, reason),) = drained.quarantined
    assert aside == damaged.parent / "quarantine" / damaged.name
    assert aside.exists()
    assert reason
    assert [appended.new_articles for appended in drained.batches.values()] == [1]
    warehouse.publish()
    told = read.query(
        warehouse.path, "SELECT level, document, message FROM issues WHERE code = 'unreadable_batch'"
    ).rows
    assert [(row[0], row[1]) for row in told] == [("error", damaged.name)]
    assert str(aside) in str(told[0][2])


def test_a_batch_that_cannot_be_loaded_is_an_error_for_who_appends_it(warehouse: Warehouse) -> None:
    mine = batch(extraction(1))
    cut(warehouse.outbox.spool(mine, utc_now()))
    with pytest.raises(WarehouseError, match="could not be loaded and lies in"):
        warehouse.append(mine)


def test_a_file_of_a_newer_version_stays_where_it_is(warehouse: Warehouse) -> None:
    file = spool(warehouse)
    head, rest = gzip.decompress(file.read_bytes()).split(b"\n", 1)
    file.write_bytes(gzip.compress(head.replace(b'"format":1', b'"format":99') + b"\n" + rest))
    with pytest.raises(SchemaTooNew, match="upgrade eventwire"):
        warehouse.drain()
    assert warehouse.outbox.waiting() == (file,)


def test_what_a_killed_process_left_half_written_is_swept_away(warehouse: Warehouse) -> None:
    waiting = spool(warehouse)
    old, fresh = waiting.with_name(".a.json.gz.1.2.tmp"), waiting.with_name(".b.json.gz.1.2.tmp")
    for file in (old, fresh):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    warehouse.drain()
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_failed_spool_leaves_no_half_file(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WarehouseError, match="No space left on device"):
        spool(warehouse)
    assert list(warehouse.outbox.folder.iterdir()) == []
