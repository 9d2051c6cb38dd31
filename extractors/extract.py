"""One page in, one extraction out: the whole of reading and coding, without effects."""

import traceback
from collections import Counter
from dataclasses import dataclass
from functools import cache

from extractors.actors import load_actors
from extractors.actors.book import ActorBook
from extractors.coding.events import code_events
from extractors.coding.lexicon import Lexicon, load_lexicon
from extractors.coding.reading import read_article
from extractors.errors import ExtractError
from extractors.language.pipeline import Pipeline, load_pipeline
from extractors.model import Article, Extraction, Issue, Page
from extractors.pages.read import read_page
from extractors.places import Gazetteer, load_gazetteer

EXTRACTOR_VERSION = "0.1.0"
"""Changes whenever the same page may give other records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """All that is read once per process."""

    pipeline: Pipeline
    gazetteer: Gazetteer
    actors: ActorBook
    lexicon: Lexicon


@cache
def load_resources(model: str = "builtin") -> Resources:
    """Load the language model, the gazetteer, the actor book and the lexicon; UsageError for an unknown model."""
    return Resources(
        pipeline=load_pipeline(model), gazetteer=load_gazetteer(), actors=load_actors(), lexicon=load_lexicon()
    )


def extract(page: Page, resources: Resources) -> Extraction:
    """Read and code one page. Nothing about the page's content is raised: trouble becomes issues of the extraction."""
    try:
        reading = read_page(page)
        return code_article(reading.article, resources, page=page, issues=reading.issues)
    except ExtractError as error:
        return _failed(page, error.code, str(error))
    except Exception as error:  # noqa: BLE001  one odd page must not stop a batch; the issue names the cause
        last = traceback.format_exception_only(error)[-1].strip()
        return _failed(page, "unexpected", f"{page.name}: {last}; please report the page")


def code_article(
    article: Article, resources: Resources, *, page: Page | None = None, issues: tuple[Issue, ...] = ()
) -> Extraction:
    """Code an article that is already free of furniture; `page` is made from it when there is none."""
    reading = read_article(resources.pipeline.parse(article), resources.gazetteer, resources.actors)
    events = code_events(reading, resources.lexicon)
    return Extraction(
        page=page or Page(name=article.document, body=article.text.encode(), source=article.source),
        article=article,
        sentences=tuple(each.sentence for each in reading.parsed.sentences),
        events=events,
        quantities=reading.quantities,
        issues=issues,
        extractor_version=EXTRACTOR_VERSION,
        counters=dict(Counter(f"events_{event.status}" for event in events)),
    )


def _failed(page: Page, code: str, message: str) -> Extraction:
    issue = Issue(level="error", code=code, document=page.name, message=message)
    return Extraction(page=page, issues=(issue,), extractor_version=EXTRACTOR_VERSION)
