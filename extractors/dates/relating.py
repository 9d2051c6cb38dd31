"""Times told by another act: "a month after the coup", "since the war broke out in May"."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from extractors.dates.clauses import is_narrative, link, marker, predicate_of, subordinates
from extractors.dates.intervals import DAY, interval_of, midnight, precision_of, shift, value_at
from extractors.dates.usable import Dated
from extractors.language.depview import RELATIVE, SUBJECTS
from extractors.language.pipeline import ParsedSentence
from extractors.language.tokens import Token
from extractors.model import EventTime, TimeExpression

_LENGTH: Final = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_DAYS_IN: Final = {"day": 1, "week": 7, "month": 31, "year": 366}
_WAYS: Final = {"after": -1, "following": -1, "before": 1}
_WARS: Final = frozenset(
    {"war", "conflict", "uprising", "insurgency", "campaign", "offensive", "battle", "siege", "genocide", "fighting",
     "rebellion", "unrest", "violence"}
)  # fmt: skip
_ENDING: Final = frozenset({"end", "finish", "conclude", "stop", "cease"})
_BEGINNING: Final = frozenset({"begin", "start", "erupt", "break", "flare"})
_REACH: Final = 12
"""Words between "since" and the day that dates what began."""


@dataclass(frozen=True, slots=True)
class Distance:
    """An act so many units away from what `governor` tells; `sign` is -1 where it came first."""

    time: TimeExpression
    count: int
    unit: str
    sign: int
    governor: Token


def distance_of(
    here: ParsedSentence, times: tuple[TimeExpression, ...], dated: list[Dated], trigger: Token
) -> Distance | None:
    """ "Came two days after a bomber struck a mosque": how far the trigger's act is from that of the clause above.

    None where the act has a time of its own, or where no length stands before the "after" that opens its phrase.
    """
    for time in times:
        length = _LENGTH.fullmatch(time.value) if time.timex_type == "DURATION" else None
        span = here.doc.covering(time.span.start - here.start, time.span.end - here.start) if length else None
        if length is None or span is None or span.end >= len(here.doc):
            continue
        word = here.doc[span.end]
        act = word.head.head if word.head.dep_ in SUBJECTS else word.head  # "after a nurse was convicted"
        if word.lower_ not in _WAYS or act == word or not _holds(act, trigger):
            continue
        if any(_holds(act, each.head) for each in dated):
            return None
        governor = predicate_of(act.head)
        if act.head != act and not _holds(act, governor):
            return Distance(time, int(length["count"]), _UNITS[length["unit"]], _WAYS[word.lower_], governor)
    return None


def goes_with(clause: Token, opened: Token) -> bool:
    """Whether a clause is joined to another or tells what came of it: "…, killing 86"."""
    kind, above = link(clause)
    return above == opened and kind in ("conjunct", "adverbial") and marker(clause) in ("", "and")


def tells_of_the_lead(governor: Token) -> bool:
    """Whether a clause only places the act of the lead in time: "the attack came two days after …"."""
    return governor.lemma_.lower() in ("come", "happen", "occur", "follow", "take") and is_narrative(governor)


def _holds(top: Token, token: Token) -> bool:
    return token == top or top.is_ancestor(token)


def at_distance(distance: Distance, start: datetime, end: datetime) -> EventTime:
    """The time of an act so far from another's: the unit that holds it, or the other's interval moved as it is."""
    moved = shift(start.date(), distance.sign * distance.count, distance.unit)
    value, whole = value_at(moved, distance.unit), None
    if (end - start).days <= _DAYS_IN[distance.unit]:
        whole = interval_of(value)
    if whole is None:
        last = shift((end - DAY).date(), distance.sign * distance.count, distance.unit)
        value, whole = "PAST_REF", (midnight(moved), midnight(last) + DAY)
    return EventTime(
        start=whole[0], end=whole[1], precision=precision_of(*whole), value=value, span=distance.time.span,
        method="clause",
    )  # fmt: skip


def begun(dated: list[Dated], clause: Token) -> list[Dated]:
    """ "Have been killed since the war erupted on April 15": the days of what began, for what has gone on since."""
    kind, above = link(clause)
    clauses = [clause, above] if kind == "conjunct" else [clause]
    began = [each for one in clauses for each in subordinates(one) if marker(each) == "since"]
    return [
        each
        for each in dated
        if each.time.relation == "on"
        and (each.clause in began or (each.head.i > clause.i and _opened_by_since(each, clause)))
    ]


def of_the_war(dated: list[Dated], clause: Token, published: date | None) -> list[Dated]:
    """ "Were killed in a war that ended in 1994": until then; in one that began in 2014: since then."""
    found: list[Dated] = []
    for noun in clause.children:
        if noun.lemma_.lower() not in _WARS or not any(case.lower_ in ("in", "during") for case in noun.children):
            continue
        told = [child for child in noun.children if child.dep_ in RELATIVE]
        for each in dated:
            if each.clause not in told or each.time.relation != "on":
                continue
            if each.clause.lemma_.lower() in _ENDING:
                found.append(replace(each, time=replace(each.time, start=None, precision="open", relation="until")))
            elif each.clause.lemma_.lower() in _BEGINNING and published is not None:
                now = midnight(published) + DAY
                found.append(replace(each, time=replace(each.time, end=now, precision="open", relation="since")))
    return found


def bounded(each: Dated, trigger: Token, published: date | None) -> TimeExpression:
    """The expression as it dates the trigger: from its start until now where "since" opens the phrase it ends."""
    time = each.time
    if published is None or time.relation != "on" or time.start is None or not _opened_by_since(each, trigger):
        return time
    now = midnight(published) + DAY
    if time.start >= now:
        return time
    return replace(time, end=now, precision=precision_of(time.start, now), relation="since")


def _opened_by_since(each: Dated, trigger: Token) -> bool:
    """Read by order, because parsers hang "since the war broke out in May" in many ways."""
    doc = each.head.doc
    for place in range(each.head.i - 1, max(-1, each.head.i - _REACH), -1):
        word = doc[place]
        if word.text in (",", ";", ":", "(") or place == trigger.i:
            return False
        if word.lower_ == "since":
            return True
    return False


def own_of_noun(dated: list[Dated], trigger: Token, clause: Token) -> list[Dated]:
    """ "In 2011, a court sentenced him for the killing of a priest in 1943": the time behind is the noun's."""
    if trigger.pos_ != "NOUN" or trigger.i < clause.i:
        return []
    behind = [each for each in dated if each.clause == clause and _runs_on(trigger, each.head)]
    before = [each for each in dated if each.clause == clause and each.head.i < trigger.i]
    return [each for each in behind if any(_earlier(each, other) for other in before)]


def near_noun(each: Dated, trigger: Token) -> bool:
    """Whether a time below a noun is not parted from it by a comma."""
    return trigger.pos_ == "VERB" or each.head.i < trigger.i or _runs_on(trigger, each.head)


def _runs_on(trigger: Token, head: Token) -> bool:
    """Whether no comma parts a noun from a time behind it."""
    return head.i > trigger.i and all(word.text not in (",", ";") for word in trigger.doc[trigger.i : head.i])


def of_a_noun(each: Dated, candidates: list[Dated], trigger: Token) -> bool:
    """Whether a time behind a verb is that of a noun there, for the verb has another time before it."""
    if each.head.i < trigger.i:
        return False
    return any(other.head.i < trigger.i and _earlier(each, other) for other in candidates)


def _earlier(one: Dated, other: Dated) -> bool:
    """Whether an interval is over before the other begins."""
    first, second = one.time, other.time
    if first.relation != "on" or second.relation != "on" or first.end is None or second.start is None:
        return False
    return first.end <= second.start
