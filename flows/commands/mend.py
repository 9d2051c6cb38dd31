"""The command that rebuilds what is broken."""

import click

from extractors.errors import WarehouseError
from flows.output import FORMATS, Format, render
from flows.settings import Settings


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.pass_obj
def repair(settings: Settings, form: Format) -> None:
    """Rebuild what `eventwire check` finds broken, from the pages that are kept; exit 4 when something is left.

    \b
    eventwire repair

    Batches that could not be loaded are tried again, or their pages read again; articles whose events, numbers or
    evidence are broken are read again; the published copy and its incidents are made anew. What cannot be rebuilt is
    named and left as it is.
    """
    from flows.repair import repair as rebuild
    from warehouse.checks import run_checks

    repaired = rebuild(settings)
    rows = [(each.what, each.where, each.done) for each in repaired]
    click.echo(render(("what", "where", "done"), rows, form), nl=False)
    left = sum(not each.is_whole for each in repaired)
    if left or run_checks(settings.warehouse):
        raise WarehouseError(f"{left} of these could not be rebuilt whole; `eventwire check` says what is left")
    click.echo("all checks pass", err=True)
