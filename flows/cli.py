"""What a person types. Data goes to stdout, narration to stderr, and the exit code says how it went.

0 all right, 1 a page gave no article, 2 wrong use, 3 a source cannot be read, 4 the warehouse cannot be used.
Every command imports what it needs when it runs, so that `eventwire --help` answers at once; none imports Prefect.
"""

import difflib
import os
import sys
from pathlib import Path
from typing import Any

import click

from extractors.errors import EventwireError
from flows.commands.annotate import code, explain, show
from flows.commands.exchange import export, import_
from flows.commands.lists import actors, gazetteer
from flows.commands.live import backfill, ingest, serve, sources
from flows.commands.look import check, doctor, issues, query, runs, tables
from flows.commands.mend import repair
from flows.commands.read import replay
from flows.quiet_exit import exit_quietly
from flows.settings import read_settings

exit_quietly()


class Commands(click.Group):
    """A group whose commands end with our errors' messages and codes, and that knows a near miss."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an EventwireError becomes one line on stderr and its exit code."""
        try:
            return super().invoke(ctx)
        except EventwireError as error:
            click.echo(f"eventwire: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:  # `eventwire query … | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown one name the nearest."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"no command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--warehouse",
    type=click.Path(path_type=Path, dir_okay=False),
    help="DuckDB file to write; else EVENTWIRE_WAREHOUSE, else data/warehouse.duckdb.",
)
@click.version_option(package_name="eventwire", prog_name="eventwire")
@click.pass_context
def main(ctx: click.Context, warehouse: Path | None) -> None:
    """Turn news into data: events with who, whom, when, where, how many, and who says so.

    \b
    eventwire replay seeds
    eventwire query "SELECT event_date, event_type, status, attributed_to FROM events ORDER BY 1"
    """
    ctx.obj = read_settings(os.environ, warehouse=warehouse)


READING = (replay, ingest, backfill, sources, serve)
LOOKING = (query, tables, show, issues, runs, check, doctor)
MENDING = (repair,)
EXCHANGING = (export, import_)
ANNOTATING = (explain, code, gazetteer, actors)

for command in (*READING, *LOOKING, *EXCHANGING, *MENDING, *ANNOTATING):
    main.add_command(command)


if __name__ == "__main__":
    main()
