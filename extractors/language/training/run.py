"""The stages of a training run, each skipped when its result is already in the work folder."""

import json
from pathlib import Path
from typing import Any

import spacy
import spacy_lookups_data
from thinc.api import Model

from extractors.language.training.assemble import assemble
from extractors.language.training.attribution import write_attribution
from extractors.language.training.corpus import (
    write_names,
    write_news_names,
    write_news_trees,
    write_silver,
    write_tests,
    write_trees,
)
from extractors.language.training.evaluate import Figures, measure
from extractors.language.training.fit import Stage, fit
from extractors.language.training.treebanks import read_treebanks
from extractors.language.training.vectors import WordLists, make_vectors, read_word_lists

TEACHER_STEPS = 1500
NEWS_STEPS = 2000
TEACHER_ROWS = (4000, 1000, 2000, 500)
"""The parser's: the teacher does not ship, so it need not be small."""


def prepare(corpora: Path, work: Path, *, seed: int) -> None:
    """Write word features, training, development and test files to the work folder."""
    if (work / "vectors").is_dir():
        return
    treebanks = read_treebanks(corpora)
    write_trees(treebanks, work, seed=seed)
    write_names(treebanks, corpora, work, seed=seed)
    write_tests(treebanks, corpora, work)
    make_vectors(_word_lists(), seed=seed).to_disk(work / "vectors")


def _word_lists() -> WordLists:
    return read_word_lists(Path(spacy_lookups_data.__file__).parent / "data")


def train(corpora: Path, work: Path, out: Path, *, seed: int, steps: int | None = None) -> Figures:
    """From corpora to a packaged model with its licence, attribution and scores; about an hour of one core.

    `steps` cuts every stage to so many, for a trial.
    """
    prepare(corpora, work, seed=seed)
    parser = _stage(Stage(name="parser", settings="parser", steps=steps), work, seed=seed)
    encoder = spacy.load(parser).get_pipe("tok2vec").model  # type: ignore[attr-defined]
    first = Stage(name="teacher", settings="ner", steps=steps or TEACHER_STEPS, rows=TEACHER_ROWS)
    teacher = _stage(first, work, seed=seed, start=encoder)
    if not (work / "ner_train.spacy").is_file():
        write_silver(read_treebanks(corpora), corpora, work, spacy.load(teacher), seed=seed)
    ner = _stage(Stage(name="ner", settings="ner", steps=steps), work, seed=seed, start=encoder)
    write_news_trees(read_treebanks(corpora), work, seed=seed)
    write_news_names(read_treebanks(corpora), work, seed=seed)
    news = steps or NEWS_STEPS
    parser = _stage(Stage(name="parser_news", settings="parser", steps=news, base=parser), work, seed=seed)
    ner = _stage(Stage(name="ner_news", settings="ner", steps=news, base=ner), work, seed=seed)
    assemble(parser, ner, _word_lists(), out, seed=seed)
    write_attribution(corpora, out)
    figures = measure(out, work)
    _note_scores(out, figures)
    return figures


def _stage(stage: Stage, work: Path, *, seed: int, start: Model[Any, Any] | None = None) -> Path:
    """The stage's best model, trained unless that was finished before; one that went on from another, its last."""
    done = work / stage.name / "done"
    if not done.is_file():
        fit(stage, work, seed=seed, start=start)
        done.touch()
    return work / stage.name / ("model-last" if stage.base else "model-best")


def _note_scores(out: Path, figures: Figures) -> None:
    """Put what repeats from run to run into meta.json; times do not."""
    path = out / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    timed = ("tokens/s", "load")
    meta["performance"] = {what: round(value, 2) for what, value in figures.rows if not what.startswith(timed)}
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
