"""The published copy, opened read-only, and what a statement on it gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from extractors.errors import WarehouseError
from warehouse.connection import broken, reading
from warehouse.paths import published_path

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a query gave: Python values in the order of the columns; lists and structs as list and dict."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    """DuckDB's names of the columns' types."""
    rows: tuple[tuple[object, ...], ...]
    truncated: bool = False
    """True when there are more rows than were asked for."""


@contextmanager
def published(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published copy of the warehouse at `path` for reading."""
    copy = published_path(path)
    if not copy.exists():
        raise WarehouseError(
            f"There is nothing to read yet: {copy} does not exist. Run `eventwire replay seeds`, or name --warehouse."
        )
    con = reading(copy)
    try:
        yield con
    except duckdb.Error as error:
        raise broken(copy, error) from error
    finally:
        con.close()


def fetch(result: duckdb.DuckDBPyConnection, limit: int | None = None) -> Table:
    """Take at most `limit` rows and say whether there were more."""
    described = result.description or []
    rows = result.fetchall() if limit is None else result.fetchmany(limit + 1)
    return Table(
        columns=tuple(str(column[0]) for column in described),
        types=tuple(str(column[1]) for column in described),
        rows=tuple(rows if limit is None else rows[:limit]),
        truncated=limit is not None and len(rows) > limit,
    )


def statement(name: str) -> str:
    """The text of a file in sql/."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")
