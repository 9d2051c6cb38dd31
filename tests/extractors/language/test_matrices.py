"""Multiplying with NumPy: in all parts of a model, on one core, and other machinery left alone."""

import pickle

import spacy
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from extractors.language.matrices import multiply_with_numpy, one_core
from extractors.language.pipeline import load_pipeline


def multipliers(nlp: spacy.language.Language) -> set[bool]:
    """Whether BLIS is used, for each part of the models."""
    models = [getattr(pipe, "model", None) for _, pipe in nlp.pipeline]
    nodes = [node for model in models if isinstance(model, Model) for node in model.walk()]
    return {getattr(node.ops, "use_blis") for node in nodes}  # noqa: B009  not known to the type checker


def test_all_parts_of_a_model_multiply_with_numpy_also_after_a_trip_to_another_process() -> None:
    nlp = load_pipeline().nlp
    assert multipliers(nlp) == {False}
    assert multipliers(pickle.loads(pickle.dumps(nlp))) == {False}


def test_what_runs_on_other_machinery_keeps_it() -> None:
    class OtherOps(NumpyOps):  # type: ignore[misc]
        """As of a GPU, of PyTorch or of Apple's library."""

    nlp = spacy.blank("en")
    nlp.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    nlp.add_pipe("sentencizer")
    nlp.initialize()
    other = OtherOps()
    nodes = list(nlp.get_pipe("tagger").model.walk())  # type: ignore[attr-defined]
    nodes[0].ops = other
    multiply_with_numpy(nlp)
    assert nodes[0].ops is other
    assert multipliers(nlp) == {True, False}
    assert all(node.ops is nodes[1].ops for node in nodes[1:])


def test_products_take_one_core_while_a_text_is_parsed_and_what_was_set_before_and_after() -> None:
    def cores() -> set[int]:
        return {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"}

    with threadpool_limits(2, user_api="blas"):
        before = cores()
        with one_core():
            assert cores() == {1}
        assert cores() == before
