"""A faster way to multiply: the same trees as spaCy's own, one core, and other machinery left alone."""

import pickle
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from extractors.language.matrices import multiply_with_numpy, one_core
from extractors.language.pipeline import BUILTIN, load_pipeline

TESTS = Path(__file__).parents[2]
FILES = (
    TESTS / "quality/pud/sample.conllu",
    *sorted((TESTS / "quality/articles/dev").glob("*.txt")),
    *sorted((TESTS.parent / "seeds").glob("*.txt")),
)


def sentences(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix == ".conllu":
        return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [line for line in lines if len(line.split()) > 4]


def read(doc: Doc) -> list[tuple[Any, ...]]:
    """All that the model says of each word."""
    return [(t.text, t.tag_, str(t.morph), t.dep_, t.head.i, t.lemma_, t.ent_type_, t.is_sent_start) for t in doc]


@pytest.mark.timeout(600)
def test_every_word_is_read_as_spacys_own_multiplication_reads_it() -> None:
    texts = [text for path in FILES for text in sentences(path)]
    slow, ours = spacy.load(BUILTIN), load_pipeline().nlp
    words = differing = 0
    for before, after in zip(slow.pipe(texts, batch_size=128), ours.pipe(texts, batch_size=64), strict=True):
        words += len(before)
        differing += sum(one != other for one, other in zip(read(before), read(after), strict=True))
    assert words > 10_000
    assert differing == 0


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
