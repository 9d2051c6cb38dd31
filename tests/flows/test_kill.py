"""A replay that is killed again and again ends with exactly the rows of one that was left alone."""

import itertools
import os
import random
import sys
from functools import partial
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import ROOT, SEEDS, type_command
from tests.killing import is_killed

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
        while is_killed(command, moments.uniform(0.0, 2.5), partial(touched, disturbed), environ=environ, fine=(0, 1)):
            kills += 1
        assert rows(disturbed) == rows(undisturbed)
        if kills >= KILLS:
            break


def touched(warehouse: Path) -> int:
    return warehouse.stat().st_mtime_ns if warehouse.exists() else 0
