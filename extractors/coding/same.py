"""Whether two mentions can speak of one day, of one place and of the same parties."""

from datetime import timedelta

from extractors.coding.cast import POINTING, coded, same_party
from extractors.coding.scene import INFERRED
from extractors.model import EventTime, Party, Place

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


def same_countries(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """Whether two lists of victims may be those of one attack, whose targets are told as houses or as people."""
    ours, theirs = {each.country for each in a} - {None}, {each.country for each in b} - {None}
    return not ours or not theirs or bool(ours & theirs)


def shared_parties(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool | None:
    """Whether two lists share a party, a country or a word; None where one is unknown or only described."""
    if not coded(a) or not coded(b):
        return None
    words = {word for each in a for word in each.text.lower().split()} - POINTING
    others = {word for each in b for word in each.text.lower().split()} - POINTING
    return bool(words & others) or any(same_party(x, y) for x in a for y in b)


def same_group(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """No list contradicts the other: an unknown one fits any, else the shorter is mostly inside the longer."""
    a, b = _known(a), _known(b)
    if not a or not b:
        return True
    small, large = sorted((a, b), key=len)
    shared = sum(any(same_party(x, y) for y in large) for x in small)
    return shared == len(small) and (len(large) <= 2 * len(small) or len(large) - len(small) <= 1)


def brief(time: EventTime, most: timedelta) -> bool:
    """Whether it is known to last no longer."""
    return time.start is not None and time.end is not None and time.end - time.start <= most


def told_day(a: EventTime, b: EventTime) -> bool:
    """Whether both name the same day."""
    told = ("clause", "sentence")
    return a.method in told and b.method in told and a.start == b.start


def _known(group: tuple[Party, ...]) -> tuple[Party, ...]:
    """Without pronouns that nobody is known for."""
    return tuple(each for each in group if each.country or each.sector or each.text.lower() not in UNKNOWN)


UNKNOWN = frozenset({"him", "her", "them", "it", "he", "she", "they", "his", "their", "its", "who"})


def inferred_place(a: Place | None, b: Place | None) -> bool:
    """Whether one of them is not told with its act."""
    return any(each is None or each.method in INFERRED for each in (a, b))
