"""Time expressions of a whole article, sentence by sentence."""

from datetime import UTC, date
from typing import Final
from zoneinfo import ZoneInfo

from extractors.dates.finding import day_named, find_times, named_last, on_day
from extractors.language.pipeline import ParsedArticle
from extractors.model import Article, Sentence, TimeExpression

_LATELY: Final = 7
"""Days. An article's first day this near is that of the act it is about."""
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
    period: str | None = None
    first: date | None = None
    zone: str | None = None
    for place, each in enumerate(parsed.sentences):
        if each.sentence.zone != zone:
            last, period, first, zone = None, None, None, each.sentence.zone
        text, start = each.sentence.text, each.start
        times = find_times(text, published, offset=start, last_day=last, period=period, first_day=first)
        for time in times:
            last, period = named_last(time, last, period)
            first = first or _lately(last, published)
        if found and times and parsed.sentences[place - 1].sentence.block == each.sentence.block:
            found[-1] = _clock_of_next(parsed.sentences[place - 1].sentence, found[-1], times[0], each.start)
        found.append(times)
    return tuple(found)


def _lately(day: date | None, published: date | None) -> date | None:
    """The day, if it is one of the last before publication."""
    return day if day and published and 0 <= (published - day).days <= _LATELY else None


def _clock_of_next(
    sentence: Sentence, times: tuple[TimeExpression, ...], following: TimeExpression, start: int
) -> tuple[TimeExpression, ...]:
    """Give a clock at the end of a sentence the day that opens the next: "at 5 p.m." and "Saturday in the street"."""
    day = day_named(following)
    opens = following.span.start - start <= len("late on ")
    if not (day and opens and times and times[-1].rule_id == "clock-alone" and times[-1].span.end >= sentence.end - 1):
        return times
    return (*times[:-1], on_day(times[-1], day, following))
