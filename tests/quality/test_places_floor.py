"""The place of an event in our own sentences never gets worse than it has been."""

import tomllib
from pathlib import Path

from tests.quality.measure_own_places import own_sentences, score_own

FILE = Path(__file__).parent / "places.toml"


def test_the_places_of_our_own_events_stay_above_the_floor() -> None:
    floor = tomllib.loads(FILE.read_text(encoding="utf-8"))["floor"]
    wrong: list[str] = []
    share = score_own(own_sentences(FILE), wrong)
    assert share >= floor, "\n".join(wrong)


def test_the_labels_are_sound() -> None:
    sentences = own_sentences(FILE)
    assert len(sentences) >= 50
    for each in sentences:
        assert each.trigger in each.text.split(), each.text
        assert each.place in each.text, each.text
        assert bool(each.place) or not each.country, each.text
