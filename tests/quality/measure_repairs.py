"""`python -m tests.quality.measure_repairs [--corpora DIR] [--model MODEL] [--show N]` prints what each repair does.

On trees the model was never trained on: our own news test trees and, with the corpora of docs/model-card.md, PUD (with
agents) and EWT's test. A repair is better where it sets more words right than wrong. The last column counts sentences
of the seeds and of the dev articles, which have no trees, that it changes at all.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import process_time

from spacy.tokens import Doc

from extractors.language.pipeline import Pipeline, load_pipeline
from extractors.language.repair import STAGES, repair
from extractors.language.repairs import Repair, Stage
from extractors.language.sentences import split_article
from extractors.language.tokens import Tokens
from extractors.language.training.conllu import Tree as GoldTree
from extractors.language.training.conllu import read_trees
from extractors.language.training.treebanks import NEWS, make_doc, with_agents
from extractors.language.tree import Node, Tree, read_tree
from extractors.model import Page
from extractors.pages.read import read_page
from tests.quality.measure_articles import FOLDERS, pages

Arcs = list[tuple[int, str]]
"""Head and relation of each word."""


@dataclass(slots=True)
class Effect:
    """What one repair did: sentences it changed, made better and worse, words it set right and wrong, our articles."""

    fires: int = 0
    better: int = 0
    worse: int = 0
    right: int = 0
    wrong: int = 0
    articles: int = 0
    harmed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Corpus:
    """Attached and labelled words of one corpus, right before and after repair, and the seconds repair took."""

    words: int = 0
    before: int = 0
    after: int = 0
    seconds: float = 0.0


class Watch:
    """Runs repairs on one tree after another and notes what each does."""

    def __init__(self, stages: Iterable[Stage] = STAGES) -> None:
        self.effects: dict[str, Effect] = {}
        self._tree: Tree | None = None
        self._gold: Arcs | None = None
        self.stages = tuple(Stage(*(self._over(each) for each in stage.repairs)) for stage in stages)

    def mend(self, tree: Tree, gold: Arcs | None = None) -> None:
        """Mend the tree; without gold only whether a repair changes it is counted."""
        self._tree, self._gold = tree, gold
        repair(tree, self.stages)

    def _over(self, each: Repair) -> Repair:
        effect = self.effects.setdefault(each.name, Effect())

        def mend(node: Node, tree: Tree) -> None:
            before, words = arcs(tree), _tags(tree)
            each.mend(node, tree)
            after = arcs(tree)
            if before != after or words != _tags(tree):
                self._note(effect, before, after)

        return replace(each, mend=mend)

    def _note(self, effect: Effect, before: Arcs, after: Arcs) -> None:
        if self._gold is None:
            effect.articles += 1
            return
        moved = [(old, new, gold) for old, new, gold in zip(before, after, self._gold, strict=True) if old != new]
        right = sum(new == gold for _, new, gold in moved)
        wrong = sum(old == gold for old, _, gold in moved)
        effect.fires += 1
        effect.right += right
        effect.wrong += wrong
        effect.better += right > wrong
        if wrong > right and self._tree is not None:
            effect.worse += 1
            effect.harmed.append(self._tree.text.rstrip())


def arcs(tree: Tree) -> Arcs:
    """Head and relation of each word; a root is its own head."""
    return [(node.i if node.head is None else node.head.i, node.dep) for node in tree.nodes]


def _tags(tree: Tree) -> list[tuple[str, str]]:
    return [(node.tag, node.lemma) for node in tree.nodes]


def gold_trees(corpora: Path | None) -> dict[str, list[GoldTree]]:
    """The test trees by corpus: news alone without a folder of corpora."""
    found = {"news": [tree for path in sorted(NEWS.glob("test-*.conllu")) for tree in read_trees(path)]}
    if corpora is not None:
        found["PUD"] = [with_agents(tree) for tree in read_trees(corpora / "PUD/en_pud-ud-test.conllu")]
        found["EWT"] = list(read_trees(corpora / "EWT/en_ewt-ud-test.conllu"))
    return found


def measure(pipeline: Pipeline, trees: Sequence[GoldTree], watch: Watch) -> Corpus:
    """Parse the words of the trees, mend what comes out and compare both with the trees."""
    gold = [make_doc(pipeline.nlp.vocab, [tree]) for tree in trees]
    plain = (Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in gold)
    corpus = Corpus()
    for doc, parsed in zip(gold, pipeline.nlp.pipe(plain), strict=True):
        truth = arcs(read_tree(Tokens(doc), ud=True))
        tree = read_tree(Tokens(parsed), ud=pipeline.view.ud)
        found = arcs(tree)
        started = process_time()
        repair(tree)
        corpus.seconds += process_time() - started
        scored = [place for place, (_, dep) in enumerate(truth) if dep != "punct"]
        mended = arcs(tree)
        corpus.words += len(scored)
        corpus.before += sum(found[place] == truth[place] for place in scored)
        corpus.after += sum(mended[place] == truth[place] for place in scored)
        watch.mend(read_tree(Tokens(parsed), ud=pipeline.view.ud), truth)
    return corpus


def fire_on_articles(pipeline: Pipeline, watch: Watch) -> int:
    """Mend the sentences of the seeds and of the dev articles; how many there are."""
    paths = [path for name in ("seeds", "dev") for path in pages(FOLDERS[name])]
    articles = [read_page(Page(name=path.name, body=path.read_bytes())).article for path in paths]
    texts = [sentence.text for article in articles for sentence in split_article(article)]
    for parsed in pipeline.nlp.pipe(texts):
        watch.mend(read_tree(Tokens(parsed), ud=pipeline.view.ud))
    return len(texts)


def lines(effects: dict[str, Effect], *, show: int = 0) -> list[str]:
    """A line for each repair, the most harmful first, with up to `show` sentences that it harms."""
    found = [f"{'repair':44} fires better worse  right  wrong  articles"]
    for name, did in sorted(effects.items(), key=lambda item: (item[1].right - item[1].wrong, item[1].fires)):
        figures = f"{did.fires:5} {did.better:6} {did.worse:5} {did.right:6} {did.wrong:6} {did.articles:9}"
        found += [f"{name:44} {figures}", *(f"    {text}" for text in did.harmed[:show])]
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder of the corpora; without it only our own news trees")
    parser.add_argument("--model", default="builtin", help="folder of another model (default: the one that ships)")
    parser.add_argument("--show", type=int, default=0, help="sentences to show that a repair harms")
    options = parser.parse_args(argv)
    pipeline, watch = load_pipeline(options.model), Watch()
    for name, trees in gold_trees(options.corpora).items():
        done = measure(pipeline, trees, watch)
        before, after = 100 * done.before / done.words, 100 * done.after / done.words
        spent = 1e6 * done.seconds / done.words
        sys.stdout.write(
            f"{name}: LAS {before:.2f}, repaired {after:.2f}; {len(trees)} sentences, {spent:.0f} µs a word\n"
        )
    sys.stdout.write(f"articles: {fire_on_articles(pipeline, watch)} sentences\n\n")
    sys.stdout.write("".join(f"{line}\n" for line in lines(watch.effects, show=options.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
