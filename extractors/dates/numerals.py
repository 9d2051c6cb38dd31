"""Numbers as news writes them: digits with commas, words, and magnitudes. Knows nothing of what is counted."""

import re
from typing import Final

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ONES: Final = {word: value for value, word in enumerate(_UNITS)}
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS: Final = {word: place + 1 for place, word in enumerate(_ORDINALS)}

_one = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
_small = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{_one})"
_scale = rf"(?:{'|'.join(SCALES)})"
DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SMALL_WORDS: Final = _small
"""Words from one to ninety-nine."""
WORDS: Final = (
    rf"(?:half\sa\smillion|(?:an?|{_small})\s{_scale}(?:\s{_scale})?(?:\s(?:and\s)?{_small}(?:\s{_scale})?)?"
    rf"(?:\s(?:and\s)?{_small})?|{_small})"
)
NUMBER: Final = rf"(?:{DIGITS}(?:\s{_scale})?|{WORDS})"
"""A cardinal: `400`, `130,000`, `1.5 million`, `twenty-one`, `two hundred and fifty`."""
ORDINAL: Final = rf"(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))"


def number(text: str) -> float:
    """The value of a text that NUMBER matches."""
    words = text.lower().replace(",", "").replace("\u00a0", " ").split()
    if words == ["half", "a", "million"]:
        return 500_000
    if words[0][0].isdigit():
        return _tidy(float(words[0]) * _product(words[1:]))
    total = current = 0
    for word in (part for each in words for part in each.split("-")):
        if word in SCALES:
            current = max(current, 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        else:
            current += ONES.get(word, TENS.get(word, 1 if word in ("a", "an") else 0))
    return total + current


def ordinal(text: str) -> int:
    """The value of a text that ORDINAL matches."""
    lowered = text.lower()
    return ORDINALS[lowered] if lowered in ORDINALS else int(re.sub(r"\D", "", lowered))


def _product(scales: list[str]) -> int:
    value = 1
    for scale in scales:
        value *= SCALES[scale]
    return value


def _tidy(value: float) -> float:
    # 1.1 * 1_000_000 is 1100000.0000000002 in binary
    return round(value, 4)
