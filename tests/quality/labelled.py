"""Sentences with labels that this project wrote itself, read with the shipped model and compared."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from extractors.dates import event_time, read_times
from extractors.language.pipeline import ParsedArticle, load_pipeline
from extractors.model import EventTime, Quantity, TimeExpression
from extractors.quantities import find_quantities
from tests.quality.gva_stories import article_of

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Compared:
    """What a label says and what was read; `note` shows both to a person."""

    half: int
    right: bool
    note: str


def sentences(name: str) -> list[dict[str, Any]]:
    """The labelled sentences of a file."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["sentence"]
    return found


def parse(text: str, published: date) -> ParsedArticle:
    """One sentence as an article of its own."""
    return load_pipeline().parse(article_of("labelled", [text], published))


def compared_times() -> Iterator[Compared]:
    """Each labelled expression, and each one found without a label."""
    for row in sentences("dates.toml"):
        parsed = parse(row["text"], row["published"])
        found = [each for times in read_times(parsed) for each in times]
        left = list(found)
        for words, value in row["times"]:
            start = row["text"].index(words)
            match = next((each for each in left if _overlap(each, start, start + len(words))), None)
            if match:
                left.remove(match)
            got = match.value if match else "nothing"
            yield Compared(row["half"], got == value, f"{words!r}: {value}, read {got} | {row['text']}")
        for each in left:
            yield Compared(row["half"], False, f"{each.span.text!r}: unlabelled, read {each.value} | {row['text']}")


def _overlap(each: TimeExpression, start: int, end: int) -> bool:
    return each.span.start < end and start < each.span.end


def compared_events() -> Iterator[Compared]:
    """Each labelled event by the days it may have happened on."""
    for row in sentences("dates.toml"):
        parsed = parse(row["text"], row["published"])
        times = read_times(parsed)
        for words, start, end in row["events"]:
            place, trigger = next(
                (place, token)
                for place, each in enumerate(parsed.sentences)
                for token in each.doc
                if token.text == words
            )
            read = event_time(parsed, times, place, trigger)
            right = _inside(read, _midnight(start) if start else None, _midnight(end))
            yield Compared(
                row["half"], right, f"{words!r}: {start}..{end}, read {read.start}..{read.end} | {row['text']}"
            )


def _inside(read: EventTime, start: datetime | None, end: datetime) -> bool:
    """Whether an interval is closed and keeps within the labelled days, or is open like its label."""
    if start is None:
        return read.start is None and read.end is not None and read.end <= end
    return read.start is not None and read.end is not None and start <= read.start and read.end <= end


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time())


def compared_counts() -> Iterator[Compared]:
    """Each labelled count, and each one found without a label."""
    for row in sentences("quantities.toml"):
        parsed = parse(row["text"], row["published"])
        # people and shares are labelled; what was done to things is held to tests of its own
        left = [each for each in find_quantities(parsed, read_times(parsed)) if each.count_type is not None]
        for label in row["counts"]:
            match = next((each for each in left if _fits(each, label, row["text"])), None)
            if match:
                left.remove(match)
            yield Compared(row["half"], match is not None, f"missed {label} | {row['text']}")
        for each in left:
            note = f"{each.count_type} {each.lower}..{each.upper} {each.qualifier} {each.span.text!r} {each.status}"
            yield Compared(row["half"], False, f"unlabelled {note} | {row['text']}")


def _fits(each: Quantity, label: dict[str, Any], text: str) -> bool:
    start = text.index(label["words"])
    same = (each.count_type, each.lower, each.upper) == (label["type"], label.get("lower"), label.get("upper"))
    overlap = each.span.start < start + len(label["words"]) and start < each.span.end
    status = each.status in (("planned",) if each.count_type == "to_be_evacuated" else ("actual", "claimed"))
    return same and overlap and status


def share(found: list[Compared], half: int) -> float:
    """Right ones among all of a half, labels and unlabelled finds together."""
    mine = [each.right for each in found if each.half == half]
    return sum(mine) / len(mine)
