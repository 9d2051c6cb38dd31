# ruff: noqa: ARG001 - readings share one signature, whether or not they need the context
"""Rules for calendar dates and months."""

import re
from datetime import date, timedelta
from typing import Final

from extractors.dates.intervals import shift, value_at
from extractors.dates.numerals import ORDINAL, ordinal
from extractors.dates.rule import Anchor, Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import (
    MONTH,
    PART,
    WEEKDAY_OR_SHORT,
    YEAR,
    month_number,
    part_mod,
)


def _read_iso(match: re.Match[str], context: Context) -> Reading | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _read_slashes(match: re.Match[str], context: Context) -> Reading | None:
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    if year < 100:
        year += 1900 if year > 50 else 2000
    # American order where it can be one, for the other order is written with dots in Europe
    month, day = (first, second) if first <= 12 else (second, first)
    return _day(year, month, day)


def _read_dots(match: re.Match[str], context: Context) -> Reading | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _day(year: int, month: int, day: int, anchor: Anchor = "absolute") -> Reading | None:
    try:
        return Reading(value=date(year, month, day).isoformat(), anchor=anchor)
    except ValueError:
        return None


def _read_month_day(match: re.Match[str], context: Context) -> Reading | None:
    month, day = month_number(match["m"]), int(re.sub(r"\D", "", match["d"]))
    if match["y"]:
        return _day(int(match["y"]), month, day)
    if context.period and context.period[5:] == f"{month:02d}" and int(context.period[:4]) < context.day.year:
        return _day(int(context.period[:4]), month, day, "mention")  # "in May 2011 … on May 13"
    nearest = nearest_day(month, day, context, *match.span("t"))
    if nearest is None:
        return None
    return Reading(value=nearest.isoformat(), masked=f"XXXX-{month:02d}-{day:02d}")


