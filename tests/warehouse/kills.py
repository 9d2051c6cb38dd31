"""Kill every kind of work on a warehouse at random moments: what was done is there, and going on gives the rest.

`python -m tests.warehouse.kills 100 [SEED]` kills that often, in turn over all kinds of work, and says what it found.
"""

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import duckdb

from extractors.errors import EventwireError
from flows.quiet_exit import exit_quietly
from tests.killing import is_killed
from tests.warehouse.facts import facts, shown
from tests.warehouse.works import WORKS, exported, warehouse_in
from warehouse.batches import utc_now
from warehouse.checks import run_checks
from warehouse.store import Warehouse
from warehouse.transfer import import_all

LIVES = 3
"""Kills one after another on one warehouse, each of what the one before left, before the next begins with a new one."""

Rows = dict[str, Any]


class Disturbed:
    """One kind of work: how it is prepared, how long it takes, and what is right at its beginning and its end."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder
        self._begin = folder / "begin"
        self._begin.mkdir(parents=True)
        WORKS[name].prepare(self._begin)
        end = self._copy(self._begin, "end")
        self._start(end, 600)
        self._seconds = _moment(end, ".done") - _moment(end, ".began")
        self._copies = [_published(self._begin), _published(end)]
        self._exports = [self._exported(self._begin), self._exported(end)]
        warehouse_in(end).publish()
        self._end, self._end_shown = facts(warehouse_in(end).path), _published(end)
        self._names = _names(end)
        self._lives = 0

    def kill(self, moments: random.Random) -> tuple[bool, list[str]]:
        """Kill the work once; tell whether that hit it, and what is wrong afterwards."""
        folder = self._folder / "disturbed"
        if self._lives % LIVES == 0:
            folder = self._copy(self._begin, "disturbed")
        self._lives += 1
        hit = self._start(folder, moments.uniform(0, self._seconds))
        after = self._copy(folder, "after")
        try:
            return hit, [f"{self.name}: {wrong}" for wrong in self._wrong(after)]
        except (duckdb.Error, EventwireError) as error:
            return hit, [f"{self.name}: {error}"]

    def _start(self, folder: Path, seconds: float) -> bool:
        """Do the work in a process of its own, killed after so many seconds unless it is done before."""
        for mark in (".began", ".done"):
            folder.with_suffix(mark).unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.warehouse.works", self.name, str(folder)]
        killed = is_killed(command, seconds, folder.with_suffix(".began").exists)
        return killed and not folder.with_suffix(".done").exists()

    def _wrong(self, folder: Path) -> Iterator[str]:
        """What is not as it should be right after a kill, and after going on."""
        if _published(folder) not in self._copies:
            yield "the published copy is neither the old nor the new one"
        found = self._exported(folder)
        if found not in self._exports and not (found is None and list(folder.glob(".out.*.old"))):
            yield "the export is neither the old nor the new one"
        acknowledged = folder.with_suffix(".acknowledged")
        if self.name == "append" and acknowledged.exists():
            inside = len(facts(warehouse_in(folder).path)["core.articles"])
            if inside < 2 * int(acknowledged.read_text()) or inside % 2:
                yield f"{inside} articles are there after {acknowledged.read_text()} batches were said to be in"
        for half in folder.glob(".out.*"):  # as if an hour had passed: until then another process may be writing it
            os.utime(half, (0, 0))
        WORKS[self.name].do(folder)
        warehouse = warehouse_in(folder)
        warehouse.publish()
        yield from self._wrong_in_the_end(folder, warehouse)

    def _wrong_in_the_end(self, folder: Path, warehouse: Warehouse) -> Iterator[str]:
        rows = facts(warehouse.path)
        yield from (f"{table} differs from an undisturbed run" for table in rows if rows[table] != self._end[table])
        if _published(folder) != self._end_shown:
            yield "the published copy differs from that of an undisturbed run"
        if self._exported(folder) != self._exports[1]:
            yield "the export differs from that of an undisturbed run"
        yield from (f"check: {failed.check.message}" for failed in run_checks(warehouse.path))
        if warehouse.outbox.waiting() or warehouse.outbox.quarantined():
            yield "batches are left in the outbox"
        if left := _names(folder) - self._names:
            yield f"{', '.join(sorted(left))} was left behind"

    def _copy(self, folder: Path, name: str) -> Path:
        target = self._folder / name
        shutil.rmtree(target, ignore_errors=True)
        for mark in (".acknowledged", ".began", ".done"):
            target.with_suffix(mark).unlink(missing_ok=True)
        shutil.copytree(folder, target)
        if folder.with_suffix(".acknowledged").exists():
            shutil.copyfile(folder.with_suffix(".acknowledged"), target.with_suffix(".acknowledged"))
        return target

    def _exported(self, folder: Path) -> Rows | None:
        if not exported(folder).exists():
            return None
        back = self._folder / "back.duckdb"
        back.unlink(missing_ok=True)
        import_all(exported(folder), back, utc_now())
        return facts(back)


def disturb(folder: Path, kills: int, moments: random.Random, *names: str) -> tuple[Counter[str], list[str]]:
    """Kill so often, all kinds of work in turn; return how many kills hit each and all that was wrong."""
    works = [Disturbed(name, folder / name.replace(" ", "-")) for name in names or WORKS]
    hits: Counter[str] = Counter()
    wrong: list[str] = []
    while hits.total() < kills:
        work = min(works, key=lambda work: hits[work.name])
        hit, found = work.kill(moments)
        hits[work.name] += hit
        wrong += found
    return hits, wrong


def _published(folder: Path) -> Rows | None:
    copy = warehouse_in(folder).published_path
    return shown(copy) if copy.exists() else None


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(".wal")}


def _moment(folder: Path, mark: str) -> float:
    return folder.with_suffix(mark).stat().st_mtime


def main() -> None:
    """Kill as often as the command line says."""
    exit_quietly()
    kills, seed = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else str(random.randrange(10**6))
    with tempfile.TemporaryDirectory(prefix="eventwire-kills-") as folder:
        hits, wrong = disturb(Path(folder), kills, random.Random(seed))
    told = ", ".join(f"{count} in {name}" for name, count in hits.items())
    click.echo("\n".join(wrong) or f"{hits.total()} kills ({told}; seed {seed}), no difference")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
