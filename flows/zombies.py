"""See to it that a run whose process is gone does not stay "Running" for ever, which would block every later one.

After a power cut nobody tells the server that a run died. An automation marks a run as crashed when its heartbeat is
missing for 75 seconds; a heartbeat comes every 30 (pyproject.toml). Run it once for each server:
`python -m flows.zombies`; doing so again changes nothing.
"""

from datetime import timedelta

import click
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

NAME = "eventwire: runs without heartbeat have crashed"
MISSING = timedelta(seconds=75)
"""Two heartbeats and a half."""
HEARTBEAT = "prefect.flow-run.heartbeat"
ENDED = ("Completed", "Failed", "Cancelled", "Crashed")


def is_watched() -> bool:
    """Whether the server has the automation."""
    with get_client(sync_client=True) as client:
        return bool(client.read_automations_by_name(NAME))


def watch() -> None:
    """Give the server the automation, unless it has it."""
    if is_watched():
        return
    trigger = EventTrigger(
        after={HEARTBEAT},
        expect={HEARTBEAT, *(f"prefect.flow-run.{state}" for state in ENDED)},
        match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=MISSING,
    )
    message = "No heartbeat came: the process is gone. What it had fetched is safe; the next run goes on."
    action = ChangeFlowRunState(state=StateType.CRASHED, name="Crashed", message=message, force=False)
    with get_client(sync_client=True) as client:
        client.create_automation(AutomationCore(name=NAME, trigger=trigger, actions=[action]))


if __name__ == "__main__":
    watch()
    click.echo("runs without a heartbeat are marked as crashed", err=True)
