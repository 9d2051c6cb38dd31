"""Time as a value that is handed in, so that a test can live through a week in a second."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from warehouse.batches import utc_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time of day, a steady count of seconds for limits, and a way to wait."""

    now: Callable[[], datetime]
    """UTC, naive."""
    seconds: Callable[[], float]
    sleep: Callable[[float], None]


REAL = Clock(now=utc_now, seconds=time.monotonic, sleep=time.sleep)
