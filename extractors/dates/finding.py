"""Find the time expressions of a text and ground them in the day it was published."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from extractors.dates import absolute, days, holidays, quarters, references, units, years
from extractors.dates.cues import cues_in
from extractors.dates.intervals import DAY, interval_of, midnight, precision_of, shift, value_at
from extractors.dates.rule import Context, Reading, Rule
from extractors.model import Span, TimeExpression, TimeRelation

RULES: Final = (
    *holidays.RULES,
    *absolute.RULES,
    *years.RULES,
    *quarters.RULES,
    *days.RULES,
    *units.RULES,
    *references.RULES,
)
_RELATIONS: Final[dict[str, TimeRelation]] = {
    "since": "since", "ever since": "since", "until": "until", "till": "until", "by": "until", "through": "until",
    "before": "before", "ahead of": "before", "prior to": "before", "after": "after", "following": "after",
    "during": "during", "throughout": "during", "over": "during", "within": "during", "in the course of": "during",
}  # fmt: skip
_RELATION: Final = re.compile(
    rf"\b({'|'.join(sorted(_RELATIONS, key=len, reverse=True))})\s(?:about\s|around\s|early\s|late\s|at\s)?(?:the\s)?$",
    re.I,
)
# "shortly before midnight" is at midnight as far as a day goes
_CLOSE: Final = re.compile(r"\b(?:shortly|just|right|immediately|soon|minutes)\s(?:before|after)\s$", re.I)
# "before dawn on Saturday" is on Saturday
_EDGE: Final = re.compile(r"(?:dawn|daybreak|sunrise|dusk|sunset|nightfall|dark)\b", re.I)
_PERIOD: Final = re.compile(r"\d{4}(?:-(?:\d\d|SP|SU|FA|WI|Q\d))?")
_SPAN_OPENING: Final = re.compile(r"\b(?:between|from)\s(?:about\s|early\s|late\s|the\s)?$", re.I)
_SPAN_MIDDLE: Final = re.compile(r"\s?(?:,\s)?(?:and|to|until|till|through|[-–])\s?(?:the\s|early\s|late\s)?", re.I)
_BESIDE: Final = re.compile(
    r"[.,]*\s?(?:\(?local time\)?,?\s)?"
    r"(?:(?:on|at|around|about|shortly|just|before|after|by|early|late|approximately)\s)*",
    re.I,
)
_AFTER_OR_BEFORE: Final = re.compile(
    r"\s(after|before)\s(?:(?:the|a|an|his|her|its|their)\s(?:[\w-]+\s){1,3}?(?:of|on)\s)?(?:the\s)?", re.I
)
_LENGTH: Final = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_LENGTH_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_JOINED: Final = re.compile(r"\s?(?:[-–]|through|to|until|till)\s?")
_NO_DAY: Final = date(2000, 1, 1)
Edges = tuple[datetime | None, datetime | None]


def find_times(
    text: str,
    published: date | None,
    *,
    offset: int = 0,
    last_day: date | None = None,
    period: str | None = None,
    first_day: date | None = None,
) -> tuple[TimeExpression, ...]:
    """Time expressions in text order, none overlapping.

    Spans count from `offset`. Without a publication day what was reckoned from it has a value with X and no interval.
    `last_day` is the day that "two days later" at the start of the text counts from, `period` the value of a month or
    year named since then, from which "two years later" does; `first_day` is that of the lead's act, "the attack".
    """
    context = Context(text=text, day=published or _NO_DAY, last=last_day, period=period, first=first_day)
    found: list[TimeExpression] = []
    for match, each in _matches(text):
        if found and match.start("t") < found[-1].span.end - offset:
            continue
        reading = each.read(match, context)
        if reading is None:
            continue
        if published is None and reading.anchor == "publication":
            reading = replace(reading, value=reading.masked or re.sub(r"\d", "X", reading.value), interval=None)
        found.append(_expression(match, each.name, reading, context, published, offset))
        named = re.fullmatch(r"\d{4}-Q\d", reading.value) and not each.name.startswith("year-before")
        quarter = reading.value if named else context.quarter
        last, period = named_last(found[-1], context.last, context.period)
        context = replace(context, last=last, period=period, quarter=quarter)
    return tuple(_spans(text, [*_counted_from(text, _clocks(text, found, offset), offset)], offset))


def day_named(time: TimeExpression) -> date | None:
    """The single day that an expression names, None for anything longer or ungrounded."""
    if time.timex_type == "TIME" and time.start and time.end:
        return (time.start + (time.end - time.start) / 2).date()  # "overnight" is mostly after midnight
    if re.match(r"\d{4}-\d\d-\d\d(?!/)", time.value):
        return date.fromisoformat(time.value[:10])
    return None


def named_last(time: TimeExpression, last: date | None, period: str | None) -> tuple[date | None, str | None]:
    """The day named last and the month or year named after it, once `time` is read."""
    day = day_named(time)
    if day is not None:
        return day, None
    named = time.relation in ("on", "during", "since", "until") and _PERIOD.fullmatch(time.value)
    return last, time.value if named else period


def _matches(text: str) -> list[tuple[re.Match[str], Rule]]:
    """Every match of every rule: leftmost first, then longest, then by the order of the rules."""
    cues = cues_in(text)
    if not cues:
        return []
    found = [(match, each) for each in RULES if each.cue in cues for match in each.pattern.finditer(text)]
    return sorted(found, key=lambda pair: (pair[0].start("t"), -pair[0].end("t")))


def _expression(
    match: re.Match[str], name: str, reading: Reading, context: Context, published: date | None, offset: int
) -> TimeExpression:
    text = match["t"].rstrip(" ,")
    relation = "on" if _EDGE.match(text) else _relation(context.text[: match.start("t")])
    whole = reading.interval or _interval(reading)
    if reading.timex_type == "DURATION" and relation == "on" and whole:
        relation = "during"
    start, end = _related(whole, relation, published)
    return TimeExpression(
        span=Span(text=text, start=offset + match.start("t")),
        timex_type=reading.timex_type,
        value=reading.value,
        mod=reading.mod,
        start=start,
        end=end,
        precision=precision_of(*whole) if whole else "open",
        relation=relation,
        anchor=reading.anchor,
        rule_id=name,
    )


def _interval(reading: Reading) -> Edges | None:
    return None if reading.timex_type in ("DURATION", "SET") else interval_of(reading.value, reading.mod)


def _relation(before: str) -> TimeRelation:
    match = _RELATION.search(before[-24:])
    if match is None or _CLOSE.search(before[-32:]):
        return "on"
    return _RELATIONS[re.sub(r"\s+", " ", match[1].lower())]


def _related(whole: Edges | None, relation: TimeRelation, published: date | None) -> Edges:
    if whole is None:
        return None, None
    start, end = whole
    now = midnight(published) + DAY if published else None
    if relation == "since":
        return start, now if now and start and start < now else None
    if relation == "until":
        return None, end
    if relation == "before":
        return None, start
    if relation == "after":
        return (end, now) if now and end and end < now else (start, None)
    return start, end


def _clocks(text: str, found: list[TimeExpression], offset: int) -> list[TimeExpression]:
    """Give a clock the day it stands beside: "at 1 a.m. on May 1", "Thursday at about 11 a.m."."""
    joined = list(found)
    for place, time in enumerate(found):
        if not time.rule_id.endswith("-alone"):
            continue
        for day in (*found[place + 1 : place + 2], *found[max(0, place - 1) : place]):
            first, last = sorted((time, day), key=lambda each: each.span.start)
            named = day_named(day)
            if named and _BESIDE.fullmatch(text[first.span.end - offset : last.span.start - offset]):
                joined[place] = on_day(time, named, day)
                break
    return joined


def on_day(clock: TimeExpression, day: date, source: TimeExpression) -> TimeExpression:
    """The time of day moved to a day that another expression names."""
    value = f"{day.isoformat()}T{clock.value.partition('T')[2]}"
    whole = interval_of(value)
    if whole is None:
        return clock
    rule_id = clock.rule_id.removesuffix("-alone")
    return replace(clock, value=value, start=whole[0], end=whole[1], anchor=source.anchor, rule_id=rule_id)


def _counted_from(text: str, found: list[TimeExpression], offset: int) -> Iterator[TimeExpression]:
    """Ground "three days" in "three days after Monday's attack", "a day before Christmas"."""
    for place, time in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        day = following and day_named(following)
        way = following and _AFTER_OR_BEFORE.fullmatch(text[time.span.end - offset : following.span.start - offset])
        length = _LENGTH.fullmatch(time.value)
        if not (day and way and length and time.timex_type == "DURATION"):
            yield time
            continue
        unit = _LENGTH_UNITS[length["unit"]]
        moved = shift(day, int(length["count"]) * (1 if way[1].lower() == "after" else -1), unit)
        value = value_at(moved, unit)
        whole = interval_of(value)
        if whole:
            time = replace(time, timex_type="DATE", value=value, start=whole[0], end=whole[1], anchor="mention",
                           precision=precision_of(*whole), relation="on", rule_id="counted-from")  # fmt: skip
        yield time


def _spans(text: str, found: list[TimeExpression], offset: int) -> Iterator[TimeExpression]:
    """Give both ends of "between 4 and 7 March" the interval from the first to the last."""
    if not found:
        return
    joined = dict(enumerate(found))
    for place, (first, last) in enumerate(pairwise(found)):
        between = text[first.span.end - offset : last.span.start - offset]
        opened = _SPAN_OPENING.search(text[: first.span.start - offset][-20:])
        if not (opened and _SPAN_MIDDLE.fullmatch(between)) and not _JOINED.fullmatch(between):
            continue
        low, high = interval_of(first.value, first.mod), interval_of(last.value, last.mod)
        if low and high and low[0] < high[1]:
            for end in (place, place + 1):
                joined[end] = replace(
                    joined[end], start=low[0], end=high[1], precision=precision_of(low[0], high[1]), relation="during"
                )
    yield from joined.values()
