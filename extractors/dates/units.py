# ruff: noqa: ARG001 - readings share one signature, whether or not they need the context
"""Rules for units of time: "last week", "three days later", "in the past month", lengths and repetitions."""

import re
from typing import Final

from extractors.dates.counting import around_anchor, day_of_the_act, from_period, onward, trailing, until
from extractors.dates.intervals import DAY, duration, midnight, shift, value_at
from extractors.dates.rule import Context, Reading, Rule, rule
from extractors.dates.tense import looks_forward
from extractors.dates.words import COUNT, PART, UNIT, VAGUE, WEEKDAY, WEEKDAYS, count_value, part_mod, unit_name

_FROM_NOW: Final = ("ago", "from now", "hence", "back")
_SHIFTS: Final = ("earlier", "later")
_FINE: Final = ("second", "minute", "hour")
_APPROXIMATE: Final = {
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "less than": "LESS_THAN", "under": "LESS_THAN",
    "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "more than": "MORE_THAN", "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "approximately": "APPROX",
}  # fmt: skip
_MODIFIER: Final = rf"(?:{'|'.join(_APPROXIMATE)}|just|only|as many as|another|an additional)"
# "third casualty in a week", "deadliest day in months": only a ranking or a count makes "in a week" look back
_RANKING: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|only|\w+iest"
    r"|(?!(?:west|east|forest|arrest|protest|request|interest|guest|test|unrest|manifest|contest|harvest)\b)\w{3,}est"
    r"|most|worst|least|time|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores)\b",
    re.I,
)

# "a day" or "a quarter" is a length only where the words before say so
_SELDOM_LENGTHS: Final = ("day", "quarter", "second", "minute", "century", "weekend")
_COUNTED_FROM: Final = re.compile(r"\s(?:after|before)\s")
_LENGTH_CUE: Final = re.compile(r"\b(?:in|for|within|over|than|about|half|after|lasted)\s?$", re.I)


def _read_relative_unit(match: re.Match[str], context: Context) -> Reading | None:
    which, unit = match["which"].lower(), unit_name(match["u"])
    mod = part_mod(match["p"])
    if which in ("the past", "past"):
        return trailing(1, unit, context)
    if which in ("the previous", "the following", "the same", "that", "the very next", "the next"):
        if unit == "day" and which == "that" and context.last is None:
            return None
        step = {"the previous": -1, "the following": 1, "the very next": 1, "the next": 1}.get(which, 0)
        counted = from_period(step, unit, context)
        if counted is not None:
            return counted
        day = shift(context.narrative_day, step, unit)
        return Reading(value=value_at(day, unit), mod=mod, anchor="mention" if context.last else "publication")
    step = {"last": -1, "next": 1, "the coming": 1, "coming": 1}.get(which, 0)
    if unit in ("day", *_FINE):
        return Reading(value=context.day.isoformat()) if which == "this" and unit == "day" else None
    return Reading(value=value_at(shift(context.day, step, unit), unit), mod=mod)


def _read_window(match: re.Match[str], context: Context) -> Reading | None:
    which, unit, count = match["which"].lower(), unit_name(match["u"]), count_value(match["n"])
    value = duration(count, unit)
    if count is None or re.search(r"first|final", which):
        return Reading(value=value, timex_type="DURATION", masked=value)
    if re.search(r"next|following", which) and looks_forward(context.text, *match.span("t")) is False:
        return Reading(value=value, timex_type="DURATION", anchor="mention", interval=onward(count, unit, context))
    if re.search(r"next|coming|following", which):
        ahead = midnight(context.day), midnight(shift(context.day, count, unit)) + DAY
        return Reading(value=value, timex_type="DURATION", interval=ahead, masked=value)
    return trailing(count, unit, context)


