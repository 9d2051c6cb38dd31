"""Garden paths on hand-made trees: what the parser gave, and what it must become."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.language.repair import repair, write_back
from extractors.language.repairs import Stage, repair_of
from extractors.language.tokens import Tokens
from extractors.language.tree import Node, Tree, read_tree

Rows = tuple[tuple[str, str, str, int], ...]
"""Word, tag, relation, head."""


def doc_of(rows: Rows, lemmas: dict[str, str] | None = None) -> Tokens:
    words = [row[0] for row in rows]
    return Tokens(
        Doc(
            Vocab(),
            words=words,
            tags=[row[1] for row in rows],
            deps=[row[2] for row in rows],
            heads=[row[3] for row in rows],
            lemmas=[(lemmas or {}).get(word, word.lower()) for word in words],
        )
    )


def relations(tree: Tree) -> dict[str, tuple[str, str]]:
    return {node.text: (node.dep, node.head.text if node.head else "-") for node in tree.nodes}


LEADERS: Rows = (
    ("Western", "JJ", "amod", 1), ("leaders", "NNS", "ROOT", 1), ("called", "VBN", "acl", 1), ("for", "IN", "case", 4),
    ("restraint", "NN", "obl", 2),
)  # fmt: skip
WHILE: Rows = (
    ("Talks", "NNS", "nsubj", 1), ("stalled", "VBD", "ROOT", 1), ("as", "IN", "case", 3), ("troops", "NNS", "obl", 1),
    ("advanced", "VBN", "acl", 3),
)  # fmt: skip
NAPALM: Rows = (
    ("The", "DT", "det", 2), ("air", "NN", "compound", 2), ("force", "NN", "compound", 4),
    ("napalmed", "VBN", "amod", 4), ("villages", "NNS", "ROOT", 4),
)  # fmt: skip
CEDED: Rows = (
    ("Rebels", "NNS", "nsubj", 1), ("wept", "VBD", "ROOT", 1), ("as", "IN", "case", 5), ("they", "PRP", "nsubj", 4),
    ("ceded", "VBD", "amod", 5), ("ground", "NN", "advcl", 1),
)  # fmt: skip
ADVANCED: Rows = (
    ("Leaders", "NNS", "nsubj", 1), ("spoke", "VBD", "ROOT", 1), ("as", "IN", "mark", 4), ("troops", "NNS", "nsubj", 4),
    ("advanced", "JJ", "advcl", 1),
)  # fmt: skip
KILLED: Rows = (
    ("Five", "CD", "nsubj", 1),
    ("killed", "VBN", "ROOT", 1),
    ("in", "IN", "case", 3),
    ("blast", "NN", "obl", 1),
)
TRUE_RELATIVE: Rows = (
    ("Men", "NNS", "nsubj", 4), ("arrested", "VBN", "acl", 0), ("by", "IN", "case", 3),
    ("police", "NN", "obl:agent", 1), ("fled", "VBD", "ROOT", 4),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(
            LEADERS, {"called": ("ROOT", "-"), "leaders": ("nsubj", "called")}, id="reduced relative as main verb"
        ),
        pytest.param(
            WHILE, {"advanced": ("advcl", "stalled"), "troops": ("nsubj", "advanced")}, id="as troops advanced"
        ),
        pytest.param(NAPALM, {"napalmed": ("ROOT", "-"), "force": ("nsubj", "napalmed")}, id="noun, past form, noun"),
        pytest.param(CEDED, {"ceded": ("advcl", "wept"), "ground": ("obj", "ceded")}, id="as they ceded ground"),
        pytest.param(KILLED, {"Five": ("nsubj:pass", "killed")}, id="headline passive"),
        pytest.param(
            TRUE_RELATIVE, {"arrested": ("acl", "Men"), "Men": ("nsubj", "fled")}, id="a true one is left alone"
        ),
    ],
)
def test_repair(rows: Rows, wanted: dict[str, tuple[str, str]]) -> None:
    doc = doc_of(rows, {"killed": "kill"})
    found = relations(repair(read_tree(doc, ud=True)))
    assert {word: found[word] for word in wanted} == wanted


@pytest.mark.parametrize("rows", [LEADERS, WHILE, NAPALM, CEDED, KILLED, TRUE_RELATIVE])
def test_a_mended_tree_is_a_tree_and_the_document_agrees(rows: Rows) -> None:
    doc = doc_of(rows, {"killed": "kill"})
    tree = repair(read_tree(doc, ud=True))
    assert len(tree.roots) == 1
    assert {node.i for node in tree.roots[0].subtree()} == set(range(len(rows)))
    write_back(tree, doc)
    assert relations(read_tree(doc, ud=True)) == relations(tree)


CLEAR: Rows = (
    ("Rebels", "NNS", "nsubjpass", 2), ("were", "VBD", "auxpass", 2), ("attacked", "VBN", "ROOT", 2),
    ("by", "IN", "agent", 2), ("troops", "NNS", "pobj", 3), ("in", "IN", "prep", 2), ("Homs", "NNP", "pobj", 5),
)  # fmt: skip
CLEAR_COPULA: Rows = (
    ("It", "PRP", "nsubj", 1), ("was", "VBD", "ROOT", 1), ("an", "DT", "det", 3), ("attack", "NN", "attr", 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(
            CLEAR,
            {
                "Rebels": ("nsubj:pass", "attacked"), "troops": ("obl:agent", "attacked"), "by": ("case", "troops"),
                "Homs": ("obl", "attacked"), "in": ("case", "Homs"),
            },
            id="prepositions become case marks",
        ),
        pytest.param(
            CLEAR_COPULA,
            {"attack": ("ROOT", "-"), "was": ("cop", "attack"), "It": ("nsubj", "attack")},
            id="the predicate heads its copula",
        ),
    ],
)  # fmt: skip
def test_a_clear_tree_reads_like_a_ud_tree(rows: Rows, wanted: dict[str, tuple[str, str]]) -> None:
    found = relations(read_tree(doc_of(rows, {"was": "be"}), ud=False))
    assert {word: found[word] for word in wanted} == wanted


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("advanced", "advance"), ("stopped", "stop"), ("carried", "carry"), ("attacked", "attack"), ("passed", "pass")],
)
def test_a_form_in_ed_with_a_subject_is_a_past_tense(word: str, lemma: str) -> None:
    rows = (*ADVANCED[:4], (word, "JJ", "advcl", 1))
    mended = repair(read_tree(doc_of(rows), ud=True)).nodes[4]
    assert (mended.tag, mended.lemma) == ("VBD", lemma)


def test_a_past_form_with_a_subject_is_a_verb_whatever_its_tag() -> None:
    rows: Rows = (
        ("The", "DT", "det", 1), ("missile", "NN", "nsubj", 2), ("tore", "RB", "ROOT", 2), ("into", "IN", "case", 5),
        ("a", "DT", "det", 5), ("bus", "NN", "obl", 2),
    )  # fmt: skip
    tree = repair(read_tree(doc_of(rows), ud=True, sentence=0))
    assert (tree.nodes[2].tag, tree.nodes[2].lemma) == ("VBD", "tear")


def test_an_opening_plural_is_no_verb() -> None:
    rows: Rows = (("Activists", "VBZ", "nsubj", 1), ("left", "VBD", "ROOT", 1))
    tree = repair(read_tree(doc_of(rows), ud=True, sentence=0))
    assert (tree.nodes[0].tag, tree.nodes[0].lemma) == ("NNS", "activist")


def test_a_word_meets_the_repairs_of_the_shape_it_is_given_on_the_way() -> None:
    met: list[str] = []

    @repair_of(deps="obl")
    def first(node: Node, _: Tree) -> None:
        met.append(f"obl {node.text}")
        node.dep = "obj"

    @repair_of(deps="obj", tags="NN")
    def second(node: Node, _: Tree) -> None:
        met.append(f"obj {node.text}")
        node.dep = "obl"

    @repair_of(deps="nsubj")
    def never(node: Node, _: Tree) -> None:
        met.append(f"nsubj {node.text}")

    rows: Rows = (("rain", "NN", "obl", 1), ("fell", "VBD", "ROOT", 1), ("hard", "RB", "obl", 1))
    Stage(first, second, never).mend(read_tree(doc_of(rows), ud=True))
    assert met == ["obl rain", "obj rain", "obl hard"]
