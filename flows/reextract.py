"""The flow that reads stored pages again after the extractor has changed. Old rows stay beside the new ones."""

from prefect import flow, runtime

from flows.artifacts import leave_summary
from flows.batch_tasks import WarehousePath, publish, reread_stored
from flows.pipeline import recorded_run
from flows.settings import current_settings


@flow(name="reextract", timeout_seconds=6 * 3600)
def reextract(warehouse: WarehousePath = None) -> str:
    """Read every stored page that the installed extractor has not read, and publish."""
    settings = current_settings(warehouse)
    with recorded_run("reextract", settings, flow_run_id=runtime.flow_run.id) as run:
        summary = reread_stored(run)
    publish(run)
    leave_summary("reextract", summary, settings)
    return summary.in_words()
