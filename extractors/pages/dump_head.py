"""The head of a text dump: skip links, menus, kicker, title, byline, date, teaser and short link.

A dump has no tags, so places are told from order and form: what stands before the first date or the first running
text is a label, the last label is the title.
"""

import re
from dataclasses import dataclass

from .dump_lines import Line
from .lines import is_furniture, is_permalink, picture, skipped_section
from .published import DateLine, date_line, title_suffix
from .text import is_prose, key

HEAD_LINES = 40
"""How far down a head can reach: the longest one seen, with menus and topic lines, has 22 lines."""

_NUMBERED = re.compile(r"(\d{1,2})\. \S")
_WORD = r"(?:[A-ZÄÖÜ][\w.'’-]*|de|von|van|der|al|bin|el)"
_NAMES = rf"{_WORD}(?: {_WORD}){{1,4}}"
_NAME = re.compile(rf"(?:by |von )?{_NAMES}(?:(?: \| |, | and | und ){_NAMES})*(?: (?:in|aus) [A-ZÄÖÜ]\w+)?")
_MENU = re.compile(r"DW\b.*|In focus|Im Fokus|Visit the new DW .*|Live TV|TV|Latest .*|Live|Home", re.IGNORECASE)
_GLUED_TOPIC = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the body, and `end`, the index of the body's first line."""

    layout: str
    nav: tuple[str, ...]
    kicker: str | None
    title: str | None
    byline: str | None
    dated: str | None
    suffix_title: str | None
    teaser: str | None
    permalink: str | None
    end: int


def read_head(lines: list[Line]) -> Head:
    """Read the head of a dump, of any of DW's three layouts or of a plain text."""
    nav = _skip_links(lines)
    suffixed = next((line.text for line in lines[: nav + 2] if title_suffix(line.text)[1]), None)
    known = title_suffix(suffixed)[0] if suffixed else None
    labels, at = _labels(lines, nav, known)
    dated = date_line(lines[at].text) if at < len(lines) else None
    title, kicker, byline = _name_labels(labels, dated, known)
    start = at + 1 if dated else at
    if title is None and not dated and start < len(lines):
        title, start = lines[start].text, start + 1
    is_dw = bool(nav or suffixed or _signs_of_dw(lines, start, kicker))
    teaser, permalink, end = _below_date(lines, start, expect_teaser=is_dw)
    return Head(
        layout=_layout(lines[: max(end, 1)], nav, suffixed, dated) if is_dw else "text",
        nav=tuple(line.text for line in lines[:nav]),
        kicker=" / ".join(_GLUED_TOPIC.split(kicker, maxsplit=1)) if kicker else None,
        title=title,
        byline=byline or (dated.author if dated else None),
        dated=lines[at].text if dated else None,
        suffix_title=suffixed,
        teaser=teaser,
        permalink=permalink,
        end=end,
    )


def _skip_links(lines: list[Line]) -> int:
    """How many lines the numbered skip links take, with a title in front of them."""
    first = next((i for i, line in enumerate(lines[:3]) if _NUMBERED.match(line.text)), None)
    if first is None or not lines[first].text.startswith("1. "):
        return 0
    count = first
    while count < len(lines) and (match := _NUMBERED.match(lines[count].text)) and int(match[1]) == count - first + 1:
        count += 1
    return count if count - first >= 3 else 0


def _labels(lines: list[Line], start: int, known: str | None) -> tuple[list[Line], int]:
    """The labels that stand before the first date or running text, and the index of that line."""
    stop = min(len(lines), start + HEAD_LINES)
    dated = next((i for i in range(start, stop) if date_line(lines[i].text) and i > start), None)
    prose = next(
        (i for i in range(start, stop) if is_prose(lines[i].text) and key(lines[i].text) != key(known or "")), stop
    )
    # A date within two lines of the first long line belongs to a title that reads as a sentence.
    at = dated if dated is not None and dated <= prose + 2 else prose
    labels = [x for x in lines[start:at] if not title_suffix(x.text)[1] and not is_furniture(x.text)]
    return [x for x in labels if picture(x.text) is None], at


def _name_labels(
    labels: list[Line], dated: DateLine | None, known: str | None
) -> tuple[str | None, str | None, str | None]:
    """Which label is the title, the kicker, the byline."""
    if not labels:
        return known, None, None
    position = next((i for i, line in enumerate(labels) if known and key(line.text) == key(known)), None)
    byline = None
    if position is None:
        position = len(labels) - 1
        own_chunk = position > 0 and labels[position].gap
        if dated and not dated.author and own_chunk and _NAME.fullmatch(labels[position].text):
            byline, position = labels[position].text, position - 1
    elif position + 1 < len(labels) and _NAME.fullmatch(labels[position + 1].text):
        byline = labels[position + 1].text
    above = labels[position - 1].text if position else None
    kicker = above if above and above.count(" ") < 4 and not _MENU.fullmatch(above) else None
    return labels[position].text, kicker, byline


def _below_date(lines: list[Line], start: int, *, expect_teaser: bool) -> tuple[str | None, str | None, int]:
    """Teaser and short link below the title, and where the body starts."""
    teaser = permalink = None
    index = start
    while index < min(len(lines), start + 6):
        text = lines[index].text
        if is_permalink(text):
            return teaser, text, index + 1
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if date_line(text) or is_furniture(text):
            index += 1
        elif teaser is None and expect_teaser and _is_teaser(lines[index], following):
            teaser, index = text, index + 1
        else:
            break
    later = next((i for i in range(index, min(len(lines), start + 6)) if is_permalink(lines[i].text)), None)
    return teaser, lines[later].text if later is not None else permalink, index


def _is_teaser(line: Line, following: str) -> bool:
    """Whether a line below title and date is the teaser: running text that is no caption and no alternative text."""
    if line.bullet or picture(line.text) or (picture(following) and not is_prose(line.text)):
        return False
    return is_prose(line.text) or is_permalink(following)


def _signs_of_dw(lines: list[Line], start: int, kicker: str | None) -> bool:
    """Whether a dump without skip links is of a DW page: a short link, glued topic and region, or a page section."""
    if kicker and len(_GLUED_TOPIC.split(kicker)) == 2:
        return True
    near = any(is_permalink(line.text) for line in lines[start : start + 4])
    return near or any(skipped_section(line.text) for line in lines)


def _layout(head: list[Line], nav: int, suffixed: str | None, dated: DateLine | None) -> str:
    """Which of DW's layouts the dump was taken from."""
    texts = [line.text for line in head]
    if (suffixed and "|" in suffixed) or (nav and texts[nav - 1].endswith("30 Languages")):
        return "dump-v1"
    relative = dated is not None and (dated.published is None or dated.modified is not None)
    glued = any(re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z]+)(?: [A-Z][a-z]+)?", t) for t in texts)
    return "dump-v2_1" if relative or glued or any(is_permalink(t) for t in texts) else "dump-v2"
