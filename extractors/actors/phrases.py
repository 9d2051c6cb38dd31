"""Cut a parsed sentence into noun phrases made of known pieces: names, roles, nationalities, owners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.actors.book import ActorBook, Demonym
from extractors.actors.entry import ActorEntry, Role
from extractors.actors.matching import NameIndex, pieces
from extractors.actors.words import Word, Words
from extractors.language.depview import SUBJECTS

PieceKind = Literal["entity", "role", "demonym", "name", "word", "owner"]

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ARGUMENTS = frozenset({
    "nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "dative", "obl", "obl:agent", "obl:unmarked", "obl:tmod",
    "nmod:unmarked", "npadvmod", "pobj",
})  # fmt: skip
_MODIFIERS = frozenset({
    "amod", "compound", "flat", "nmod:desc", "nmod:poss", "poss", "nummod", "det", "goeswith", "nmod",
})  # fmt: skip
_SHORT = 3
_QUOTES = frozenset({'"', "“", "”", "'", "’", "‘"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday",
    "tomorrow",
})  # fmt: skip
_FORMER = frozenset({"former", "ex", "late", "then", "onetime", "ousted", "deposed"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_ADJECTIVES = frozenset({
    "some", "both", "several", "many", "all", "most", "few", "half", "none", "military", "opposition", "paramilitary",
    "islamist", "jihadist", "separatist", "militant", "insurgent", "terrorist", "extremist", "civilian", "rebel",
    "guerrilla", "secessionist", "jihadi", "muslim", "christian", "wounded", "injured", "dead", "elderly", "poor",
})  # fmt: skip
"""Words that count or qualify a party although they are no nouns."""
_STATES = frozenset({"wounded", "injured", "dead", "elderly", "poor"})
_VERBS = frozenset({
    "act", "advance", "ally", "attack", "author", "ban", "bank", "base", "blockade", "body", "border", "boss", "call",
    "campaign", "captain", "chair", "champion", "commission", "court", "crowd", "deal", "decision", "demand", "deputy",
    "division", "doctor", "drone", "father", "fire", "force", "front", "group", "guard", "head", "host", "house",
    "jet", "judge", "man", "march", "market", "marshal", "mine", "mob", "monitor", "mother", "move", "nurse", "office",
    "operation", "partner", "party", "patrol", "pilot", "plan", "port", "power", "president", "press", "program",
    "proposal", "raid", "rally", "rebel", "recruit", "refuse", "report", "resolution", "rival", "rocket", "sanction",
    "shell", "siege", "sniper", "source", "speaker", "square", "staff", "state", "statement", "strike", "tank", "team",
    "threat", "truce", "unit", "veto", "visit", "wave", "witness", "worker", "warning", "withdrawal", "ruler", "number",
    "half", "lot", "pair", "series", "dozen", "column", "range", "school", "sponsor", "voice", "vote", "war", "award",
    "conflict", "conference", "meeting", "flag", "island", "road", "street", "bridge", "area", "law", "pact", "plea",
    "one", "handful", "rest", "fleet", "contract", "mission", "coordinate", "marine", "spy", "ship", "land", "police",
})  # fmt: skip
"""Roles whose plural can be a verb's form: they need a noun's tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens `[start, end)` of a sentence that mean one thing."""

    kind: PieceKind
    start: int
    end: int
    entries: tuple[ActorEntry, ...] = ()
    role: Role | None = None
    demonym: Demonym | None = None


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


def phrases(doc: Words, book: ActorBook, proper: frozenset[str] = frozenset()) -> tuple[Phrase, ...]:
    """Noun phrases in text order, none overlapping another. `proper` words are names however they are tagged."""
    known = _known_pieces(doc, book)
    inside = {position: piece for piece in known for position in range(piece.start, piece.end)}
    for token in doc:
        if token.text in proper and token.pos_ not in _NOMINAL and token.i not in inside:
            inside[token.i] = Piece(kind="name", start=token.i, end=token.i + 1)
    return tuple(_phrase(doc, start, end, inside) for start, end in _spans(doc, inside))


def proper_words(docs: Iterable[Words]) -> frozenset[str]:
    """Words that are tagged as names inside sentences of an article."""
    return frozenset(
        token.text
        for doc in docs
        for token in doc[1:]
        if token.pos_ == "PROPN" and token.text[0].isupper() and len(token.text) > _SHORT and token.ent_type_
    )


def _known_pieces(doc: Words, book: ActorBook) -> list[Piece]:
    words = pieces(doc.text)
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    found: list[Piece] = []
    for entity in book.names.find(doc.text, words):
        if (span := _tokens(entity.start, entity.end, starts, ends)) is not None:
            found.append(Piece(kind="entity", start=span[0], end=span[1], entries=entity.values))
    for demonym in book.demonyms.find(doc.text, words):
        if (span := _tokens(demonym.start, demonym.end, starts, ends)) is not None:
            found.append(Piece(kind="demonym", start=span[0], end=span[1], demonym=demonym.values[0]))
    found += _roles(doc, book.roles, words, (starts, ends))
    taken: set[int] = set()
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda each: (each.start - each.end, _RANK[each.kind])):
        if taken.isdisjoint(range(piece.start, piece.end)):
            taken.update(range(piece.start, piece.end))
            kept.append(piece)
    return kept


_RANK: dict[PieceKind, int] = {"entity": 0, "demonym": 1, "role": 2, "name": 3, "word": 4, "owner": 5}


def _roles(
    doc: Words, index: NameIndex[Role], words: list[tuple[str, int, int]], edges: tuple[dict[int, int], dict[int, int]]
) -> Iterator[Piece]:
    for role in index.find(doc.text, words):
        span = _tokens(role.start, role.end, *edges)
        if span is not None and _nominal(doc, span, role.values[0]):
            yield Piece(kind="role", start=span[0], end=span[1], role=role.values[0])


def _nominal(doc: Words, span: tuple[int, int], role: Role) -> bool:
    """Whether the role's last word is a noun here, or can be nothing else whatever the tagger says."""
    last = doc[span[1] - 1]
    if last.pos_ == "ADJ" and span[0] and doc[span[0] - 1].pos_ == "PROPN":  # "the UN chief left"
        return span[1] == len(doc) or doc[span[1]].pos_ not in _NOMINAL
    if last.pos_ in _NOUNS or last.lower_ in _ADJECTIVES or (last.pos_ == "VERB" and last.dep_ in _ARGUMENTS):
        return last.lower_ not in _STATES or last.head.i <= last.i
    return role.singular not in _VERBS and (last.lower_ != role.singular or span[1] - span[0] > 1)


