"""What the published copy keeps as rows: worked out once when it is published, not at every question.

A day of 1 million events took 9 s to read from the view and takes a tenth of a second from the table. Events and
numbers are worked out for new articles alone, what spans articles is worked out again as a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import duckdb

from warehouse.batches import utc_now
from warehouse.contents import COLUMNS
from warehouse.migrations import migrate

_FRESH = "new_articles"
_LARGE = 50_000
"""Events from which on new articles are worked out by themselves: that takes half a second, as do all of so many."""
_CREATE = re.compile(r"\s*CREATE VIEW\s+\S+\s+AS\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A view people read, the view that works it out, and the table that keeps its rows."""

    view: str
    told: str
    table: str
    order: str = ""
    source: str = ""
    """For what is told article by article: the table whose rows it shows."""


_BY_ARTICLE = (
    _Kept(
        view="main.all_events",
        told="core.told_events",
        table="core.kept_events",
        order="ORDER BY event_date",
        source="core.events",
    ),
    _Kept(
        view="core.located_quantities",
        told="core.told_quantities",
        table="core.kept_quantities",
        source="core.quantities",
    ),
)
_AS_A_WHOLE = tuple(
    _Kept(view=f"main.{name}", told=f"core.told_{name}", table=f"core.kept_{name}")
    for name in (
        "incidents", "contradictions", "changes", "toll_ranges", "dyads", "weekly_party_counts", "trends",
    )
)  # fmt: skip
"""In an order in which none stands on one that is behind it."""
KEPT = tuple(kept.table for kept in (*_BY_ARTICLE, *_AS_A_WHOLE))
"""The tables that only the published copy has."""


def keep_articles(con: duckdb.DuckDBPyConnection) -> int:
    """Bring events and numbers up to date with the current articles; return how many articles were added."""
    for kept in _BY_ARTICLE:
        _make(con, kept)
        con.execute(
            f"DELETE FROM {kept.table} "  # noqa: S608 - our own tables
            "WHERE extraction_id NOT IN (SELECT extraction_id FROM core.articles_current)"
        )
    missing = {kept: _missing(con, kept) for kept in _BY_ARTICLE}
    for kept in _BY_ARTICLE:
        if missing[kept] and not con.execute(f"SELECT 1 FROM {kept.table} LIMIT 1").fetchone():  # noqa: S608
            con.execute(f"INSERT INTO {kept.table} FROM {kept.told} {kept.order}")
    added = set().union(*missing.values())
    some = {key for kept in _BY_ARTICLE for key in _missing(con, kept)}
    (held,) = con.execute("SELECT count(*) FROM core.events").fetchone() or (0,)
    if some and held > _LARGE:
        _add(con, list(some))
    elif some:
        for kept in _BY_ARTICLE:
            con.execute(f"INSERT INTO {kept.table} FROM {kept.told} ANTI JOIN {kept.table} USING (extraction_id)")
    return len(added)


def keep_wholes(con: duckdb.DuckDBPyConnection) -> None:
    """Work out what spans articles again: incidents, contradictions, edits, counts over time."""
    for kept in _AS_A_WHOLE:
        _make(con, kept)
        con.execute(f"DELETE FROM {kept.table}")  # noqa: S608 - our own tables
        con.execute(f"INSERT INTO {kept.table} FROM {kept.told}")


def _missing(con: duckdb.DuckDBPyConnection, kept: _Kept) -> list[UUID]:
    rows = con.execute(
        f"SELECT DISTINCT extraction_id FROM {kept.source} SEMI JOIN core.articles_current USING (extraction_id) "  # noqa: S608
        f"ANTI JOIN {kept.table} USING (extraction_id)"
    ).fetchall()
    return [key for (key,) in rows]


def _add(con: duckdb.DuckDBPyConnection, missing: Sequence[UUID]) -> None:
    """Add what some articles tell, worked out in a small database that holds nothing else.

    A filter does not reach below what the views put together: of 1 million events those of 500 articles took as long as
    all, 20 s of processor time.
    """
    (own,) = con.execute("SELECT current_database()").fetchone() or ("",)
    quoted = '"' + own.replace('"', '""') + '"'
    con.execute(f"ATTACH ':memory:' AS {_FRESH}")
    try:
        con.execute(f"USE {_FRESH}")
        migrate(con, utc_now())
        for table in ("core.articles", *COLUMNS):
            con.execute(
                f"INSERT INTO {table} FROM {quoted}.{table} "
                "SEMI JOIN (SELECT unnest(?::UUID[]) AS extraction_id) USING (extraction_id)",
                [missing],
            )
        for kept in _BY_ARTICLE:
            con.execute(
                f"INSERT INTO {quoted}.{kept.table} FROM {kept.view} "
                f"ANTI JOIN {quoted}.{kept.table} USING (extraction_id) {kept.order}"
            )
    finally:
        con.execute(f"USE {quoted}")
        con.execute(f"DETACH {_FRESH}")


def _make(con: duckdb.DuckDBPyConnection, kept: _Kept) -> None:
    """Make the table and let the view people read stand on it, with the comments it had."""
    if _has(con, "tables", kept.table):
        return
    schema, name = kept.view.split(".")
    sql, comment = con.execute(
        "SELECT sql, comment FROM duckdb_views() WHERE schema_name = ? AND view_name = ?", [schema, name]
    ).fetchone() or ("", "")
    columns = con.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name = ? AND table_name = ?", [schema, name]
    ).fetchall()
    con.begin()  # as each of the comments would be forced to disk
    if not _has(con, "views", kept.told):
        con.execute(_CREATE.sub(f"CREATE VIEW {kept.told} AS", sql, count=1))
        _comment(con, f"VIEW {kept.told}", comment, ())
    con.execute(f"CREATE TABLE {kept.table} AS FROM {kept.told} LIMIT 0")
    con.execute(f"CREATE OR REPLACE VIEW {kept.view} AS FROM {kept.table}")
    for thing in (f"TABLE {kept.table}", f"VIEW {kept.view}"):
        _comment(con, thing, comment, columns)
    con.commit()


def _has(con: duckdb.DuckDBPyConnection, kind: str, name: str) -> bool:
    found = con.execute(
        f"SELECT 1 FROM duckdb_{kind}() WHERE database_name = current_database() "  # noqa: S608 - tables or views
        f"AND schema_name || '.' || {kind[:-1]}_name = ?",
        [name],
    )
    return found.fetchone() is not None


def _comment(con: duckdb.DuckDBPyConnection, thing: str, comment: str, columns: Sequence[tuple[str, str]]) -> None:
    said = [f"COMMENT ON {thing} IS {_quoted(comment)}"]
    said += [f'COMMENT ON COLUMN {thing.split()[1]}."{column}" IS {_quoted(meaning)}' for column, meaning in columns]
    con.execute(";".join(said))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
