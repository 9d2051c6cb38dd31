"""Rules for weekdays, "yesterday" and "tonight", parts of the day and times of the clock."""

import re
from datetime import date, timedelta
from typing import Final

from extractors.dates.intervals import DAY, midnight
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import DAYPART, DAYPARTS, WEEKDAY, WEEKDAY_OR_SHORT, weekday_number

_NAMED: Final = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "overnight": -1, "today": 0, "tonight": 0,
    "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


_DEADLINE: Final = re.compile(
    r"\b(?:as soon as|as early as|no later than|until|deadline of|due)\s(?:early\s|late\s|on\s)?$", re.I
)


def weekday(day: date, number: int, which: str) -> date:
    """The weekday meant: "past" the latest including the day itself, "last" before it, "ahead" and "next" after."""
    back = (day.weekday() - number) % 7
    if which == "last":
        return day - (back or 7) * DAY
    if which in ("next", "ahead"):
        return day + ((number - day.weekday()) % 7 or (7 if which == "next" else 0)) * DAY
    return day - back * DAY


def _read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    before, number = (match["before"] or "").lower().strip(), weekday_number(match["w"])
    if before.startswith(("last", "the previous", "this past")):
        which = "last"
    elif before.startswith("next"):
        which = "next"
    elif "coming" in before or _lies_ahead(match, context):
        which = "ahead"
    else:
        which = "past"
    if before.startswith("the following"):
        return _following(match, context, number)
    mod = "END" if re.match(r"late(?!r)", before) else "START" if re.match(r"early", before) else None
    return _day(weekday(context.day, number, which), match["part"], mod, f"XXXX-WXX-{number + 1}")


def _lies_ahead(match: re.Match[str], context: Context) -> bool:
    """Whether the weekday is still to come: "until Friday" is, "Friday's ruling" is not."""
    if re.match(r"[’']s\b", context.text[match.end("t") :]):
        return False
    if _DEADLINE.search(context.text[: match.start("t")][-24:]):
        return True
    return bool(looks_forward(context.text, *match.span("t")))


def _following(match: re.Match[str], context: Context, number: int) -> Reading:
    day = weekday(context.narrative_day, number, "next")
    reading = _day(day, match["part"], None, f"XXXX-WXX-{number + 1}")
    return Reading(value=reading.value, timex_type=reading.timex_type, anchor="mention", masked=reading.masked)


def _day(day: date, part: str | None, mod: str | None, masked: str | None = None) -> Reading:
    if part:
        suffix = "T" + DAYPARTS[part.lower()]
        return Reading(value=day.isoformat() + suffix, timex_type="TIME", mod=mod, masked=masked and masked + suffix)
    return Reading(value=day.isoformat(), mod=mod, masked=masked)


def _read_weekday_of_week(match: re.Match[str], context: Context) -> Reading | None:
    monday = context.day - context.day.weekday() * DAY
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    day = monday + timedelta(days=7 * weeks + weekday_number(match["w"]))
    return Reading(value=day.isoformat(), masked=f"XXXX-WXX-{weekday_number(match['w']) + 1}")


def _read_named(match: re.Match[str], context: Context) -> Reading | None:
    name = " ".join(match["name"].lower().split())
    day = context.day + _NAMED[name] * DAY
    if name == "overnight":  # the night that ended this morning, most of it after midnight
        night = midnight(context.day) - timedelta(hours=2), midnight(context.day) + timedelta(hours=6)
        return Reading(value=f"{day.isoformat()}TNI", timex_type="TIME", interval=night)
    if name in ("tonight", "last night"):
        return Reading(value=f"{day.isoformat()}TNI", timex_type="TIME")
    return _day(day, match["part"], None)


def _read_night_into(match: re.Match[str], context: Context) -> Reading | None:
    """ "Overnight into Thursday": the night that begins on Wednesday."""
    day = weekday(context.day, weekday_number(match["w"]), "ahead" if _lies_ahead(match, context) else "past")
    night = midnight(day) - timedelta(hours=2), midnight(day) + timedelta(hours=6)
    return Reading(value=f"{(day - DAY).isoformat()}TNI", timex_type="TIME", interval=night)


def _read_this_part(match: re.Match[str], context: Context) -> Reading | None:
    return _day(context.day, match["part"], None)


def _read_the_part(match: re.Match[str], context: Context) -> Reading | None:
    reading = _day(context.narrative_day, match["part"], None)
    return Reading(value=reading.value, timex_type="TIME", anchor="mention" if context.last else "publication")


def _read_that_part(match: re.Match[str], context: Context) -> Reading | None:
    if context.last is None:
        return None
    back = "previous" in match["t"].lower() or match["before"]
    shift = 1 if re.match(r"the (?:next|following)", match["t"], re.I) else -1 if back else 0
    reading = _day(context.last + shift * DAY, match["part"] or match["before"], None)
    return Reading(value=reading.value, timex_type=reading.timex_type, anchor="mention")


def _read_clock(match: re.Match[str], context: Context) -> Reading | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").lower()[:1]
    if match["half"]:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    day, anchor = context.day, "publication"
    if match["day"]:
        named = match["day"].lower()
        if named in _NAMED:
            day += _NAMED[named] * DAY
        else:
            day = weekday(context.day, weekday_number(named), "ahead" if _lies_ahead(match, context) else "past")
    elif context.last:
        day, anchor = context.last, "mention"
    written = f"T{hour:02d}:{minute:02d}" if match["min"] or match["half"] else f"T{hour:02d}"
    value = day.isoformat() + written
    if anchor == "mention":
        return Reading(value=value, timex_type="TIME", anchor="mention")
    return Reading(value=value, timex_type="TIME", masked="XXXX-XX-XX" + written)


