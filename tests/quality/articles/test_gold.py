"""Gold that contradicts its article or its format measures nothing: every record is checked against both."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from extractors.coding.lexicon import MODES
from extractors.model import CountType, EventType, Page, Sector, Status
from extractors.pages.read import Reading, read_page
from tests.quality.measure_articles import ARTICLES, pages
from tests.quality.scoring import Record, read_jsonl

SUPRANATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
TRAP_STATUS = {"hypothetical", "negated", "future", "generic", "date_trap", "reported_claim"}
ZONES = {"title", "teaser", "caption", "heading", "body"}
PAGES = pages(ARTICLES / "dev") + pages(ARTICLES / "held")


@cache
def reading(path: Path) -> Reading:
    return read_page(Page(name=path.name, body=path.read_bytes()))


def gold(path: Path) -> list[Record]:
    return read_jsonl(path.with_suffix(".jsonl"))


def named_types(record: Record) -> list[str]:
    named = [*record.get("accept", []), *record.get("must_not_be_actual", [])]
    if record["kind"] == "event":
        named += [record["type"], *(f"{record['type']}-{mode}" for mode in _modes(record))]
    return named


def _modes(record: Record) -> list[str]:
    return [mode for mode in (record["mode"], *record["mode_accept"]) if mode is not None]


def parties(record: Record) -> list[Record]:
    return [
        party for side in ("actor", "actor_accept", "recipient", "recipient_accept") for party in record.get(side, [])
    ]


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_page_stands_in_the_half_its_number_says(page: Path) -> None:
    number = int(page.name[:2])
    assert page.parent.name == ("held" if number > 30 else "dev")


def test_the_article_is_read_without_doubt_and_with_its_date(page: Path) -> None:
    found = reading(page)
    assert not found.issues
    assert {record["published"] for record in gold(page)} == {str(found.article.published)}


def test_ids_are_unique_and_name_the_article(page: Path) -> None:
    ids = Counter(record["id"] for record in gold(page))
    assert max(ids.values()) == 1
    assert {name.split("-")[0] for name in ids} == {f"a{page.name[:2]}"}
    assert {record["doc"] for record in gold(page)} == {page.name}


def test_every_sentence_is_in_the_article_and_every_trigger_in_its_sentence(page: Path) -> None:
    text = " ".join(reading(page).article.text.split())
    for record in gold(page):
        assert record["zone"] in ZONES
        for told in (record, *record.get("other_mentions", [])):
            assert told["sentence"] in text, (record["id"], told["sentence"])
        assert (record.get("trigger") or record["text"]) in record["sentence"], record["id"]


def test_types_modes_statuses_and_count_types_are_from_the_closed_lists(page: Path) -> None:
    known = set(get_args(EventType)) | {f"{kind}-{mode}" for kind, modes in MODES.items() for mode in modes}
    for record in gold(page):
        assert not set(named_types(record)) - known, record["id"]
        allowed = TRAP_STATUS if record["kind"] == "trap" else set(get_args(Status))
        assert record["status"] in allowed, record["id"]
        counted = [record["count_type"]] if record["kind"] == "quantity" else []
        counted += [count["type"] for count in record.get("counts", [])]
        assert not set(counted) - set(get_args(CountType)), record["id"]


def test_parties_carry_known_codes(page: Path) -> None:
    for record in gold(page):
        for party in parties(record):
            code = party["country"]
            assert code is None or code in SUPRANATIONAL or (len(code) == 3 and code.isupper()), record["id"]
            assert party["sector"] in (None, *get_args(Sector)), record["id"]


def test_dates_are_iso_and_in_order(page: Path) -> None:
    for record in gold(page):
        first, last = (("period_start", "period_end"), ("date_start", "date_end"))[record["kind"] == "event"]
        days = [date.fromisoformat(record[name]) for name in (first, last) if record.get(name)]
        assert days == sorted(days), record["id"]
        assert all(date.fromisoformat(day) for day in record.get("date_accept", []))


def test_bounds_are_in_order_and_optional_records_say_why(page: Path) -> None:
    for record in gold(page):
        if record["kind"] == "quantity" and None not in (record["lower"], record["upper"]):
            assert record["lower"] <= record["upper"], record["id"]
        if record["kind"] != "trap":
            assert record["optional"] == bool(record["optional_reason"]), record["id"]


def test_both_halves_are_large_and_of_one_kind() -> None:
    halves = Counter(path.parent.name for path in PAGES)
    layouts = {half: {reading(p).article.layout for p in PAGES if p.parent.name == half} for half in halves}
    assert min(halves.values()) >= 13
    assert layouts["dev"] == layouts["held"]
