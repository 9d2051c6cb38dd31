"""Counting from a day or period: back from today, and on from a month or year named before."""

from datetime import date

from extractors.dates.intervals import DAY, Interval, duration, interval_of, midnight, shift, value_at
from extractors.dates.rule import Context, Reading


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
    if not period or unit not in ("week", "month", "year"):
        return None
    first, last = shift(period[0].date(), count, unit), shift((period[1] - DAY).date(), count, unit)
    if unit == "year" or (unit == "month" and len(context.period or "") > 4):
        return Reading(value=value_at(first, unit), anchor="mention")
    if unit == "week" and len(context.period or "") == 4:
        return None
    return Reading(value="PAST_REF", anchor="mention", interval=(midnight(first), midnight(last) + DAY))
