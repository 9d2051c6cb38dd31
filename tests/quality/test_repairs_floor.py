"""Repairs help: on news that no model of ours was trained on, a mended tree is no worse than what the parser gave."""

from extractors.language.pipeline import load_pipeline
from extractors.language.repairs import Stage, repair_of
from extractors.language.tree import Node, Tree, read_tree
from tests.extractors.language.test_repair import Rows, doc_of
from tests.quality.measure_repairs import Effect, Watch, arcs, gold_trees, lines, measure

RAIN: Rows = (("rain", "NN", "obl", 1), ("fell", "VBD", "ROOT", 1), ("hard", "RB", "advmod", 1))


@repair_of(deps="obl")
def subject(node: Node, _: Tree) -> None:
    node.dep = "nsubj"


@repair_of(tags="RB")
def harmful(node: Node, _: Tree) -> None:
    node.dep = "obj"


def test_mended_trees_of_news_are_better_than_what_the_parser_gave() -> None:
    found = measure(load_pipeline(), gold_trees(None)["news"], Watch())
    assert found.words > 8_000
    assert found.after > found.before


def test_each_repair_is_told_what_it_set_right_and_wrong() -> None:
    watch = Watch([Stage(subject, harmful)])
    gold = [(1, "nsubj"), (1, "ROOT"), (1, "advmod")]
    watch.mend(read_tree(doc_of(RAIN), ud=True), gold)
    watch.mend(read_tree(doc_of(RAIN), ud=True))
    right, wrong = watch.effects[subject.name], watch.effects[harmful.name]
    assert right == Effect(fires=1, better=1, right=1, articles=1)
    assert (wrong.worse, wrong.wrong, wrong.harmed) == (1, 1, ["rain fell hard"])
    assert lines(watch.effects, show=1)[1].startswith(harmful.name)
    assert arcs(read_tree(doc_of(RAIN), ud=True))[0] == (1, "obl")
