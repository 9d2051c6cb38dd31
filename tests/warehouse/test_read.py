"""Reading: what people ask for, and nothing that could change a row or reach the network."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors.errors import UsageError, WarehouseError
from tests.warehouse.material import APPEAL, RUN, SHELLING, batch, extraction, unreadable
from warehouse import read
from warehouse.store import Warehouse


@pytest.fixture
def filled(warehouse: Warehouse) -> Path:
    warehouse.append(batch(extraction(1), extraction(12), unreadable(3)))
    warehouse.publish()
    return warehouse.path


def test_a_query_gives_columns_types_and_values(filled: Path) -> None:
    sql = "SELECT event_date, event_type, killed_min, killed_max, actors FROM events WHERE document = 'page-1.html'"
    assert read.query(filled, sql) == read.Table(
        columns=("event_date", "event_type", "killed_min", "killed_max", "actors"),
        types=("DATE", "VARCHAR", "BIGINT", "BIGINT", "VARCHAR[]"),
        rows=((date(2020, 3, 3), "ASSAULT", 12, None, ["Grenada Army", "their allies"]),),
    )


@pytest.mark.parametrize(
    ("limit", "rows", "truncated"),
    [(None, 5, False), (5, 5, False), (4, 4, True), (0, 0, True)],
    ids=["all", "exactly as many", "one less", "none"],
)
def test_a_limit_says_when_there_is_more(filled: Path, limit: int | None, rows: int, truncated: bool) -> None:
    table = read.query(filled, "FROM range(5)", limit=limit)
    assert (len(table.rows), table.truncated) == (rows, truncated)


@pytest.mark.parametrize(
    ("sql", "hint"),
    [
        pytest.param("SELECT * FROM evnts", 'Did you mean "events"', id="an unknown table names the nearest"),
        pytest.param("SELECT event_dat FROM events", "event_date", id="an unknown column names the nearest"),
        pytest.param("SELEC 1", "syntax error", id="a slip of the finger"),
        pytest.param("SELECT 'a'::INTEGER", "Could not convert", id="a wrong value"),
        pytest.param("DELETE FROM core.events", "read-only", id="deleting"),
        pytest.param("CREATE TABLE mine (a INTEGER)", "read-only", id="making a table"),
        pytest.param("COPY events TO 'events.csv'", "disabled", id="writing a file"),
        pytest.param("FROM read_csv('/etc/passwd')", "disabled", id="reading a file"),
        pytest.param("FROM 'https://news.example/a.parquet'", "disabled", id="reading the network"),
        pytest.param("INSTALL httpfs", "disabled", id="downloading an extension"),
        pytest.param("SET enable_external_access = true", "Cannot", id="lifting the ban"),
    ],
)
def test_a_wrong_or_forbidden_statement_is_told_in_duckdbs_words(filled: Path, sql: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        read.query(filled, sql)
    assert read.query(filled, "SELECT count(*) FROM core.events").rows == ((4,),)


def test_nothing_to_read_says_what_to_do(path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"news.published.duckdb does not exist. Run `eventwire replay seeds`"):
        read.query(path, "FROM events")


def test_the_published_copy_may_be_named_itself(filled: Path) -> None:
    assert len(read.query(filled.with_name("news.published.duckdb"), "FROM events").rows) == 2


def test_tables_say_what_a_row_is(filled: Path) -> None:
    listed = read.tables(filled)
    assert {"events", "all_events", "articles", "quantities", "sentences", "event_parties", "issues", "runs"} <= {
        row[0] for row in listed.rows
    }
    assert all(str(row[-1]).startswith("One row per ") for row in listed.rows)


@pytest.mark.parametrize("name", ["events", "core.events"])
def test_columns_say_what_they_mean(filled: Path, name: str) -> None:
    assert all(meaning for *_, meaning in read.columns(filled, name).rows)


def test_an_unknown_table_names_the_nearest(filled: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean quantities"):
        read.columns(filled, "quantites")


def test_the_events_of_a_run_are_its_timeline(filled: Path) -> None:
    table = read.run_events(filled, RUN)
    assert [(row[0], row[1], row[3]) for row in table.rows] == [(date(2020, 3, 3), "ASSAULT", "claimed")] * 2


def test_an_article_is_shown_with_events_under_their_sentences(filled: Path) -> None:
    shown = read.show(filled, "page-1.html")
    assert (shown.title, shown.published_date) == ("Harbour shelled", date(2020, 3, 4))
    assert [block.zone for block in shown.blocks] == ["title", "paragraph", "paragraph"]
    shelled, called = shown.blocks[1].sentences
    assert (shelled.text, called.text) == (SHELLING, APPEAL)
    assert [(event.event_type, event.status, event.place, event.mentions) for event in shelled.events] == [
        ("ASSAULT", "claimed", "harbour Port Anse", 2)
    ]
    assert [(count.count_type, count.count_min, count.count_max) for count in shelled.quantities] == [
        ("killed", 12, None)
    ]
    assert [event.event_type for event in called.events] == ["REQUEST"]
    assert shown.blocks[0].sentences[0].events == ()


@pytest.mark.parametrize(
    "name",
    [
        "page-1.html",
        "page-1",
        "dw:1",
        "1",
        "https://news.example/en/a-1",
        "PAGE-1.HTML",
    ],
)
def test_an_article_is_found_by_any_of_its_names(filled: Path, name: str) -> None:
    assert read.show(filled, name).document == "page-1.html"


def test_several_articles_that_fit_are_listed(filled: Path) -> None:
    with pytest.raises(UsageError, match=r"2 articles fit 'shelled': page-1.html .*; page-12.html"):
        read.show(filled, "shelled")


def test_an_article_that_does_not_exist_names_the_nearest(filled: Path) -> None:
    with pytest.raises(UsageError, match=r"No article fits 'page-2.htm'\. Did you mean 'page-12.html'"):
        read.show(filled, "page-2.htm")


def test_several_numbers_on_one_event_are_bounds_and_tolls_over_time_are_none(warehouse: Warehouse) -> None:
    whole = extraction(1)
    (count,) = whole.quantities
    counts = (count, replace(count, lower=14, upper=14), replace(count, lower=900, cumulative=True))
    event = replace(whole.events[0], quantities=(0, 1, 2))
    closed = replace(whole.events[1], status="actual", quantities=(1,))
    warehouse.append(batch(replace(whole, quantities=counts, events=(event, closed))))
    warehouse.publish()
    told = read.query(warehouse.path, "SELECT event_type, killed_min, killed_max FROM events ORDER BY 1")
    assert told.rows == (("ASSAULT", 14, None), ("REQUEST", 14, 14))


def test_one_wording_for_several_parties_is_told_once(warehouse: Warehouse) -> None:
    whole = extraction(1)
    names = [("The leaders", "France"), ("The leaders", "Italy"), ("a minister", None)]
    actors = tuple(replace(whole.events[0].actors[0], text=text, name=name) for text, name in names)
    warehouse.append(batch(replace(whole, events=(replace(whole.events[0], actors=actors),))))
    warehouse.publish()
    told = read.query(warehouse.path, "SELECT actors, actor_text FROM events")
    assert told.rows == ((["France", "Italy", "a minister"], "The leaders; a minister"),)


@pytest.mark.parametrize(
    ("parties", "told"),
    [
        pytest.param([("Army gunners", "Grenada Army", "GRD")], "Grenada Army", id="the canonical name, not the words"),
        pytest.param(
            [("The leaders", None, "FRA"), ("The leaders", None, "ITA")],
            "The leaders (FRA, ITA)",
            id="one wording for several, told apart by country",
        ),
        pytest.param(
            [("The leaders", "France", "FRA"), ("The leaders", "Italy", "ITA")],
            "France; Italy",
            id="one wording for several with names",
        ),
        pytest.param([("Gunmen", None, None), ("Gunmen", None, None)], "Gunmen", id="nothing tells the two apart"),
        pytest.param([], "", id="nobody"),
    ],
)
def test_a_run_and_an_article_name_each_party_once(
    warehouse: Warehouse, parties: list[tuple[str, str | None, str | None]], told: str
) -> None:
    whole = extraction(1)
    one = whole.events[0].actors[0]
    actors = tuple(replace(one, text=text, name=name, country=country) for text, name, country in parties)
    warehouse.append(batch(replace(whole, events=(replace(whole.events[0], actors=actors),))))
    warehouse.publish()
    columns = read.run_events(warehouse.path, RUN)
    assert columns.rows[0][columns.columns.index("actors")] == told
    shown = read.show(warehouse.path, "page-1.html").blocks[1].sentences[0].events[0]
    assert (shown.actor_text or "") == told


def test_a_slow_question_draws_nothing_amid_the_data(warehouse: Warehouse) -> None:
    warehouse.publish()
    drawn = read.query(warehouse.path, "SELECT current_setting('enable_progress_bar')")
    assert drawn.rows == ((False,),)
