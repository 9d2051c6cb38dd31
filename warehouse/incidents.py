"""Whether two reports tell the same act. Pure.

Two reports of different articles tell one act when they are of one type, at most a day apart, nothing they say excludes
it, and enough speaks for it. candidates.py says which are compared, linking.py what follows for groups.
"""

import math
from dataclasses import dataclass
from datetime import date
from uuid import UUID

RULE = "3"
"""Changes whenever the same reports may be grouped in another way."""

DAYS_APART = 1
"""Night and time zones. Of 2,887 GVA stories 3 days joined 8 % more right pairs and 18 % more wrong ones."""
LONGEST = 2
"""Days: "Monday night" reaches into Tuesday; what lasted longer is no single act and never joined."""
REACH = DAYS_APART + LONGEST - 1
"""Days between the first days of two reports that may be joined."""
NEAR_KM, FAR_KM = 30.0, 150.0
"""Within a town and its surroundings; too far for one act where both places are known exactly."""

EARTH_KM = 6371.0

NEAR, NAME, AGE, WORD, TOLL, VICTIM = 4, 2, 3, 1, 2, 2
"""Points for a near place, and for each name, age, word, kind of toll and victim that two reports share."""
MOST_NAMES, MOST_AGES, MOST_WORDS = 8, 6, 3
"""Points that names, ages and words can give at most."""
OTHER_TOLL, FAR, A_DAY = 4, 6, 1
"""Points lost by tolls that cannot both be true (they rise as news comes in), by exact places far apart, by a day."""
ENOUGH = 7
"""Points that join two reports. Of 2,887 GVA stories 6 joined 9 % more right pairs and 62 % more wrong ones."""

NAMELESS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
"""Acts whose actors each report names in its own way: "a gunman", "the suspect"."""

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one act, as far as it tells acts apart."""

    event_id: UUID
    article_id: UUID
    event_type: str
    first_day: date | None
    last_day: date | None
    place: str | None
    latitude: float | None
    longitude: float | None
    place_precision: int | None
    actors: frozenset[str]
    actor_countries: frozenset[str]
    victims: frozenset[str]
    """Names of two words among the recipients."""
    killed: Bounds
    wounded: Bounds
    names: frozenset[str]
    """Names of two words in the title and the first sentences of the article: people, streets, buildings."""
    ages: frozenset[str] = frozenset()
    """Ages told there."""
    words: frozenset[str] = frozenset()
    """Other words with a capital there, not at the start of a sentence."""

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day; None when it lasted longer than a night or is not known so exactly."""
        if self.first_day is None or self.last_day is None or (self.last_day - self.first_day).days >= LONGEST:
            return None
        return self.first_day, self.last_day


def same_act(one: Report, other: Report) -> bool:
    """Tell whether two reports tell one act; the order of the two does not matter."""
    if one.article_id == other.article_id or one.event_type != other.event_type:
        return False
    apart = _days_apart(one, other)
    if apart is None or apart > DAYS_APART or _excluded(one, other):
        return False
    return _points(one, other) - A_DAY * apart >= ENOUGH


def _days_apart(one: Report, other: Report) -> int | None:
    """Days between the two, 0 when they overlap; None when one of them has no day."""
    if one.days is None or other.days is None:
        return None
    (first, last), (begin, end) = one.days, other.days
    return max((begin - last).days, (first - end).days, 0)


def _excluded(one: Report, other: Report) -> bool:
    """Other actors."""
    if one.event_type not in NAMELESS and one.actors and other.actors and not one.actors & other.actors:
        return True
    return bool(one.actor_countries and other.actor_countries and not one.actor_countries & other.actor_countries)


def _points(one: Report, other: Report) -> int:
    """What speaks for one act, less what speaks against it."""
    places = _words_of_places(one, other)
    names = [name for name in one.names & other.names if not set(name.split()) <= places]
    told = places.union(*(name.split() for name in names))
    words = (one.words & other.words) - told
    ages = one.ages & other.ages
    victims = bool(one.victims & other.victims)
    if not (names or victims or ages):  # what stands in the reports of many acts only supports what does not
        return 0
    distance = _kilometres(one, other)
    near = _same_name(one, other) or (distance is not None and distance <= NEAR_KM)
    exact = max(one.place_precision or 7, other.place_precision or 7) <= 3
    far = exact and distance is not None and distance > FAR_KM
    tolls = (_agree(one.killed, other.killed), _agree(one.wounded, other.wounded))
    return (
        NEAR * near
        - FAR * far
        + min(NAME * len(names), MOST_NAMES)
        + min(AGE * len(ages), MOST_AGES)
        + min(WORD * len(words), MOST_WORDS)
        + VICTIM * victims
        + TOLL * tolls.count(True)
        - OTHER_TOLL * tolls.count(False)
    )


def _same_name(one: Report, other: Report) -> bool:
    return one.place is not None and other.place is not None and one.place.lower() == other.place.lower()


def _words_of_places(one: Report, other: Report) -> set[str]:
    return set(f"{one.place or ''} {other.place or ''}".lower().split())


def _agree(one: Bounds, other: Bounds) -> bool | None:
    """Whether bounds meet; None when one of them tells nothing."""
    if one == (None, None) or other == (None, None):
        return None
    (low, high), (least, most) = one, other
    return (high is None or (least or 0) <= high) and (most is None or (low or 0) <= most)


def _kilometres(one: Report, other: Report) -> float | None:
    """Distance of the places; None when one is not on the map."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    south, north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(one.longitude - other.longitude)
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(east)
    return EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))
