"""What a flow run leaves to look at in Prefect's UI: its summary, the events it found, its issues."""

from dataclasses import asdict

from prefect.artifacts import create_table_artifact

from flows.output import as_text
from flows.pipeline import Summary
from flows.settings import Settings
from warehouse import read

SHOWN = 50
"""Events in the artifact; Prefect keeps artifacts in its own database, which is no place for data."""


def leave_summary(flow_name: str, summary: Summary, settings: Settings) -> None:
    """Leave the totals as a table, and the run's new events as another when there are some."""
    totals = {name: value for name, value in asdict(summary).items() if name != "run_id"}
    create_table_artifact(
        key=f"{flow_name}-summary",
        table=[{"what": name.replace("_", " "), "count": value} for name, value in totals.items()],
        description=f"{summary.in_words()}. Run `{summary.run_id}` of the warehouse `{settings.warehouse}`.",
    )
    if summary.new_events:
        events = read.run_events(settings.warehouse, summary.run_id, limit=SHOWN)
        create_table_artifact(
            key=f"{flow_name}-events",
            table=[dict(zip(events.columns, map(as_text, row), strict=True)) for row in events.rows],
            description=f"{len(events.rows)} of {summary.new_events} new events.",
        )
    if summary.issues:
        issues = read.run_issues(settings.warehouse, summary.run_id, limit=SHOWN)
        create_table_artifact(
            key=f"{flow_name}-issues",
            table=[dict(zip(issues.columns, map(as_text, row), strict=True)) for row in issues.rows],
            description=f"{summary.issues} new issues, {summary.quarantined} pages without article: `eventwire issues`",
        )
