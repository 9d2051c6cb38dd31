"""The body of a text dump: paragraphs, headings, pictures and lists, up to the sign-off or the first foreign line."""

import re
from dataclasses import dataclass, field
from typing import Literal

from .dump_lines import Line
from .lines import SignOff, is_card, is_furniture, is_media, is_tail, picture, sign_off, skipped_section
from .published import date_line
from .text import continues, ends_sentence, is_prose, key

LONGEST_RUN = 6
"""How many labels can stand in a row and mean something: two pictures and two headings."""

Tag = Literal["p", "h2", "li", "figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One block of the body; a figure's text is its caption."""

    tag: Tag
    text: str
    credit: str | None = None
    alt: str | None = None


@dataclass(slots=True, kw_only=True)
class Body:
    """The parts so far, who signed, and whether the dump shows where the article ends."""

    parts: list[Part] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    tail: tuple[str, ...] = ()
    ended: bool = False


def read_body(lines: list[Line], *, live: bool, old: bool) -> Body:
    """Read the lines below the head. `live`: posts sign one by one. `old`: pictures carry no label."""
    stop = _end(lines)
    body = Body(tail=tuple(line.text for line in lines[stop:]), ended=stop < len(lines))
    inside = lines[:stop]
    index, section = 0, None
    while index < stop:
        line = lines[index]
        signed = sign_off(line.text)
        section_name = skipped_section(line.text)
        if signed is not None and _is_final(signed, lines[index + 1 : stop]):
            body.signed.append(line.text)
            body.ended = True
            if not live:
                body.tail = tuple(x.text for x in lines[index + 1 :])
                break
        elif section_name is not None:
            section = section_name
        elif section and key(line.text) == key(section):
            body.parts.append(Part(tag="h2", text=line.text))
            section = None
        elif is_media(line.text):
            index = _skip_media_title(lines, index, stop)
        elif not (is_furniture(line.text) or date_line(line.text)):
            index = _place(body, inside, index, old=old)
        index += 1
    return body


def is_live(lines: list[Line], title: str | None) -> bool:
    """Whether the page is a running report of single posts."""
    words = (title or "").lower()
    if any(mark in words for mark in ("as it happened", "live updates", "live blog", "liveblog", "liveticker")):
        return True
    return sum(1 for line in lines if skipped_section(line.text) and not is_tail(line.text)) >= 2


def _end(lines: list[Line]) -> int:
    """Index of the first line that belongs to other stories."""
    tail = next((i for i, line in enumerate(lines) if is_tail(line.text)), len(lines))
    cards = [i for i, line in enumerate(lines[:tail]) if is_card(line.text)]
    if len(cards) < 2:
        return tail
    # A card is an alternative text, a title and a date line, each a chunk of its own.
    start = cards[0]
    for _ in range(2):
        start -= 1
        while start > 0 and not lines[start].gap:
            start -= 1
    return max(start, 0)


def _is_final(signed: SignOff, below: list[Line]) -> bool:
    """Whether initials stand where a sign-off stands: with agencies anywhere, without only at the end of the text."""
    return bool(signed.agencies) or not any(is_prose(x.text) for x in below)


def _skip_media_title(lines: list[Line], index: int, stop: int) -> int:
    """Step over the title of a player that follows its label."""
    following = index + 1
    if following < stop and not is_prose(lines[following].text) and not sign_off(lines[following].text):
        return following
    return index


def _place(body: Body, lines: list[Line], index: int, *, old: bool) -> int:
    """Add the block that starts at `index`; the index of the block's last line comes back."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    shown = picture(line.text)
    if shown is not None:
        body.parts.append(Part(tag="figure", text=shown.caption or "", credit=shown.credit))
        return index
    own_chunk = line.gap or not body.parts
    if following and not following.gap and own_chunk and (below := picture(following.text)) and len(line.text) < 300:
        body.parts.append(Part(tag="figure", text=below.caption or "", credit=below.credit, alt=line.text))
        return index + 1
    last = body.parts[-1] if body.parts else None
    if last and last.tag == "p" and not line.bullet and _joins(last.text, line, following):
        body.parts[-1] = Part(tag="p", text=f"{last.text} {line.text}")
        return index
    if line.bullet:
        body.parts.append(Part(tag="li", text=line.text))
    elif is_prose(line.text):
        body.parts.append(Part(tag="p", text=line.text))
    else:
        return _place_label(body, lines, index, old=old)
    return index


def _joins(text: str, line: Line, following: Line | None) -> bool:
    """Whether a link cut a sentence: its rest, or the link's words before its rest, stand alone on a line."""
    if continues(text, line.text):
        return True
    cut = not ends_sentence(text) and text[-1:] not in ":;" and not is_prose(line.text)
    return bool(cut and following and following.text[:1].islower() and not ends_sentence(line.text))


def _place_label(body: Body, lines: list[Line], index: int, *, old: bool) -> int:
    """Add lines that are no running text: a heading, or in the old layout a picture's two lines."""
    run = index
    while run < min(len(lines), index + LONGEST_RUN) and not is_prose(lines[run].text) and not _breaks_run(lines, run):
        run += 1
    labels = [line.text for line in lines[index:run]]
    if any(line.text[:1].islower() for line in lines[index + 1 : run + 1]):
        # A link cut the sentence that starts here: the lines below join it.
        body.parts.append(Part(tag="p", text=labels[0]))
        return index
    if old and labels and (len(labels) > 1 or not body.parts):
        body.parts.extend(_old_picture(labels, first=not body.parts))
        return run - 1
    listed = index > 0 and not lines[index].gap and not is_prose(lines[index - 1].text) and not lines[index - 1].bullet
    more = run < len(lines) and len(labels) == 1 and not listed
    body.parts.append(Part(tag="h2" if more else "p", text=lines[index].text))
    return index


def _breaks_run(lines: list[Line], index: int) -> bool:
    """Whether a line ends a run of labels: it is furniture, a list item or a picture's alternative text or caption."""
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and line.gap and not below.gap and picture(below.text):
        return True
    return line.bullet or is_furniture(line.text) or sign_off(line.text) is not None or picture(line.text) is not None


def _old_picture(labels: list[str], *, first: bool) -> list[Part]:
    """Old pages print alternative text, then caption, and nothing that says so; a heading may stand on either side."""
    if len(labels) <= 2 or first:
        return [_figure(labels[:2]), *(Part(tag="h2", text=t) for t in labels[2:])]
    longest = max(range(1, len(labels)), key=lambda i: len(labels[i]))
    before = [Part(tag="h2", text=t) for t in labels[: longest - 1]]
    return [
        *before,
        _figure(labels[longest - 1 : longest + 1]),
        *(Part(tag="h2", text=t) for t in labels[longest + 1 :]),
    ]


def _figure(labels: list[str]) -> Part:
    """A picture of an old page: its alternative text, with the credit in brackets, and the caption if there is one."""
    alt = labels[0]
    bracketed = re.fullmatch(r".*\(([^()]*[/.][^()]*)\)", alt)
    return Part(tag="figure", text=labels[1] if len(labels) > 1 else "", credit=bracketed and bracketed[1], alt=alt)
