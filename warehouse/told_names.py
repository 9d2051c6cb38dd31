"""What tells acts apart in the words an article opens with: names, ages, other words with a capital. Pure."""

import calendar
import re
from itertools import pairwise

_NAMES = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)+")
_WORDS = re.compile(r"(?<=[a-z,;] )[\"“]?([A-Z][\w'’-]{2,})")
_AGES = re.compile(r"\b(\d+|[A-Za-z]+)[- ](year|month|week|day)s?[- ]old\b|\b[A-Z]\w+, (\d{1,2}),")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CALENDAR = frozenset(
    name.lower() for names in (calendar.day_name, calendar.month_name, calendar.month_abbr) for name in names
)

_OFFICES = frozenset(
    ("police", "sheriff", "sheriff's", "department", "office", "officer", "officers", "county", "hospital", "center",
     "centre", "court", "news", "side", "street", "ministry", "minister", "president", "council", "state", "army")
)  # fmt: skip
"""Names with such a word stand in the reports of every act of a region: leaving them out halved the wrong pairs."""


def names_in(text: str) -> frozenset[str]:
    """Pairs of neighbouring capitalised words, in lower case, without days and months."""
    found: set[str] = set()
    for match in _NAMES.finditer(text):
        words = [word.strip(".'’").lower() for word in match[0].split()]
        found.update(
            f"{one} {two}"
            for one, two in pairwise(words)
            if len(one) > 1 and len(two) > 1 and not (_CALENDAR | _OFFICES) & {one, two}
        )
    return frozenset(found)


def words_in(text: str) -> frozenset[str]:
    """Capitalised words that do not begin a sentence, in lower case and without possessives, days, months, offices."""
    words = (word.removesuffix("'s").removesuffix("’s").lower() for word in _WORDS.findall(text))
    return frozenset(words) - _CALENDAR - _OFFICES


def ages_in(text: str) -> frozenset[str]:
    """Ages as a number and the first letter of its unit: "a seven-year-old", "Ada Okoro, 43,"."""
    found: set[str] = set()
    for number, unit, years in _AGES.findall(text):
        told = str(_NUMBERS.index(number.lower()) + 1) if number.lower() in _NUMBERS else number
        if years or told.isdigit():
            found.add(f"{years}y" if years else f"{told}{unit[0].lower()}")
    return frozenset(found)
