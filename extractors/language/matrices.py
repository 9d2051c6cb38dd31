"""Who multiplies a model's matrices: the library that NumPy ships, on one core.

thinc, on which spaCy's models run, multiplies with BLIS, which knows few processors and takes its slowest way on all
others: 23 billion operations a second on an EPYC of 2023, where NumPy's OpenBLAS does 90. Which of them is used is not
measured, so that a machine always gives the same trees.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def multiply_with_numpy(nlp: Language) -> None:
    """Let the model's parts that multiply with BLIS use NumPy; others, as on a GPU or in PyTorch, stay as they are."""
    numpy_ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if type(node.ops) is NumpyOps:
                    node.ops = numpy_ops


@contextmanager
def one_core() -> Iterator[None]:
    """Keep NumPy's products on one core, as BLIS does: more cores are for more processes. Then all is as before."""
    with _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> ThreadpoolController:
    """Made once, for it searches the libraries that are loaded: 9 ms."""
    return ThreadpoolController()
