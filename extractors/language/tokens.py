"""A parsed sentence as plain objects, read out of spaCy once.

A spaCy token answers each question through C and makes the objects it answers with; the rooms that read a sentence ask
hundreds. Names of attributes are spaCy's.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.parts_of_speech import NAMES  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.tokens import Doc

COLUMNS: list[int | str] = ["IDX", "LENGTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD"]
PARTS_OF_SPEECH: dict[int, str] = {int(number): name for number, name in NAMES.items()}
INSIDE, BEGINS = 1, 3
"""What ENT_IOB says of a word that goes on a name, and of one that begins one."""
WRAP = (1 << 64) - 1
"""Offsets to the left come as huge numbers."""
CONJUNCT = "conj"
_LABELS: dict[int, str] = {}
"""Tags, relations and kinds of name by spaCy's number, which is a hash of the word and the same in every model."""
PERSONS = frozenset({"PER", "PERSON"})
"""What the two schemes call a person."""


class Token:
    """One word; the root is its own head, and `children` stand in text order."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "goes_on", "head", "i", "idx", "lemma_", "lower_", "pos_", "tag_",
        "text",
    )  # fmt: skip
    doc: "Tokens"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    goes_on: bool
    """Whether the word goes on a name that the model has found."""
    head: "Token"
    children: list["Token"]

    def __repr__(self) -> str:
        """`3:said/ROOT`, for explanations and failing tests."""
        return f"{self.i}:{self.text}/{self.dep_}"

    def __len__(self) -> int:
        """Characters."""
        return len(self.text)

    def __bool__(self) -> bool:
        """A word is there, whatever its length."""
        return True

    @property
    def end(self) -> int:
        """Offset behind the last character in the sentence."""
        return self.idx + len(self.text)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Heads up to the root, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other word hangs below this one."""
        return any(token is self for token in other.ancestors)

    def nbor(self, step: int = 1) -> "Token":
        """The word so many places on; IndexError behind the ends."""
        place = self.i + step
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def first_below(self) -> int:
        """Position of the first word of what hangs on this one, itself included."""
        return min((self.i, *(child.first_below for child in self.children)))


class Stretch(NamedTuple):
    """Words `start` up to and without `end` of a sentence."""

    doc: "Tokens"
    start: int
    end: int

    @property
    def start_char(self) -> int:
        """Offset of the first character in the sentence."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind the last character in the sentence."""
        return self.doc[self.end - 1].end

    @property
    def text(self) -> str:
        """The words as they are written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, the first of several."""
        words = self.doc[self.start : self.end]
        outer = [word for word in words if word.head is word or not self.start <= word.head.i < self.end]
        return min(outer or words[:1], key=lambda word: sum(1 for _ in word.ancestors))


class Name(NamedTuple):
    """A name the model has found: words `start` up to and without `end`."""

    start: int
    end: int
    label: str


class Tokens(list[Token]):
    """The words of one sentence in order, and the names in it. Heads, relations and tags may be mended in place."""

    __slots__ = ("names", "text")

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        text = self.text = doc.text
        strings = doc.vocab.strings
        labels = _LABELS
        heads: list[int] = []
        rows: list[list[int]] = doc.to_array(COLUMNS).tolist()
        for number in {number for row in rows for number in (row[3], row[5], row[6])}.difference(labels):
            labels[number] = strings[number]
        for i, (idx, length, lemma, tag, pos, dep, label, iob, head) in enumerate(rows):
            token = Token()
            token.doc = self
            token.i = i
            token.idx = idx
            token.text = word = text[idx : idx + length]
            token.lower_ = word.lower()
            token.lemma_ = strings[lemma]
            token.tag_ = labels[tag]
            token.pos_ = PARTS_OF_SPEECH[pos]
            token.dep_ = labels[dep]
            token.ent_type_ = labels[label]
            token.goes_on = iob == INSIDE
            heads.append(i + head & WRAP)
            self.append(token)
        self.hang(heads)
        found = [self._name(i, labels[row[6]]) for i, row in enumerate(rows) if row[7] == BEGINS and row[6]]
        self.names = tuple(name for name in found if not self._unnamed(name))

    def _name(self, start: int, label: str) -> Name:
        """The name that begins with a word; `doc.ents` makes objects of spaCy's for each."""
        end = start + 1
        while end < len(self) and self[end].goes_on:
            end += 1
        return Name(start, end, label)

    def _unnamed(self, name: Name) -> bool:
        """Take the label off what is no name: a plural noun for a person ("Volunteers came"), or small letters."""
        plural = name.label in PERSONS and name.end == name.start + 1 and self[name.start].tag_ == "NNS"
        if not plural and not self.between(name.start, name.end).islower():
            return False
        for token in self[name.start : name.end]:
            token.ent_type_ = ""
        return True

    def hang(self, heads: list[int]) -> None:
        """Give each word its head, and the heads their children."""
        for token in self:
            token.children = []
        for token, place in zip(self, heads, strict=True):
            token.head = head = self[place]
            if head is not token:
                head.children.append(token)

    def stretch(self, start: int, end: int) -> Stretch:
        """The words `start` up to and without `end`."""
        return Stretch(self, start, end)

    def covering(self, start: int, end: int) -> Stretch | None:
        """The words that characters `start` up to `end` touch; None where these are none."""
        touched = [token.i for token in self if token.idx < end and start < token.end]
        return Stretch(self, touched[0], touched[-1] + 1) if touched else None

    def between(self, start: int, end: int) -> str:
        """The text of the words `start` up to and without `end`."""
        return self.text[self[start].idx : self[end - 1].end]

    def glued(self, position: int) -> bool:
        """Whether no blank parts the word from the next one."""
        return position + 1 < len(self) and self[position].end == self[position + 1].idx

    def conjuncts(self, token: Token) -> list[Token]:
        """Words coordinated with this one, in text order, however they hang on each other."""
        found: list[Token] = []
        for other in self:
            if other.dep_ == CONJUNCT and (other.head is token or other.head in found):
                found.append(other)
        return found
