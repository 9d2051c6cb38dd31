"""The flow that reads stored pages again after the extractor has changed. Old rows stay beside the new ones."""

from prefect import flow, runtime

from extractors import EXTRACTOR_VERSION
from flows.artifacts import leave_summary
from flows.batch_tasks import WarehousePath, publish, reread_stored
from flows.hooks import tell_trouble
from flows.pipeline import recorded_run
from flows.settings import current_settings


def run_name() -> str:
    """Name a flow run after the extractor that reads."""
    return f"reextract with {EXTRACTOR_VERSION}"


@flow(
    name="reextract",
    flow_run_name=run_name,
    timeout_seconds=6 * 3600,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def reextract(warehouse: WarehousePath = None) -> str:
    """Read every stored page that the installed extractor has not read, and publish."""
    settings = current_settings(warehouse)
    with recorded_run("reextract", settings, flow_run_id=runtime.flow_run.id) as run:
        summary = reread_stored(run)
    publish(run.warehouse)
    leave_summary("reextract", summary, settings)
    return summary.in_words()
