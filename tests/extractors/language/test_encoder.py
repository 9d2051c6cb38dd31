"""Vectors of words: those of the model's own layers, whatever was read before or beside them."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from extractors.language import encoder as module
from extractors.language.encoder import Encoder, encoder_for
from extractors.language.pipeline import load_pipeline

TEXTS = (
    "Gunmen killed two soldiers on Friday.",
    "",
    "Rebels",
    "The village of Qaryat7731 was hit, and don't ask 12,5 times.",
    "Aid workers were evacuated by the army. " * 80,
    "Rebels seize airport",
)


def shipped(part: str) -> Model[Any, Any]:
    model: Model[Any, Any] = load_pipeline().nlp.get_pipe(part).model  # type: ignore[attr-defined]
    return model if part == "tok2vec" else model.layers[0].layers[0]


def docs(*texts: str) -> list[Doc]:
    return [load_pipeline().nlp.make_doc(text) for text in texts]


def made(part: str) -> Encoder:
    encoder = encoder_for(shipped(part), load_pipeline().nlp.vocab)
    assert encoder
    return encoder


@pytest.mark.parametrize("part", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_models_own_layers(part: str) -> None:
    texts = docs(*TEXTS)
    for ours, theirs in zip(made(part)(texts), shipped(part).predict(texts), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-5, atol=1e-5)


def test_vectors_do_not_depend_on_what_is_read_before_and_beside() -> None:
    encoder = made("tok2vec")
    together = encoder(docs(*TEXTS))
    alone = [made("tok2vec")(docs(text))[0] for text in TEXTS]
    again = [encoder(docs(text))[0] for text in reversed(TEXTS)][::-1]
    for one, *others in zip(together, alone, again, strict=True):
        for other in others:
            np.testing.assert_array_equal(one, other)


def test_spellings_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made("tok2vec")(docs(*TEXTS))
    monkeypatch.setattr(module, "SPELLINGS", 8)
    small = made("tok2vec")
    for _ in range(2):
        for text, expected in zip(TEXTS, whole, strict=True):
            np.testing.assert_array_equal(small(docs(text))[0], expected)


def test_other_networks_are_left_to_thinc() -> None:
    nlp = spacy.blank("en")
    wide: Any = nlp.add_pipe("tok2vec", config={"model": {"window_size": 2}})
    nlp.initialize()
    assert encoder_for(wide.model, nlp.vocab) is None
    assert encoder_for(wide.model.layers[0], nlp.vocab) is None
    assert encoder_for(None, nlp.vocab) is None


def test_networks_on_other_machinery_are_left_to_it() -> None:
    class OtherOps(NumpyOps):  # type: ignore[misc]
        """As of a GPU, of PyTorch or of Apple's library."""

    nlp = spacy.blank("en")
    known: Any = nlp.add_pipe("tok2vec")
    nlp.initialize()
    assert encoder_for(known.model, nlp.vocab)
    known.model.layers[1].ops = OtherOps()
    assert encoder_for(known.model, nlp.vocab) is None
