"""Commands that show how text is read: an article with its events, a sentence with its reasons, text to JSON."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from flows.settings import Settings

day_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Publication day, which weekdays and 'yesterday' count from; today when left out.",
)


@click.command()
@click.argument("article")
@click.pass_obj
def show(settings: Settings, article: str) -> None:
    """Print an article with its events, each under the sentence that says it.

    ARTICLE is a document name or URL, the article's key or id, or words of its title.

    \b
    eventwire show "Aleppo victory"
    """
    from flows.article_view import as_text
    from warehouse import read

    click.echo(as_text(read.show(settings.warehouse, article)), nl=False)


@click.command()
@click.argument("text")
@day_option
@click.pass_obj
def explain(settings: Settings, text: str, day: datetime | None) -> None:
    """Print how TEXT is read: tokens, parse, the rules tried and why each fired or not.

    \b
    eventwire explain "Russia vetoed the draft on Monday." --date 2016-12-07
    """
    from extractors.coding.explain import explain as explain_text
    from extractors.extract import load_resources
    from flows.lists import chosen

    click.echo(explain_text(text, (day or datetime.now(UTC)).date(), load_resources(chosen(settings))))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True, exists=True, dir_okay=False))
@day_option
@click.pass_obj
def code(settings: Settings, file: Path, day: datetime | None) -> None:
    """Print the events of free text, one JSON object a line; FILE may be - for standard input.

    \b
    echo "Shelling killed two nurses in Aleppo on Monday." | eventwire code - --date 2016-12-07
    """
    from flows.free_text import code_text

    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8", errors="replace")
    for line in code_text(text, (day or datetime.now(UTC)).date(), settings, name=str(file)):
        click.echo(line)