def _read_noon(match: re.Match[str], context: Context) -> Reading | None:
    day = context.narrative_day
    hour = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}[match["part"].lower()]
    if match["part"].lower() == "midnight":
        hour = "T24:00"
    if match["day"]:
        named = match["day"].lower()
        day = (
            context.day + _NAMED[named] * DAY
            if named in _NAMED
            else weekday(context.day, weekday_number(named), "past")
        )
    return Reading(value=day.isoformat() + hour, timex_type="TIME")


def _read_military_clock(match: re.Match[str], context: Context) -> Reading | None:
    hour, minute = int(match["h"]), int(match["min"])
    if hour > 23 or minute > 59:
        return None
    return Reading(
        value=f"{context.narrative_day.isoformat()}T{hour:02d}:{minute:02d}",
        timex_type="TIME",
        masked=f"XXXX-XX-XXT{hour:02d}:{minute:02d}",
    )


_zone = r"(?: ?(?:GMT|UTC|CET|CEST|local time|EST|EDT|ET|CT|PT|MT|CDT|CST|PST|PDT))"
_day_after_clock = (
    rf"(?:,? (?:local time )?(?:on )?(?P<day>{WEEKDAY}(?!,? [A-Z][a-z]+\.? \d)|today|yesterday|tomorrow))"
)
RULES: Final[tuple[Rule, ...]] = (
    rule(
        "weekday-of-week",
        "weekday",
        rf"\b(?P<t>(?P<w>{WEEKDAY})(?: of)? (?P<which>last|this|next) week)\b",
        _read_weekday_of_week,
    ),
    rule(
        "weekday",
        "weekday",
        r"\b(?:(?:earlier|later)(?: on)? )?"
        rf"(?P<t>(?P<before>(?:early|late) (?:on )?|last |next |this (?:past |coming )?|the (?:following|previous) )?"
        rf"(?P<w>{WEEKDAY})(?:,? (?:early |late |mid-)?(?P<part>{DAYPART}))?)s?\b(?![’']s (?:child|bloody))",
        _read_weekday,
    ),
    rule(
        "short-weekday",
        "weekday",
        rf"(?:\b|\()(?:on )(?P<t>(?P<before>)(?P<w>{WEEKDAY_OR_SHORT})(?P<part>))(?=[ ,)])",
        _read_weekday,
        0,
    ),
    rule(
        "noon",
        "daypart",
        rf"\b(?:at|around|about|by|before|after|until|since|from|to) (?P<t>(?P<part>noon|midday|midnight)"
        rf"(?:,? (?:on )?(?P<day>{WEEKDAY}|today|yesterday|tomorrow))?)\b",
        _read_noon,
    ),
    rule(
        "daypart-of-weekday",
        "weekday",
        rf"\b(?P<t>(?P<before>)(?P<part>{DAYPART}) (?:on |of )(?:early |late )?(?P<w>{WEEKDAY}))\b"
        r"(?!,? [A-Z][a-z]+\.? \d)",
        _read_weekday,
    ),
    rule(
        "night-into",
        "weekday",
        rf"\b(?P<t>(?:overnight|the night|{WEEKDAY} night|late (?:on )?{WEEKDAY})"
        rf"(?: (?:from|on|of) {WEEKDAY})? (?:in)?to(?: early| the early hours of)? (?P<w>{WEEKDAY}))\b",
        _read_night_into,
    ),
    rule(
        "named-day",
        "daypart",
        rf"\b(?P<t>(?P<name>{'|'.join(_NAMED)})(?: (?P<part>{DAYPART}))?)\b(?!-)",
        _read_named,
    ),
    rule(
        "the-daypart",
        "daypart",
        r"\b(?:in|during) (?P<t>the (?:early |late )?(?P<part>morning|afternoon|evening))\b(?! of)",
        _read_the_part,
    ),
    rule("this-daypart", "daypart", rf"\b(?P<t>(?:early |late )?this (?P<part>{DAYPART}))\b", _read_this_part),
    rule(
        "that-daypart",
        "daypart",
        rf"\b(?P<t>(?:that|the same|the (?:next|following|previous)) (?P<part>{DAYPART})"
        rf"|the (?P<before>{DAYPART}) before(?=[.,;:]|$))",
        _read_that_part,
    ),
    rule(
        "clock",
        "clock",
        r"\b(?:(?:at|around|about|by|before|after) )?(?P<t>(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?"
        rf"(?: ?(?P<half>[ap])\.? ?m\b\.?{_zone}?|{_zone}| o[’']clock){_day_after_clock})(?![:\d])",
        _read_clock,
    ),
    rule(
        "clock-alone",
        "clock",
        r"\b(?:(?:at|around|about|by|before|after) )?(?P<t>(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?"
        rf"(?: ?(?P<half>[ap])\.? ?m\b\.?{_zone}?|{_zone}| o[’']clock)(?P<day>))(?![:\d])",
        _read_clock,
    ),
    rule(
        "military-clock-alone",
        "clock",
        rf"(?<![\d,.])(?P<t>(?P<h>[012]\d):?(?P<min>[0-5]\d)(?: (?:hours|hrs)|{_zone}))\b",
        _read_military_clock,
    ),
)
