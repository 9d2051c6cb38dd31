"""Give text in capitals its case back, as well as can be done without names: sentence starts and calendar words."""

import re

_CALENDAR = re.compile(
    r"\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i)\b"
)
_START = re.compile(r"(?:^|[.!?]\s+|\n\s*\n\s*|\]\s+)([a-z])")


def true_case(text: str) -> str:
    """The text itself where it has lower-case letters, else a lower-case one with capitals where they are certain."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter.islower() for letter in letters) > len(letters) / 10:
        return text
    lowered = _CALENDAR.sub(lambda match: match[1].capitalize(), text.lower())
    return _START.sub(lambda match: match[0][:-1] + match[1].upper(), lowered)