def _read_in_window(match: re.Match[str], context: Context) -> Reading | None:
    unit, count = unit_name(match["u"]), count_value(match["n"])
    value = duration(count, unit)
    before = re.split(r"[.;!?\n\"“”]", context.text[max(0, match.start() - 80) : match.start()])[-1]
    if count and _RANKING.search(before) and not looks_forward(context.text, *match.span("t")):
        return trailing(count, unit, context)
    return Reading(value=value, timex_type="DURATION", mod=_modifier(match), masked=value)


def _modifier(match: re.Match[str]) -> str | None:
    return _APPROXIMATE.get(" ".join((match["mod"] or "").lower().split()))


def _read_distance(match: re.Match[str], context: Context) -> Reading | None:
    count, unit, way = count_value(match["n"]), unit_name(match["u"]), match["way"].lower()
    ahead = way in ("later", "from now", "on", "hence", "afterwards", "afterward")
    if way in _FROM_NOW:
        anchor, day = "publication", context.day
    else:
        anchor, day = ("mention" if context.last else "publication"), context.narrative_day
    if count is None:
        return Reading(value="FUTURE_REF" if ahead else "PAST_REF", anchor="publication")
    counted = from_period(count if ahead else -count, unit, context) if way not in _FROM_NOW else None
    if counted is not None:
        return counted
    if ahead and anchor == "publication" and way == "later":
        return Reading(value=duration(count, unit), timex_type="DURATION", masked=duration(count, unit))
    found = shift(day, count if ahead else -count, unit)
    if anchor == "mention":
        return Reading(value=value_at(found, unit), mod=_modifier(match), anchor="mention")
    return Reading(value=value_at(found, unit), mod=_modifier(match))


def _read_day_after(match: re.Match[str], context: Context) -> Reading | None:
    """ "The day after the attack" counts from the day named last; without one it is no date."""
    told = day_of_the_act(context, match.end("t")) or context.last
    if told is None:
        return None
    unit = unit_name(match["u"])
    day = shift(told, 1 if match["way"].lower() == "after" else -1, unit)
    return Reading(value=value_at(day, unit), anchor="mention")


def _read_vague_distance(match: re.Match[str], context: Context) -> Reading | None:
    way = match["way"].lower()
    edges = around_anchor(unit_name(match["u"]), context, -1 if way == "earlier" else 1) if way in _SHIFTS else None
    if edges is not None:
        return Reading(value="PAST_REF", anchor="mention", interval=edges)
    return Reading(value="FUTURE_REF" if match["way"].lower() in ("later", "from now") else "PAST_REF")


def _read_recent(match: re.Match[str], context: Context) -> Reading | None:
    if match["which"].lower() == "coming":
        return Reading(value="FUTURE_REF")
    # "recent hours" cannot reach further back than the next larger unit, and that is all the bound claims
    unit = {"second": "day", "minute": "day", "hour": "day", "day": "week", "week": "month", "month": "year"}.get(
        unit_name(match["u"])
    )
    return Reading(value="PAST_REF", interval=until(context.day, 1, unit) if unit else None)


def _read_part_of_unit(match: re.Match[str], context: Context) -> Reading | None:
    unit, which = unit_name(match["u"]), (match["which"] or "the").lower()
    step = {"last": -1, "next": 1}.get(which, 0)
    return Reading(value=value_at(shift(context.day, step, unit), unit), mod=part_mod(match["p"]))


def _read_year_to_date(match: re.Match[str], context: Context) -> Reading | None:
    interval = midnight(context.day.replace(month=1, day=1)), midnight(context.day) + DAY
    return Reading(value=str(context.day.year), interval=interval)


def _read_weekend(match: re.Match[str], context: Context) -> Reading | None:
    ahead = looks_forward(context.text, *match.span("t"))
    day = context.day if ahead or context.day.weekday() >= 5 else shift(context.day, -1, "week")
    return Reading(value=value_at(day, "weekend"))


