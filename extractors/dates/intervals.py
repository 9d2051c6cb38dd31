"""TIMEX3 values as half-open intervals, and reckoning with calendar units. Pure arithmetic, no words."""

import calendar
import re
from datetime import date, datetime, time, timedelta
from typing import Final

from extractors.dates.words import UNIT_CODES
from extractors.model import TimePrecision

Interval = tuple[datetime, datetime]
DAY: Final = timedelta(days=1)
# Civil twilight is left aside: these are the hours a newsroom means.
_DAYPART_HOURS: Final = {"DT": (4, 7), "MO": (5, 12), "MI": (12, 13), "AF": (12, 18), "EV": (17, 24), "NI": (19, 28)}
_SEASON_MONTHS: Final = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SECONDS_IN: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "weekend": 604800, "fortnight": 1209600,
}  # fmt: skip
_VALUE = re.compile(
    r"(?P<y>\d{4})(?:"
    r"-(?P<m>\d\d)(?:-(?P<d>\d\d)(?:T(?:(?P<H>\d\d)(?::(?P<M>\d\d))?|(?P<part>DT|MO|MI|AF|EV|NI)))?)?"
    r"|-W(?P<w>\d\d)(?P<we>-WE)?|-Q(?P<q>[1-4])|-H(?P<h>[12])|-(?P<s>SP|SU|FA|WI))?"
)


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time())


def interval_of(value: str, mod: str | None = None) -> Interval | None:
    """The interval of a TIMEX3 DATE or TIME value; None where the value names none, or no real day."""
    try:
        if "/" in value:
            first, _, last = value.partition("/")
            return midnight(date.fromisoformat(first)), midnight(date.fromisoformat(last)) + DAY
        whole = _whole(value)
    except ValueError:
        return None
    return _third(whole, mod) if whole and mod in ("START", "MID", "END") else whole


def _whole(value: str) -> Interval | None:
    if re.fullmatch(r"\d{3}", value):
        return _months(int(value) * 10, 1, 120)
    if re.fullmatch(r"\d{2}", value) and value != "00":
        return _months(int(value) * 100, 1, 1200)
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    year = int(match["y"])
    if match["w"]:
        monday = midnight(date.fromisocalendar(year, int(match["w"]), 1))
        return (monday + 5 * DAY if match["we"] else monday), monday + 7 * DAY
    if match["q"]:
        return _months(year, 3 * int(match["q"]) - 2, 3)
    if match["h"]:
        return _months(year, 6 * int(match["h"]) - 5, 6)
    if match["s"]:
        return _months(year, *_SEASON_MONTHS[match["s"]])
    if not match["m"]:
        return _months(year, 1, 12)
    if not match["d"]:
        return _months(year, int(match["m"]), 1)
    return _within_day(midnight(date(year, int(match["m"]), int(match["d"]))), match)


def _within_day(day: datetime, match: re.Match[str]) -> Interval:
    if match["part"]:
        first, last = _DAYPART_HOURS[match["part"]]
        return day + timedelta(hours=first), day + timedelta(hours=last)
    if match["H"]:
        start = day + timedelta(hours=int(match["H"]), minutes=int(match["M"] or 0))
        return start, start + timedelta(minutes=1 if match["M"] else 60)
    return day, day + DAY


def _months(year: int, month: int, length: int) -> Interval:
    last = year * 12 + month - 1 + length
    return datetime(year, month, 1), datetime(last // 12, last % 12 + 1, 1)  # noqa: DTZ001 - naive on purpose


def _third(whole: Interval, mod: str | None) -> Interval:
    start, end = whole
    if end - start <= 7 * DAY:  # "late on Tuesday" stays the day, so that a day is what it is compared by
        return whole
    third = (end - start) / 3
    third -= timedelta(seconds=third.total_seconds() % 86400)
    return {"START": (start, start + third), "MID": (start + third, end - third), "END": (end - third, end)}[mod or ""]


def precision_of(start: datetime | None, end: datetime | None) -> TimePrecision:
    """The finest unit that holds the interval; open where it is longer than a year or lacks an end."""
    if start is None or end is None:
        return "open"
    length = end - start
    steps: tuple[tuple[timedelta, TimePrecision], ...] = (
        (timedelta(minutes=1), "minute"), (timedelta(hours=12), "daypart"), (DAY, "day"), (7 * DAY, "week"),
        (31 * DAY, "month"), (92 * DAY, "quarter"), (366 * DAY, "year"),
    )  # fmt: skip
    return next((name for limit, name in steps if length <= limit), "open")


def shift(day: date, count: float, unit: str) -> date:
    """The day `count` units away; the last day of a shorter month, and never outside the calendar."""
    if unit in _MONTHS_IN:
        months = day.year * 12 + day.month - 1 + int(count * _MONTHS_IN[unit])
        year, month = divmod(min(max(months, 12), 9999 * 12 + 11), 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    try:
        return (midnight(day) + timedelta(seconds=count * _SECONDS_IN[unit])).date()
    except OverflowError:
        return date.min if count < 0 else date.max


def value_at(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds the day."""
    if unit in ("week", "weekend", "fortnight"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    return {
        "month": f"{day:%Y-%m}",
        "quarter": f"{day:%Y}-Q{(day.month + 2) // 3}",
        "year": f"{day:%Y}",
        "decade": f"{day:%Y}"[:3],
        "century": f"{day:%Y}"[:2],
    }.get(unit, day.isoformat())


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P7D`, `PT6H`, `PXM` where the number is vague."""
    code = UNIT_CODES[unit]
    if unit == "fortnight" and count is not None:
        count *= 2
    if unit == "decade" and count is not None:
        count, code = count * 10, "Y"
    amount = "X" if count is None else f"{count:g}"
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"
