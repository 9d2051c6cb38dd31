"""What a sentence calls its parties: names, surnames, short forms in brackets, kept for the rest of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.actors.describing import Describer
from extractors.actors.linking import Links
from extractors.actors.matching import acronym
from extractors.actors.memory import Memory
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece


def learn_names(phrases: Sequence[Phrase], links: Links, describer: Describer, memory: Memory) -> None:
    """Put the names that a sentence introduces into the alias table."""
    doc, reader = links.doc, describer.reader
    for phrase in phrases:
        for piece in _persons_inside(phrase):
            person = reader.entity(piece)
            if person is not None and person.name and person.person:
                memory.learn(person.name, person)
        head, short = phrase.head, links.bracketed(phrase)
        named = head is not None and (head.kind == "name" or _person(head))
        if head is None or not (named or short):
            continue
        found = reader.read(phrase)
        if found is None or found.origin in ("state", "place", "deed"):
            continue
        found = describer.described(phrase, found)
        if named:
            memory.learn(doc.between(head.start, head.end), found)
        if found.name and found.person:
            memory.learn(found.name, found)
        if short is not None and acronym(doc.between(short.start, short.end)):
            memory.learn(doc.between(short.start, short.end), replace(found, method="acronym"))


def _persons_inside(phrase: Phrase) -> Iterator[Piece]:
    """Persons of the lists who are only part of a phrase: "Jane Doe's cabinet"."""
    return (piece for segment in phrase.segments for piece in segment if piece is not phrase.head and _person(piece))


def _person(piece: Piece) -> bool:
    return piece.kind == "entity" and any(entry.person for entry in piece.entries)
