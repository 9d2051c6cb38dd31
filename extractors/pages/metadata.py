"""What a page says of itself for machines: JSON-LD, meta tags, canonical address, language. Reads, never guesses."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from .layouts import strings
from .published import timestamp
from .text import clean

_NEWS_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "AnalysisNewsArticle",
               "BackgroundNewsArticle", "OpinionNewsArticle", "VideoObject", "BlogPosting", "ImageGallery")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The page's own statements; None or empty where it makes none."""

    types: tuple[str, ...] = ()
    headline: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    """Persons in the structured data."""
    author_tag: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    titles: tuple[str, ...] = ()
    """og:title and title, which may end in the date."""


def read_metadata(tree: HtmlElement) -> Metadata:
    """Collect the statements, JSON-LD before meta tags."""
    news = next(_news_nodes(tree), {})
    published = news.get("datePublished") or _meta(tree, "article:published_time")
    modified = news.get("dateModified") or _meta(tree, "article:modified_time")
    language = _text(news.get("inLanguage")) or next(iter(strings(tree, "/html/@lang|/html/@xml:lang")), None)
    return Metadata(
        types=tuple(_types(news)),
        headline=_text(news.get("headline")),
        description=_text(news.get("description")) or _meta(tree, "og:description") or _meta(tree, "description"),
        authors=tuple(_authors(news.get("author"))),
        author_tag=_meta(tree, "author") or _meta(tree, "article:author"),
        published_at=timestamp(_text(published)),
        modified_at=timestamp(_text(modified)),
        section=_text(news.get("articleSection")),
        language=language[:2].lower() if language and language[:2].isalpha() else None,
        url=next(iter(strings(tree, "//link[@rel='canonical']/@href")), None) or _meta(tree, "og:url"),
        titles=tuple(t for t in (_meta(tree, "og:title"), _title(tree)) if t),
    )


def _news_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe a news item."""
    for script in strings(tree, "//script[@type='application/ld+json']/text()"):
        with suppress(ValueError, RecursionError):
            yield from (n for n in _objects(json.loads(script)) if any(t in _NEWS_TYPES for t in _types(n)))


def _objects(node: object) -> Iterator[dict[str, Any]]:
    """All objects on the upper levels of a JSON-LD document."""
    if isinstance(node, list):
        for item in node:
            yield from _objects(item)
    elif isinstance(node, dict):
        yield node
        yield from _objects(node.get("@graph"))
        yield from _objects(node.get("mainEntity"))


def _types(node: dict[str, Any]) -> list[str]:
    """An object's types, however they are written."""
    kind = node.get("@type")
    return [str(k) for k in kind] if isinstance(kind, list) else [kind] if isinstance(kind, str) else []


def _authors(node: object) -> list[str]:
    """Author names from a name, an object or a list of either."""
    if isinstance(node, list):
        return [name for item in node for name in _authors(item)]
    name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
    return [name] if name else []


def _text(value: object) -> str | None:
    """A cleaned string; None for anything else."""
    return (clean(value) or None) if isinstance(value, str) else None


def _meta(tree: HtmlElement, name: str) -> str | None:
    """A meta tag's content, by property or name."""
    return _text(next(iter(strings(tree, f"//meta[@property='{name}' or @name='{name}']/@content")), None))


def _title(tree: HtmlElement) -> str | None:
    """The text of the title element."""
    return _text(next(iter(strings(tree, "//head/title/text()|//title/text()")), None))
