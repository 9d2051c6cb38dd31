"""The data set to hand on: a folder of files by month and a datapackage.json that says what they hold.

Texts of articles are left out, they are their publishers'; the sentences that support events are quoted.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import duckdb

from extractors.errors import UsageError
from warehouse.descriptor import PROFILE, Reference, Resource, describe, files_below
from warehouse.dictionary import WARNINGS
from warehouse.export import OPTIONS, ExportFormat, copy, selection
from warehouse.folders import DESCRIPTOR, whole_folder
from warehouse.published import published

UNDATED = "undated"
"""The month of what has no date."""
_VERSION = "SELECT max_by(extractor_version, string_split(extractor_version, '.')::INTEGER[]) FROM main.articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One view of the data set; `month` is the date its files are parted by."""

    view: str
    month: str
    key: tuple[str, ...]
    leave_out: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


_OF_ARTICLE = Reference(fields=("article_id",), resource="articles")
PARTS = (
    _Part(
        view="articles",
        month="published_date",
        key=("article_id",),
        leave_out=("article_text", "teaser", "image_credits"),
    ),
    _Part(view="events", month="event_date", key=("event_id",), references=(_OF_ARTICLE,)),
    _Part(view="quantities", month="period_end", key=("quantity_id",), references=(_OF_ARTICLE,)),
    _Part(view="incidents", month="event_date", key=("incident_id",)),
    _Part(
        view="incident_reports",
        month="event_date",
        key=("event_id",),
        references=(
            _OF_ARTICLE,
            Reference(fields=("event_id",), resource="events"),
            Reference(fields=("incident_id",), resource="incidents"),
        ),
    ),
)


def write_package(path: Path, target: Path, form: ExportFormat = "parquet") -> dict[str, int]:
    """Write the data set of the published copy into the folder `target`; return the rows of each part.

    The same published copy gives the same files. Each part lies in folders `month=2016-12`, so that a reader takes the
    months it needs; what has no date lies in `month=undated`.
    """
    if form not in OPTIONS or form == "score-jsonl":
        known = ", ".join(each for each in get_args(ExportFormat) if each != "score-jsonl")
        raise UsageError(f"Cannot write a package as {form}; there are {known}.")
    with whole_folder(target) as folder, published(path) as con:
        con.execute("SET threads = 1")  # several threads would spread a month's rows over files by chance
        resources = []
        for part in PARTS:
            columns = selection(con, f"main.{part.view}", form, leave_out=part.leave_out)
            rows = _Rows(columns, f"coalesce(strftime({part.month}, '%Y-%m'), '{UNDATED}')", part)
            count = _write_months(con, rows, folder / part.view, form)
            if not count:
                _write_empty(con, f"SELECT {columns} FROM main.{part.view} LIMIT 0", folder / part.view, form)  # noqa: S608
            resource = Resource(
                name=part.view,
                table=f"main.{part.view}",
                form=form,
                paths=files_below(folder, part.view),
                rows=count,
                leave_out=part.leave_out,
                key=part.key,
                references=part.references,
            )
            resources.append(describe(con, resource))
        (version,) = con.execute(_VERSION).fetchone() or (None,)
        descriptor = _package(resources, version)
        (folder / DESCRIPTOR).write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return {resource["name"]: resource["rows"] for resource in resources}


@dataclass(frozen=True, slots=True)
class _Rows:
    """Which columns of a view are written, and what names the month of a row."""

    columns: str
    month: str
    part: _Part

    def select(self, what: str, where: str = "true") -> str:
        """A statement that gives rows in the order of the files."""
        order = ", ".join((self.part.month, *self.part.key))
        return f"SELECT {what} FROM main.{self.part.view} WHERE {where} ORDER BY {order}"  # noqa: S608 - our own names


def _write_months(con: duckdb.DuckDBPyConnection, rows: _Rows, folder: Path, form: ExportFormat) -> int:
    """Write the view's files by month and return how many rows they have.

    JSON Lines go month by month: DuckDB 1.5 parts no JSON by a column (2026-11), 2.0 does.
    """
    if form != "jsonl":
        parted = rows.select(f"{rows.columns}, {rows.month} AS month")
        return copy(con, parted, folder, f"{OPTIONS[form]}, PARTITION_BY (month)")
    months = con.execute(f"SELECT DISTINCT {rows.month} FROM main.{rows.part.view} ORDER BY 1").fetchall()  # noqa: S608
    count = 0
    for (month,) in months:
        target = folder / f"month={month}"
        target.mkdir(parents=True)
        count += copy(
            con, rows.select(rows.columns, f"{rows.month} = '{month}'"), target / "data_0.jsonl", OPTIONS[form]
        )
    return count


def _write_empty(con: duckdb.DuckDBPyConnection, rows: str, folder: Path, form: ExportFormat) -> None:
    """A view without rows has one file with its columns, so that readers find it."""
    month = folder / f"month={UNDATED}"
    month.mkdir(parents=True)
    copy(con, rows, month / f"data_0.{form}", OPTIONS[form])


def _package(resources: list[dict[str, Any]], version: str | None) -> dict[str, Any]:
    return {
        "name": "eventwire",
        "$schema": PROFILE,
        "title": "Events that news articles report: who did what to whom, when, where, how many, and who says so",
        "description": (
            "One row per event, number, incident or article, see each resource. Unknown is null, never 0 or ''. "
            "Files lie in folders by month; the month of what has no date is 'undated'. Sentences and "
            "titles are their publishers'. Warnings stand in the descriptions in fixed words: "
            + "; ".join(f"{words}: {meaning}" for words, meaning in WARNINGS.items())
            + "."
        ),
        **({"version": version} if version else {}),
        "resources": resources,
    }
