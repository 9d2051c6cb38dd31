"""What a rule of the time grammar is: a pattern, a reading of its match, and what the reading may know."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from extractors.model import TimexType

Anchor = Literal["publication", "absolute", "mention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The text around a match, the day it is read from, and the last day named before it."""

    text: str
    day: date
    """Publication day; some day where there is none, for the caller then hides what was reckoned from it."""
    last: date | None = None
    first: date | None = None
    """The day that the lead sets, which "the eve of the attack" counts from."""
    period: str | None = None
    """The value of a month or year named since that day, which "two years later" counts from."""
    quarter: str | None = None
    """The quarter named last, which "a year earlier" compares with."""

    @property
    def narrative_day(self) -> date:
        """The day that "two days later" counts from."""
        return self.last or self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words mean. `interval` is given where the value alone does not say it."""

    value: str
    timex_type: TimexType = "DATE"
    mod: str | None = None
    anchor: Anchor = "publication"
    interval: tuple[datetime | None, datetime | None] | None = None
    masked: str | None = None
    """The value without a publication day: `XXXX-WXX-3`; digits are replaced by X where it is None."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that a pattern finds; the group `t` holds the words themselves, the rest of the match is context."""

    name: str
    cue: str
    """The class of words without which the pattern cannot match; a key of `cues.CUES`."""
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading | None]


def rule(
    name: str, cue: str, pattern: str, read: Callable[[re.Match[str], Context], Reading | None], flags: int = re.I
) -> Rule:
    """A rule from its pattern's text; blanks in the pattern match any white space."""
    return Rule(name, cue, re.compile(pattern.replace(" ", r"\s"), flags), read)
