"""Write the files that spaCy trains and tests on: real sentences and their changed copies, in one fixed order."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extractors.language.training.augment import case_copies, name_copies, tree_copies
from extractors.language.training.conllu import Tree
from extractors.language.training.named import Named, from_tree, read_crossner, read_wikigold, with_uner
from extractors.language.training.names import Namer
from extractors.language.training.silver import silver_docs
from extractors.language.training.treebanks import Treebanks, make_doc, runs, with_agents

LONGEST_RUN = 3
"""The sentence splitter leaves at most a quotation of a few sentences together."""
NEWS_TIMES = 3
"""How often the last stages see each of our news sentences for every sentence of the other corpora."""
DEV_SHARE = 10
"""Every tenth sentence of a name corpus without a development part of its own is kept for choosing the model."""


def write_trees(treebanks: Treebanks, folder: Path, *, seed: int) -> None:
    """Write `parser_train.spacy` and `parser_dev.spacy`."""
    namer = Namer(np.random.default_rng((seed, 1)))
    real = (*treebanks.ewt_train, *treebanks.gum_train)
    vocab = spacy.blank("en").vocab
    docs = [make_doc(vocab, run) for run in runs(real, namer.generator, LONGEST_RUN)]
    docs += [make_doc(vocab, [copy]) for copy in tree_copies(real, namer)]
    _write(folder / "parser_train.spacy", _shuffled(docs, namer.generator))
    dev = (*treebanks.ewt_dev[::2], *treebanks.gum_dev)
    _write(folder / "parser_dev.spacy", [make_doc(vocab, [tree]) for tree in dev])


def write_news_trees(treebanks: Treebanks, folder: Path, *, seed: int) -> None:
    """Write `parser_news_train.spacy`: what the parser has learnt from, and news about as often."""
    namer = Namer(np.random.default_rng((seed, 4)))
    vocab = spacy.blank("en").vocab
    docs = list(DocBin().from_disk(folder / "parser_train.spacy").get_docs(vocab))
    for _ in range(NEWS_TIMES):
        docs += [make_doc(vocab, [tree]) for tree in (*treebanks.news_train, *tree_copies(treebanks.news_train, namer))]
    _write(folder / "parser_news_train.spacy", _shuffled(docs, namer.generator))


def write_news_names(treebanks: Treebanks, folder: Path, *, seed: int) -> None:
    """Write `ner_news_train.spacy`: what the recognizer has learnt from, and news with its own and with other names."""
    namer = Namer(np.random.default_rng((seed, 5)))
    nlp = spacy.blank("en")
    news = [from_tree(tree) for tree in treebanks.news_train]
    docs = list(DocBin().from_disk(folder / "ner_train.spacy").get_docs(nlp.vocab))
    for _ in range(NEWS_TIMES):
        docs += [sentence.make_doc(nlp.vocab) for sentence in (*news, *name_copies(news, namer, nlp))]
    _write(folder / "ner_news_train.spacy", _shuffled(docs, namer.generator))


def write_names(treebanks: Treebanks, corpora: Path, folder: Path, *, seed: int) -> None:
    """Write `teacher_train.spacy` and `ner_dev.spacy`; UNER's layer counts most, as its guidelines are ours."""
    namer = Namer(np.random.default_rng((seed, 2)))
    nlp = spacy.blank("en")
    train: list[Named] = []
    dev: list[Named] = [from_tree(tree) for tree in treebanks.gum_dev]
    for times, sentences in _name_sources(treebanks, corpora):
        kept = [sentence for index, sentence in enumerate(sentences) if index % DEV_SHARE]
        if times > 1:
            dev += sentences[::DEV_SHARE]
        else:
            kept = list(sentences)
        train += kept * times
        for _ in range(times):
            train += name_copies(kept, namer, nlp)
        train += case_copies(kept, namer, 0.06 * times)
    docs = [sentence.make_doc(nlp.vocab) for sentence in train]
    _write(folder / "teacher_train.spacy", _shuffled(docs, namer.generator))
    _write(folder / "ner_dev.spacy", [sentence.make_doc(nlp.vocab) for sentence in dev])


def write_silver(treebanks: Treebanks, corpora: Path, folder: Path, recognizer: Language, *, seed: int) -> None:
    """Write `ner_train.spacy`: the teacher's sentences, and EWT's with the names that the teacher finds."""
    generator = np.random.default_rng((seed, 3))
    known = [sentence for _, sentences in _name_sources(treebanks, corpora) for sentence in sentences]
    docs = list(DocBin().from_disk(folder / "teacher_train.spacy").get_docs(recognizer.vocab))
    docs += silver_docs(treebanks.ewt_train, recognizer, known)
    _write(folder / "ner_train.spacy", _shuffled(docs, generator))


def _name_sources(treebanks: Treebanks, corpora: Path) -> Iterable[tuple[int, Sequence[Named]]]:
    """(how many times it is used, sentences) of each source."""
    uner = with_uner(treebanks.ewt_dev, corpora / "UNER_EWT/en_ewt-ud-dev.iob2")
    yield 4, [from_tree(tree) for tree in uner]
    yield 2, [from_tree(tree) for tree in treebanks.gum_train]
    yield 2, list(read_wikigold(corpora / "wikigold.txt"))
    yield 1, list(read_crossner(corpora / "crossner"))


def write_tests(treebanks: Treebanks, corpora: Path, folder: Path) -> None:
    """Write the files that scores are measured on, one sentence a document; none of them is trained on."""
    vocab = spacy.blank("en").vocab

    def write(name: str, trees: Iterable[Tree], *, names: bool) -> None:
        _write(folder / f"{name}.spacy", [make_doc(vocab, [tree], with_names=names) for tree in trees])

    write("pud", treebanks.pud, names=False)
    write("pud_agents", map(with_agents, treebanks.pud), names=False)
    write("ewt", treebanks.ewt_test, names=False)
    write("gum", treebanks.gum_test, names=True)
    write("news", treebanks.news_test, names=True)
    write("pud_names", with_uner(treebanks.pud, corpora / "UNER_PUD/en_pud-ud-test.iob2"), names=True)
    write("ewt_names", with_uner(treebanks.ewt_test, corpora / "UNER_EWT/en_ewt-ud-test.iob2"), names=True)


def _shuffled(docs: list[Doc], generator: np.random.Generator) -> list[Doc]:
    return [docs[index] for index in generator.permutation(len(docs))]


def _write(path: Path, docs: Sequence[Doc]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
