"""Grouping reports takes time in proportion to them, even when all tell the same names: no report meets all others.

Four times the reports may take eight times the processor time: sorting, and the machine's caches. Compared pair by pair
they took sixteen times as long. Run with `-s` to see the figures.
"""

import time
from datetime import date
from uuid import UUID

import pytest

from warehouse.incidents import Report
from warehouse.linking import group

FEW, MOST_TIMES = 2_000, 8.0


def crowd(size: int) -> list[Report]:
    """Reports of one day that share five names, at places and with victims of their own."""
    return [
        Report(
            event_id=UUID(int=number),
            article_id=UUID(int=number),
            event_type="ASSAULT",
            first_day=date(2020, 3, 3),
            last_day=date(2020, 3, 3),
            place=f"Port {number}",
            latitude=number % 120 - 60.0,
            longitude=number * 7 % 300 - 150.0,
            place_precision=1,
            actors=frozenset(),
            actor_countries=frozenset(),
            victims=frozenset({f"victim {number}"}),
            killed=(None, None),
            wounded=(None, None),
            names=frozenset({"united nations", "red cross", "human rights", "white house", "prime minister"}),
            words=frozenset({"monday"}),
        )
        for number in range(size)
    ]


def spent(size: int) -> float:
    """Seconds of the processor for so many reports."""
    reports = crowd(size)
    began = time.process_time()
    group(reports)
    return time.process_time() - began


@pytest.mark.benchmark
def test_four_times_the_reports_take_about_four_times_as_long() -> None:
    spent(100)
    few = min(spent(FEW) for _ in range(2))
    many = spent(4 * FEW)
    print(f"\n{4 * FEW / many:,.0f} reports/s; four times the reports take {many / few:.1f} times as long")  # noqa: T201
    assert many <= MOST_TIMES * few
