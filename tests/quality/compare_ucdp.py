"""`python -m tests.quality.compare_ucdp --gold DIR` sets reported tolls beside the deaths UCDP counts at the place."""

import argparse
import sys
from pathlib import Path

import duckdb

from flows.output import render
from warehouse.paths import published_path

STATEMENT = Path(__file__).with_name("ucdp_tolls.sql")
EVENTS = "ucdp/ged_aleppo_2016-11_2016-12.csv"


def main() -> int:
    """Print the rows as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--warehouse", type=Path, default=Path("data/warehouse.duckdb"))
    arguments = parser.parse_args()
    with duckdb.connect(published_path(arguments.warehouse), read_only=True) as con:
        found = con.execute(STATEMENT.read_text(encoding="utf-8"), [str(arguments.gold / EVENTS)])
        columns = [column[0] for column in found.description or []]
        sys.stdout.write(render(columns, found.fetchall(), "table"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
