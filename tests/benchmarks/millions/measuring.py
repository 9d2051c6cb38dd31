"""What a large warehouse costs: to append to, to publish, to ask, to check; and what a primary key would add."""

import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from tests.benchmarks.test_append import ARTICLES, EVENTS, articles, bare_insert, ready_rows
from tests.warehouse.cookbook import questions
from warehouse.batches import utc_now
from warehouse.checks import read_checks
from warehouse.connection import WRITING
from warehouse.migrations import create
from warehouse.outbox import Outbox
from warehouse.published import published
from warehouse.store import Warehouse

Figure = tuple[str, str]
REPEATS = 6
KEY_BATCH = 5_000


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def appending(path: Path) -> Iterator[Figure]:
    """New batches into the large file and into an empty one, against a bare INSERT of the same rows."""
    empty, bare = (path.with_name(f"{name}.duckdb") for name in ("empty", "bare"))
    for file in (empty, bare):
        file.unlink(missing_ok=True)
        create(file, utc_now())
    large, small = Warehouse(path), Warehouse(empty)
    spent = {"large": 0.0, "empty": 0.0, "bare": 0.0}
    for number in range(REPEATS):
        for name, seconds in _append_once(number, large, small, bare).items():
            spent[name] += seconds
    events = REPEATS * ARTICLES * EVENTS  # all of them, as only some fold the log into the file
    yield "append to it, events per processor second", f"{events / spent['large']:,.0f}"
    yield "append to an empty warehouse, the same", f"{events / spent['empty']:,.0f}"
    yield "bare INSERT into an empty file, the same", f"{events / spent['bare']:,.0f}"
    yield "append to it, ratio to the bare INSERT", f"{spent['bare'] / spent['large']:.2f}"


def _append_once(number: int, large: Warehouse, small: Warehouse, bare: Path) -> dict[str, float]:
    """Seconds of the processor that one batch, new to all three files, takes in each."""
    work = articles(10_000_000 + time.time_ns() // 1_000_000 % 10**9 + number * ARTICLES)
    outbox = Outbox(bare.with_name("spooled"))
    file = outbox.spool(work, utc_now())
    spooled = outbox.read(file)
    rows = ready_rows(spooled)
    outbox.done(file)

    def insert() -> None:
        with duckdb.connect(bare, config=WRITING) as con:
            bare_insert(con, rows, spooled.batch_id)

    return {
        "large": timed(lambda: large.append(work))[1],
        "empty": timed(lambda: small.append(work))[1],
        "bare": timed(insert)[1],
    }


def publishing(path: Path) -> Iterator[Figure]:
    """The first copy, and one that has a batch to catch up with."""
    warehouse = Warehouse(path)
    warehouse.published_path.unlink(missing_ok=True)
    wall, cpu = timed(warehouse.publish)
    yield "publish all", f"{wall:,.1f} s ({cpu:,.1f} s of processor time)"
    warehouse.append(articles(2_000_000_000 + time.time_ns() // 1_000_000 % 10**9))
    wall, cpu = timed(warehouse.publish)
    yield f"publish {ARTICLES} articles more", f"{wall:,.1f} s ({cpu:,.1f} s of processor time)"


def sizes(path: Path) -> Iterator[Figure]:
    """Bytes on disk for each event, without the bytes of pages."""
    with duckdb.connect(path, read_only=True) as con:
        (events,) = con.execute("SELECT count(*) FROM core.events").fetchone() or (1,)
        (rows,) = con.execute("SELECT count(*) FROM core.articles").fetchone() or (0,)
    yield "articles, events", f"{rows:,}, {events:,}"
    yield "warehouse", f"{path.stat().st_size / 1e6:,.0f} MB, {path.stat().st_size / events:,.0f} bytes an event"
    copy = Warehouse(path).published_path
    if copy.exists():
        yield (
            "published copy",
            f"{copy.stat().st_size / 1e6:,.0f} MB, {copy.stat().st_size / events:,.0f} bytes an event",
        )


def asking(path: Path) -> Iterator[Figure]:
    """Every question of the cookbook: the better of two, the whole answer worked out and its first 1,000 rows taken."""
    with published(path) as con:
        con.execute("SET memory_limit = '2GB'")
        for question in questions():
            sql = question.path.read_text(encoding="utf-8")

            def ask() -> None:
                con.execute(sql).fetchmany(1000)  # noqa: B023 - called at once

            try:
                seconds = min(timed(ask) for _ in range(2))
            except duckdb.Error as error:
                yield question.path.stem, f"failed: {str(error).splitlines()[0]}"
            else:
                yield question.path.stem, f"{seconds[0]:.2f} s ({seconds[1]:.2f} s of processor time)"


def checking(path: Path) -> Iterator[Figure]:
    """Every check, and how many rows break it."""
    with published(path) as con:
        con.execute("SET memory_limit = '2GB'")
        for check in read_checks():
            rows: list[object] = []
            seconds, _ = timed(lambda: rows.extend(con.execute(check.sql).fetchmany(10)))  # noqa: B023 - called at once
            yield f"check {check.name}", f"{seconds:.1f} s, {len(rows)} rows"


def keys(path: Path) -> Iterator[Figure]:
    """The events' ids in a table with a primary key and in one without: to fill, to add to, on disk."""
    for name, constraint in (("without", ""), ("with", ", PRIMARY KEY (extraction_id, event_id)")):
        file = path.with_name(f"keys_{name}.duckdb")
        file.unlink(missing_ok=True)
        with duckdb.connect(file, config=WRITING) as con:
            con.execute(f"ATTACH '{path}' AS large (READ_ONLY)")
            con.execute(f"CREATE TABLE ids (extraction_id UUID, event_id UUID, event_type VARCHAR{constraint})")
            fill = "INSERT INTO ids SELECT extraction_id, event_id, event_type FROM large.core.events"
            filled = timed(lambda: con.execute(fill))[0]  # noqa: B023
            more = f"INSERT INTO ids SELECT uuid(), uuid(), 'AID' FROM range({KEY_BATCH})"  # noqa: S608 - a number of ours
            added = min(timed(lambda: con.execute(more))[0] for _ in range(REPEATS))  # noqa: B023
            closed = timed(con.close)[0]
        yield (
            f"ids {name} a primary key",
            f"filled in {filled:.1f} s, {KEY_BATCH:,} more in {added * 1000:.0f} ms, closed in {closed * 1000:.0f} ms, "
            f"{file.stat().st_size / 1e6:,.0f} MB",
        )
        file.unlink()


def memory() -> Iterator[Figure]:
    """The most that this process ever held."""
    yield "most memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB"


PARTS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "append": appending,
    "publish": publishing,
    "sizes": sizes,
    "ask": asking,
    "check": checking,
    "keys": keys,
}
