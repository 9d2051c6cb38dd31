"""Names that many states have for a house or force of theirs: "Congress" in an article about Brazil is Brazil's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.actors.book import ActorBook
from extractors.actors.choosing import SHARED_NAMES, Setting, common
from extractors.actors.entry import ORGANISATION_CODES, Role
from extractors.actors.focus import countries_in
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.language.tokens import Tokens

Cut = tuple[Tokens, tuple[Phrase, ...]]


def domestic(cut: Sequence[Cut], book: ActorBook, setting: Setting) -> Iterator[Cut]:
    """The phrases with such names as role nouns, unless the listed owner's country is spoken of right there."""
    for index, (words, phrases) in enumerate(cut):
        found = {
            piece.start: (piece, own)
            for phrase in phrases
            for segment in phrase.segments
            for piece in segment
            if piece.entries and (own := _own(piece, words, book, setting)) is not None
        }
        if found:
            near = countries_in(phrase for _, there in cut[max(0, index - 1) : index + 1] for phrase in there)
            changed = {start: own for start, (piece, own) in found.items() if not _spoken_of(piece, near)}
            yield words, tuple(_changed(phrase, changed) for phrase in phrases)
        else:
            yield words, phrases


def _changed(phrase: Phrase, changed: dict[int, Piece]) -> Phrase:
    segments = tuple(tuple(changed.get(piece.start, piece) for piece in segment) for segment in phrase.segments)
    return replace(phrase, segments=segments)


def _spoken_of(piece: Piece, near: Counter[str]) -> bool:
    """Whether a listed owner's country is named beside the name, which itself names it when it is the only one."""
    owners = {str(entry.country) for entry in piece.entries}
    return any(near[owner] > (len(owners) == 1) for owner in owners)


def _own(piece: Piece, words: Tokens, book: ActorBook, setting: Setting) -> Piece | None:
    """What the name is at home: a role noun, or a party of the same common name."""
    role = _generic(piece, words, book, setting)
    if role is not None:
        return replace(piece, kind="role", entries=(), role=role)
    name, first = words.between(piece.start, piece.end), piece.entries[0]
    if setting.focus in (None, first.country) or first.kind != "party" or not common(name) or len(name.split()) == 1:
        return None
    if any(entry.country == setting.focus for entry in piece.entries) or (name in _KNOWN and "USA" in setting.named):
        return None
    return replace(piece, entries=(replace(first, name=name, country=setting.focus, sector="PTY", aliases=()),))


def _generic(piece: Piece, words: Tokens, book: ActorBook, setting: Setting) -> Role | None:
    """The role noun that a listed name of another country's body is also."""
    owner = piece.entries[0].country
    if setting.focus is None or owner in (None, setting.focus) or owner in ORGANISATION_CODES:
        return None
    if any(entry.country != owner or entry.kind in _PLAIN for entry in piece.entries):
        return None
    name = words.between(piece.start, piece.end)
    if name in SHARED_NAMES and setting.focus not in SHARED_NAMES[name]:
        return None
    return next(iter(book.roles.get(name)), None)


_KNOWN = frozenset({"Democratic Party", "Republican Party"})
"""American parties, which the world's press names far from their country's name."""
_PLAIN = frozenset({"state", "place", "metonym", "person", "woman"})
