"""What is stuck on Prefect's server after a power cut or a kill, and mending it: what `eventwire doctor` runs to ask.

A run whose process is gone stays "Running" and may keep the one slot of its deployment; the automation of
flows/zombies.py and the end of its lease set that right within minutes. This looks whether they did.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

import click
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate
from prefect.client.schemas.filters import FlowRunFilter
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.events.filters import EventFilter, EventNameFilter, EventOccurredFilter, EventResourceFilter
from prefect.states import Crashed

from flows.zombies import HEARTBEAT, is_watched, watch

SILENT = timedelta(minutes=3)
"""Six heartbeats: on a busy machine some come late."""
NEVER_BEGAN = timedelta(minutes=15)
"""For a run that was handed to a worker and gave no sign: starting one takes some 20 s."""
ONLINE = timedelta(minutes=2)
UNDER_WAY = (StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    name: str
    text: str
    is_stuck: bool = False


def look(*, fix: bool) -> Iterator[Finding]:
    """Look at runs, slots, the watch and the worker, and mend what is stuck if asked to."""
    with get_client(sync_client=True) as client:
        yield _watch(fix)
        yield from _workers(client)
        lost, alive = _runs(client)
        for run, sign in lost:
            yield _lost(client, run, sign, fix)
        yield Finding(name="runs", text=f"{alive.total()} under way, {len(lost)} lost")
        yield from _slots(client, alive, fix)


def _watch(fix: bool) -> Finding:
    if is_watched():
        return Finding(name="watch", text="runs without a heartbeat are marked as crashed")
    if fix:
        watch()
        return Finding(name="watch", text="mended: runs without a heartbeat are marked as crashed from now on")
    return Finding(name="watch", text="missing: a lost run would stay Running; `doctor --fix` makes it", is_stuck=True)


def _workers(client: SyncPrefectClient) -> Iterator[Finding]:
    for pool in client.read_work_pools():
        workers = client.read_workers_for_work_pool(pool.name)
        seen = max((each.last_heartbeat_time for each in workers if each.last_heartbeat_time), default=None)
        if seen is not None and _now() - seen < ONLINE:
            yield Finding(name="worker", text=f"of pool {pool.name}: online")
        else:
            since = f"silent since {seen:%Y-%m-%d %H:%M} UTC" if seen else "none yet"
            text = f"of pool {pool.name}: {since}; nothing runs before `eventwire serve` is started again"
            yield Finding(name="worker", text=text, is_stuck=True)


def _runs(client: SyncPrefectClient) -> tuple[list[tuple[FlowRun, datetime]], Counter[object]]:
    """The runs that gave no sign for too long, with the last one; and how many live, by deployment."""
    under_way = FlowRunFilter.model_validate({"state": {"type": {"any_": UNDER_WAY}}})
    lost: list[tuple[FlowRun, datetime]] = []
    alive: Counter[object] = Counter()
    for run in client.read_flow_runs(flow_run_filter=under_way):
        sign = _last_sign(client, run)
        patience = NEVER_BEGAN if run.state_type == StateType.PENDING else SILENT
        if _now() - sign > patience:
            lost.append((run, sign))
        else:
            alive[run.deployment_id] += 1
    return lost, alive


def _last_sign(client: SyncPrefectClient, run: FlowRun) -> datetime:
    """When the run's state last changed or its heart last beat."""
    changed = run.state.timestamp if run.state else _now()
    beats = client.read_events(
        EventFilter(
            occurred=EventOccurredFilter.model_validate({"since": changed}),
            event=EventNameFilter(name=[HEARTBEAT]),
            resource=EventResourceFilter(id=[f"prefect.flow-run.{run.id}"]),
        ),
        limit=1,
    ).events
    return max([changed, *(beat.occurred for beat in beats)])


def _lost(client: SyncPrefectClient, run: FlowRun, sign: datetime, fix: bool) -> Finding:
    told = f"{run.name}: {run.state_name}, but no sign since {sign:%Y-%m-%d %H:%M} UTC"
    if not fix:
        return Finding(name="lost run", text=f"{told}; `doctor --fix` marks it as crashed", is_stuck=True)
    state: State[None] = Crashed(message="No heartbeat came: the process is gone. The next run goes on.")
    client.set_flow_run_state(run.id, state, force=True)
    return Finding(name="lost run", text=f"{told}; mended: marked as crashed")


def _slots(client: SyncPrefectClient, alive: Counter[object], fix: bool) -> Iterator[Finding]:
    """Slots that no living run holds. A lease gives them back after five minutes at most."""
    for deployment in client.read_deployments():
        limit = deployment.global_concurrency_limit
        held = limit.active_slots - alive[deployment.id] if limit else 0
        if limit is None or held <= 0:
            continue
        told = f"of {deployment.name}: {held} held by no run"
        if fix:
            slots = GlobalConcurrencyLimitUpdate(active_slots=alive[deployment.id])
            client.update_global_concurrency_limit(limit.name, slots)
            yield Finding(name="slots", text=f"{told}; mended: given back")
        else:
            text = f"{told}; a lease ends within five minutes, `doctor --fix` does it now"
            yield Finding(name="slots", text=text, is_stuck=True)


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    for finding in look(fix="--fix" in sys.argv):
        click.echo(json.dumps(asdict(finding)))
