"""What reading events costs beside the parse they stand on, in processor time of one process. Run with `-s` to see."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from extractors.extract import code_article, extract, load_resources
from extractors.model import Article, Page
from extractors.pages.read import read_page

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROUNDS = 5
WHOLE_FLOOR = 0.25
"""Of the parse's speed that the whole way from bytes to events must keep; see docs/benchmarks.md for the figure."""

Result = TypeVar("Result")


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """The best of some rounds: what the work costs when nothing else gets in its way."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        result = work()
        times.append(time.process_time() - began)
    return min(times), result


@pytest.mark.benchmark
def test_the_whole_way_keeps_a_share_of_the_parses_speed() -> None:
    resources = load_resources()
    pages = [Page(name=path.name, body=path.read_bytes()) for path in SEEDS]
    articles: list[Article] = [read_page(page).article for page in pages]
    reading, _ = seconds(lambda: [read_page(page) for page in pages])
    parsing, parsed = seconds(lambda: [resources.pipeline.parse(article) for article in articles])
    parsing_and_coding, _ = seconds(lambda: [code_article(article, resources) for article in articles])
    whole, _ = seconds(lambda: [extract(page, resources) for page in pages])
    sentences = sum(len(article.sentences) for article in parsed)
    coding = parsing_and_coding - parsing
    print(  # noqa: T201  the figures for docs/benchmarks.md
        f"\n{len(pages)} articles, {sentences} sentences\n"
        f"page to article    {len(pages) / reading:8.0f} articles/s\n"
        f"parse              {sentences / parsing:8.0f} sentences/s\n"
        f"coder, no parse    {sentences / coding:8.0f} sentences/s\n"
        f"bytes to events    {sentences / whole:8.0f} sentences/s, {len(pages) / whole:.1f} articles/s\n"
        f"share of the parse {parsing / whole:8.2f}"
    )
    assert parsing / whole > WHOLE_FLOOR
