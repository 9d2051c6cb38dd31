"""The running text of a page: trafilatura says what is text, the page's own tree says in which order and what it is.

trafilatura drops figures, loses some headings and keeps sign-offs; the tree has all of them in place. So both are
read: a block stays where trafilatura kept it, headings and captions come back from the tree, furniture goes.
"""

import logging
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import use_config

from ..model import Zone
from .layouts import OTHER, Layout, select
from .lines import SignOff, is_furniture, is_tail, picture, sign_off, split_sign_off
from .published import date_line
from .text import clean, is_prose, key

_BLOCKS = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "dd", "dt", "pre"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
# trafilatura logs a warning where it finds no text; the caller is told by an ExtractError and decides who hears of it.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_CONFIG = use_config()
# A breaking stub of one sentence is an article too; the default throws away what is shorter than 250 characters.
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block before it has its place in the text."""

    zone: Zone
    text: str
    credit: str | None = None


@dataclass(slots=True, kw_only=True)
class RunningText:
    """The pieces in reading order, and who signed them."""

    pieces: list[Piece] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    desk: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)


def read_body(tree: HtmlElement, layout: Layout, *, outside: frozenset[str], live: bool = False) -> RunningText:
    """Read the running text. `outside` holds keys of title, teaser and the like, which are not repeated in it."""
    kept = [t for t in _kept_by_trafilatura(tree, layout) if key(t) not in outside]
    found = [p for p in _from_tree(tree, layout) if key(p.text) not in outside or not p.text]
    return _finish(_merge(kept, found, known=layout is not OTHER), live=live)


def _kept_by_trafilatura(tree: HtmlElement, layout: Layout) -> list[str]:
    """The texts of the blocks that trafilatura takes for the article."""
    scope = select(tree, layout.scope)
    page = document_fromstring("<html><body></body></html>") if scope else deepcopy(tree)
    if scope:
        page[0].append(deepcopy(scope[0]))
    for element in select(page, layout.prune):
        element.drop_tree()
    # In a known layout the scope is right already, and the fallbacks only cost time.
    document = bare_extraction(
        page, favor_precision=True, include_comments=False, fast=layout is not OTHER, config=_CONFIG
    )
    body = getattr(document, "body", None)
    return [] if body is None else [t for t in map(clean, _texts(body)) if t]


def _texts(body: HtmlElement) -> Iterator[str]:
    """One text per block of trafilatura's tree."""
    for element in body:
        if element.tag in ("list", "table", "quote") and len(element):
            for item in element:
                yield " ".join(item.itertext())
        else:
            yield "".join(element.itertext())
        if element.tail and element.tail.strip():
            yield element.tail


def _from_tree(tree: HtmlElement, layout: Layout) -> list[Piece]:
    """The blocks of the page in reading order, as what their tags say they are."""
    pruned = {x for element in select(tree, layout.prune) for x in element.iter("*")}
    captions = set(select(tree, layout.caption))
    roots = select(tree, layout.body) if layout.body else [tree]
    pieces: list[Piece] = []
    seen = set(pruned)
    for root in roots:
        for element in root.iter("*"):
            if element in seen:
                continue
            seen.add(element)
            if element in captions:
                seen.update(element.iter("*"))
                pieces.extend(_caption(element))
            elif element.tag in _BLOCKS and not any(x.tag in _BLOCKS for x in element.iterdescendants("*")):
                pieces.extend(_block(element))
    return pieces


def _caption(element: HtmlElement) -> Iterator[Piece]:
    """A caption and the credit: in an element of its own, glued on, or in brackets in the alternative text."""
    small = next((clean(x.text_content()) for x in element.iter("small", "cite")), "")
    named = picture(small)
    credit = (named.credit if named else small) or _bracketed_credit(element)
    for part in list(element.iter("h2", "h3", "h4", "p")) or [element]:
        text = clean(part.text_content()).removesuffix(small).strip()
        shown = picture(text)
        if shown:
            credit, text = credit or shown.credit, shown.caption or ""
        zone: Zone = "heading" if part.tag in _HEADINGS else "caption"
        yield Piece(zone=zone, text=text, credit=credit or None)


