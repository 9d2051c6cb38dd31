"""The deployment of the flow on a real server: a worker polls a publisher on loopback and leaves what it found."""

import re
from pathlib import Path

import pytest

from tests.flows.live.publisher import Publisher, Story, serving
from tests.flows.test_schedule import ROOT, Prefect, prefect, wait_for
from warehouse import read

__all__ = ["prefect"]
pytestmark = [pytest.mark.server, pytest.mark.timeout(280)]


def test_the_deployment_polls_fetches_and_leaves_artifacts(prefect: Prefect) -> None:
    story = Story(
        number=1,
        title="Ferry sinks off Samar",
        text=("Rebels shelled the port of Latakia, killing at least 9 people.",),
    )
    shipped = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
    often, changed = re.subn(r"interval: 900", "interval: 15", shipped)
    assert changed == 2  # ingest and revisit
    deployments = prefect.folder / "prefect.yaml"
    deployments.write_text(often, encoding="utf-8")
    with serving(Publisher(base="")) as publisher:
        publisher.base = f"http://127.0.0.1:{publisher.port}"
        publisher.publish(story)
        catalogue = prefect.folder / "sources.toml"
        catalogue.write_text(
            f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\ninterval = 1\n'
        )
        prefect.environ["EVENTWIRE_SOURCES"] = str(catalogue)
        prefect.run("work-pool", "create", "local", "--type", "process")
        prefect.run("deploy", "--name", "ingest", "--prefect-file", str(deployments))

        def completed() -> list[dict[str, object]]:
            runs = prefect.post("/flow_runs/filter", flows={"name": {"any_": ["ingest"]}})
            return [run for run in runs if run["auto_scheduled"] and run["state_type"] == "COMPLETED"]

        with prefect.start("worker", "start", "--pool", "local", "--limit", "1"):
            wait_for(lambda: len(completed()) >= 2, 200, lambda: prefect.log("worker") + prefect.log("server"))

    warehouse = Path(prefect.environ["EVENTWIRE_WAREHOUSE"])
    assert read.query(warehouse, "SELECT title FROM articles").rows == (("Ferry sinks off Samar",),)
    artifacts = prefect.post("/artifacts/filter", artifacts={"key": {"any_": ["ingest-summary", "ingest-events"]}})
    assert {artifact["key"] for artifact in artifacts} == {"ingest-summary", "ingest-events"}
    assert all(re.match(r"ingest \d{4}-\d{2}-\d{2} \d{2}:\d{2}", str(run["name"])) for run in completed())
