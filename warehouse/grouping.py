"""Keep core.incident_reports of the published copy up to date: only what new or gone reports may change is redone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb

from warehouse.incidents import REACH, RULE, Report, group
from warehouse.published import statement
from warehouse.told_names import ages_in, names_in, words_in


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

    What is kept from before joins what is new as a whole group, so the result is that of grouping everything at once.
    """
    if con.execute("SELECT 1 FROM core.incident_reports WHERE rule <> ? LIMIT 1", [RULE]).fetchone():
        con.execute("DELETE FROM core.incident_reports")
    by_type: dict[str | None, set[UUID]] = defaultdict(set)
    gone: set[UUID] = set()
    for event_id, incident_id, event_type in con.execute(statement("incident_touched"), {"days": REACH}).fetchall():
        if event_id is not None:
            by_type[event_type].add(event_id)
        if incident_id is not None:
            gone.add(incident_id)
    con.execute("DELETE FROM core.incident_reports WHERE incident_id IN (SELECT unnest(?::UUID[]))", [list(gone)])
    return sum(_group(con, events) for events in by_type.values())


def _group(con: duckdb.DuckDBPyConnection, events: Iterable[UUID]) -> int:
    rows = con.execute(statement("incident_reports"), {"events": list(events)}).fetchall()
    leads = con.execute(statement("incident_leads"), {"extractions": list({row[0] for row in rows})}).fetchall()
    told = {extraction_id: _Told.of(text) for extraction_id, text in leads}
    incidents = group(_report(row, told.get(row[0], _Told())) for row in rows)
    con.execute(
        "INSERT INTO core.incident_reports BY NAME SELECT unnest(?::UUID[]) AS incident_id, "
        "unnest(?::UUID[]) AS extraction_id, unnest(?::UUID[]) AS event_id, ? AS rule",
        [[incidents[row[1]] for row in rows], [row[0] for row in rows], [row[1] for row in rows], RULE],
    )
    return len(rows)


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
