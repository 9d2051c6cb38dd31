"""The sector of a role noun beside what it belongs to."""

from collections.abc import Sequence

from extractors.actors.entry import Role
from extractors.actors.referent import Referent
from extractors.model import Sector

ALLIANCES = frozenset({"IGO", "EUR"})
_WORLDWIDE = frozenset({"IGO", "EUR", "UNO", "NGO"})
_LEARNED = frozenset({"EDU", "CVL"})
_FIGHTING = frozenset({"MIL", "REB", "PRM", "COP", "CRM", "UAF"})
_FOLLOWERS = frozenset({"man", "boy"})
"""Nouns for those whom a commander or an armed group calls its own: "Dagalo's men"."""
FOUNDED = frozenset({"party", "movement", "commission", "front", "association"})
"""What somebody at home has founded when only its name is told: "the United National Party"."""
_OWN_KIND = frozenset({"REB", "PRM", "COP", "SPY", "OPP", "PTY", "JUD"})


def belongs_at_home(modifier: Referent) -> bool:
    """Whether what a role belongs to is at home itself."""
    decided = modifier.method != "modifier"
    return modifier.method == "role+focus" if decided else modifier.role is not None and modifier.role.local


def sector_of(role: Role, modifiers: Sequence[Referent], plural: bool) -> Sector | None:
    """The sector of a role noun beside what it belongs to: "rebel commander" REB, "government troops" MIL."""
    if role.kind == "people" and role.sector in _LEARNED and any(each.country in _WORLDWIDE for each in modifiers):
        return next(each.sector for each in modifiers if each.country in _WORLDWIDE)
    if plural and role.singular in _FOLLOWERS:
        leader = next((each.sector for each in modifiers if each.sector in _FIGHTING), None)
        ruler = any(each.person and each.sector == "GOV" for each in modifiers)
        return leader or ("MIL" if ruler else role.sector)
    if role.kind not in ("member", "armed", "office"):
        return role.sector
    owner = next((each for each in modifiers if each.sector is not None or each.origin == "organisation"), None)
    if owner is None or owner.origin in ("state", "place") or owner.kind == "people":
        return role.sector
    if role.kind == "office" or (plural and role.singular == "leader"):
        return _office(role, owner)
    if role.kind == "armed" and owner.sector in (None, "GOV", "MIL"):
        return "MIL" if role.sector in (None, "MIL") else role.sector
    if role.kind == "armed" and owner.sector in ("OPP", "PTY"):
        return "REB"
    return owner.sector


def _office(role: Role, owner: Referent) -> Sector | None:
    """Who holds an office of a state or alliance is government; of any other body, what the body is."""
    if role.sector == "LEG":
        return role.sector
    if owner.origin == "role":
        return owner.sector if owner.sector in _OWN_KIND else role.sector
    return role.sector if owner.country in ALLIANCES or owner.sector == "GOV" or owner.person else owner.sector
