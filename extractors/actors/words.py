"""A sentence's tokens as plain objects. Reading a spaCy token costs a call into C each time; parties ask hundreds."""

from spacy.tokens import Doc, Token

CONJUNCT = "conj"


class Word:
    """One token, its attributes read once and named as in spaCy."""

    __slots__ = ("dep_", "ent_type_", "head", "i", "idx", "lower_", "pos_", "tag_", "text")

    def __init__(self, token: Token) -> None:
        self.i = token.i
        self.idx = token.idx
        self.text = token.text
        self.lower_ = token.lower_
        self.pos_ = token.pos_
        self.tag_ = token.tag_
        self.dep_ = token.dep_
        self.ent_type_ = token.ent_type_
        self.head = self


class Words(list[Word]):
    """The words of one sentence in order."""

    __slots__ = ("_doc", "text")

    def __init__(self, doc: Doc, text: str) -> None:
        super().__init__(map(Word, doc))
        self._doc = doc
        self.text = text
        for word, offset in zip(self, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
            word.head = self[word.i + offset]

    def lemma(self, position: int) -> str:
        """The lemma of a word; few are ever asked for."""
        return self._doc[position].lemma_

    def goes_on(self, position: int) -> bool:
        """Whether the word goes on a name that the model has found."""
        return self._doc[position].ent_iob_ == "I"

    def glued(self, position: int) -> bool:
        """Whether no blank parts the word from the next one."""
        return position + 1 < len(self) and self[position].idx + len(self[position].text) == self[position + 1].idx

    def between(self, start: int, end: int) -> str:
        """The text of the words `[start, end)`."""
        return self.text[self[start].idx : self[end - 1].idx + len(self[end - 1].text)]

    def conjuncts(self, word: Word) -> list[Word]:
        """Words coordinated with this one, in text order, however they hang on each other."""
        found: list[Word] = []
        for other in self:
            if other.dep_ == CONJUNCT and (other.head is word or other.head in found):
                found.append(other)
        return found
