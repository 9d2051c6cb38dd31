"""One process writes at a time: another waits, then says who holds the file and where its batch is safe."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from extractors.errors import WarehouseLocked
from tests.warehouse.facts import facts
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.batches import Appended
from warehouse.store import Warehouse

HOLD = """
import duckdb, sys
con = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.readline()
con.close()
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open for writing until it is told to let go, or the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.communicate("\n" if process.poll() is None else None)


def test_a_writer_gives_up_and_its_batch_waits_for_the_next_run(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    hurried = Warehouse(warehouse.path, lock_timeout=0.3)
    with held(warehouse.path) as process:
        began = time.monotonic()
        with pytest.raises(WarehouseLocked) as raised:
            hurried.append(batch(extraction(2), window="2"))
        assert time.monotonic() - began < 5
        (waiting,) = hurried.outbox.waiting()
        assert f"process {process.pid}" in str(raised.value)
        assert str(waiting) in str(raised.value)
        assert hurried.append(batch(extraction(3), window="3"), defer=True) == Appended(deferred=True)
    appended = warehouse.append(batch(extraction(4), window="4"))
    assert appended.new_articles == 1
    assert [row[2] for row in facts(warehouse.path)["raw.pages"]].count("page-2.html") == 1
    assert len(facts(warehouse.path)["core.articles"]) == 4
    assert warehouse.outbox.waiting() == ()


def test_a_writer_waits_its_turn(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    with held(warehouse.path) as process:
        letting_go = threading.Timer(0.5, process.communicate, args=("\n",))
        letting_go.start()
        assert warehouse.append(batch(extraction(2), window="2")).new_articles == 1
        letting_go.join()


def test_a_locked_warehouse_can_still_be_read(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    hurried = Warehouse(warehouse.path, lock_timeout=0.1)
    with held(warehouse.path):
        assert read.query(warehouse.path, "SELECT count(*) FROM events").rows == ((1,),)
        assert hurried.unread((extraction(1).page,), "0.1.0") == ()
        with pytest.raises(WarehouseLocked):
            hurried.start_run("replay", extractor_version="0.1.0")


def test_a_reader_of_the_warehouse_itself_holds_the_writer_up_with_a_clear_word(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    hurried = Warehouse(warehouse.path, lock_timeout=0.1)
    with (
        duckdb.connect(warehouse.path, read_only=True),
        pytest.raises(WarehouseLocked, match="another part of this process"),
    ):
        hurried.append(batch(extraction(2), window="2"))


def test_threads_of_one_process_take_turns(warehouse: Warehouse) -> None:
    one_by_one = [batch(extraction(number), window=str(number)) for number in range(6)]
    workers = [threading.Thread(target=warehouse.append, args=(some,)) for some in [*one_by_one, *one_by_one]]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(facts(warehouse.path)["core.articles"]) == 6
    assert len(facts(warehouse.path)["core.events"]) == 12
