"""`python -m tests.quality.measure_places --gold DIR` prints how often places are found and right, with n beside it.

Articles and sentences at even positions are for tuning, those at odd positions for the figures.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from extractors.places.entries import distance_km
from extractors.places.gazetteer import Gazetteer, load_gazetteer
from extractors.places.resolve import Resolver, Toponym

NEAR_KM = 161.0


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


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/geo, dev/location and ucdp")
    options = parser.parse_args(arguments)
    gazetteer = load_gazetteer()
    report_resolution(options.gold / "dev" / "geo", gazetteer)


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
