"""Run a flow without a server of one's own: Prefect starts a temporary one, and this keeps it quiet and complete."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.settings import PREFECT_API_URL, PREFECT_LOGGING_LEVEL, PREFECT_SERVER_LOGGING_LEVEL, temporary_settings

DRAIN_SECONDS = 20.0
"""The temporary server records some 19 task runs a second; a flow run of ours has fewer than 50."""


@contextmanager
def quiet_temporary_server() -> Iterator[None]:
    """Silence the temporary server, whose recorder prints tracebacks when stopped; a real one is left alone."""
    if PREFECT_API_URL.value():
        yield
        return
    with temporary_settings({PREFECT_SERVER_LOGGING_LEVEL: "CRITICAL", PREFECT_LOGGING_LEVEL: "WARNING"}):
        yield


def wait_until_recorded(flow_run_id: UUID, task_runs: int, *, seconds: float = DRAIN_SECONDS) -> bool:
    """Wait until the server shows the flow run's task runs; its recorder lags and loses what it holds at exit."""
    flow_run = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run_id]))
    deadline = time.monotonic() + seconds
    with get_client(sync_client=True) as client:
        while time.monotonic() < deadline:
            runs = client.read_task_runs(flow_run_filter=flow_run)
            if sum(run.state is not None and run.state.is_final() for run in runs) >= task_runs:
                return True
            time.sleep(0.1)
    return False
