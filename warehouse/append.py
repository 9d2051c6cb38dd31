"""One batch into the warehouse, in one transaction: what is known stays out, the ledger and the cursor come along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template
from uuid import UUID

import duckdb

from warehouse.batches import Appended
from warehouse.contents import COLUMNS
from warehouse.outbox import Spooled, SpooledTable
from warehouse.sources import RECORDS
from warehouse.staging import BY_COLUMNS, from_columns, from_json, registered

_SQL = Path(__file__).parent / "sql"
_APPEND = Template((_SQL / "append_rows.sql").read_text(encoding="utf-8"))
_NEW_ARTICLES = (_SQL / "new_articles.sql").read_text(encoding="utf-8")
_LEDGER = (_SQL / "append_batch.sql").read_text(encoding="utf-8")
_CURSOR = (_SQL / "move_cursor.sql").read_text(encoding="utf-8")

_KEYS = {
    "raw.pages": "page_id",
    "core.readings": "reading_id",
    "meta.issues": "issue_id",
    **RECORDS,
}
"""Tables that are anti-joined on a key of their own."""
Types = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Transaction:
    con: duckdb.DuckDBPyConnection
    types: Types
    batch: Spooled
    now: datetime

    def append(self, table: str) -> int:
        """Append the batch's rows of a table whose keys are not there yet; return how many there were."""
        return self._insert(table, f"ANTI JOIN {table} USING ({_KEYS[table]})", {})

    def append_articles(self) -> list[UUID]:
        """Append the articles that are not there yet; return the extractions that are new."""
        spooled = self._spooled("core.articles")
        if spooled is None:
            return []
        # Asked before they go in: a DuckLake's INSERT returns nothing.
        told = {"extractions": spooled.values()["extraction_id"]}
        new = [key for (key,) in self.con.execute(_NEW_ARTICLES, told).fetchall()]
        self.append_contents("core.articles", new)
        return new

    def append_contents(self, table: str, new: list[UUID]) -> int:
        """Append the rows of a table that hang on new extractions; return how many there were."""
        if not new:
            return 0
        if len(new) == self.batch.articles:  # most often: nothing of the batch was known
            return self._insert(table, "", {})
        only = "WHERE extraction_id IN (SELECT unnest($new::UUID[]))"
        return self._insert(table, only, {"new": new})

    def _insert(self, table: str, only: str, parameters: dict[str, object]) -> int:
        spooled = self._spooled(table)
        if spooled is None:
            return 0
        types = self.types[table]
        kinds = {name: types[name] for name in spooled.columns}
        values, staged = from_columns(kinds) if BY_COLUMNS else from_json(kinds)
        statement = _APPEND.substitute(
            table=table,
            values=values,
            staged=staged,
            recorded=", $now::TIMESTAMP AS recorded_at" if "recorded_at" in types else "",
            only=only,
        )
        parameters = parameters | {"batch_id": self.batch.batch_id}
        if "recorded_at" in types:
            parameters |= {"now": self.now}
        if not BY_COLUMNS:
            return self._count(statement, parameters | {"columns": spooled.json.decode()})
        with registered(self.con, spooled.values(), kinds):
            return self._count(statement, parameters)

    def _count(self, statement: str, parameters: dict[str, object]) -> int:
        found = self.con.execute(statement, parameters).fetchone()
        return int(found[0]) if found else 0

    def _spooled(self, table: str) -> SpooledTable | None:
        return next((one for one in self.batch.tables if one.name == table), None)


def column_types(con: duckdb.DuckDBPyConnection) -> Types:
    """Every table's columns and their types, as the file has them."""
    rows = con.execute(
        "SELECT schema_name || '.' || table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = current_database() AND schema_name IN ('raw', 'core', 'meta') ORDER BY column_index"
    ).fetchall()
    types: dict[str, dict[str, str]] = {}
    for table, column, kind in rows:
        types.setdefault(table, {})[column] = kind
    return types


def append_batch(con: duckdb.DuckDBPyConnection, types: Types, batch: Spooled, now: datetime) -> Appended:
    """Append a batch; one that the ledger knows changes nothing. Either everything is committed or nothing."""
    con.begin()
    try:
        appended = add_batch(con, types, batch, now)
        con.commit()
    except BaseException:
        con.rollback()
        raise
    return appended


def add_batch(con: duckdb.DuckDBPyConnection, types: Types, batch: Spooled, now: datetime) -> Appended:
    """The same within a transaction that somebody else began and will end."""
    if con.execute("SELECT 1 FROM meta.batches WHERE batch_id = ?", [batch.batch_id]).fetchone():
        return Appended(known_articles=batch.articles)
    return _append(con, types, batch, now)


def _append(con: duckdb.DuckDBPyConnection, types: Types, batch: Spooled, now: datetime) -> Appended:
    transaction = _Transaction(con=con, types=types, batch=batch, now=now)
    pages = transaction.append("raw.pages")
    transaction.append("core.readings")
    articles = transaction.append_articles()
    added = {table: transaction.append_contents(table, articles) for table in COLUMNS}
    appended = Appended(
        new_articles=len(articles),
        known_articles=batch.articles - len(articles),
        quarantined=batch.pages - batch.articles,
        new_events=added["core.events"],
        new_quantities=added["core.quantities"],
        issues=transaction.append("meta.issues"),
    )
    for table in RECORDS:
        transaction.append(table)
    con.execute(
        _LEDGER,
        {
            "batch_id": batch.batch_id,
            "run_id": batch.run_id,
            "source": batch.source,
            "source_window": batch.window,
            "extractor_version": batch.extractor_version,
            "pages": batch.pages,
            "pages_new": pages,
            "articles_new": appended.new_articles,
            "articles_known": appended.known_articles,
            "pages_quarantined": appended.quarantined,
            "events_new": appended.new_events,
            "quantities_new": appended.new_quantities,
            "issues_new": appended.issues,
            "spooled_at": batch.spooled_at,
            "committed_at": now,
        },
    )
    if batch.cursor is not None:
        con.execute(_CURSOR, [batch.source, batch.cursor, batch.batch_id, batch.spooled_at])
    return appended
