"""`python -m tests.quality.measure_actors --gold DIR` prints how many parties get their country and sector.

`own` are the mentions of actors.toml, those looked at while tuning apart from the others; `seeds` the actors and
recipients of the seed articles' annotation; `petrarch` and `plover` need the gold folder.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tests.quality.actor_gold import petrarch, plover, seeds
from tests.quality.actor_marks import Tally, own_tally

Measured = list[tuple[str, Tally]]


def _own(_: Path, show: bool) -> Measured:
    return [("tuning", own_tally(0, show)), ("held out", own_tally(1, show=False))]


SETS: dict[str, Callable[[Path, bool], Measured]] = {
    "own": _own,
    "seeds": seeds,
    "petrarch": petrarch,
    "plover": plover,
}


def main() -> int:
    """Print the figures of the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path(), help="folder with dev/petrarch and so on")
    parser.add_argument("--set", dest="sets", choices=sorted(SETS), action="append", help="default: all")
    parser.add_argument("--show", action="store_true", help="list the errors of what may be looked at")
    arguments = parser.parse_args()
    for name in arguments.sets or SETS:
        for part, tally in SETS[name](arguments.gold, arguments.show):
            sys.stdout.write(f"{name:8} {part:9} {tally}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
