"""Write an extraction as the plain records that the scorers compare with gold."""

from datetime import datetime, timedelta

from extractors.model import Event, EventTime, Extraction, Party, Place, Quantity
from tests.quality.scoring import Record


def records(extraction: Extraction) -> list[Record]:
    """One record for each event and each quantity, days inclusive."""
    if extraction.article is None:
        return []
    document = extraction.article.document
    events = [_event(event, extraction, document) for event in extraction.events]
    counted = (each for each in extraction.quantities if each.count_type is not None)  # gold knows these alone
    return [*events, *(_quantity(each, extraction, document) for each in counted)]


def _event(event: Event, extraction: Extraction, document: str) -> Record:
    start, end = days(event.time)
    first = event.mentions[0]
    return {
        "kind": "event",
        "document": document,
        "sentence": extraction.sentences[first.sentence].text,
        "trigger": first.trigger.text,
        "type": event.event_type,
        "mode": event.mode,
        "status": event.status,
        "actors": [_party(each) for each in event.actors],
        "recipients": [_party(each) for each in event.recipients],
        "date_start": start,
        "date_end": end,
        "place": _place(event.place),
        "place_country": event.place.country if event.place else None,
        "attributed_to": event.attributed_to,
        "counts": [
            {"type": count.count_type, "lower": count.lower, "upper": count.upper}
            for count in (extraction.quantities[number] for number in event.quantities)
        ],
    }


def _quantity(quantity: Quantity, extraction: Extraction, document: str) -> Record:
    start, end = days(quantity.time) if quantity.time is not None else (None, None)
    return {
        "kind": "quantity",
        "document": document,
        "sentence": extraction.sentences[quantity.sentence].text,
        "count_type": quantity.count_type,
        "lower": quantity.lower,
        "upper": quantity.upper,
        "period_start": start,
        "period_end": end,
        "place": _place(quantity.place),
    }


def _party(party: Party) -> Record:
    return {"text": party.text, "country": party.country, "sector": party.sector}


def _place(place: Place | None) -> str | None:
    if place is None:
        return None
    return f"{place.part} {place.name}" if place.part else place.name


def days(time: EventTime) -> tuple[str | None, str | None]:
    """First and last day of an interval; None where it is open."""
    return _day(time.start), _day(time.end - timedelta(microseconds=1)) if time.end else None


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None
