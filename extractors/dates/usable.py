"""The time expressions of a sentence that can date an event, each with the predicate it belongs to."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.dates.clauses import has_subject, predicate_of
from extractors.language.pipeline import ParsedSentence
from extractors.language.tokens import Stretch, Token
from extractors.model import TimeExpression

_STAMP: Final = re.compile(r"\b(?:posted|published|updated|modified|copyright|issued)\b:?\s(?:on\s|at\s)?$", re.I)
_NTH: Final = re.compile(r"\b(?:\w+(?:st|nd|rd|th)|second|last) time\s(?:(?:in|within|since|for)\s)?$", re.I)
_SPAN: Final = re.compile(r"(?:[\w-]+\s){1,3}(?:days|weeks|months|years|decades)$", re.I)
_RANKED: Final = re.compile(
    r"\b(?:first|only|worst|most|(?!west|east)\w{3,}est)\b(?:\s[\w’'-]+){0,7}\s(?:in|for)\s$", re.I
)
_TERM: Final = re.compile(
    r"\b(?:pledg|promis|agree|vow|offer|plan|commit|invest|spend|buy|lend|sentenc)\w*\b[^.;:]{0,80}\s(?:over|for)\s$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A usable expression with its head word and the predicate of its clause."""

    time: TimeExpression
    head: Token
    clause: Token


def usable_times(here: ParsedSentence, times: tuple[TimeExpression, ...]) -> list[Dated]:
    """The expressions that name a time and are no stamp of the page, in text order."""
    found: list[Dated] = []
    for time in times:
        ungrounded = time.start is None and time.end is None
        if ungrounded or time.rule_id == "present" or _lone_clock(time) or _is_stamp(here, time) or _counts(here, time):
            continue
        span = here.doc.covering(time.span.start - here.start, time.span.end - here.start)
        if span is not None:
            found.append(Dated(time, span.root, _owner(span)))
    return found


def _owner(span: Stretch) -> Token:
    """The predicate that a time expression belongs to, mended where the parser is known to go wrong."""
    clause = predicate_of(span.root)
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and span.start <= before.head.i < span.end and has_subject(before):
        return before  # "was in court Tuesday": a noun that tells something, hung on the day behind it
    if span.start <= clause.i < span.end:  # the expression itself was taken for the head: the nearest verb has it
        verbs = [token for token in span.doc if token.pos_ == "VERB" and token.dep_ != "case"]
        clause = predicate_of(min(verbs, key=lambda verb: abs(verb.i - span.root.i))) if verbs else clause
    # "The army said rebels shelled the port on Tuesday": what stands behind the content belongs to the content
    between = [child for child in clause.children if child.dep_ == "ccomp" and clause.i < child.i < span.root.i]
    return between[-1] if between else clause


def _lone_clock(time: TimeExpression) -> bool:
    """Whether a time of day stands without any day: it dates nothing."""
    return time.rule_id.endswith("-alone") and time.anchor == "publication"


def _is_stamp(here: ParsedSentence, time: TimeExpression) -> bool:
    """Whether the expression is a dateline of the page: "Updated: Thursday, May 28"."""
    return bool(_STAMP.search(here.sentence.text[: time.span.start - here.start]))


def _counts(here: ParsedSentence, time: TimeExpression) -> bool:
    """ "For the second time this month", "the first in 23 years", "to spend it over three years": no day of an act."""
    start, end = time.span.start - here.start, time.span.end - here.start
    before, words = here.sentence.text[:start], here.sentence.text[start:end]
    link = re.match(r"(?:in|for|over|since|within)\s", words, re.I)
    if link:
        before, words = before + link.group(), words[link.end() :]
    if _SPAN.fullmatch(words) and (_RANKED.search(before) or _TERM.search(before)):
        return True
    return (time.anchor != "absolute" or bool(link)) and bool(_NTH.search(before))
