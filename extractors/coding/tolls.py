"""Where and when a counted thing happened and who counts it, by its own clause or by the event that carries it."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.coding.drafts import source_words
from extractors.coding.grammar import clause_head
from extractors.coding.reading import ArticleReading
from extractors.language.tree import Node
from extractors.model import Event, Quantity

_TOLD = ("clause", "sentence")
"""What the text itself says about an event's time is its toll's time as well."""


def placed_quantities(reading: ArticleReading, events: tuple[Event, ...]) -> tuple[Quantity, ...]:
    """The article's quantities with place and source: those of the event that carries one, else of its own clause."""
    carriers = {number: event for event in events for number in event.quantities}
    return tuple(_placed(quantity, carriers.get(number), reading) for number, quantity in enumerate(reading.quantities))


def _placed(quantity: Quantity, carrier: Event | None, reading: ArticleReading) -> Quantity:
    node = next(_words(quantity, reading), None)
    place = quantity.place or (carrier.place if carrier is not None else None)
    if place is None and node is not None:
        place = reading.place(clause_head(node))
    source = quantity.attributed_to
    if source is None and quantity.status in ("actual", "claimed"):
        source = carrier.attributed_to if carrier is not None else None
        said = reading.source(node) if source is None and node is not None else None
        source = source_words(said, reading) if said is not None else source
    time = quantity.time
    if time is None and carrier is not None and carrier.time is not None and carrier.time.method in _TOLD:
        time = carrier.time
    claimed = source is not None and quantity.status == "actual"
    status = "claimed" if claimed else quantity.status
    return replace(quantity, time=time, place=place, attributed_to=source, status=status)


def _words(quantity: Quantity, reading: ArticleReading) -> Iterator[Node]:
    """The words of the number, the one nearest to the root first."""
    start = quantity.span.start - reading.parsed.sentences[quantity.sentence].start
    end = start + len(quantity.span.text)
    inside = [node for node in reading.trees[quantity.sentence].nodes if start <= node.start < end]
    return iter(sorted(inside, key=lambda node: sum(1 for _ in node.ancestors())))
