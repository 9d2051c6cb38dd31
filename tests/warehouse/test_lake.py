"""The warehouse as a DuckLake: a real PostgreSQL holds the catalogue, and every batch goes in once.

Needs DuckDB 1.5.5, the extensions of the extra `ducklake` and PostgreSQL's programs; `tests/ducklake` installs the
former and runs this. Where one is missing the tests that need it are skipped, and say what is missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import duckdb
import pytest

from extractors.errors import WarehouseError
from tests.warehouse.cookbook import questions
from tests.warehouse.facts import ARRIVAL, FACTS
from tests.warehouse.material import batch, extraction, unreadable
from warehouse.batches import Batch, utc_now
from warehouse.lake import Lake, load_extensions, main, without_keys
from warehouse.migrations import SCHEMA, migrate
from warehouse.outbox import Outbox
from warehouse.store import Warehouse

NOBODY = 65534
COMMITTERS = 3
WHEN = ARRIVAL | {"last_recorded_at", "recorded_date"}
VIEWS = """
SELECT schema_name || '.' || view_name FROM duckdb_views()
WHERE NOT internal AND database_name = current_database() ORDER BY ALL
"""
LOAD = """
import sys
from pathlib import Path
from warehouse.lake import Lake
from warehouse.outbox import Outbox

