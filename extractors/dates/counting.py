"""Counting from a day or period: back from today, and on from a month or year named before."""

import re
from datetime import date
from typing import Final

from extractors.dates.intervals import DAY, Interval, duration, interval_of, midnight, shift, value_at
from extractors.dates.rule import Context, Reading

_THE_ACT: Final = re.compile(
    r"(?: of)? the (?:attacks?|assault|bombings?|shooting|massacre|killings?|explosions?|blasts?|raid|strikes?|coup"
    r"|invasion|crash|ambush)\b".replace(" ", r"\s")
)
"""The act that the lead tells, taken up again."""

_SEVERAL: Final = {"hour": 48, "day": 13, "week": 8, "month": 23, "year": 10}
"""How many of a unit a bare plural means at most."""


def day_of_the_act(context: Context, place: int) -> date | None:
    """The lead's day where "(of) the attack" or the like follows at an offset."""
    return context.first if context.first and _THE_ACT.match(context.text, place) else None


def around_anchor(unit: str, context: Context, sign: int) -> Interval | None:
    """ "Days earlier", "weeks later": within so many of the unit, from a day or period named before in an earlier year.

    None where nothing was named, or only something of the publication's own year.
    """
    period = interval_of(context.period) if context.period else None
    if period is None and context.last is not None:
        period = midnight(context.last), midnight(context.last) + DAY
    if period is None or period[1].date() > context.day.replace(month=1, day=1) or unit not in _SEVERAL:
        return None
    if sign > 0:
        return period[0], midnight(shift(period[1].date(), _SEVERAL[unit], unit))
    return midnight(shift(period[0].date(), -_SEVERAL[unit], unit)), period[1]


def onward(count: float, unit: str, context: Context) -> Interval:
    """ "Over the next two decades" behind "in late 2001": so many units on from what was named last, not past today."""
    period = interval_of(context.period) if context.period else None
    first = period[0].date() if period else context.narrative_day
    last = min(shift(first, count, unit), context.day)
    return midnight(first), midnight(max(first, last)) + DAY


def trailing(count: float | None, unit: str, context: Context) -> Reading:
    """A window that ends today: "in the past two weeks"."""
    interval = None if count is None else until(context.day, count, unit)
    return Reading(value=duration(count, unit), timex_type="DURATION", interval=interval, masked=duration(count, unit))


def until(day: date, count: float, unit: str) -> Interval:
    """So many units that end with a day."""
    return midnight(shift(day, -count, unit)), midnight(day) + DAY


def from_period(count: float, unit: str, context: Context) -> Reading | None:
    """ "Two years later" behind "in 2003", "three weeks later" behind "in June": counted from a month or year.

    A finer unit than the period's moves the whole of it; days are left to the day named last.
    """
    period = context.period and interval_of(context.period)
    if not period or unit not in ("day", "week", "month", "year"):
        return None
    if unit == "day":  # only in an earlier year is it sure that no other day was meant
        past = period[1].date() <= context.day.replace(month=1, day=1)
        return Reading(value="PAST_REF", anchor="mention", interval=period) if past else None
    first, last = shift(period[0].date(), count, unit), shift((period[1] - DAY).date(), count, unit)
    if unit == "year" or (unit == "month" and len(context.period or "") > 4):
        return Reading(value=value_at(first, unit), anchor="mention")
    finer = unit == "week" or (unit == "month" and count < 0)  # "a month earlier" than the news, and not than a year
    if finer and len(context.period or "") == 4:
        return None
    return Reading(value="PAST_REF", anchor="mention", interval=(midnight(first), midnight(last) + DAY))
