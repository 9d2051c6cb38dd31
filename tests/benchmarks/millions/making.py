"""Make a warehouse of as many articles as wanted out of the few we have: their shape, other words and names."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Template

import duckdb
import numpy as np

from flows.pipeline import replay_paths
from flows.settings import Settings
from warehouse.batches import utc_now
from warehouse.connection import WRITING
from warehouse.migrations import create

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parent
READ = (ROOT / "seeds", ROOT / "tests/quality/articles/dev")
"""The seeds and the articles of our own that are annotated for development."""
CHUNK, BATCH = 20_000, 500
EVENTS_EACH = 10
LARGEST_PLACES, MOST_ACTORS = 20_000, 3_000


@dataclass(frozen=True, slots=True)
class Grown:
    """How far it is, for who watches."""

    articles: int
    of: int


def grow(path: Path, articles: int, memory: str) -> Iterator[Grown]:
    """Fill a new warehouse at `path` with `articles` articles, chunk by chunk in one transaction each."""
    read = path.with_name("read.duckdb")
    if not read.exists():
        replay_paths(list(READ), Settings(warehouse=read))
    create(path, utc_now())
    with duckdb.connect(path, config=WRITING) as con:
        con.execute(f"SET memory_limit = '{memory}'")
        con.execute("SET temp_directory = ?", [str(path.with_name("spill"))])
        con.execute(f"ATTACH '{read}' AS read (READ_ONLY)")
        _lists(con)
        con.execute((FOLDER / "prepare.sql").read_text(encoding="utf-8"))
        templates, halves, told = (_count(con, table) for table in ("templates", "halves", "template_events"))
        statements = Template((FOLDER / "grow.sql").read_text(encoding="utf-8"))
        for first in range(0, articles, CHUNK):
            last = min(first + CHUNK, articles)
            con.execute("BEGIN")
            con.execute(
                statements.substitute(
                    first=first,
                    last=last,
                    total=articles,
                    batch=BATCH,
                    templates=templates,
                    halves=halves,
                    share=round(1000 * EVENTS_EACH * templates / told),
                    places=LARGEST_PLACES,
                    actors=MOST_ACTORS,
                )
            )
            con.execute("COMMIT")
            yield Grown(last, articles)
        con.execute("CHECKPOINT")


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    (rows,) = con.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)  # noqa: S608 - our own tables
    return int(rows)


def _lists(con: duckdb.DuckDBPyConnection) -> None:
    """The towns and parties that are drawn from, in a fixed order of their own that has nothing to do with size."""
    con.execute(
        "CREATE TEMP TABLE places AS "
        "SELECT row_number() OVER (ORDER BY name <> 'Aleppo', md5(name), latitude) AS rank, * "
        "FROM (SELECT unnest(?, recursive := true))",
        [known_places()],
    )
    con.execute(
        "CREATE TEMP TABLE actors AS SELECT row_number() OVER (ORDER BY md5(name), country) AS rank, * "
        "FROM (SELECT unnest(?, recursive := true)) LIMIT ?",
        [_actors(), MOST_ACTORS],
    )


def known_places() -> list[dict[str, object]]:
    """The largest towns of the gazetteer."""
    with np.load(ROOT / "extractors/places/data/gazetteer.npz", allow_pickle=False) as packed:
        names, ids = (_texts(packed, column) for column in ("name", "id"))
        largest = np.argsort(packed["population"], kind="stable")[::-1][:LARGEST_PLACES]
        codes, countries, divisions = packed["country_codes"], packed["country"], packed["admin1"]
        latitude, longitude = packed["latitude"], packed["longitude"]
        return [
            {
                "name": names[n],
                "gazetteer_id": ids[n],
                "country": str(codes[countries[n]]),
                "admin1": names[divisions[n]] if divisions[n] >= 0 else None,
                "latitude": int(latitude[n]) / 10_000,
                "longitude": int(longitude[n]) / 10_000,
            }
            for n in map(int, largest)
        ]


def _texts(packed: "np.lib.npyio.NpzFile", column: str) -> list[str]:
    encoded = packed[f"{column}_bytes"].tobytes()
    ends = np.concatenate(([0], np.cumsum(packed[f"{column}_lengths"], dtype=np.int64)))
    return [encoded[start:end].decode() for start, end in pairwise(ends.tolist())]


def _actors() -> list[dict[str, object]]:
    found = []
    for path in sorted((ROOT / "extractors/data/actors").glob("*.csv")):
        if path.name in ("roles.csv", "places.csv"):
            continue
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                found.append({key: row[key] or None for key in ("name", "country", "sector")})
    return found
