"""Names of things: hashes of what was said where, never of when we ran."""

from collections import Counter
from datetime import date
from hashlib import sha256
from uuid import UUID

from extractors.model import Extraction, Issue, Page, Quantity, stable_uuid


def page_id(page: Page, digest: str | None = None) -> UUID:
    """Names a page by source, name and content; `digest` is the SHA-256 of its body, where that is known already."""
    return stable_uuid("page", page.source, page.name, digest or page.sha256)


def reading_id(page: UUID, extractor_version: str, published: date | None) -> UUID:
    """Names the reading of a page by one extractor, given the publication date the source gave."""
    return stable_uuid("reading", page, extractor_version, published)


def extraction_id(revision: UUID, extractor_version: str, published: date | None) -> UUID:
    """Names what one extractor reads in one revision, given its publication date: relative dates hang on it."""
    return stable_uuid("extraction", revision, extractor_version, published)


def issue_id(issue: Issue, extractor_version: str, page: UUID | None) -> UUID:
    """Names a trouble: the same one is told once, however often it is met."""
    return stable_uuid("issue", page, issue.document, issue.code, issue.message, extractor_version)


def event_ids(extraction: Extraction, article_id: str) -> tuple[str, ...]:
    """Name each event by article, sentence, trigger and type: an edit elsewhere in the article changes none of them."""
    said, sentences = [], extraction.sentences
    for event in extraction.events:
        evidence = event.mentions[0]
        sentence = sentences[evidence.sentence].text
        said.append(_text_of(f"event\x1f{article_id}\x1f{sentence}\x1f{evidence.trigger.text}\x1f{event.event_type}"))
    return _apart(said)


def _kind(quantity: Quantity) -> str:
    """The count's type; of things and money, what was done to which."""
    return quantity.count_type or f"{quantity.unit}/{quantity.outcome}"


def quantity_ids(extraction: Extraction, article_id: str) -> tuple[str, ...]:
    """Name each quantity by article, sentence, words and type."""
    said = []
    for quantity in extraction.quantities:
        sentence = extraction.sentences[quantity.sentence].text
        said.append(_text_of(f"quantity\x1f{article_id}\x1f{sentence}\x1f{quantity.span.text}\x1f{_kind(quantity)}"))
    return _apart(said)


def _apart(names: list[str]) -> tuple[str, ...]:
    """Tell repeated names apart by how often they came before."""
    if len(set(names)) == len(names):  # nearly always
        return tuple(names)
    seen: Counter[str] = Counter()
    for position, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            names[position] = _text_of(f"{name}\x1f{seen[name]}")
    return tuple(names)


def _text_of(said: str) -> str:
    """The text of stable_uuid for parts joined by its separator, in a quarter of its time: an article names dozens."""
    digest = sha256(said.encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
