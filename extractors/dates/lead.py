"""The day that an article's lead sets for what the rest of it tells without a day."""

from datetime import date
from typing import Final

from extractors.dates.articles import publication_day
from extractors.dates.attachment import as_event_time, main_days
from extractors.dates.clauses import is_narrative, predicate_of
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.model import EventTime, TimeExpression

_SENTENCES: Final = 2
"""So many of the first sentences of the running text are the lead."""
_DAYS: Final = 3
"""A lead's day lies at most so many days before publication."""


def lead_time(
    parsed: ParsedArticle, times: tuple[tuple[TimeExpression, ...], ...], sentence: int, trigger: Token
) -> EventTime | None:
    """The lead's day for a deed that a later sentence tells in the simple past; None where there is none."""
    published = publication_day(parsed.article)
    if published is None or not is_narrative(predicate_of(trigger)):
        return None
    running = [each for each in parsed.sentences if each.sentence.zone == "paragraph"][:_SENTENCES]
    for here in running:
        if here.sentence.index >= sentence:
            return None
        day = next(main_days(here, times[here.sentence.index]), None)
        if day is not None:
            return as_event_time(day, "context", published) if _lately(day, published) else None
    return None


def _lately(day: TimeExpression, published: date) -> bool:
    return day.start is not None and 0 <= (published - day.start.date()).days <= _DAYS