def _bracketed_credit(element: HtmlElement) -> str:
    """The credit that old pages put into the brackets at the end of a picture's alternative text."""
    box = element if element.find(".//img") is not None else element.getparent()
    alt = next((clean(x.get("alt") or "") for x in box.iter("img")), "") if box is not None else ""
    return alt[alt.rindex("(") + 1 : -1] if alt.endswith(")") and "(" in alt else ""


def _block(element: HtmlElement) -> Iterator[Piece]:
    """A block's lines; a paragraph in bold from end to end is a heading."""
    for line_break in element.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    text = clean(element.text_content().replace("\n\n", "\n"))
    if not text:
        return
    bold = element.tag == "p" and len(element) == 1 and element[0].tag in ("strong", "b") and not is_prose(text)
    if element.tag in _HEADINGS or (bold and clean(element[0].text_content()) == text):
        yield Piece(zone="heading", text=text)
    else:
        yield Piece(zone="paragraph", text=text)


def _merge(kept: list[str], found: list[Piece], *, known: bool) -> list[Piece]:
    """The tree's blocks that trafilatura kept, with headings and captions between them, and what only it saw."""
    wanted = {key(t) for t in kept}
    stays = [i for i, p in enumerate(found) if p.zone == "paragraph" and _stays(p, wanted, known=known)]
    captions = [i for i, p in enumerate(found) if p.zone == "caption" and known]
    # On an unknown page, headings and captions belong to the article from just above its first paragraph on.
    first = stays[0] - 3 if stays and not known else 0
    last = max((*stays, *captions), default=-1)
    chosen = set(stays) | {i for i in range(max(first, 0), last + 1) if found[i].zone != "paragraph"}
    merged = [found[i] for i in sorted(chosen)]
    placed = {key(p.text) for p in merged}
    if known and merged:
        return merged
    return _with_unplaced(kept, merged, placed)


def _stays(piece: Piece, wanted: set[str], *, known: bool) -> bool:
    """Whether a paragraph is text: trafilatura kept it, or it reads as text where a layout has nothing but text."""
    return key(piece.text) in wanted or (known and (is_prose(piece.text) or sign_off(piece.text) is not None))


def _with_unplaced(kept: list[str], merged: list[Piece], placed: set[str]) -> list[Piece]:
    """Put blocks that the tree shows otherwise (lines of a div) behind the block they follow in trafilatura's text."""
    whole = key(" ".join(p.text for p in merged))
    at = 0
    for text in kept:
        if key(text) in placed:
            at = next((i + 1 for i, p in enumerate(merged) if key(p.text) == key(text)), at)
        elif key(text) and key(text) not in whole:
            merged.insert(at, Piece(zone="paragraph", text=text))
            at += 1
    return merged


def _finish(pieces: list[Piece], *, live: bool) -> RunningText:
    """Take out furniture, collect credits and sign-offs, drop headings that head nothing."""
    result = RunningText()
    for piece in pieces:
        if piece.zone != "caption" and is_tail(piece.text):
            break
        if piece.credit:
            result.credits.append(piece.credit)
        text, signed = _signed(piece)
        shown = picture(text) if piece.zone == "paragraph" else None
        if shown is not None:
            result.credits.append(shown.credit)
        left = Piece(zone="caption", text=shown.caption or "") if shown else Piece(zone=piece.zone, text=text)
        if left.text and not is_furniture(left.text) and not date_line(left.text):
            result.pieces.append(left)
        if signed is not None:
            result.desk.extend(signed.desk)
            result.agencies.extend(signed.agencies)
            if signed.agencies and not live:
                break
    while result.pieces and result.pieces[-1].zone == "heading":
        result.pieces.pop()
    return result


def _signed(piece: Piece) -> tuple[str, SignOff | None]:
    """A paragraph without its sign-off, and the sign-off; other blocks are never signed."""
    if piece.zone != "paragraph":
        return piece.text, None
    signed = sign_off(piece.text)
    return ("", signed) if signed else split_sign_off(piece.text)
