"""A text dump as lines that remember the blank line before them and the bullet in front."""

import re
from dataclasses import dataclass

from .text import clean

_CORPUS_PREFIX = re.compile(r"^\s*date \d{4}(?:-\d{2}){0,2} ")
_BULLET = re.compile(r"^[•▪◦‣·*–-]\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not empty. `gap`: a blank line stands before it."""

    text: str
    gap: bool
    bullet: bool = False


def split_lines(text: str) -> list[Line]:
    """The lines of a dump, without the date that some corpora put in front of the first."""
    lines: list[Line] = []
    gap = True
    for raw in _CORPUS_PREFIX.sub("", text, count=1).splitlines():
        cleaned = clean(raw)
        bullet = _BULLET.match(cleaned)
        body = cleaned[bullet.end() :] if bullet else cleaned
        if body:
            lines.append(Line(text=body, gap=gap, bullet=bullet is not None))
        gap = not body
    return lines
