"""Names that many states have for a house or force of theirs: "Congress" in an article about Brazil is Brazil's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.actors.book import ActorBook
from extractors.actors.choosing import SHARED_NAMES, Setting
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
            piece.start: (piece, role)
            for phrase in phrases
            for segment in phrase.segments
            for piece in segment
            if piece.entries and (role := _generic(piece, words, book, setting)) is not None
        }
        if found:
            near = countries_in(phrase for _, there in cut[max(0, index - 1) : index + 1] for phrase in there)
            changed = {
                start: replace(piece, kind="role", entries=(), role=role)
                for start, (piece, role) in found.items()
                if near[str(piece.entries[0].country)] <= 1  # named by the piece itself, once
            }
            yield words, tuple(_changed(phrase, changed) for phrase in phrases)
        else:
            yield words, phrases


def _changed(phrase: Phrase, changed: dict[int, Piece]) -> Phrase:
    segments = tuple(tuple(changed.get(piece.start, piece) for piece in segment) for segment in phrase.segments)
    return replace(phrase, segments=segments)


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


_PLAIN = frozenset({"state", "place", "metonym", "person", "woman"})
