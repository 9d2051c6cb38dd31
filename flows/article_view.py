"""An article as text for a terminal: each event and number stands under the sentence that says it."""

import textwrap
from collections.abc import Iterator

from warehouse.read import ShownArticle, ShownEvent, ShownQuantity, ShownSentence

WIDTH = 100
HEADED = ("title", "heading")


def as_text(article: ShownArticle) -> str:
    """The whole article, ending with a line break."""
    return "\n".join(_lines(article)) + "\n"


def _lines(article: ShownArticle) -> Iterator[str]:
    day = article.published_date.isoformat() if article.published_date else "no date"
    yield f"{article.document}  {day}  extractor {article.extractor_version}"
    if article.url:
        yield article.url
    for block in article.blocks:
        yield ""
        if block.zone not in ("paragraph", "title"):
            yield f"[{block.zone}]"
        for sentence in block.sentences:
            yield from _sentence(sentence)
        if not block.sentences:
            yield from textwrap.wrap(block.text, WIDTH)


def _sentence(sentence: ShownSentence) -> Iterator[str]:
    yield from textwrap.wrap(sentence.text, WIDTH)
    for event in sentence.events:
        yield f"    ▸ {_event(event)}"
    for quantity in sentence.quantities:
        yield f"    # {_quantity(quantity)}"


def _event(event: ShownEvent) -> str:
    what = f"{event.event_type}-{event.event_mode}" if event.event_mode else event.event_type
    who = f"{event.actor_text or '?'} → {event.recipient_text or '?'}"
    told = f" ×{event.mentions}" if event.mentions > 1 else ""
    parts = [f"{what} [{event.status}]", who, _days(event), event.place or "no place"]
    if event.attributed_to:
        parts.append(f"says {event.attributed_to}")
    return f"{' | '.join(parts)} | “{event.trigger_text}”{told} {event.confidence:.2f}"


def _days(event: ShownEvent) -> str:
    first, last = event.event_date, event.event_date_end
    if first == last:
        return f"{first} ({event.date_precision})" if first else "no date"
    return f"{first or '…'} to {last or '…'} ({event.date_precision})"


def _quantity(quantity: ShownQuantity) -> str:
    low, high = quantity.count_min, quantity.count_max
    bounds = f"{low}" if low == high else f"{'…' if low is None else low} to {'…' if high is None else high}"
    source = f" | says {quantity.attributed_to}" if quantity.attributed_to else ""
    return f"{quantity.count_type} {bounds} [{quantity.status}]{source} | “{quantity.quantity_text}”"
