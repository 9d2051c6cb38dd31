"""Commands that read pages into the warehouse."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.output import FORMATS, Format, is_cut, render
from flows.settings import Settings

if TYPE_CHECKING:  # the real import loads the extractors, which `--help` need not wait for
    from flows.pipeline import Summary

SHOWN = 100
"""Events printed after a run; a query shows the rest."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--host", "hosts", multiple=True, metavar="HOST", help="Of WARC files, only pages of this host.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def replay(settings: Settings, paths: tuple[Path, ...], hosts: tuple[str, ...], form: Format) -> None:
    """Read saved pages (files or folders of .txt, .html, .html.gz, WARC) and print the events that are new.

    \b
    eventwire replay seeds

    Replaying the same pages again adds nothing. A page that gives no article is listed by `eventwire issues` and makes
    the exit code 1; all others are read.
    """
    from flows.pipeline import Summary, replay_paths
    from flows.sources.inputs import list_inputs

    total = len(list_inputs(paths).files)
    with click.progressbar(length=total, label="reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def advance(summary: Summary) -> None:
            bar.update(summary.pages - bar.pos)

        summary = replay_paths(paths, settings, hosts=hosts, on_batch=advance)
    report(settings, summary, form)


def report(settings: Settings, summary: "Summary", form: Format) -> None:
    """Print the events that a run added, tell how it went, and exit with 1 when a page gave no article."""
    from warehouse.read import run_events

    click.echo(summary.in_words(), err=True)
    if summary.new_events:
        events = run_events(settings.warehouse, summary.run_id, limit=SHOWN)
        click.echo(render(events.columns, events.rows, form), nl=False)
        if form == "table" and (events.truncated or is_cut(events.rows)):
            what = f"the first {SHOWN} of {summary.new_events} events" if events.truncated else "long cells are cut"
            click.echo(f'{what}; `eventwire query "FROM events" --format csv` gives all of it', err=True)
    if summary.quarantined:
        click.echo(f"{summary.quarantined} pages gave no article: see `eventwire issues`", err=True)
        sys.exit(1)
