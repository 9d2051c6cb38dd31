"""The user's own lists of places and parties: kept in one folder, checked before they are taken."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from extractors.errors import UsageError
from flows.settings import Settings

if TYPE_CHECKING:  # the real import loads spaCy
    from extractors.extract import Choice

Kind = Literal["gazetteers", "actors"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLists:
    """The files that were added, in name order."""

    gazetteers: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()


def own_lists(settings: Settings) -> OwnLists:
    """What was added so far."""
    gazetteers, actors = (
        tuple(sorted(path for path in (settings.lists / kind).glob("*") if path.is_file())) for kind in KINDS
    )
    return OwnLists(gazetteers=gazetteers, actors=actors)


def chosen(settings: Settings) -> "Choice":
    """What the settings say to read with."""
    from extractors.extract import Choice

    lists = own_lists(settings)
    return Choice(model=settings.language_model, gazetteers=lists.gazetteers, actors=lists.actors)


def add_gazetteer(settings: Settings, file: Path) -> int:
    """Check the file's places, keep a copy, and tell how many there are; one of the same name is replaced."""
    from extractors.places import read_gazetteer_csv

    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}); it must be a text file in UTF-8") from error
    places = read_gazetteer_csv(text, file.name)
    _keep(settings, "gazetteers", file)
    return len(places)


def add_actors(settings: Settings, file: Path) -> int:
    """Check the file's parties, keep a copy, and tell how many there are; one of the same name is replaced."""
    from extractors.actors import read_actors_csv

    actors = read_actors_csv(file)
    _keep(settings, "actors", file)
    return len(actors)


def _keep(settings: Settings, kind: Kind, file: Path) -> None:
    folder = settings.lists / kind
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / file.name)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror or error}); set EVENTWIRE_LISTS") from error
