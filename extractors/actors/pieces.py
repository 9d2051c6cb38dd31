"""Known words of a parsed sentence: names, roles and nationalities, where they are nouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.actors.book import ActorBook, Demonym
from extractors.actors.entry import ActorEntry, Role
from extractors.actors.matching import NameIndex, pieces
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Tokens

PieceKind = Literal["entity", "role", "demonym", "name", "word", "owner"]

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM"})
NOUNS = frozenset({"NOUN", "PROPN"})
ARGUMENTS = frozenset({
    "nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj", "iobj", "dative", "obl", "obl:agent", "obl:unmarked", "obl:tmod",
    "nmod:unmarked", "npadvmod", "pobj",
})  # fmt: skip
_ADJECTIVES = frozenset({
    "some", "both", "several", "many", "all", "most", "few", "half", "none", "military", "opposition", "paramilitary",
    "islamist", "jihadist", "separatist", "militant", "insurgent", "terrorist", "extremist", "civilian", "rebel",
    "guerrilla", "secessionist", "jihadi", "muslim", "christian", "wounded", "injured", "dead", "elderly", "poor",
})  # fmt: skip
"""Words that count or qualify a party although they are no nouns."""
_ABSTRACT = frozenset({
    "force", "power", "office", "court", "hospital", "state", "church", "school", "university", "head", "chair",
    "division", "intelligence", "mission", "patrol", "union", "resistance", "press", "clinic", "party",
})  # fmt: skip
"""Nouns that name no party when they stand alone: "by force", "in office", "met with resistance"."""
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


def known_pieces(doc: Tokens, book: ActorBook) -> list[Piece]:
    """The longest known names, roles and nationalities of a sentence, none overlapping another."""
    words = pieces(doc.text)
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    found: list[Piece] = []
    surnames = {(name.start, name.end) for name in doc.names if name.label == "PER" and name.end - name.start > 1}
    for entity in book.names.find(doc.text, words):
        span = _tokens(entity.start, entity.end, starts, ends)
        if span is None or _part_of_name(span, entity.values, doc, book):
            continue
        if not (surnames and _surname(span, entity.values, surnames)):
            found.append(Piece(kind="entity", start=span[0], end=span[1], entries=entity.values))
    for demonym in book.demonyms.find(doc.text, words):
        span = _tokens(demonym.start, demonym.end, starts, ends)
        if span is not None and not _surname(span, (), surnames):
            found.append(Piece(kind="demonym", start=span[0], end=span[1], demonym=demonym.values[0]))
    found += _roles(doc, book.roles, words, (starts, ends))
    taken: set[int] = set()
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda each: (each.start - each.end, _RANK[each.kind])):
        if taken.isdisjoint(range(piece.start, piece.end)):
            taken.update(range(piece.start, piece.end))
            kept.append(piece)
        elif piece.role is not None and piece.end - 1 not in taken:
            kept += _rest(doc, piece, taken, book)
    return kept


def _rest(doc: Tokens, piece: Piece, taken: set[int], book: ActorBook) -> list[Piece]:
    """The role in the words that a name leaves over: "European Union leaders" are leaders and no union leaders."""
    start = max(position for position in range(piece.start, piece.end) if position in taken) + 1
    roles = book.roles.get(doc.between(start, piece.end)) or book.roles.get(doc.between(start, piece.end).lower())
    taken.update(range(start, piece.end) if roles else ())
    return [Piece(kind="role", start=start, end=piece.end, role=roles[0])] if roles else []


_LANDS = frozenset({"state", "place", "metonym"})


def _part_of_name(span: tuple[int, int], entries: tuple[ActorEntry, ...], doc: Tokens, book: ActorBook) -> bool:
    """Whether a party's name is only the end of a longer one: the New Democratic Party is no Democratic Party."""
    before = doc[span[0] - 1] if span[0] else None
    if any(entry.kind != "party" for entry in entries):
        return False
    behind = doc[span[1] : span[1] + 2]
    if len(behind) == 2 and behind[0].lower_ in ("of", "for") and behind[1].text[:1].isupper():
        return True  # "the Korean Confederation of Trade Unions"
    if before is None or not before.text[:1].isupper():
        return False
    inside = any(name.start < span[0] and name.end >= span[1] for name in doc.names)
    known = book.names.get(before.text) or book.demonyms.get(before.text) or book.roles.get(before.lower_)
    return before.tag_ in ("NNP", "JJ") and inside and not known and not before.text.isupper()


def _surname(span: tuple[int, int], entries: tuple[ActorEntry, ...], people: set[tuple[int, int]]) -> bool:
    """Whether a country's, people's, town's or paper's name is a person's family name: "Rosa Luxemburg", "Ali Turk"."""
    if any(entry.kind not in _LANDS | {"media"} for entry in entries):
        return False
    return any(first < span[0] and last == span[1] for first, last in people)


AGED = "year-old"
"""Who is called by an age alone."""
_RANK: dict[PieceKind, int] = {"entity": 0, "demonym": 1, "role": 2, "name": 3, "word": 4, "owner": 5}


def _roles(
    doc: Tokens, index: NameIndex[Role], words: list[tuple[str, int, int]], edges: tuple[dict[int, int], dict[int, int]]
) -> Iterator[Piece]:
    for role in index.find(doc.text, words):
        span = _tokens(role.start, role.end, *edges)
        if span is not None and _nominal(doc, span, role.values[0]):
            yield Piece(kind="role", start=span[0], end=span[1], role=role.values[0])


def _nominal(doc: Tokens, span: tuple[int, int], role: Role) -> bool:
    """Whether the role's last word is a noun here, or can be nothing else whatever the tagger says."""
    last = doc[span[1] - 1]
    if role.singular in _ABSTRACT and _bare(doc, span):
        return False
    if role.singular == AGED:  # "a 20-year-old was shot", not "a 20-year-old man"
        return last.pos_ in NOUNS
    if last.pos_ == "ADJ" and span[0] and doc[span[0] - 1].pos_ == "PROPN":  # "the UN chief left"
        return span[1] == len(doc) or doc[span[1]].pos_ not in NOMINAL
    if (
        last.pos_ in NOUNS
        or (last.lower_ in _ADJECTIVES and last.tag_ != "VBD")
        or (last.pos_ == "VERB" and last.dep_ in ARGUMENTS)
    ):
        return last.lower_ not in _STATES or last.head.i <= last.i
    return role.singular not in _VERBS and (last.lower_ != role.singular or span[1] - span[0] > 1)


def _bare(doc: Tokens, span: tuple[int, int]) -> bool:
    """Whether a singular noun stands without an article or anything else before it and is no subject."""
    before = doc[span[0] - 1] if span[0] else None
    alone = before is not None and before.pos_ not in NOMINAL and before.tag_ not in ("POS", "PRP$", "HYPH")
    return alone and doc[span[1] - 1].tag_ == "NN" and doc[span[1] - 1].dep_ not in SUBJECTS


def _tokens(start: int, end: int, starts: dict[int, int], ends: dict[int, int]) -> tuple[int, int] | None:
    first, last = starts.get(start), ends.get(end, ends.get(end - 1))
    return None if first is None or last is None or last <= first else (first, last)
