"""Measure the coder: `python -m tests.quality.measure_events --gold DIR [--set seeds|plover|…] [--show]`."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from extractors.extract import extract, load_resources
from extractors.model import Page
from tests.quality import muc4, petrarch, plover, polnear
from tests.quality.predictions import records
from tests.quality.scoring import read_jsonl, score

SEEDS = Path(__file__).parents[2] / "seeds"


def measure_seeds(_: Path, show: bool) -> list[str]:
    """The two seed articles against their annotation."""
    resources = load_resources()
    predictions = []
    for path in sorted(SEEDS.glob("*.txt")):
        extraction = extract(Page(name=path.name, body=path.read_bytes()), resources)
        for issue in extraction.issues:
            sys.stderr.write(f"{issue.level}: {issue.message}\n")
        predictions += records(extraction)
    found = score(read_jsonl(SEEDS / "gold.jsonl"), predictions)
    if show:
        sys.stderr.write("".join(f"{line}\n" for line in found.log))
    return [
        f"event                {found.event}",
        f"event, both parties  {found.both_parties}",
        f"full record          {found.full_record}",
        f"quantity             {found.quantity}",
        f"fields               { {name: round(value, 3) for name, value in found.fields.items()} }",
        f"quantity fields      { {name: round(value, 3) for name, value in found.quantity_fields.items()} }",
        f"doubles {found.doubles}, traps {found.traps_sprung}/{found.traps}",
    ]


SETS: dict[str, Callable[[Path, bool], list[str]]] = {
    "seeds": measure_seeds,
    "plover": plover.measure,
    "petrarch": petrarch.measure,
    "muc4": muc4.measure,
    "polnear": polnear.measure,
}


def main() -> int:
    """Print the figures of the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, default=Path(), help="folder with dev/plover_sentences_train.tsv and so on"
    )
    parser.add_argument("--set", dest="sets", choices=sorted(SETS), action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="list every error")
    arguments = parser.parse_args()
    for name in arguments.sets or SETS:
        for line in SETS[name](arguments.gold, arguments.show):
            sys.stdout.write(f"{name:8} {line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
