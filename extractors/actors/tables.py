"""Read actor and role lists: comma-separated, `#` lines are comments, every wrong row is named with its line."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from extractors.actors.entry import (
    ACTOR_KINDS,
    ORGANISATION_CODES,
    ROLE_KINDS,
    SECTORS,
    ActorEntry,
    ActorKind,
    Role,
    RoleKind,
)
from extractors.countries import country_by_code
from extractors.errors import UsageError
from extractors.model import Sector

ACTOR_COLUMNS = ("name", "country", "sector", "kind", "office", "valid_from", "valid_to", "aliases")
REQUIRED = frozenset({"name", "country", "sector"})
_ROLE_COLUMNS = ("singular", "plural", "sector", "kind", "local", "refers")


def read_actors_csv(path: Path | Traversable) -> tuple[ActorEntry, ...]:
    """Actors of a list with a header row; `name`, `country` and `sector` are needed, the other columns may be missing.

    Aliases are parted by `|`, days are YYYY-MM-DD. UsageError names the file, the line and what would be right.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot read the actor list: {error}; it must be a UTF-8 CSV file") from error
    return tuple(_entry(row, where) for row, where in _rows(text, path.name))


def read_roles_csv(path: Traversable) -> tuple[Role, ...]:
    """Role nouns of the shipped list."""
    return tuple(_role(row, where) for row, where in _rows(path.read_text(encoding="utf-8"), path.name))


def _rows(text: str, name: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield (row by column, "file:line")."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not lines:
        raise UsageError(f"{name}: the list is empty; its first row must name columns: {','.join(ACTOR_COLUMNS)}")
    header = [cell.strip() for cell in next(csv.reader([lines[0][1]]))]
    known = _ROLE_COLUMNS if "singular" in header else ACTOR_COLUMNS
    if set(header) - set(known) or ("name" in known and REQUIRED - set(header)):
        raise UsageError(
            f"{name}:{lines[0][0]}: the columns are {', '.join(header)}; needed are name, country, sector, "
            f"possible also {', '.join(column for column in ACTOR_COLUMNS if column not in REQUIRED)}"
        )
    for (number, _), cells in zip(lines[1:], csv.reader(line for _, line in lines[1:]), strict=True):
        if len(cells) > len(header):
            raise UsageError(f"{name}:{number}: {len(cells)} values for {len(header)} columns; quote commas in names")
        padded = [*cells, *[""] * (len(header) - len(cells))]
        yield {column: cell.strip() for column, cell in zip(header, padded, strict=True)}, f"{name}:{number}"


def _entry(row: dict[str, str], where: str) -> ActorEntry:
    if not row["name"]:
        raise UsageError(f"{where}: the name is empty")
    begin, end = _day(row.get("valid_from", ""), where), _day(row.get("valid_to", ""), where)
    if begin and end and begin >= end:
        raise UsageError(f"{where}: {row['name']} would end on {end}, before it begins on {begin}")
    return ActorEntry(
        name=row["name"],
        country=_country(row["country"], where),
        sector=_sector(row["sector"], where),
        kind=cast(ActorKind, _one_of(row.get("kind") or "group", ACTOR_KINDS, f"{where}: kind")),
        office=row.get("office") or None,
        valid_from=begin,
        valid_to=end,
        aliases=tuple(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip()),
    )


def _role(row: dict[str, str], where: str) -> Role:
    singular, plural = row["singular"], row["plural"]
    return Role(
        singular=singular,
        plural={"-": None, "": f"{singular}s"}.get(plural, plural),
        sector=_sector(row["sector"], where),
        kind=cast(RoleKind, _one_of(row["kind"], ROLE_KINDS, f"{where}: kind")),
        local=row["local"] == "x",
        refers=tuple(row["refers"].split()),
    )


def _country(code: str, where: str) -> str | None:
    if not code or code in ORGANISATION_CODES:
        return code or None
    country = country_by_code(code)
    if country is None or country.alpha3 != code:
        raise UsageError(
            f"{where}: {code!r} is no country; use an ISO 3166 alpha-3 code, one of "
            f"{', '.join(sorted(ORGANISATION_CODES))}, or nothing where it is not known"
        )
    return code


def _sector(code: str, where: str) -> Sector | None:
    return cast(Sector, _one_of(code, SECTORS, f"{where}: sector")) if code else None


def _one_of(value: str, allowed: frozenset[str], where: str) -> str:
    if value not in allowed:
        raise UsageError(f"{where} {value!r} is not known; use one of {', '.join(sorted(allowed))}")
    return value


def _day(value: str, where: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{where}: {value!r} is no day; write YYYY-MM-DD") from error
