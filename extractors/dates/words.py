"""Words of the calendar and the pattern fragments made of them. Fragments hold no capturing groups."""

import re
from typing import Final

from extractors.dates.numerals import DIGITS, SMALL_WORDS, number

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH_NUMBER: Final = (
    {name: place + 1 for place, name in enumerate(MONTHS)}
    | {name[:3]: place + 1 for place, name in enumerate(MONTHS)}
    | {"sept": 9}
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS: Final = {
    "dawn": "DT", "morning": "MO", "midday": "MI", "noon": "MI", "lunchtime": "MI", "afternoon": "AF", "dusk": "EV",
    "evening": "EV", "night": "NI", "nightfall": "EV", "midnight": "NI",
}  # fmt: skip
UNIT_CODES: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = rf"(?:{'|'.join(name.capitalize() for name in WEEKDAYS)})"
WEEKDAY_OR_SHORT: Final = (
    rf"(?:{'|'.join(name.capitalize() for name in WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
SEASON: Final = rf"(?:{'|'.join(SEASONS)})"
DAYPART: Final = rf"(?:{'|'.join(DAYPARTS)})"
UNIT: Final = (
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|yrs?|decades?"
    r"|centur(?:y|ies))"
)
COUNT: Final = rf"(?:{DIGITS}|{SMALL_WORDS}|half an?|an?)"
VAGUE: Final = r"(?:several|a few|few|a couple of|couple of|some|many|numerous|countless|a number of)"
PART: Final = (
    r"(?:(?:the )?(?:very )?(?:early|late|mid)(?:-to-(?:mid|late))?|the (?:beginning|start|end|middle|turn) of(?: the)?"
    r"|(?:beginning|start|end|middle) of)"
)
YEAR: Final = r"(?:1[5-9]|20)\d\d"


def month_number(text: str) -> int:
    """1 to 12 of a text that MONTH matches."""
    return MONTH_NUMBER[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    """0 for Monday of a text that WEEKDAY or WEEKDAY_OR_SHORT matches."""
    start = text.lower()[:2]
    return next(place for place, name in enumerate(WEEKDAYS) if name.startswith(start))


def unit_name(text: str) -> str:
    """The singular key of UNIT_CODES."""
    lowered = text.lower()
    if lowered.startswith("centur"):
        return "century"
    return {"min": "minute", "yr": "year"}.get(lowered.rstrip("s"), lowered.rstrip("s"))


def count_value(text: str) -> float | None:
    """How many units a text that COUNT matches names; None where it is vague."""
    lowered = re.sub(r"\s+", " ", text.lower())
    if lowered.startswith("half a"):
        return 0.5
    if lowered in ("a", "an"):
        return 1
    if "couple" in lowered:
        return 2
    try:
        return number(lowered) or None
    except KeyError:
        return None


def part_mod(text: str | None) -> str | None:
    """START, MID or END for "early", "mid", "the end of"."""
    lowered = (text or "").lower()
    if re.search(r"mid", lowered) and "early" not in lowered:
        return "MID"
    if re.search(r"early|beginning|start|turn", lowered):
        return "START"
    return "END" if re.search(r"late|end", lowered) else None
