"""Where and when a counted thing happened and who counts it, by its own clause or by the event that carries it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from extractors.coding.grammar import clause_head
from extractors.coding.reading import ArticleReading
from extractors.coding.sourcing import source_words
from extractors.dates import publication_day
from extractors.dates.clauses import is_narrative, is_past_perfect, predicate_of
from extractors.language.tokens import Token
from extractors.language.tree import Node
from extractors.model import Event, Place, Quantity
from extractors.quantities.outcomes import HOLDING_NOUNS

_LATELY = 31
"""Days. Older tolls are hardly of the place that today's headline names."""
_TOLD = ("clause", "sentence")
"""What the text itself says about an event's time is its toll's time as well."""


def placed_quantities(reading: ArticleReading, events: tuple[Event, ...]) -> tuple[Quantity, ...]:
    """The article's quantities with place and source: those of the event that carries one, else of its own clause."""
    carriers = {number: event for event in events for number in event.quantities}
    return tuple(_placed(quantity, carriers.get(number), reading) for number, quantity in enumerate(reading.quantities))


def _placed(quantity: Quantity, carrier: Event | None, reading: ArticleReading) -> Quantity:
    node = next(_words(quantity, reading), None)
    source = quantity.attributed_to
    if source is None and quantity.status in ("actual", "claimed"):
        source = carrier.attributed_to if carrier is not None else None
        said = reading.source(node) if source is None and node is not None else None
        source = source_words(said, reading) if said is not None else source
    time = quantity.time
    if time is None and carrier is not None and carrier.time is not None and carrier.time.method in _TOLD:
        time = carrier.time
    own = _host(node, reading) or _read_place(replace(quantity, time=time), node, reading) if node is not None else None
    told = own is not None and own.method in ("clause", "name")
    place = own if told or carrier is None or carrier.place is None else carrier.place
    claimed = source is not None and quantity.status == "actual"
    status = "claimed" if claimed else quantity.status
    return replace(quantity, time=time, place=place, attributed_to=source, status=status)


def _read_place(quantity: Quantity, node: Node, reading: ArticleReading) -> Place | None:
    """What the clause names; what the headline names only for people of these days, if the article keeps to it."""
    told = next((each for each in _within_clause(node) if each.lemma in HOLDING_NOUNS), clause_head(node))
    place = reading.place(told)
    if place is None or place.method not in ("headline", "focus"):
        return place
    sentence = reading.parsed.sentences[node.sentence]
    harmed = quantity.count_type in ("killed", "wounded") and sentence.sentence.zone != "title"
    if harmed and not _goes_on(predicate_of(sentence.doc[told.i])):
        return None  # "1,200 soldiers have died": who adds up does so for the whole country
    started = quantity.time.start if quantity.time is not None else None
    published = publication_day(reading.parsed.article)
    lately = started is None or (published is not None and (published - started.date()).days <= _LATELY)
    return place if lately and quantity.count_type is not None and reading.keeps_to(place) else None


def _goes_on(predicate: Token) -> bool:
    return is_narrative(predicate) or is_past_perfect(predicate)


def _within_clause(node: Node) -> Iterator[Node]:
    """The words above one up to the head of its clause."""
    top = clause_head(node)
    return takewhile(lambda each: each is not top, node.ancestors())


def _host(node: Node, reading: ArticleReading) -> Place | None:
    """The country that takes people in: "Poland has taken in 1.3 million"."""
    verb = clause_head(node)
    behind = [each.lower for each in reading.trees[node.sentence].nodes[verb.i + 1 : verb.i + 2]]
    takes = verb.lemma in ("host", "shelter", "absorb") or (verb.lemma == "take" and behind == ["in"])
    doers = {doer.i for doer in verb.kids("nsubj", "obl:agent")} if takes else set()
    return next((each.place for each in reading.places.found[node.sentence] if each.head in doers), None)


def _words(quantity: Quantity, reading: ArticleReading) -> Iterator[Node]:
    """The words of the number, the one nearest to the root first."""
    start = quantity.span.start - reading.parsed.sentences[quantity.sentence].start
    end = start + len(quantity.span.text)
    inside = [node for node in reading.trees[quantity.sentence].nodes if start <= node.start < end]
    return iter(sorted(inside, key=lambda node: sum(1 for _ in node.ancestors())))
