"""Code a few sentences of our own as one article."""

from datetime import date

from extractors.coding.explain import free_text
from extractors.extract import code_article, load_resources
from extractors.model import Event, Extraction, Party

Codes = set[tuple[str | None, str | None]]


def extraction_of(text: str, published: date = date(2021, 6, 16)) -> Extraction:
    """The extraction of a text, one paragraph a line."""
    return code_article(free_text(text, published), load_resources())


def events_of(text: str, published: date = date(2021, 6, 16)) -> tuple[Event, ...]:
    """Its events."""
    return extraction_of(text, published).events


def codes(parties: tuple[Party, ...]) -> Codes:
    """Country and sector of each."""
    return {(party.country, party.sector) for party in parties}
