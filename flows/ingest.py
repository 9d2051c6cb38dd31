"""The flow that polls live sources and fetches the articles they name for the first time.

Articles that are due for another look are left to flows/revisit.py, so that news does not wait for them.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from prefect import flow, runtime
from pydantic import Field

from flows.batch_tasks import WarehousePath
from flows.hooks import tell_trouble
from flows.live.passing import Purpose, open_pass
from flows.live_tasks import end, poll, told, visit
from flows.settings import current_settings
from flows.sources.catalogue import named, read_sources

Names = Annotated[tuple[str, ...], Field(description="Sources to ask, by name; none for all in EVENTWIRE_SOURCES.")]


def run_name() -> str:
    """Name a flow run after the moment it was scheduled for."""
    due: datetime | None = runtime.flow_run.scheduled_start_time
    names = " ".join(runtime.flow_run.parameters["sources"])
    return f"ingest {names + ' ' if names else ''}{due:%Y-%m-%d %H:%M}" if due else f"ingest {names}".strip()


@flow(
    name="ingest",
    flow_run_name=run_name,
    timeout_seconds=2400,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def ingest(sources: Names = (), warehouse: WarehousePath = None) -> str:
    """Poll the live sources, fetch what is new, and publish."""
    settings = current_settings(warehouse)
    file = None if settings.sources == "builtin" else Path(settings.sources)
    chosen = named(read_sources(file), sources)
    with open_pass(settings, purpose=Purpose(flow_run_id=runtime.flow_run.id)) as live:
        began = live.clock.seconds()
        poll(live, chosen)
        visit(live, {"first"})
        summary = told(live, began)
    return end("ingest", live, summary)
