"""Whether two mentions can speak of one day and of one place."""

from datetime import timedelta

from extractors.model import EventTime, Place

OLD = timedelta(days=45)
"""What is told as news is no act of before."""


def same_time(a: EventTime, b: EventTime) -> bool:
    """Whether no told day of one excludes the other; what is guessed excludes nothing but what is long ago."""
    if _of_old(a, b) or _of_old(b, a):
        return False
    guessed = {"publication", "context", "unknown"}
    if a.method in guessed or b.method in guessed or a.start is None or b.start is None:
        return True
    return (b.end is None or a.start < b.end) and (a.end is None or b.start < a.end)


def _of_old(today: EventTime, dated: EventTime) -> bool:
    """Whether one is told as news and the other as a thing of long ago: "shot down a drone", "invaded in 2022"."""
    if today.method != "publication" or dated.method not in ("clause", "sentence"):
        return False
    return bool(today.start and dated.end and today.start - dated.end > OLD)


def same_place(a: Place | None, b: Place | None) -> bool:
    """Whether one can be the other, or a part of it; no place can be any."""
    if a is None or b is None or a.name == b.name:
        return True
    if a.gazetteer_id is not None and a.gazetteer_id == b.gazetteer_id:
        return True
    if a.latitude is None or b.latitude is None:
        return a.country is None or b.country is None or a.country == b.country
    return (a.country == b.country or None in (a.country, b.country)) and (
        a.precision in (None, 5, 6, 7) or b.precision in (None, 5, 6, 7) or _inside(a, b)
    )


def _inside(a: Place, b: Place) -> bool:
    return (
        a.name.lower() in b.name.lower() or b.name.lower() in a.name.lower() or a.part is not None or b.part is not None
    )
