"""Days of other calendars as Gregorian ones: Easter, the tabular Islamic and the Hebrew calendar. Arithmetic only."""

from datetime import date, timedelta

_HEBREW_EPOCH = -1373427
"""Ordinal of the day before the first Hebrew year."""
_AHEAD = 3761
"""The Hebrew year that begins in the autumn of a Gregorian one is so much higher."""
_NISAN_TO_TISHRI = 163
"""Days from Passover to the next Hebrew new year."""


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian reckoning)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian calendar, from 1900 to 2099 (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227014)


def hebrew_new_year(year: int) -> date:
    """The first day of the Hebrew year that begins in a Gregorian one."""
    return date.fromordinal(_new_year(year + _AHEAD))


def passover(year: int) -> date:
    """The first day of Passover in a Gregorian year."""
    return date.fromordinal(_new_year(year + _AHEAD) - _NISAN_TO_TISHRI)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, which begins on the evening before."""
    first, following = _new_year(year + _AHEAD), _new_year(year + _AHEAD + 1)
    complete = following - first in (355, 385)
    return date.fromordinal(first + 30 + (30 if complete else 29) + 24)


def _new_year(year: int) -> int:
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    late = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + late


def _elapsed(year: int) -> int:
    """Days to the mean conjunction of a year's first month, moved off the days on which no year begins."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
