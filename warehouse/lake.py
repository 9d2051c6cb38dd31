"""`python -m warehouse.lake CATALOGUE DATA OUTBOX…` loads the batches of many machines into one DuckLake.

The same tables and views as in the file, with a catalogue in PostgreSQL and the rows in Parquet files.

Machines that extract leave batches in outboxes; a committer loads them here. A DuckLake has no keys, so two committers
could both add one batch: each takes a turn first, by changing one row, and of two that overlap the later is refused
and tries again. Needs DuckDB's extensions ducklake and postgres_scanner; docs/ducklake.md tells where they come from.
"""

import argparse
import importlib.util
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import duckdb

from extractors.errors import WarehouseError
from warehouse.append import Types, add_batch, column_types
from warehouse.batches import Appended, utc_now
from warehouse.connection import NO_DOWNLOADS, QUIET
from warehouse.migrations import SCHEMA, Schema, SqlFile, migrate
from warehouse.outbox import Outbox, Spooled

EXTENSIONS = ("ducklake", "postgres_scanner")
_NAME = "lake"
_TURNS = "CREATE TABLE IF NOT EXISTS meta.turns (turn BIGINT NOT NULL)"
_FIRST_TURN = "INSERT INTO meta.turns SELECT 0 WHERE NOT EXISTS (FROM meta.turns)"
_TAKE_TURN = "UPDATE meta.turns SET turn = turn + 1"
_COMMENT = re.compile(r"^COMMENT ON COLUMN .*?';$", re.MULTILINE | re.DOTALL)
_TRIES = 20
"""Of a commit that another one overtook; with three committers at once the most that was needed was 6."""


class Lake:
    """One DuckLake, named by its catalogue (`postgres:dbname=… host=…`) and the folder or bucket of its files."""

    def __init__(self, catalogue: str, data: str, *, schema: Schema = SCHEMA) -> None:
        self.catalogue = catalogue
        self.data = data
        self._schema = without_keys(schema)

    @contextmanager
    def open(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection in which `FROM events` reads the lake; its schema is brought up to date first."""
        con = duckdb.connect(config=NO_DOWNLOADS)
        try:
            load_extensions(con)
            con.execute("SET TimeZone = 'UTC'")
            con.execute(QUIET)
            con.execute(f"ATTACH {_quoted('ducklake:' + self.catalogue)} AS {_NAME} (DATA_PATH {_quoted(self.data)})")
            con.execute(f"USE {_NAME}")
            migrate(con, utc_now(), self._schema)
            con.execute(_TURNS)
            con.execute(_FIRST_TURN)
            yield con
        except duckdb.Error as error:
            raise WarehouseError(f"The lake {self.catalogue} cannot be used: {error}") from error
        finally:
            con.close()

    def load(self, outboxes: Iterable[Outbox]) -> dict[UUID, Appended]:
        """Load every batch that waits, each once, and remove its file; return what each added."""
        loaded: dict[UUID, Appended] = {}
        with self.open() as con:
            types = column_types(con)
            for outbox in outboxes:
                for file in outbox.waiting():
                    spooled = outbox.read(file)
                    loaded[spooled.batch_id] = append_in_turn(con, types, spooled, utc_now())
                    outbox.done(file)
        return loaded

    def tidy(self) -> None:
        """Write rows that still lie in the catalogue to Parquet and join small files; every batch makes its own."""
        with self.open() as con:
            con.execute(f"CALL ducklake_flush_inlined_data('{_NAME}')")
            con.execute(f"CALL ducklake_merge_adjacent_files('{_NAME}')")


def append_in_turn(con: duckdb.DuckDBPyConnection, types: Types, batch: Spooled, now: datetime) -> Appended:
    """Append a batch in one transaction; when another committer was faster, begin again on what it left."""
    for attempt in range(_TRIES):
        con.begin()
        try:
            con.execute(_TAKE_TURN)
            appended = add_batch(con, types, batch, now)
            con.commit()
        except duckdb.TransactionException:  # refused at commit: nothing was added and no transaction is open
            time.sleep(random.uniform(0, 0.05 * (attempt + 1)))
        except BaseException:
            con.rollback()
            raise
        else:
            return appended
    raise WarehouseError(f"Batch {batch.batch_id} was overtaken {_TRIES} times; it stays in its outbox. Try again.")


def load_extensions(con: duckdb.DuckDBPyConnection) -> None:
    """Load what a lake needs: from the packages of the extra `ducklake`, else what DuckDB has installed."""
    for name in EXTENSIONS:
        file = _packaged(name)
        try:
            con.execute(f"LOAD {_quoted(str(file)) if file else name}")
        except duckdb.Error as error:
            raise WarehouseError(
                f"DuckDB {duckdb.__version__} cannot load its extension {name} ({str(error).splitlines()[0]}). "
                "See docs/ducklake.md for the versions that go together."
            ) from error


def without_keys(schema: Schema) -> Schema:
    """The schema as a DuckLake can hold it: without keys, CHECKs and comments on columns of views."""
    return replace(
        schema,
        ddl=tuple(SqlFile(name=file.name, text=_without_keys(file.text)) for file in schema.ddl),
        views=tuple(SqlFile(name=file.name, text=_COMMENT.sub("", file.text)) for file in schema.views),
    )


def _without_keys(text: str) -> str:
    text = re.sub(r" +PRIMARY KEY\b", "", text)
    while found := re.search(r" +CHECK \(", text):
        end, depth = found.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        text = text[: found.start()] + text[end:]
    return text


def _packaged(name: str) -> Path | None:
    spec = importlib.util.find_spec(f"duckdb_extension_{name}")
    if spec is None:
        return None
    places = [Path(place) for place in spec.submodule_search_locations or ()]
    found = [place / f"extensions/v{duckdb.__version__}/{name}.duckdb_extension" for place in places]
    return next((file for file in found if file.exists()), None)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def main(argv: Sequence[str] | None = None) -> int:
    """Load what waits in the outboxes, then tidy; print what was added."""
    parser = argparse.ArgumentParser(prog="python -m warehouse.lake", description=__doc__)
    parser.add_argument("catalogue", help="postgres:dbname=lake host=db.example user=eventwire")
    parser.add_argument("data", help="folder or bucket of the Parquet files, the same for all machines")
    parser.add_argument("outbox", nargs="*", type=Path, help="folders such as data/warehouse.outbox")
    options = parser.parse_args(argv)
    lake = Lake(options.catalogue, options.data)
    try:
        added = lake.load([Outbox(folder) for folder in options.outbox])
        lake.tidy()
    except WarehouseError as error:
        sys.stderr.write(f"eventwire: {error}\n")
        return error.exit_code
    articles, events = (sum(getattr(one, field) for one in added.values()) for field in ("new_articles", "new_events"))
    sys.stdout.write(f"{len(added)} batches, {articles} new articles, {events} new events\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
