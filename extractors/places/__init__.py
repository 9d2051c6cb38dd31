"""Where things happened: the gazetteer, the names of an article resolved against it, and the place of one event."""

from extractors.places.added import read_gazetteer_csv
from extractors.places.entries import GazetteerEntry
from extractors.places.gazetteer import Gazetteer, load_gazetteer
from extractors.places.locate import event_place
from extractors.places.reading import ArticlePlaces, read_places

__all__ = [
    "ArticlePlaces",
    "Gazetteer",
    "GazetteerEntry",
    "event_place",
    "load_gazetteer",
    "read_gazetteer_csv",
    "read_places",
]
