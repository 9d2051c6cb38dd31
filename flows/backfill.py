"""The flow that fetches the articles of past days, or reads them from WARC files. It has no schedule.

Started from the UI, or with `prefect deployment run backfill/backfill -p first=2016-12-01 -p last=2016-12-31`.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

from prefect import flow, runtime
from pydantic import Field

from flows.artifacts import leave_summary
from flows.batch_tasks import WarehousePath, publish, read_archive, stretches
from flows.hooks import tell_trouble
from flows.ingest import Names
from flows.live.backfill import archives_below
from flows.live.passing import TOGETHER
from flows.live_tasks import fetch_some, list_days
from flows.pipeline import Run, Summary, recorded_run
from flows.settings import current_settings
from flows.sources.catalogue import Source, named, read_sources
from flows.sources.days import Days

First = Annotated[date, Field(description="First day to fetch.")]
Last = Annotated[date, Field(description="Last day to fetch, included.")]
Archives = Annotated[tuple[Path, ...], Field(description="WARC files or folders of them to read instead of asking.")]
Hosts = Annotated[tuple[str, ...], Field(description="Of WARC files, only pages of these hosts; none for all.")]


def run_name() -> str:
    """Name a flow run after its days."""
    given = runtime.flow_run.parameters
    return f"backfill {given['first']} to {given['last']}"


@flow(
    name="backfill",
    flow_run_name=run_name,
    timeout_seconds=7 * 24 * 3600,
    on_failure=[tell_trouble],
    on_crashed=[tell_trouble],
    on_cancellation=[tell_trouble],
)
def backfill(
    first: First,
    last: Last,
    sources: Names = (),
    paths: Archives = (),
    hosts: Hosts = (),
    warehouse: WarehousePath = None,
) -> str:
    """Fetch the articles of these days that are not known, and publish; what is live is left alone."""
    settings = current_settings(warehouse)
    days = Days(first=first, last=last)
    began = time.monotonic()
    with recorded_run("backfill", settings, source=str(days), flow_run_id=runtime.flow_run.id) as run:
        if paths:
            summary = _read(run, archives_below(paths), days, hosts)
        else:
            file = None if settings.sources == "builtin" else Path(settings.sources)
            summary = _fetch(run, named(read_sources(file), sources), days)
    publish(run.warehouse)
    summary = replace(summary, seconds=time.monotonic() - began)
    leave_summary("backfill", summary, settings)
    return summary.in_words()


def _read(run: Run, archives: Sequence[Path], days: Days, hosts: tuple[str, ...]) -> Summary:
    summary = Summary(run_id=run.run_id)
    for some in stretches(archives, 1):
        for archive in some:
            summary = summary.merged(read_archive(run, archive, days, hosts))
    return summary


def _fetch(run: Run, sources: Sequence[Source], days: Days) -> Summary:
    listed = list_days(run, sources, days)
    summary = Summary(run_id=run.run_id, issues=len(listed.issues))
    for some in stretches(listed.sightings, TOGETHER):
        summary = summary.merged(fetch_some(run, some))
    return summary
