"""Time expressions of a whole article, sentence by sentence."""

from datetime import UTC, date
from typing import Final
from zoneinfo import ZoneInfo

from extractors.dates.finding import day_named, find_times
from extractors.language.pipeline import ParsedArticle
from extractors.model import Article, TimeExpression

NEWSROOMS: Final = {"dw": "Europe/Berlin"}
"""Time zone by source: a story of 23:30 UTC is dated the next day in Bonn, and so is its "today"."""


def publication_day(article: Article) -> date | None:
    """The day of publication as the newsroom counts it."""
    if article.published_at is None:
        return article.published
    zone = ZoneInfo(NEWSROOMS.get(article.source, "UTC"))
    return article.published_at.replace(tzinfo=UTC).astimezone(zone).date()


def read_times(parsed: ParsedArticle) -> tuple[tuple[TimeExpression, ...], ...]:
    """The expressions of each sentence; "two days later" counts from the last day named in the same zone."""
    published = publication_day(parsed.article)
    found: list[tuple[TimeExpression, ...]] = []
    last: date | None = None
    zone: str | None = None
    for each in parsed.sentences:
        if each.sentence.zone != zone:
            last, zone = None, each.sentence.zone
        times = find_times(each.sentence.text, published, offset=each.start, last_day=last)
        last = next((day for day in map(day_named, reversed(times)) if day), last)
        found.append(times)
    return tuple(found)
