"""Run the checks: each file in checks/ is a query that must return no row; its first line says what a row means."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.outbox import Outbox
from warehouse.paths import outbox_path
from warehouse.published import published

_FOLDER = Path(__file__).parent / "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One promise, as a query that finds what breaks it."""

    name: str
    level: str
    message: str
    sql: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A check that found rows: how many, and the first as a person may read it."""

    check: Check
    rows: int
    first: str


_ASIDE = Check(
    name="outbox_is_loaded",
    level="error",
    message="a batch in the outbox could not be loaded and lies in quarantine",
    sql="",
)


def read_checks(folder: Path = _FOLDER) -> tuple[Check, ...]:
    """All checks in the order of their names."""
    return tuple(_read(path) for path in sorted(folder.glob("*.sql")))


def run_checks(path: Path) -> tuple[Failed, ...]:
    """Check the published copy of the warehouse at `path` and its outbox; empty when every promise holds."""
    with published(path) as con:
        failed = tuple(failed for check in read_checks() if (failed := _run(con, check)))
    aside = Outbox(outbox_path(path)).quarantined()
    return (*failed, Failed(check=_ASIDE, rows=len(aside), first=f"file {aside[0]}")) if aside else failed


def _read(path: Path) -> Check:
    text = path.read_text(encoding="utf-8")
    level, _, message = text.splitlines()[0].removeprefix("-- ").partition(": ")
    return Check(name=path.stem, level=level, message=message, sql=text)


def _run(con: duckdb.DuckDBPyConnection, check: Check) -> Failed | None:
    result = con.execute(check.sql)
    names = [column[0] for column in result.description or []]
    rows = result.fetchall()
    if not rows:
        return None
    first = ", ".join(f"{name} {value}" for name, value in zip(names, rows[0], strict=True))
    return Failed(check=check, rows=len(rows), first=first)
