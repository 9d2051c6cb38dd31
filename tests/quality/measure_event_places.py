"""Score the place of one marked verb's event against hand-marked words: `event_location_dev.jsonl`, 4,000 sentences.

A quarter of the marks count words instead of characters (both ends included); they are read as such. Only what stands
in the sentence can be right here, so the headline and the focus are not asked.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from extractors.language.pipeline import Pipeline
from extractors.language.repair import repair, write_back
from extractors.language.tree import read_tree
from extractors.model import Article, Block, Place
from extractors.places.gazetteer import Gazetteer
from extractors.places.locate import sentence_places
from extractors.places.reading import FoundPlace, read_places

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent:
    """A sentence, where its marked verb begins, and the words that say where (by their offsets)."""

    text: str
    verb: int
    place_words: frozenset[int]


def marked_events(path: Path) -> Iterator[MarkedEvent]:
    """All sentences with a marked verb."""
    blank = spacy.blank("en")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        verbs = [span["start"] for span in row["spans"] if span["label"] == "VERB"]
        marks = [_characters(row["text"], span, blank) for span in row["spans"] if span["label"] == "LOCATION"]
        if verbs:
            yield MarkedEvent(text=row["text"], verb=verbs[0], place_words=frozenset(_words(row["text"], marks)))


def _characters(text: str, span: dict[str, int], blank: Language) -> tuple[int, int]:
    start, end = span["start"], span["end"]
    inside = text[start:end]
    cut = (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
    if inside and not cut and not inside.islower():
        return start, end
    words = blank.make_doc(text)
    if end >= len(words):
        return start, end
    return words[start].idx, words[end].idx + len(words[end])


def _words(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[int]:
    spans = list(marks)
    for word in WORD.finditer(text):
        if any(word.start() < end and start < word.end() for start, end in spans):
            yield word.start()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordScore:
    """Words right, wrongly given, and missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        return f"words={self.right + self.missed} precision={precision:.3f} recall={recall:.3f}"


def score_event_places(
    events: Sequence[MarkedEvent], pipeline: Pipeline, gazetteer: Gazetteer, errors: list[str] | None = None
) -> WordScore:
    """Compare the words of the places we give with those that were marked."""
    right = wrong = missed = 0
    for event, parsed in zip(events, pipeline.parse_many(article_of(event.text) for event in events), strict=True):
        for sentence in parsed.sentences:
            write_back(repair(read_tree(sentence.doc, ud=sentence.view.ud)), sentence.doc)
        places = read_places(parsed, gazetteer)
        found: tuple[Place, ...] = ()
        for sentence in parsed.sentences:
            for token in sentence.doc:
                if sentence.start + token.idx <= event.verb < sentence.start + token.idx + len(token):
                    found = sentence_places(places, sentence.sentence.index, token.i)
        given = frozenset(_words(event.text, [mark for place in found for mark in _named(place)]))
        right += len(given & event.place_words)
        wrong += len(given - event.place_words)
        missed += len(event.place_words - given)
        if errors is not None and given != event.place_words:
            errors.append(_difference(event, given, found, [each for row in places.found for each in row]))
    return WordScore(right=right, wrong=wrong, missed=missed)


def article_of(text: str) -> Article:
    """An article of one paragraph."""
    return Article(
        article_key="text:gold",
        document="gold",
        url=None,
        source="gold",
        kind="article",
        layout="text",
        language="en",
        kicker=None,
        title="",
        teaser=None,
        blocks=(Block(zone="paragraph", text=text, start=0),),
        published=None,
    )


def _named(place: Place) -> Iterator[tuple[int, int]]:
    """The name's own words: the gold leaves out "eastern" and "the outskirts of"."""
    if place.span is None or place.span.text.islower():
        return
    start = place.span.start
    part = place.part
    if part and place.span.text.startswith(part) and part.islower():
        rest = place.span.text[len(part) :]
        start += len(part) + len(rest) - len(re.sub(r"^\s*(of )?(the )?", "", rest))
    start += len(place.span.text) - len(place.span.text.removeprefix("the ")) if start == place.span.start else 0
    yield start, place.span.end


def _difference(
    event: MarkedEvent, given: frozenset[int], found: Sequence[Place], all_found: Sequence[FoundPlace]
) -> str:
    verb = WORD.match(event.text, event.verb)
    gold = [word.group() for word in WORD.finditer(event.text) if word.start() in event.place_words]
    ours = [word.group() for word in WORD.finditer(event.text) if word.start() in given]
    seen = [(each.place.span and each.place.span.text, each.role) for each in all_found]
    return (
        f"{event.text.strip()}\n    {verb and verb.group()} gold={gold} ours={ours} {[p.method for p in found]} {seen}"
    )
