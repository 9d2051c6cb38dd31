"""`eventwire serve` brings up server, deployments, watch and worker, runs a flow, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.flows.conftest import type_command
from tests.flows.live.publisher import Publisher, Story, serving
from tests.flows.test_schedule import ROOT, wait_for
from warehouse import read


@pytest.mark.server
@pytest.mark.timeout(290)
def test_serve_runs_everything_and_ends_it_when_asked(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    api = f"http://127.0.0.1:{port}/api"
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "EVENTWIRE_"))}
    environ |= {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "EVENTWIRE_WAREHOUSE": str(tmp_path / "warehouse.duckdb"),
        "EVENTWIRE_SOURCES": str(tmp_path / "sources.toml"),
    }
    log = tmp_path / "serve.log"
    command = [sys.executable, "-m", "flows.cli", "serve", "--port", str(port)]
    with serving(Publisher()) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(Story(number=1, title="Ferry sinks", text=("Rebels shelled Latakia, killing 9 people.",)))
        (tmp_path / "sources.toml").write_text(
            f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n'
        )
        with log.open("wb") as out:
            process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=out, stderr=out)
        try:
            told = log.read_text
            wait_for(lambda: "shows the runs" in told() or process.poll() is not None, 150, told)
            assert process.poll() is None, told()
            watched = httpx.post(f"{api}/automations/filter", json={}, timeout=30).json()
            assert [each["enabled"] for each in watched] == [True]
            named = httpx.get(f"{api}/deployments/name/ingest/ingest", timeout=30).json()
            httpx.post(f"{api}/deployments/{named['id']}/create_flow_run", json={}, timeout=30).raise_for_status()
            copy = tmp_path / "warehouse.published.duckdb"
            wait_for(copy.exists, 90, told)
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(60)
    assert code == 0, log.read_text()[-3000:]
    assert read.query(tmp_path / "warehouse.duckdb", "SELECT title FROM articles").rows == (("Ferry sinks",),)
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{api}/health", timeout=5)


def test_serve_outside_the_projects_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = type_command(tmp_path / "warehouse.duckdb", "serve")
    assert done.exit_code == 2
    assert "in the project's folder" in done.stderr
