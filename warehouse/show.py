"""One article as it was read: its blocks, and under each sentence the events and numbers it gives."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import duckdb

from extractors.errors import UsageError
from warehouse.published import published, statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """An event under the sentence that tells it first."""

    event_id: str
    event_type: str
    event_mode: str | None
    status: str
    actor_text: str | None
    recipient_text: str | None
    event_date: date | None
    event_date_end: date | None
    date_precision: str
    place: str | None
    attributed_to: str | None
    trigger_text: str
    mentions: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuantity:
    """A counted thing under the sentence that gives it."""

    quantity_id: str
    count_type: str
    count_min: int | None
    count_max: int | None
    quantity_text: str
    status: str
    attributed_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSentence:
    """A sentence with what was read in it."""

    index: int
    text: str
    events: tuple[ShownEvent, ...]
    quantities: tuple[ShownQuantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block of the article; one without sentences has only its text."""

    zone: str
    text: str
    sentences: tuple[ShownSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """An article from top to bottom."""

    article_id: str
    document: str
    title: str
    url: str | None
    published_date: date | None
    extractor_version: str
    blocks: tuple[ShownBlock, ...]


def show(path: Path, article: str) -> ShownArticle:
    """Find an article by id, key, number, URL, file name or part of its title, and give it with its events.

    None or several that fit raise UsageError, which names the nearest or all of them.
    """
    with published(path) as con:
        extraction_id = _find(con, article)
        return _read(con, extraction_id)


def _find(con: duckdb.DuckDBPyConnection, wanted: str) -> str:
    found = con.execute(statement("find_article"), {"wanted": wanted}).fetchall()
    if len(found) == 1:
        return str(found[0][0])
    if found:
        fitting = "; ".join(f"{document} ({title})" for _, document, title in found[:10])
        raise UsageError(f"{len(found)} articles fit {wanted!r}: {fitting}. Name one of them.")
    names = con.execute("SELECT document, title FROM core.articles_current ORDER BY document").fetchall()
    nearest = get_close_matches(wanted, [name for pair in names for name in pair], n=1, cutoff=0.3)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    raise UsageError(f"No article fits {wanted!r}.{hint}")


def _read(con: duckdb.DuckDBPyConnection, extraction_id: str) -> ShownArticle:
    row = con.execute(
        "SELECT article_id, document, title, url, published_date, extractor_version, blocks "
        "FROM core.articles WHERE extraction_id = ?",
        [extraction_id],
    ).fetchone()
    assert row is not None
    article_id, document, title, url, published_date, version, blocks = row
    sentences = _sentences(con, extraction_id)
    return ShownArticle(
        article_id=str(article_id),
        document=document,
        title=title,
        url=url,
        published_date=published_date,
        extractor_version=version,
        blocks=tuple(
            ShownBlock(zone=block["zone"], text=block["text"], sentences=tuple(sentences[index]))
            for index, block in enumerate(blocks)
        ),
    )


def _sentences(con: duckdb.DuckDBPyConnection, extraction_id: str) -> dict[int, list[ShownSentence]]:
    events: dict[int, list[ShownEvent]] = defaultdict(list)
    for index, *values in con.execute(statement("show_events"), [extraction_id]).fetchall():
        events[index].append(ShownEvent(**dict(zip(ShownEvent.__slots__, values, strict=True))))
    quantities: dict[int, list[ShownQuantity]] = defaultdict(list)
    for index, *values in con.execute(statement("show_quantities"), [extraction_id]).fetchall():
        quantities[index].append(ShownQuantity(**dict(zip(ShownQuantity.__slots__, values, strict=True))))
    shown: dict[int, list[ShownSentence]] = defaultdict(list)
    for block, index, text in con.execute(
        "SELECT block_index, sentence_index, sentence_text FROM core.sentences WHERE extraction_id = ? ORDER BY ALL",
        [extraction_id],
    ).fetchall():
        shown[block].append(
            ShownSentence(index=index, text=text, events=tuple(events[index]), quantities=tuple(quantities[index]))
        )
    return shown
