"""Commands that look at the warehouse. They read the published copy and never lock the writer out."""

import re
import sys
from typing import TYPE_CHECKING, TextIO

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


class Statement(click.Command):
    """A command whose argument may begin with a comment of SQL, which looks like an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what is a comment behind all options, where nothing is taken for one."""
        options = args[: args.index("--")] if "--" in args else args
        comments = [word for word in options if _COMMENT.match(word)]
        if comments:
            rest = args[len(options) + 1 :]
            args = [*(word for word in options if word not in comments), "--", *comments, *rest]
        return super().parse_args(ctx, args)


_COMMENT = re.compile(r"--(\s|[^\n]*\n)")
"""No option of ours holds a space right behind its dashes, or a line break."""


@click.command(cls=Statement)
@click.argument("sql", required=False)
@click.option(
    "--file",
    "source",
    type=click.File(encoding="utf-8-sig", errors="replace"),
    help="Read the statement from this file; - is standard input.",
)
@format_option
@click.pass_obj
def query(settings: Settings, sql: str | None, source: TextIO | None, form: Format) -> None:
    """Run one SQL statement on the published copy; - reads it from standard input.

    \b
    eventwire query "SELECT event_date, event_type, status, attributed_to FROM events ORDER BY 1"
    eventwire query --file docs/cookbook/01_timeline_of_the_battle.sql --format csv
    """
    from warehouse import read

    if (sql is None) == (source is None):
        raise click.UsageError("name one statement: as an argument, by --file, or - for standard input")
    if sql is None or sql == "-":
        with source or click.open_file("-", encoding="utf-8-sig", errors="replace") as text:
            sql = text.read()
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
