"""The flow that looks again at articles that are due: edits become revisions, pages that are gone are recorded."""

from datetime import datetime

from prefect import flow, runtime

from flows.batch_tasks import WarehousePath
from flows.hooks import tell_trouble
from flows.live.passing import Purpose, open_pass
from flows.live_tasks import end, told, visit
from flows.settings import current_settings


def run_name() -> str:
    """Name a flow run after the moment it was scheduled for."""
    due: datetime | None = runtime.flow_run.scheduled_start_time
    return f"revisit {due:%Y-%m-%d %H:%M}" if due else "revisit"


@flow(
    name="revisit",
    flow_run_name=run_name,
    timeout_seconds=2400,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def revisit(warehouse: WarehousePath = None) -> str:
    """Fetch the articles that are due for another look, and publish."""
    settings = current_settings(warehouse)
    with open_pass(settings, purpose=Purpose(command="revisit", flow_run_id=runtime.flow_run.id)) as live:
        began = live.clock.seconds()
        visit(live, {"again"})
        summary = told(live, began)
    return end("revisit", live, summary)
