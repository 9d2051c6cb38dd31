"""Kill the writers at any moment: what was acknowledged is there, and in the end every row is there exactly once."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.facts import facts
from tests.warehouse.material import batch, extraction, unreadable
from warehouse.batches import Batch
from warehouse.checks import run_checks
from warehouse.store import Warehouse

KILLS_EACH = 10
WRITERS = 2
LONGEST = 0.8
"""Seconds a writer lives. An append takes 0.1 to 0.3 s here and a copy 0.1 to 0.5 s, so kills fall into every step."""

WRITE_FOR_EVER = """
import itertools, os, random, sys
from pathlib import Path
from tests.warehouse.test_crash import work
from warehouse.store import Warehouse

warehouse = Warehouse(Path(sys.argv[1]), lock_timeout=60)
log = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
batches = work()
random.Random(sys.argv[3]).shuffle(batches)
print("ready", flush=True)
for some in itertools.cycle(batches):
    warehouse.append(some)
    os.write(log, f"{some.batch_id}\\n".encode())
    warehouse.publish()
"""


def work() -> list[Batch]:
    """Ten batches that share articles: each edits what the one before brought."""
    return [
        batch(
            extraction(number),
            extraction(number + 1, edit=f"Edit {number}."),
            unreadable(number + 100),
            window=str(number),
            cursor=f"{number:03}",
        )
        for number in range(10)
    ]


def write_and_die(path: Path, log: Path, seed: str) -> None:
    """Start a writer and kill it at a random moment of its work."""
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(path), str(log), seed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n", writer.stderr.read() if writer.stderr else ""
        time.sleep(random.Random(seed).uniform(0.01, LONGEST))
        assert writer.poll() is None, writer.communicate()
        writer.kill()
        writer.communicate()


@pytest.mark.chaos
def test_killed_writers_leave_exactly_the_rows_of_an_undisturbed_run(path: Path, tmp_path: Path) -> None:
    log = tmp_path / "acknowledged"

    def one_after_another(writer: int) -> None:
        for life in range(KILLS_EACH):
            write_and_die(path, log, f"{writer} {life}")

    with ThreadPoolExecutor(WRITERS) as writers:
        assert list(writers.map(one_after_another, range(WRITERS))) == [None] * WRITERS

    acknowledged = set(log.read_text().split()) if log.exists() else set()
    disturbed, undisturbed = Warehouse(path), Warehouse(tmp_path / "undisturbed.duckdb")
    assert disturbed.drain().quarantined == ()
    with duckdb.connect(path, read_only=True) as con:
        committed = {str(known) for (known,) in con.execute("SELECT batch_id FROM meta.batches").fetchall()}
    assert acknowledged <= committed

    for some in work():
        disturbed.append(some)
        undisturbed.append(some)
    assert facts(path) == facts(undisturbed.path)
    assert disturbed.cursor("folder") is not None
    assert disturbed.outbox.waiting() == ()
    disturbed.publish()
    assert run_checks(path) == ()
    assert facts(disturbed.published_path)["core.events"] == facts(path)["core.events"]
