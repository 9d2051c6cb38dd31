"""Run spaCy's training with our settings; the same seed and files give the same weights."""

import sys
from pathlib import Path

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

SETTINGS = Path(__file__).parent
BORROWED_FROM = "tok2vec"


def fit(settings: str, folder: Path, *, seed: int, borrow: Language | None = None) -> Path:
    """Train the pipeline of `<settings>.cfg` on `<settings>_train.spacy` in the folder; return where the best one is.

    With `borrow`, the name recognizer starts from the word vectors that pipeline has learnt.
    """
    # numpy's OpenBLAS multiplies these shapes nearly twice as fast as thinc's blis does on one core
    set_current_ops(NumpyOps(use_blis=False))
    config = load_config(
        SETTINGS / f"{settings}.cfg",
        overrides={
            "paths.train": str(folder / f"{settings}_train.spacy"),
            "paths.dev": str(folder / f"{settings}_dev.spacy"),
            "paths.vectors": str(folder / "vectors"),
            "system.seed": seed,
        },
    )
    nlp = init_nlp(config)
    if borrow is not None:
        learnt = borrow.get_pipe(BORROWED_FROM).model  # type: ignore[attr-defined]
        nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].from_bytes(learnt.to_bytes())  # type: ignore[attr-defined]
    out = folder / settings
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    return out / "model-best"
