"""A value that the schema cannot hold is left out and told of; the rest of its page and batch goes in."""

from dataclasses import replace
from typing import Any

import pytest

from extractors.model import Event, Extraction
from tests.warehouse.material import article, batch, extraction, harbour, killed, shelling, tuesday
from warehouse import read
from warehouse.promises import keep_promises
from warehouse.store import Warehouse

OF = article(1)
EVENT = shelling(OF)
COUNT = killed(OF)
BACKWARDS = replace(tuesday(OF), start=tuesday(OF).end, end=tuesday(OF).start)


def wrong(value: object, **changes: Any) -> Any:
    """A value with fields that its type forbids."""
    return replace(value, **changes)  # type: ignore[type-var]


def test_what_keeps_its_promises_is_left_as_it_is() -> None:
    assert keep_promises(extraction(1)) is not None
    assert keep_promises(extraction(1)) == extraction(1)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        pytest.param(wrong(EVENT, event_type="FIGHT"), "event type 'FIGHT'", id="an event type PLOVER does not have"),
        pytest.param(wrong(EVENT, status="maybe"), "status 'maybe'", id="an unknown status"),
        pytest.param(wrong(EVENT, confidence=1.5), "confidence 1.5", id="more than sure"),
        pytest.param(wrong(EVENT, mentions=()), "no mention", id="told nowhere"),
        pytest.param(wrong(EVENT, time=BACKWARDS), "before it starts", id="ending before it starts"),
        pytest.param(wrong(EVENT, quantities=(4,)), "do not all exist", id="a number that does not exist"),
        pytest.param(wrong(EVENT, place=wrong(harbour(OF), latitude=91.0)), "latitude 91.0", id="beyond the pole"),
        pytest.param(wrong(EVENT, place=wrong(harbour(OF), precision=8)), "precision 8", id="an unknown precision"),
        pytest.param(wrong(EVENT, actors=(wrong(EVENT.actors[0], sector="XXX"),)), "sector 'XXX'", id="unknown sector"),
        pytest.param(
            wrong(EVENT, mentions=(wrong(EVENT.mentions[0], sentence=99),)), "sentence 99", id="in no sentence"
        ),
    ],
)
def test_an_event_that_cannot_be_kept_is_left_out_and_told_of(event: Event, reason: str) -> None:
    whole = extraction(1)
    kept = keep_promises(replace(whole, events=(event, *whole.events[1:])))
    assert kept.events == whole.events[1:]
    assert kept.quantities == whole.quantities
    (issue,) = kept.issues[len(whole.issues) :]
    assert (issue.level, issue.code) == ("error", "broken_promise")
    assert reason in issue.message


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"lower": 5, "upper": 2}, "the wrong way round", id="bounds the wrong way round"),
        pytest.param({"upper": 10**30}, "too large", id="more than there are atoms"),
        pytest.param({"count_type": "sheep"}, "count type 'sheep'", id="an unknown count"),
        pytest.param({"count_type": None, "outcome": "lost", "unit": "sheep"}, "unit 'sheep'", id="an unknown unit"),
        pytest.param({"count_type": None}, "outcome ''", id="a thing to which nothing was done"),
        pytest.param({"time": BACKWARDS}, "before it starts", id="a period ending before it starts"),
    ],
)
def test_a_quantity_that_cannot_be_kept_is_left_out_and_its_event_stays(changes: dict[str, Any], reason: str) -> None:
    whole = extraction(1)
    second = wrong(EVENT, quantities=(0, 1))
    kept = keep_promises(replace(whole, quantities=(wrong(COUNT, **changes), COUNT), events=(second,)))
    assert kept.quantities == (COUNT,)
    assert kept.events == (replace(second, quantities=(0,)),)
    assert reason in kept.issues[-1].message


@pytest.mark.parametrize(
    ("whole", "reason"),
    [
        pytest.param(extraction(1, version="dev"), "extractor version 'dev'", id="a version that cannot be compared"),
        pytest.param(
            replace(extraction(1), sentences=(replace(extraction(1).sentences[0], block=9),)), "block 9", id="no block"
        ),
        pytest.param(replace(extraction(1), article=wrong(OF, kind="poem")), "kind 'poem'", id="an unknown kind"),
    ],
)
def test_an_article_that_cannot_be_kept_is_quarantined(whole: Extraction, reason: str) -> None:
    kept = keep_promises(whole)
    assert (kept.article, kept.events) == (None, ())
    assert reason in kept.issues[-1].message


def test_the_rest_of_the_batch_goes_in(warehouse: Warehouse) -> None:
    whole = extraction(1)
    bad = replace(whole, events=(wrong(EVENT, status="maybe"), whole.events[1]))
    appended = warehouse.append(batch(bad, extraction(2)))
    assert (appended.new_articles, appended.new_events) == (2, 3)
    warehouse.publish()
    codes = read.query(warehouse.path, "SELECT document, code FROM issues WHERE level = 'error'").rows
    assert codes == (("page-1.html", "broken_promise"),)
