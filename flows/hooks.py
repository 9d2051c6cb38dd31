"""What a flow run leaves that fails, crashes or is cancelled: what went wrong, and what to do.

What was fetched needs no rescue: it is in the warehouse or its outbox, and the next run goes on there.
"""

from prefect import Flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import FlowRun, State

from flows.settings import current_settings
from warehouse.paths import outbox_path

NEXT = {
    "FAILED": "It is tried again when it is scheduled next; if the reason stays, mend it first.",
    "CRASHED": "Its process was ended from outside. The next run goes on where it stood.",
    "CANCELLING": "Somebody cancelled it. The next run goes on where it stood.",
}


def tell_trouble(flow: "Flow[..., object]", flow_run: FlowRun, state: State[object]) -> None:
    """Leave an artifact that says what happened, what waits, and what a person can do. Prefect names the parameters."""
    warehouse = flow_run.parameters.get("warehouse") or current_settings().warehouse
    waiting = len(list(outbox_path(current_settings(warehouse).warehouse).glob("*.json.gz")))
    create_markdown_artifact(
        key=f"{flow.name}-trouble",
        description=f"{flow_run.name}: {state.name}",
        markdown=f"**{flow_run.name}** {state.type.value.lower()}: {state.message or 'no reason given'}\n\n"
        f"{NEXT.get(state.type.value, '')} {waiting} batches wait in the outbox. "
        "`eventwire doctor` shows what is stuck, `eventwire doctor --fix` mends it.\n",
    )
