"""Run spaCy's training with our settings; the same seed and files give the same weights."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config, Model, NumpyOps, set_current_ops

SETTINGS = Path(__file__).parent
LATER_SHARE = 0.35
"""Of the first learning rate, for what goes on learning: what is known is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One training: `<settings>.cfg` on `<name>_train.spacy`, kept in the folder `<name>`."""

    name: str
    settings: str
    steps: int | None = None
    """Stop after so many instead of what the settings say."""
    rows: tuple[int, ...] = ()
    """Rows of the embedding tables instead of what the settings say."""
    base: Path | None = None
    """A trained pipeline that goes on learning, in small and ever smaller steps, instead of a new one."""


def fit(stage: Stage, folder: Path, *, seed: int, start: Model[Any, Any] | None = None) -> None:
    """Train the stage; its best model lands in `<name>/model-best`, what it ends with in `<name>/model-last`.

    With `start`, a name recognizer begins with the weights of that encoder.
    """
    # numpy's OpenBLAS multiplies these shapes nearly twice as fast as thinc's blis does on one core
    set_current_ops(NumpyOps(use_blis=False))
    nlp = init_nlp(_config(stage, folder, seed))
    if start is not None:
        copy_weights(start, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0])  # type: ignore[attr-defined]
    out = folder / stage.name
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


def _config(stage: Stage, folder: Path, seed: int) -> Config:
    config = load_config(
        SETTINGS / f"{stage.settings}.cfg",
        overrides={
            "paths.train": str(folder / f"{stage.name}_train.spacy"),
            "paths.dev": str(folder / f"{stage.settings}_dev.spacy"),
            "paths.vectors": str(folder / "vectors"),
            "system.seed": seed,
        },
    )
    training, rate = config["training"], config["training"]["optimizer"]["learn_rate"]
    if stage.steps is not None:
        training.update(max_steps=stage.steps, eval_frequency=min(500, stage.steps))
        rate["total_steps"] = stage.steps
    if stage.base is not None:
        rate["initial_rate"] *= LATER_SHARE
        training["batcher"]["size"]["start"] = training["batcher"]["size"]["stop"]
        config["components"] = {name: {"source": str(stage.base)} for name in config["components"]}
    elif stage.rows:
        config["components"]["ner"]["model"]["tok2vec"]["embed"]["rows"] = list(stage.rows)
    return config


def copy_weights(source: Model[Any, Any], target: Model[Any, Any]) -> None:
    """Give the target the source's weights; rows that a smaller embedding table no longer tells apart are added up."""
    for theirs, ours in zip(source.walk(), target.walk(), strict=True):
        for name in theirs.param_names:
            weights: Any = theirs.get_param(name)
            if ours.name == "hashembed" and weights.shape[0] != ours.get_dim("nV"):
                weights = weights.reshape(-1, ours.get_dim("nV"), weights.shape[1]).sum(axis=0)
            ours.set_param(name, weights)