def nearest_day(month: int, day: int, context: Context, start: int, end: int) -> date | None:
    """The year-less day that the words mean: the latest one, unless the clause looks forward."""
    days: list[date] = []
    for year in (context.day.year - 1, context.day.year, context.day.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if looks_forward(context.text, start, end):
        return min((each for each in days if each >= context.day), default=None)
    past = [each for each in days if each <= context.day + timedelta(days=3)]
    ahead = [each for each in days if each > context.day]
    since = re.search(r"\b(?:since|from)\s$", context.text[max(0, start - 6) : start], re.I)
    if not since and past and ahead and (context.day - past[-1]).days > 270 and (ahead[0] - context.day).days < 60:
        return ahead[0]  # "the vote on January 15" in a story of December
    return max(past, default=None)


def _read_month_year(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=f"{match['y']}-{month_number(match['m']):02d}", mod=part_mod(match["p"]), anchor="absolute")


def _read_month(match: re.Match[str], context: Context) -> Reading | None:
    month, year = month_number(match["m"]), context.day.year
    forward = looks_forward(context.text, *match.span("t"))
    soon = (month - context.day.month) % 12 in (1, 2)
    back = re.search(r"\b(?:since|last|from)\s$", context.text[: match.start("t")][-7:], re.I)
    deadline = re.search(r"\b(?:by|until|till)\s$", context.text[: match.start("t")][-6:], re.I)
    if deadline and not forward:  # "were ordered detained until December"
        forward = (month - context.day.month) % 12 <= (6 if forward is None else 4)
    if forward or (forward is None and soon and not back):
        year += month < context.day.month
    else:
        year -= month > context.day.month
    return Reading(value=f"{year}-{month:02d}", mod=part_mod(match["p"]), masked=f"XXXX-{month:02d}")


def _read_relative_month(match: re.Match[str], context: Context) -> Reading | None:
    month, year, which = month_number(match["m"]), context.day.year, match["which"].lower()
    if "last" in which or "past" in which or "previous" in which:
        year -= month >= context.day.month
    elif "next" in which or "coming" in which:
        year += month <= context.day.month
    return Reading(value=f"{year}-{month:02d}", mod=part_mod(match["p"]), masked=f"XXXX-{month:02d}")


def _read_month_of_year(match: re.Match[str], context: Context) -> Reading | None:
    year = context.day.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return Reading(value=f"{year}-{month_number(match['m']):02d}", masked=f"XXXX-{month_number(match['m']):02d}")


def _read_month_of_that_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "In December of that year" behind "since 2012"."""
    if context.period is None and context.last is None:
        return None
    year = context.period[:4] if context.period else f"{context.narrative_day.year:04d}"
    return Reading(value=f"{year}-{month_number(match['m']):02d}", mod=part_mod(match["p"]), anchor="mention")


def _read_day_of_span(match: re.Match[str], context: Context) -> Reading | None:
    month, day = month_number(match["m"]), int(match["d"])
    if match["y"]:
        return _day(int(match["y"]), month, day)
    nearest = nearest_day(month, day, context, *match.span())
    if nearest is None:
        return None
    return Reading(value=nearest.isoformat(), masked=f"XXXX-{month:02d}-{day:02d}")


def _read_day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    day, month = ordinal(match["d"]), context.day
    if match["which"] and match["which"].lower() in ("last", "next"):
        month = shift(context.day.replace(day=1), {"last": -1, "next": 1}[match["which"].lower()], "month")
    return _day(month.year, month.month, day, "publication") if value_at(month, "month") else None


_weekday_before = rf"(?:{WEEKDAY_OR_SHORT}(?:,| the)? (?:the )?)?"
RULES: Final[tuple[Rule, ...]] = (
    rule("iso-date", "four digits", r"(?<![\d-])(?P<t>(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))(?![\d-])", _read_iso),
    rule(
        "slash-date",
        "slash",
        r"(?<![\d/])(?P<t>(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d))(?![\d/])",
        _read_slashes,
    ),
    rule(
        "dot-date", "four digits", r"(?<![\d.])(?P<t>(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}))(?![\d.])", _read_dots
    ),
    rule(
        "month-day",
        "month",
        rf"\b(?P<t>(?:last |this |next )?{_weekday_before}(?:{PART}(?: on)? )?(?P<m>{MONTH}) "
        rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:,? ?(?P<y>{YEAR}))?)\b(?!,?\d|:\d|%| percent| people| (?:civilians|soldiers|others))",
        _read_month_day,
    ),
    rule(
        "day-month",
        "month",
        rf"\b(?P<t>{_weekday_before}(?:the )?(?P<d>\d{{1,2}}(?:st|nd|rd|th)?)(?: of)? (?P<m>{MONTH})"
        rf"(?:,? (?P<y>{YEAR}))?)\b",
        _read_month_day,
    ),
    rule(
        "span-first-day",
        "month",
        rf"\b(?P<t>(?P<d>\d{{1,2}}))(?:st|nd|rd|th)?(?: (?:and|to|until|till|through) |[-–])\d{{1,2}}(?:st|nd|rd|th)?"
        rf"(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?\b",
        _read_day_of_span,
    ),
    rule(
        "span-last-day",
        "month",
        rf"\b(?P<m>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?: (?:and|to|until|till|through) | ?[-–] ?)"
        rf"(?P<t>(?P<d>\d{{1,2}}))(?:st|nd|rd|th)?(?:, (?P<y>{YEAR}))?\b(?! [A-Z]?[a-z]+ember)",
        _read_day_of_span,
    ),
    rule(
        "day-of-month",
        "months",
        rf"\b(?P<t>the (?P<d>{ORDINAL}) of (?P<which>this|last|next) month)\b",
        _read_day_of_month,
    ),
    rule(
        "month-of-relative-year",
        "month",
        rf"\b(?P<t>(?P<m>{MONTH}) (?:of )?(?P<which>last|this|next) year)\b",
        _read_month_of_year,
    ),
    rule(
        "month-of-that-year",
        "month",
        rf"\b(?P<t>(?:(?P<p>{PART})[ -])?(?P<m>{MONTH})(?: of)? (?:that|the same) year)\b",
        _read_month_of_that_year,
    ),
    rule(
        "month-year",
        "month",
        rf"\b(?P<t>(?:(?P<p>{PART})[ -])?(?P<m>{MONTH})(?: of)?,? (?P<y>{YEAR}))\b",
        _read_month_year,
    ),
    rule(
        "relative-month",
        "month",
        rf"\b(?P<t>(?:(?P<p>{PART}) )?(?P<which>last|next|this|this past|this coming|the previous) "
        rf"(?P<m>(?-i:{MONTH})))\b"
        r"(?! ?\d)",
        _read_relative_month,
    ),
    # May and March are words too, so they need a preposition or a part before them
    rule(
        "month",
        "month",
        rf"\b(?P<t>(?:(?P<p>{PART})[ -])?(?P<m>January|February|April|June|July|August|September|October|November"
        r"|December))\b(?! ?\d)",
        _read_month,
        0,
    ),
    rule(
        "month-after-preposition",
        "month",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Bb]y|of|[Ff]rom|to|and|for|through|[Bb]etween|[Dd]uring|before|after|on"
        rf"|[Ll]ate|[Ee]arly|[Mm]id)"
        rf"[ -](?P<t>(?:(?P<p>{PART})[ -])?(?P<m>May|March))\b(?! ?\d| [A-Z])",
        _read_month,
        0,
    ),
)
