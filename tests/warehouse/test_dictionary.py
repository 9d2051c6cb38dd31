"""The data dictionary tells of everything in the schema and knows when it is out of date."""

from pathlib import Path

import duckdb
import pytest

from warehouse import dictionary
from warehouse.batches import utc_now
from warehouse.migrations import migrate


def test_it_tells_of_every_table_view_and_column() -> None:
    text = dictionary.schema_markdown()
    with duckdb.connect() as con:
        migrate(con, utc_now())
        found = con.execute(
            "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    for schema, table, column in found:
        heading = f"### {table if schema == 'main' else f'{schema}.{table}'}\n"
        section = text.split(heading)[1].split("\n### ")[0]
        assert f"| {column} | " in section, f"{schema}.{table}.{column}"


def test_it_joins_tables_by_columns_that_both_have() -> None:
    with duckdb.connect() as con:
        migrate(con, utc_now())
        for one, many, key, _ in dictionary.JOINS:
            con.table(one).join(con.table(many), key)


def test_it_is_written_once_and_then_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "schema.md"
    assert dictionary.main([str(file), "--check"]) == 1
    assert "run `python -m warehouse.dictionary" in capsys.readouterr().err
    assert dictionary.main([str(file)]) == 0
    assert dictionary.main([str(file), "--check"]) == 0
    file.write_text(file.read_text() + "edited")
    assert dictionary.is_stale(file)
