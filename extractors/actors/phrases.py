"""Cut a parsed sentence into noun phrases made of known pieces: names, roles, nationalities, owners."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.actors.book import ActorBook
from extractors.actors.pieces import ARGUMENTS, NOMINAL, NOUNS, Piece, known_pieces
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import PERSONS, Token, Tokens

_MODIFIERS = frozenset({
    "amod", "compound", "flat", "nmod:desc", "nmod:poss", "poss", "nummod", "det", "goeswith", "nmod",
})  # fmt: skip
_SHORT = 3
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_QUOTES = frozenset({'"', "“", "”", "'", "’", "‘"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday",
    "tomorrow",
})  # fmt: skip
_SAYING = frozenset({
    "say", "tell", "add", "announce", "warn", "call", "urge", "insist", "promise", "vow", "reject", "resign", "accuse",
    "pledge", "argue", "admit", "deny", "write", "apologize", "apologise",
})  # fmt: skip
_COUNTS = frozenset({"hundreds", "thousands", "dozens", "scores", "millions"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_ZONES = frozenset({"UTC", "GMT", "CET", "CEST"})
"""What stands before the news of a ticker: "17:20 UTC Jane Doe lands in Quito"."""
_FORMER = frozenset({"former", "ex", "late", "onetime"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase without what follows its last noun; `segments` are parted by possessive endings."""

    start: int
    end: int
    segments: tuple[tuple[Piece, ...], ...]
    former: bool

    @property
    def head(self) -> Piece | None:
        """The last piece, which says what the phrase is about."""
        last = self.segments[-1] if self.segments else ()
        return last[-1] if last else None


def phrases(doc: Tokens, book: ActorBook, proper: frozenset[str] = frozenset()) -> tuple[Phrase, ...]:
    """Noun phrases in text order, none overlapping another. `proper` words are names however they are tagged."""
    known = known_pieces(doc, book)
    inside = {position: piece for piece in known for position in range(piece.start, piece.end)}
    for token in doc:
        if token.text in proper and token.pos_ not in NOMINAL and token.i not in inside:
            inside[token.i] = Piece(kind="name", start=token.i, end=token.i + 1)
    return tuple(_phrase(doc, start, end, inside) for start, end in _spans(doc, inside))


def proper_words(docs: Iterable[Tokens]) -> frozenset[str]:
    """Words that are tagged as names inside sentences of an article."""
    return frozenset(
        token.text
        for doc in docs
        for token in doc[1:]
        if token.pos_ == "PROPN" and token.text[0].isupper() and len(token.text) > _SHORT and token.ent_type_
    )


