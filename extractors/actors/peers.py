"""Nouns that say what one party is to another: allies, rivals, counterparts, challengers."""

from collections.abc import Sequence

from extractors.actors.entry import Role
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent
from extractors.actors.sectors import ALLIANCES

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


def challenger(piece: Piece, role: Role, modifiers: Sequence[Referent], *, plural: bool) -> Referent:
    """The rival of a politician, who is one of the same country."""
    other = next(each for each in modifiers if each.person)
    return Referent(
        start=piece.start,
        end=piece.end,
        country=other.country,
        sector="OPP" if other.sector == "GOV" else "PTY",
        origin="role",
        role=role,
        plural=plural,
        method="role",
    )
