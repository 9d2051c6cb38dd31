"""What may own what: the phrase behind "of" and the nouns that only count or bundle others."""

from extractors.actors.entry import Role
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent

BANDS = frozenset({"group", "crowd", "gang", "band", "team", "mob", "convoy", "column", "delegation", "contingent"})
"""Nouns that only bundle those who follow: "a group of armed men"."""


def counts(piece: Piece) -> bool:
    """Whether a word only counts: "all sides"."""
    return piece.role is not None and piece.role.kind == "part"


def followed(referent: Referent, role: Role) -> bool:
    """Whether people after "of" or "for" are those whom a noun bundles or speaks for."""
    bundles = role.singular in BANDS or role.kind in ("member", "office")
    return bundles and referent.plural and referent.origin == "role" and referent.coded


def owns(referent: Referent) -> bool:
    """Whether a phrase after "of" can be what a role belongs to."""
    return referent.origin in ("state", "place", "organisation", "person", "name") or bool(
        referent.role and referent.role.kind in ("body", "unit", "armed")
    )
