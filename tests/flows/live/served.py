"""`eventwire serve` on loopback as a person starts it, with ways to ask its server and to cut its power."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[3]
BUSY = (0.5, 1.0, 2.0, 4.0)
"""Seconds between attempts while the server says that it is busy."""
START = 180.0
"""Seconds until all of it is up; 40 to 60 were measured."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@dataclass(slots=True, kw_only=True)
class Served:
    """The command, and all that it keeps: a folder for the warehouse and for Prefect, a port."""

    folder: Path
    catalogue: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse.duckdb"

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "EVENTWIRE_"))}
        return kept | {
            "PREFECT_HOME": str(self.folder / "prefect"),
            "EVENTWIRE_WAREHOUSE": str(self.warehouse),
            "EVENTWIRE_SOURCES": str(self.catalogue),
        }

    def start(self) -> None:
        """Start it and wait until server, deployments and worker are there."""
        self._start("flows.cli", "serve", "--port", str(self.port))
        self.wait(lambda: "shows the runs" in self.log(), START)

    def start_server(self) -> None:
        """Start Prefect's server alone on what is kept, as after a power cut before anything else is up."""
        self._start("prefect", "server", "start", "--host", "127.0.0.1", "--port", str(self.port))
        self.wait(self.is_healthy, START)

    def stop(self) -> int:
        """Ask it to end, as Ctrl-C does; return its exit code."""
        if self.process is None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(60)
        self.process = None
        return code

    def cut(self) -> int:
        """Kill it and all that it started in one moment; return how many processes that were."""
        if self.process is None:
            return 0
        killed = kill_at_once(self.process.pid)
        self.process.wait()
        self.process = None
        return killed

    def post(self, path: str, **body: object) -> list[dict[str, object]]:
        """Ask the server; when it is busy (503, its database is locked) ask again, as Prefect's own client does.

        What only reads is also asked again when no answer comes for 20 s, as can happen while the server starts.
        """
        reads = path.endswith("/filter")
        for pause in BUSY:
            try:
                answer = httpx.post(f"{self.api}{path}", json=body, timeout=20 if reads else 60)
            except httpx.ReadTimeout:
                if not reads:
                    raise
            else:
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    break
            time.sleep(pause)
        else:
            answer = httpx.post(f"{self.api}{path}", json=body, timeout=60)
        found: list[dict[str, object]] = answer.raise_for_status().json()
        return found

    def get(self, path: str) -> dict[str, object]:
        """Read from the server."""
        found: dict[str, object] = httpx.get(f"{self.api}{path}", timeout=60).raise_for_status().json()
        return found

    def delete(self, path: str) -> None:
        """Delete from the server."""
        httpx.delete(f"{self.api}{path}", timeout=60).raise_for_status()

    def runs(self, flow: str = "ingest") -> list[dict[str, object]]:
        """The runs of a flow that have begun, newest first."""
        found = self.post("/flow_runs/filter", flows={"name": {"any_": [flow]}}, sort="START_TIME_DESC")
        return [run for run in found if run["start_time"]]

    def begin(self, name: str, **parameters: object) -> None:
        """Start a run of a deployment, as `prefect deployment run` does."""
        found = self.get(f"/deployments/name/{name}/{name}")
        self.post(f"/deployments/{found['id']}/create_flow_run", parameters=parameters)

    def is_healthy(self) -> bool:
        with suppress(httpx.HTTPError):
            return httpx.get(f"{self.api}/health", timeout=5).status_code == 200
        return False

    def wait(self, holds: Callable[[], bool], seconds: float) -> None:
        """Wait until it holds; AssertionError with the log when the command ends or that takes too long."""
        deadline = time.monotonic() + seconds
        while not holds():
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"it ended with {self.process.returncode}: {self.log()[-4000:]}")
            if time.monotonic() > deadline:
                raise AssertionError(f"not within {seconds:.0f} s: {self.log()[-4000:]}")
            time.sleep(0.25)

    def log(self) -> str:
        """What was said since the last start."""
        path = self.folder / "serve.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _start(self, *words: str) -> None:
        with (self.folder / "serve.log").open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *words], cwd=ROOT, env=self.environ, stdout=out, stderr=out
            )


def kill_at_once(pid: int) -> int:
    """Freeze a process and all that descend from it, then kill them: none can say goodbye to another."""
    frozen: list[int] = []
    while new := [one for one in (pid, *descendants(pid)) if one not in frozen]:
        for one in new:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGSTOP)
        frozen += new
    for one in frozen:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    return len(frozen)


def descendants(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found[1:]
