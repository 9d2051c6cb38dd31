"""`python -m tests.quality.measure_articles [--set seeds|dev|held] [--show]` scores the coder on annotated articles.

`dev` may be looked at while rules are made; of `held` only totals are printed, unless --show-held is given.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from extractors.extract import extract, load_resources
from extractors.model import Page
from tests.quality.predictions import records
from tests.quality.scoring import Record, Score, read_jsonl, score

ARTICLES = Path(__file__).parent / "articles"
SEEDS = Path(__file__).parents[2] / "seeds"
FOLDERS = {"seeds": SEEDS, "dev": ARTICLES / "dev", "held": ARTICLES / "held"}
PAGE_SUFFIXES = (".txt", ".html")


@dataclass(frozen=True, slots=True)
class Measured:
    """A set's gold in numbers and what the coder made of it."""

    gold: Sequence[Record]
    score: Score

    def figures(self) -> dict[str, float]:
        """The shares that floors.toml pins; they may only rise."""
        found = self.score
        return {
            "event_f1": found.event.f1,
            "both_parties_f1": found.both_parties.f1,
            "full_record_f1": found.full_record.f1,
            "quantity_f1": found.quantity.f1,
        }

    def faults(self) -> dict[str, int]:
        """The counts that floors.toml pins; they may only fall."""
        return {"doubles": self.score.doubles, "traps_sprung": self.score.traps_sprung}

    def lines(self) -> list[str]:
        """The totals, for people."""
        found = self.score
        return [
            f"gold                 {self._totals()}",
            f"event                {found.event}",
            f"event, both parties  {found.both_parties}",
            f"full record          {found.full_record}",
            f"quantity             {found.quantity}",
            f"fields               {_rounded(found.fields)}",
            f"quantity fields      {_rounded(found.quantity_fields)}",
            f"doubles {found.doubles}, traps sprung {found.traps_sprung} of {found.traps}",
        ]

    def _totals(self) -> str:
        documents = len({record["doc"] for record in self.gold})
        counted = [f"{documents} articles"]
        for kind, many in (("event", "events"), ("quantity", "quantities"), ("trap", "traps")):
            ours = [record for record in self.gold if record["kind"] == kind]
            optional = sum(bool(record.get("optional")) for record in ours)
            counted.append(f"{len(ours)} {many}" + (f" ({optional} optional)" if optional else ""))
        return ", ".join(counted)


def measure(name: str) -> Measured:
    """Code the articles of a set and compare them with their gold."""
    folder = FOLDERS[name]
    resources = load_resources()
    predictions: list[Record] = []
    for path in pages(folder):
        extraction = extract(Page(name=path.name, body=path.read_bytes()), resources)
        for issue in extraction.issues:
            sys.stderr.write(f"{issue.level}: {issue.message}\n")
        predictions += records(extraction)
    gold = [record for path in sorted(folder.glob("*.jsonl")) for record in read_jsonl(path)]
    return Measured(gold, score(gold, predictions))


def pages(folder: Path) -> list[Path]:
    """The pages of a set, in order of name."""
    return sorted(path for path in folder.iterdir() if path.suffix in PAGE_SUFFIXES)


def _rounded(values: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in values.items())


def _floors(name: str, measured: Measured) -> list[str]:
    """A table of floors.toml: shares rounded down to the hundredth, faults with one to spare where there are any."""
    shares = [f"{figure} = {floor(value * 100) / 100:.2f}" for figure, value in measured.figures().items()]
    return [
        f"[{name}]",
        *shares,
        *(f"{fault} = {count + bool(count)}" for fault, count in measured.faults().items()),
        "",
    ]


def main() -> int:
    """Print the figures of the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", dest="sets", choices=sorted(FOLDERS), action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="list every error in seeds and dev")
    parser.add_argument("--show-held", action="store_true", help="list the errors in held too, which spoils the set")
    parser.add_argument("--floors", action="store_true", help="print the figures as floors.toml holds them")
    arguments = parser.parse_args()
    for name in arguments.sets or FOLDERS:
        measured = measure(name)
        if arguments.show_held if name == "held" else arguments.show:
            sys.stderr.write("".join(f"{line}\n" for line in measured.score.log))
        lines = _floors(name, measured) if arguments.floors else [f"{name:6} {line}" for line in measured.lines()]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
