"""The flow that reads saved pages. Thin: every task calls one plain function of the pipeline.

Run it from a deployment, or here and now on a temporary server: `python -m flows.replay seeds`.
"""

import sys
from pathlib import Path
from typing import Annotated

import click
from prefect import flow, runtime
from pydantic import Field

from flows.artifacts import leave_summary
from flows.batch_tasks import WarehousePath, publish, read_archive, read_stretch, stretches
from flows.hooks import tell_trouble
from flows.pipeline import Summary, recorded_run
from flows.settings import current_settings
from flows.sources.inputs import list_inputs
from flows.temporary_server import quiet_temporary_server, wait_until_recorded

Paths = Annotated[tuple[Path, ...], Field(min_length=1, description="Files or folders of saved pages and WARC files.")]


def run_name() -> str:
    """Name a flow run after what it replays."""
    return "replay " + " ".join(map(str, runtime.flow_run.parameters["paths"]))


@flow(
    name="replay",
    flow_run_name=run_name,
    timeout_seconds=6 * 3600,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def replay(paths: Paths = (Path("seeds"),), warehouse: WarehousePath = None) -> str:
    """Read saved pages into the warehouse and publish; replaying adds nothing."""
    settings = current_settings(warehouse)
    flow_run_id = runtime.flow_run.id
    with recorded_run("replay", settings, source=" ".join(map(str, paths)), flow_run_id=flow_run_id) as run:
        summary = Summary(run_id=run.run_id)
        given = list_inputs(paths)
        for files in stretches(given.files, settings.batch_size):
            summary = summary.merged(read_stretch(run, files))
        for archive in given.archives:
            summary = summary.merged(read_archive(run, archive))
    publish(run.warehouse)
    leave_summary("replay", summary, settings)
    return summary.in_words()


def main() -> None:
    """Run the flow here and now, for the paths on the command line."""
    with quiet_temporary_server():
        state = replay(tuple(map(Path, sys.argv[1:])) or (Path("seeds"),), return_state=True)
        flow_run_id = state.state_details.flow_run_id
        if flow_run_id:
            wait_until_recorded(flow_run_id, task_runs=2)
        click.echo(state.result())


if __name__ == "__main__":
    main()
