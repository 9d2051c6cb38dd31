"""Code free text as if it were an article: one JSON object for each event and quantity."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from extractors.extract import code_article, load_resources
from extractors.model import Article, Block
from flows.lists import chosen
from flows.settings import Settings


def code_text(text: str, day: date, settings: Settings, *, name: str) -> Iterator[str]:
    """Yield a line of JSON for each event, then for each quantity; offsets count in the paragraphs as joined."""
    extraction = code_article(as_article(text, day, name), load_resources(chosen(settings)))
    for event in extraction.events:
        yield _line({"kind": "event", "quad_class": event.quad_class, **asdict(event)})
    for quantity in extraction.quantities:
        yield _line({"kind": "quantity", **asdict(quantity)})


def as_article(text: str, day: date, name: str) -> Article:
    """An article whose paragraphs are the text's; it has no title."""
    blocks: list[Block] = []
    start = 0
    for paragraph in filter(None, (" ".join(part.split()) for part in text.split("\n\n"))):
        blocks.append(Block(zone="paragraph", text=paragraph, start=start))
        start += len(paragraph) + 2
    return Article(
        article_key=f"text:{name}",
        document=name,
        url=None,
        source="text",
        kind="article",
        layout="plain",
        language="en",
        kicker=None,
        title="",
        teaser=None,
        blocks=tuple(blocks),
        published=day,
        date_method="given",
    )


def _line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
