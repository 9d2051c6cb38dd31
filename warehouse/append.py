"""One batch into the warehouse, in one transaction: what is known stays out, the ledger and the cursor come along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template
from uuid import UUID

import duckdb

from warehouse.batches import Appended
from warehouse.outbox import Spooled

_SQL = Path(__file__).parent / "sql"
_APPEND = Template((_SQL / "append_rows.sql").read_text(encoding="utf-8"))
_LEDGER = (_SQL / "append_batch.sql").read_text(encoding="utf-8")
_CURSOR = (_SQL / "move_cursor.sql").read_text(encoding="utf-8")

_KEYS = {
    "raw.pages": "page_id",
    "core.readings": "reading_id",
    "core.articles": "extraction_id",
    "meta.issues": "issue_id",
}
"""Tables that are anti-joined on their own key. The others hang on an extraction and come with it or not at all."""
CONTENTS = (
    "core.sentences",
    "core.events",
    "core.event_parties",
    "core.event_mentions",
    "core.quantities",
    "core.event_quantities",
)

Types = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Transaction:
    con: duckdb.DuckDBPyConnection
    types: Types
    batch: Spooled
    now: datetime

    def append(self, table: str, new: list[UUID] | None = None) -> list[UUID]:
        """Append the batch's rows of one table, those of the extractions `new` where given; return new rows' keys."""
        spooled = next((one for one in self.batch.tables if one.name == table), None)
        if spooled is None or new == []:
            return []
        types = self.types[table]
        staged = {name: types[name] for name in spooled.columns}
        key = _KEYS.get(table, "extraction_id")
        only = f"ANTI JOIN {table} USING ({key})" if new is None else f"WHERE {key} IN (SELECT unnest($new::UUID[]))"
        statement = _APPEND.substitute(
            table=table,
            values=", ".join(_value(name, kind) for name, kind in staged.items()),
            types=", ".join(f'"{name}" {_staged(kind)}[]' for name, kind in staged.items()),
            recorded=", $now::TIMESTAMP AS recorded_at" if "recorded_at" in types else "",
            only=only,
        )
        parameters: dict[str, object] = {"columns": spooled.json, "batch_id": self.batch.batch_id}
        if "recorded_at" in types:
            parameters["now"] = self.now
        if new is not None:
            parameters["new"] = new
        return [found for (found,) in self.con.execute(f"{statement} RETURNING {key}", parameters).fetchall()]


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
        known = con.execute("SELECT 1 FROM meta.batches WHERE batch_id = ?", [batch.batch_id]).fetchone()
        appended = Appended(known_articles=batch.articles) if known else _append(con, types, batch, now)
        con.commit()
    except BaseException:
        con.rollback()
        raise
    return appended


def _append(con: duckdb.DuckDBPyConnection, types: Types, batch: Spooled, now: datetime) -> Appended:
    transaction = _Transaction(con=con, types=types, batch=batch, now=now)
    pages = transaction.append("raw.pages")
    transaction.append("core.readings")
    articles = transaction.append("core.articles")
    added = {table: len(transaction.append(table, articles)) for table in CONTENTS}
    appended = Appended(
        new_articles=len(articles),
        known_articles=batch.articles - len(articles),
        quarantined=batch.pages - batch.articles,
        new_events=added["core.events"],
        new_quantities=added["core.quantities"],
        issues=len(transaction.append("meta.issues")),
    )
    con.execute(
        _LEDGER,
        {
            "batch_id": batch.batch_id,
            "run_id": batch.run_id,
            "source": batch.source,
            "source_window": batch.window,
            "extractor_version": batch.extractor_version,
            "pages": batch.pages,
            "pages_new": len(pages),
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


def _staged(kind: str) -> str:
    return "VARCHAR" if kind == "BLOB" else kind


def _value(name: str, kind: str) -> str:
    listed = f'unnest(staged."{name}")'
    return f'from_base64({listed}) AS "{name}"' if kind == "BLOB" else f'{listed} AS "{name}"'
