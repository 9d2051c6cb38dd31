"""`python -m tests.quality.measure_time --gold DIR [--half 0|1] [--limit N]` prints how well times are read.

TimeBank and AQUAINT: expressions found (any overlap), with the same span, and with the same TIMEX3 value. Stories of
shootings: exact day of the incident, beside the publication day. Half 0 of both was looked at while the rules were
written, half 1 was not.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from extractors.dates import find_times
from extractors.language.pipeline import load_pipeline
from tests.quality.gva_stories import load_stories, main_incident_day

_STAMPS = ("CREATION_TIME", "PUBLICATION_TIME")


@dataclass(frozen=True, slots=True)
class Marked:
    """One expression: where it stands and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a comparison, from which the scores follow."""

    gold: int
    found: int
    relaxed: int
    strict: int
    value: int

    def f1(self, hits: int) -> float:
        """The harmonic mean of precision and recall for a number of hits."""
        return 2 * hits / max(1, self.gold + self.found)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.gold + other.gold,
            self.found + other.found,
            self.relaxed + other.relaxed,
            self.strict + other.strict,
            self.value + other.value,
        )


def read_timeml(path: Path) -> tuple[str, date, list[Marked]]:
    """Text, creation day and expressions of a TimeML file."""
    source = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\d+);)", "&amp;", path.read_text(encoding="utf-8", errors="replace"))
    root = etree.fromstring(source.encode(), etree.XMLParser(recover=True))
    created = next(each.get("value") or "" for each in root.iter("TIMEX3") if each.get("functionInDocument") in _STAMPS)
    pieces: list[str] = []
    marked = list(_walk(root.find("TEXT"), pieces))
    return "".join(pieces), date.fromisoformat(created[:10]), marked


def _walk(node: "etree._Element | None", pieces: list[str]) -> Iterator[Marked]:
    if node is None:
        return
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        yield from _walk(child, pieces)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if node.tag == "TIMEX3" and node.get("functionInDocument") not in _STAMPS and end > start:
        yield Marked(start, end, node.get("value") or "")


def compare(gold: list[Marked], found: list[Marked]) -> Figures:
    """Match each marked expression with one that overlaps it, the same span first."""
    left = list(found)
    relaxed = strict = value = 0
    for each in gold:
        overlapping = [other for other in left if other.start < each.end and each.start < other.end]
        if not overlapping:
            continue
        exact = [other for other in overlapping if (other.start, other.end) == (each.start, each.end)]
        match = (exact or overlapping)[-1]
        left.remove(match)
        relaxed += 1
        strict += bool(exact)
        value += match.value == each.value
    return Figures(len(gold), len(found), relaxed, strict, value)


def measure_values(gold: Path, *, half: int | None) -> Figures:
    """Compare over TimeBank and AQUAINT, or one half of their files by name."""
    paths = sorted((gold / "dev/tempeval3/tbaq").glob("*/*.tml"), key=lambda path: path.name)
    total = Figures(0, 0, 0, 0, 0)
    for path in paths if half is None else paths[half::2]:
        text, created, marked = read_timeml(path)
        found = [Marked(each.span.start, each.span.end, each.value) for each in find_times(text, created)]
        total += compare(marked, found)
    return total


def measure_days(gold: Path, *, half: int | None, limit: int | None) -> tuple[int, int, int]:
    """Stories, those whose incident's day is exact, and those published on that day."""
    pipeline = load_pipeline()
    stories = load_stories(gold, half=half, limit=limit)
    days = [main_incident_day(pipeline.parse(story.article))[0] for story in stories]
    exact = sum(day == story.day for day, story in zip(days, stories, strict=True))
    return len(stories), exact, sum(story.article.published == story.day for story in stories)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--limit", type=int)
    options = parser.parse_args(argv)
    values = measure_values(options.gold, half=options.half)
    stories, exact, published = measure_days(options.gold, half=options.half, limit=options.limit)
    sys.stdout.write(
        f"tbaq expressions: {values.gold} marked, {values.found} found\n"
        f"tbaq relaxed F1: {values.f1(values.relaxed):.3f}\n"
        f"tbaq strict F1: {values.f1(values.strict):.3f}\n"
        f"tbaq value F1: {values.f1(values.value):.3f}\n"
        f"gva event date exact: {exact / stories:.3f} ({stories} stories)\n"
        f"gva publication day: {published / stories:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
