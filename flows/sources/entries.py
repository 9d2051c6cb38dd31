"""What a source names: articles with what it says of them, and further sitemaps. Pure; one function for each kind."""

from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from time import struct_time
from typing import Literal
from urllib.parse import urljoin

import feedparser
from lxml import etree

from extractors.errors import ExtractError

_SKEW = timedelta(days=1)
"""A publication date further ahead than this is a mistake: publishers' clocks and zones differ by less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One address that a source names."""

    url: str
    published: date | None = None
    """Day of publication where the source says it."""
    kind: Literal["page", "sitemap"] = "page"
    modified: datetime | None = None
    """When a sitemap says that it changed."""


def feed_entries(body: bytes, *, url: str, now: datetime) -> tuple[Entry, ...]:
    """The entries of an RSS, RDF or Atom feed in its order; raise ExtractError for anything else.

    An error page in HTML parses as a feed without entries, and only its missing version tells it from a quiet feed.
    """
    # Bytes, never text: feedparser opens a text as a file or an address. Nothing is sanitised, as only links are used.
    parsed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        raise ExtractError(f"{url}: what came is no feed; look at it in a browser", code="no_feed")
    found = ((str(entry.get("link") or ""), _written(entry)) for entry in parsed.entries)
    return tuple(
        Entry(url=urljoin(url, link.strip()), published=_day(_moment(written), now)) for link, written in found if link
    )


def sitemap_entries(body: bytes, *, url: str, now: datetime) -> tuple[Entry, ...]:
    """The pages of a urlset, or the sitemaps of an index; raise ExtractError for anything else.

    Only a news sitemap says when a page was published; `lastmod` is when it last changed.
    """
    parser = etree.XMLParser(recover=True, no_network=True, resolve_entities=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    name = "" if root is None else etree.QName(root).localname.lower()
    if root is None or name not in ("urlset", "sitemapindex"):
        raise ExtractError(f"{url}: what came is no sitemap; look at it in a browser", code="no_sitemap")
    return tuple(_located(root, name == "sitemapindex", now))


def list_entries(body: bytes, *, url: str, now: datetime) -> tuple[Entry, ...]:  # noqa: ARG001 - as the other kinds
    """The addresses in a text, one a line; empty lines and lines that begin with # are passed over."""
    try:
        lines = [line.strip() for line in body.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise ExtractError(f"{url}: is no text in UTF-8; save it as such", code="no_list") from error
    return tuple(Entry(url=urljoin(url, line)) for line in lines if line and not line.startswith("#"))


def _located(root: etree._Element, is_index: bool, now: datetime) -> Iterator[Entry]:
    for element in root:
        said = {
            etree.QName(child).localname.lower(): (child.text or "").strip()
            for child in element.iter()
            if isinstance(child.tag, str)
        }
        if said.get("loc"):
            yield Entry(
                url=said["loc"],
                published=_day(_timestamp(said.get("publication_date")), now),
                kind="sitemap" if is_index else "page",
                modified=_timestamp(said.get("lastmod")),
            )


def _written(entry: dict[str, struct_time | None]) -> struct_time | None:
    """When an entry says it was published; RDF calls that the update, and feedparser warns when asked for either."""
    return dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")


def _moment(written: struct_time | None) -> datetime | None:
    if written is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(written), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None


def _timestamp(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _day(moment: datetime | None, now: datetime) -> date | None:
    """The day of a moment that can be true."""
    return moment.date() if moment and moment <= now + _SKEW else None
