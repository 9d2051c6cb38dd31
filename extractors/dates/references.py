# ruff: noqa: ARG001 - readings share one signature, whether or not they need the context
"""Rules for words that name no calendar unit: "now", "recently", "in the future"."""

import re
from typing import Final

from extractors.dates.intervals import DAY, midnight
from extractors.dates.rule import Context, Reading, Rule, rule


def _read_past(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value="PAST_REF", interval=(None, midnight(context.day) + DAY))


def _read_before(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value="PAST_REF", interval=(None, midnight(context.day)))


def _read_present(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value="PRESENT_REF", interval=(midnight(context.day), midnight(context.day) + DAY))


def _read_future(match: re.Match[str], context: Context) -> Reading | None:
    return Reading(value="FUTURE_REF", interval=(midnight(context.day), None))


RULES: Final[tuple[Rule, ...]] = (
    rule("past", "reference", r"\b(?P<t>recently|lately)\b", _read_past),
    rule("the-past", "reference", r"\bin (?P<t>the past)\b(?! \w+ (?:days|weeks|months|years|hours))", _read_before),
    rule(
        "present",
        "reference",
        r"\b(?P<t>now|currently|at present|nowadays|at the moment|at this time|presently|the present)\b(?! and then)",
        _read_present,
    ),
    rule("future", "future", r"\b(?:in|for) (?P<t>the (?:near |foreseeable |not too distant )?future)\b", _read_future),
)
