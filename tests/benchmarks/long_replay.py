"""`python -m tests.benchmarks.long_replay FOLDER --pages N`: what memory a long replay takes, and how fast it is.

It writes N short pages into a WARC file: our own articles' layouts, few sentences of a stock, with towns, numbers and
days of their own; replays it as `eventwire replay` does; and adds up what all processes hold, several times a second.
"""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from html import escape
from itertools import count, islice
from os import getpid
from pathlib import Path
from random import Random

import click

from flows.pipeline import Summary, read_archives, recorded_run
from flows.quiet_exit import exit_quietly
from flows.settings import Settings
from flows.sources.archive import open_archive
from flows.sources.exchange import Exchange
from tests.benchmarks.millions.making import known_places
from tests.flows.live.served import descendants

exit_quietly()  # in the workers too

LAYOUTS = sorted((Path(__file__).parents[1] / "quality/articles/dev").glob("*.html"))
"""Our own articles, in each of DW's layouts."""
STOCK = (
    "Rebels shelled the city of {town} on Monday, killing at least {number} people, a monitoring group said.",
    "Hospitals in {town} took in more than {number} wounded, and hundreds of families fled to {other}.",
    "The president of the region met the governor of {other} and called for a ceasefire within {number} days.",
    "Police in {town} arrested {number} men who were accused of planning an attack on a market.",
    "“We will not leave our homes,” said a teacher from {other}, where the power has been out for {number} hours.",
    "The United Nations condemned the attack on {town} and asked all sides to let aid convoys pass.",
    "Some {number} people marched through {other} on Sunday to demand the resignation of the mayor.",
    "The army said that it had retaken {number} villages around {town} since the beginning of the month.",
)
FIRST_DAY = datetime(2006, 1, 1, 9, 30)  # noqa: DTZ001  naive UTC by contract
TOLD = 2_000
DAYS = 7_000
"""Over which pages are spread: some 15 a day at 100,000, a quarter of what DW publishes."""
_MARKED = (
    (r"(<h1[^>]*>).*?</h1>", r"\1@title@</h1>"),
    (r"<title>.*?(( [–|] \w+)? [–|] DW [–|] )", r"<title>@title@\1"),
    (r'(<meta property="og:title" content=")[^"]*?(( [–|] \w+)? [–|] DW)', r"\1@title@\2"),
    (r'(<meta property="og:description" content=")[^"]*', r"\1@teaser@"),
    (r'(<p class="(?:teaser-text|intro|sc-kAyceB)">).*?</p>', r"\1@teaser@</p>"),
    (r'"headline": "[^"]*"', '"headline": "@title@"'),
    (r'(<div class="(?:sc-\w+ )?(?:rich-text|longText)[^>]*>).*</p>(?=\s*</div>)', r"\1@text@"),
    (r"\b\d{4}-\d\d-\d\d(?=T)", "@iso@"),
    (r"\b\d\d\.\d\d\.\d{4}\b", "@de@"),
    (r"\b\d\d/\d\d/\d{4}\b", "@us@"),
    (r"\b[A-Z][a-z]+ \d{1,2}, \d{4}\b", "@long@"),
)


@dataclass(slots=True)
class Watch:
    """What all processes of the replay held, and how many pages were done then."""

    seen: list[tuple[int, float]] = field(default_factory=list)
    pages: int = 0

    def most(self, first: float, last: float) -> float:
        """The most MB between two shares of the pages."""
        whole = self.pages
        return max(held for pages, held in self.seen if first * whole <= pages <= last * whole)

    @contextmanager
    def watching(self, every: float = 0.5) -> Iterator[None]:
        """Look at the memory in a thread while the block runs."""
        done = threading.Event()

        def look() -> None:
            while not done.wait(every):
                self.seen.append((self.pages, resident_mb()))

        thread = threading.Thread(target=look)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()


