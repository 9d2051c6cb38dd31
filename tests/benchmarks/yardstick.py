"""The parse that floors are set against: the shipped model as spaCy runs it, so that a faster parse moves no floor."""

from functools import cache

import spacy

from extractors.language.pipeline import BUILTIN, Pipeline, index_lemmas, load_pipeline


@cache
def spacys_own() -> Pipeline:
    """The shipped model with spaCy's own matrix multiplication; what is parsed is parsed as by ours."""
    nlp = spacy.load(BUILTIN)
    index_lemmas(nlp)
    return Pipeline(nlp=nlp, view=load_pipeline().view, name="spaCy's own")
