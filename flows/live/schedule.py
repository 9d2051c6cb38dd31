"""When an article is visited again, and when a source is asked again. Pure: old and new in, times out."""

from datetime import datetime, timedelta

LADDER = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Pauses between visits. DW edits a breaking story within minutes and an analysis after a day, if at all."""
DAILY = 3
"""The rung of a day: pages that are gone or refused are looked at twice more."""
_STUB_FOR = timedelta(days=1)
_OLDEST = timedelta(days=60)
"""An article known for longer is not visited again, whatever it does: some pages change at every visit."""
_LONGEST = timedelta(days=1)


def first_rung(age: timedelta) -> int:
    """Where on the ladder an article of that age stands after a change: what is old is not watched by the minute."""
    return 0 if age < timedelta(days=2) else 2 if age < timedelta(days=14) else DAILY


def rung_after(last: int | None, *, changed: bool, stub: bool, age: timedelta) -> int:
    """The rung after a visit that brought the page; `last` is the one before, None at the first visit."""
    if last is None or changed or (stub and age < _STUB_FOR):
        return first_rung(age)
    return last + 1


def next_visit(rung: int, visited_at: datetime, age: timedelta) -> datetime | None:
    """When the article is due again, None for never."""
    return visited_at + LADDER[rung] if rung < len(LADDER) and age < _OLDEST else None


def retry_at(failures: int, now: datetime, pause: timedelta) -> datetime:
    """When to try again after so many failures in a row: twice as long each time, a day at most, never given up."""
    return now + min(pause * (1 << min(failures - 1, 10)), max(_LONGEST, pause))
