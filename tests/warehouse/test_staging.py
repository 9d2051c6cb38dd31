"""Rows go in alike as NumPy columns and as JSON, and what is no column of its type is refused."""

import duckdb
import orjson
import pytest

from warehouse.staging import BY_COLUMNS, Kinds, Values, from_columns, from_json, registered

KINDS: Kinds = {
    "id": "UUID", "name": "VARCHAR", "count": "INTEGER", "most": "BIGINT", "share": "DOUBLE", "sure": "BOOLEAN",
    "at": "TIMESTAMP", "day": "DATE", "bytes": "BLOB", "words": "VARCHAR[]",
    "blocks": 'STRUCT(zone VARCHAR, "text" VARCHAR)[]',
}  # fmt: skip
ROWS: Values = {
    "id": ["0123456789abcdef0123456789abcdef", "01234567-89ab-cdef-0123-456789abcdee", None],
    "name": ["Zoë\x00 \U0001f600", "", None],
    "count": [None, -3, 2**31 - 1],
    "most": [2**63 - 1, None, -(2**63)],
    "share": [0, 0.1, None],
    "sure": [True, None, False],
    "at": ["2016-12-12T05:06:07.000008", None, "0001-01-01 00:00:00"],
    "day": ["2016-12-12", None, "9999-12-31"],
    "bytes": ["AAEC", None, ""],
    "words": [[], ["a", 'q"'], None],
    "blocks": [[], [{"zone": "title", "text": "T\n\u2028"}], [{"zone": None, "text": ""}]],
}
by_columns = pytest.mark.skipif(not BY_COLUMNS, reason="DuckDB 1.5 is handed JSON")


def through_json(con: duckdb.DuckDBPyConnection, rows: Values, kinds: Kinds) -> list[tuple[object, ...]]:
    values, staged = from_json(kinds)
    told = {"columns": orjson.dumps(rows).decode()}
    return con.execute(f"SELECT {values} FROM {staged}", told).fetchall()  # noqa: S608 - our own names


def through_columns(con: duckdb.DuckDBPyConnection, rows: Values, kinds: Kinds) -> list[tuple[object, ...]]:
    values, staged = from_columns(kinds)
    with registered(con, rows, kinds):
        return con.execute(f"SELECT {values} FROM {staged}").fetchall()  # noqa: S608


@by_columns
def test_rows_are_the_same_both_ways() -> None:
    with duckdb.connect() as con:
        expected = through_json(con, ROWS, KINDS)
        assert len(expected) == 3
        assert through_columns(con, ROWS, KINDS) == expected


@by_columns
@pytest.mark.parametrize("kind", KINDS)
def test_a_column_without_a_value_is_null(kind: str) -> None:
    with duckdb.connect() as con:
        assert through_columns(con, {"n": [None, None]}, {"n": KINDS[kind]}) == [(None,), (None,)]


@by_columns
def test_a_column_whose_texts_come_late_keeps_them() -> None:
    with duckdb.connect() as con:
        late = [None] * 3000 + ["x"]
        assert through_columns(con, {"n": late}, {"n": "VARCHAR"})[-1] == ("x",)


@by_columns
@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ({"n": ["many"]}, "INTEGER"),
        ({"n": [1.5]}, "BIGINT"),
        ({"n": [1]}, "BOOLEAN"),
        ({"n": [2**64]}, "BIGINT"),
        ({"n": ["yesterday"]}, "TIMESTAMP"),
        ({"n": ["a", "b"], "more": ["a"]}, "VARCHAR"),
    ],
    ids=["a word", "a fraction", "a number for yes", "too large", "no time", "columns of unequal length"],
)
def test_what_is_no_column_of_its_type_is_refused(rows: Values, kind: str) -> None:
    with duckdb.connect() as con, pytest.raises((ValueError, duckdb.ConversionException)):
        through_columns(con, rows, dict.fromkeys(rows, kind))


@by_columns
def test_a_refused_value_is_told_and_the_next_rows_go_in() -> None:
    kinds = {"id": "UUID"}
    with duckdb.connect() as con:
        con.begin()
        with pytest.raises(duckdb.ConversionException, match="not an id"):
            through_columns(con, {"id": ["not an id"]}, kinds)
        con.rollback()
        assert len(through_columns(con, {"id": ["0123456789abcdef0123456789abcdef"]}, kinds)) == 1
