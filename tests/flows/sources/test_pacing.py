"""What servers say about time is understood and kept within reason."""

from datetime import datetime

import pytest

from flows.sources.clock import Clock
from flows.sources.pacing import Pacer, max_age, retry_after

NOW = datetime(2026, 9, 10, 8, 0)  # noqa: DTZ001 - naive UTC as everywhere


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), (" 0 ", 0), ("Thu, 10 Sep 2026 08:05:00 GMT", 300), ("Thu, 10 Sep 2026 07:00:00 GMT", 0),
        ("99999999999", 86400), ("soon", None), ("-5", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("max-age=600", 600), ("public, Max-Age=60, must-revalidate", 60), ("no-cache, max-age=600", 0),
        ("no-store", 0), ("max-age=soon", 0), ("max-age=999999999", 86400), (None, 0),
    ],
)  # fmt: skip
def test_cache_control_says_how_long_an_answer_is_fresh(value: str | None, seconds: float) -> None:
    assert max_age(value) == seconds


def test_hosts_are_paced_apart_and_a_crawl_delay_is_kept() -> None:
    moment, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        moment[0] += seconds

    pacer = Pacer(Clock(now=lambda: NOW, seconds=lambda: moment[0], sleep=sleep), delay=1, pauses={})
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        pacer.wait(url)
        pacer.done(url, 5)
    assert slept == [5]
