"""Times that a telling goes on with: the day or period of the sentence before, and the day of the article's lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from extractors.dates.articles import publication_day
from extractors.dates.clauses import is_narrative, is_reported, link
from extractors.dates.intervals import DAY, midnight, precision_of
from extractors.dates.usable import usable_times
from extractors.language.pipeline import ParsedArticle, ParsedSentence
from extractors.language.tokens import Token
from extractors.model import TimeExpression

Times = tuple[tuple[TimeExpression, ...], ...]

_LOOK_BACK: Final = 3
_LEAD_SENTENCES: Final = 2
"""So many of the first sentences of the running text are the lead."""
_LEAD_DAYS: Final = 3
"""A lead's day lies at most so many days before publication."""
_OPENING: Final = 5
"""Words. A period that opens a sentence is the time of the telling that follows."""
_COARSE: Final = ("week", "month", "quarter", "year", "open")
_MOMENT: Final = timedelta(seconds=1)
_SAYING: Final = frozenset(
    {"say", "tell", "add", "warn", "urge", "call", "demand", "condemn", "criticize", "criticise", "welcome", "praise",
     "reject", "deny", "accuse", "vow", "threaten", "report", "confirm", "note", "write", "describe", "believe",
     "appeal", "insist", "ask", "blame", "denounce", "state", "stress", "explain", "claim"}
)  # fmt: skip
"""What is said about the past is said now."""
SPEECH: Final = frozenset({"say", "tell", "add", "report", "confirm", "announce", "state", "write", "claim", "note"})
"""Verbs that only give what happened as somebody's words."""


def inherited(parsed: ParsedArticle, times: Times, sentence: int, clause: Token) -> TimeExpression | None:
    """The day, or the period, of an earlier sentence in the same block where the clause goes on telling in the past."""
    if not (is_narrative(clause) or is_reported(clause)):
        return None
    block = parsed.sentences[sentence].sentence.block
    for earlier in takewhile(
        lambda place: parsed.sentences[place].sentence.block == block,
        range(sentence - 1, max(-1, sentence - 1 - _LOOK_BACK), -1),
    ):
        day = next(main_days(parsed.sentences[earlier], times[earlier]), None)
        if day and not _to_come(day, publication_day(parsed.article)):
            return _whole_day(day)
        telling = parsed.sentences[earlier], times[earlier]
        period = next(_opening_periods(*telling), None)
        if period is None and earlier == sentence - 1:
            period = next(_past_periods(*telling, publication_day(parsed.article)), None)
        if period:
            return period if clause.lemma_.lower() not in _SAYING else None
    return None


def lead_day(parsed: ParsedArticle, times: Times, before: int | None = None) -> TimeExpression | None:
    """The day that the lead sets, of the last few before publication; only sentences before `before`, if given."""
    published = publication_day(parsed.article)
    running = [each for each in parsed.sentences if each.sentence.zone == "paragraph"][:_LEAD_SENTENCES]
    for here in running:
        if before is not None and here.sentence.index >= before:
            return None
        day = next(main_days(here, times[here.sentence.index]), None)
        if day is not None:
            return _whole_day(day) if _lately(day, published) else None
    return None


def _lately(day: TimeExpression, published: date | None) -> bool:
    return published is not None and day.start is not None and 0 <= (published - day.start.date()).days <= _LEAD_DAYS


def _to_come(day: TimeExpression, published: date | None) -> bool:
    """Whether a day lies after publication: "declared Friday a day of mourning" dates no act in the past."""
    return published is not None and day.start is not None and day.start.date() > published


def _whole_day(day: TimeExpression) -> TimeExpression:
    """The day of a minute or an evening: what is told next happened in another one."""
    if day.start is None or day.end is None or day.start.date() != (day.end - _MOMENT).date():
        return day
    first = midnight(day.start.date())
    return replace(day, start=first, end=first + DAY, precision=precision_of(first, first + DAY))


def main_days(here: ParsedSentence, times: tuple[TimeExpression, ...]) -> Iterator[TimeExpression]:
    """The days on which a sentence says that its main clauses happened."""
    for each in usable_times(here, times):
        if each.time.relation == "on" and each.time.precision in ("day", "daypart", "minute") and _is_main(each.clause):
            yield each.time


def _opening_periods(here: ParsedSentence, times: tuple[TimeExpression, ...]) -> Iterator[TimeExpression]:
    """The month or year that a sentence opens with: "In June 2003, militias burned the town"."""
    for each in usable_times(here, times):
        opens = each.head.i <= _OPENING and each.head.i < each.clause.i
        coarse = each.time.precision in _COARSE and each.time.start is not None
        if opens and coarse and each.time.relation == "on" and _is_main(each.clause):
            yield each.time


def _past_periods(
    here: ParsedSentence, times: tuple[TimeExpression, ...], published: date | None
) -> Iterator[TimeExpression]:
    """The period long past that a sentence tells of: "died in the conflict from 1983 to 2009"."""
    for each in usable_times(here, times):
        ends = each.time.end
        long_ago = published is not None and ends is not None and ends.date() <= published.replace(month=1, day=1)
        coarse = each.time.precision in _COARSE and each.time.relation in ("on", "during")
        if long_ago and coarse and _is_main(each.clause):
            yield each.time


def _is_main(clause: Token) -> bool:
    kind, above = link(clause)
    if kind == "content":  # "… on Friday night, local officials said"
        return above.lemma_.lower() in SPEECH and above.head == above
    return kind in ("same", "conjunct") or (kind == "adverbial" and above.head == above)
