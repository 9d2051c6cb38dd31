"""A replay that is killed again and again ends with exactly the rows of one that was left alone."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import ROOT, SEEDS, type_command

PAGES = [*sorted(SEEDS.glob("*.txt")), *sorted((ROOT / "tests/fixtures/pages").glob("*/page.*"))]
KILLS = 20
CONTENTS = {
    "raw.pages": "page_id, name, body_sha256",
    "core.readings": "reading_id, outcome",
    "core.articles": "* EXCLUDE (batch_id, recorded_at)",
    "core.sentences": "* EXCLUDE (batch_id)",
    "core.events": "* EXCLUDE (batch_id)",
    "core.event_parties": "* EXCLUDE (batch_id)",
    "core.event_mentions": "* EXCLUDE (batch_id)",
    "core.quantities": "* EXCLUDE (batch_id)",
    "meta.issues": "issue_id, code, document, message",
}
"""What must be the same; the ids of batches and the times differ because a killed run's work is cut otherwise."""


def rows(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(warehouse, read_only=True) as con:
        return {
            table: sorted(con.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)  # noqa: S608  our names
            for table, columns in CONTENTS.items()
        }


@pytest.mark.chaos
@pytest.mark.timeout(600)
def test_twenty_kills_leave_the_rows_of_an_undisturbed_run(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for page in PAGES:
        (pages / f"{page.parent.name}-{page.name}").symlink_to(page)
    undisturbed = tmp_path / "undisturbed.duckdb"
    assert type_command(undisturbed, "replay", str(pages)).exit_code in (0, 1)

    environ = os.environ | {"EVENTWIRE_BATCH_SIZE": "1", "EVENTWIRE_WORKERS": "1"}
    moments = random.Random(20161207)
    kills = 0
    for round_number in itertools.count():
        disturbed = tmp_path / f"disturbed-{round_number}.duckdb"
        command = [sys.executable, "-m", "flows.cli", "--warehouse", str(disturbed), "replay", str(pages)]
        while is_killed(command, environ, disturbed, moments.uniform(0.0, 2.5)):
            kills += 1
        assert rows(disturbed) == rows(undisturbed)
        if kills >= KILLS:
            break


def is_killed(command: list[str], environ: dict[str, str], warehouse: Path, seconds: float) -> bool:
    """Run the command and kill it so long after it began to write; tell whether it was still at work."""
    before = touched(warehouse)
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as replay:
        while touched(warehouse) == before and replay.poll() is None:
            time.sleep(0.02)
        try:
            replay.wait(seconds)
        except subprocess.TimeoutExpired:
            replay.send_signal(signal.SIGKILL)
            return True
    return False


def touched(warehouse: Path) -> int:
    return warehouse.stat().st_mtime_ns if warehouse.exists() else 0
