"""Rules for quarters and halves of a year, and for what is compared with them: "a year earlier", "year-end"."""

import re
from typing import Final

from extractors.dates.intervals import shift, value_at
from extractors.dates.numerals import ordinal
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import YEAR, unit_name


def _read_quarter(match: re.Match[str], context: Context) -> Reading | None:
    number, year = ordinal(match["n"]), match["y"] or match["y2"]
    half = match["unit"].lower() == "half"
    if number > (2 if half else 4) or (half and not (year or match["which"])):
        return None
    letter, months = ("H", 6) if half else ("Q", 3)
    if year:
        return Reading(value=f"{year}-{letter}{number}", anchor="absolute")
    which = (match["which"] or "").lower()
    counted = context.day.year + {"last": -1, "next": 1}.get(which, 0)
    if not which and months * (number - 1) + 1 > context.day.month:
        counted -= not looks_forward(context.text, *match.span("t"))
    return Reading(value=f"{counted}-{letter}{number}", masked=f"XXXX-{letter}{number}")


def _read_fiscal_year(match: re.Match[str], context: Context) -> Reading | None:
    year = int(match["y"])
    return Reading(value=str(year if year > 99 else context.day.year // 100 * 100 + year), anchor="absolute")


def _read_year_before(match: re.Match[str], context: Context) -> Reading | None:
    """A year before the quarter that was named last; a year before now where none was."""
    if context.quarter is None and not (match["u"] or "").lower().startswith("quarter"):
        return None
    year, quarter = (context.quarter or value_at(shift(context.day, -1, "quarter"), "quarter")).split("-")
    return Reading(value=f"{int(year) - 1}-{quarter}")


def _read_that_quarter(match: re.Match[str], context: Context) -> Reading | None:
    completed = value_at(shift(context.day, -1, "quarter"), "quarter")
    if match["which"] and "latest" in match["which"].lower():
        return Reading(value=completed)
    return Reading(value=context.quarter or completed)


def _read_year_end(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=value_at(context.day, unit_name(match["u"])), mod="END")


RULES: Final[tuple[Rule, ...]] = (
    rule(
        "quarter",
        "quarter",
        r"\b(?P<t>(?:the )?(?:fiscal(?: year)? )?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[- ]"
        rf"(?P<unit>quarter|half)(?: of (?:the )?(?:fiscal )?(?:(?P<y>{YEAR})|(?P<which>last|this|next|the|the current)"
        rf" year))?(?:,? (?P<y2>{YEAR}))?)\b(?!-| of (?:the|a)\b)",
        _read_quarter,
    ),
    rule(
        "short-quarter",
        "short",
        rf"\b(?P<t>Q(?P<n>[1-4])(?P<which>)(?P<unit>)(?: (?P<y>{YEAR}))?(?P<y2>))\b",
        _read_quarter,
    ),
    rule("fiscal-year", "short", r"\b(?P<t>(?:fiscal(?: year)?|FY) ?(?P<y>(?:19|20)\d\d|\d\d))\b", _read_fiscal_year),
    rule(
        "year-before", "shift", r"\b(?P<t>a year (?:ago|earlier)(?P<u>))\b(?! (?:than|to the day))", _read_year_before
    ),
    rule(
        "year-before-quarter",
        "shift",
        r"\b(?P<t>(?:the )?(?:comparable )?year-(?:ago|earlier)(?: (?P<u>quarter|period))?)\b",
        _read_year_before,
    ),
    rule("that-quarter", "quarter", r"\b(?P<t>the (?P<which>latest )?quarter)\b(?! (?:of|that))", _read_that_quarter),
    rule("year-end", "unit", r"\b(?P<t>(?:the )?(?P<u>year|month|quarter)(?:[’']s)?[- ]end)\b", _read_year_end),
)
