"""Changed copies of training sentences: still trees, still names, repeatable."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.training.augment import (
    case_copies,
    headline_case,
    recased,
    swapped,
    tree_copies,
    with_modifier,
    with_other_names,
    without_final_stop,
)
from extractors.language.training.conllu import Tree, Word
from extractors.language.training.named import Named
from extractors.language.training.names import Namer, name_lists
from extractors.language.training.treebanks import make_doc


def make_tree(*rows: tuple[str, str, str, int, str]) -> Tree:
    words = tuple(
        Word(
            form=form, upos=upos, xpos=tag, feats="", lemma=form, head=head, dep=dep, misc="", space_after=True
        )
        for form, upos, tag, head, dep in rows
    )  # fmt: skip
    return Tree(document="d", sent_id="s", words=words)


BLANK = spacy.blank("en")
RETAKE = make_tree(
    ("Troops", "NOUN", "NNS", 2, "nsubj"),
    ("will", "AUX", "MD", 2, "aux"),
    ("retake", "VERB", "VB", 2, "ROOT"),
    ("the", "DET", "DT", 5, "det"),
    ("old", "ADJ", "JJ", 5, "amod"),
    ("Aleppo", "PROPN", "NNP", 2, "obj"),
    (".", "PUNCT", ".", 2, "punct"),
)
SENTENCE = Named(
    ("Kofi", "Annan", "met", "Annan", "in", "Accra"),
    (True, True, True, True, True, False),
    ((0, 2, "PER"), (3, 4, "PER"), (5, 6, "LOC")),
)


def namer(seed: int = 0) -> Namer:
    return Namer(np.random.default_rng(seed))


def test_a_headline_is_capitalised_and_has_no_stop() -> None:
    headline = without_final_stop(recased(RETAKE, headline_case))
    assert " ".join(word.form for word in headline.words) == "Troops Will Retake the Old Aleppo"


@given(st.integers(0, 500))
@settings(max_examples=60, deadline=None)
def test_a_modifier_leaves_every_other_arc_as_it_was(seed: int) -> None:
    changed = with_modifier(RETAKE, namer(seed))
    doc = make_doc(BLANK.vocab, [changed])
    added = [token for token in doc if token.dep_ == "amod" and token.tag_ == "VBN"]
    assert len(doc) == len(RETAKE.words) + 3
    (participle,) = added
    assert participle.text in name_lists().compound_right
    assert participle.head.text in ("Troops", "Aleppo")
    arcs = {(token.text, token.dep_, token.head.text) for token in doc}
    assert {(word.form, word.dep, RETAKE.words[word.head].form) for word in RETAKE.words} <= arcs


def test_only_proper_nouns_change_in_a_tree() -> None:
    copies = [with_other_names(RETAKE, namer(seed)) for seed in range(20)]
    changed = {copy.words[5].form for copy in copies}
    assert len(changed) > 5
    assert {tuple(word.form for word in (*copy.words[:5], copy.words[6])) for copy in copies} == {
        ("Troops", "will", "retake", "the", "old", ".")
    }


def test_copies_are_the_same_for_the_same_seed_only() -> None:
    first, again, other = (list(tree_copies([RETAKE] * 50, namer(seed))) for seed in (1, 1, 2))
    assert first == again
    assert first != other


@given(st.integers(0, 500))
@settings(max_examples=60, deadline=None)
def test_swapped_names_keep_their_kind_and_the_words_between(seed: int) -> None:
    copy = swapped(SENTENCE, namer(seed), BLANK, share=1.0)
    assert [label for _, _, label in copy.names] == ["PER", "PER", "LOC"]
    inside = {place for first, end, _ in copy.names for place in range(first, end)}
    assert [word for place, word in enumerate(copy.words) if place not in inside] == ["met", "in"]
    assert len(copy.words) == len(copy.spaces)
    assert copy.spaces[-1] is False
    assert copy.make_doc(BLANK.vocab).ents


def test_a_name_that_recurs_is_swapped_alike() -> None:
    twice = Named(("Accra", "and", "Accra"), (True, True, False), ((0, 1, "LOC"), (2, 3, "LOC")))
    copy = swapped(twice, namer(3), BLANK, share=1.0)
    first, second = ([*copy.words[start:end]] for start, end, _ in copy.names)
    assert first == second


def test_case_copies_keep_their_names() -> None:
    copies = list(case_copies([SENTENCE] * 20, namer(), share=1.0))
    assert {copy.words[0] for copy in copies} == {"KOFI", "kofi"}
    assert {copy.names for copy in copies} == {SENTENCE.names}


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_invented_names_have_no_gaps(label: str) -> None:
    names = {namer(seed).name(label, 1 + seed % 3) for seed in range(200)}
    assert len(names) > 50
    assert not any("{" in name or name != " ".join(name.split()) for name in names)
