"""Appending: exactly once, whatever is repeated and in whatever order; what is current is chosen by rule."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import WarehouseError
from extractors.model import Block, Extraction, Issue
from tests.warehouse.facts import facts
from tests.warehouse.material import RUN, article, batch, extraction, killed, page, shelling, unreadable
from warehouse import read
from warehouse.batches import Appended, Batch
from warehouse.connection import log_limit, writing
from warehouse.store import Warehouse


def test_a_batch_adds_its_articles_events_quantities_and_issues(warehouse: Warehouse) -> None:
    assert warehouse.append(batch(extraction(1), extraction(2), unreadable(3))) == Appended(
        new_articles=2, quarantined=1, new_events=4, new_quantities=2, issues=3
    )


def test_the_same_batch_again_adds_nothing(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), unreadable(2)))
    before = facts(warehouse.path)
    assert warehouse.append(batch(extraction(1), unreadable(2))) == Appended(known_articles=1)
    assert facts(warehouse.path) == before


def test_the_same_pages_in_another_window_add_nothing(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), unreadable(2), window="first"))
    before = facts(warehouse.path)
    again = warehouse.append(batch(unreadable(2), extraction(1), window="second"))
    assert again == Appended(known_articles=1, quarantined=1)
    assert facts(warehouse.path) == before


def test_a_page_twice_in_one_batch_counts_once(warehouse: Warehouse) -> None:
    appended = warehouse.append(batch(extraction(1), extraction(1)))
    assert (appended.new_articles, appended.new_events) == (1, 2)


def test_a_batch_without_anything_writes_nothing(path: Path) -> None:
    assert Warehouse(path).append(batch()) == Appended()
    assert not path.parent.exists()


def test_an_issue_without_a_page_is_kept(warehouse: Warehouse) -> None:
    trouble = Issue(level="error", code="not_found", document="gone.html", message="No such file.")
    warehouse.append(Batch(source="folder", window="w", run_id=RUN, extractions=(), issues=(trouble,)))
    warehouse.publish()
    assert [row[2:5] for row in read.issues(warehouse.path).rows] == [("not_found", "gone.html", "No such file.")]


def test_pages_of_two_extractors_cannot_share_a_batch() -> None:
    with pytest.raises(WarehouseError, match=r"0\.1\.0, 0\.2\.0"):
        batch(extraction(1), extraction(2, version="0.2.0"))


def test_an_edited_article_is_a_new_revision_and_the_old_one_stays(warehouse: Warehouse) -> None:
    early, late = (datetime.fromisoformat(f"2020-03-04T{hour}:00") for hour in (10, 12))
    warehouse.append(batch(extraction(1, fetched_at=early), window="1"))
    appended = warehouse.append(batch(extraction(1, edit="Another paragraph.", fetched_at=late), window="2"))
    warehouse.publish()
    assert appended.new_articles == 1
    assert read.query(warehouse.path, "SELECT count(*) FROM core.articles").rows == ((2,),)
    shown = read.query(warehouse.path, "SELECT revisions, contains(article_text, 'Another paragraph.') FROM articles")
    assert shown.rows == ((2, True),)


def test_an_event_keeps_its_id_when_the_article_is_edited_elsewhere(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), window="1"))
    warehouse.append(batch(extraction(1, edit="Another paragraph."), window="2"))
    warehouse.publish()
    counted = read.query(warehouse.path, "SELECT count(*), count(DISTINCT event_id) FROM core.events")
    assert counted.rows == ((4, 2),)


@pytest.mark.parametrize("order", [("0.9.0", "0.10.0"), ("0.10.0", "0.9.0")], ids=["newer last", "newer first"])
def test_the_newest_extractor_is_told_by_numbers_not_by_text(warehouse: Warehouse, order: tuple[str, str]) -> None:
    for version in order:
        warehouse.append(batch(extraction(1, version=version), window=version))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT extractor_version FROM events").rows == (("0.10.0",),)
    assert read.query(warehouse.path, "SELECT count(*) FROM core.events").rows == ((4,),)


def test_a_page_fetched_later_wins_over_a_newer_extractor(warehouse: Warehouse) -> None:
    early, late = (datetime.fromisoformat(f"2020-03-04T{hour}:00") for hour in (10, 12))
    warehouse.append(batch(extraction(1, edit="Late.", fetched_at=late), window="1"))
    warehouse.append(batch(extraction(1, version="0.2.0", fetched_at=early), window="2"))
    warehouse.publish()
    shown = read.query(warehouse.path, "SELECT extractor_version, contains(article_text, 'Late.') FROM articles")
    assert shown.rows == (("0.1.0", True),)


def test_a_corrected_publication_date_is_read_anew(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1, published=None), window="1"))
    warehouse.append(batch(extraction(1, published=date(2020, 3, 4)), window="2"))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT published_date FROM articles").rows == ((date(2020, 3, 4),),)


def test_only_actual_claimed_and_threatened_acts_are_headline_events(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT status FROM events").rows == (("claimed",),)
    assert read.query(warehouse.path, "SELECT status FROM all_events ORDER BY 1").rows == (("claimed",), ("planned",))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a zero byte \x00 in the text", id="a zero byte"),
        pytest.param("🕊 Ⅷ éa \u202e\u2028\t\r\n\\N \"quoted\" 'so'", id="letters of every width, quotes and line ends"),
        pytest.param("x" * 1_000_000, id="a million characters"),
    ],
)
def test_any_text_goes_in(warehouse: Warehouse, text: str) -> None:
    assert warehouse.append(batch(extraction(1, edit=text))).new_articles == 1


def test_a_lone_surrogate_becomes_a_question_mark(warehouse: Warehouse) -> None:
    broken = replace(extraction(1), article=replace(article(1), kicker="half \ud800 a letter"))
    warehouse.append(batch(broken))
    warehouse.publish()
    assert read.query(warehouse.path, "SELECT kicker FROM articles").rows == (("half ? a letter",),)


def test_the_text_comes_back_as_it_was(warehouse: Warehouse) -> None:
    text = "🕊 Ⅷ éa \u202e\u2028\t\\N \"quoted\" 'so'"
    warehouse.append(batch(extraction(1, edit=text)))
    warehouse.publish()
    (row,) = read.query(warehouse.path, "SELECT article_text FROM articles").rows
    assert row == (article(1, edit=text).text,)


def test_every_field_comes_back_as_it_was(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    of = article(1)
    event, time, place = shelling(of), shelling(of).time, shelling(of).place
    assert place is not None
    assert time.span is not None
    assert place.span is not None
    (row,) = read.query(warehouse.path, "SELECT * EXCLUDE (extraction_id, event_id, batch_id) FROM core.events "
                                        "WHERE event_type = 'ASSAULT'").rows  # fmt: skip
    assert row == (
        0, event.event_type, event.mode, "material conflict", event.status,
        time.start, time.end, time.precision, time.value, time.span.text, time.span.start, time.method,
        place.name, place.part, place.span.text, place.span.start, place.latitude, place.longitude, place.country,
        place.admin1, place.precision, place.gazetteer, place.gazetteer_id, place.method,
        list(event.contexts), event.attributed_to, event.attribution_cue, event.rule_id, event.confidence,
    )  # fmt: skip
    count = killed(of)
    (row,) = read.query(
        warehouse.path,
        "SELECT count_type, count_min, count_max, qualifier, quantity_text, who, unit, is_cumulative, attributed_to, "
        "status, rule_id, place_name, time_start FROM core.quantities",
    ).rows
    assert row == (
        count.count_type, count.lower, count.upper, count.qualifier, count.span.text, count.who, count.unit,
        count.cumulative, count.attributed_to, count.status, count.rule_id, place.name, time.start,
    )  # fmt: skip


def test_things_and_money_are_kept_beside_people(warehouse: Warehouse) -> None:
    whole = extraction(1)
    aid = replace(whole.quantities[0], count_type=None, unit="money", outcome="pledged", currency="EUR", who=None)
    warehouse.append(batch(replace(whole, quantities=(*whole.quantities, aid))))
    warehouse.publish()
    told = read.query(warehouse.path, "SELECT count_type, unit, outcome, currency FROM quantities ORDER BY ALL").rows
    assert list(told) == [("killed", "people", None, None), (None, "money", "pledged", "EUR")]


def test_pages_come_back_byte_for_byte(warehouse: Warehouse) -> None:
    pages = [extraction(number).page for number in range(5)]
    warehouse.append(batch(*map(extraction, range(5))))
    back = [one for chunk in warehouse.pages(2) for one in chunk]
    assert sorted(back, key=lambda one: one.name) == pages


def test_pages_that_were_read_are_not_read_again(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1), unreadable(2)))
    pages = (extraction(1).page, page(9), unreadable(2).page)
    assert warehouse.unread(pages, "0.1.0") == (page(9),)
    assert warehouse.unread(pages, "0.2.0") == pages


def test_the_cursor_moves_with_its_batch(warehouse: Warehouse) -> None:
    assert warehouse.cursor("feed") is None
    warehouse.append(batch(extraction(1), source="feed", cursor="2020-03-04"))
    assert warehouse.cursor("feed") == "2020-03-04"


def test_an_older_batch_does_not_move_the_cursor_back(path: Path) -> None:
    times = [datetime.fromisoformat(f"2020-03-0{day}T00:00") for day in (4, 5)]
    old, new = (Warehouse(path, clock=lambda now=now: now) for now in times)  # type: ignore[misc]
    new.append(batch(extraction(2), source="feed", window="b", cursor="second"))
    old.append(batch(extraction(1), source="feed", window="a", cursor="first"))
    assert new.cursor("feed") == "second"


def test_a_run_counts_what_its_batches_added(warehouse: Warehouse) -> None:
    run_id = warehouse.start_run("replay", "folder", extractor_version="0.1.0")
    warehouse.append(Batch(source="folder", window="w", run_id=run_id, extractions=(extraction(1), unreadable(2))))
    warehouse.finish_run(run_id, "succeeded", "All read.")
    warehouse.publish()
    told = "SELECT status, message, batches, pages, articles_new, pages_quarantined, events_new FROM runs"
    assert read.query(warehouse.path, told).rows == (("succeeded", "All read.", 1, 2, 1, 1, 2),)


PIECES = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(["", "An edit.", "Another."]), st.sampled_from(["0.1.0", "0.2.0"])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6, deadline=None)
@given(pieces=PIECES, seed=st.randoms(use_true_random=False))
def test_the_order_of_batches_does_not_matter(pieces: list[tuple[int, str, str]], seed: object) -> None:
    batches = [
        batch(extraction(number, edit=edit, version=version), window=str(position))
        for position, (number, edit, version) in enumerate(pieces)
    ]
    shuffled = list(batches)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    with TemporaryDirectory() as folder:
        one, other = (Warehouse(Path(folder) / f"{name}.duckdb") for name in ("one", "other"))
        for some in batches:
            one.append(some)
        for some in [*shuffled, *batches]:
            other.append(some)
        assert facts(one.path) == facts(other.path)


def test_an_article_without_anything_in_it_is_no_obstacle(warehouse: Warehouse) -> None:
    bare = replace(article(1), blocks=(Block(zone="title", text="T", start=0),))
    appended = warehouse.append(batch(Extraction(page=page(1), article=bare, extractor_version="0.1.0")))
    assert appended == Appended(new_articles=1)


@pytest.mark.parametrize(
    ("size", "limit"), [(0, 16), (7_000_000_000, 54), (10**11, 64)], ids=["a new file", "ten million events", "huge"]
)
def test_the_log_grows_with_the_file_before_it_is_folded_in(size: int, limit: int) -> None:
    assert log_limit(size) == limit


def test_row_groups_are_small_so_that_folding_in_writes_few_rows_again(warehouse: Warehouse) -> None:
    warehouse.append(batch(extraction(1)))
    with writing(warehouse.path, timeout=10) as con:
        con.execute("CREATE TABLE core.many AS SELECT range AS number FROM range(20_000)")
        con.execute("CHECKPOINT")
        groups = con.execute("SELECT count(DISTINCT row_group_id) FROM pragma_storage_info('core.many')").fetchone()
    assert groups == (3,)
