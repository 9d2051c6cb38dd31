"""The DDL is the source of truth: it holds every field of the values, mirrors closed sets, and explains itself."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

import duckdb
import pytest

from extractors import model
from warehouse.batches import utc_now
from warehouse.dictionary import WARNINGS
from warehouse.migrations import SCHEMA, migrate

TIME = {"start": "time_start", "end": "time_end", "precision": "time_precision", "value": "time_value"}
TIME |= {"span": "time_text time_offset", "method": "time_method"}
PLACE = {"name": "place_name", "part": "place_part", "span": "place_text place_offset", "latitude": "place_latitude"}
PLACE |= {"longitude": "place_longitude", "country": "place_country", "admin1": "place_admin1"}
PLACE |= {"precision": "place_precision", "gazetteer": "place_gazetteer", "gazetteer_id": "place_gazetteer_id"}
PLACE |= {"method": "place_method"}
OTHER_NAMES: dict[str, dict[str, str]] = {
    "raw.pages": {"published": "published_date", "body": "body_gzip body_bytes body_sha256"},
    "core.articles": {"published": "published_date"},
    "core.sentences": {
        "index": "sentence_index",
        "block": "block_index",
        "text": "sentence_text",
        "start": "sentence_offset",
    },
    "core.events": {"mode": "event_mode", "time": " ".join(TIME.values()), "place": " ".join(PLACE.values())},
    "core.event_parties": {
        "text": "party_text",
        "name": "party_name",
        "country": "country_code",
        "span": "span_text span_offset",
        "method": "party_method",
    },
    "core.event_mentions": {
        "sentence": "sentence_index",
        "trigger": "trigger_text trigger_offset",
        "clause": "clause_text clause_offset",
    },
    "core.quantities": {
        "lower": "count_min",
        "upper": "count_max",
        "span": "quantity_text quantity_offset",
        "sentence": "sentence_index",
        "time": " ".join(TIME.values()),
        "cumulative": "is_cumulative",
        "place": " ".join(PLACE.values()),
    },
    "meta.issues": {},
}
ELSEWHERE = {
    "core.events": {"actors", "recipients", "mentions", "quantities"},
}
VALUES = {
    "raw.pages": model.Page,
    "core.articles": model.Article,
    "core.sentences": model.Sentence,
    "core.events": model.Event,
    "core.event_parties": model.Party,
    "core.event_mentions": model.Mention,
    "core.quantities": model.Quantity,
    "meta.issues": model.Issue,
}
CLOSED_SETS = [
    ("raw.pages", "published_method", model.DateMethod),
    ("core.articles", "kind", model.ArticleKind),
    ("core.articles", "date_method", model.DateMethod),
    ("core.sentences", "zone", model.Zone),
    ("core.events", "event_type", model.EventType),
    ("core.events", "quad_class", model.QuadClass),
    ("core.events", "status", model.Status),
    ("core.events", "time_precision", model.TimePrecision),
    ("core.events", "time_method", model.EventTime.__annotations__["method"]),
    ("core.event_parties", "sector", model.Sector),
    ("core.quantities", "count_type", model.CountType),
    ("core.quantities", "status", model.Status),
    ("core.quantities", "time_precision", model.TimePrecision),
    ("core.quantities", "time_method", model.EventTime.__annotations__["method"]),
    ("meta.issues", "level", model.IssueLevel),
]


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        migrate(con, utc_now())
        yield con


def columns(con: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    schema, name = table.split(".")
    found = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE schema_name = ? AND table_name = ?", [schema, name]
    ).fetchall()
    return {column for (column,) in found}


@pytest.mark.parametrize("table", VALUES)
def test_a_table_has_a_column_for_every_field_of_its_value(con: duckdb.DuckDBPyConnection, table: str) -> None:
    names = {field.name for field in fields(VALUES[table])} - ELSEWHERE.get(table, set())
    wanted = {column for name in names for column in OTHER_NAMES[table].get(name, name).split()}
    assert wanted <= columns(con, table)


@pytest.mark.parametrize(("value", "names"), [(model.EventTime, TIME), (model.Place, PLACE)], ids=["time", "place"])
def test_every_field_of_a_nested_value_has_its_columns(value: type, names: dict[str, str]) -> None:
    assert {field.name for field in fields(value)} == set(names)


def test_blocks_are_stored_with_the_fields_of_a_block(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT data_type FROM duckdb_columns() WHERE table_name = 'articles' AND column_name = 'blocks'"
    )
    (stored,) = found.fetchone() or ("",)
    assert re.findall(r'"?(\w+)"? (?:VARCHAR|INTEGER)', stored) == [field.name for field in fields(model.Block)]


@pytest.mark.parametrize(
    ("table", "column", "values"), CLOSED_SETS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_check_mirrors_each_closed_set(
    con: duckdb.DuckDBPyConnection, table: str, column: str, values: object
) -> None:
    schema, name = table.split(".")
    found = con.execute(
        "SELECT constraint_text FROM duckdb_constraints() "
        "WHERE constraint_type = 'CHECK' AND schema_name = ? AND table_name = ? AND regexp_matches(constraint_text, ?)",
        [schema, name, rf"\b{column}\W+IN\b"],
    ).fetchall()
    assert [set(re.findall(r"'([^']*)'", text)) for (text,) in found] == [set(get_args(values))]


def test_scores_are_of_known_types_and_cover_them_all(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute("SELECT event_type FROM core.plover_scores WHERE event_mode IS NULL").fetchall()
    assert sorted(kind for (kind,) in found) == sorted(get_args(model.EventType))


def test_every_table_and_view_says_what_a_row_is(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT schema_name || '.' || table_name, comment FROM duckdb_tables() WHERE NOT internal "
        "UNION ALL SELECT schema_name || '.' || view_name, comment FROM duckdb_views() WHERE NOT internal"
    ).fetchall()
    assert len(found) > 20
    assert [name for name, comment in found if not (comment or "").startswith("One row per ")] == []


def test_every_column_says_what_it_means(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT schema_name || '.' || table_name || '.' || column_name, comment "
        "FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    assert len(found) > 300
    assert [name for name, comment in found if not (comment or "").endswith(".")] == []


def test_warnings_are_given_in_fixed_words_and_all_are_needed(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT comment FROM duckdb_views() WHERE NOT internal UNION ALL "
        "SELECT comment FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    given = {words for (comment,) in found for words in re.findall(r"Warning: ([^.]*(?:\.\w[^.]*)*)\.", comment)}
    assert given == set(WARNINGS)


def test_names_keep_to_the_rules(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE NOT internal AND table_name NOT LIKE 'as\\_%' ESCAPE '\\'"  # their columns have other codebooks' names
    ).fetchall()
    endings = {"_id": {"UUID", "VARCHAR"}, "_at": {"TIMESTAMP"}, "_date": {"DATE"}, "_min": {"BIGINT"}}
    endings |= {"_max": {"BIGINT"}, "_text": {"VARCHAR"}, "_offset": {"INTEGER"}, "_index": {"INTEGER"}}
    wrong = [
        f"{table}.{column} {kind}"
        for table, column, kind in found
        for ending, kinds in endings.items()
        if column.endswith(ending) and kind not in kinds
    ]
    assert wrong == []
    assert [name for row in found for name in row[:2] if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


def test_there_are_no_foreign_keys_enums_or_indexes(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute("SELECT 1 FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'").fetchall() == []
    assert con.execute("SELECT 1 FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal").fetchall() == []
    assert con.execute("SELECT 1 FROM duckdb_indexes()").fetchall() == []


def test_no_check_calls_a_function(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute("SELECT constraint_text FROM duckdb_constraints() WHERE constraint_type = 'CHECK'").fetchall()
    assert [text for (text,) in found if re.search(r"[a-z_]+\(", text)] == []


def test_file_names_count_up_without_gaps() -> None:
    assert [file.version for file in SCHEMA.ddl] == list(range(1, len(SCHEMA.ddl) + 1))
