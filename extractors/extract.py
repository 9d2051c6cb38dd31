"""One page in, one extraction out: the whole of reading and coding, without effects."""

import gc
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extractors import EXTRACTOR_VERSION
from extractors.actors import load_actors
from extractors.actors.book import ActorBook
from extractors.coding.events import code_events
from extractors.coding.lexicon import Lexicon, load_lexicon
from extractors.coding.reading import read_article
from extractors.coding.tolls import placed_quantities
from extractors.errors import ExtractError
from extractors.language.pipeline import ParsedArticle, Pipeline, load_pipeline
from extractors.model import Article, Extraction, Issue, Page
from extractors.pages.read import Reading, read_page
from extractors.places import Gazetteer, load_gazetteer

WINDOW = 50
"""Pages read before they are parsed together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """All that is read once per process."""

    pipeline: Pipeline
    gazetteer: Gazetteer
    actors: ActorBook
    lexicon: Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to read with, where it is not all that ships: another model, lists of places and parties of the user's."""

    model: str = "builtin"
    gazetteers: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()


SHIPPED = Choice()


@cache
def load_resources(choice: Choice = SHIPPED) -> Resources:
    """Load the language model, the gazetteer, the actor book and the lexicon; UsageError for what cannot be loaded."""
    resources = Resources(
        pipeline=load_pipeline(choice.model),
        gazetteer=load_gazetteer(choice.gazetteers),
        actors=load_actors(choice.actors),
        lexicon=load_lexicon(),
    )
    # These live as long as the process: walking them again and again took the collector a twentieth of all time
    gc.freeze()
    # What an article makes dies young; looking for cycles at every 700th object of it took .016 of all time
    gc.set_threshold(50_000, 20, 20)
    return resources


def extract(page: Page, resources: Resources) -> Extraction:
    """Read and code one page. Nothing about the page's content is raised: trouble becomes issues of the extraction."""
    (extraction,) = extract_many([page], resources)
    return extraction


def extract_many(pages: Iterable[Page], resources: Resources) -> Iterator[Extraction]:
    """Extract pages in order, parsing a window of them at a time; memory stays flat however many there are."""
    for window in _windows(pages):
        readings = [_read(page) for page in window]
        articles = [each.article for each in readings if isinstance(each, Reading)]
        coded = resources.pipeline.read_many(articles, lambda parsed: _contained(parsed, resources))
        for page, reading in zip(window, readings, strict=True):
            if isinstance(reading, Extraction):
                yield reading
            else:
                made = next(coded)
                issues = (*reading.issues, *(replace(issue, document=page.name) for issue in made.issues))
                yield replace(made, page=page, issues=issues)


def code_article(article: Article, resources: Resources) -> Extraction:
    """Code an article that is already free of furniture; the page is made from its text."""
    (extraction,) = resources.pipeline.read_many([article], lambda parsed: _coded(parsed, resources))
    return extraction


def _windows(pages: Iterable[Page]) -> Iterator[list[Page]]:
    window: list[Page] = []
    for page in pages:
        window.append(page)
        if len(window) == WINDOW:
            yield window
            window = []
    if window:
        yield window


def _read(page: Page) -> Reading | Extraction:
    """The article of a page, or the extraction that says why there is none."""
    try:
        return read_page(page)
    except ExtractError as error:
        return _failed(page, error.code, str(error))
    except Exception as error:  # noqa: BLE001  one odd page must not stop a batch; the issue names the cause
        return _failed(page, "unexpected", _last_line(page.name, error))


def _contained(parsed: ParsedArticle, resources: Resources) -> Extraction:
    """The extraction of a parsed article; an error inside becomes its only issue."""
    try:
        return _coded(parsed, resources)
    except Exception as error:  # noqa: BLE001  one odd page must not stop a batch; the issue names the cause
        document = parsed.article.document
        return _failed(Page(name=document, body=b""), "unexpected", _last_line(document, error))


def _coded(parsed: ParsedArticle, resources: Resources) -> Extraction:
    article = parsed.article
    reading = read_article(parsed, resources.gazetteer, resources.actors)
    events = code_events(reading, resources.lexicon)
    return Extraction(
        page=Page(name=article.document, body=article.text.encode(), source=article.source),
        article=article,
        sentences=tuple(each.sentence for each in parsed.sentences),
        events=events,
        quantities=placed_quantities(reading, events),
        extractor_version=EXTRACTOR_VERSION,
        counters=dict(Counter(f"events_{event.status}" for event in events)),
    )


def _last_line(name: str, error: Exception) -> str:
    return f"{name}: {traceback.format_exception_only(error)[-1].strip()}; please report the page"


def _failed(page: Page, code: str, message: str) -> Extraction:
    issue = Issue(level="error", code=code, document=page.name, message=message)
    return Extraction(page=page, issues=(issue,), extractor_version=EXTRACTOR_VERSION)
