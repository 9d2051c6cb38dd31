"""What a modifier names by itself: "Russian" in "Russian airstrikes", "Assad's" in "Assad's troops"."""

from dataclasses import replace

from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.reading import Reader
from extractors.actors.referent import Referent
from extractors.language.tokens import Token

MODIFIER_LABELS = frozenset({"amod", "compound", "nmod:poss", "poss", "nmod", "nmod:desc", "det", "nummod"})


def modifier(reader: Reader, phrase: Phrase, token: Token) -> tuple[Referent, ...] | None:
    """What the token names as a modifier of its phrase; None when it is the head or part of it."""
    head = phrase.head
    for number, segment in enumerate(phrase.segments):
        piece = next((each for each in segment if each.start <= token.i < each.end), None)
        if piece is None:
            continue
        if number < len(phrase.segments) - 1:
            return _owner(reader, phrase, number)
        if piece is head or head is None or (piece.role is not None and head.kind in ("entity", "name")):
            return None
        within = phrase.start <= token.head.i < phrase.end
        return _belonging(reader, piece, head) if token.dep_ in MODIFIER_LABELS and within else None
    return None


def _owner(reader: Reader, phrase: Phrase, number: int) -> tuple[Referent, ...]:
    owner: Referent | None = None
    for segment in phrase.segments[: number + 1]:
        owner = reader.segment(segment, owner, phrase.former) or owner
    start = phrase.segments[0][0].start
    return () if owner is None else (owner.at(start, phrase.segments[number][-1].end),)


def _belonging(reader: Reader, piece: Piece, head: Piece) -> tuple[Referent, ...]:
    if piece.kind == "demonym" and piece.demonym is not None:
        armed = head.role is not None and head.role.sector == "MIL"
        return (
            Referent(
                start=piece.start, end=piece.end, country=piece.demonym.country, sector="MIL" if armed else "GOV",
                origin="role", method="nationality",
            ),
        )  # fmt: skip
    found = reader.segment((piece,), None)
    if found is not None and found.sector == "GOV" and head.role is not None and head.role.sector == "MIL":
        found = replace(found, sector="MIL")
    return () if found is None else (found,)
