"""Words whose verb cannot have them, each tree as the parser gave it and as it must become."""

import pytest

from extractors.language.repair import repair
from extractors.language.tree import read_tree
from tests.extractors.language.test_repair import Rows, doc_of, relations

DUG: Rows = (
    ("Troops", "NNS", "nsubj:pass", 1), ("dug", "VBN", "ROOT", 1), ("in", "IN", "case", 3), ("east", "NN", "obl", 1),
)  # fmt: skip
RALLY: Rows = (
    ("Accra", "NNP", "nsubj", 1), ("prohibited", "VBD", "ROOT", 1), ("a", "DT", "det", 3), ("rally", "NN", "obj", 1),
    ("by", "IN", "case", 5), ("students", "NNS", "obl:agent", 1),
)  # fmt: skip
FLIGHT: Rows = (
    ("They", "PRP", "nsubj", 1), ("put", "VBD", "ROOT", 1), ("rebels", "NNS", "obj", 1), ("to", "IN", "case", 4),
    ("flight", "NN", "xcomp", 1),
)  # fmt: skip
DRENCHED: Rows = (
    ("Police", "NNS", "ROOT", 0), ("hosed", "VBN", "amod", 2), ("nurses", "NNS", "obj", 0), (".", ".", "punct", 0),
)  # fmt: skip
AFTER: Rows = (
    ("They", "PRP", "nsubj", 1), ("fired", "VBD", "ROOT", 1), ("after", "IN", "case", 3),
    ("two", "CD", "nsubj:pass", 5), ("were", "VBD", "aux:pass", 5), ("shot", "VBN", "advcl", 1),
)  # fmt: skip
OVER: Rows = (
    ("Nurses", "NNS", "nsubj", 2), ("will", "MD", "aux", 2), ("strike", "VB", "ROOT", 2),
    ("over", "RP", "compound:prt", 2), ("pay", "NN", "obj", 2),
)  # fmt: skip
ELSEWHERE: Rows = (
    ("They", "PRP", "nsubj", 1), ("fought", "VBD", "ROOT", 1), ("in", "IN", "case", 3), ("Homs", "NNP", "obl", 1),
    ("and", "CC", "cc", 5), ("elsewhere", "RB", "conj", 1),
)  # fmt: skip
FLED: Rows = (
    ("Troops", "NNS", "nsubj", 1), ("took", "VBD", "ROOT", 1), ("Goma", "NNP", "obj", 1), ("and", "CC", "cc", 4),
    ("rebels", "NNS", "conj", 2), ("fled", "VBD", "xcomp", 1),
)  # fmt: skip
PLOT: Rows = (
    ("Oslo", "NNP", "nsubj", 1), ("arrested", "VBD", "ROOT", 1), ("ten", "CD", "obj", 1), ("over", "IN", "case", 4),
    ("plot", "NN", "obl", 1), ("to", "TO", "mark", 6), ("kill", "VB", "advcl", 1), ("him", "PRP", "obj", 6),
)  # fmt: skip

AGAINST: Rows = (
    ("Reports", "NNS", "ROOT", 0), ("of", "IN", "case", 2), ("crimes", "NNS", "nmod", 0), ("against", "IN", "case", 4),
    ("nurses", "NNS", "nmod", 0),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(DUG, {"Troops": ("nsubj", "dug")}, id="a verb without an object has no passive"),
        pytest.param(RALLY, {"students": ("nmod", "rally")}, id="an active verb has no agent"),
        pytest.param(FLIGHT, {"flight": ("obl", "put")}, id="a noun behind a preposition is no clause"),
        pytest.param(
            DRENCHED, {"Police": ("nsubj", "hosed"), "nurses": ("obj", "hosed")}, id="a noun has no object"
        ),
        pytest.param(AFTER, {"after": ("mark", "shot")}, id="a subject has no preposition"),
        pytest.param(OVER, {"pay": ("obl", "strike"), "over": ("case", "pay")}, id="over something"),
        pytest.param(ELSEWHERE, {"elsewhere": ("conj", "Homs")}, id="a second place"),
        pytest.param(FLED, {"rebels": ("nsubj", "fled"), "fled": ("conj", "took")}, id="a finite verb is no xcomp"),
        pytest.param(AGAINST, {"nurses": ("nmod", "crimes")}, id="a crime is against somebody, a report is not"),
        pytest.param(PLOT, {"kill": ("acl", "plot")}, id="what the plot was for"),
    ],
)  # fmt: skip
def test_what_a_verb_cannot_have_is_mended(rows: Rows, wanted: dict[str, tuple[str, str]]) -> None:
    tree = repair(read_tree(doc_of(rows, {"dug": "dig", "Reports": "report"}), ud=True))
    found = relations(tree)
    assert {word: found[word] for word in wanted} == wanted


def test_a_past_form_with_a_subject_is_no_participle() -> None:
    rows: Rows = (
        ("Rebels", "NNS", "nsubj", 1),
        ("took", "VBN", "ROOT", 1),
        ("Sake", "NN", "obj", 1),
        (".", ".", "punct", 1),
    )
    tags = {node.text: node.tag for node in repair(read_tree(doc_of(rows), ud=True)).nodes}
    assert (tags["took"], tags["Sake"]) == ("VBD", "NN")
