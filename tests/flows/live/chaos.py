"""Kill passes at random moments until all is fetched; then the rows must be those of an undisturbed pass.

`python -m tests.flows.live.chaos 50` kills that often and says what it found.
"""

import random
import sys
import tempfile
from pathlib import Path

import click

from flows.live.passing import ingest
from flows.pipeline import replay_paths
from flows.quiet_exit import exit_quietly
from flows.settings import Settings
from flows.sources.catalogue import read_sources
from flows.sources.http import Network
from flows.sources.members import whole_length
from tests.flows.live.publisher import Publisher, Story, serving
from tests.flows.live.rows import FACTS, rows
from tests.killing import is_killed
from warehouse.paths import archive_path

STORIES = 8
TIMELESS = FACTS | {"raw.pages": "page_id, name, url, published_date, body_sha256"}
"""A page that was fetched again after a kill has another time."""


def one_pass(warehouse: Path, catalogue: Path) -> None:
    """Poll and fetch once, without waiting between requests."""
    settings = Settings(warehouse=warehouse, workers=1, batch_size=1)
    ingest(settings, read_sources(catalogue), network=Network(delay=0))


def stories() -> list[Story]:
    """Stories that differ in place and number, so that no two give the same rows."""
    towns = ("Latakia", "Aleppo", "Homs", "Idlib", "Hama", "Damascus", "Mosul", "Kirkuk")
    return [
        Story(
            number=79000000 + index,
            title=f"Shelling hits {town}",
            text=(f"Rebels shelled the city of {town} on Wednesday, killing at least {index + 5} people.",),
        )
        for index, town in enumerate(towns[:STORIES])
    ]


def disturb(folder: Path, kills: int, moments: random.Random) -> list[str]:
    """Kill so many passes, over as many warehouses as that takes; return what differs from an undisturbed one."""
    done = number = 0
    found: list[str] = []
    with serving(Publisher()) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(*stories())
        catalogue = folder / "sources.toml"
        catalogue.write_text(f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n')
        undisturbed = folder / "undisturbed.duckdb"
        one_pass(undisturbed, catalogue)
        while done < kills:
            number += 1
            warehouse = folder / f"disturbed-{number}.duckdb"
            while _is_killed(warehouse, catalogue, moments.uniform(0.0, 3.0)):
                done += 1
            found += differences(warehouse, undisturbed, folder / f"replayed-{number}.duckdb")
    return found


def differences(warehouse: Path, undisturbed: Path, replayed: Path) -> list[str]:
    """What a warehouse, and one made of its archive alone, hold that an undisturbed one does not."""
    archives = sorted(archive_path(warehouse).glob("*.warc.gz"))
    replay_paths(archives, Settings(warehouse=replayed, workers=1))
    wanted = rows(undisturbed, TIMELESS)
    found = [
        f"{place.name} {table}: {len(have[table])} rows, not {len(wanted[table])}, or others"
        for place in (warehouse, replayed)
        for have in [rows(place, TIMELESS)]
        for table in TIMELESS
        if have[table] != wanted[table]
    ]
    return found + [f"{path} is cut" for path in archives if whole_length(path) != path.stat().st_size]


def _is_killed(warehouse: Path, catalogue: Path, seconds: float) -> bool:
    """Start a pass and kill it so long after its first sign of work; tell whether it was still at it."""
    command = [sys.executable, "-m", "tests.flows.live.chaos", "--pass", str(warehouse), str(catalogue)]
    return is_killed(command, seconds, lambda: _touched(warehouse))


def _touched(warehouse: Path) -> tuple[int, ...]:
    places = [warehouse, *archive_path(warehouse).glob("*.warc.gz")]
    return tuple(place.stat().st_mtime_ns for place in places if place.exists())


def main() -> None:
    """Run one pass, or kill as often as the command line says."""
    exit_quietly()
    if sys.argv[1] == "--pass":
        one_pass(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = disturb(Path(folder), int(sys.argv[1]), random.Random())
    click.echo("\n".join(found) or f"{sys.argv[1]} kills, no difference")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
