"""`eventwire ingest` and `eventwire sources` as a person types them, and pages that are no plain articles."""

from pathlib import Path

import pytest

from flows.settings import Settings
from tests.flows.conftest import type_command
from tests.flows.live.conftest import SHELLING, TALKS, Ingest
from tests.flows.live.publisher import FakeTime, Publisher, Story
from warehouse import read


@pytest.fixture
def catalogue(publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    publisher.base = f"http://127.0.0.1:{publisher.port}"
    file = tmp_path / "sources.toml"
    file.write_text(f'[[source]]\nname = "local"\nkind = "feed"\nurl = "{publisher.base}/xml/rss-en-all"\n')
    monkeypatch.setenv("EVENTWIRE_SOURCES", str(file))
    monkeypatch.setenv("EVENTWIRE_CONTACT", "desk@example.org")
    return file


def test_a_pass_prints_the_new_events_and_the_second_says_that_nothing_is_new(catalogue: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    first = type_command(warehouse, "ingest", "--format", "csv")
    assert first.exit_code == 0, first.output
    assert "ASSAULT" in first.stdout
    assert "2 new articles" in first.stderr
    again = type_command(warehouse, "ingest")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "nothing new, and nothing is due\n"
    states = type_command(warehouse, "sources", "--format", "csv").stdout.splitlines()
    assert states[0].startswith("source,kind,language,section,every,asked_at,outcome,entries,failures,next_at")
    assert states[1].startswith("local,feed,en,,15 min,")
    assert ",changed,2,0," in states[1]
    assert catalogue.exists()


def test_sources_are_listed_before_anything_was_asked(tmp_path: Path) -> None:
    listed = type_command(tmp_path / "warehouse.duckdb", "sources", "--format", "csv").stdout.splitlines()
    assert [line.split(",")[0] for line in listed] == ["source", "dw-en", "dw-en-news", "dw-en-archive"]


def test_an_unknown_source_is_wrong_use(tmp_path: Path) -> None:
    done = type_command(tmp_path / "warehouse.duckdb", "ingest", "--source", "dw-em")
    assert done.exit_code == 2
    assert "did you mean dw-en?" in done.stderr


def test_films_galleries_and_live_pages_are_recorded_as_such(
    run: Ingest, publisher: Publisher, settings: Settings
) -> None:
    publisher.publish(
        Story(number=79000011, title="A film", text=SHELLING.text, kind="video"),
        Story(number=79000012, title="Some pictures", text=TALKS.text, kind="g"),
        Story(number=79000013, title="Election night", text=SHELLING.text, kind="live"),
    )
    run()
    found = read.query(settings.warehouse, "SELECT kind, count(*) FROM articles GROUP BY 1 ORDER BY 1").rows
    assert found == (("article", 2), ("gallery", 1), ("live", 1), ("video", 1))


def test_a_stub_is_looked_at_every_quarter_of_an_hour_until_it_is_written(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    publisher.stories.clear()
    stub = Story(number=79000021, title="Quake hits", text=("A quake hit Chile, police said.", "More to follow..."))
    publisher.publish(stub)
    for _ in range(5):
        run()
        time.pass_by(minutes=16)
    publisher.edit(stub.number, "A quake hit Chile on Wednesday and killed four people, police said.", at=time.moment)
    run()
    found = read.query(settings.warehouse, "SELECT is_stub, is_changed, rung FROM meta.visits ORDER BY visited_at").rows
    assert found == ((True, True, 0), *[(True, False, 0)] * 4, (False, True, 0))


def test_an_article_that_now_leads_to_an_overview_is_withdrawn(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    publisher.extra[f"{TALKS.path}?maca=en-rss-en-all-1573-rdf"] = (302, "text/html", b"")
    publisher.extra["/en/news/s-9097"] = (200, "text/html", b"<html><h1>All news</h1></html>")
    publisher.headers["Location"] = "/en/news/s-9097"
    time.pass_by(minutes=16)
    run()
    found = read.query(
        settings.warehouse, "SELECT outcome FROM meta.visits WHERE article_key = 'dw:79000002' ORDER BY visited_at"
    )
    assert found.rows == (("fetched",), ("withdrawn",))
    assert read.query(settings.warehouse, "SELECT count(*) FROM issues").rows == ((0,),)
