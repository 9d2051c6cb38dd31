"""Score the place and country of one event in each of our own labelled sentences."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.language.pipeline import load_pipeline
from extractors.language.repair import repair, write_back
from extractors.language.tree import read_tree
from extractors.model import Place
from extractors.places import load_gazetteer, read_places
from extractors.places.locate import sentence_places
from tests.quality.measure_event_places import article_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSentence:
    """A sentence, the word that tells the event, and where it happened; '' for nowhere or no one country."""

    text: str
    trigger: str
    place: str
    country: str


def own_sentences(file: Path) -> tuple[OwnSentence, ...]:
    """All labelled sentences of the file."""
    return tuple(OwnSentence(**row) for row in tomllib.loads(file.read_text(encoding="utf-8"))["sentence"])


def score_own(sentences: Sequence[OwnSentence], wrong: list[str] | None = None) -> float:
    """The share of events whose first place has the right name and country."""
    right = 0
    for each in sentences:
        found = _first_place(each)
        given = (found.name, found.country or "") if found else ("", "")
        if given == (each.place, each.country):
            right += 1
        elif wrong is not None:
            wrong.append(f"{each.trigger}: {given} instead of {(each.place, each.country)} in {each.text}")
    return right / len(sentences)


def _first_place(each: OwnSentence) -> Place | None:
    parsed = load_pipeline().parse(article_of(each.text))
    for sentence in parsed.sentences:
        write_back(repair(read_tree(sentence.doc, ud=sentence.view.ud)), sentence.doc)
    places = read_places(parsed, load_gazetteer())
    for sentence in parsed.sentences:
        for token in sentence.doc:
            if token.text == each.trigger:
                return next(iter(sentence_places(places, sentence.sentence.index, token.i)), None)
    return None