added = Lake(sys.argv[1], sys.argv[2]).load([Outbox(Path(sys.argv[3]))])
print(sum(one.new_articles for one in added.values()))
"""


def work() -> list[Batch]:
    """Eight batches that share articles."""
    return [
        batch(extraction(n), extraction(n + 1, edit=f"Edit {n}."), unreadable(n + 100), window=str(n), cursor=f"{n}")
        for n in range(8)
    ]


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; Debian keeps it off the path."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """A PostgreSQL of our own on a socket in a temporary folder, gone when the block ends. It refuses to be root."""
    user = NOBODY if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="eventwire-pg-") as made:
        folder = Path(made)
        if user is not None:
            os.chown(folder, user, -1)
        quiet = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        make = [str(programs / "initdb"), "-D", "db", "-U", "eventwire", "-A", "trust", "--no-sync"]
        subprocess.run(make, check=True, **quiet)  # type: ignore[call-overload]
        serve = [str(programs / "postgres"), "-D", "db", "-k", made, "-c", "listen_addresses="]
        with subprocess.Popen(serve, **quiet) as server:  # type: ignore[call-overload]
            try:
                ready = [str(programs / "pg_isready"), "-q", "-h", made, "-U", "eventwire"]
                while subprocess.run(ready, check=False).returncode != 0:
                    assert server.poll() is None, "PostgreSQL did not start"
                yield f"host={folder} user=eventwire"
            finally:
                server.terminate()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    try:
        with duckdb.connect() as con:
            load_extensions(con)
    except WarehouseError as error:
        pytest.skip(f"{error} Run tests/ducklake.")
    with postgres(folder) as address:
        yield address


@pytest.fixture
def lake(server: str, tmp_path: Path) -> Lake:
    name = f"lake_{uuid4().hex}"
    with duckdb.connect() as con:
        load_extensions(con)
        con.execute(f"ATTACH 'dbname=postgres {server}' AS server (TYPE postgres)")
        con.execute(f"CALL postgres_execute('server', 'CREATE DATABASE {name}', use_transaction := false)")
    return Lake(f"postgres:dbname={name} {server}", f"{tmp_path}/rows/")


def spool(folder: Path, *batches: Batch) -> Outbox:
    outbox = Outbox(folder)
    for some in batches:
        outbox.spool(some, utc_now())
    return outbox


@contextmanager
def lake_only_read(lake: Lake) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        load_extensions(con)
        con.execute(f"ATTACH 'ducklake:{lake.catalogue}' AS lake (READ_ONLY)")
        con.execute("USE lake")
        yield con


def facts(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for table in FACTS:
        kept = [name for name in con.sql(f"FROM {table}").columns if name not in ARRIVAL]
        found[table] = con.execute(f"SELECT {', '.join(kept)} FROM {table} ORDER BY ALL").fetchall()  # noqa: S608
    return found


def test_the_schema_without_keys_takes_the_same_rows() -> None:
    """What goes into a lake, on a plain DuckDB: this much runs everywhere."""
    with duckdb.connect() as con:
        migrate(con, utc_now(), without_keys(SCHEMA))
        kinds = con.execute("SELECT DISTINCT constraint_type FROM duckdb_constraints()").fetchall()
        assert kinds == [("NOT NULL",)]
        assert con.execute("SELECT count(*) FROM main.events").fetchone() == (0,)


def test_without_its_extensions_a_lake_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.lake.EXTENSIONS", ("no_such_extension",))
    with pytest.raises(WarehouseError, match=r"no_such_extension.*docs/ducklake\.md"), Lake("postgres:", "x").open():
        pass


def test_a_lake_holds_the_rows_of_the_file(lake: Lake, tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "file.duckdb")
    for some in work():
        warehouse.append(some)
    machines = [spool(tmp_path / "one", *work()[:5]), spool(tmp_path / "other", *work()[3:])]
    lake.load(machines)
    assert [outbox.waiting() for outbox in machines] == [(), ()]
    with duckdb.connect(warehouse.path, read_only=True) as con:
        expected = facts(con)
    with lake.open() as con:
        assert facts(con) == expected
        assert con.execute("SELECT source, position FROM meta.cursors").fetchall() == [("folder", "7")]
    lake.tidy()
    with lake.open() as con:
        assert facts(con) == expected
    assert {file.parent.name for file in (tmp_path / "rows").rglob("*.parquet")} >= {"events", "sentences", "articles"}


def test_every_question_of_the_cookbook_can_be_asked(lake: Lake, tmp_path: Path) -> None:
    lake.load([spool(tmp_path / "one", *work())])
    with lake.open() as con:
        for question in questions():
            con.execute(question.path.read_text(encoding="utf-8")).fetchall()
        assert con.execute("SELECT count(*) > 0 FROM events").fetchone() == (True,)


def test_every_view_gives_what_it_gives_of_the_file(lake: Lake, tmp_path: Path) -> None:
    """Read as docs/ducklake.md says; but for incidents, which are worked out for the published file."""
    warehouse = Warehouse(tmp_path / "file.duckdb")
    for some in work():
        warehouse.append(some)
    lake.load([spool(tmp_path / "one", *work())])
    with duckdb.connect(warehouse.path, read_only=True) as con, lake_only_read(lake) as other:
        for each in (con, other):
            each.execute("SET TimeZone = 'UTC'")
        views = con.execute(VIEWS).fetchall()
        assert other.execute(VIEWS).fetchall() == views
        assert len(views) > 30
        for (view,) in views:
            kept = [name for name in con.sql(f"FROM {view}").columns if name not in WHEN]
            rows = f"SELECT {', '.join(kept)} FROM {view} ORDER BY ALL"  # noqa: S608
            assert (view, other.execute(rows).fetchall()) == (view, con.execute(rows).fetchall())


def test_committers_at_once_add_each_batch_once(lake: Lake, tmp_path: Path) -> None:
    with lake.open():
        pass
    for number in range(COMMITTERS):
        spool(tmp_path / str(number), *work())

    def commit(number: int) -> int:
        command = [sys.executable, "-c", LOAD, lake.catalogue, lake.data, str(tmp_path / str(number))]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    with ThreadPoolExecutor(COMMITTERS) as committers:
        added = sum(committers.map(commit, range(COMMITTERS)))
    with lake.open() as con:
        for table, key in (("core.articles", "extraction_id"), ("meta.batches", "batch_id"), ("raw.pages", "page_id")):
            rows, keys = con.execute(f"SELECT count(*), count(DISTINCT {key}) FROM {table}").fetchone() or (0, 0)  # noqa: S608
            assert rows == keys
        assert con.execute("SELECT count(*) FROM core.articles").fetchone() == (added,)
        assert con.execute("SELECT turn > 8 FROM meta.turns").fetchone() == (True,)


def test_the_command_says_what_it_loaded(lake: Lake, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spool(tmp_path / "one", *work())
    assert main([lake.catalogue, lake.data, str(tmp_path / "one")]) == 0
    assert main([lake.catalogue, lake.data, str(tmp_path / "one")]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "8 batches, 16 new articles, 32 new events"
    assert second == "0 batches, 0 new articles, 0 new events"


def test_a_catalogue_that_does_not_answer_is_named(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"postgres:dbname=nowhere {server}", "rows/"]) == WarehouseError.exit_code
    assert "nowhere" in capsys.readouterr().err


def test_a_batch_that_fails_leaves_nothing(lake: Lake, tmp_path: Path) -> None:
    outbox = spool(tmp_path / "one", work()[0])
    with lake.open() as con:
        con.execute("ALTER TABLE meta.batches RENAME COLUMN articles_new TO renamed")
    with pytest.raises(WarehouseError):
        lake.load([outbox])
    assert len(outbox.waiting()) == 1
    with lake.open() as con:
        assert con.execute("SELECT count(*) FROM raw.pages").fetchone() == (0,)