def _spans(doc: Tokens, inside: dict[int, Piece]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in doc:
        joins = token.i in inside or _joins(doc, token, inside)
        if start is not None and (not joins or _breaks(doc[token.i - 1], token, inside)):
            yield start, _trimmed(doc, start, token.i, inside)
            start = None
        if joins and start is None and not _mark(token) and token.lower_ not in ("least", "most"):
            start = token.i
    if start is not None:
        yield start, _trimmed(doc, start, len(doc), inside)


def _trimmed(doc: Tokens, start: int, end: int, inside: dict[int, Piece]) -> int:
    """The end without what cannot close a noun phrase: hyphens, adjectives, participles."""
    while end > start + 1 and end - 1 not in inside and (_mark(doc[end - 1]) or doc[end - 1].pos_ in ("VERB", "ADJ")):
        end -= 1
    return end


def _mark(token: Token) -> bool:
    return token.text in _HYPHENS or token.tag_ == "POS"


def _joins(doc: Tokens, token: Token, inside: dict[int, Piece]) -> bool:
    """Whether a token that nothing is known about can stand in a noun phrase."""
    if (
        token.tag_ in _PRONOUNS
        or token.text in _ZONES
        or _CLOCK.fullmatch(token.text)
        or token.text == "/"
        or (token.lower_ == "that" and _clausal(token))
    ):
        return False
    if token.lower_ == "called" and token.i > 1 and doc[token.i - 2].lower_ == "so":
        return False
    if token.lower_ in _DAYS and token.text[0].isupper() and not is_surname(token):
        return False
    if token.pos_ in NOMINAL or token.tag_ in ("POS", "PRP$", "WP$", "AFX", "FW"):
        return True
    if token.text in _QUOTES:  # "Islamic State" militants, but not an envoy "persona non grata"
        opened = sum(each.text in _QUOTES for each in doc[: token.i]) % 2 == 1
        return opened and token.i - 1 in inside and token.i + 1 < len(doc) and doc[token.i + 1].pos_ in NOUNS
    if token.text in _HYPHENS:
        return 0 < token.i < len(doc) - 1 and doc.glued(token.i - 1)
    previous_hyphen = token.i > 0 and doc[token.i - 1].text in _HYPHENS and doc.glued(token.i - 1)
    return previous_hyphen or (
        token.tag_ in ("VBN", "VBG", "NNP") and token.dep_ in _MODIFIERS and token.head.i > token.i
    )


def is_surname(month: Token) -> bool:
    """Whether the name of a month or a day is somebody's: "May said", "accused May", what the model takes for one."""
    if month.ent_type_ in PERSONS:
        return True
    if month.pos_ != "PROPN":
        return False
    following = month.doc[month.i + 1] if month.i + 1 < len(month.doc) else None
    says = following is not None and following.tag_ in ("VBD", "VBZ") and following.lemma_.lower() in _SAYING
    return says or (month.dep_ in ("obj", "iobj") and month.i > 0 and month.nbor(-1).pos_ == "VERB")


def _clausal(that: Token) -> bool:
    """Whether "that" begins a clause: no plural has it for an article."""
    return that.tag_ == "IN" or that.head.tag_ in ("NNS", "NNPS")


def _breaks(left: Token, right: Token, inside: dict[int, Piece]) -> bool:
    """Whether a new phrase begins at `right`."""
    if right.i in inside and inside[right.i] is inside.get(left.i):
        return False
    if left.dep_ in SUBJECTS and left.head is right:  # "Doe | lives in Rome": a verb that was taken for a noun
        return True
    if left.pos_ == right.pos_ == "PROPN" and right.goes_on:
        return False
    named = left.head if left.dep_ == "flat" else left
    if right.dep_ == "xcomp" and named.dep_ in ("obj", "dobj") and right.head is named.head:  # "took guards | hostage"
        return True
    if _mark(right) or _mark(left) or _adjective(inside.get(left.i), right):
        return False
    if right.pos_ == "DET" or right.tag_ in ("PRP$", "WP$"):
        return left.pos_ != "DET"
    if left.lower_ in _COUNTS:  # "Thousands | mourn activist": what is counted would follow "of"
        return True
    titled = inside.get(left.i)
    if right.pos_ == "PROPN" and titled is not None and titled.role is not None and titled.role.kind != "deed":
        return False
    top = _top(right)
    if _subject_ahead(top) and left.pos_ in NOUNS and _top(left) is left and left.head.i < left.i:
        return True
    return _argument(left) and top is not left and _other_argument(left, top)


def _adjective(piece: Piece | None, right: Token) -> bool:
    """Whether a nationality goes with the noun behind it, however it was tagged."""
    return piece is not None and piece.demonym is not None and not piece.demonym.noun and right.pos_ == "NOUN"


def _subject_ahead(token: Token) -> bool:
    """Whether the token is the subject of a verb that follows: "the risks | people take"."""
    return token.dep_ in SUBJECTS and token.head.i > token.i and token.pos_ in NOUNS


def _argument(token: Token) -> bool:
    return token.dep_ in ARGUMENTS and token.pos_ in ("NOUN", "PROPN", "PRON")


def _other_argument(left: Token, right: Token) -> bool:
    return right.dep_ in ARGUMENTS and left.head is not right and (left.dep_, left.head.i) != (right.dep_, right.head.i)


def _top(token: Token) -> Token:
    """The noun that the modifiers lead to."""
    while token.dep_ in _MODIFIERS and token.head.i > token.i and token.head.pos_ in NOMINAL:
        token = token.head
    return token


def _phrase(doc: Tokens, start: int, end: int, inside: dict[int, Piece]) -> Phrase:
    segments: list[tuple[Piece, ...]] = []
    current: list[Piece] = []
    for piece in _all_pieces(doc, start, end, inside):
        if doc[piece.start].tag_ == "POS":
            segments.append(tuple(current))
            current = []
        else:
            current.append(piece)
    segments.append(tuple(current))
    former = any(doc[position].lower_ in _FORMER for position in range(start, end))
    return Phrase(start=start, end=end, segments=tuple(each for each in segments if each), former=former)


def _all_pieces(doc: Tokens, start: int, end: int, inside: dict[int, Piece]) -> Iterator[Piece]:
    position = start
    while position < end:
        known, token = inside.get(position), doc[position]
        if known is not None:
            yield known
            position = max(known.end, position + 1)
        elif token.pos_ == "PROPN" or (token.text[0].isupper() and token.ent_type_ and token.pos_ != "DET"):
            last = _name_end(doc, position, end, inside)
            yield Piece(kind="name", start=position, end=last)
            position = last
        else:
            if token.tag_ in ("PRP$", "WP$"):
                yield Piece(kind="owner", start=position, end=position + 1)
            elif token.tag_ == "POS" or (token.pos_ in NOUNS and token.text not in _HYPHENS):
                yield Piece(kind="word", start=position, end=position + 1)
            position += 1


def _name_end(doc: Tokens, position: int, end: int, inside: dict[int, Piece]) -> int:
    last = position + 1
    while last < end and last not in inside:
        token = doc[last]
        bridged = token.text in _HYPHENS and last + 1 < end and doc.glued(last)
        if not (bridged or token.pos_ == "PROPN" or (token.goes_on and token.tag_ != "POS")):
            break
        last += 1
    return last
