"""`python -m tests.flows.live.measure`: what polling, skipping and replaying cost on this machine."""

import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import click

from extractors.extract import extract_many, load_resources
from extractors.model import Page
from extractors.pages.identity import article_key
from extractors.pages.read import read_page
from flows.live.passing import open_pass, poll_sources
from flows.pipeline import replay_paths
from flows.settings import Settings
from flows.sources.archive import open_archive
from flows.sources.clock import Clock
from flows.sources.exchange import Exchange
from flows.sources.http import Network
from tests.flows.live.conftest import FEED
from tests.flows.live.publisher import MORNING, FakeTime, Publisher, Story, ToLoopback, serving
from warehouse.batches import Batch
from warehouse.sources import Sighting
from warehouse.store import Warehouse

PAGES = 200
KNOWN = 100_000
TEXT = (
    "Rebel fighters shelled the Syrian port city of Latakia on Wednesday, killing at least {n} people, the army said.",
    "Hospitals in the city took in more than {n} wounded, and some 2,000 families fled to the north.",
    "The United Nations called for a ceasefire. Russia's foreign minister Sergei Lavrov met his Turkish counterpart.",
    "Police arrested {n} men who were said to have fired the rockets from a village east of the city.",
    "The mayor said that schools would stay closed until Monday and asked residents to keep off the coastal road.",
)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def unchanged_poll(folder: Path) -> str:
    """Poll a feed of 130 entries that has not changed, and ask for the same without any of our work."""
    fake = FakeTime()
    clock = Clock(now=lambda: fake.moment, seconds=time.monotonic, sleep=lambda _: None)
    settings = Settings(warehouse=folder / "poll.duckdb")
    with serving(Publisher()) as publisher:
        publisher.publish(*(Story(number=79000000 + n, title=f"Story {n}", text=("x",)) for n in range(130)))
        network = Network(clock=clock, transport=ToLoopback(publisher.port), delay=0)

        def once() -> None:
            with open_pass(settings, network=replace(network, transport=ToLoopback(publisher.port))) as live:
                poll_sources(live, [FEED])

        once()
        ours, alone = [], []
        for _ in range(9):
            fake.pass_by(minutes=1)
            fake.moment = MORNING + timedelta(minutes=16)
            ours.append(seconds(once))
            alone.append(seconds(lambda: _fetch_alone(publisher.port)))
    cost = min(ours) - min(alone)  # other work on the machine only ever adds
    return f"an unchanged feed of 130 entries: {cost * 1000:.0f} ms beyond the network"


def _fetch_alone(port: int) -> None:
    import httpx2

    with httpx2.Client(transport=ToLoopback(port)) as client:
        client.get("http://rss.dw.com/robots.txt")
        client.get("http://rss.dw.com/rdf/rss-en-all")


def known_articles(folder: Path) -> str:
    """Recognise 10,000 addresses among 100,000 known articles."""
    warehouse = Warehouse(folder / "known.duckdb")
    sightings = tuple(
        Sighting(
            article_key=f"dw:{n}", url=f"https://www.dw.com/a-{n}", source="dw", source_name="x", sighted_at=MORNING
        )
        for n in range(KNOWN)
    )
    warehouse.append(Batch(source="x", window="x", run_id=UUID(int=1), extractions=(), records=sightings))
    urls = [f"https://www.dw.com/en/some-slug/a-{n}?maca=en-rss" for n in range(10_000)]

    def skip() -> None:
        with warehouse.sources() as known:
            if known.unseen([article_key(url=url, text="") for url in urls]):
                raise AssertionError("a known article was taken for a new one")

    return f"known articles skipped: {10_000 / seconds(skip):,.0f} a second"


def replay_ratio(folder: Path) -> str:
    """Replay an archive, and do only the reading and parsing of its pages in one process."""
    stories = [
        Story(
            number=79000000 + n,
            title=f"Attack number {n} on the port",
            text=tuple(line.format(n=n + 3) for line in TEXT),
        )
        for n in range(PAGES)
    ]
    with open_archive(folder, MORNING) as archive:
        for story in stories:
            archive.record(
                Exchange(url=story.url, at=MORNING, request=(), version="HTTP/1.1", status=200, reason="OK",
                         response=(("Content-Type", "text/html"),), body=story.html().encode())
            )  # fmt: skip
    pages = [Page(name=story.url, url=story.url, body=story.html().encode()) for story in stories]
    resources = load_resources()
    resources.pipeline.parse(read_page(pages[0]).article)
    alone = seconds(lambda: [resources.pipeline.parse(read_page(page).article) for page in pages])
    settings = Settings(warehouse=folder / "replay.duckdb", workers=1)
    ours = seconds(lambda: replay_paths([archive.path], settings))
    whole = seconds(lambda: list(extract_many(pages, resources)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"replay of {PAGES} pages from WARC: {PAGES / ours:.1f} a second, {alone / ours:.2f} of trafilatura and parser "
        f"alone, {whole / ours:.2f} of the extraction alone; {memory:.0f} MB at most"
    )


def main() -> None:
    """Measure everything once."""
    with tempfile.TemporaryDirectory() as folder:
        for measure in (unchanged_poll, known_articles, replay_ratio):
            click.echo(measure(Path(folder)))


if __name__ == "__main__":
    main()
