"""Feasts and public holidays that news dates by. Islamic feasts follow the tabular calendar, a day off at most."""

import re
from datetime import date, timedelta
from typing import Final

from extractors.dates.intervals import midnight
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward

_FIXED: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1), "epiphany": (1, 6),
    "orthodox christmas": (1, 7), "valentine's day": (2, 14), "international women's day": (3, 8), "nowruz": (3, 20),
    "may day": (5, 1), "victory day": (5, 9), "bastille day": (7, 14), "fourth of july": (7, 4), "july fourth": (7, 4),
    "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip
# Days from Easter Sunday
_EASTER: Final = {
    "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0, "easter": 0,
    "easter monday": 1, "ascension day": 39, "pentecost": 49, "whit monday": 50, "ash wednesday": -46,
}  # fmt: skip
# Month, weekday, which: 1 is the first such day of the month, -1 the last
_FLOATING: Final = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "memorial day": (5, 0, -1), "labor day": (9, 0, 1),
    "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3), "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
}  # fmt: skip
# Islamic month, day, length in days
_ISLAMIC: Final = {
    "ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 3), "eid al-adha": (12, 10, 4), "ashura": (1, 10, 1),
    "ashoura": (1, 10, 1), "mawlid": (3, 12, 1), "feast of the sacrifice": (12, 10, 4),
}  # fmt: skip
_NAMES: Final = sorted({*_FIXED, *_EASTER, *_FLOATING, *_ISLAMIC, "election day"}, key=len, reverse=True)
_SPELLED: Final = {name.replace("'", ""): name for name in _NAMES}


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian reckoning)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227014)


def days_of(name: str, year: int) -> tuple[date, int] | None:
    """First day and length of a holiday in a Gregorian year; None where no such holiday begins in it."""
    if name in _FIXED:
        return date(year, *_FIXED[name]), 1
    if name == "election day":
        return election_day(year), 1
    if name in _EASTER:
        return easter(year) + timedelta(days=_EASTER[name]), 1
    if name in _FLOATING:
        return _floating(year, *_FLOATING[name]), 1
    month, day, length = _ISLAMIC[name]
    guess = int((year - 622) * 33 / 32)
    found = [islamic_day(each, month, day) for each in (guess, guess + 1, guess + 2)]
    return next(((first, length) for first in found if first.year == year), None)


def _floating(year: int, month: int, weekday: int, which: int) -> date:
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def election_day(year: int) -> date:
    """The Tuesday after the first Monday of November, on which the United States vote."""
    return _floating(year, 11, 0, 1) + timedelta(days=1)


def _read(match: re.Match[str], context: Context) -> Reading | None:
    name = _SPELLED[" ".join(re.sub(r"[’']", "", match["name"].lower()).split())]
    if match["y"]:
        found = days_of(name, int(match["y"]))
        return found and _reading(*found, absolute=True)
    years = (context.day.year - 1, context.day.year, context.day.year + 1)
    candidates = [found for found in (days_of(name, year) for year in years) if found]
    if looks_forward(context.text, *match.span("t")):
        ahead = [each for each in candidates if each[0] + timedelta(days=each[1]) > context.day]
        return _reading(*ahead[0], absolute=False) if ahead else None
    past = [each for each in candidates if each[0] <= context.day + timedelta(days=3)]
    return _reading(*past[-1], absolute=False) if past else None


def _read_neighbour(match: re.Match[str], context: Context) -> Reading | None:
    feast = _read(match, context)
    if feast is None or feast.interval is None or feast.interval[0] is None or feast.interval[1] is None:
        return None
    after = match["way"].lower() == "after"
    day = feast.interval[1].date() if after else feast.interval[0].date() - timedelta(days=1)
    return Reading(value=day.isoformat(), anchor=feast.anchor)


def _reading(first: date, length: int, *, absolute: bool) -> Reading:
    last = first + timedelta(days=length - 1)
    return Reading(
        value=first.isoformat() if length == 1 else f"{first.isoformat()}/{last.isoformat()}",
        anchor="absolute" if absolute else "publication",
        interval=(midnight(first), midnight(last + timedelta(days=1))),
    )


_names = "|".join(name.replace("'", "[’']?").replace(" ", r"\s") for name in _NAMES)
RULES: Final[tuple[Rule, ...]] = (
    rule(
        "day-by-holiday",
        "holiday",
        rf"\b(?P<t>(?:the|a|one) day (?P<way>after|before) (?P<name>{_names})(?:,? (?P<y>(?:19|20)\d\d))?)\b",
        _read_neighbour,
    ),
    rule(
        "holiday",
        "holiday",
        rf"\b(?P<t>(?P<name>{_names})(?:,? (?:in |of )?(?P<y>(?:19|20)\d\d))?)\b"
        r"(?! (?:party|market|tree|gift|card|sale|eve))",
        _read,
    ),
)