def _tokens(start: int, end: int, starts: dict[int, int], ends: dict[int, int]) -> tuple[int, int] | None:
    first, last = starts.get(start), ends.get(end, ends.get(end - 1))
    return None if first is None or last is None or last <= first else (first, last)


def _spans(doc: Words, inside: dict[int, Piece]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for token in doc:
        joins = _joins(doc, token, inside)
        if start is not None and (not joins or _breaks(doc, doc[token.i - 1], token, inside)):
            yield start, _trimmed(doc, start, token.i, inside)
            start = None
        if joins and start is None and not _mark(token) and token.lower_ not in ("least", "most"):
            start = token.i
    if start is not None:
        yield start, _trimmed(doc, start, len(doc), inside)


def _trimmed(doc: Words, start: int, end: int, inside: dict[int, Piece]) -> int:
    """The end without what cannot close a noun phrase: hyphens, adjectives, participles."""
    while end > start + 1 and end - 1 not in inside and (_mark(doc[end - 1]) or doc[end - 1].pos_ in ("VERB", "ADJ")):
        end -= 1
    return end


def _mark(token: Word) -> bool:
    return token.text in _HYPHENS or token.tag_ == "POS"


def _joins(doc: Words, token: Word, inside: dict[int, Piece]) -> bool:
    """Whether the token can stand in a noun phrase."""
    if token.i in inside:
        return True
    if token.tag_ in _PRONOUNS or token.text == "/" or _complementiser(token) or (token.lower_ in _DAYS and token.text[0].isupper()):
        return False
    if token.pos_ in _NOMINAL or token.tag_ in ("POS", "PRP$", "AFX", "FW"):
        return True
    if token.text in _QUOTES:  # "Islamic State" militants
        return token.i - 1 in inside and token.i + 1 < len(doc) and doc[token.i + 1].pos_ in _NOUNS
    if token.text in _HYPHENS:
        return 0 < token.i < len(doc) - 1 and doc.glued(token.i - 1)
    previous_hyphen = token.i > 0 and doc[token.i - 1].text in _HYPHENS and doc.glued(token.i - 1)
    return previous_hyphen or (
        token.tag_ in ("VBN", "VBG", "NNP") and token.dep_ in _MODIFIERS and token.head.i > token.i
    )


def _complementiser(token: Word) -> bool:
    """Whether "that" begins a clause: no plural has it for an article."""
    return token.lower_ == "that" and (token.tag_ == "IN" or token.head.tag_ in ("NNS", "NNPS"))


def _breaks(doc: Words, left: Word, right: Word, inside: dict[int, Piece]) -> bool:
    """Whether a new phrase begins at `right`."""
    if right.i in inside and inside[right.i] is inside.get(left.i):
        return False
    if left.dep_ in SUBJECTS and left.head is right:  # "Doe | lives in Rome": a verb that was taken for a noun
        return True
    if left.pos_ == right.pos_ == "PROPN" and doc.goes_on(right.i):
        return False
    if _mark(right) or _mark(left):
        return False
    if right.pos_ == "DET" or right.tag_ == "PRP$":
        return left.pos_ != "DET"
    titled = inside.get(left.i)
    if right.pos_ == "PROPN" and titled is not None and titled.role is not None:
        return False
    top = _top(right)
    if _subject_ahead(top) and left.pos_ in _NOUNS and _top(left) is left and left.head.i < left.i:
        return True
    return _argument(left) and top is not left and _other_argument(left, top)


def _subject_ahead(token: Word) -> bool:
    """Whether the token is the subject of a verb that follows: "the risks | people take"."""
    return token.dep_ in SUBJECTS and token.head.i > token.i and token.pos_ in _NOUNS


def _argument(token: Word) -> bool:
    return token.dep_ in _ARGUMENTS and token.pos_ in ("NOUN", "PROPN", "PRON")


def _other_argument(left: Word, right: Word) -> bool:
    return (
        right.dep_ in _ARGUMENTS and left.head is not right and (left.dep_, left.head.i) != (right.dep_, right.head.i)
    )


def _top(token: Word) -> Word:
    """The noun that the modifiers lead to."""
    while token.dep_ in _MODIFIERS and token.head.i > token.i and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def _phrase(doc: Words, start: int, end: int, inside: dict[int, Piece]) -> Phrase:
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


def _all_pieces(doc: Words, start: int, end: int, inside: dict[int, Piece]) -> Iterator[Piece]:
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
            if token.tag_ == "PRP$":
                yield Piece(kind="owner", start=position, end=position + 1)
            elif token.tag_ == "POS" or (token.pos_ in _NOUNS and token.text not in _HYPHENS):
                yield Piece(kind="word", start=position, end=position + 1)
            position += 1


def _name_end(doc: Words, position: int, end: int, inside: dict[int, Piece]) -> int:
    last = position + 1
    while last < end and last not in inside:
        token = doc[last]
        bridged = token.text in _HYPHENS and last + 1 < end and doc.glued(last)
        if not (bridged or token.pos_ == "PROPN" or (doc.goes_on(last) and token.tag_ != "POS")):
            break
        last += 1
    return last
