"""A publisher with two stories, a clock that a test moves, and a source that leads there."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from flows.live.passing import ingest
from flows.pipeline import Summary
from flows.settings import Settings
from flows.sources.catalogue import Source
from tests.flows.live.publisher import MORNING, FakeTime, Publisher, Story, network, serving

FEED = Source(
    name="dw-en", url="https://rss.dw.com/rdf/rss-en-all", kind="feed", publisher="dw", hosts=("dw.com",)
)  # fmt: skip
RSS = Source(name="dw-rss", url="https://rss.dw.com/xml/rss-en-all", kind="feed", publisher="dw", hosts=("dw.com",))
SITEMAP = Source(
    name="dw-news", url="https://www.dw.com/en/news-sitemap.xml", kind="sitemap", publisher="dw", hosts=("dw.com",),
    interval=timedelta(hours=1),
)  # fmt: skip

SHELLING = Story(
    number=79000001,
    title="Shelling hits harbour town",
    text=(
        "Rebel fighters shelled the Syrian port city of Latakia on Wednesday, killing at least 12 people.",
        "The Syrian army said it had arrested three men.",
    ),
)
TALKS = Story(
    number=79000002,
    title="Talks resume in Geneva",
    text=(
        "Russia's foreign minister Sergei Lavrov met his Turkish counterpart in Geneva on Wednesday.",
        "Germany condemned the attack on the hospital in Gaza.",
    ),
    published=MORNING - timedelta(hours=3),
)

Ingest = Callable[..., Summary | None]


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with serving(Publisher()) as publisher:
        publisher.publish(SHELLING, TALKS)
        yield publisher


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(warehouse=tmp_path / "warehouse.duckdb", workers=1, contact="https://desk.example/bot")


@pytest.fixture
def run(settings: Settings, publisher: Publisher, time: FakeTime) -> Ingest:
    """One pass over the sources, by default the RDF feed."""
    return lambda *sources: ingest(settings, sources or (FEED,), network=network(publisher, time))
