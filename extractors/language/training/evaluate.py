"""Measure a model on sentences it has not seen: trees, tags, lemmas and names from raw text, speed, size, load time."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from extractors.language.repair import repair
from extractors.language.tokens import Tokens
from extractors.language.tree import Tree, read_tree

RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "obl", "nmod", "nmod:poss", "conj", "ccomp", "xcomp", "advcl",
    "acl:relcl", "appos", "compound", "flat", "parataxis", "obl:unmarked",
)  # fmt: skip
TREE_TESTS = ("pud", "ewt", "gum", "news")
NAME_TESTS = ("pud_names", "ewt_names", "gum", "news")
AGENTS = "pud_agents"
"""PUD with `obl:agent` restored by rule: the treebank itself has only `obl`. Used for that one row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured, as rows of (what, value); percentages but for the last few."""

    model: str
    rows: tuple[tuple[str, float], ...]


def measure(model: Path, tests: Path) -> Figures:
    """All figures of the model in this folder; `tests` holds the files of `corpus.write_tests`."""
    started = time.perf_counter()
    nlp = spacy.load(model)
    load = time.perf_counter() - started
    rows: list[tuple[str, float]] = []
    for name in TREE_TESTS:
        rows += tree_figures(nlp, tests, name)
    for name in ("pud_agents", "ewt", "news"):
        rows += repair_figures(nlp, tests, name)
    agents = score(nlp, read_docs(nlp, tests, AGENTS), without=("ner",))
    rows.append(("pud obl:agent", relation_f(agents, "obl:agent")))
    for name in NAME_TESTS:
        rows += name_figures(nlp, tests, name)
    rows += speed_figures(nlp, tests)
    size = sum(path.stat().st_size for path in model.rglob("*") if path.is_file())
    rows += [("size (MB)", size / 1e6), ("load (s)", load)]
    return Figures(model=str(model), rows=tuple(rows))


def tree_figures(nlp: Language, tests: Path, name: str) -> list[tuple[str, float]]:
    """Tags, trees and lemmas of one treebank; attachment scores leave punctuation out."""
    scores = score(nlp, read_docs(nlp, tests, name), without=("ner",))
    plain = [("UAS", "dep_uas"), ("LAS", "dep_las"), ("tags", "tag_acc"), ("lemmas", "lemma_acc")]
    rows = [(f"{name} {what}", 100 * (scores[key] or 0.0)) for what, key in plain]
    return rows + [
        (f"{name} {relation}", relation_f(scores, relation))
        for relation in RELATIONS
        if not (name == "pud" and relation == "obl:agent")
    ]


def repair_figures(nlp: Language, tests: Path, name: str) -> list[tuple[str, float]]:
    """LAS on gold words before and after `repair`, and the share of sentences that it changes."""
    total = before = after = changed = sentences = 0
    gold = list(read_docs(nlp, tests, name))
    plain = (Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in gold)
    for doc, parsed in zip(gold, nlp.pipe(plain, disable=["ner"]), strict=True):
        truth = _arcs(read_tree(Tokens(doc), ud=True))
        found = _arcs(read_tree(Tokens(parsed), ud=True))
        mended = _arcs(repair(read_tree(Tokens(parsed), ud=True)))
        scored = [place for place, (_, dep) in enumerate(truth) if dep != "punct"]
        sentences += 1
        total += len(scored)
        before += sum(truth[place] == found[place] for place in scored)
        after += sum(truth[place] == mended[place] for place in scored)
        changed += found != mended
    return [
        (f"{name} LAS, gold words", 100 * before / total),
        (f"{name} LAS, gold words, repaired", 100 * after / total),
        (f"{name} sentences repaired (%)", 100 * changed / sentences),
    ]


def _arcs(tree: Tree) -> list[tuple[int, str]]:
    return [(node.i if node.head is None else node.head.i, node.dep) for node in tree.nodes]


def relation_f(scores: dict[str, Any], relation: str) -> float:
    """Labelled F of one relation."""
    found = scores["dep_las_per_type"].get(relation)
    return 100 * found["f"] if found else 0.0


def name_figures(nlp: Language, tests: Path, name: str) -> list[tuple[str, float]]:
    """Strict F of names: the same words and the same kind."""
    others = tuple(pipe for pipe in nlp.pipe_names if pipe != "ner")
    scores = score(nlp, read_docs(nlp, tests, name), without=others)
    corpus = name.removesuffix("_names")
    rows = [(f"{corpus} names", 100 * scores["ents_f"])]
    return rows + [
        (f"{corpus} {label}", 100 * scores["ents_per_type"].get(label, {"f": 0.0})["f"])
        for label in ("PER", "ORG", "LOC")
    ]


def read_docs(nlp: Language, tests: Path, name: str) -> Iterable[Doc]:
    """The gold documents of a test."""
    return DocBin().from_disk(tests / f"{name}.spacy").get_docs(nlp.vocab)


def score(nlp: Language, gold: Iterable[Doc], without: Sequence[str] = ()) -> dict[str, Any]:
    """spaCy's scores of the model against gold documents, from raw text, with the given pipes left out."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    with nlp.select_pipes(disable=list(without)):
        for example, doc in zip(examples, nlp.pipe(each.predicted for each in examples), strict=True):
            example.predicted = doc
        return Scorer(nlp).score(examples)


def speed_figures(nlp: Language, tests: Path, rounds: int = 3) -> list[tuple[str, float]]:
    """Tokens a second of processor time over PUD, with and without names."""
    texts = [doc.text for doc in read_docs(nlp, tests, "pud")] * rounds
    found: list[tuple[str, float]] = []
    for what, without in (("tokens/s with names", []), ("tokens/s without names", ["ner"])):
        list(nlp.pipe(texts[:100], disable=without))
        started = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=128, disable=without))
        found.append((what, tokens / (time.process_time() - started)))
    return found


def as_table(measured: Iterable[Figures]) -> str:
    """A Markdown table, one column a model."""
    models = list(measured)
    lines = ["| figure | " + " | ".join(each.model for each in models) + " |", "|---|" + "---:|" * len(models)]
    columns = [dict(each.rows) for each in models]
    for what, _ in models[0].rows:
        digits = 0 if "tokens/s" in what else 2 if what.startswith("load") else 1
        lines.append(f"| {what} | " + " | ".join(f"{column[what]:,.{digits}f}" for column in columns) + " |")
    return "\n".join(lines)
