"""Names that many states have for a house or force of theirs: "Congress" in an article about Brazil is Brazil's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.actors.book import ActorBook
from extractors.actors.choosing import Setting
from extractors.actors.entry import ORGANISATION_CODES, Role
from extractors.actors.focus import countries_in
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.words import Words

Cut = tuple[Words, tuple[Phrase, ...]]


def domestic(cut: Sequence[Cut], book: ActorBook, setting: Setting) -> Iterator[Cut]:
    """The phrases with such names as role nouns, unless the listed owner's country is spoken of right there."""
    before: Counter[str] = Counter()
    for words, phrases in cut:
        here = countries_in(phrases)
        yield words, tuple(_read_as_role(phrase, words, book, setting, here + before) for phrase in phrases)
        before = here


def _read_as_role(phrase: Phrase, words: Words, book: ActorBook, setting: Setting, near: Counter[str]) -> Phrase:
    found = [(piece, _generic(piece, words, book, setting)) for segment in phrase.segments for piece in segment]
    changed = {
        piece.start: replace(piece, kind="role", entries=(), role=role)
        for piece, role in found
        if role is not None and near[str(piece.entries[0].country)] <= 1  # named by the piece itself, once
    }
    if not changed:
        return phrase
    segments = tuple(tuple(changed.get(piece.start, piece) for piece in segment) for segment in phrase.segments)
    return replace(phrase, segments=segments)


def _generic(piece: Piece, words: Words, book: ActorBook, setting: Setting) -> Role | None:
    """The role noun that a listed name of another country's body is also."""
    owners = {entry.country for entry in piece.entries}
    if setting.focus is None or len(owners) != 1 or owners & {None, setting.focus, *ORGANISATION_CODES}:
        return None
    return next(iter(book.roles.get(words.between(piece.start, piece.end))), None)
