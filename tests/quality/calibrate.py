"""Fit the weights of `extractors.coding.confidence` and print how well they hold.

`python -m tests.quality.calibrate --gold DIR`
"""

import argparse
import sys
from math import exp
from pathlib import Path

from extractors.coding.confidence import features
from extractors.coding.events import code_sentence
from extractors.extract import load_resources
from extractors.model import COUNTED
from tests.quality.plover import overlap, read_marked, readings, set_label

STEPS = 4000
RATE = 0.5
DECAY = 0.002
MEETS = 3
"""Overlap from which a record speaks of the marked pair."""

Sample = tuple[tuple[float, ...], bool]


def samples(gold: Path) -> list[Sample]:
    """Features of every counted record that speaks of the marked pair, and whether its type is right."""
    resources = load_resources()
    rows = list(read_marked(gold / "dev" / "plover_sentences_train.tsv"))
    return [
        ((1.0, *map(float, features(made))), set_label(made) == row.root)
        for row, reading in zip(rows, readings([row.text for row in rows], resources), strict=True)
        for number in range(len(reading.trees))
        for made in code_sentence(reading, resources.lexicon, number)
        if made.status in COUNTED and overlap(made, row) >= MEETS
    ]


def fit(data: list[Sample]) -> list[float]:
    """Logistic regression by gradient descent with a little decay; equal rows are taken together."""
    counts: dict[Sample, int] = {}
    for sample in data:
        counts[sample] = counts.get(sample, 0) + 1
    weights = [0.0] * len(data[0][0])
    for _ in range(STEPS):
        slope = [0.0] * len(weights)
        for (row, right), count in counts.items():
            miss = count * (right - probability(row, weights))
            slope = [total + miss * value for total, value in zip(slope, row, strict=True)]
        weights = [w + RATE * (each / len(data) - DECAY * w) for w, each in zip(weights, slope, strict=True)]
    return weights


def probability(row: tuple[float, ...], weights: list[float]) -> float:
    """What the weights say of one row."""
    return 1 / (1 + exp(-sum(w * value for w, value in zip(weights, row, strict=True))))


def main() -> int:
    """Print the weights and, for each tenth of confidence, how many records are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    data = samples(parser.parse_args().gold)
    weights = fit(data)
    sys.stdout.write(f"{len(data)} records, weights {[round(w, 2) for w in weights]}\n")
    for low in range(3, 10):
        bin_ = [
            (probability(row, weights), right) for row, right in data if low <= 10 * probability(row, weights) < low + 1
        ]
        if bin_:
            said, held = sum(p for p, _ in bin_) / len(bin_), sum(right for _, right in bin_) / len(bin_)
            sys.stdout.write(f".{low}: {len(bin_):4} records, said {said:.3f}, held {held:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
