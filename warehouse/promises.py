"""What the schema promises of every row, checked on values before they are written. Pure.

A value that breaks a promise would fail the transaction of a whole batch. So the event or quantity that carries it is
left out and told of in an issue; a page is given up only when its article itself cannot be kept.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from extractors.model import (
    Article,
    ArticleKind,
    CountType,
    DateMethod,
    Event,
    EventTime,
    EventType,
    Extraction,
    Issue,
    Outcome,
    Place,
    Quantity,
    Sector,
    Span,
    Status,
    TimePrecision,
    Unit,
    Zone,
)

VERSION = re.compile(r"\d+(\.\d+)*", re.ASCII)
"""Versions are compared number by number, so they hold nothing else."""

_KINDS: tuple[str, ...] = get_args(ArticleKind)
_DATE_METHODS: tuple[str, ...] = get_args(DateMethod)
_ZONES: tuple[str, ...] = get_args(Zone)
_TYPES: tuple[str, ...] = get_args(EventType)
_STATUSES: tuple[str, ...] = get_args(Status)
_SECTORS: tuple[str, ...] = get_args(Sector)
_COUNTS: tuple[str, ...] = get_args(CountType)
_UNITS: tuple[str, ...] = get_args(Unit)
_OUTCOMES: tuple[str, ...] = get_args(Outcome)
_PRECISIONS: tuple[str, ...] = get_args(TimePrecision)
_METHODS: tuple[str, ...] = get_args(EventTime.__annotations__["method"])


def keep_promises(extraction: Extraction) -> Extraction:
    """Leave out what the schema cannot hold, with an issue for each thing left out; most often nothing changes."""
    article = extraction.article
    if article is None:
        return extraction
    unfit = "; ".join(_of_article(article, extraction))
    if unfit:
        return Extraction(
            page=extraction.page,
            issues=(*extraction.issues, _issue(extraction, f"The article cannot be kept: {unfit}.")),
            extractor_version=extraction.extractor_version,
        )
    issues: list[Issue] = []
    places: dict[int, int] = {}
    quantities: list[Quantity] = []
    for position, quantity in enumerate(extraction.quantities):
        if unfit := "; ".join(_of_quantity(quantity, extraction)):
            issues.append(_issue(extraction, f"The quantity {quantity.span.text!r} was left out: {unfit}."))
        else:
            places[position] = len(quantities)
            quantities.append(quantity)
    events: list[Event] = []
    for event in extraction.events:
        if unfit := "; ".join(_of_event(event, extraction)):
            issues.append(_issue(extraction, f"The event {event.event_type} by {event.rule_id} was left out: {unfit}."))
        else:
            kept = tuple(places[position] for position in event.quantities if position in places)
            events.append(event if kept == event.quantities else replace(event, quantities=kept))
    if not issues and tuple(events) == extraction.events:
        return extraction
    return replace(extraction, events=tuple(events), quantities=tuple(quantities), issues=(*extraction.issues, *issues))


def _issue(extraction: Extraction, message: str) -> Issue:
    document = extraction.article.document if extraction.article else extraction.page.name
    return Issue(level="error", code="broken_promise", document=document, message=message)


def _of_article(article: Article, extraction: Extraction) -> Iterator[str]:
    if not VERSION.fullmatch(extraction.extractor_version):
        yield f"extractor version {extraction.extractor_version!r} is not numbers joined by points"
    if article.kind not in _KINDS:
        yield _unknown("kind", article.kind, _KINDS)
    if article.date_method is not None and article.date_method not in _DATE_METHODS:
        yield _unknown("date method", article.date_method, _DATE_METHODS)
    for position, sentence in enumerate(extraction.sentences):
        if sentence.zone not in _ZONES:
            yield _unknown("zone", sentence.zone, _ZONES)
        if sentence.index != position:
            yield f"sentence {position} says it is number {sentence.index}"
        if not 0 <= sentence.block < len(article.blocks):
            yield f"sentence {position} stands in block {sentence.block}, which does not exist"


def _of_event(event: Event, extraction: Extraction) -> Iterator[str]:
    if event.event_type not in _TYPES:
        yield _unknown("event type", event.event_type, _TYPES)
    if event.status not in _STATUSES:
        yield _unknown("status", event.status, _STATUSES)
    yield from _of_time(event.time)
    yield from _of_place(event.place)
    if not 0 <= event.confidence <= 1:
        yield f"confidence {event.confidence} is not between 0 and 1"
    if not event.mentions:
        yield "no mention in the text"
    for mention in event.mentions:
        yield from _in_text((mention.trigger, mention.clause), mention.sentence, extraction)
    for party in (*event.actors, *event.recipients):
        if party.sector is not None and party.sector not in _SECTORS:
            yield _unknown("sector", party.sector, _SECTORS)
    if event.quantities and not 0 <= min(event.quantities) <= max(event.quantities) < len(extraction.quantities):
        yield f"quantities {event.quantities} do not all exist"


def _of_quantity(quantity: Quantity, extraction: Extraction) -> Iterator[str]:
    if quantity.count_type is None:
        if (quantity.unit or "") not in _UNITS:
            yield _unknown("unit", quantity.unit or "", _UNITS)
        if (quantity.outcome or "") not in _OUTCOMES:
            yield _unknown("outcome", quantity.outcome or "", _OUTCOMES)
    elif quantity.count_type not in _COUNTS:
        yield _unknown("count type", quantity.count_type, _COUNTS)
    if quantity.status not in _STATUSES:
        yield _unknown("status", quantity.status, _STATUSES)
    if quantity.lower is not None and quantity.upper is not None and quantity.lower > quantity.upper:
        yield f"bounds {quantity.lower} to {quantity.upper} are the wrong way round"
    if any(bound is not None and abs(bound) >= 2**63 for bound in (quantity.lower, quantity.upper)):
        yield "a bound is too large a number"
    if quantity.time is not None:
        yield from _of_time(quantity.time)
    yield from _of_place(quantity.place)
    yield from _in_text((quantity.span,), quantity.sentence, extraction)


def _of_time(time: EventTime) -> Iterator[str]:
    if time.precision not in _PRECISIONS:
        yield _unknown("time precision", time.precision, _PRECISIONS)
    if time.method not in _METHODS:
        yield _unknown("time method", time.method, _METHODS)
    if time.start is not None and time.end is not None and time.end < time.start:
        yield f"the time ends ({time.end}) before it starts ({time.start})"


def _of_place(place: Place | None) -> Iterator[str]:
    if place is None:
        return
    if place.latitude is not None and not -90 <= place.latitude <= 90:
        yield f"latitude {place.latitude} is not on the globe"
    if place.longitude is not None and not -180 <= place.longitude <= 180:
        yield f"longitude {place.longitude} is not on the globe"
    if place.precision is not None and not 1 <= place.precision <= 7:
        yield f"place precision {place.precision} is not between 1 and 7"


def _in_text(spans: Iterable[Span], sentence: int, extraction: Extraction) -> Iterator[str]:
    if not 0 <= sentence < len(extraction.sentences):
        yield f"sentence {sentence} does not exist"
    for span in spans:
        if span.start < 0:
            yield f"{span.text!r} stands before the text"


def _unknown(what: str, value: str, known: tuple[str, ...]) -> str:
    return f"{what} {value!r} is not one of {', '.join(known)}"
