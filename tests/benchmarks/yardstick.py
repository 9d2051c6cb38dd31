"""The parse that floors are set against: the shipped model as spaCy runs it, so that a faster parse moves no floor."""

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.tokens import Doc

from extractors.language.pipeline import BATCH, BUILTIN, Pipeline, index_lemmas, load_pipeline


class SpacysOwn(Pipeline):
    """A model as `Language.pipe` runs it."""

    def _annotated(self, docs: list[Doc], without: list[str]) -> Iterable[Doc]:
        return self.nlp.pipe(docs, batch_size=BATCH, disable=without)


@cache
def spacys_own() -> SpacysOwn:
    """The shipped model in spaCy's own way, also with its own matrix multiplication."""
    nlp = spacy.load(BUILTIN)
    index_lemmas(nlp)
    return SpacysOwn(nlp=nlp, view=load_pipeline().view, name="spaCy's own")
