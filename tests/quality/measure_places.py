"""`python -m tests.quality.measure_places --gold DIR` prints how often places are found and right, with n beside it.

Articles and sentences at even positions are for tuning, those at odd positions for the figures.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from extractors.language.pipeline import load_pipeline
from extractors.places.entries import distance_km
from extractors.places.gazetteer import Gazetteer, load_gazetteer
from extractors.places.resolve import Resolver, Toponym
from tests.quality.measure_event_places import marked_events, score_event_places

NEAR_KM = 161.0
FOUND_KM = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPlace:
    """A hand-marked name with its true point."""

    toponym: Toponym
    latitude: float
    longitude: float
    geonames_id: str | None


MarkedArticle = tuple[str, tuple[MarkedPlace, ...]]


def lgl(path: Path) -> Iterator[MarkedArticle]:
    for article in etree.parse(str(path)).iter("article"):
        places = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is not None and tag.findtext("lat"):
                places.append(_marked(toponym, "phrase", tag, tag.get("geonameid")))
        yield article.findtext("text") or "", tuple(places)


def geovirus(path: Path) -> Iterator[MarkedArticle]:
    for article in etree.parse(str(path)).iter("article"):
        places = tuple(_marked(location, "name", location, None) for location in article.iter("location"))
        yield article.findtext("text") or "", places


def _marked(node: "etree._Element", name: str, point: "etree._Element", geonames_id: str | None) -> MarkedPlace:
    return MarkedPlace(
        toponym=Toponym(
            name=node.findtext(name) or "",
            start=int(node.findtext("start") or 0),
            end=int(node.findtext("end") or 0),
        ),
        latitude=float(point.findtext("lat") or 0),
        longitude=float(point.findtext("lon") or 0),
        geonames_id=geonames_id,
    )


@dataclass(frozen=True, slots=True)
class Resolution:
    """Counts of marked names: all, answered, right."""

    marked: int
    answered: int
    right: int

    def __str__(self) -> str:
        right, missing = self.right / max(self.marked, 1), 1 - self.answered / max(self.marked, 1)
        precision = self.right / max(self.answered, 1)
        return f"n={self.marked} right={right:.3f} of answered={precision:.3f} unanswered={missing:.3f}"


def resolution(articles: Sequence[MarkedArticle], resolver: Resolver, errors: list[str] | None = None) -> Resolution:
    marked = answered = right = 0
    for text, places in articles:
        picks = resolver.resolve([place.toponym for place in places], text)
        for place, pick in zip(places, picks, strict=True):
            marked += 1
            if pick is None:
                continue
            answered += 1
            km = distance_km(pick.latitude, pick.longitude, place.latitude, place.longitude)
            same = pick.gazetteer == "geonames" and pick.gazetteer_id == place.geonames_id
            if same or km <= NEAR_KM:
                right += 1
            elif errors is not None:
                errors.append(
                    f"{place.toponym.name}: {pick.name} {pick.kind} {pick.admin1} {pick.country} off {km:.0f} km"
                )
    return Resolution(marked, answered, right)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many places of a list a gazetteer finds near their point, each name once and weighted by its events."""

    names: int
    found: int
    events: int
    events_found: int

    def __str__(self) -> str:
        distinct, weighted = self.found / max(self.names, 1), self.events_found / max(self.events, 1)
        return f"names={self.names} found={distinct:.3f} events={self.events} found={weighted:.3f}"


def coverage(path: Path, gazetteer: Gazetteer, country: str = "SYR") -> Coverage:
    """Look up the exact and near places (where_prec 1 and 2) of a UCDP GED file."""
    events: Counter[tuple[str, float, float]] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["where_prec"] in ("1", "2"):
                events[row["where_coordinates"], float(row["latitude"]), float(row["longitude"])] += 1
    found = {place for place in events if _is_found(place, gazetteer, country)}
    return Coverage(len(events), len(found), events.total(), sum(events[place] for place in found))


def _is_found(place: tuple[str, float, float], gazetteer: Gazetteer, country: str) -> bool:
    words, latitude, longitude = place
    names = (*re.split(r"[/(]", words.replace(")", "")), words)
    entries = (entry for name in names for entry in (*gazetteer.lookup(name), *gazetteer.sounding_like(name)))
    return any(
        entry.country in (country, None)
        and distance_km(entry.latitude, entry.longitude, latitude, longitude) <= FOUND_KM
        for entry in entries
    )


def report_coverage(folder: Path) -> None:
    """Print how many UCDP places are found without and with the list of Syrian places added."""
    events, added = folder / "ged_aleppo_2016-11_2016-12.csv", folder / "ucdp_syria_places.csv"
    for title, gazetteer in (("shipped", load_gazetteer()), ("with added file", load_gazetteer((added,)))):
        sys.stdout.write(f"UCDP around Aleppo, {title}: {coverage(events, gazetteer)}\n")


def report_event_places(path: Path, gazetteer: Gazetteer) -> None:
    """Print how well the place of one marked verb's event is found."""
    events, pipeline = list(marked_events(path)), load_pipeline()
    for part, half in (("tuned", events[::2]), ("held out", events[1::2])):
        sys.stdout.write(f"event place, {part}: {score_event_places(half, pipeline, gazetteer)}\n")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/geo, dev/location and ucdp")
    options = parser.parse_args(arguments)
    gazetteer = load_gazetteer()
    report_resolution(options.gold / "dev" / "geo", gazetteer)
    report_coverage(options.gold / "ucdp")
    report_event_places(options.gold / "dev" / "location" / "event_location_dev.jsonl", gazetteer)


def report_resolution(folder: Path, gazetteer: Gazetteer) -> None:
    resolver = Resolver(gazetteer)
    for name, articles in (
        ("LGL", list(lgl(folder / "lgl.xml"))),
        ("GeoVirus", list(geovirus(folder / "GeoVirus.xml"))),
    ):
        for part, half in (("tuned", articles[::2]), ("held out", articles[1::2]), ("all", articles)):
            sys.stdout.write(f"{name} {part}: {resolution(half, resolver)}\n")


if __name__ == "__main__":
    main()
