"""Commands for live sources."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.look import format_option, print_table
from flows.commands.read import report
from flows.output import Format
from flows.settings import Settings

if TYPE_CHECKING:  # the real imports load DuckDB, which `--help` need not wait for
    from flows.sources.catalogue import Source
    from warehouse.read import Table


@click.command()
@click.option("--source", "names", multiple=True, metavar="NAME", help="Ask only this source; may be given again.")
@format_option
@click.pass_obj
def ingest(settings: Settings, names: tuple[str, ...], form: Format) -> None:
    """Ask the live sources once, fetch what is new or due for another look, and print the events that are new.

    \b
    eventwire ingest --source dw-en

    Run it as often as you like: sources and servers say how often they are really asked. `eventwire sources` tells how
    each of them does.
    """
    from flows.live.passing import ingest as pass_once
    from flows.sources.catalogue import named

    if not settings.contact:
        click.echo("set EVENTWIRE_CONTACT, so that those we ask know whom to write to", err=True)
    summary = pass_once(settings, named(sources_of(settings), names), say=_say)
    if summary is None:
        click.echo("nothing new, and nothing is due", err=True)
    else:
        report(settings, summary, form)


_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[WARC]...")
@click.option("--from", "first", type=_DAY, required=True, metavar="DAY", help="First day: 2016-12-01.")
@click.option("--to", "last", type=_DAY, required=True, metavar="DAY", help="Last day, included.")
@click.option("--source", "names", multiple=True, metavar="NAME", help="Ask only this source; may be given again.")
@click.option("--host", "hosts", multiple=True, metavar="HOST", help="Of WARC files, only pages of this host.")
@format_option
@click.pass_obj
def backfill(  # noqa: PLR0913 - a parameter for each option
    settings: Settings,
    paths: tuple[Path, ...],
    first: datetime,
    last: datetime,
    names: tuple[str, ...],
    hosts: tuple[str, ...],
    form: Format,
) -> None:
    """Fetch the articles of past days that are not known yet, and print the events that are new.

    \b
    eventwire backfill --from 2016-12-01 --to 2016-12-31 --source dw-en-archive

    The sources and the sitemaps they lead to name the articles, by the day of publication, else of the last change.
    With WARC files or folders of them nothing is asked: the pages in them that were fetched on these days are read.
    When the live sources are asked next is left as it is. The same command again goes on where it stood.
    """
    from flows.live.backfill import backfill as fetch_days
    from flows.live.backfill import backfill_archives
    from flows.sources.catalogue import named
    from flows.sources.days import Days

    days = Days(first=first.date(), last=last.date())
    if paths:
        summary = backfill_archives(settings, paths, days, hosts=hosts)
    else:
        summary = fetch_days(settings, named(sources_of(settings), names), days, say=_say)
    report(settings, summary, form)


@click.command()
@format_option
@click.pass_obj
def sources(settings: Settings, form: Format) -> None:
    """List the live sources, with how each does: none is ever given up, and the trouble it gives is told here.

    \b
    eventwire sources
    """
    print_table(_states(settings, sources_of(settings)), form)


def sources_of(settings: Settings) -> "tuple[Source, ...]":
    """The sources that the settings name."""
    from flows.sources.catalogue import read_sources

    return read_sources(None if settings.sources == "builtin" else Path(settings.sources))


def _states(settings: Settings, known: "tuple[Source, ...]") -> "Table":
    """A row for each source in the file, beside its newest poll."""
    from warehouse.paths import published_path
    from warehouse.read import Table
    from warehouse.sources import published_polls

    polls = published_polls(settings.warehouse) if published_path(settings.warehouse).exists() else {}
    rows = []
    for source in known:
        poll = polls.get(source.name)
        state: tuple[object, ...] = (None,) * 6
        if poll is not None:
            state = (poll.polled_at, poll.outcome, poll.entries, poll.failures, poll.next_poll_at, poll.message)
        every = f"{source.interval.total_seconds() // 60:.0f} min" if source.is_polled else "backfill"
        rows.append((source.name, source.kind, source.language, source.section, every, *state, source.url))
    columns = ("source", "kind", "language", "section", "every", "asked_at", "outcome", "entries", "failures")
    return Table(columns=(*columns, "next_at", "message", "url"), types=(), rows=tuple(rows))


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=4200, show_default=True, help="Port of Prefect's server."
)
def serve(port: int) -> None:
    """Run Prefect's server, the deployments and a worker until Ctrl-C; for the schedule and the UI.

    \b
    eventwire serve

    Run it in the project's folder. It ends when one of them ends, so let something watch it (README: systemd, Docker).
    """
    from flows.serving import serve as run_all

    run_all(Path.cwd(), port=port, say=_say)


def _say(text: str) -> None:
    click.echo(text, err=True)
