"""Split an article's blocks into sentences that keep their place in the text.

sentencex finds the stops; what it gets wrong in news is mended here: titles it does not know, web addresses, and a
stop before an opening quotation mark. Nothing but white space is ever lost, whatever the text is.
"""

import re
from collections.abc import Iterator

from sentencex import segment

from extractors.model import Article, Sentence

LONGEST = 4_000
"""Characters. No sentence of a newspaper is as long; tables and lists without stops are, and a parse takes memory."""
TITLE = re.compile(
    r"""(?:^|[\s("“‘/-])(?:
        Ms|Mses|Messrs|Amb|Fr|Abp|Bp|Ald|Atty|Cllr|Comm|Lieut|Adv|Eng|Sheik|Hajj|Rt|Ven|Archbp|
        Gens|Cols|Profs|Govs|Drs|Lts|Majs|Capts|Sgts|(?:Lt|Maj|Brig|Col|Vice|Rear)\.?-?\ ?(?:Gen|Adm|Col|Cmdr)|
        Sgt\.?\ Maj|Vol|Ft|approx|est|ca
    )\.$""",
    re.VERBOSE,
)
ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z][a-z]{0,4}|(?:[A-Za-z]\.)+[A-Za-z])\.$")
ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$")
CLOCK = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
BEHIND_CLOCK = re.compile(
    r"(?:(?:late|early|on)\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|GMT|UTC|[ECMP][DS]?T)"
    r"(?!['’]s|\s(?:is|was|will|has|had|marks|marked|saw)\b)"
)
"""A day or a time zone that goes on with a clock: "at 9 p.m. Sunday in the harbor"."""
NAME_PREFIX = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|van|von|de|bin|ibn|abu)[-\s'’][A-Z]|[a-z][A-Z]")
"""Small letters that may open a sentence all the same: "al-Assad", "eBay"."""
STOP_BEFORE_QUOTE = re.compile(r"(?<=[a-z]{2}\.)\s+(?=[“\"][A-Z])")


def split_article(article: Article) -> tuple[Sentence, ...]:
    """All sentences in reading order. A quotation and its "X said" stay together; a block border always splits."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        for text, start in split_text(block.text, article.language or "en"):
            found.append(
                Sentence(index=len(found), block=number, zone=block.zone, text=text, start=block.start + start)
            )
    return tuple(found)


def split_text(text: str, language: str = "en") -> Iterator[tuple[str, int]]:
    """Yield each sentence without outer blanks, and its offset in `text`."""
    position = 0
    for piece in _pieces(text, language):
        stripped = piece.strip()
        if stripped:
            yield stripped, position + piece.index(stripped)
        position += len(piece)


def _pieces(text: str, language: str) -> Iterator[str]:
    """Cut the text without losing a character."""
    # sentencex panics on blanks of several bytes (U+0085, U+2028); a plain one in their place keeps every offset
    plain = re.sub(r"[^\S\n]", " ", text)
    position = 0
    for joined in _joined(list(segment(language, plain))):
        for piece in _split_at_quotes(joined):
            for part in _bounded(piece):
                yield text[position : position + len(part)]
                position += len(part)


def _joined(pieces: list[str]) -> Iterator[str]:
    """Put together what only an abbreviation or a web address separates."""
    pending = ""
    for piece in pieces:
        if pending and not _continues(pending, piece):
            yield pending
            pending = ""
        pending += piece
    if pending:
        yield pending


def _continues(before: str, after: str) -> bool:
    end = before.rstrip()
    if TITLE.search(end):
        return True
    if end == before and ADDRESS.search(end):
        return True
    if CLOCK.search(end) and BEHIND_CLOCK.match(after):
        return True
    return after[:1].islower() and bool(ABBREVIATION.search(end)) and not NAME_PREFIX.match(after)


def _split_at_quotes(piece: str) -> Iterator[str]:
    """Cut "… at the School of Art. “I loved it,” …" before the quotation, but never inside one."""
    start = 0
    for stop in STOP_BEFORE_QUOTE.finditer(piece):
        before = piece[: stop.start()]
        inside = before.count("“") > before.count("”") or before.count('"') % 2
        if not inside and not TITLE.search(before):
            yield piece[start : stop.end()]
            start = stop.end()
    yield piece[start:]


def _bounded(piece: str) -> Iterator[str]:
    """Cut what is longer than any sentence, at a blank where there is one."""
    while len(piece) > LONGEST:
        blank = piece.rfind(" ", 0, LONGEST)
        cut = blank + 1 if blank > 0 else LONGEST
        yield piece[:cut]
        piece = piece[cut:]
    yield piece
