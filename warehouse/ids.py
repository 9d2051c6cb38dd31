"""Names of things: hashes of what was said where, never of when we ran."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from extractors.model import Article, Extraction, Issue, Page, stable_uuid


def page_id(page: Page) -> UUID:
    """Names a page by source, name and content."""
    return stable_uuid("page", page.source, page.name, page.sha256)


def reading_id(page: UUID, extractor_version: str, published: date | None) -> UUID:
    """Names the reading of a page by one extractor, given the publication date the source gave."""
    return stable_uuid("reading", page, extractor_version, published)


def extraction_id(article: Article, extractor_version: str) -> UUID:
    """Names what one extractor reads in one revision, given its publication date: relative dates hang on it."""
    return stable_uuid("extraction", article.revision_id, extractor_version, article.published)


def issue_id(issue: Issue, extractor_version: str, page: UUID | None) -> UUID:
    """Names a trouble: the same one is told once, however often it is met."""
    return stable_uuid("issue", page, issue.document, issue.code, issue.message, extractor_version)


def event_ids(extraction: Extraction, article: Article) -> tuple[UUID, ...]:
    """Name each event by article, sentence, trigger and type: an edit elsewhere in the article changes none of them."""
    said = []
    for event in extraction.events:
        evidence = event.mentions[0]
        sentence = extraction.sentences[evidence.sentence].text
        said.append(stable_uuid("event", article.article_id, sentence, evidence.trigger.text, event.event_type))
    return tuple(_apart(said))


def quantity_ids(extraction: Extraction, article: Article) -> tuple[UUID, ...]:
    """Name each quantity by article, sentence, words and type."""
    said = []
    for quantity in extraction.quantities:
        sentence = extraction.sentences[quantity.sentence].text
        said.append(stable_uuid("quantity", article.article_id, sentence, quantity.span.text, quantity.count_type))
    return tuple(_apart(said))


def _apart(names: Iterable[UUID]) -> Iterator[UUID]:
    """Tell repeated names apart by how often they came before."""
    seen: Counter[UUID] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else stable_uuid(name, seen[name])
