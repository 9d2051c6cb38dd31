# ruff: noqa: ARG001 - readings share one signature, whether or not they need the context
"""Rules for seasons, years, decades and centuries."""

import re
from typing import Final

from extractors.dates.counting import trailing
from extractors.dates.intervals import shift, value_at
from extractors.dates.numerals import ORDINAL, ordinal
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import COUNT, PART, SEASON, SEASONS, UNIT, YEAR, count_value, part_mod, unit_name

_NOT_A_YEAR: Final = (
    r"(?:[-–]\d{4}|[,.]?\d|-(?:year|member|strong|acre|seat|room|pound|foot|meter|man|bed)|/\d|%"
    r"| (?:people|troops|soldiers|civilians|men|women|children|points|shares|tons|tonnes|jobs|acres|miles|km|kilometers"
    r"|feet|killed|dead|meters|metres|hours|dollars|euros|block|fighters|refugees|migrants|homes|houses|percent"
    r"|per cent|inmates|prisoners|families|others|cases|votes|seats|police|wounded|injured|victims|residents))"
)


def _read_season_year(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=f"{match['y']}-{SEASONS[match['s'].lower()]}", anchor="absolute")


def _read_season(match: re.Match[str], context: Context) -> Reading | None:
    code, which = SEASONS[match["s"].lower()], (match["which"] or "").lower()
    year, first = context.day.year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    started = context.day.month >= first
    if which.startswith("last"):
        year -= not (started and context.day.month > first + 2)
        year -= code == "WI" and context.day.month <= 2  # the winter before the one that is on
    elif which.startswith("next"):
        year += started
    elif not started and not which.startswith("this") and not looks_forward(context.text, *match.span("t")):
        year -= 1
    elif which.startswith("this") and code == "WI" and context.day.month <= 2:
        year -= 1  # "this winter", said in January
    return Reading(value=f"{year}-{code}", mod=part_mod(match["p"]))


def _read_year(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=match["y"], mod=part_mod(match["p"]), anchor="absolute")


def _read_short_year(match: re.Match[str], context: Context) -> Reading | None:
    year = int(match["y"]) + context.day.year // 100 * 100
    return Reading(value=str(year - 100 if year > context.day.year + 10 else year), anchor="absolute")


def _read_decade(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=match["y"], mod=part_mod(match["p"]), anchor="absolute")


def _read_named_decade(match: re.Match[str], context: Context) -> Reading | None:
    tens = ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine").index(match["y"].lower().removesuffix("ties"))
    return Reading(value=f"19{tens + 2}", mod=part_mod(match["p"]), anchor="absolute")


def _read_century(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=f"{ordinal(match['n']) - 1:02d}", mod=part_mod(match["p"]), anchor="absolute")


def _read_years_ago_this(match: re.Match[str], context: Context) -> Reading | None:
    """ "Three years ago this month"."""
    count = count_value(match["n"])
    return None if count is None else Reading(value=value_at(shift(context.day, -count, "year"), match["u"].lower()))


def _read_since_then(match: re.Match[str], context: Context) -> Reading | None:
    """ "In the three months since"."""
    return trailing(count_value(match["n"]), unit_name(match["u"]), context)


RULES: Final[tuple[Rule, ...]] = (
    rule("since-then", "unit", rf"\bin (?P<t>the (?P<n>{COUNT}) (?P<u>{UNIT}) since)(?= then|[,.;])", _read_since_then),
    rule(
        "years-ago-this-month",
        "shift",
        rf"\b(?P<t>(?P<n>{COUNT}) years ago this (?P<u>month|week))\b",
        _read_years_ago_this,
    ),
    rule(
        "season-year",
        "season",
        rf"\b(?P<t>(?:{PART} )?(?:the )?(?P<s>{SEASON})(?: of)? (?P<y>{YEAR}))\b",
        _read_season_year,
    ),
    rule(
        "season",
        "season",
        rf"\b(?P<t>(?:(?P<p>{PART}) )?(?P<which>last|next|this|this past|this coming) (?P<s>{SEASON}))\b"
        r"(?! (?:apart|short|back|in love))",
        _read_season,
    ),
    rule(
        "bare-season",
        "season",
        r"\b(?:in|since|during|by|until|before|over|throughout) "
        rf"(?P<t>(?:(?P<p>{PART}) )?(?P<which>the )?(?P<s>{SEASON}))\b"
        r"(?! (?:of|apart|short|back|in|offensive|camp))",
        _read_season,
    ),
    rule(
        "decade",
        "four digits",
        rf"(?P<t>\b(?:(?P<p>{PART})[ -])?(?:the )?(?P<y>(?:1[5-9]|20)\d)0[’']?s)\b",
        _read_decade,
    ),
    rule(
        "named-decade",
        "tens",
        r"(?<!is late )(?<!er late )(?<!ir late )(?<!is early )(?<!er early )(?<!ir early )(?<!is mid[ -])"
        rf"\b(?<!his )(?<!her )(?<!their )(?<!my )(?P<t>(?:(?P<p>{PART})[ -])?(?:the )?"
        r"(?P<y>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
        _read_named_decade,
    ),
    rule(
        "century", "century", rf"\b(?P<t>(?:(?P<p>{PART})[ -])?(?:the )?(?P<n>{ORDINAL})[ -]century)\b", _read_century
    ),
    rule(
        "year",
        "four digits",
        rf"(?<![\d.,$£€/:#-])\b(?P<t>(?:(?P<p>{PART})[ -])?(?:the year )?(?P<y>(?:18|19|20)\d\d))\b(?!{_NOT_A_YEAR})",
        _read_year,
    ),
    rule("second-year-of-span", "four digits", rf"\b{YEAR}[-–](?P<t>(?P<p>)(?P<y>(?:19|20)\d\d))\b", _read_year),
    rule(
        "first-year-of-span",
        "four digits",
        r"(?<![\d-])(?P<t>(?P<p>)(?P<y>(?:19|20)\d\d))(?=[-–](?:19|20)?\d\d\b)",
        _read_year,
    ),
    rule(
        "short-year",
        "short",
        r"\b(?:in|of|since|from|until|by|summer|winter|spring|fall) (?P<t>[’'](?P<y>\d\d))\b(?![’'])",
        _read_short_year,
    ),
)
