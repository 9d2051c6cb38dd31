"""The data dictionary, written from the comments that stand in the warehouse itself.

`python -m warehouse.dictionary docs/schema.md` writes it, with `--check` it only says whether the file is up to date.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from warehouse.batches import utc_now
from warehouse.migrations import migrate

SCHEMAS = {
    "main": "What people query: the newest revision of each article, as the newest extractor read it.",
    "core": "Everything that was ever read, append-only: every revision, every extractor version.",
    "raw": "Pages as they were fetched.",
    "meta": "The ledger: runs, batches, cursors, issues, migrations.",
}
"""DuckDB cannot hold a comment on a schema."""

WARNINGS = {
    "counts reports, not happenings": "two articles on one act are two rows; `incidents` groups them",
    "leaves out what is not dated that exactly": "an act known to the month is in no day and no week",
    "an event with several parties counts once for each": "adding rows counts it more than once",
    "never add or average claims": "claims of the same thing stand side by side; which is right nobody has decided",
    "never add cumulative tolls to others": "a toll over weeks holds those of its days",
    "a contradiction of words, not a verdict": "both sentences are shown; the reading of either may be wrong",
    "groups are found by rule and may be wrong": "reports are kept, so another grouping can be made",
    "a change may come from a newer extractor, see is_same_extractor": "the article may not have said anything new",
    "another codebook's columns, what has no counterpart is NULL": "unknown is never made 0",
    "holds what was only denied, planned or supposed": "choose by `status`, or ask `events`",
    "names only the first actor and the first recipient": "the others stand in `event_parties`",
}
"""What a comment warns of, in fixed words, and what it means."""

JOINS = (
    ("raw.pages", "core.readings", "page_id", "read as"),
    ("core.articles", "core.readings", "extraction_id", "gave"),
    ("core.articles", "core.sentences", "extraction_id", "holds"),
    ("core.articles", "core.events", "extraction_id", "reports"),
    ("core.articles", "core.quantities", "extraction_id", "reports"),
    ("core.events", "core.event_parties", "extraction_id, event_id", "by and to"),
    ("core.events", "core.event_mentions", "extraction_id, event_id", "told by"),
    ("core.sentences", "core.event_mentions", "extraction_id, sentence_index", "tells"),
    ("core.sentences", "core.quantities", "extraction_id, sentence_index", "gives"),
    ("core.events", "core.event_quantities", "extraction_id, event_id", "carries"),
    ("core.quantities", "core.event_quantities", "extraction_id, quantity_id", "carried by"),
    ("core.events", "core.incident_reports", "extraction_id, event_id", "tells"),
    ("meta.runs", "meta.batches", "run_id", "made"),
    ("meta.batches", "raw.pages", "batch_id", "brought"),
    ("meta.batches", "core.articles", "batch_id", "brought"),
    ("meta.batches", "meta.issues", "batch_id", "brought"),
    ("meta.sightings", "meta.visits", "article_key", "fetched by"),
    ("raw.pages", "meta.visits", "page_id", "found by"),
)
"""One to many, and the columns that join them. There are no foreign keys: they forbid schema changes in DuckDB."""

_TABLES = """
SELECT schema_name, table_name, 'table' AS kind, comment FROM duckdb_tables() WHERE NOT internal
UNION ALL
SELECT schema_name, view_name, 'view', comment FROM duckdb_views() WHERE NOT internal
ORDER BY schema_name, table_name
"""
_COLUMNS = """
SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns()
WHERE schema_name = ? AND table_name = ? ORDER BY column_index
"""


def schema_markdown() -> str:
    """The text of docs/schema.md: every table and view with its grain, every column with its meaning."""
    with duckdb.connect() as con:
        migrate(con, utc_now())
        return "\n".join(_lines(con)) + "\n"


def is_stale(path: Path) -> bool:
    """Tell whether the file differs from what would be written now."""
    return not path.exists() or path.read_text(encoding="utf-8") != schema_markdown()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the dictionary, or check it: 0 up to date or written, 1 stale."""
    parser = argparse.ArgumentParser(prog="python -m warehouse.dictionary", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the file is not up to date")
    options = parser.parse_args(arguments)
    if not options.check:
        options.file.write_text(schema_markdown(), encoding="utf-8")
    elif is_stale(options.file):
        sys.stderr.write(f"{options.file} is stale: run `python -m warehouse.dictionary {options.file}`\n")
        return 1
    return 0


def _lines(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield "# Schema"
    yield ""
    yield "Written by `python -m warehouse.dictionary docs/schema.md` from the comments in the warehouse; do not edit."
    yield "Times are UTC without a zone. Unknown is NULL, never 0 or ''. Offsets count code points from 0."
    yield from ("", "## Warnings", "", "Comments warn in fixed words:", "")
    yield from (f"- **{words}**: {meaning}." for words, meaning in WARNINGS.items())
    tables = con.execute(_TABLES).fetchall()
    for schema, about in SCHEMAS.items():
        yield from ("", f"## {schema}", "", about)
        for _, name, kind, comment in (table for table in tables if table[0] == schema):
            shown = name if schema == "main" else f"{schema}.{name}"
            yield from (
                "",
                f"### {shown}",
                "",
                f"{comment} ({kind})",
                "",
                "| column | type | meaning |",
                "|---|---|---|",
            )
            for column, data_type, nullable, meaning in con.execute(_COLUMNS, [schema, name]).fetchall():
                required = "" if nullable or kind == "view" else ", required"
                yield f"| {column} | {_cell(data_type)}{required} | {_cell(meaning)} |"
    yield from (
        "",
        "## How the tables join",
        "",
        "Of each table the columns that join it:",
        "",
        "```mermaid",
        "erDiagram",
    )
    for table in sorted({name for one, many, *_ in JOINS for name in (one, many)}):
        joining = {column for one, many, key, _ in JOINS if table in (one, many) for column in key.split(", ")}
        yield f"    {_entity(table)} {{"
        for column, data_type, *_ in con.execute(_COLUMNS, table.split(".")).fetchall():
            if column in joining:
                yield f"        {data_type} {column}"
        yield "    }"
    for one, many, key, verb in JOINS:
        yield f'    {_entity(one)} ||--o{{ {_entity(many)} : "{verb} ({key})"'
    yield "```"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _entity(table: str) -> str:
    return table.replace(".", "_")


if __name__ == "__main__":
    sys.exit(main())
