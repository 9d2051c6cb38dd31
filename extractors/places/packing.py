"""The gazetteer's file: a compressed NumPy archive of columns and a sorted table of keys, without pickles.

Parquet would need pyarrow or duckdb here, which this room does without; the columns take a third of the memory that
a dict of objects would, and load in a tenth of its time.
"""

import io
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.places.entries import KINDS, PRECISION, GazetteerEntry, Kind

SOURCES = ("geonames", "geonames-admin1", "geonames-admin2", "iso3166-2")
DEGREE = 10_000
"""Coordinates are kept as whole ten-thousandths of a degree: 11 m."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPlace:
    """A place as the builder hands it in; `admin1` is the position of its division among the places, or None."""

    name: str
    kind: Kind
    latitude: float
    longitude: float
    alpha3: str
    admin1: int | None
    population: int
    source: str
    source_id: str
    keys: tuple[str, ...]
    """Keys of its own name."""
    alternate_keys: tuple[str, ...] = ()


def pack(places: list[PackedPlace]) -> bytes:
    """The archive for these places; the same places give the same bytes."""
    codes = sorted({place.alpha3 for place in places})
    own = {(key, number, False) for number, place in enumerate(places) for key in place.keys if key}
    other = {(key, number, True) for number, place in enumerate(places) for key in place.alternate_keys if key}
    links = [*own, *((key, number, True) for key, number, _ in other if (key, number, False) not in own)]
    keys = sorted({key for key, _, _ in links}, key=str.encode)
    position = {key: number for number, key in enumerate(keys)}
    links.sort(key=lambda link: (position[link[0]], link[1]))
    counts = np.zeros(len(keys), np.uint32)
    for key, _, _ in links:
        counts[position[key]] += 1
    columns: dict[str, Any] = {
        **_texts("key", keys),
        **_texts("name", [place.name for place in places]),
        **_texts("id", [place.source_id for place in places]),
        "country_codes": np.array(codes, "U3"),
        "key_links": counts,
        "link_place": np.array([number for _, number, _ in links], np.uint32),
        "link_alternate": np.array([alternate for _, _, alternate in links], np.bool_),
        "latitude": np.array([round(place.latitude * DEGREE) for place in places], np.int32),
        "longitude": np.array([round(place.longitude * DEGREE) for place in places], np.int32),
        "country": np.array([codes.index(place.alpha3) for place in places], np.uint8),
        "admin1": np.array([-1 if place.admin1 is None else place.admin1 for place in places], np.int32),
        "kind": np.array([KINDS.index(place.kind) for place in places], np.uint8),
        "source": np.array([SOURCES.index(place.source) for place in places], np.uint8),
        "population": np.array([place.population for place in places], np.uint32),
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **columns)
    return buffer.getvalue()


def _texts(column: str, texts: Iterable[str]) -> dict[str, NDArray[np.generic]]:
    encoded = [text.encode() for text in texts]
    return {
        f"{column}_bytes": np.frombuffer(b"".join(encoded), np.uint8),
        f"{column}_lengths": np.array([len(text) for text in encoded], np.uint16),
    }


class PackedTable:
    """The archive read back. `find` costs microseconds and builds only the entries it returns."""

    def __init__(self, archive: bytes) -> None:
        with np.load(io.BytesIO(archive), allow_pickle=False) as columns:
            self._columns = {name: columns[name] for name in columns.files}
        self._texts = {name: self._columns.pop(f"{name}_bytes").tobytes() for name in ("key", "name", "id")}
        self._offsets = {name: _offsets(self._columns.pop(f"{name}_lengths")) for name in ("key", "name", "id")}
        self._links = _offsets(self._columns.pop("key_links"))
        self._codes = [str(code) for code in self._columns.pop("country_codes")]

    def __len__(self) -> int:
        """How many places it holds."""
        return len(self._columns["kind"])

    def find(self, key: str) -> tuple[GazetteerEntry, ...]:
        """The places under a key; () when there is none."""
        sought, keys, blob = key.encode(), self._offsets["key"], self._texts["key"]
        at = bisect_left(range(len(keys) - 1), sought, key=lambda number: blob[keys[number] : keys[number + 1]])
        if at == len(keys) - 1 or blob[keys[at] : keys[at + 1]] != sought:
            return ()
        links = range(self._links[at], self._links[at + 1])
        return tuple(self._entry(int(self._columns["link_place"][link]), link) for link in links)

    def keys(self) -> Iterable[str]:
        """All keys in order."""
        return (self._texts["key"][start:end].decode() for start, end in pairwise(self._offsets["key"]))

    def _text(self, column: str, number: int) -> str:
        offsets = self._offsets[column]
        encoded: bytes = self._texts[column][offsets[number] : offsets[number + 1]]
        return encoded.decode()

    def _entry(self, number: int, link: int) -> GazetteerEntry:
        column = self._columns
        kind = KINDS[column["kind"][number]]
        admin1 = int(column["admin1"][number])
        return GazetteerEntry(
            name=self._text("name", number),
            kind=kind,
            latitude=int(column["latitude"][number]) / DEGREE,
            longitude=int(column["longitude"][number]) / DEGREE,
            country=self._codes[column["country"][number]],
            admin1=self._text("name", admin1) if admin1 >= 0 else None,
            precision=PRECISION[kind],
            population=int(column["population"][number]),
            gazetteer=SOURCES[column["source"][number]],
            gazetteer_id=self._text("id", number) or None,
            alternate=bool(column["link_alternate"][link]),
        )


def _offsets(lengths: NDArray[np.generic]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
