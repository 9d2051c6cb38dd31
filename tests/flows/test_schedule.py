"""A scheduled run really happens: a real server, prefect.yaml as it is shipped but for the interval, a real worker.

No unit test sees a scheduler that makes no runs, which is what a SQLAlchemy that is too new does.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from warehouse import read

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.server, pytest.mark.timeout(280)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefect:
    api: str
    environ: dict[str, str]
    folder: Path

    def run(self, *words: str) -> str:
        """Run a prefect command to its end."""
        done = subprocess.run(
            [sys.executable, "-m", "prefect", "--no-prompt", *words],
            cwd=ROOT, env=self.environ, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @contextmanager
    def start(self, *words: str) -> Iterator[None]:
        """Keep a prefect command running with the block, and end it and its children by their group."""
        with (self.folder / f"{words[0]}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "prefect", *words],
                cwd=ROOT, env=self.environ, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
            try:
                yield
            finally:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()

    def post(self, path: str, **body: object) -> list[dict[str, object]]:
        """Ask the server's API."""
        found: list[dict[str, object]] = httpx.post(f"{self.api}{path}", json=body, timeout=30).json()
        return found

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")[-4000:]


@pytest.fixture
def prefect(tmp_path: Path) -> Iterator[Prefect]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "EVENTWIRE_"))}
    environ |= {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "EVENTWIRE_WAREHOUSE": str(tmp_path / "warehouse.duckdb"),
        "DO_NOT_TRACK": "1",
    }
    server = Prefect(api=environ["PREFECT_API_URL"], environ=environ, folder=tmp_path)
    with server.start("server", "start", "--host", "127.0.0.1", "--port", str(port)):
        wait_for(lambda: answers(f"{server.api}/health"), 120, lambda: server.log("server"))
        yield server


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def wait_for(holds: object, seconds: float, trouble: object) -> None:
    assert callable(holds)
    assert callable(trouble)
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, trouble()
        time.sleep(0.5)


def test_a_scheduled_run_replays_the_seeds_and_leaves_an_artifact(prefect: Prefect) -> None:
    shipped = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
    often, changed = re.subn(r'cron: "0 3 \* \* \*"', "interval: 20", shipped)
    assert changed == 1
    deployments = prefect.folder / "prefect.yaml"
    deployments.write_text(often, encoding="utf-8")
    prefect.run("work-pool", "create", "local", "--type", "process")
    prefect.run("deploy", "--all", "--prefect-file", str(deployments))

    def completed() -> list[dict[str, object]]:
        runs = prefect.post("/flow_runs/filter", flows={"name": {"any_": ["replay"]}})
        return [run for run in runs if run["auto_scheduled"] and run["state_type"] == "COMPLETED"]

    with prefect.start("worker", "start", "--pool", "local", "--limit", "1"):
        wait_for(lambda: bool(completed()), 180, lambda: prefect.log("worker") + prefect.log("server"))

    warehouse = Path(prefect.environ["EVENTWIRE_WAREHOUSE"])
    assert read.query(warehouse, "SELECT count(*) FROM articles").rows == ((2,),)
    run_ids = {run["id"] for run in completed()}
    recorded = read.query(warehouse, "SELECT flow_run_id FROM runs WHERE status = 'succeeded'").rows
    assert {row[0] for row in recorded} >= run_ids
    artifacts = prefect.post("/artifacts/filter", artifacts={"key": {"any_": ["replay-summary"]}})
    assert {artifact["flow_run_id"] for artifact in artifacts} >= run_ids
    assert "nanobind" not in prefect.log("worker")
