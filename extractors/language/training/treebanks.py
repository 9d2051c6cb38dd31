"""Which trees train and which test, and how they become spaCy documents.

Only what may go into a freely licensed model is read: see `OPEN_GENRES`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from extractors.language.training.conllu import Span as NameSpan
from extractors.language.training.conllu import Tree, read_trees
from extractors.language.training.gum_names import named_spans
from extractors.language.training.named import marked_names
from extractors.language.training.names import name_lists

OPEN_GENRES = frozenset({"academic", "bio", "interview", "news", "speech", "textbook", "voyage"})
"""GUM genres whose texts are CC BY, CC BY-SA or in the public domain; the others are NC, ND or unclear."""
NEWS = Path(__file__).parent / "news"
"""Our own trees of news sentences: `train-*.conllu` and, never trained on, `test-*.conllu`."""
FEATURES = frozenset(
    {
        "Number", "Person", "Tense", "VerbForm", "Voice", "Mood", "Degree", "NumType", "PronType", "Poss", "Case",
        "Gender", "Polarity", "Definite", "Reflex", "Foreign", "Abbr",
    }
)  # fmt: skip
"""Morphological features that the corpora agree on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treebanks:
    """The trees of the corpora folder and of `NEWS`. `pud` and all that end in `_test` are never trained on."""

    ewt_train: tuple[Tree, ...]
    ewt_dev: tuple[Tree, ...]
    ewt_test: tuple[Tree, ...]
    gum_train: tuple[Tree, ...]
    gum_dev: tuple[Tree, ...]
    gum_test: tuple[Tree, ...]
    pud: tuple[Tree, ...]
    news_train: tuple[Tree, ...]
    news_test: tuple[Tree, ...]


def read_treebanks(corpora: Path) -> Treebanks:
    """Read EWT, the open part of GUM with its names, PUD, and our own news with its names."""
    gum = list(_gum(corpora / "gumdep"))
    return Treebanks(
        ewt_train=tuple(read_trees(corpora / "EWT/en_ewt-ud-train.conllu")),
        ewt_dev=tuple(read_trees(corpora / "EWT/en_ewt-ud-dev.conllu")),
        ewt_test=tuple(read_trees(corpora / "EWT/en_ewt-ud-test.conllu")),
        gum_train=tuple(tree for split, tree in gum if split == "train"),
        gum_dev=tuple(tree for split, tree in gum if split == "dev"),
        gum_test=tuple(tree for split, tree in gum if split == "test"),
        pud=tuple(read_trees(corpora / "PUD/en_pud-ud-test.conllu")),
        news_train=tuple(_news("train")),
        news_test=tuple(_news("test")),
    )


def _news(part: str) -> Iterator[Tree]:
    files = sorted(NEWS.glob(f"{part}-*.conllu"))
    if not files:
        raise FileNotFoundError(f"{NEWS}: no {part}-*.conllu; train from a checkout, packages leave these trees out")
    for path in files:
        for tree in read_trees(path):
            yield tree.with_names(marked_names(tree))


def gum_files(folder: Path) -> list[Path]:
    """The documents of open genres, in a fixed order."""
    return [path for path in sorted((folder / "dep").glob("GUM_*.conllu")) if path.stem.split("_")[1] in OPEN_GENRES]


def _gum(folder: Path) -> Iterator[tuple[str, Tree]]:
    split_of: dict[str, str] = {}
    split = "train"
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\w+)", line):
            split = heading[1]
        elif document := re.match(r"\s*\* (\w+)", line):
            split_of[document[1]] = split
    for path in gum_files(folder):
        for tree in read_trees(path):
            yield split_of.get(path.stem, "train"), tree.with_names(tuple(_places_first(tree, named_spans(tree))))


def _places_first(tree: Tree, names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """GUM calls a country that acts or plays an organization; UNER, WikiGold and CrossNER do not."""
    for first, end, label in names:
        place = label == "ORG" and " ".join(word.form for word in tree.words[first:end]) in name_lists().places
        yield first, end, "LOC" if place else label


def runs(trees: Iterable[Tree], generator: np.random.Generator, longest: int) -> Iterator[list[Tree]]:
    """Cut documents into runs of 1 to `longest` sentences, as the sentence splitter may leave some together."""
    run: list[Tree] = []
    size = int(generator.integers(1, longest + 1))
    for tree in trees:
        if run and (tree.document != run[0].document or len(run) >= size):
            yield run
            run, size = [], int(generator.integers(1, longest + 1))
        run.append(tree)
    if run:
        yield run


def with_agents(tree: Tree) -> Tree:
    """The tree with `obl:agent` for every "by" phrase of a passive, as EWT and GUM have it and PUD has not."""
    perfect = {word.head for word in tree.words if word.dep == "aux" and word.lemma == "have"}
    with_be = {word.head for word in tree.words if word.dep == "aux:pass"}
    participles = {place for place, word in enumerate(tree.words) if word.xpos == "VBN"}
    passive = participles - (perfect - with_be)
    by = {word.head for word in tree.words if word.dep == "case" and word.form.lower() == "by"}
    return replace(
        tree,
        words=tuple(
            replace(word, dep="obl:agent") if word.dep == "obl" and word.head in passive and place in by else word
            for place, word in enumerate(tree.words)
        ),
    )


def make_doc(vocab: Vocab, trees: Sequence[Tree], *, with_names: bool = False) -> Doc:
    """One spaCy document of the sentences, with or without their names."""
    words = [word for tree in trees for word in tree.words]
    starts = np.cumsum([0, *(len(tree.words) for tree in trees)]).tolist()
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        pos=[word.upos for word in words],
        tags=[word.xpos for word in words],
        morphs=[_features(word.feats) for word in words],
        lemmas=[word.lemma for word in words],
        heads=[start + word.head for start, tree in zip(starts, trees, strict=False) for word in tree.words],
        deps=[word.dep for word in words],
    )
    if with_names:
        spans = [
            Span(doc, start + first, start + end, label=label)
            for start, tree in zip(starts, trees, strict=False)
            for first, end, label in tree.names or ()
        ]
        doc.set_ents(filter_spans(spans))
    return doc


def _features(feats: str) -> str:
    return "|".join(pair for pair in feats.split("|") if pair.split("=")[0] in FEATURES)
