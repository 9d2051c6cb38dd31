"""The country of people, troops and bodies that nobody is said to own: at home, unless the words say otherwise."""

from extractors.actors.entry import Role
from extractors.actors.pieces import Piece
from extractors.language.tokens import Token, Tokens

_STRANGE = frozenset({
    "foreign", "international", "overseas", "neighboring", "neighbouring", "western", "european", "african", "asian",
    "arab", "american-led", "global", "multinational", "nordic", "baltic", "balkan", "scandinavian", "allied", "other",
})  # fmt: skip
"""Adjectives for those who do not belong to the article's country."""
_CARRYING = frozenset({
    "evacuate", "bring", "rescue", "remove", "expel", "drive", "flee", "displace", "pull", "free", "release",
    "transfer", "escape", "move", "save", "fly", "take", "lead", "carry", "relocate", "resettle", "force", "uproot",
    "airlift", "bar", "ban", "exclude", "block", "oust", "banish", "deport", "evict", "chase",
    "throw", "kick",
})  # fmt: skip
_WHO = frozenset({"office", "member", "armed", "people", "peer"})
"""Kinds of roles that are somebody, and so can hail from somewhere."""
_BELONGING = frozenset({"its", "their"})
_STATELY = frozenset({"government", "monarchy", "kingdom", "regime", "capital", "parliament"})
"""What every state has one of, so that several are those of several states."""
_NATIVE = frozenset({"local", "domestic", "native", "homegrown"})


def at_home(doc: Tokens, piece: Piece, role: Role, *, local: bool) -> bool:
    """Whether a role noun without an owner belongs to the country that the article is about."""
    qualities = _qualities(doc, piece)
    if not local:
        return not qualities.isdisjoint(_NATIVE) and role.kind not in ("peer", "deed")
    if role.kind != "people" and any(word.lower_ in _BELONGING for word in doc[max(0, piece.start - 3) : piece.start]):
        return False
    several = ("state" in role.refers or role.singular in _STATELY) and doc[piece.end - 1].tag_ == "NNS"
    return not several and qualities.isdisjoint(_STRANGE) and not _hailing(doc, piece)


def _qualities(doc: Tokens, piece: Piece) -> set[str]:
    """The adjectives right before a noun."""
    found: set[str] = set()
    position = piece.start - 1
    while position >= 0 and doc[position].pos_ in ("ADJ", "NOUN", "NUM", "PROPN"):
        found.add(doc[position].lower_)
        position -= 1
    return found


def qualified(doc: Tokens, piece: Piece, role: Role, preposition: str) -> bool:
    """Whether what follows says who they are, though it gives no country: "leaders from several Western states"."""
    if role.kind not in _WHO or preposition not in ("from", "of"):
        return False
    return preposition == "of" or _hailing(doc, piece)


def away(doc: Tokens, piece: Piece) -> bool:
    """Whether "from" behind a noun says whence its verb brings or keeps somebody: "barred envoys from the country"."""
    noun: Token = doc[piece.end - 1]
    return piece.end < len(doc) and doc[piece.end].lower_ == "from" and noun.head.lemma_ in _CARRYING


def _hailing(doc: Tokens, piece: Piece) -> bool:
    """Whether "from" says what they are; "rescued people from flooded areas" only says whence."""
    return piece.end < len(doc) and doc[piece.end].lower_ == "from" and not away(doc, piece)
