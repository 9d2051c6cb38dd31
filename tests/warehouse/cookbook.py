"""`python -m tests.warehouse.cookbook [--accept]` asks every question of docs/cookbook/ of the seeds.

Prints what differs from the results kept beside the questions and exits 1; with `--accept` writes it instead, after a
person has looked.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.output import render
from flows.pipeline import replay_paths
from flows.settings import Settings
from warehouse import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/cookbook"
COMMAND = "python -m tests.warehouse.cookbook"


@dataclass(frozen=True, slots=True)
class Question:
    """One file of the cookbook: the first comment asks, the statement answers."""

    path: Path

    @property
    def words(self) -> str:
        """The question as a person would ask it."""
        return self.path.read_text(encoding="utf-8").splitlines()[0].removeprefix("-- ")

    @property
    def kept(self) -> Path:
        """Where the accepted answer lies."""
        return self.path.with_suffix(".csv")

    def answer(self, warehouse: Path) -> str:
        """What the warehouse answers today: the bytes that `eventwire query --format csv` prints."""
        table = read.query(warehouse, self.path.read_text(encoding="utf-8"))
        return render(table.columns, table.rows, "csv")


def questions() -> tuple[Question, ...]:
    """The questions in the order of their file names."""
    return tuple(Question(path) for path in sorted(FOLDER.glob("*.sql")))


def replay_seeds(folder: Path) -> Path:
    """Read the seeds into a new warehouse and publish it."""
    warehouse = folder / "seeds.duckdb"
    replay_paths([ROOT / "seeds"], Settings(warehouse=warehouse))
    return warehouse


def contents() -> str:
    """The text of the cookbook's README."""
    asked = questions()
    lines = [
        "# Cookbook",
        "",
        f"{len(asked)} questions in SQL, each with its answer on the two seed articles. Ask one yourself:",
        "",
        "```sh",
        "eventwire replay seeds",
        f"eventwire query --file docs/cookbook/{asked[0].path.name}",
        "```",
        "",
        f"Answers are checked in CI; `{COMMAND}` prints what changed, `--accept` keeps it. What the views and columns",
        "mean stands in [schema.md](../schema.md).",
        "",
        "| question | SQL | answer |",
        "|---|---|---|",
        *(f"| {q.words} | [{q.path.name}]({q.path.name}) | [{q.kept.name}]({q.kept.name}) |" for q in asked),
    ]
    return "\n".join(lines) + "\n"


def current(warehouse: Path) -> Iterator[tuple[Path, str]]:
    """Every file that is written for the reader, and what should stand in it."""
    yield FOLDER / "README.md", contents()
    for question in questions():
        yield question.kept, question.answer(warehouse)


def difference(path: Path, text: str) -> str:
    """How a file differs from what should stand in it; empty when it does not."""
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    return "".join(unified_diff(kept.splitlines(True), text.splitlines(True), f"{path.name} (kept)", path.name))


def main(argv: Sequence[str] | None = None) -> int:
    """Print or accept: 0 when nothing differs or all was written, 1 when something differs."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write the answers instead of printing what differs")
    options = parser.parse_args(argv)
    with TemporaryDirectory() as folder:
        wanted = dict(current(replay_seeds(Path(folder))))
    differing = {path: difference(path, text) for path, text in wanted.items()}
    sys.stdout.writelines(differing.values())
    if not options.accept:
        return int(any(differing.values()))
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    for stale in set(FOLDER.glob("*.csv")) - set(wanted):
        stale.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
