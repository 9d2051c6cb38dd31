"""What hangs on an extraction, as rows of the core tables. Pure; the DDL files say what each column means.

An article brings some hundred such rows, so they are tuples in the order of COLUMNS: as dicts they took half as long
again to make, a third of it in the garbage collector.
"""

from collections.abc import Iterator

from extractors.model import Article, Event, EventTime, Extraction, Party, Place, Quantity, Span
from warehouse.ids import event_ids, quantity_ids

Values = tuple[object, ...]

_TIME = (
    "time_start", "time_end", "time_precision", "time_value", "time_text", "time_offset", "time_method",
)  # fmt: skip
_PLACE = (
    "place_name", "place_part", "place_text", "place_offset", "place_latitude", "place_longitude", "place_country",
    "place_admin1", "place_precision", "place_gazetteer", "place_gazetteer_id", "place_method",
)  # fmt: skip
COLUMNS = {
    "core.sentences": (
        "extraction_id", "sentence_index", "block_index", "zone", "sentence_text", "sentence_offset",
    ),
    "core.events": (
        "extraction_id", "event_id", "event_index", "event_type", "event_mode", "quad_class", "status", *_TIME, *_PLACE,
        "contexts", "attributed_to", "attribution_cue", "rule_id", "confidence",
    ),
    "core.event_parties": (
        "extraction_id", "event_id", "role", "party_index", "party_text", "party_name", "country_code", "sector",
        "span_text", "span_offset", "party_method",
    ),
    "core.event_mentions": (
        "extraction_id", "event_id", "mention_index", "sentence_index", "trigger_text", "trigger_offset", "clause_text",
        "clause_offset",
    ),
    "core.quantities": (
        "extraction_id", "quantity_id", "quantity_index", "count_type", "count_min", "count_max", "qualifier",
        "quantity_text", "quantity_offset", "sentence_index", "who", "unit", "outcome", "currency", *_TIME,
        "is_cumulative", *_PLACE, "attributed_to", "status", "rule_id",
    ),
    "core.event_quantities": ("extraction_id", "event_id", "quantity_id"),
}  # fmt: skip
"""The tables that come with an extraction or not at all, and the columns its rows fill."""

_NO_SPAN: Values = (None, None)
_NO_TIME: Values = (None,) * len(_TIME)
_NO_PLACE: Values = (None,) * len(_PLACE)


def content_rows(extraction: Extraction, article: Article, key: str) -> dict[str, list[Values]]:
    """The rows of every table of COLUMNS; `key` is the extraction's id as text."""
    events = list(zip(event_ids(extraction, article), extraction.events, strict=True))
    counts = quantity_ids(extraction, article)
    return {
        "core.sentences": [
            (key, sentence.index, sentence.block, sentence.zone, sentence.text, sentence.start)
            for sentence in extraction.sentences
        ],
        "core.events": [_event(key, event_id, n, event) for n, (event_id, event) in enumerate(events)],
        "core.event_parties": [row for event_id, event in events for row in _parties(key, event_id, event)],
        "core.event_mentions": [row for event_id, event in events for row in _mentions(key, event_id, event)],
        "core.quantities": [
            _quantity(key, quantity_id, n, quantity)
            for n, (quantity_id, quantity) in enumerate(zip(counts, extraction.quantities, strict=True))
        ],
        "core.event_quantities": [
            (key, event_id, counts[position])
            for event_id, event in events
            for position in sorted(set(event.quantities))
        ],
    }


def _event(key: str, event_id: str, index: int, event: Event) -> Values:
    return (
        key,
        event_id,
        index,
        event.event_type,
        event.mode,
        event.quad_class,
        event.status,
        *_time(event.time),
        *_place(event.place),
        event.contexts,
        event.attributed_to,
        event.attribution_cue,
        event.rule_id,
        event.confidence,
    )


def _parties(key: str, event_id: str, event: Event) -> Iterator[Values]:
    roles: tuple[tuple[str, tuple[Party, ...]], ...] = (("actor", event.actors), ("recipient", event.recipients))
    for role, parties in roles:
        for index, party in enumerate(parties):
            yield (
                key,
                event_id,
                role,
                index,
                party.text,
                party.name,
                party.country,
                party.sector,
                *_span(party.span),
                party.method,
            )


def _mentions(key: str, event_id: str, event: Event) -> Iterator[Values]:
    for index, mention in enumerate(event.mentions):
        yield key, event_id, index, mention.sentence, *_span(mention.trigger), *_span(mention.clause)


def _quantity(key: str, quantity_id: str, index: int, quantity: Quantity) -> Values:
    return (
        key,
        quantity_id,
        index,
        quantity.count_type,
        quantity.lower,
        quantity.upper,
        quantity.qualifier,
        *_span(quantity.span),
        quantity.sentence,
        quantity.who,
        quantity.unit,
        quantity.outcome,
        quantity.currency,
        *_time(quantity.time),
        quantity.cumulative,
        *_place(quantity.place),
        quantity.attributed_to,
        quantity.status,
        quantity.rule_id or None,
    )


def _time(time: EventTime | None) -> Values:
    if time is None:
        return _NO_TIME
    return time.start, time.end, time.precision, time.value, *_span(time.span), time.method


def _place(place: Place | None) -> Values:
    if place is None:
        return _NO_PLACE
    return (
        place.name,
        place.part,
        *_span(place.span),
        place.latitude,
        place.longitude,
        place.country,
        place.admin1,
        place.precision,
        place.gazetteer,
        place.gazetteer_id,
        place.method,
    )


def _span(span: Span | None) -> Values:
    return (span.text, span.start) if span else _NO_SPAN
