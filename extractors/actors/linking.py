"""What ties noun phrases together on the page: "of", lists, commas, brackets. Looks at words and order only."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.actors.phrases import Phrase
from extractors.language.tokens import Tokens

_OF = frozenset({"of", "for", "from", "in", "at", "inside", "within", "across", "with"})
_ROUGHLY = frozenset({
    "about", "around", "nearly", "almost", "roughly", "at", "least", "most", "more", "than", "over", "up", "to",
    "mainly", "mostly", "largely", "only", "just", "some", "fewer", "less", "approximately", "suspected",
})  # fmt: skip
_LOYAL = {"loyal": "to", "allied": "with", "aligned": "with", "belonging": "to", "affiliated": "with"}
_AND = frozenset({"and", "or", "&"})
_LED = frozenset({"led", "headed", "commanded", "chaired", "run", "founded"})
_LEADS = frozenset({"head", "lead", "run", "chair", "command", "represent", "direct", "found", "govern", "rule", "be"})


@dataclass(frozen=True, slots=True)
class Links:
    """The phrases of a sentence by where they stand."""

    doc: Tokens
    starting: dict[int, Phrase]
    ending: dict[int, Phrase]

    def complement(self, phrase: Phrase) -> tuple[str, Phrase] | None:
        """The preposition and the phrase right behind: ("of", the Taliban) of "leaders of the Taliban"."""
        first = self._word(phrase.end)
        if first in _OF:
            position = phrase.end + 1
            while position not in self.starting and self._word(position) in _ROUGHLY:
                position += 1
            found = self.starting.get(position)
            if found is not None and not (found.head is not None and found.head.kind == "owner"):
                return first, found
        if _LOYAL.get(first) == self._word(phrase.end + 1) and phrase.end + 2 in self.starting:
            return "of", self.starting[phrase.end + 2]
        return None

    def listed(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase and those that a list of commas and "and" puts beside it, to the right."""
        yield phrase
        position = phrase.end
        while self._word(position) in _AND or self._word(position) == ",":
            position += 1
            if self._word(position) in _AND:
                position += 1
            if position not in self.starting:
                return
            found = self.starting[position]
            yield found
            position = found.end

    def coordinated(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and those of its list that the tree puts beside it too: not "…, police said"."""
        beside = {word.i for word in self.doc.conjuncts(self.doc[phrase.end - 1])}
        return [each for each in self.listed(phrase) if each is phrase or beside & set(range(each.start, each.end))]

    def joined(self, phrase: Phrase) -> bool:
        """Whether "and" stands right before the phrase."""
        return self._word(phrase.start - 1) in _AND

    def beside(self, phrase: Phrase) -> Iterator[Phrase]:
        """Phrases that "and" or commas put to the left, the nearest first; the nearest must have "and"."""
        position = phrase.start - 1
        if self._word(position) not in _AND:
            return
        while self._word(position) in _AND or self._word(position) == ",":
            if self._word(position - 1) == ",":
                position -= 1
            found = self.ending.get(position)
            if found is None:
                return
            yield found
            position = found.start - 1

    def bracketed(self, phrase: Phrase) -> Phrase | None:
        """The phrase that stands alone in brackets right behind."""
        if self._word(phrase.end) not in ("(", "["):
            return None
        found = self.starting.get(phrase.end + 1)
        return found if found is not None and self._word(found.end) in (")", "]", ",", "-") else None

    def aside(self, phrase: Phrase) -> Phrase | None:
        """The phrase that a comma puts right behind as a description."""
        return self.starting.get(phrase.end + 1) if self._word(phrase.end) == "," else None

    def introduced(self, phrase: Phrase) -> Phrase | None:
        """The phrase that a comma puts right before."""
        return self.ending.get(phrase.start - 1) if self._word(phrase.start - 1) == "," else None

    def led(self, phrase: Phrase) -> Phrase | None:
        """What the named person is said to head: "Jane Doe, who leads the agency"."""
        position = phrase.end + (self._word(phrase.end) == ",")
        if self._word(position) != "who":
            return None
        for step in (1, 2, 3):
            if position + step < len(self.doc) and self.doc[position + step].lemma_ in _LEADS:
                return self.starting.get(position + step + 1)
        return None

    def leading(self, phrase: Phrase) -> Phrase | None:
        """What the named person is said to lead: "the government led by Jane Doe"."""
        if self._word(phrase.start - 1) != "by" or self._word(phrase.start - 2) not in _LED:
            return None
        position = phrase.start - 2
        return self.ending.get(position - (self._word(position - 1) == ","))

    def _word(self, position: int) -> str:
        return self.doc[position].lower_ if 0 <= position < len(self.doc) else ""


def links_of(doc: Tokens, phrases: tuple[Phrase, ...]) -> Links:
    """Index the phrases of a sentence."""
    return Links(doc, {each.start: each for each in phrases}, {each.end: each for each in phrases})
