"""Run spaCy's training with our settings; the same seed and files give the same weights."""

import sys
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

SETTINGS = Path(__file__).parent
BORROWED_FROM = "tok2vec"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One training: `<settings>.cfg` on `<name>_train.spacy`, kept in the folder `<name>`."""

    name: str
    settings: str
    steps: int | None = None
    """Stop after so many instead of what the settings say."""


def fit(stage: Stage, folder: Path, *, seed: int, borrow: Language | None = None) -> None:
    """Train the stage; its best model lands in `<name>/model-best`.

    With `borrow`, the name recognizer starts from the encoder that pipeline has learnt.
    """
    # numpy's OpenBLAS multiplies these shapes nearly twice as fast as thinc's blis does on one core
    set_current_ops(NumpyOps(use_blis=False))
    config = load_config(
        SETTINGS / f"{stage.settings}.cfg",
        overrides={
            "paths.train": str(folder / f"{stage.name}_train.spacy"),
            "paths.dev": str(folder / f"{stage.settings}_dev.spacy"),
            "paths.vectors": str(folder / "vectors"),
            "system.seed": seed,
        },
    )
    if stage.steps is not None:
        config["training"].update(max_steps=stage.steps, eval_frequency=min(500, stage.steps))
        config["training"]["optimizer"]["learn_rate"]["total_steps"] = stage.steps
    nlp = init_nlp(config)
    if borrow is not None:
        learnt = borrow.get_pipe(BORROWED_FROM).model  # type: ignore[attr-defined]
        nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].from_bytes(learnt.to_bytes())  # type: ignore[attr-defined]
    out = folder / stage.name
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
