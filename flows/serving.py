"""Server, deployments and worker as one command. Prefect is only started here, never imported.

When one of them ends, the others are ended too and so is the command: whatever watches it starts all of them afresh.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from extractors.errors import EventwireError, UsageError

READY = 180.0
"""Seconds for the server's first start, which makes its database; 10 to 33 were measured."""
GRACE = 30.0
"""Seconds in which a worker may end after it was asked to; one whose server is gone does not end by itself."""

Say = Callable[[str], object]


class Service:
    """The processes, each leading a group of its own so that its children end with it."""

    def __init__(self, environ: Mapping[str, str], *, port: int) -> None:
        self._port = port
        self._environ = {**environ, "PREFECT_API_URL": f"http://127.0.0.1:{port}/api", "DO_NOT_TRACK": "1"}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *words: str) -> None:
        """Start a prefect command that keeps running."""
        command = [sys.executable, "-m", "prefect", *words]
        self._running[name] = subprocess.Popen(command, env=self._environ, start_new_session=True)

    def run(self, *words: str) -> None:
        """Run a module to its end; raises EventwireError when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", *words], env=self._environ, capture_output=True, text=True, check=False
        )
        if done.returncode:
            tail = (done.stderr or done.stdout).strip()[-800:]
            raise EventwireError(f"{' '.join(words)} ended with {done.returncode}: {tail}")

    def wait_until_healthy(self) -> None:
        """Wait for the server to answer; raises EventwireError when it ends or takes too long."""
        deadline = time.monotonic() + READY
        while time.monotonic() < deadline and self.ended() is None:
            url = f"http://127.0.0.1:{self._port}/api/health"
            with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(url, timeout=5):
                return
            time.sleep(0.5)
        raise EventwireError(f"Prefect's server did not start on port {self._port}; is the port taken? Try --port.")

    def ended(self) -> str | None:
        """The name of a process that has ended, if any."""
        return next((name for name, process in self._running.items() if process.poll() is not None), None)

    def stop(self) -> None:
        """End all processes, the newest first, and make sure of it."""
        for process in reversed(self._running.values()):
            _signal(process, signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for process in self._running.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait()


def serve(folder: Path, *, port: int, say: Say) -> None:
    """Run server, deployments and worker until one of them ends or somebody asks us to."""
    if not (folder / "prefect.yaml").is_file():
        raise UsageError(f"there is no prefect.yaml in {folder}: run `eventwire serve` in the project's folder")
    service = Service(os.environ, port=port)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        service.start("server", "server", "start", "--host", "127.0.0.1", "--port", str(port))
        service.wait_until_healthy()
        service.run("prefect", "work-pool", "create", "local", "--type", "process", "--overwrite")
        service.run("flows.zombies")
        service.run("prefect", "--no-prompt", "deploy", "--all")
        # Not only at the next quarter of an hour: after a power cut the news has waited long enough.
        service.run("prefect", "--no-prompt", "deployment", "run", "ingest/ingest")
        service.start("worker", "worker", "start", "--pool", "local", "--name", "eventwire")
        say(f"running; http://127.0.0.1:{port} shows the runs, Ctrl-C ends them")
        while (name := service.ended()) is None:
            time.sleep(1)
        raise EventwireError(f"Prefect's {name} ended; start `eventwire serve` again")
    except KeyboardInterrupt:
        say("ending")
    finally:
        service.stop()


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
