"""The tasks of the flows that ask live sources, and how such a flow ends. Thin: they call the steps of one pass.

What was polled and fetched stands in the warehouse; a flow run that dies is taken up by the next one. The HTTP client
is the one layer that tries again, so the tasks do not.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import leave_summary
from flows.batch_tasks import publish
from flows.live.backfill import Listed, fetch_listed, list_articles
from flows.live.passing import Pass, poll_sources, visit_articles
from flows.pipeline import Run, Summary
from flows.sources.catalogue import Source
from flows.sources.days import Days
from flows.sources.http import Network
from warehouse.sources import Look, Sighting

NOTHING = "nothing new, and nothing is due"


@task(name="poll-sources", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=600)
def poll(live: Pass, sources: tuple[Source, ...]) -> int:
    """Ask the sources that are due."""
    return poll_sources(live, sources)


@task(name="visit-articles", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=1500)
def visit(live: Pass, looks: Collection[Look]) -> int:
    """Fetch, extract and append what is due, some articles together."""
    return visit_articles(live, looks=looks)


@task(name="list-articles", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=3 * 3600)
def list_days(run: Run, sources: Sequence[Source], days: Days) -> Listed:
    """Ask sources and their archives which articles there are of these days."""
    return list_articles(run, sources, days, network=Network())


@task(name="fetch-articles", cache_policy=NO_CACHE, persist_result=False, timeout_seconds=6 * 3600)
def fetch_some(run: Run, sightings: Sequence[Sighting]) -> Summary:
    """Fetch, extract and append articles that were listed."""
    return fetch_listed(run, sightings, network=Network())


def told(live: Pass, began: float) -> Summary | None:
    """What the pass did, None when there was nothing to do."""
    return live.summary and replace(live.summary, seconds=live.clock.seconds() - began)


def end(flow_name: str, live: Pass, summary: Summary | None) -> str:
    """Publish what a pass found, or what another had left in the outbox, and leave the artifacts."""
    if summary is None and not live.found_waiting:
        return NOTHING
    publish(live.warehouse)
    if summary is None:
        return NOTHING
    leave_summary(flow_name, summary, live.settings)
    return summary.in_words()
