"""What a deed is by whom it passes between: roads that people without power block, bans and frozen money abroad."""

from dataclasses import replace

from extractors.coding.drafts import Draft
from extractors.model import Party, Sector

UNARMED: frozenset[Sector | None] = frozenset(
    {"CVL", "AGR", "LAB", "EDU", "MED", "OPP", "SOC", "REL", "REF", "JRN", "PTY"}
)
ROADS = frozenset({
    "road", "street", "highway", "bridge", "motorway", "railway", "track", "entrance", "port", "border", "airport",
    "runway", "crossing", "intersection", "avenue", "gate", "square", "route", "access", "autobahn", "pipeline",
})  # fmt: skip
JOURNEYS = frozenset({"travel", "visa", "entry", "enter", "come", "return", "visit"})
"""What a ban on foreigners bans."""
MONEY = frozenset({"asset", "account", "fund", "reserve"})
MOVES = frozenset({"ban", "bar", "impose", "slap", "prohibit", "blacklist", "draw", "forbid", "issue", "place"})
_STATELY: frozenset[Sector | None] = frozenset({"GOV", "LEG", "JUD", None})


def as_between(made: Draft) -> Draft:
    """The draft as the type that its parties make of it; unchanged where they leave it as it is."""
    if made.event_type != "COERCE":
        return made
    if made.mode == "restrict" and made.sense.lemma in ("block", "blockade", "occupy") and _by_people(made):
        return replace(made, event_type="PROTEST", mode="obstruct") if made.content & ROADS else made
    travel = made.mode == "restrict" and made.sense.lemma in MOVES and bool(made.content & JOURNEYS)
    frozen = made.sense.lemma == "freeze" and bool(made.content & MONEY)
    if (travel or frozen) and _abroad(made.actors, made.recipients):
        return replace(made, event_type="SANCTION", mode=None)
    return made


def _by_people(made: Draft) -> bool:
    return bool(made.actors) and all(each.sector in UNARMED for each in made.actors)


def _abroad(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Whether states do it to those of other states, and not only to travelers."""
    ours, theirs = {each.country for each in actors}, {each.country for each in recipients}
    if None in ours or None in theirs or not ours or not theirs or not ours.isdisjoint(theirs):
        return False
    return all(each.sector in _STATELY for each in actors) and any(each.sector != "CVL" for each in recipients)
