"""Every kind of work that writes: what must be there before, and the work itself, to be disturbed by tests.

`python -m tests.warehouse.works WORK FOLDER` does one in a process of its own, which may be killed.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.model import Extraction, Page
from flows.pipeline import extractor, replay_paths
from flows.repair import repair
from flows.settings import Settings
from tests.warehouse.cookbook import ROOT
from tests.warehouse.material import batch, extraction, noise, unreadable
from warehouse.batches import Batch, utc_now
from warehouse.connection import writing
from warehouse.migrations import SCHEMA, create
from warehouse.store import Warehouse

KNOWN, ALL = 2, 5
"""Batches that lie in the warehouse before the work, and in the end."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work: `prepare` makes what it begins with in an empty folder, `do` may be done again and again."""

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    warm: Callable[[], None] = lambda: None
    """What a process does before the work begins, so that kills do not fall into it."""


def warehouse_in(folder: Path) -> Warehouse:
    """The warehouse of a folder."""
    return Warehouse(folder / "w.duckdb", lock_timeout=60)


def exported(folder: Path) -> Path:
    """Where work in the folder exports to."""
    return folder / "out"


def batches() -> list[Batch]:
    """Batches that share articles: each edits what the one before brought, and is large enough to be hit."""
    return [
        batch(
            extraction(number),
            extraction(number + 1, edit=noise(number)),
            unreadable(number + 100),
            window=str(number),
            cursor=f"{number:03}",
        )
        for number in range(ALL)
    ]


def _append(folder: Path, first: int, last: int) -> None:
    warehouse = warehouse_in(folder)
    for number, some in enumerate(batches()[first:last], start=first):
        warehouse.append(some)
        (folder.with_suffix(".acknowledged")).write_text(str(number + 1))


def _known(folder: Path) -> None:
    _append(folder, 0, KNOWN)
    warehouse_in(folder).publish()


def _all(folder: Path) -> None:
    _known(folder)
    _append(folder, KNOWN, ALL)


def _unpublished(folder: Path) -> None:
    _append(folder, 0, ALL)


def _checkpoint(folder: Path) -> None:
    with writing(warehouse_in(folder).path, timeout=60) as con:
        con.execute("CHECKPOINT")


def _publish(folder: Path) -> None:
    warehouse_in(folder).publish()


def _older(folder: Path) -> None:
    """A warehouse as the first versions made it: before sources and incidents had tables."""
    older = replace(SCHEMA, ddl=SCHEMA.ddl[:3], views=())
    warehouse = Warehouse(folder / "w.duckdb", schema=older)
    create(warehouse.path, utc_now(), older)
    for some in batches():
        plain = tuple(_uncounted(each) for each in some.extractions)
        warehouse.append(replace(some, extractions=plain))


def _uncounted(each: Extraction) -> Extraction:
    """Without the numbers, of which later versions keep more than the first had columns for."""
    events = tuple(replace(event, quantities=()) for event in each.events)
    return replace(each, quantities=(), events=events)


def _open(folder: Path) -> None:
    warehouse_in(folder).cursor("folder")


def _exported(folder: Path) -> None:
    _known(folder)
    _export(folder)
    _append(folder, KNOWN, ALL)


def _export(folder: Path) -> None:
    warehouse_in(folder).export(exported(folder))


def _seeds() -> list[Page]:
    return [Page(name=path.name, body=path.read_bytes()) for path in sorted((ROOT / "seeds").glob("*.txt"))]


def _settings(folder: Path) -> Settings:
    return Settings(warehouse=warehouse_in(folder).path, workers=1)


def _broken(folder: Path) -> None:
    """Two articles of which one lost its events."""
    replay_paths([ROOT / "seeds"], _settings(folder))
    with writing(warehouse_in(folder).path, timeout=60) as con:
        con.execute("DELETE FROM core.events WHERE extraction_id = (SELECT min(extraction_id) FROM core.articles)")


def _repair(folder: Path) -> None:
    repair(_settings(folder))


def _read_seeds() -> None:
    pages = _seeds()
    with extractor(Settings(workers=1), len(pages)) as extract:
        tuple(extract(pages))


WORKS = {
    "append": Work(_known, lambda folder: _append(folder, KNOWN, ALL)),
    "checkpoint": Work(_all, _checkpoint),
    "publish": Work(_all, _publish),
    "publish first": Work(_unpublished, _publish),
    "migrate": Work(_older, _open),
    "export": Work(_exported, _export),
    "repair": Work(_broken, _repair, _read_seeds),
}


def main(name: str, folder: Path) -> None:
    """Do one work and leave a file at its begin and at its end."""
    work = WORKS[name]
    work.warm()
    batches()
    folder.with_suffix(".began").touch()
    work.do(folder)
    folder.with_suffix(".done").touch()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
