"""The flow that loads what waits in the outbox and brings the read-only copy up to date.

Every other flow publishes at its end; this one makes good for a run that was killed before it could, or that found
the warehouse locked.
"""

from datetime import datetime

from prefect import flow, runtime
from prefect.artifacts import create_table_artifact

from flows.batch_tasks import WarehousePath
from flows.batch_tasks import publish as publish_copy
from flows.hooks import tell_trouble
from flows.settings import current_settings
from warehouse.store import Warehouse


def run_name() -> str:
    """Name a flow run after the moment it was scheduled for."""
    due: datetime | None = runtime.flow_run.scheduled_start_time
    return f"publish {due:%Y-%m-%d %H:%M}" if due else "publish"


@flow(
    name="publish",
    flow_run_name=run_name,
    timeout_seconds=3600,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def publish(warehouse: WarehousePath = None) -> str:
    """Append what waits in the outbox and put the read-only copy in place where it is behind."""
    settings = current_settings(warehouse)
    done = publish_copy(Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout))
    create_table_artifact(
        key="publish-summary",
        table=[{"what": "batches loaded", "count": done.loaded}, {"what": "put aside", "count": done.aside}],
        description=f"{done.in_words()}: `{done.path}`.",
    )
    return done.in_words()
