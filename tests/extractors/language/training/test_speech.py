"""Sentences made into somebody's words: one tree, the clause a complement of the verb of speech."""

import numpy as np
import pytest
import spacy

from extractors.language.training.conllu import Tree, Word
from extractors.language.training.names import Namer
from extractors.language.training.speech import VERBS, as_speech
from extractors.language.training.treebanks import make_doc

BLANK = spacy.blank("en")
ROWS = (
    ("The", "DET", "DT", 1, "det"),
    ("bridge", "NOUN", "NN", 3, "nsubj"),
    ("has", "AUX", "VBZ", 3, "aux"),
    ("collapsed", "VERB", "VBN", 3, "ROOT"),
    ("yesterday", "NOUN", "NN", 3, "obl:unmarked"),
    (".", "PUNCT", ".", 3, "punct"),
)
BRIDGE = Tree(
    document="d",
    sent_id="s",
    words=tuple(
        Word(form=form, upos=upos, xpos=tag, feats="", lemma=form, head=head, dep=dep, misc="", space_after=True)
        for form, upos, tag, head, dep in ROWS
    ),
)


def copies() -> list[Tree]:
    namer = Namer(np.random.default_rng(7))
    return [as_speech(BRIDGE, namer) for _ in range(200)]


def test_the_clause_is_what_somebody_says() -> None:
    for copy in copies():
        doc = make_doc(BLANK.vocab, [copy])
        (root,) = [token for token in doc if token.dep_ == "ROOT"]
        (clause,) = [token for token in doc if token.dep_ == "ccomp"]
        (speaker,) = [token for token in root.children if token.dep_ == "nsubj"]
        assert root.text in {verb.split()[0] for verb in VERBS}
        assert (clause.text, clause.head) == ("collapsed", root)
        assert speaker.text.lower() != "bridge"
        assert {"The", "the"} & {token.text for token in clause.subtree}
        assert doc[-1].text == "."


def test_speakers_stand_on_either_side_with_and_without_quotation_marks() -> None:
    texts = [make_doc(BLANK.vocab, [copy]).text.strip() for copy in copies()]
    assert any(text.startswith("The bridge has collapsed yesterday, ") for text in texts)
    assert any(text.startswith("“The bridge has collapsed yesterday,” ") for text in texts)
    assert any(text.endswith("that the bridge has collapsed yesterday.") for text in texts)
    assert not [text for text in texts if " ." in text or " ," in text or text[0].islower()]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(ROWS[:-1], id="no full stop"),
        pytest.param(ROWS[:1] * 4 + ROWS[3:], id="no subject"),
        pytest.param((("“", "PUNCT", "``", 3, "punct"), *ROWS[1:]), id="a quotation already"),
    ],
)
def test_what_is_no_plain_clause_stays_as_it_is(rows: tuple[tuple[str, str, str, int, str], ...]) -> None:
    words = tuple(
        Word(form=form, upos=upos, xpos=tag, feats="", lemma=form, head=head, dep=dep, misc="", space_after=True)
        for form, upos, tag, head, dep in rows
    )
    tree = Tree(document="d", sent_id="s", words=words)
    assert as_speech(tree, Namer(np.random.default_rng(1))) == tree


def test_the_same_seed_gives_the_same_words() -> None:
    assert copies() == copies()
