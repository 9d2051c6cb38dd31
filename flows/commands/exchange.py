"""Commands that take the data out and bring a whole warehouse in."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from extractors.errors import UsageError
from flows.settings import Settings

if TYPE_CHECKING:  # the real import loads DuckDB, which `--help` need not wait for
    from warehouse.read import ExportFormat, ExportKind

VIEWS = ("events", "quantities", "incidents", "as_gdelt", "as_plover", "as_acled")
FOLDERS = ("package", "warehouse")
FORMATS = ("csv", "jsonl", "parquet", "score-jsonl")


@click.command()
@click.argument("kind", type=click.Choice((*VIEWS, *FOLDERS)))
@click.option("--format", "form", type=click.Choice(FORMATS), help="csv for a view, parquet for a package.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="File or folder to write; a view else to stdout.")
@click.pass_obj
def export(settings: Settings, kind: str, form: "ExportFormat | None", output: Path | None) -> None:
    """Write a view as one file, the data set as a package of files by month, or the whole warehouse.

    \b
    eventwire export events --format parquet -o events.parquet
    eventwire export package -o aleppo
    eventwire export warehouse -o backup

    A package is a folder of Parquet, CSV or JSON Lines with a datapackage.json that says what every column means. A
    whole warehouse is Parquet files that `eventwire import` makes a warehouse of again.
    """
    if kind in FOLDERS:
        _export_folder(settings, kind, form, output)
        return
    from warehouse import read

    count = read.export(settings.warehouse, cast("ExportKind", kind), form or "csv", output)
    click.echo(f"{count} {kind}" + (f" in {output}" if output else ""), err=True)


def _export_folder(settings: Settings, kind: str, form: "ExportFormat | None", output: Path | None) -> None:
    from warehouse.package import write_package
    from warehouse.store import Warehouse

    if output is None:
        raise UsageError(f"A {kind} is a folder; name it with -o.")
    if kind == "package":
        written = write_package(settings.warehouse, output, form or "parquet")
    elif form in (None, "parquet"):
        written = Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout).export(output)
    else:
        raise UsageError("A whole warehouse is exported as parquet only.")
    rows = ", ".join(f"{count} {name}" for name, count in written.items() if count)
    click.echo(f"{rows or 'no rows'} in {output}", err=True)


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.pass_obj
def import_(settings: Settings, folder: Path) -> None:
    """Make a new warehouse of what `eventwire export warehouse` wrote, and publish it.

    \b
    EVENTWIRE_WAREHOUSE=data/copy.duckdb eventwire import backup
    """
    from warehouse.batches import utc_now
    from warehouse.store import Warehouse
    from warehouse.transfer import import_all

    rows = import_all(folder, settings.warehouse, utc_now())
    Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout).publish()
    click.echo(f"{sum(rows.values())} rows of {len(rows)} tables in {settings.warehouse}", err=True)
