"""The scorer counts what it says it counts, and the seeds stay above their floors."""

from pathlib import Path

import pytest

from extractors.extract import extract, load_resources
from extractors.model import Page
from tests.quality.predictions import records
from tests.quality.scoring import Record, Score, read_jsonl, score

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCE = "Rebels attacked the town of Tessalit on Monday, killing two soldiers."


def gold_event(**changes: object) -> Record:
    return {
        "id": "e1", "kind": "event", "doc": "a.txt", "sentence": SENTENCE, "trigger": "attacked", "type": "ASSAULT",
        "mode": None, "accept": [], "status": "actual",
        "actor": [{"text": "Rebels", "country": "MLI", "sector": "REB"}],
        "actor_accept": [], "recipient": [], "recipient_accept": [], "date_start": "2021-06-14",
        "date_end": "2021-06-14", "date_accept": [], "location": "Tessalit", "location_accept": [], "optional": False,
        **changes,
    }  # fmt: skip


def guess(**changes: object) -> Record:
    return {
        "kind": "event", "document": "pages/a.txt", "sentence": SENTENCE, "trigger": "attacked", "type": "ASSAULT",
        "mode": None, "status": "actual", "actors": [{"text": "Rebels", "country": "MLI", "sector": "REB"}],
        "recipients": [], "date_start": "2021-06-14", "date_end": "2021-06-14", "place": "Tessalit",
        **changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "guesses", "event", "full", "doubles"),
    [
        pytest.param([gold_event()], [guess()], (1, 0, 0), 1, 0, id="right"),
        pytest.param([gold_event()], [], (0, 0, 1), 0, 0, id="missed"),
        pytest.param([gold_event()], [guess(), guess()], (1, 1, 0), 1, 1, id="told twice"),
        pytest.param([gold_event()], [guess(type="AID")], (0, 1, 1), 0, 0, id="another type"),
        pytest.param([gold_event()], [guess(place="Gao")], (1, 0, 0), 0, 0, id="wrong place"),
        pytest.param([gold_event()], [guess(date_start="2021-06-13")], (1, 0, 0), 0, 0, id="wrong day"),
        pytest.param([gold_event()], [guess(status="claimed")], (1, 0, 0), 0, 0, id="wrong status"),
        pytest.param([gold_event()], [guess(status="negated")], (0, 0, 1), 0, 0, id="kept record is no hit"),
        pytest.param([gold_event(optional=True)], [guess()], (0, 0, 0), 0, 0, id="optional is free"),
        pytest.param([gold_event()], [guess(document="b.txt")], (0, 0, 1), 0, 0, id="another document"),
    ],
)
def test_scoring(
    gold: list[Record], guesses: list[Record], event: tuple[int, int, int], full: int, doubles: int
) -> None:
    found = score(gold, guesses)
    assert (found.event.hits, found.event.extra, found.event.missed) == event
    assert found.full_record.hits == full
    assert found.doubles == doubles


def test_a_trap_is_sprung_by_a_counted_record_of_a_forbidden_type() -> None:
    trap = {
        "id": "t1", "kind": "trap", "doc": "a.txt", "sentence": SENTENCE, "must_not_be_actual": ["ASSAULT"],
        "why": "planned",
    }  # fmt: skip
    assert score([trap], [guess()]).traps_sprung == 1
    assert score([trap], [guess(status="planned")]).traps_sprung == 0


@pytest.fixture(scope="module")
def seeds() -> Score:
    resources = load_resources()
    pages = [Page(name=path.name, body=path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    return score(
        read_jsonl(SEEDS / "gold.jsonl"), [each for page in pages for each in records(extract(page, resources))]
    )


def test_the_seeds_stay_above_their_floors(seeds: Score) -> None:
    log = "\n".join(seeds.log)
    assert seeds.event.f1 >= 0.95, log
    assert seeds.both_parties.f1 >= 0.88, log
    assert seeds.full_record.f1 >= 0.85, log
    assert seeds.quantity.f1 >= 0.95, log
    assert seeds.doubles == 0, log
    assert seeds.traps_sprung <= 1, log
