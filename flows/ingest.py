"""The flow that polls live sources and visits articles that are due. Thin: its tasks call the steps of one pass.

What was polled and fetched stands in the warehouse; a flow run that dies is taken up by the next one.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

from prefect import flow, runtime, task
from prefect.cache_policies import NO_CACHE
from pydantic import Field

from flows.artifacts import leave_summary
from flows.batch_tasks import WarehousePath, publish
from flows.live.passing import Pass, open_pass, poll_sources, visit_articles
from flows.settings import current_settings
from flows.sources.catalogue import Source, named, read_sources

Names = Annotated[tuple[str, ...], Field(description="Sources to ask, by name; none for all in EVENTWIRE_SOURCES.")]


def run_name() -> str:
    """Name a flow run after the moment it was scheduled for."""
    due: datetime | None = runtime.flow_run.scheduled_start_time
    names = " ".join(runtime.flow_run.parameters["sources"])
    return f"ingest {names + ' ' if names else ''}{due:%Y-%m-%d %H:%M}" if due else f"ingest {names}".strip()


@task(name="poll-sources", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=600)
def poll(live: Pass, sources: tuple[Source, ...]) -> int:
    """Ask the sources that are due; the client itself tries again where that helps, so the task does not."""
    return poll_sources(live, sources)


@task(name="visit-articles", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=1500)
def visit(live: Pass) -> int:
    """Fetch, extract and append what is due, some articles together."""
    return visit_articles(live)


@flow(name="ingest", flow_run_name=run_name, timeout_seconds=2400)
def ingest(sources: Names = (), warehouse: WarehousePath = None) -> str:
    """Poll the live sources, fetch what is new or due for another look, and publish."""
    settings = current_settings(warehouse)
    file = None if settings.sources == "builtin" else Path(settings.sources)
    chosen = named(read_sources(file), sources)
    with open_pass(settings, flow_run_id=runtime.flow_run.id) as live:
        began = live.clock.seconds()
        poll(live, chosen)
        visit(live)
        summary = live.summary
        if summary is None:
            return "nothing new, and nothing is due"
        summary = replace(summary, seconds=live.clock.seconds() - began)
        run = live.run()
    publish(run)
    leave_summary("ingest", summary, settings)
    return summary.in_words()
