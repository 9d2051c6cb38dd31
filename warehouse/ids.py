"""Names of things: hashes of what was said where, never of when we ran."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from uuid import UUID

from extractors.model import Article, Extraction, Issue, Page, Quantity, stable_uuid


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


def event_ids(extraction: Extraction, article: Article) -> tuple[str, ...]:
    """Name each event by article, sentence, trigger and type: an edit elsewhere in the article changes none of them."""
    said, named = [], article.article_id  # hashed once, not for every event
    for event in extraction.events:
        evidence = event.mentions[0]
        sentence = extraction.sentences[evidence.sentence].text
        said.append(_text_of("event", named, sentence, evidence.trigger.text, event.event_type))
    return tuple(_apart(said))


def _kind(quantity: Quantity) -> str:
    """The count's type; of things and money, what was done to which."""
    return quantity.count_type or f"{quantity.unit}/{quantity.outcome}"


def quantity_ids(extraction: Extraction, article: Article) -> tuple[str, ...]:
    """Name each quantity by article, sentence, words and type."""
    said, named = [], article.article_id
    for quantity in extraction.quantities:
        sentence = extraction.sentences[quantity.sentence].text
        said.append(_text_of("quantity", named, sentence, quantity.span.text, _kind(quantity)))
    return tuple(_apart(said))


def _apart(names: Iterable[str]) -> Iterator[str]:
    """Tell repeated names apart by how often they came before."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else _text_of(name, seen[name])


def _text_of(*parts: object) -> str:
    """The text of stable_uuid, in a third of its time: an article has dozens of events and numbers to name."""
    digest = sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
