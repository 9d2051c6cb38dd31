"""The counts and event dates of the two seed articles, against their annotation."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.dates import event_time, read_times
from extractors.language.pipeline import ParsedArticle, load_pipeline
from extractors.language.repair import mended
from extractors.model import EventTime, Page, Quantity
from extractors.pages.read import read_page
from extractors.quantities import find_quantities

SEEDS = Path(__file__).parents[3] / "seeds"
GOLD: list[dict[str, Any]] = [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text().splitlines()]
WANTED = [row for row in GOLD if row["kind"] == "quantity" and not row["optional"]]
EVENTS = [row for row in GOLD if row["kind"] == "event" and not row["optional"]]


@pytest.fixture(scope="session")
def seeds() -> dict[str, ParsedArticle]:
    pages = {row["doc"]: row["published"] for row in GOLD}
    pipeline = load_pipeline()
    found = {
        name: pipeline.parse(
            read_page(
                Page(name=name, body=(SEEDS / name).read_bytes(), published=date.fromisoformat(published))
            ).article
        )
        for name, published in pages.items()
    }
    for sentence in (each for parsed in found.values() for each in parsed.sentences):
        mended(sentence)
    return found


def days(time: EventTime | None) -> tuple[str | None, str | None]:
    if time is None:
        return None, None
    last = (time.end - timedelta(seconds=1)).date().isoformat() if time.end else None
    return time.start.date().isoformat() if time.start else None, last


def told(parsed: ParsedArticle, row: dict[str, Any]) -> list[int]:
    wanted = " ".join(row["sentence"].split())
    return [
        place
        for place, each in enumerate(parsed.sentences)
        if wanted in " ".join(each.sentence.text.split()) or " ".join(each.sentence.text.split()) in wanted
    ]


def fits(each: Quantity, row: dict[str, Any]) -> bool:
    """Type, bounds, qualifier, period, and words that overlap."""
    return (
        (each.count_type, each.lower, each.upper, each.qualifier)
        == (row["count_type"], row["lower"], row["upper"], row["qualifier"])
        and days(each.time) == (row["period_start"], row["period_end"])
        and each.cumulative == row["cumulative"]
        and row["text"].split()[-1].lower() in each.span.text.lower()
    )


@pytest.mark.parametrize("row", WANTED, ids=[f"{row['id']}: {row['text']}" for row in WANTED])
def test_a_required_count_is_found_once(seeds: dict[str, ParsedArticle], row: dict[str, Any]) -> None:
    parsed = seeds[row["doc"]]
    found = find_quantities(parsed, read_times(parsed))
    assert sum(fits(each, row) for each in found if each.sentence in told(parsed, row)) == 1


def test_no_count_is_found_that_the_annotation_does_not_have(seeds: dict[str, ParsedArticle]) -> None:
    annotated = [row for row in GOLD if row["kind"] == "quantity"]
    for name, parsed in seeds.items():
        for each in find_quantities(parsed, read_times(parsed)):
            rows = [row for row in annotated if row["doc"] == name and each.sentence in told(parsed, row)]
            assert any(row["text"].split()[-1] in each.span.text for row in rows), each


@pytest.mark.parametrize("row", EVENTS, ids=[f"{row['id']}: {row['trigger'][:40]}" for row in EVENTS])
def test_a_required_event_keeps_within_its_days(seeds: dict[str, ParsedArticle], row: dict[str, Any]) -> None:
    parsed = seeds[row["doc"]]
    times = read_times(parsed)
    for place in told(parsed, row):
        each = parsed.sentences[place]
        start = each.sentence.text.replace("\u00a0", " ").find(row["trigger"])
        span = each.doc.covering(start, start + len(row["trigger"])) if start >= 0 else None
        if span is None:
            continue
        first, last = days(event_time(parsed, times, place, span.root))
        inside = row["date_start"] is None or (first is not None and first >= row["date_start"])
        assert (first == last and first in row["date_accept"]) or (inside and last and last <= row["date_end"])
        return
    pytest.fail(f"no sentence of the article holds {row['trigger']!r}")
