"""`python -m tests.flows.live.rebuild_many 2000`: does the archive alone give the same rows of so many articles?

They are fetched from a publisher on loopback and visited again after a tenth was edited and a hundredth withdrawn. Then
another warehouse is made of the archive alone, in other batches and by two processes, and every row is compared.
"""

import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import click

from flows.live.passing import ingest
from flows.pipeline import replay_paths
from flows.quiet_exit import exit_quietly
from flows.settings import Settings
from tests.benchmarks.long_replay import short_texts
from tests.flows.live.conftest import FEED
from tests.flows.live.publisher import FakeTime, Publisher, Story, network, serving
from tests.flows.live.rows import FACTS, STATE, rows
from warehouse.paths import archive_path

exit_quietly()  # in the workers too
FIRST = 79000000
AGAIN = 5
"""Passes after the edits: the last ones find articles that are due an hour and more after they were changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How much was compared, and what differs."""

    rows: int
    visits: int
    megabytes: float
    differing: tuple[str, ...]

    def in_words(self) -> str:
        told = f"{self.rows} rows, {self.visits} visits, {self.megabytes:.1f} MB of archive"
        return f"{told}: " + (", ".join(self.differing) + " differ" if self.differing else "the same rows, all of them")


def rebuild_many(folder: Path, articles: int) -> Outcome:
    """Live through the articles, rebuild them from the archive, and compare."""
    lived = Settings(warehouse=folder / "lived.duckdb", workers=1)
    live_through(lived, articles)
    archive = archive_path(lived.warehouse)
    rebuilt = replace(lived, warehouse=folder / "rebuilt.duckdb", batch_size=130, workers=2)
    replay_paths([archive], rebuilt)
    one, other = (rows(each.warehouse, FACTS | STATE) for each in (lived, rebuilt))
    return Outcome(
        rows=sum(map(len, one.values())),
        visits=len(one["meta.visits"]),
        megabytes=sum(path.stat().st_size for path in archive.glob("*.warc.gz")) / 1e6,
        differing=tuple(table for table in one if one[table] != other[table]),
    )


def live_through(settings: Settings, articles: int) -> None:
    """Fetch the articles, edit some, withdraw some, and visit them again."""
    time = FakeTime()
    with serving(Publisher()) as publisher:
        for number, (title, lines) in zip(range(articles), short_texts(3), strict=False):
            publisher.publish(Story(number=FIRST + number, title=title, text=tuple(lines)))
        while len(_pages(publisher)) < articles:  # a pass fetches for twelve minutes, one article a second
            ingest(settings, [FEED], network=network(publisher, time))
            time.pass_by(minutes=3)
        for number in range(0, articles, 10):
            publisher.edit(FIRST + number, "The mayor resigned on Thursday.", "Police arrested 5 men.", at=time.moment)
        for number in range(5, articles, 100):
            publisher.withdraw(FIRST + number, 404)
        for _ in range(AGAIN):
            time.pass_by(hours=2)
            ingest(settings, [FEED], network=network(publisher, time))


def _pages(publisher: Publisher) -> set[str]:
    return {path.partition("?")[0] for path, _ in publisher.statuses if "/a-" in path}


def main() -> None:
    """Compare so many articles as the command line says; exit 1 when a row differs."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = rebuild_many(Path(folder), int(sys.argv[1]))
    click.echo(outcome.in_words())
    sys.exit(bool(outcome.differing))


if __name__ == "__main__":
    main()
