"""Reading corpora: CoNLL-U, GUM's entity layer, tagged sentences, UNER's layer over a treebank."""

from itertools import chain
from pathlib import Path

import pytest
import spacy

from extractors.language.training.conllu import Tree, read_trees
from extractors.language.training.gum_names import named_spans
from extractors.language.training.named import from_tree, marked_names, read_crossner, read_wikigold, with_uner
from extractors.language.training.treebanks import NEWS, make_doc, with_agents

PARTS = ("train", "test")

# word, UPOS, tag, head (1-based, 0 for the root), relation, last column
Row = tuple[str, str, str, int, str, str]


def write_conllu(path: Path, rows: list[Row], comments: str = "# newdoc id = d1\n# sent_id = s1\n") -> Path:
    lines = [
        f"{place}\t{word}\t{word.lower()}\t{upos}\t{tag}\t_\t{head}\t{dep}\t_\t{misc}"
        for place, (word, upos, tag, head, dep, misc) in enumerate(rows, start=1)
    ]
    path.write_text(comments + "\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def only_tree(path: Path) -> Tree:
    (tree,) = read_trees(path)
    return tree


KILLED: list[Row] = [
    ("Rebels", "NOUN", "NNS", 3, "nsubj:pass", "_"),
    ("were", "AUX", "VBD", 3, "aux:pass", "_"),
    ("killed", "VERB", "VBN", 0, "root", "_"),
    ("by", "ADP", "IN", 5, "case", "_"),
    ("police", "NOUN", "NNS", 3, "obl", "SpaceAfter=No"),
    (".", "PUNCT", ".", 3, "punct", "_"),
]


def test_a_tree_keeps_heads_spaces_and_document(tmp_path: Path) -> None:
    tree = only_tree(write_conllu(tmp_path / "a.conllu", KILLED))
    assert (tree.document, tree.sent_id) == ("d1", "s1")
    assert [word.head for word in tree.words] == [2, 2, 2, 4, 2, 2]
    doc = make_doc(spacy.blank("en").vocab, [tree, tree])
    assert doc.text == "Rebels were killed by police. Rebels were killed by police. "
    assert [token.text for token in doc if token.dep_ == "ROOT"] == ["killed", "killed"]
    assert [sentence.text for sentence in doc.sents] == ["Rebels were killed by police."] * 2


def test_words_of_one_token_are_written_together(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    row = "{}\t{}\tx\tX\tX\t_\t{}\tdep\t_\t{}\n"
    path.write_text(
        "# sent_id = s\n"
        + row.format("1-2", "didn't", "_", "_")
        + row.format(1, "did", 0, "_")
        + row.format(2, "n't", 1, "_")
        + row.format("2.1", "ghost", 1, "_")
        + row.format(3, "go", 1, "SpaceAfter=No"),
        encoding="utf-8",
    )
    tree = only_tree(path)
    assert [word.form for word in tree.words] == ["did", "n't", "go"]
    assert [word.space_after for word in tree.words] == [False, True, False]


def test_agents_of_passives_are_told_from_other_by_phrases(tmp_path: Path) -> None:
    tree = with_agents(only_tree(write_conllu(tmp_path / "a.conllu", KILLED)))
    assert [word.form for word in tree.words if word.dep == "obl:agent"] == ["police"]


NAMES = [
    pytest.param(
        [
            ("President", "PROPN", "NNP", 3, "nmod:desc", "Entity=(1-person-new-cf1-1"),
            ("Amina", "PROPN", "NNP", 0, "root", "_"),
            ("Diallo", "PROPN", "NNP", 2, "flat", "Entity=1)"),
        ],
        [(1, 3, "PER")],
        id="a title stays outside the name",
    ),
    pytest.param(
        [
            ("the", "DET", "DT", 2, "det", "Entity=(1-organization-new"),
            ("Bank", "PROPN", "NNP", 0, "root", "_"),
            ("of", "ADP", "IN", 4, "case", "_"),
            ("Ghana", "PROPN", "NNP", 2, "nmod", "Entity=(2-place-new)1)"),
        ],
        [(1, 4, "ORG")],
        id="the longer of two nested names wins",
    ),
    pytest.param(
        [
            ("Lagos", "PROPN", "NNP", 0, "root", "Entity=(1-place-new"),
            ("in", "ADP", "IN", 3, "case", "_"),
            ("Nigeria", "PROPN", "NNP", 1, "nmod", "Entity=(2-place-new)1)"),
        ],
        [(0, 1, "LOC"), (2, 3, "LOC")],
        id="a place in a place is two names",
    ),
    pytest.param(
        [
            ("the", "DET", "DT", 2, "det", "Entity=(1-person-new"),
            ("soldiers", "NOUN", "NNS", 0, "root", "Entity=1)"),
        ],
        [],
        id="a common noun is no name",
    ),
]


@pytest.mark.parametrize(("rows", "spans"), NAMES)
def test_names_are_cut_out_of_noun_phrases(tmp_path: Path, rows: list[Row], spans: list[tuple[int, int, str]]) -> None:
    assert list(named_spans(only_tree(write_conllu(tmp_path / "a.conllu", rows)))) == spans


def test_wikigold_and_crossner_give_the_same_three_kinds(tmp_path: Path) -> None:
    wikigold = tmp_path / "wikigold.txt"
    wikigold.write_text("Kofi I-PER\nAnnan I-PER\nleft O\n( O\nGhana I-LOC\n) O\n\n", encoding="utf-8")
    (first,) = read_wikigold(wikigold)
    assert first.names == ((0, 2, "PER"), (4, 5, "LOC"))
    assert first.make_doc(spacy.blank("en").vocab).text == "Kofi Annan left (Ghana) "
    for domain in ("politics", "literature", "science", "music", "ai"):
        folder = tmp_path / "crossner" / domain
        folder.mkdir(parents=True)
        for split in ("train", "dev", "test"):
            (folder / f"{split}.txt").write_text(
                "Labour\tB-politicalparty\nwon\tO\nthe\tO\nElection\tB-election\n\n", encoding="utf-8"
            )
    sentences = list(read_crossner(tmp_path / "crossner"))
    assert len(sentences) == 15
    assert {sentence.names for sentence in sentences} == {((0, 1, "ORG"),)}


def test_uner_names_reach_trees_that_are_tokenised_otherwise(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("al", "PROPN", "NNP", 3, "compound", "SpaceAfter=No"),
        ("-", "PUNCT", "HYPH", 3, "punct", "SpaceAfter=No"),
        ("Masri", "PROPN", "NNP", 4, "nsubj", "_"),
        ("left", "VERB", "VBD", 0, "root", "_"),
    ]
    tree = only_tree(write_conllu(tmp_path / "a.conllu", rows))
    layer = tmp_path / "a.iob2"
    layer.write_text("# sent_id = other\n1\tal-Masri\tB-PER\n2\tleft\tO\n\n", encoding="utf-8")
    (named,) = with_uner([tree], layer)
    assert named.names == ((0, 3, "PER"),)
    assert from_tree(named).words == ("al", "-", "Masri", "left")


def test_our_own_trees_mark_names_in_the_last_column(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Kofi", "PROPN", "NNP", 3, "nsubj", "Name=B-PER"),
        ("Annan", "PROPN", "NNP", 1, "flat", "Name=I-PER"),
        ("left", "VERB", "VBD", 0, "root", "_"),
        ("Accra", "PROPN", "NNP", 3, "obj", "Name=B-LOC|SpaceAfter=No"),
        (".", "PUNCT", ".", 3, "punct", "SpaceAfter=No"),
    ]
    assert marked_names(only_tree(write_conllu(tmp_path / "a.conllu", rows))) == ((0, 2, "PER"), (3, 4, "LOC"))


def test_no_news_tree_is_both_trained_on_and_tested_with() -> None:
    trees = {part: list(chain.from_iterable(map(read_trees, NEWS.glob(f"{part}-*.conllu")))) for part in PARTS}
    letters = {part: {tree.letters for tree in trees[part]} for part in PARTS}
    assert len(letters["train"]) > 1000
    assert len(letters["test"]) > 200
    assert letters["train"].isdisjoint(letters["test"])
    for tree in (*trees["train"], *trees["test"]):
        assert sum(word.head == place for place, word in enumerate(tree.words)) == 1, tree.sent_id
