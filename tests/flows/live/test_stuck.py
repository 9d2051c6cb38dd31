"""What is lost in a power cut is found and mended: a run whose process was killed with worker and server."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows import stuck
from tests.flows.conftest import type_command
from tests.flows.live.publisher import Publisher, Story, serving
from tests.flows.live.served import Served

pytestmark = [pytest.mark.server, pytest.mark.timeout(290)]
STORIES = 60
"""A second lies between two requests: long enough that the run is still at it when the power is cut."""


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[Served]:
    """Prefect's server after a power cut in the middle of an ingest run, without a worker and without the watch."""
    catalogue = tmp_path / "sources.toml"
    served = Served(folder=tmp_path, catalogue=catalogue)
    with serving(Publisher()) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(*(Story(number=n, title=f"Story {n}", text=("Talks went on.",)) for n in range(STORIES)))
        catalogue.write_text(f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n')
        served.start()
        try:
            for watch in served.post("/automations/filter"):
                served.delete(f"/automations/{watch['id']}")
            served.wait(lambda: len(publisher.statuses) > 4, 90)
        finally:
            served.cut()
    served.start_server()
    try:
        yield served
    finally:
        served.stop()


def look(served: Served, *, fix: bool = False) -> dict[str, stuck.Finding]:
    with temporary_settings({PREFECT_API_URL: served.api}):
        return {finding.name: finding for finding in stuck.look(fix=fix)}


def slots(served: Served) -> object:
    limit = served.get("/deployments/name/ingest/ingest")["global_concurrency_limit"]
    assert isinstance(limit, dict)
    return limit["active_slots"]


def test_a_run_that_lost_its_process_is_named_and_mended(lost: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    patient = look(lost)
    assert not {"lost run", "slots"} & patient.keys()  # heartbeats may be late: three minutes are waited for
    assert patient["worker"].text == "of pool local: online"

    monkeypatch.setattr(stuck, "SILENT", timedelta(seconds=1))
    monkeypatch.setattr(stuck, "ONLINE", timedelta(seconds=1))
    found = look(lost)
    assert {name for name, finding in found.items() if finding.is_stuck} == {"watch", "worker", "lost run", "slots"}
    assert "Running, but no sign since" in found["lost run"].text
    assert found["slots"].text.startswith("of ingest: 1 held by no run")
    assert slots(lost) == 1

    mended = look(lost, fix=True)
    assert {name for name, finding in mended.items() if finding.is_stuck} == {"worker"}
    (run,) = lost.runs()
    assert (run["state_type"], slots(lost)) == ("CRASHED", 0)
    assert lost.post("/automations/filter")
    assert look(lost).keys() == {"watch", "worker", "runs"}

    monkeypatch.setenv("PREFECT_API_URL", lost.api)
    assert "runs               0 under way, 0 lost" in type_command(lost.warehouse, "doctor").stdout