def _read_length(match: re.Match[str], context: Context) -> Reading | None:
    count, unit = count_value(match["n"]), unit_name(match["u"])
    before = context.text[max(0, match.start() - 12) : match.start()]
    article = match["n"].lower() in ("a", "an")
    value = duration(count, unit)
    if match["n"].lower() == "an additional":
        count, value = 1, duration(1, unit)
    if count is None or _is_fraction(match, context):
        return None
    if article and re.search(
        r"(?:\d|once|twice|times|percent|%|dollars|cents|million|billion|tons|barrels)\s$", before
    ):
        return Reading(value=value, timex_type="SET", masked=value)
    counts_on = _COUNTED_FROM.match(context.text, match.end("t"))
    if article and unit in _SELDOM_LENGTHS and not (counts_on or _LENGTH_CUE.search(before + (match["mod"] or ""))):
        return None
    if unit == "second" and count <= 1:
        return None
    return Reading(value=value, timex_type="DURATION", mod=_modifier(match), masked=value)


def _is_fraction(match: re.Match[str], context: Context) -> bool:
    """ "Three-quarters of the harvest", "a quarter of all homes"."""
    return unit_name(match["u"]) == "quarter" and bool(re.match(r"\sof\b", context.text[match.end("t") :]))


def _read_this_day(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value=context.narrative_day.isoformat(), anchor="mention" if context.last else "publication")


def _read_vague_length(match: re.Match[str], context: Context) -> Reading | None:
    value = duration(None, unit_name(match["u"]))
    return Reading(value=value, timex_type="DURATION", masked=value)


def _read_repetition(match: re.Match[str], context: Context) -> Reading | None:
    words = match["t"].lower()
    number = next((place for place, name in enumerate(WEEKDAYS) if name in words), None)
    if number is not None:
        return Reading(value=f"XXXX-WXX-{number + 1}", timex_type="SET", anchor="absolute")
    values = {
        "dai": "P1D", "day": "P1D", "nigh": "P1D", "week": "P1W", "month": "P1M", "quarter": "P1Q", "annual": "P1Y",
        "year": "P1Y", "hour": "PT1H", "morning": "P1D", "evening": "P1D", "decade": "P1DE",
    }  # fmt: skip
    value = next(value for key, value in values.items() if key in words)
    return Reading(value=value, timex_type="SET", anchor="absolute")


