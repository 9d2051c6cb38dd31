"""Commands that look at the warehouse. They read the published copy and never lock the writer out."""

import sys
from typing import TYPE_CHECKING

import click

from flows.output import FORMATS, Format, is_cut, render
from flows.settings import Settings

if TYPE_CHECKING:  # the real import loads DuckDB, which `--help` need not wait for
    from warehouse.read import Table

format_option = click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)


def print_table(table: "Table", form: Format) -> None:
    """Print the rows to stdout; a table that cuts cells says so on stderr."""
    click.echo(render(table.columns, table.rows, form), nl=False)
    if form == "table" and is_cut(table.rows):
        click.echo("long cells are cut; --format csv, json or jsonl gives them whole", err=True)


@click.command()
@click.argument("sql")
@format_option
@click.pass_obj
def query(settings: Settings, sql: str, form: Format) -> None:
    """Run one SQL statement on the published copy.

    \b
    eventwire query "SELECT event_date, event_type, status, attributed_to FROM events ORDER BY 1"
    """
    from warehouse import read

    print_table(read.query(settings.warehouse, sql), form)


@click.command()
@format_option
@click.pass_obj
def tables(settings: Settings, form: Format) -> None:
    """List what can be queried, with what one row is.

    \b
    eventwire tables
    """
    from warehouse import read

    print_table(read.tables(settings.warehouse), form)


@click.command()
@format_option
@click.pass_obj
def issues(settings: Settings, form: Format) -> None:
    """List pages and values that gave trouble, newest first.

    \b
    eventwire issues --format csv
    """
    from warehouse import read

    print_table(read.issues(settings.warehouse), form)


@click.command()
@format_option
@click.pass_obj
def runs(settings: Settings, form: Format) -> None:
    """List the runs, newest first.

    \b
    eventwire runs
    """
    from warehouse import read

    print_table(read.runs(settings.warehouse), form)


@click.command()
@click.option("--fix", is_flag=True, help="Mend what is stuck: load the outbox, mark lost runs, give back slots.")
@click.pass_obj
def doctor(settings: Settings, fix: bool) -> None:
    """Print versions, paths, the last run and what is stuck: batches in the outbox, and runs, slots, the watch and the
    worker of Prefect's server. Exit 1 when something is stuck, 4 when the warehouse cannot be used.

    \b
    eventwire doctor --fix
    """
    from flows.doctor import Stuck, examine

    stuck = 0
    for name, value in examine(settings, fix=fix):
        click.echo(f"{name:18} {value}")
        stuck += isinstance(value, Stuck)
    if stuck:
        click.echo(f"{stuck} {'thing is' if stuck == 1 else 'things are'} stuck, see above", err=True)
        sys.exit(1)


@click.command()
@format_option
@click.pass_obj
def check(settings: Settings, form: Format) -> None:
    """Prove the warehouse's promises: every check is a query that must return no row; exit 4 when one does.

    \b
    eventwire check
    """
    from extractors.errors import WarehouseError
    from warehouse.checks import run_checks

    failed = run_checks(settings.warehouse)
    if failed:
        rows = [(each.check.name, each.check.level, each.rows, each.check.message, each.first) for each in failed]
        click.echo(render(("check", "level", "rows", "meaning", "first"), rows, form), nl=False)
        raise WarehouseError(
            f"{len(failed)} checks of {settings.warehouse} failed, see above; `eventwire repair` rebuilds what it can"
        )
    click.echo("all checks passed", err=True)
