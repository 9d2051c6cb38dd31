"""Run a model's parts over many texts, each as spaCy runs it but without what takes time and changes nothing.

spaCy's own loop over a parser's transitions lets go of Python's lock and takes it again for every word and feature it
looks at, which takes longer than the looking; steps that all texts take together from Python do not.
"""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias

import numpy as np
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.pipeline import DependencyParser, EntityRecognizer, Lemmatizer, Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from extractors.language.encoder import encoder_for

DECIDING: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]
"""What a base form depends on; a word that has one keeps it."""
MOST_LEMMAS = 10_000
"""Base forms kept at a time; then all are forgotten."""

Step: TypeAlias = Callable[[list[Doc]], list[Doc]]


class Annotator:
    """A model's parts, prepared. It reads as `Language.pipe` does, one thread at a time."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._steps: dict[str, tuple[object, Step]] = {}

    def annotate(self, docs: list[Doc], *, without: Collection[str] = ()) -> list[Doc]:
        """The texts with all that the model's parts say of them, in order."""
        for name, pipe in self._nlp.pipeline:
            if docs and name not in without:
                docs = self._step(name, pipe)(docs)
        return docs

    def _step(self, name: str, pipe: Callable[[Doc], Doc]) -> Step:
        prepared, step = self._steps.get(name, (None, None))
        if step is None or prepared is not pipe:
            step = self._prepare(pipe)
            self._steps[name] = pipe, step
        return step

    def _prepare(self, pipe: Callable[[Doc], Doc]) -> Step:
        if isinstance(pipe, Tok2Vec):
            return self._encoding(pipe)
        if isinstance(pipe, DependencyParser | EntityRecognizer) and _steps_of_its_own(pipe):
            return self._moving(pipe)
        if isinstance(pipe, Lemmatizer) and _by_rule(pipe):
            return _lemmatizing(pipe)
        return _as_spacy_does(pipe)

    def _encoding(self, pipe: Tok2Vec) -> Step:
        encode = encoder_for(pipe.model, self._nlp.vocab)
        if encode is None:
            return _as_spacy_does(pipe)

        def step(docs: list[Doc]) -> list[Doc]:
            pipe.set_annotations(docs, encode(docs))
            return docs

        return step

    def _moving(self, pipe: Any) -> Step:
        """A parser or recognizer: all texts take one step after the other together, until none has one left."""
        model: Model[Any, Any] = pipe.model
        vectors = _vectors_of(model.get_ref("tok2vec"), self._nlp)
        layers = [vectors, model.get_ref("lower"), model.get_ref("upper")]

        def step(docs: list[Doc]) -> list[Doc]:
            states = pipe.moves.init_batch(docs)
            going = [state for state in states if not state.is_final()]
            if going:
                steps = ParserStepModel(
                    docs, layers, unseen_classes=model.attrs["unseen_classes"], train=False, has_upper=True
                )
                while going:
                    going = pipe.transition_states(going, steps.predict(going))
                steps.clear_memory()  # 5 MB an article that would wait for the collector of cycles
            pipe.set_annotations(docs, states)
            return docs

        return step


def _steps_of_its_own(pipe: Any) -> bool:
    model = pipe.model
    return (
        pipe.cfg["beam_width"] == 1
        and model.name == "parser_model"
        and bool(model.attrs["has_upper"])
        and all(isinstance(node.ops, NumpyOps) for node in model.walk())
    )


def _vectors_of(model: Model[Any, Any], nlp: Language) -> Callable[[list[Doc], bool], tuple[Any, None]]:
    """What a parser begins with, a vector for each word of all texts; with an encoder of ours where there is one."""
    encode = encoder_for(model.layers[0], nlp.vocab) if model.layers else None
    if encode is None:
        return lambda docs, is_train: (model.predict(docs), None)  # noqa: ARG005  called as a layer is

    def vectors(docs: list[Doc], is_train: bool) -> tuple[Any, None]:  # noqa: ARG001
        read: Any = encode(docs)
        for layer in model.layers[1:]:
            read = layer.predict(read)
        return read, None

    return vectors


def _by_rule(pipe: Lemmatizer) -> bool:
    return pipe.mode == "rule" and type(pipe).rule_lemmatize is Lemmatizer.rule_lemmatize and not pipe.overwrite


def _lemmatizing(pipe: Lemmatizer) -> Step:
    """The base form of a word depends on its spelling, part of speech and form; it is looked up once for each."""
    known: dict[tuple[int, ...], str] = {}

    def step(docs: list[Doc]) -> list[Doc]:
        if not 0 < len(known) < MOST_LEMMAS:
            known.clear()
            pipe(docs[0])  # which tells when the model lacks a table
        for doc in docs:
            keys = list(map(tuple, doc.to_array(DECIDING).tolist()))
            for place, key in enumerate(keys):
                if key not in known:
                    known[key] = doc[place].lemma_ or pipe.lemmatize(doc[place])[0]
            add = doc.vocab.strings.add
            doc.from_array(["LEMMA"], _column([add(known[key]) for key in keys]))
        return docs

    return step


def _column(values: list[int]) -> Any:
    return np.array(values, dtype=np.uint64)


def _as_spacy_does(pipe: Any) -> Step:
    if hasattr(pipe, "pipe"):
        return lambda docs: list(pipe.pipe(docs, batch_size=len(docs)))
    return lambda docs: [pipe(doc) for doc in docs]