def resident_mb() -> float:
    """What this process and all that descend from it hold; pages that they share are counted for each."""
    pages = 0
    for pid in (getpid(), *descendants(getpid())):
        with suppress(OSError, IndexError):
            pages += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def short_texts(sentences: int) -> Iterator[tuple[str, list[str]]]:
    """A headline and so many sentences, one after the other without end; the same at every call."""
    towns = [str(place["name"]) for place in known_places()]
    for number in count():
        draw = Random(number)
        words = {"town": draw.choice(towns), "other": draw.choice(towns), "number": draw.randrange(3, 400)}
        yield f"Unrest in {words['town']}", [line.format(**words) for line in draw.sample(STOCK, sentences)]


def short_pages(sentences: int) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of one page after the other, without end."""
    shapes = [_shape(path.read_text(encoding="utf-8")) for path in LAYOUTS]
    for number, (title, lines) in enumerate(short_texts(sentences + 1)):
        day = FIRST_DAY + timedelta(days=Random(number).randrange(DAYS))
        page = _dated(shapes[number % len(shapes)], day).replace("@title@", escape(title))
        page = page.replace("@teaser@", escape(lines[0]))
        page = page.replace("@text@", "".join(f"<p>{escape(line)}</p>" for line in lines[1:]))
        yield f"https://www.dw.com/en/page/a-{10_000_000 + number}", page.encode()


def _shape(source: str) -> str:
    """The page of one of our own articles with marks for title, teaser, text and dates."""
    for form, mark in _MARKED:
        source = re.sub(form, mark, source, flags=re.DOTALL)
    return source


def _dated(page: str, day: datetime) -> str:
    written = f"{day:%B} {day.day}, {day.year}"
    for mark, words in (("@iso@", f"{day:%F}"), ("@de@", f"{day:%d.%m.%Y}"), ("@us@", f"{day:%m/%d/%Y}")):
        page = page.replace(mark, words)
    return page.replace("@long@", written)


def write_archive(folder: Path, pages: int, sentences: int) -> Path:
    """Write the pages into a .warc.gz as our own archive does."""
    with open_archive(folder, FIRST_DAY) as archive:
        for url, body in islice(short_pages(sentences), pages):
            archive.record(
                Exchange(url=url, at=FIRST_DAY, request=(), version="HTTP/1.1", status=200, reason="OK",
                         response=(("Content-Type", "text/html; charset=utf-8"),), body=body)
            )  # fmt: skip
    return archive.path


def replay(archive: Path, settings: Settings) -> tuple[Watch, Summary]:
    """Replay the archive without publishing, and watch; say how far it is, for a person may end it before its end."""
    watch = Watch()

    def after(summary: Summary) -> None:
        watch.pages = summary.pages
        if summary.pages % TOLD == 0:
            told = f"{summary.pages} pages after {time.monotonic() - began:.0f} s, {resident_mb():.0f} MB"
            click.echo(told, err=True)

    began = time.monotonic()
    with watch.watching(), recorded_run("replay", settings, source=archive.name) as run:
        summary = read_archives(run, [archive], on_batch=after)
    return watch, replace(summary, seconds=time.monotonic() - began)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pages", default=100_000, show_default=True)
@click.option("--sentences", default=2, show_default=True, help="In each page, besides headline and teaser.")
@click.option("--workers", default=0, show_default=True, help="Processes that read; 0 takes every core.")
def main(folder: Path, pages: int, sentences: int, workers: int) -> None:
    """Write, replay and publish, and say what that took."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = write_archive(folder, pages, sentences)
    click.echo(f"{archive.stat().st_size / 1e6:.0f} MB of WARC with {pages} pages", err=True)
    settings = Settings(warehouse=folder / "warehouse.duckdb", workers=workers)
    watch, summary = replay(archive, settings)
    click.echo(summary.in_words())
    start, middle, end, most = (watch.most(*part) for part in ((0.02, 0.1), (0.45, 0.55), (0.9, 1), (0, 1)))
    click.echo(
        f"{pages / summary.seconds:.1f} pages a second; all processes together held {start:.0f} MB at the start,"
    )
    click.echo(f"{middle:.0f} MB in the middle, {end:.0f} MB at the end, {most:.0f} MB at most")


if __name__ == "__main__":
    main()
