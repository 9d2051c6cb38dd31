"""What hangs on an extraction, as columns of the core tables. Pure; the DDL files say what each column means.

An article brings some hundred such rows, so they are made column by column: as tuples, row by row, they took twice as
long to make, half of it in the garbage collector, which looks at every tuple and never at a text or a number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from types import SimpleNamespace

from extractors.model import QUAD_OF, Event, EventTime, Extraction, Party, Place, Span
from warehouse.ids import event_ids, quantity_ids

Columns = dict[str, list[object]]

_SPAN = {"text": "text", "offset": "start"}
_TIME = {
    "time_start": "start", "time_end": "end", "time_precision": "precision", "time_value": "value",
    "time_method": "method",
}  # fmt: skip
_PLACE = {
    "place_name": "name", "place_part": "part", "place_latitude": "latitude", "place_longitude": "longitude",
    "place_country": "country", "place_admin1": "admin1", "place_precision": "precision",
    "place_gazetteer": "gazetteer", "place_gazetteer_id": "gazetteer_id", "place_method": "method",
}  # fmt: skip
_SENTENCE = {
    "sentence_index": "index", "block_index": "block", "zone": "zone", "sentence_text": "text",
    "sentence_offset": "start",
}  # fmt: skip
_EVENT = {
    "event_type": "event_type", "event_mode": "mode", "status": "status", "contexts": "contexts",
    "attributed_to": "attributed_to", "attribution_cue": "attribution_cue", "rule_id": "rule_id",
    "confidence": "confidence",
}  # fmt: skip
_PARTY = {
    "party_text": "text", "party_name": "name", "country_code": "country", "sector": "sector", "party_method": "method",
}  # fmt: skip
_QUANTITY = {
    "count_type": "count_type", "count_min": "lower", "count_max": "upper", "qualifier": "qualifier",
    "sentence_index": "sentence", "who": "who", "unit": "unit", "outcome": "outcome", "currency": "currency",
    "is_cumulative": "cumulative", "attributed_to": "attributed_to", "status": "status",
}  # fmt: skip
"""Columns, and where their values stand."""

COLUMNS = (
    "core.sentences", "core.events", "core.event_parties", "core.event_mentions", "core.quantities",
    "core.event_quantities",
)  # fmt: skip
"""The tables that come with an extraction or not at all."""

_NOTHING = SimpleNamespace(**dict.fromkeys({*_SPAN.values(), *_TIME.values(), *_PLACE.values(), "span"}))
"""Stands where there is no span, time or place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An extraction with an article, and the text of its own and its article's id."""

    key: str
    article_id: str
    extraction: Extraction


def content_columns(some: Sequence[Named]) -> dict[str, Columns]:
    """The columns of every table of COLUMNS that has rows."""
    told = [(each.key, event_ids(each.extraction, each.article_id), each.extraction) for each in some]
    counts = [quantity_ids(each.extraction, each.article_id) for each in some]
    acts = [(key, name, event) for key, names, x in told for name, event in zip(names, x.events, strict=True)]
    tables = {
        "core.sentences": _sentences(some),
        "core.events": _events(told),
        "core.event_parties": _parties(acts),
        "core.event_mentions": _mentions(acts),
        "core.quantities": _quantities(some, counts),
        "core.event_quantities": _tied(told, counts),
    }
    return {name: columns for name, columns in tables.items() if columns["extraction_id"]}


def _sentences(some: Sequence[Named]) -> Columns:
    sentences = [sentence for each in some for sentence in each.extraction.sentences]
    return {
        "extraction_id": [each.key for each in some for _ in each.extraction.sentences],
        **_values(_SENTENCE, sentences),
    }


_Told = Sequence[tuple[str, tuple[str, ...], Extraction]]


def _events(told: _Told) -> Columns:
    events = [event for *_, extraction in told for event in extraction.events]
    return {
        "extraction_id": [key for key, names, _ in told for _ in names],
        "event_id": [name for _, names, _ in told for name in names],
        "event_index": [index for _, names, _ in told for index in range(len(names))],
        "quad_class": [QUAD_OF[event.event_type] for event in events],
        **_values(_EVENT, events),
        **_times([event.time for event in events]),
        **_places([event.place for event in events]),
    }


_Acts = Sequence[tuple[str, str, Event]]


def _parties(acts: _Acts) -> Columns:
    keys: list[object] = []
    names: list[object] = []
    roles: list[object] = []
    indexes: list[object] = []
    parties: list[Party] = []
    for key, name, event in acts:
        for role, some in (("actor", event.actors), ("recipient", event.recipients)):
            count = len(some)
            keys += (key,) * count
            names += (name,) * count
            roles += (role,) * count
            indexes += range(count)
            parties += some
    return {
        "extraction_id": keys,
        "event_id": names,
        "role": roles,
        "party_index": indexes,
        **_values(_PARTY, parties),
        **_spans("span", [party.span for party in parties]),
    }


def _mentions(acts: _Acts) -> Columns:
    mentions = [mention for *_, event in acts for mention in event.mentions]
    return {
        "extraction_id": [key for key, _, event in acts for _ in event.mentions],
        "event_id": [name for _, name, event in acts for _ in event.mentions],
        "mention_index": [index for *_, event in acts for index in range(len(event.mentions))],
        "sentence_index": [mention.sentence for mention in mentions],
        **_spans("trigger", [mention.trigger for mention in mentions]),
        **_spans("clause", [mention.clause for mention in mentions]),
    }


def _quantities(some: Sequence[Named], counts: Sequence[tuple[str, ...]]) -> Columns:
    quantities = [quantity for each in some for quantity in each.extraction.quantities]
    return {
        "extraction_id": [each.key for each in some for _ in each.extraction.quantities],
        "quantity_id": [*chain.from_iterable(counts)],
        "quantity_index": [index for names in counts for index in range(len(names))],
        "rule_id": [quantity.rule_id or None for quantity in quantities],
        **_values(_QUANTITY, quantities),
        **_spans("quantity", [quantity.span for quantity in quantities]),
        **_times([quantity.time for quantity in quantities]),
        **_places([quantity.place for quantity in quantities]),
    }


def _tied(told: _Told, counts: Sequence[tuple[str, ...]]) -> Columns:
    rows = [
        (key, name, numbers[position])
        for (key, names, extraction), numbers in zip(told, counts, strict=True)
        for name, event in zip(names, extraction.events, strict=True)
        if event.quantities
        for position in sorted(set(event.quantities))
    ]
    return {name: [row[n] for row in rows] for n, name in enumerate(("extraction_id", "event_id", "quantity_id"))}


def _times(times: Iterable[EventTime | None]) -> Columns:
    some = [time or _NOTHING for time in times]
    return {**_values(_TIME, some), **_spans("time", [time.span for time in some])}


def _places(places: Iterable[Place | None]) -> Columns:
    some = [place or _NOTHING for place in places]
    return {**_values(_PLACE, some), **_spans("place", [place.span for place in some])}


def _spans(what: str, spans: Iterable[Span | None]) -> Columns:
    return _values({f"{what}_{said}": where for said, where in _SPAN.items()}, [span or _NOTHING for span in spans])


def _values(columns: Mapping[str, str], things: Sequence[object]) -> Columns:
    return {name: [*map(attrgetter(where), things)] for name, where in columns.items()}
