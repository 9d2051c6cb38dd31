"""Feasts and public holidays that news dates by, and their eves.

Islamic feasts follow the tabular calendar, a day off at most; those of the moon in East and South Asia are listed.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from extractors.dates.calendars import easter, hanukkah, hebrew_new_year, islamic_day, orthodox_easter, passover
from extractors.dates.counting import day_of_the_act
from extractors.dates.days import weekday
from extractors.dates.intervals import DAY, midnight
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import WEEKDAY, weekday_number

_FIXED: Final = {
    "holocaust remembrance day": (1, 27), "st. patrick's day": (3, 17), "st patrick's day": (3, 17),
    "nakba day": (5, 15), "anzac day": (4, 25), "juneteenth": (6, 19), "remembrance day": (11, 11),
    "day of the dead": (11, 2),
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
    "martin luther king day": (1, 0, 3), "martin luther king jr. day": (1, 0, 3), "mlk day": (1, 0, 3),
    "columbus day": (10, 0, 2), "presidents day": (2, 0, 3), "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
}  # fmt: skip
# Islamic month, day, length in days
_ISLAMIC: Final = {
    "ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 3), "eid al-adha": (12, 10, 4), "ashura": (1, 10, 1),
    "ashoura": (1, 10, 1), "mawlid": (3, 12, 1), "feast of the sacrifice": (12, 10, 4),
}  # fmt: skip
# First day by Gregorian year, days from it, length
_RECKONED: Final[dict[str, tuple[Callable[[int], date], int, int]]] = {
    "orthodox easter": (orthodox_easter, 0, 1), "hanukkah": (hanukkah, 0, 8), "chanukah": (hanukkah, 0, 8),
    "rosh hashanah": (hebrew_new_year, 0, 2), "rosh hashana": (hebrew_new_year, 0, 2),
    "jewish new year": (hebrew_new_year, 0, 2), "yom kippur": (hebrew_new_year, 9, 1),
    "sukkot": (hebrew_new_year, 14, 7), "simchat torah": (hebrew_new_year, 21, 1), "purim": (passover, -30, 1),
    "passover": (passover, 0, 8), "shavuot": (passover, 50, 1),
}  # fmt: skip
# Month and day from 2010 on
_LUNAR: Final = {
    "lunar new year": (
        "0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126"
    ),
    "diwali": "1105 1026 1113 1103 1023 1111 1030 1019 1107 1027 1114 1104 1024 1112 1031 1020 1108",
}
_ALSO: Final = {"chinese new year": "lunar new year", "tet": "lunar new year", "deepavali": "diwali"}
_LISTED_SINCE: Final = 2010
_NAMES: Final = sorted(
    {*_FIXED, *_EASTER, *_FLOATING, *_ISLAMIC, *_RECKONED, *_LUNAR, *_ALSO, "election day"} - {"tet"},
    key=len,
    reverse=True,
)
_SPELLED: Final = {name.replace("'", ""): name for name in _NAMES}


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
    if name in _RECKONED:
        reckon, shift, length = _RECKONED[name]
        return reckon(year) + shift * DAY, length
    if name in _ALSO or name in _LUNAR:
        return _lunar(_ALSO.get(name, name), year)
    month, day, length = _ISLAMIC[name]
    guess = int((year - 622) * 33 / 32)
    found = [islamic_day(each, month, day) for each in (guess, guess + 1, guess + 2)]
    return next(((first, length) for first in found if first.year == year), None)


def _lunar(name: str, year: int) -> tuple[date, int] | None:
    days = _LUNAR[name].split()
    place = year - _LISTED_SINCE
    if not 0 <= place < len(days):
        return None
    return date(year, int(days[place][:2]), int(days[place][2:])), 1


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
    told = context.period and context.period[:4] in context.text[: match.start("t")]
    if context.period and told and context.period[:4] < f"{context.day.year:04d}":
        found = days_of(name, int(context.period[:4]))  # "since July 2016, when he drove into a Bastille Day crowd"
        return found and _reading(*found, absolute=False)
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
    after = match["way"].lower().endswith("after")
    day = feast.interval[1].date() if after else feast.interval[0].date() - timedelta(days=1)
    return Reading(value=day.isoformat(), anchor=feast.anchor)


_NEAR: Final = timedelta(days=31)


def _read_eve(match: re.Match[str], context: Context) -> Reading | None:
    """ "The eve of Sunday's vote"; "the eve of the vote" counts from the day named last, and is no date without one."""
    if match["w"]:
        ahead = looks_forward(context.text, *match.span("t")) is not False
        day = weekday(context.day + DAY, weekday_number(match["w"]), "ahead" if ahead else "past")
        return Reading(value=(day - DAY).isoformat())
    act = day_of_the_act(context, match.end("t"))
    if act is not None:
        return Reading(value=(act - DAY).isoformat(), anchor="mention")
    if context.last is None or abs(context.day - context.last) > _NEAR:
        return None  # the eve of an anniversary has nothing to do with the year it marks
    return Reading(value=(context.last - DAY).isoformat(), anchor="mention")


def _reading(first: date, length: int, *, absolute: bool) -> Reading:
    last = first + timedelta(days=length - 1)
    return Reading(
        value=first.isoformat() if length == 1 else f"{first.isoformat()}/{last.isoformat()}",
        anchor="absolute" if absolute else "publication",
        interval=(midnight(first), midnight(last + timedelta(days=1))),
    )


_names = "|".join(name.replace(".", r"\.").replace("'", "[’']?").replace(" ", r"\s") for name in _NAMES)
RULES: Final[tuple[Rule, ...]] = (
    rule(
        "eve",
        "eve",
        rf"\b(?P<t>the eve(?: of (?P<w>{WEEKDAY})(?=[’']s)|(?= of (?:the|an?|its|his|her|their)\b)))",
        _read_eve,
    ),
    rule(
        "day-by-holiday",
        "holiday",
        rf"\b(?P<t>(?P<way>(?:the|a|one) day (?:after|before)|(?:the )?eve of) (?P<name>{_names})"
        r"(?:,? (?P<y>(?:19|20)\d\d))?)\b",
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
