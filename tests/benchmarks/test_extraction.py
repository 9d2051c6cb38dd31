"""What reading events costs beside the parse they stand on, in processor time of one process. Run with `-s` to see."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from extractors.actors import resolver
from extractors.coding.events import code_events
from extractors.coding.match import matches
from extractors.coding.reading import ArticleReading, read_article
from extractors.coding.tolls import placed_quantities
from extractors.dates import read_times
from extractors.extract import Resources, extract_many, load_resources
from extractors.language.pipeline import ParsedArticle
from extractors.language.repair import repair, write_back
from extractors.language.tree import read_tree
from extractors.model import Page
from extractors.pages.read import read_page
from extractors.places import read_places
from extractors.quantities import find_quantities
from tests.benchmarks.yardstick import spacys_own

TESTS = Path(__file__).parents[1]
FILES = (
    *sorted((TESTS.parent / "seeds").glob("*.txt")),
    *sorted(path for path in (TESTS / "quality/articles/dev").iterdir() if path.suffix in (".txt", ".html")),
)
ROUNDS = 3
WHOLE_FLOOR = 0.9
"""Of the speed of spaCy's own parse, that of the whole way from bytes to events; docs/benchmarks.md has the figures."""
FOUR_CEILING = 1 / 3
"""Of the time of spaCy's own parse that dates, places, counts and parties may take together."""
CODER_CEILING = 0.3
"""Of the same that mending trees and coding events may take, with what the coder asks the four."""

Result = TypeVar("Result")
pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """How long it takes, and what it gives."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result


def len_of(parsed: ParsedArticle) -> int:
    return len(parsed.sentences)


def read_parts(parsed: ParsedArticle, resources: Resources, spent: dict[str, float]) -> None:
    """Read one article part by part, adding up what each part takes."""

    def timed(part: str, work: Callable[[], Result]) -> Result:
        took, result = seconds(work)
        spent[part] = spent.get(part, 0.0) + took
        return result

    trees = timed("trees", lambda: tuple(repair(read_tree(each.doc, ud=each.view.ud)) for each in parsed.sentences))
    for tree, sentence in zip(trees, parsed.sentences, strict=True):
        timed("trees", lambda: write_back(tree, sentence.doc))  # noqa: B023  called at once
    places = timed("places", lambda: read_places(parsed, resources.gazetteer, trees))
    times = timed("dates", lambda: read_times(parsed))
    timed("counts", lambda: find_quantities(parsed, times))
    timed("parties", lambda: resolver(parsed, resources.actors, places.focus_country))
    reading = read_article(parsed, resources.gazetteer, resources.actors)
    events = timed("events", lambda: code_events(reading, resources.lexicon))
    timed("events", lambda: placed_quantities(reading, events))
    timed("asked", lambda: ask(reading, resources))
    timed("matches", lambda: [matches(reading.view(number), resources.lexicon) for number in range(len(reading.trees))])


def ask(reading: ArticleReading, resources: Resources) -> None:
    """Ask dates, places and parties what the coder asks them about each trigger."""
    for number in range(len(reading.trees)):
        for match in matches(reading.view(number), resources.lexicon):
            reading.time(match.node)
            reading.place(match.node)
            for node in match.actors:
                reading.parties(node, "actor")
            for node in match.recipients:
                reading.parties(node, "recipient")


def parts(pages: list[Page], resources: Resources) -> tuple[dict[str, float], int]:
    """The least that each part took in some rounds, all articles together, and the number of sentences."""
    articles = [read_page(page).article for page in pages]
    least: dict[str, float] = {}
    sentences = 0
    for _ in range(ROUNDS):
        spent: dict[str, float] = {}
        with resources.pipeline.nlp.memory_zone():
            parsed = list(resources.pipeline.parse_many(articles))
            sentences = sum(len(each.sentences) for each in parsed)
            for each in parsed:
                read_parts(each, resources, spent)
            parsed.clear()
            del each
        spent["parse"], _ = seconds(lambda: list(resources.pipeline.read_many(articles, len_of)))
        with spacys_own().nlp.memory_zone():
            spent["yardstick"], _ = seconds(lambda: sum(1 for _ in spacys_own().parse_many(articles)))
        spent["page"], _ = seconds(lambda: [read_page(page) for page in pages])
        spent["whole"], _ = seconds(lambda: list(extract_many(pages, resources)))
        least = {part: min(took, least.get(part, took)) for part, took in spent.items()}
    return least, sentences


def test_reading_and_coding_take_a_share_of_the_time_of_spacys_parse() -> None:
    resources = load_resources()
    pages = [Page(name=path.name, body=path.read_bytes()) for path in FILES]
    took, sentences = parts(pages, resources)
    four = sum(took[part] for part in ("dates", "places", "counts", "parties")) + took["asked"] - took["matches"]
    coder = took["trees"] + took["events"]
    lines = [
        f"{len(pages)} articles, {sentences} sentences",
        f"page to article {len(pages) / took['page']:.0f} articles/s",
    ]
    lines += [
        f"{part:9} {took[part] / took['parse']:6.3f} of our parse, {took[part] / took['yardstick']:.3f} of spaCy's"
        for part in took
    ]
    lines += [
        f"parse    {sentences / took['parse']:6.0f} sentences/s",
        f"the four {four / took['yardstick']:6.3f} of spaCy's own parse, with what the coder asks them",
        f"coder    {sentences / coder:6.0f} sentences/s without the parse, {coder / took['yardstick']:.3f} of its time",
        f"bytes to events {len(pages) / took['whole']:.1f} articles/s, {sentences / took['whole']:.0f} sentences/s",
    ]
    print("", *lines, sep="\n")  # noqa: T201  the figures for docs/benchmarks.md
    assert four / took["yardstick"] < FOUR_CEILING
    assert coder / took["yardstick"] < CODER_CEILING
    assert took["yardstick"] / took["whole"] > WHOLE_FLOOR
