"""Command line of the training: train the shipped model again, or measure models side by side."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from extractors.language.training.evaluate import as_table, measure
from extractors.language.training.run import prepare, train


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and do what they say; the table of figures goes to standard output."""
    parser = argparse.ArgumentParser(
        prog="python -m extractors.language.training",
        description="Train eventwire's language model from openly licensed corpora, or measure models.",
        epilog="example: python -m extractors.language.training --corpora corpora --out model --seed 0",
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora named in docs/model-card.md")
    parser.add_argument("--work", type=Path, help="folder for intermediate files; a run that was cut off goes on there")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same model (default 0)")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--out", type=Path, help="train, and write the model to this folder")
    task.add_argument("--score", type=Path, nargs="+", help="only measure the models in these folders")
    given = parser.parse_args(arguments)
    work: Path = given.work or (given.out or Path("training")).with_suffix(".work")
    if given.out:
        print(as_table([train(given.corpora, work, given.out, seed=given.seed)]))
    else:
        prepare(given.corpora, work, seed=given.seed)
        print(as_table([measure(model, work) for model in given.score]))


if __name__ == "__main__":
    main()
