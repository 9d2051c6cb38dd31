"""How a batch's rows get into DuckDB: as NumPy columns where it takes them well, else as one JSON text a table.

DuckDB 2 reads the texts of a NumPy column where they stand: rows go in in half the time that JSON takes. DuckDB 1.5
asks for pandas at every text of such a column, a tenth of a millisecond each, so it is handed JSON.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import duckdb
import numpy as np
import orjson

STAGED = "staged_rows"
"""The name the rows have while they are inserted."""
BY_COLUMNS = int(duckdb.__version__.split(".", 1)[0]) >= 2

_NO_GUESSING = "SET pandas_analyze_sample = 0"
"""Else DuckDB looks at a thousand values to guess what all are; a column of objects is text, whatever stands first."""
_KINDS = {"INTEGER": "i", "BIGINT": "i", "DOUBLE": "if", "BOOLEAN": "b"}
"""Types that have an array of their own, and the kinds of NumPy's that fit."""

Values = Mapping[str, Sequence[object]]
Kinds = Mapping[str, str]
"""Columns and their types."""


def from_json(kinds: Kinds) -> tuple[str, str]:
    """The values to select and what to select them from, when $columns is the table's JSON."""
    types = ", ".join(f'"{name}" {"VARCHAR" if kind == "BLOB" else kind}[]' for name, kind in kinds.items())
    values = ", ".join(_value(f'unnest(staged."{name}")', name, kind) for name, kind in kinds.items())
    return values, f"(SELECT $columns::JSON::STRUCT({types}) AS staged)"


def from_columns(kinds: Kinds) -> tuple[str, str]:
    """The same for rows that `registered` has made known."""
    values = (
        _value(f'"{name}"::JSON::{kind}' if _is_nested(kind) else f'"{name}"', name, kind)
        for name, kind in kinds.items()
    )
    return ", ".join(values), STAGED


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, values: Values, kinds: Kinds) -> Iterator[None]:
    """Make the rows known as a relation; raises ValueError when they are not what the table holds."""
    if len({len(column) for column in values.values()}) > 1:
        raise ValueError("the columns are not equally long")
    arrays = {name: _array(values[name], kind) for name, kind in kinds.items()}
    con.execute(_NO_GUESSING)
    con.register(STAGED, arrays)
    try:
        yield
    finally:
        with suppress(duckdb.TransactionException):  # a statement that failed: the rollback takes the rows away
            con.unregister(STAGED)


def _value(value: str, name: str, kind: str) -> str:
    return f'from_base64({value}) AS "{name}"' if kind == "BLOB" else f'{value}::{kind} AS "{name}"'


def _is_nested(kind: str) -> bool:
    return kind.endswith("]") or kind.startswith("STRUCT")


def _array(values: Sequence[object], kind: str) -> "np.ndarray[Any, Any]":
    if kind == "TIMESTAMP":
        return np.array(values, dtype="datetime64[us]")
    if kind in _KINDS:
        return _numbers(values, kind)
    if _is_nested(kind):
        values = [None if value is None else orjson.dumps(value).decode() for value in values]
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _numbers(values: Sequence[object], kind: str) -> "np.ndarray[Any, Any]":
    missing = [value is None for value in values]
    given = [value for value in values if value is not None] if any(missing) else values
    numbers = np.array(given) if given else np.zeros(0, dtype=bool if kind == "BOOLEAN" else np.int64)
    if numbers.dtype.kind not in _KINDS[kind] or numbers.ndim != 1:
        raise ValueError(f"{given[0]!r} and others are no {kind}")
    if len(given) == len(values):
        return numbers
    filled = np.zeros(len(values), dtype=numbers.dtype)
    filled[~np.array(missing)] = numbers
    return np.ma.masked_array(filled, mask=missing)
