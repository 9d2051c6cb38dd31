"""Which classes of time words a sentence has: what spares it the rules that cannot match, nine in ten of them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Signs of a class, in small letters: beginnings and endings of words, and stretches of text.

    `numbers` is looked for where there are digits. A sign too many costs time, one too few a date.
    """

    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    numbers: re.Pattern[str] | None = None


def _parted(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


CUES: Final[dict[str, Cue]] = {
    "four digits": Cue(numbers=re.compile(r"\d{4}")),
    "slash": Cue(numbers=re.compile(r"\d/\d")),
    "short": Cue(starts=_parted("q1|q2|q3|q4|fy|fiscal"), numbers=re.compile(r"[’']\d\d")),
    "clock": Cue(
        numbers=re.compile(
            r"\d\s?(?:[ap]\.?\s?m\b|o[’']clock|hours|hrs|gmt|utc|ces?t|local|e[sd]?t|c[sd]?t|p[sd]?t|m[sd]?t)"
        )
    ),
    "month": Cue(starts=_parted("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")),
    "weekday": Cue(starts=_parted("mon|tue|wed|thu|fri|sat|sun")),
    "daypart": Cue(
        starts=_parted(
            "dawn|morning|midday|noon|lunch|afternoon|dusk|evening|night|midnight|yesterday|today|tonight|tomorrow"
            "|overnight"
        ),
        phrases=("the day",),
    ),
    "unit": Cue(
        starts=_parted(
            "second|minute|min|hour|day|week|month|quarter|year|yr|decade|centur|fortnight|half|daily|night|annual"
            "|moment|every|each"
        )
    ),
    "century": Cue(starts=("century",)),
    "quarter": Cue(starts=("quarter", "half")),
    "months": Cue(starts=("month",)),
    "recent": Cue(starts=("recent", "coming")),
    "future": Cue(starts=("future",)),
    "shift": Cue(starts=("ago", "earlier", "later", "before", "now")),
    "season": Cue(starts=_parted("spring|summer|autumn|fall|winter")),
    "tens": Cue(ends=("ties",)),
    "holiday": Cue(
        starts=_parted(
            "epiphany|orthodox|valentine|nowruz|victory|bastille|assumption|halloween|armistice|veterans|christmas"
            "|boxing|palm|maundy|holy|easter|ascension|pentecost|whit|ash|thanksgiving|memorial|labor|president|mother"
            "|father|ramadan|eid|mawlid|feast|election|ashura|ashoura|mlk|columbus|juneteenth|anzac|remembrance|nakba"
            "|holocaust|hanukkah|chanukah|rosh|jewish|yom|sukkot|simchat|purim|passover|shavuot|lunar|chinese|diwali"
            "|deepavali"
        ),
        phrases=_parted(
            "new year|international w|may day|fourth of|july f|all s|good f|martin l|patrick|day of the dead"
        ),
    ),
    "eve": Cue(starts=("eve",)),
    "reference": Cue(
        starts=_parted("recent|lately|past|now|current|present|nowadays|future"),
        phrases=_parted("at th|the near|the for|the not"),
    ),
}
_WITH_PHRASES: Final = tuple((name, phrase) for name, cue in CUES.items() for phrase in cue.phrases)
_WITH_NUMBERS: Final = tuple((name, cue.numbers) for name, cue in CUES.items() if cue.numbers is not None)


def words_in(text: str) -> set[str]:
    """The different words of a text, in small letters."""
    return set(_WORD.findall(text.lower()))


def cues_in(text: str) -> set[str]:
    """The classes of time words that the text may have."""
    small = text.lower()
    found = {name for word in set(_WORD.findall(small)) for name in _of_word(word)}
    found.update(name for name, phrase in _WITH_PHRASES if phrase in small)
    if _DIGIT.search(small):
        found.update(name for name, pattern in _WITH_NUMBERS if pattern.search(small))
    return found


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[str, ...]:
    return tuple(name for name, cue in CUES.items() if word.startswith(cue.starts) or word.endswith(cue.ends))
