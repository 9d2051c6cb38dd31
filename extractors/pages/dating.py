"""Which day a page was published, from the best witness, and which witness that was. Unknown stays unknown."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from htmldate import find_date
from lxml.html import HtmlElement

from ..model import DateMethod, Page
from .layouts import OTHER, Layout, select
from .metadata import Metadata
from .published import DateLine, date_line, title_suffix
from .text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a page was published and last changed, and who says so."""

    published: date | None
    published_at: datetime | None = None
    method: DateMethod | None = None
    modified_at: datetime | None = None


def publication(page: Page, tree: HtmlElement, layout: Layout, meta: Metadata) -> Publication:
    """The day of publication from the best witness: JSON-LD, source, title, date line, htmldate."""
    line = _date_line(tree, layout)
    modified = meta.modified_at or (_midnight(line.modified) if line else None)
    if meta.published_at:
        return Publication(
            published=meta.published_at.date(), published_at=meta.published_at, method="json-ld", modified_at=modified
        )
    suffix = next((day for t in meta.titles if (day := title_suffix(t)[1])), None)
    witnesses: tuple[tuple[DateMethod, date | None], ...] = (
        (page.published_method, page.published),
        ("title", suffix),
        ("line", line.published if line else None),
        ("htmldate", _htmldate(page, tree) if layout is OTHER else None),
    )
    method, published = next(((m, d) for m, d in witnesses if d), (None, None))
    return Publication(published=published, method=method, modified_at=modified)


def _date_line(tree: HtmlElement, layout: Layout) -> DateLine | None:
    """The date that the page prints below its headline."""
    lines = (re.sub(r"^(?:Date|Datum)\b:?\s*", "", clean(x.text_content())) for x in select(tree, layout.dated))
    read = [line for line in map(date_line, lines) if line]
    return next((line for line in read if line.published), read[0] if read else None)


def _midnight(day: date | None) -> datetime | None:
    """The start of a day."""
    return datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001 - naive UTC by contract


def _htmldate(page: Page, tree: HtmlElement) -> date | None:
    """htmldate's view of an unknown publisher's page, never later than the day it was fetched."""
    latest = page.fetched_at.date().isoformat() if page.fetched_at else None
    found = find_date(tree, original_date=True, extensive_search=False, max_date=latest, url=page.url)
    return date.fromisoformat(found) if found else None
