"""Keep core.incident_reports of the published copy up to date: only what new or gone reports may change is redone.

Links between reports are kept by type and window of days, and worked out again for windows in which a report came or
went. Incidents are the connected parts of links; those whose links changed are put together again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.candidates import LENGTH, STEP
from warehouse.incidents import LONGEST, RULE, Report
from warehouse.linking import Link, leads, links
from warehouse.published import statement
from warehouse.told_names import ages_in, names_in, words_in

_AT_ONCE = 100_000
"""Reports that are read at once, or those of one window when they are more: some 2 KB each while they are compared."""
_DAYS = {"step": STEP, "length": LENGTH, "longest": LONGEST}
_DIRTY = 'USING (event_type, "window")'

Windows = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words an article opens with tell of its acts."""

    names: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "_Told":
        return cls(names_in(text), ages_in(text), words_in(text))


def regroup(con: duckdb.DuckDBPyConnection) -> int:
    """Group every counted event of the current articles and return how many were grouped anew.

    The result is that of grouping everything at once, whatever was there before.
    """
    con.execute(statement("incident_links"))
    if con.execute("SELECT 1 FROM core.incident_reports WHERE rule <> ? LIMIT 1", [RULE]).fetchone():
        _forget(con)
    con.execute(statement("incident_changed"))
    if con.execute("SELECT 1 FROM changed WHERE event_type IS NULL LIMIT 1").fetchone():
        _forget(con)  # a report that no table knows any more: nobody can tell what it was linked with
        con.execute(statement("incident_changed"))
    con.execute(statement("incident_windows"), _DAYS)
    _link(con)
    con.execute(statement("incident_members"))
    return _name(con)


def _forget(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM core.incident_reports")
    con.execute("DELETE FROM core.incident_links")


def _link(con: duckdb.DuckDBPyConnection) -> None:
    """Work out the links of the windows in which something changed."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE links_before AS FROM core.incident_links SEMI JOIN windows {_DIRTY}")
    con.execute(
        "DELETE FROM core.incident_links USING windows "
        'WHERE incident_links.event_type = windows.event_type AND incident_links."window" = windows."window"'
    )
    for some in _portions(con):
        _insert(con, links(_reports(con, some), some))


def _portions(con: duckdb.DuckDBPyConnection) -> Iterator[Windows]:
    """Windows that follow one another and hold few enough reports together; of one window all types."""
    some: set[tuple[str, int]] = set()
    held, last = 0, None
    for event_type, window, reports in con.execute('FROM windows ORDER BY "window", event_type').fetchall():
        if held + reports > _AT_ONCE and window != last:
            yield frozenset(some)
            some, held = set(), 0
        some.add((event_type, window))
        held, last = held + reports, window
    if some:
        yield frozenset(some)


def _reports(con: duckdb.DuckDBPyConnection, windows: Windows) -> list[Report]:
    """Every report that lies in these windows."""
    numbers = [window for _, window in windows]
    rows = con.execute(statement("incident_reports"), _DAYS | {"first": min(numbers), "last": max(numbers)}).fetchall()
    extractions = list({row[0] for row in rows})
    openings = con.execute(statement("incident_leads"), {"extractions": extractions}).fetchall()
    told = {extraction_id: _Told.of(text) for extraction_id, text in openings}
    return [_report(row, told.get(row[0], _Told())) for row in rows]


def _report(row: tuple[Any, ...], opening: _Told) -> Report:
    _, event_id, article_id, event_type, first_day, last_day, place, latitude, longitude, precision, *told = row
    actors, countries, recipients, killed_min, killed_max, wounded_min, wounded_max = told
    return Report(
        event_id=event_id,
        article_id=article_id,
        event_type=event_type,
        first_day=first_day,
        last_day=last_day,
        place=place,
        latitude=latitude,
        longitude=longitude,
        place_precision=precision,
        actors=frozenset(actors),
        actor_countries=frozenset(countries),
        victims=names_in(recipients),
        killed=(killed_min, killed_max),
        wounded=(wounded_min, wounded_max),
        names=opening.names,
        ages=opening.ages,
        words=opening.words,
    )


def _insert(con: duckdb.DuckDBPyConnection, found: Iterable[Link]) -> None:
    rows = [(x.event_type, x.window, x.event_id, x.event_date, x.other_id, x.other_date) for x in found]
    if rows:
        con.execute(
            "INSERT INTO core.incident_links SELECT unnest(?::VARCHAR[]), unnest(?::BIGINT[]), unnest(?::UUID[]), "
            "unnest(?::DATE[]), unnest(?::UUID[]), unnest(?::DATE[])",
            [list(column) for column in zip(*rows, strict=True)],
        )


def _name(con: duckdb.DuckDBPyConnection) -> int:
    """Put the incidents of the reports in members together again; return how many reports there are."""
    joined = leads(con.execute(statement("incident_joined")).fetchall())
    con.execute(
        "CREATE OR REPLACE TEMP TABLE named AS SELECT unnest(?::UUID[]) AS event_id, unnest(?::UUID[]) AS first_id",
        [list(joined), list(joined.values())],
    )
    con.execute(
        "DELETE FROM core.incident_reports USING members WHERE incident_reports.event_id = members.event_id "
        "AND incident_reports.extraction_id = members.extraction_id"
    )
    (reports,) = con.execute(statement("incident_names"), {"rule": RULE}).fetchone() or (0,)
    for table in ("changed", "windows", "links_before", "members", "named"):
        con.execute(f"DROP TABLE temp.{table}")
    return int(reports)
