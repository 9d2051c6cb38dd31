"""The views people ask for: what is counted, what stands side by side, what never slips in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest

from extractors.model import COUNTED, Event, EventTime, Extraction, Quantity, Status
from tests.warehouse.material import batch, extraction, unreadable
from warehouse import read
from warehouse.store import Warehouse

Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def ask(warehouse: Warehouse) -> Ask:
    """Append the extractions, publish, and give the rows of a statement."""

    def asked(sql: str, *extractions: Extraction) -> list[tuple[Any, ...]]:
        if extractions:
            warehouse.append(batch(*extractions, window=sql))
            warehouse.publish()
        return list(read.query(warehouse.path, sql).rows)

    return asked


def lasting(day: str, days: int) -> EventTime:
    start = datetime.fromisoformat(day)
    end = start + timedelta(days=days)
    return EventTime(start=start, end=end, precision="day", value=day, span=None, method="context")


def with_event(whole: Extraction, **changes: Any) -> Extraction:
    return replace(whole, events=(replace(whole.events[0], **changes),))


def with_count(whole: Extraction, **changes: Any) -> Extraction:
    return replace(whole, events=whole.events[:1], quantities=(replace(whole.quantities[0], **changes),))


def in_every_status(whole: Extraction) -> Extraction:
    """The same act and number in each status."""
    statuses: tuple[Status, ...] = get_args(Status)
    events: tuple[Event, ...] = tuple(
        replace(whole.events[0], status=status, quantities=(position,)) for position, status in enumerate(statuses)
    )
    counts: tuple[Quantity, ...] = tuple(replace(whole.quantities[0], status=status) for status in statuses)
    return replace(whole, events=events, quantities=counts)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM events",
        "SELECT sum(reports) FROM daily_counts",
        "SELECT sum(reports_actual + reports_claimed + reports_threatened) FROM daily_counts",
        "SELECT sum(reports) FROM weekly_counts",
        "SELECT sum(reports) FROM daily_party_counts WHERE party_name = 'Grenada Army'",
        "SELECT sum(reports) FROM weekly_party_counts WHERE party_name = 'Grenada Army'",
        "SELECT sum(reports) FROM dyads WHERE actor_country = 'GRD'",
        "SELECT sum(reports) FROM trends",
        "SELECT sum(reports) FROM coverage",
        "SELECT count(*) FROM timeline",
        "SELECT count(*) FROM as_gdelt",
        "SELECT count(*) FROM as_plover",
    ],
)
def test_only_counted_statuses_are_counted(ask: Ask, sql: str) -> None:
    assert ask(sql, in_every_status(extraction(1))) == [(len(COUNTED),)]


@pytest.mark.parametrize("view", ["tolls", "as_acled"])
def test_a_toll_or_a_fatality_is_actual_or_claimed(ask: Ask, view: str) -> None:
    sql = f"SELECT count(*) FROM {view}"  # noqa: S608 - our own views
    assert ask(sql, in_every_status(extraction(1))) == [(2,)]


@pytest.mark.parametrize(
    ("event_type", "view"),
    [("ACCUSE", "accusations"), ("REQUEST", "statements")],
)
def test_what_was_not_said_is_no_statement(ask: Ask, event_type: Any, view: str) -> None:
    whole = in_every_status(extraction(1))
    said = tuple(replace(event, event_type=event_type, mode=None) for event in whole.events)
    sql = f"SELECT count(DISTINCT event_id) FROM {view}"  # noqa: S608 - our own views
    assert ask(sql, replace(whole, events=said)) == [(len(COUNTED),)]


@pytest.mark.parametrize(
    ("day", "days", "in_days", "in_weeks"),
    [
        pytest.param("2020-03-03", 1, 1, 1, id="a day counts in its day and week"),
        pytest.param("2020-03-02", 7, 0, 1, id="a week from Monday counts in its week only"),
        pytest.param("2020-03-04", 7, 0, 0, id="seven days across two weeks count in neither"),
        pytest.param("2020-03-01", 31, 0, 0, id="a month counts in neither"),
    ],
)
def test_an_event_is_counted_where_its_date_is_exact_enough(
    ask: Ask, day: str, days: int, in_days: int, in_weeks: int
) -> None:
    ask("SELECT 1", with_event(extraction(1), time=lasting(day, days)))
    found = ask("SELECT (SELECT count(*) FROM daily_counts), (SELECT count(*) FROM weekly_counts)")
    assert found == [(in_days, in_weeks)]


def test_claims_of_one_toll_stand_side_by_side(ask: Ask) -> None:
    first = with_count(extraction(1), lower=12, upper=None, attributed_to="a medic")
    second = with_count(extraction(2), lower=3, upper=5, attributed_to="the army")
    found = ask(
        "SELECT lowest_min, highest_max, claims, list_transform(claimants, lambda c: (c.attributed_to, c.count_min)) "
        "FROM toll_ranges",
        first,
        second,
    )
    assert found == [(3, None, 2, [("a medic", 12), ("the army", 3)])]


def test_numbers_whose_bounds_do_not_meet_contradict(ask: Ask) -> None:
    high = with_count(extraction(1), lower=12, upper=None, attributed_to="a medic")
    low = with_count(extraction(2), lower=3, upper=5, attributed_to="the army")
    sql = "SELECT kind, subject, first_attributed_to, second_attributed_to FROM contradictions"
    assert ask(sql, high, low) == [("number", "killed", "the army", "a medic")]


def test_numbers_whose_bounds_meet_do_not_contradict(ask: Ask) -> None:
    one = with_count(extraction(1), lower=12, upper=None)
    other = with_count(extraction(2), lower=3, upper=12)
    assert ask("FROM contradictions", one, other) == []


def test_an_act_affirmed_here_and_denied_there_is_a_contradiction(ask: Ask) -> None:
    denied = with_event(extraction(2), status="denied", attributed_to="the army")
    sql = "SELECT kind, subject, first_attributed_to, second_attributed_to FROM contradictions"
    assert ask(sql, with_event(extraction(1)), denied) == [("act", "ASSAULT", "a medic", "the army")]


def test_a_claimed_number_without_a_source_has_that_of_its_event(ask: Ask) -> None:
    whole = with_count(extraction(1), attributed_to=None, place=None)
    assert ask("SELECT attributed_to, place_name, blamed FROM tolls", whole) == [
        ("a medic", "Port Anse", ["Grenada Army", "their allies"])
    ]


def weekly(reports: list[int]) -> list[Extraction]:
    """So many events in each week from the first Monday of 2020 on, published that day, each in its own article."""
    found = []
    for week, many in enumerate(reports):
        day = date(2020, 1, 6) + timedelta(weeks=week)
        for nth in range(max(many, 1)):
            whole = extraction(100 * week + nth, published=day)
            told = with_event(whole, time=lasting(str(day), 1), quantities=())
            found.append(told if many else replace(whole, events=()))
    return found


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param([6, 6, 4, 4, 10], (10, 5.0, 2.0), id="twice as many as usual"),
        pytest.param([5, 5, 5, 5, 0], (0, 5.0, 0.0), id="a silent week counts as zero"),
        pytest.param([1, 1, 1, 1, 9], (9, 1.0, None), id="a low base gives no ratio"),
        pytest.param([0, 0, 0, 8, 9], (9, 2.0, None), id="weeks without events count in the mean"),
        pytest.param([6, 6, 6, 12], (12, None, None), id="three weeks before are not four"),
    ],
)
def test_a_week_is_compared_with_the_four_before(
    ask: Ask, reports: list[int], expected: tuple[int, float | None, float | None]
) -> None:
    sql = "SELECT reports, mean_4_weeks, ratio_4_weeks FROM trends ORDER BY week_date DESC LIMIT 1"
    assert ask(sql, *weekly(reports)) == [expected]


def test_a_dyad_has_scores_of_what_passed_between_the_two(ask: Ask) -> None:
    kind = extraction(2)
    aid = with_event(kind, event_type="AID", mode=None)
    sql = (
        "SELECT actor_country, recipient_sector, reports, reports_conflict, mean_score, lowest_score, highest_score "
        "FROM dyads WHERE actor_country IS NOT NULL"
    )
    assert ask(sql, with_event(extraction(1)), aid) == [("GRD", "LAB", 2, 1, 0.25, -9.5, 10.0)]


def test_an_edit_shows_what_it_changed_in_text_events_and_numbers(warehouse: Warehouse, ask: Ask) -> None:
    early, late = datetime.fromisoformat("2020-03-04T10:00"), datetime.fromisoformat("2020-03-04T12:00")
    before = extraction(1, fetched_at=early)
    after = extraction(1, edit="The toll rose to 15.", fetched_at=late)
    after = replace(
        after,
        events=(replace(after.events[0], status="actual"),),
        quantities=(
            replace(after.quantities[0], lower=15, span=replace(after.quantities[0].span, text="at least 15")),
        ),
    )
    warehouse.append(batch(after, window="later one first"))
    found = ask("SELECT subject, change, before_text, after_text, is_same_extractor FROM changes ORDER BY ALL", before)
    assert [(row[0], row[1], row[4]) for row in found] == [
        ("event", "changed", True),
        ("event", "removed", True),
        ("number", "changed", True),
        ("text", "added", True),
    ]
    assert found[2][2:4] == (
        "claimed killed at least 12 says a medic",
        "claimed killed at least 15 says a medic",
    )
    assert found[3][3] == "The toll rose to 15."


def test_an_event_in_an_edited_sentence_is_the_same_event(warehouse: Warehouse, ask: Ask) -> None:
    early, late = datetime.fromisoformat("2020-03-04T10:00"), datetime.fromisoformat("2020-03-04T12:00")
    before = with_event(extraction(1, fetched_at=early), place=None)
    after = with_event(extraction(1, edit="It went on.", fetched_at=late))
    evidence = replace(after.sentences[1], text=after.sentences[1].text.replace("12", "15"))
    after = replace(after, sentences=(after.sentences[0], evidence, *after.sentences[2:]))
    warehouse.append(batch(before, window="first"))
    found = ask("SELECT change, before_text, after_text FROM changes WHERE subject = 'event'", after)
    told = "claimed ASSAULT heavy-weapons by Grenada Army, their allies to dockers {}on 2020-03-03 says a medic"
    assert found == [("changed", told.format(""), told.format("in harbour Port Anse "))]


def test_an_article_that_was_not_edited_has_no_changes(warehouse: Warehouse, ask: Ask) -> None:
    newer = extraction(1, version="0.2.0")
    warehouse.append(batch(extraction(1)))
    assert ask("FROM changes", replace(newer, events=newer.events[:1])) == []


def test_coverage_tells_what_was_read_and_quarantined(ask: Ask) -> None:
    found = ask("SELECT sum(pages), sum(pages_quarantined), sum(articles_published) FROM coverage", extraction(1),
                unreadable(2))  # fmt: skip
    assert found == [(2, 1, 1)]


def test_ground_is_told_by_shares_and_by_acts(ask: Ask) -> None:
    whole = extraction(1)
    share = replace(whole.quantities[0], count_type="territory_share_pct", lower=80, upper=100)
    events = (
        replace(whole.events[0], event_type="COERCE", mode="seize", quantities=(0,)),
        replace(whole.events[0], event_type="RETREAT", mode="withdraw", status="planned", quantities=()),
    )
    sql = "SELECT report, parties, share_min, share_max FROM territory ORDER BY ALL"
    parties = ["Grenada Army", "their allies"]
    assert ask(sql, replace(whole, events=events, quantities=(share,))) == [
        ("share", parties, 80, 100),
        ("taken", parties, None, None),
    ]
