"""Read places that a user adds: UCDP GED events, a GeoNames dump, or a plain table with a header."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.countries import countries_called, country_by_code
from extractors.errors import UsageError
from extractors.places.entries import PRECISION, GazetteerEntry, Kind

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("where_coordinates", "name", "place", "location"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng", "long"),
    "country": ("country", "iso3", "country_code", "alpha3"),
    "admin1": ("admin1", "adm_1", "adm1", "province", "state"),
    "aliases": ("aliases", "alternatenames", "other_names"),
    "precision": ("where_prec", "geo_precision", "precision"),
    "id": ("geonameid", "place_id"),
}
"""Our field to the headers that carry it; the first one present wins."""
GEONAMES_COLUMNS = 19
"""A GeoNames dump has no header but always this many tab-separated columns."""
GEONAMES_KINDS: dict[str, Kind] = {
    "P": "city",
    "A": "admin2",
    "H": "water",
    "T": "mountain",
    "L": "region",
    "S": "site",
}
DUMP_FIELDS = {
    "id": 0, "name": 1, "aliases": 3, "latitude": 4, "longitude": 5, "kind": 6, "country": 8, "people": 14,
}  # fmt: skip
SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys(("town", "city", "village", "locality", "municipality"), "city"),
    **dict.fromkeys(("suburb", "neighborhood", "neighbourhood", "quarter"), "part"),
    **dict.fromkeys(("governorate", "province", "oblast", "state"), "admin1"),
    **dict.fromkeys(("district", "county", "raion"), "admin2"),
    "area": "region",
}
"""Last words that UCDP adds to a name to say what it is."""
_BRACKET = re.compile(r"\s*\(([^)]*)\)")
_COUNTRY_TAIL = re.compile(r"\s*\([^)]*\)$")

AddedPlace = tuple[GazetteerEntry, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a table under our own field names; `where` is the file and line that an error names."""

    values: Mapping[str, str]
    where: str

    def number(self, field: str, bound: int) -> float:
        try:
            number = float(self.values[field])
        except ValueError:
            raise UsageError(f"{self.where}: {field} {self.values[field]!r} is not a number") from None
        if not -bound <= number <= bound:
            raise UsageError(f"{self.where}: {field} {number} lies outside -{bound}..{bound}; are the columns swapped?")
        return number

    def country(self) -> str | None:
        words = self.values.get("country", "")
        if not words:
            return None
        found = country_by_code(words) or next(iter(countries_called(_COUNTRY_TAIL.sub("", words))), None)
        if found is None:
            raise UsageError(f"{self.where}: no country {words!r}; give an ISO 3166 code or an English name")
        return found.alpha3


def read_gazetteer_csv(text: str, file: str = "gazetteer") -> tuple[AddedPlace, ...]:
    """The places of a file with their other names, each point once. `file` is what an error calls it.

    Takes UCDP GED events, a GeoNames dump (tab-separated, no header), or a table whose header names at least `name`,
    `latitude` and `longitude` (and better `country`, by code or name). Raises UsageError with file, line and reason.
    """
    if not text.strip():
        raise UsageError(f"{file}: the file is empty")
    is_dump = len(text.split("\n", 1)[0].split("\t")) == GEONAMES_COLUMNS
    rows = _dump_rows(text, file) if is_dump else _table_rows(text, file)
    found = {(entry.name, entry.latitude, entry.longitude): (entry, names) for entry, names in map(_place, rows)}
    return tuple(found.values())


def _dump_rows(text: str, file: str) -> Iterator[_Row]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        where = f"{file} line {number}"
        if len(cells) != GEONAMES_COLUMNS:
            raise UsageError(f"{where}: {len(cells)} columns, but a GeoNames dump has {GEONAMES_COLUMNS}")
        fields = {
            "id": 0,
            "name": 1,
            "aliases": 3,
            "latitude": 4,
            "longitude": 5,
            "kind": 6,
            "country": 8,
            "people": 14,
        }
        yield _Row({field: cells[column].strip() for field, column in fields.items()}, where)


def _table_rows(text: str, file: str) -> Iterator[_Row]:
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    header = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    columns = {
        field: header[present]
        for field, names in COLUMNS.items()
        if (present := next((name for name in names if name in header), None)) is not None
    }
    missing = [field for field in ("name", "latitude", "longitude") if field not in columns]
    if missing:
        raise UsageError(
            f"{file} line 1: no column for {', '.join(missing)}; the header must name at least name, latitude and "
            f"longitude, or be that of UCDP GED; it names {', '.join(header) or 'nothing'}"
        )
    for row in reader:
        values = {field: (row[column] or "").strip() for field, column in columns.items()}
        where = f"{file} line {reader.line_num}"
        if not values["name"]:
            raise UsageError(f"{where}: the name is empty")
        yield _Row(values, where)


def _place(row: _Row) -> AddedPlace:
    name, names, kind = _names(row.values["name"])
    kind = GEONAMES_KINDS.get(row.values.get("kind", ""), kind)
    people, precision = row.values.get("people", ""), row.values.get("precision", "")
    entry = GazetteerEntry(
        name=name,
        kind=kind,
        latitude=row.number("latitude", 90),
        longitude=row.number("longitude", 180),
        country=row.country(),
        admin1=row.values.get("admin1") or None,
        precision=int(precision) if precision in ("1", "2", "3", "4", "5", "6", "7") else PRECISION[kind],
        population=int(people) if people.isdigit() else 0,
        gazetteer="user",
        notable=True,
        gazetteer_id=row.values.get("id") or None,
    )
    aliases = re.split(r"[,;|]", row.values.get("aliases", ""))
    return entry, tuple(dict.fromkeys((*names, *(alias.strip() for alias in aliases if alias.strip()))))


def _names(words: str) -> tuple[str, tuple[str, ...], Kind]:
    """Name, other names and kind of "Kobane/Ayn al Arab town" or "Al-Rai town (Choban Bey)"."""
    bracketed = _BRACKET.findall(words)
    plain = " ".join(_BRACKET.sub("", words).split())
    rest, _, last = plain.rpartition(" ")
    kind = SUFFIXES.get(last.lower())
    first, *others = (rest if kind and rest else plain).split("/")
    names = (words, plain, *others, *bracketed)
    return first.strip() or plain, tuple(name.strip() for name in names if name.strip()), kind or "city"
