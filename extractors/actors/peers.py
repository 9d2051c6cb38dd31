"""Nouns that say what one party is to another: allies, rivals, counterparts, challengers."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.actors.entry import Role
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent
from extractors.actors.sectors import ALLIANCES
from extractors.model import Sector

OF_PERSONS = frozenset({"rival", "ally", "associate"})
"""Nouns that a person's possessive makes somebody of the same country."""
_FIGHTING = frozenset({"MIL", "REB", "PRM"})


def peer(piece: Piece, role: Role, modifiers: Sequence[Referent], *, plural: bool) -> Referent:
    """An ally, rival or counterpart, of the country whose adjective it has: "its Turkish ally"."""
    own = next((each for each in modifiers if each.method == "nationality" or each.country in ALLIANCES), None)
    fights = next((each.sector for each in modifiers if each.sector in _FIGHTING), None)
    return Referent(
        start=piece.start,
        end=piece.end,
        country=own.country if own else None,
        sector=role.sector or fights or ("GOV" if own else None),
        origin="role",
        role=role,
        plural=plural,
        method="role" if own or fights or role.sector else "words",
    )


def next_door(found: Referent, modifiers: Sequence[Referent], home: str | None) -> Referent:
    """ "Rwanda closed its border with its neighbor": of another state, the one neighbor is the article's country."""
    owner = next((each for each in modifiers if each.country is not None), None)
    if owner is None or owner.origin != "state" or found.plural or found.country is not None:
        return found
    alone = found.role is not None and found.role.singular in ("neighbor", "neighbour")
    return replace(found, country=home, method="role+focus") if alone and home != owner.country else found


def challenger(piece: Piece, role: Role, modifiers: Sequence[Referent], *, plural: bool) -> Referent:
    """The rival or ally of a politician, who is one of the same country; an ally of the opposition belongs to it."""
    other = next(each for each in modifiers if each.person)
    against: Sector = "OPP" if other.sector == "GOV" else "PTY"
    side = other.sector if other.sector in ("OPP", "PTY") else None
    return Referent(
        start=piece.start,
        end=piece.end,
        country=other.country,
        sector=against if role.singular == "rival" else side,
        origin="role",
        role=role,
        plural=plural,
        method="role",
    )
