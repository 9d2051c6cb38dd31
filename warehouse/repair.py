"""Clear what is broken in the warehouse's own tables, so that it can be read again from the pages that are kept.

The one place where facts are deleted: only whole extractions that break a promise, and only when the bytes of a page
they were read from are there. What cannot be read again is left as it is and named.
"""

import gzip
import json
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb

from extractors.model import Page
from warehouse.contents import COLUMNS
from warehouse.published import statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """An extraction that breaks a promise."""

    extraction_id: UUID
    reason: str
    document: str
    pages: tuple[UUID, ...]
    """Pages it can be read from again; none when their bytes are not kept."""


def clear_broken(con: duckdb.DuckDBPyConnection) -> tuple[tuple[Broken, ...], tuple[UUID, ...]]:
    """Delete the broken extractions that can be read again; return all broken ones and the pages to read.

    Pages that no extractor has read are among the pages.
    """
    found = tuple(
        Broken(extraction_id=key, reason=reason, document=document, pages=tuple(pages))
        for key, reason, document, pages in con.execute(statement("broken_extractions")).fetchall()
    )
    cleared = [each.extraction_id for each in found if each.pages]
    unread = con.execute(statement("unread_pages")).fetchall()
    con.begin()
    try:
        for table in (*COLUMNS, "core.readings", "core.articles") if cleared else ():
            con.execute(f"DELETE FROM {table} WHERE extraction_id IN (SELECT unnest(?::UUID[]))", [cleared])  # noqa: S608
        if len(cleared) == len(found) and all(is_kept for _, is_kept in unread):  # else the count tells what is lost
            con.execute(statement("recount_batches"))
        con.commit()
    except BaseException:
        con.rollback()
        raise
    again = {key for key, is_kept in unread if is_kept}
    return found, tuple(sorted(again.union(*(each.pages for each in found))))


def salvage(path: Path) -> tuple[tuple[Page, ...], bool]:
    """The pages in a batch that cannot be loaded, as far as it can be read, and whether these are all it held."""
    pages: tuple[Page, ...] = ()
    promised: int | None = None
    for line in _whole_lines(path):
        try:
            if promised is None:
                promised = int(json.loads(line)["pages"])
            elif line.startswith("raw.pages\t"):
                pages = tuple(_pages(json.loads(line.split("\t", 2)[2])))
        except (ValueError, KeyError, TypeError, OSError, zlib.error):
            break
    return pages, promised is not None and len(pages) >= promised


def _whole_lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            yield from lines
    except (EOFError, OSError, zlib.error, UnicodeDecodeError):
        return


def _pages(columns: dict[str, list[Any]]) -> Iterator[Page]:
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        if row["body_gzip"] is None:
            continue
        page = Page(
            source=row["source"],
            name=row["name"],
            url=row["url"],
            media_type=row["media_type"],
            charset=row["charset"],
            published=date.fromisoformat(row["published_date"]) if row["published_date"] else None,
            published_method=row["published_method"],
            fetched_at=datetime.fromisoformat(row["fetched_at"]) if row["fetched_at"] else None,
            body=gzip.decompress(b64decode(row["body_gzip"])),
        )
        if page.sha256 == row["body_sha256"]:
            yield page
