"""`python -m tests.benchmarks.millions FOLDER [--articles 100000] [--only ask …]` makes it and measures."""

import argparse
import time
from pathlib import Path

from tests.benchmarks.millions.making import grow
from tests.benchmarks.millions.measuring import PARTS, memory


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.millions", description=__doc__)
    parser.add_argument("folder", type=Path, help="where it is made, and found again")
    parser.add_argument("--articles", type=int, default=100_000, help="how many; there are ten events in each")
    parser.add_argument("--memory", default="1500MB", help="DuckDB's limit while the articles are made")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS), help="what to measure; else all")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    path = options.folder / "millions.duckdb"
    if not path.exists():
        began = time.perf_counter()
        for grown in grow(path, options.articles, options.memory):
            print(f"{grown.articles:>9,} of {grown.of:,} articles, {time.perf_counter() - began:,.0f} s", flush=True)
    for part in options.only:
        for what, figure in PARTS[part](path):
            print(f"{what:<45} {figure}", flush=True)
    for what, figure in memory():
        print(f"{what:<45} {figure}")


if __name__ == "__main__":
    main()
