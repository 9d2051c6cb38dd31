"""The stages of a training run, each skipped when its result is already in the work folder."""

import json
from pathlib import Path

import spacy
import spacy_lookups_data

from extractors.language.training.assemble import assemble
from extractors.language.training.attribution import write_attribution
from extractors.language.training.corpus import write_names, write_tests, write_trees
from extractors.language.training.evaluate import Figures, measure
from extractors.language.training.fit import fit
from extractors.language.training.treebanks import read_treebanks
from extractors.language.training.vectors import make_vectors, read_word_lists


def prepare(corpora: Path, work: Path, *, seed: int) -> None:
    """Write word features, training, development and test files to the work folder."""
    if (work / "vectors").is_dir():
        return
    treebanks = read_treebanks(corpora)
    write_trees(treebanks, work, seed=seed)
    write_names(treebanks, corpora, work, seed=seed)
    write_tests(treebanks, corpora, work)
    lists = read_word_lists(Path(spacy_lookups_data.__file__).parent / "data")
    make_vectors(lists, seed=seed).to_disk(work / "vectors")


def train(corpora: Path, work: Path, out: Path, *, seed: int) -> Figures:
    """From corpora to a packaged model with its licence, attribution and scores; about an hour on one core."""
    prepare(corpora, work, seed=seed)
    parser = work / "parser" / "model-best"
    if not parser.is_dir():
        fit("parser", work, seed=seed)
    ner = work / "ner" / "model-best"
    if not ner.is_dir():
        fit("ner", work, seed=seed, borrow=spacy.load(parser))
    assemble(parser, ner, out)
    write_attribution(corpora, out)
    figures = measure(out, work)
    _note_scores(out, figures)
    return figures


def _note_scores(out: Path, figures: Figures) -> None:
    """Put what repeats from run to run into meta.json; times do not."""
    path = out / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    timed = ("tokens/s", "load")
    meta["performance"] = {what: round(value, 2) for what, value in figures.rows if not what.startswith(timed)}
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
