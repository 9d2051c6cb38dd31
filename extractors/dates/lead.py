"""The day that an article's lead sets for what the rest of it tells without a day."""

from extractors.dates.articles import publication_day
from extractors.dates.attachment import as_event_time
from extractors.dates.clauses import is_narrative, is_reported, predicate_of
from extractors.dates.narrative import Times, lead_day
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.model import EventTime


def lead_time(parsed: ParsedArticle, times: Times, sentence: int, trigger: Token) -> EventTime | None:
    """The lead's day for a deed that a later sentence tells in the simple past; None where there is none."""
    published = publication_day(parsed.article)
    if published is None or not _tells(predicate_of(trigger)):
        return None
    day = lead_day(parsed, times, before=sentence)
    return as_event_time(day, "context", published) if day is not None else None


def _tells(clause: Token) -> bool:
    return is_narrative(clause) or is_reported(clause)
