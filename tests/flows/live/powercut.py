"""`python -m tests.flows.live.powercut`: cut the power of `eventwire serve` in the middle of a run, and start it again.

Server, worker and flow are killed in one moment. What is measured is how long after the new start a poll is complete;
then the warehouse and its archive are compared with those of a pass that nothing disturbed.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from flows.quiet_exit import exit_quietly
from tests.flows.live.chaos import differences, one_pass, stories
from tests.flows.live.publisher import Publisher, serving
from tests.flows.live.served import Served
from warehouse.checks import run_checks

LIMIT = 360.0
"""Seconds until the next poll is complete, at most."""
PATIENCE = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it; seconds since the new start."""

    killed: int
    fetched: int
    """Articles that had been fetched when the power went."""
    up: float
    """Until server, deployments and worker are there."""
    polled: float
    """Until a run that began after the cut is complete."""
    lost: str
    """What the server says of the run that was killed."""
    trouble: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return self.polled < LIMIT and not self.trouble and self.lost == "CRASHED"

    def in_words(self) -> str:
        lines = (
            f"{self.killed} processes killed at once after {self.fetched} articles",
            f"started again: all up after {self.up:.0f} s, the next poll complete after {self.polled:.0f} s "
            f"(at most {LIMIT:.0f}); the lost run is {self.lost}",
            *self.trouble,
        )
        return "\n".join(lines if self.trouble else (*lines, "checks pass; rows as of an undisturbed pass"))


def cut_and_restart(folder: Path) -> Outcome:
    """Cut the power in the middle of the first run and see what the next one makes of it."""
    with serving(Publisher()) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(*stories())
        catalogue = folder / "sources.toml"
        catalogue.write_text(f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n')
        undisturbed = folder / "undisturbed.duckdb"
        one_pass(undisturbed, catalogue)
        publisher.statuses.clear()
        served = Served(folder=folder, catalogue=catalogue)
        try:
            served.start()
            served.wait(lambda: _fetched(publisher) >= len(publisher.stories) // 2, 120)
            fetched, killed = _fetched(publisher), served.cut()
            began, moment = time.monotonic(), datetime.now(UTC)
            served.start()
            up = time.monotonic() - began
            served.wait(lambda: _is_polled(served, moment), PATIENCE)
            polled = time.monotonic() - began
            lost = _wait_for_the_lost(served, moment)
        finally:
            served.stop()
    failed = [f"check {each.check.name}: {each.rows} rows" for each in run_checks(served.warehouse)]
    trouble = (*failed, *differences(served.warehouse, undisturbed, folder / "replayed.duckdb"))
    return Outcome(killed=killed, fetched=fetched, up=up, polled=polled, lost=lost, trouble=trouble)


def _fetched(publisher: Publisher) -> int:
    return sum(status == 200 and "/a-" in path for path, status in publisher.statuses)


def _is_polled(served: Served, moment: datetime) -> bool:
    """Whether a run is complete that began after the moment."""
    return any(run["state_type"] == "COMPLETED" and _began(run) > moment for run in served.runs())


def _wait_for_the_lost(served: Served, moment: datetime) -> str:
    """The state of the run that was killed, once it has another than Running; a lease and the watch take minutes."""

    def states() -> list[str]:
        return [str(run["state_type"]) for run in served.runs() if _began(run) <= moment]

    served.wait(lambda: "RUNNING" not in states(), PATIENCE)
    return " ".join(states())


def _began(run: dict[str, object]) -> datetime:
    return datetime.fromisoformat(str(run["start_time"]))


def main() -> None:
    """Cut the power once and say what came of it; exit 1 when that is not as promised."""
    exit_quietly()
    with tempfile.TemporaryDirectory() as folder:
        outcome = cut_and_restart(Path(folder))
    click.echo(outcome.in_words())
    sys.exit(not outcome.is_right)


if __name__ == "__main__":
    main()
