"""Commands that add a user's own places and parties."""

from pathlib import Path

import click

from flows.settings import Settings

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def gazetteer() -> None:
    """Add your own places to the gazetteer.

    \b
    eventwire gazetteer add places.csv
    """


@gazetteer.command("add")
@click.argument("file", type=FILE)
@click.pass_obj
def add_places(settings: Settings, file: Path) -> None:
    """Add the places of FILE: UCDP GED, a GeoNames dump, or a CSV with name, latitude, longitude and country."""
    from flows.lists import add_gazetteer

    click.echo(
        f"{add_gazetteer(settings, file)} places of {file.name} added: pages read from now on use them", err=True
    )


@click.group()
def actors() -> None:
    """Add your own parties: leaders, armed groups, organisations.

    \b
    eventwire actors add parties.csv
    """


@actors.command("add")
@click.argument("file", type=FILE)
@click.pass_obj
def add_parties(settings: Settings, file: Path) -> None:
    """Add the parties of FILE.csv: name, country, sector, and if known kind, office, valid_from, valid_to, aliases."""
    from flows.lists import add_actors

    count = add_actors(settings, file)
    click.echo(f"{count} parties of {file.name} added: pages read from now on use them", err=True)
