"""What a rule of the time grammar is: a pattern, a reading of its match, and what the reading may know."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from extractors.model import TimexType

Anchor = Literal["publication", "absolute", "mention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The text around a match, the day it is read from, and the last day named before it."""

    text: str
    day: date
    """Publication day; some day where there is none, for the caller then hides what was reckoned from it."""
    last: date | None = None
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
    """The class of words without which the pattern cannot match; a key of CUES."""
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Reading | None]


# One search for each class of words spares a sentence the rules that cannot match: three quarters of the time
CUES: Final[dict[str, re.Pattern[str]]] = {
    "four digits": re.compile(r"\d{4}"),
    "slash": re.compile(r"\d/\d"),
    "short": re.compile(r"\bQ[1-4]|\bFY|\bfiscal|[’']\d\d", re.I),
    "clock": re.compile(
        r"\d\s?[ap]\.?\s?m\b|\d\s?(?:o[’']clock|hours|hrs|GMT|UTC|CES?T|local|E[SD]?T|C[SD]?T|P[SD]?T|M[SD]?T)", re.I
    ),
    "month": re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I),
    "weekday": re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", re.I),
    "daypart": re.compile(
        r"\b(?:dawn|morning|midday|noon|lunch|afternoon|dusk|evening|night|midnight|yesterday|today|tonight|tomorrow"
        r"|overnight|the day)",
        re.I,
    ),
    "unit": re.compile(
        r"\b(?:second|minute|min|hour|day|week|month|quarter|year|yr|decade|centur|fortnight|half|daily|night|annual"
        r"|moment|every|each)",
        re.I,
    ),
    "season": re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.I),
    "tens": re.compile(r"ties\b", re.I),
    "holiday": re.compile(
        r"\b(?:New Year|Epiphany|Orthodox|Valentine|International W|Nowruz|May Day|Victory|Bastille|Fourth of|July F"
        r"|Assumption|Halloween|All S|Armistice|Veterans|Christmas|Boxing|Palm|Maundy|Good F|Holy|Easter|Ascension"
        r"|Pentecost|Whit|Ash|Thanksgiving|Memorial|Labor|Martin L|President|Mother|Father|Ramadan|Eid|Mawlid|Feast"
        r"|Election)",
        re.I,
    ),
    "reference": re.compile(
        r"\b(?:recent|lately|past|now|current|present|nowadays|at th|future|the (?:near|for|not))", re.I
    ),
}


def rule(
    name: str, cue: str, pattern: str, read: Callable[[re.Match[str], Context], Reading | None], flags: int = re.I
) -> Rule:
    """A rule from its pattern's text; blanks in the pattern match any white space."""
    return Rule(name, cue, re.compile(pattern.replace(" ", r"\s"), flags), read)
