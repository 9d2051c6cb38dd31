"""Who is meant, everywhere in one article: reads all noun phrases once, then answers for any token."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from extractors.actors.book import ActorBook
from extractors.actors.focus import scenes, setting_of
from extractors.actors.generic import domestic
from extractors.actors.memory import Memory
from extractors.actors.phrases import Phrase, phrases, proper_words
from extractors.actors.referent import Referent
from extractors.actors.sentence import SentenceReading
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.model import Party, Span

PartyRole = Literal["actor", "recipient", "source"]
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_PERSONAL = frozenset({"PRP", "PRP$"})
_WITHIN = frozenset({"in", "near", "at", "outside", "inside", "around", "across", "within", "throughout", "over"})


class Resolver:
    """The parties of one article."""

    def __init__(
        self, readings: tuple[SentenceReading, ...], starts: tuple[int, ...], between: tuple[str, ...] = ()
    ) -> None:
        self._readings = readings
        self._starts = starts
        self.between = between
        """The two states of a story between two of them."""

    def parties(self, sentence: int, token: Token, *, role: PartyRole) -> tuple[Party, ...]:
        """The persons, groups, states and organisations that the noun phrase with this token names, in text order.

        A modifier ("Russian" in "Russian airstrikes") is answered for itself, a head with everything coordinated
        with it. Things and deeds of nobody give (). Asked for as recipient, a town keeps its words and a state that
        is only the place ("in Syria") its country; else both give ().
        What cannot be resolved keeps its words, country and sector None.
        """
        found: dict[tuple[int, int, str | None, str | None], Referent] = {}
        words = self._readings[sentence].doc
        for each in (words[token.i], *words.conjuncts(words[token.i])):
            for referent in self._referents(sentence, each, role):
                found.setdefault((referent.start, referent.end, referent.country, referent.sector), referent)
        return tuple(self._party(sentence, referent) for referent in found.values())

    def called(self, sentence: int, token: Token) -> str | None:
        """How the article names the person a pronoun means; None when nobody is known."""
        if token.tag_ not in _PERSONAL:
            return None
        found = self._readings[sentence].pointed_by(token)
        return found[0].name or found[0].words if found else None

    def _referents(self, sentence: int, token: Token, role: PartyRole) -> Iterator[Referent]:
        reading = self._readings[sentence]
        if token.tag_ in _RELATIVE:
            antecedent = self._antecedent(sentence, token)
            if antecedent is not None:
                yield from (each.at(each.start, each.end, "relative") for each in antecedent)
        elif token.tag_ in _PERSONAL:
            yield from reading.pointed_by(token)
        else:
            for referent in reading.named_by(token):
                if referent.origin == "site" and role != "recipient":
                    continue
                located = referent.origin in ("state", "place") and _located(reading, token)
                if located and referent.kind == "state" and role == "recipient":
                    yield replace(referent, sector=None, method="location")
                elif not located and (referent.origin != "place" or role == "recipient"):
                    yield referent

    def _antecedent(self, sentence: int, token: Token) -> tuple[Referent, ...] | None:
        reading = self._readings[sentence]
        clause = token.head
        while clause.dep_ not in ("acl:relcl", "relcl", "acl", "advcl:relcl") and clause.head.i != clause.i:
            clause = clause.head
        if clause.head.i < token.i and clause.head.i != clause.i:
            found = tuple(self._referents(sentence, clause.head, "actor"))
            if found:
                return found
        before = [each for each in reading.phrases if each.end <= token.i and not _placed(reading, each)]
        return reading.of(before[-1]) if before else None

    def _party(self, sentence: int, referent: Referent) -> Party:
        words = self._readings[sentence].doc
        text = words.between(referent.start, referent.end)
        return Party(
            text=text,
            name=referent.name,
            country=referent.country,
            sector=referent.sector,
            span=Span(text=text, start=self._starts[sentence] + words[referent.start].idx),
            method=referent.method,
        )


def resolver(
    parsed: ParsedArticle, book: ActorBook, places_focus_country: str | None = None, title: str | None = None
) -> Resolver:
    """Read the article once: first its names, then everything that points back to them."""
    sheets = [each.doc for each in parsed.sentences]
    proper = proper_words(sheets)
    cut = [(words, phrases(words, book, proper)) for words in sheets]
    named = [found for _, found in cut]
    setting = setting_of(parsed, named, places_focus_country, title)
    memory = Memory()
    home = domestic(cut, book, setting)
    readings = tuple(
        SentenceReading(index, each, book, here, memory)
        for index, (each, here) in enumerate(zip(home, scenes(parsed, named, setting), strict=True))
    )
    for reading in readings:
        reading.learn_names()
    for reading in readings:
        reading.read()
    return Resolver(readings, tuple(each.start for each in parsed.sentences), setting.pair)


def _placed(reading: SentenceReading, phrase: Phrase) -> bool:
    """Whether the phrase only says where: "a deal in Kyiv that calls for elections"."""
    lands = all(each.origin in ("state", "place") for each in reading.of(phrase))
    return bool(reading.of(phrase)) and lands and _located(reading, reading.doc[phrase.start])


def _located(reading: SentenceReading, token: Token) -> bool:
    """Whether the noun only says where."""
    phrase = reading.phrase_at(token.i)
    before = phrase.start - 1 if phrase is not None else token.i - 1
    return before >= 0 and reading.doc[before].lower_ in _WITHIN
