"""Read our own places: conflict places, parts of cities, regions and waters that town lists do not know."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from extractors.places.entries import PRECISION, GazetteerEntry

NO_COUNTRY = "XXX"


def overlay_places() -> Iterator[tuple[GazetteerEntry, tuple[str, ...]]]:
    """Each place of `extractors/data/places` with its other names, in the order of the files."""
    folder = resources.files("extractors").joinpath("data", "places")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            for country, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
                yield from (_entry(row, country) for row in table.get("places", ()))


def abbreviations() -> dict[str, tuple[str, str]]:
    """Each abbreviation as it is written, to its country and the name it stands for."""
    text = resources.files("extractors").joinpath("data", "places", "abbreviations.toml").read_text(encoding="utf-8")
    return {
        short: (country, name)
        for country, table in tomllib.loads(text).items()
        for short, name in table["abbreviations"].items()
    }


def _entry(row: dict[str, Any], country: str) -> tuple[GazetteerEntry, tuple[str, ...]]:
    kind = row.get("kind", "city")
    entry = GazetteerEntry(
        name=row["name"],
        kind=kind,
        latitude=row["at"][0],
        longitude=row["at"][1],
        country=None if country == NO_COUNTRY else country,
        admin1=row.get("admin1"),
        precision=row.get("precision", PRECISION[kind]),
        gazetteer="eventwire",
        gazetteer_id=f"{country}/{row['name']}" + (f"/{row['part_of']}" if "part_of" in row else ""),
        parent=row.get("part_of"),
        notable=True,
    )
    return entry, tuple(row.get("aliases", ()))
