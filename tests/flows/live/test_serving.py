"""`eventwire serve` brings up server, deployments, watch and worker, polls at once, and leaves nothing behind."""

from pathlib import Path

import httpx
import pytest

from tests.flows.conftest import type_command
from tests.flows.live.publisher import Publisher, Story, serving
from tests.flows.live.served import Served
from warehouse import read

FLOWS = ("ingest", "revisit", "backfill", "publish", "replay", "reextract")


def completed(served: Served, flow: str) -> bool:
    states = {str(run["state_type"]) for run in served.runs(flow)}
    assert not states & {"FAILED", "CRASHED"}, served.log()[-3000:]
    return "COMPLETED" in states


@pytest.mark.server
@pytest.mark.timeout(290)
def test_serve_runs_everything_and_ends_it_when_asked(tmp_path: Path) -> None:
    served = Served(folder=tmp_path, catalogue=tmp_path / "sources.toml")
    with serving(Publisher()) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(Story(number=1, title="Ferry sinks", text=("Rebels shelled Latakia, killing 9 people.",)))
        served.catalogue.write_text(
            f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n'
        )
        served.start()
        try:
            assert [each["enabled"] for each in served.post("/automations/filter")] == [True]
            served.wait((tmp_path / "warehouse.published.duckdb").exists, 90)
            days = {"first": "2026-09-01", "last": "2026-09-30"}
            for name in FLOWS:
                served.begin(name, **(days if name == "backfill" else {}))
            served.wait(lambda: all(completed(served, name) for name in FLOWS), 150)
        finally:
            code = served.stop()
    assert code == 0, served.log()[-3000:]
    assert read.query(served.warehouse, "SELECT count(*) FROM articles").rows == ((3,),)  # and the seeds
    with pytest.raises(httpx.ConnectError):
        served.get("/health")


def test_serve_outside_the_projects_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = type_command(tmp_path / "warehouse.duckdb", "serve")
    assert done.exit_code == 2
    assert "in the project's folder" in done.stderr