_vague_units = r"(?:seconds|minutes|hours|days|weeks|weekends|months|years|decades|centuries)"
RULES: Final[tuple[Rule, ...]] = (
    rule("later-that-day", "shift", r"\b(?:later|earlier) (?P<t>(?:in|on) the day)\b", _read_this_day),
    rule(
        "relative-unit",
        "unit",
        r"\b(?:(?:earlier|later|sometime) )?(?P<t>(?:(?P<p>(?:early|late)(?: in)?) )?(?P<which>this|last|next|the past"
        r"|the previous|the following|the coming|the current|current|the same|that|the very next|past|coming) "
        r"(?P<u>day|week|weekend|month|quarter|year|decade|century|fortnight))(?:[’']s)?\b(?!-| of \d)",
        _read_relative_unit,
    ),
    rule("next-day", "unit", r"\b(?P<t>(?P<p>)(?P<which>the next) (?P<u>day|week|month|year))\b", _read_relative_unit),
    rule(
        "part-of-unit",
        "unit",
        rf"\b(?P<t>(?P<p>{PART}) (?P<which>this |last |next |the )?(?P<u>week|month|quarter|year|decade))\b",
        _read_part_of_unit,
    ),
    rule(
        "year-to-date",
        "unit",
        r"\b(?P<t>(?:so far this year|since the (?:start|beginning) of (?:the|this) year|this year so far))\b",
        _read_year_to_date,
    ),
    rule("weekend", "unit", r"\b(?:over|on|at|during|since|before|after) (?P<t>the weekend)\b", _read_weekend),
    rule(
        "distance",
        "unit",
        rf"\b(?:(?P<mod>{_MODIFIER}) )?(?P<t>(?P<n>{COUNT})[ -](?P<u>{UNIT}) (?P<way>ago|earlier|before|previously"
        r"|later|from now|on|hence|back|afterwards?))\b(?! (?:than|the|a|an|his|her|its|their|that|in|on|by|of|from|to"
        r"|when|he|she|they|it|after|[A-Z]\w+))",
        _read_distance,
    ),
    rule(
        "distance-ago",
        "shift",
        rf"\b(?:(?P<mod>{_MODIFIER}) )?(?P<t>(?P<n>{COUNT}|a couple of)[ -](?P<u>{UNIT})(?: or (?:so|two|three))?"
        r" (?P<way>ago|earlier|from now|later))\b",
        _read_distance,
    ),
    rule(
        "day-after",
        "unit",
        rf"\b(?P<t>[Tt]he (?P<u>day|week|month|year) (?P<way>after|before))\b(?! (?:last|next|this|yesterday|tomorrow"
        rf"|today|{WEEKDAY}|(?:the )?\d|[A-Z]))(?! the (?:day|week|month|year)\b)",
        _read_day_after,
        re.NOFLAG,
    ),
    rule(
        "vague-distance",
        "shift",
        rf"\b(?P<t>{VAGUE} (?P<u>{UNIT}) (?P<way>ago|earlier|later|from now|before))\b",
        _read_vague_distance,
    ),
    rule(
        "bare-ago",
        "shift",
        r"\b(?P<t>(?P<u>days|weeks|months|years|decades|moments|hours) (?P<way>ago|earlier|later))\b",
        _read_vague_distance,
    ),
    rule(
        "window",
        "unit",
        r"\b(?P<t>(?P<which>the (?:last|past|next|coming|previous|following|first|final)|past|last|next)"
        rf" (?P<n>{COUNT}|{VAGUE}) (?P<u>{UNIT}))\b",
        _read_window,
    ),
    rule(
        "vague-window",
        "unit",
        rf"\b(?P<t>(?P<which>the (?:last|past|next|coming|previous|following|first|final))(?P<n>)"
        rf" (?P<u>{_vague_units}))\b",
        _read_vague_length,
    ),
    rule("recent", "recent", rf"\b(?P<t>(?:the )?(?P<which>recent|coming) (?P<u>{_vague_units}))\b", _read_recent),
    rule(
        "in-window",
        "unit",
        rf"\b(?:in|within|over|inside)(?: the space of)? (?:(?P<mod>{_MODIFIER}) )?(?P<t>(?P<n>{COUNT})"
        rf" (?P<u>{UNIT}))\b(?! (?:ago|old|earlier|later|or so))",
        _read_in_window,
    ),
    rule(
        "length",
        "unit",
        rf"\b(?:(?P<mod>{_MODIFIER}) )?(?P<t>(?P<n>{COUNT}|an additional|a couple of)(?: more| additional"
        rf"| consecutive| straight)?[ -](?P<u>{UNIT})(?:-long)?)\b(?![ -]olds?\b)",
        _read_length,
    ),
    rule("vague-length", "unit", rf"\b(?P<t>{VAGUE} (?P<u>{UNIT}))\b", _read_vague_length),
    rule(
        "bare-length",
        "unit",
        rf"\b(?:for|in|after|over|within|of|took|takes|last|lasts|lasted|spent|spend) (?P<t>(?P<u>{_vague_units}))\b",
        _read_vague_length,
    ),
    rule(
        "repetition",
        "unit",
        r"\b(?P<t>daily|nightly|weekly|monthly|quarterly|annual|annually|yearly|hourly"
        rf"|(?:every|each) (?:(?:other|single) )?(?:day|hour|week|month|quarter|year|decade|morning|evening|night"
        rf"|{WEEKDAY}))\b",
        _read_repetition,
    ),
)
