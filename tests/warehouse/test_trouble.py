"""When the disk says no: a clear error that names the place, and nothing lost or half-written."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extractors.errors import WarehouseError
from tests.warehouse.facts import facts, shown
from tests.warehouse.material import batch, extraction, noise
from warehouse import read
from warehouse.checks import run_checks
from warehouse.store import Warehouse

NOBODY = 65534
APPEND_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from extractors.errors import WarehouseError
from tests.warehouse.material import batch, extraction, noise
from warehouse.store import Warehouse

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
warehouse = Warehouse(Path(sys.argv[1]))
try:
    for number in range(1, 9):
        warehouse.append(batch(extraction(number, edit=noise(number)), window=str(number)))
        warehouse.publish()
except WarehouseError as error:
    print(error)
else:
    print("never full")
"""

WORK_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from extractors.errors import EventwireError
from warehouse.store import Warehouse

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
warehouse = Warehouse(Path(sys.argv[1]))
try:
    {"publish": warehouse.publish, "export": lambda: warehouse.export(Path(sys.argv[4]))}[sys.argv[2]]()
except EventwireError as error:
    print(error)
else:
    print("never full")
"""


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder that nobody may write to, not even these tests when they run as root: they become somebody else."""
    with tempfile.TemporaryDirectory(prefix="eventwire-test-") as outer:
        Path(outer).chmod(0o755)
        folder = Path(outer) / "fixed"
        folder.mkdir()
        folder.chmod(0o555)
        with unprivileged():
            yield folder
        folder.chmod(0o755)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may write everywhere, so root steps down to the user nobody for as long as it lasts."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_a_read_only_folder_is_named(read_only_folder: Path) -> None:
    warehouse = Warehouse(read_only_folder / "news.duckdb")
    with pytest.raises(WarehouseError, match=f"{read_only_folder}.*Permission denied"):
        warehouse.start_run("replay", extractor_version="0.1.0")
    with pytest.raises(WarehouseError, match=f"{read_only_folder}.*Permission denied"):
        warehouse.append(batch(extraction(1)))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WarehouseError, match=r"news.duckdb cannot be made \(Not a directory\)"):
        Warehouse(tmp_path / "file" / "data" / "news.duckdb").start_run("replay", extractor_version="0.1.0")


def test_a_damaged_warehouse_is_named_and_the_batch_is_safe(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is not a database" * 1000)
    warehouse = Warehouse(path)
    with pytest.raises(WarehouseError, match="not a DuckDB file or is damaged"):
        warehouse.append(batch(extraction(1)))
    path.unlink()
    warehouse.drain()
    assert len(facts(path)["core.articles"]) == 1


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(WarehouseError, match=str(path)):
        Warehouse(path).start_run("replay", extractor_version="0.1.0")


@pytest.mark.parametrize("limit", [300_000, 1_200_000], ids=lambda limit: f"full at {limit} bytes")
def test_a_full_disk_loses_nothing(path: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", APPEND_ON_A_FULL_DISK, str(path), str(limit)], capture_output=True, text=True, check=True
    )
    assert "never full" not in done.stdout
    assert str(path.parent) in done.stdout
    warehouse = Warehouse(path)
    warehouse.drain()
    warehouse.publish()
    inside = len(facts(path)["core.articles"])
    assert read.query(path, "SELECT count(*), count(DISTINCT extraction_id) FROM core.articles").rows == (
        (inside, inside),
    )
    for number in range(1, 9):
        warehouse.append(batch(extraction(number, edit=noise(number)), window=str(number)))
    assert len(facts(path)["core.events"]) == 8 * 2


@pytest.mark.parametrize("spare", [100_000, 1_000_000], ids=lambda spare: f"{spare} bytes left")
@pytest.mark.parametrize("work", ["publish", "export"])
def test_a_full_disk_leaves_what_was_published_or_exported_before(path: Path, work: str, spare: int) -> None:
    """Each file may grow so far and no further, as on a disk that is nearly full."""
    warehouse = Warehouse(path)
    warehouse.append(batch(extraction(0), window="0"))
    copy, out = warehouse.publish(), path.with_name("out")
    warehouse.export(out)
    before = shown(copy), {file.name: file.read_bytes() for file in out.iterdir()}
    for number in range(1, 21):
        warehouse.append(batch(extraction(number, edit=noise(number)), window=str(number)))
    limit = spare + (copy.stat().st_size if work == "publish" else 0)
    command = [sys.executable, "-c", WORK_ON_A_FULL_DISK, str(path), work, str(limit), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "never full" not in done.stdout, done.stderr
    assert str(path.parent) in done.stdout
    assert before == (shown(copy), {file.name: file.read_bytes() for file in out.iterdir()})
    assert {file.name for file in path.parent.iterdir()} <= {
        path.name, path.name + ".wal", copy.name, out.name, warehouse.outbox.folder.name
    }  # fmt: skip
    warehouse.publish()
    warehouse.export(out)
    assert len(shown(copy)["core.articles"]) == 21
    assert run_checks(path) == ()
