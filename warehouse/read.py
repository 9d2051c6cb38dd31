"""The warehouse for those who read: SQL on the published copy. Nothing here can change a row or reach the network."""

from difflib import get_close_matches
from pathlib import Path
from uuid import UUID

import duckdb

from extractors.errors import UsageError
from warehouse.export import ExportFormat, ExportKind, export
from warehouse.published import Table, fetch, published, statement
from warehouse.show import ShownArticle, ShownBlock, ShownEvent, ShownQuantity, ShownSentence, show

__all__ = [
    "ExportFormat",
    "ExportKind",
    "ShownArticle",
    "ShownBlock",
    "ShownEvent",
    "ShownQuantity",
    "ShownSentence",
    "Table",
    "columns",
    "export",
    "issues",
    "query",
    "run_events",
    "run_issues",
    "runs",
    "show",
    "tables",
]


def query(path: Path, sql: str, *, limit: int | None = None) -> Table:
    """Run SQL on the published copy of the warehouse at `path`; at most `limit` rows.

    Files and the network are out of reach; a statement that is wrong or tries to write raises UsageError with DuckDB's
    own words and hint.
    """
    with published(path) as con:
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        try:
            if not con.extract_statements(sql):
                raise UsageError("There is no statement; `FROM events` is one.")
            return fetch(con.execute(sql), limit)
        except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException):
            raise
        except duckdb.Error as error:
            raise UsageError(str(error).strip()) from error


def tables(path: Path) -> Table:
    """The views people open, each with its number of columns and what a row of it is."""
    with published(path) as con:
        return fetch(con.execute(statement("list_views")))


def columns(path: Path, name: str) -> Table:
    """The columns of one view or table, with type and meaning; an unknown name raises UsageError with the nearest."""
    schema, _, short = name.rpartition(".")
    with published(path) as con:
        found = fetch(con.execute(statement("list_columns"), [schema or "main", short]))
        if found.rows:
            return found
        known = [row[0] for row in con.execute(statement("list_names")).fetchall()]
    nearest = get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f" Did you mean {nearest[0]}?" if nearest else ""
    raise UsageError(f"There is no table {name}.{hint} There are: {', '.join(known)}.")


def issues(path: Path, *, limit: int | None = None) -> Table:
    """Trouble with pages and values, newest first."""
    with published(path) as con:
        return fetch(con.execute("FROM main.issues ORDER BY recorded_at DESC, level, document, issue_id"), limit)


def runs(path: Path, *, limit: int | None = None) -> Table:
    """Runs and what each added, newest first."""
    with published(path) as con:
        return fetch(con.execute("FROM main.runs ORDER BY started_at DESC, run_id"), limit)


def run_issues(path: Path, run_id: UUID, *, limit: int | None = None) -> Table:
    """The troubles that a run met first, the worst first."""
    with published(path) as con:
        return fetch(con.execute(statement("run_issues"), [run_id]), limit)


def run_events(path: Path, run_id: UUID, *, limit: int | None = None) -> Table:
    """The headline events that a run added, as a timeline."""
    with published(path) as con:
        return fetch(con.execute(statement("run_events"), [run_id]), limit)
