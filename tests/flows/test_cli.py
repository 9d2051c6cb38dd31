"""What a person types: data on stdout, narration on stderr, the exit code says how it went."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import duckdb
import pytest

from extractors.model import Issue
from flows.cli import main
from flows.live.turn import turn
from flows.sources.clock import REAL
from tests.flows.conftest import SEEDS, Replayed, Type, type_command
from warehouse.batches import Batch, utc_now
from warehouse.outbox import Outbox
from warehouse.paths import outbox_path
from warehouse.store import Warehouse


@pytest.fixture(autouse=True)
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever server runs on this machine, doctor does not find it."""
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")


TIMELINE = "SELECT event_date, event_type, status, attributed_to FROM events ORDER BY 1"


def test_replaying_the_seeds_prints_their_events(seeds: Replayed) -> None:
    assert seeds.result.exit_code == 0, seeds.result.stderr
    assert "2 new articles" in seeds.result.stderr
    header, rule, *rows = seeds.result.stdout.splitlines()
    assert header.startswith("event_date")
    assert set(rule) == {"-", " "}
    assert len(rows) > 30


def test_replaying_again_says_that_nothing_is_new(seeds: Replayed) -> None:
    before = type_command(seeds.warehouse, "query", "SELECT * FROM all_events ORDER BY event_id", "--format", "csv")
    again = type_command(seeds.warehouse, "replay", str(SEEDS))
    assert again.exit_code == 0
    assert "nothing new" in again.stderr
    assert again.stdout == ""
    after = type_command(seeds.warehouse, "query", "SELECT * FROM all_events ORDER BY event_id", "--format", "csv")
    assert after.stdout == before.stdout


def test_a_query_reads_like_a_timeline_of_the_battle(seeds: Replayed) -> None:
    result = type_command(seeds.warehouse, "query", TIMELINE, "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    dated = [row for row in rows if row["event_date"]]
    assert [row["event_date"] for row in dated] == sorted(row["event_date"] for row in dated)
    assert {"2016-12-05", "2016-12-06", "2016-12-07", "2016-12-12"} <= {row["event_date"] for row in dated}
    assert any("Lavrov" in (row["attributed_to"] or "") for row in rows)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("words", [["tables"], ["issues"], ["runs"], ["query", "FROM articles"]], ids=lambda w: w[0])
def test_reading_commands_print_every_format(seeds: Replayed, words: list[str], form: str) -> None:
    result = type_command(seeds.warehouse, *words, "--format", form)
    assert result.exit_code == 0, result.stderr
    if form in ("json", "jsonl"):
        for part in [result.stdout] if form == "json" else result.stdout.splitlines():
            json.loads(part)


def test_show_puts_each_event_under_the_sentence_that_says_it(seeds: Replayed) -> None:
    shown = type_command(seeds.warehouse, "show", "Aleppo victory").stdout
    assert "Syrian army on verge of major Aleppo victory" in shown
    after_slam = shown.split("in support of Assad.", 1)[1]
    assert "ACCUSE" in after_slam.split("\n\n", 1)[0]


def test_show_names_the_articles_when_several_fit(seeds: Replayed) -> None:
    result = type_command(seeds.warehouse, "show", "Aleppo")
    assert result.exit_code == 2
    assert "2 articles fit 'Aleppo'" in result.stderr


@pytest.mark.parametrize("kind", ["events", "quantities"])
@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "score-jsonl"])
def test_exports_are_written_whole(seeds: Replayed, tmp_path: Path, kind: str, form: str) -> None:
    target = tmp_path / "out"
    result = type_command(seeds.warehouse, "export", kind, "--format", form, "-o", str(target))
    assert result.exit_code == 0, result.stderr
    assert target.stat().st_size > 1000
    if form == "score-jsonl":
        records = [json.loads(line) for line in target.read_text().splitlines()]
        assert {record["document"] for record in records} == {page.name for page in SEEDS.glob("*.txt")}


def test_a_package_says_what_its_columns_mean(seeds: Replayed, tmp_path: Path) -> None:
    result = type_command(seeds.warehouse, "export", "package", "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    assert "2 articles" in result.stderr
    assert '"description"' in (tmp_path / "out/datapackage.json").read_text()


def test_a_whole_warehouse_goes_out_and_comes_back(seeds: Replayed, tmp_path: Path) -> None:
    assert type_command(seeds.warehouse, "export", "warehouse", "-o", str(tmp_path / "out")).exit_code == 0
    back = tmp_path / "back.duckdb"
    result = type_command(back, "import", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    told = [type_command(path, "query", "FROM timeline", "--format", "csv").stdout for path in (seeds.warehouse, back)]
    assert told[0] == told[1] != ""


def test_code_reads_standard_input_to_json(eventwire: Type) -> None:
    text = "Rebels killed 12 soldiers near Goma on Monday.\n\nThe president condemned the attack."
    result = eventwire("code", "-", "--date", "2024-05-15", stdin=text)
    assert result.exit_code == 0, result.stderr
    records = [json.loads(line) for line in result.stdout.splitlines()]
    first = next(record for record in records if record["kind"] == "event")
    assert (first["event_type"], first["time"]["start"][:10]) == ("ASSAULT", "2024-05-13")
    assert [(r["count_type"], r["lower"]) for r in records if r["kind"] == "quantity"] == [("killed", 12)]


def test_explain_names_the_rule_that_fired(eventwire: Type) -> None:
    result = eventwire("explain", "Russia vetoed the draft on Monday.", "--date", "2016-12-07")
    assert result.exit_code == 0, result.stderr
    assert "REJECT" in result.stdout
    assert "2016-12-05" in result.stdout


def test_check_finds_nothing_in_the_seeds(seeds: Replayed) -> None:
    result = type_command(seeds.warehouse, "check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_names_the_promise_that_is_broken(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    type_command(warehouse, "replay", str(SEEDS))
    with duckdb.connect(warehouse) as con:
        con.execute("INSERT INTO core.sentences SELECT * FROM core.sentences LIMIT 1")
    Warehouse(warehouse).published_path.unlink()
    Warehouse(warehouse).publish()
    result = type_command(warehouse, "check", "--format", "csv")
    assert result.exit_code == 4
    assert "003_sentences_are_unique" in result.stdout


def test_doctor_loads_what_is_stuck_in_the_outbox_when_asked_to(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    issue = Issue(level="info", code="odd", document="x", message="x")
    batch = Batch(source="x", window="x", run_id=UUID(int=1), extractions=(), issues=(issue,))
    Outbox(outbox_path(warehouse)).spool(batch, utc_now())
    stuck = type_command(warehouse, "doctor")
    assert stuck.exit_code == 1
    assert "1 batches wait for the next run; `doctor --fix`" in stuck.stdout
    mended = type_command(warehouse, "doctor", "--fix")
    assert mended.exit_code == 0
    assert "mended: 1 batches loaded" in mended.stdout
    assert type_command(warehouse, "issues", "--format", "csv").stdout.count("odd") == 1


def test_doctor_names_who_has_been_asking_the_live_sources_for_too_long(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    long_ago = replace(REAL, now=lambda: utc_now() - timedelta(hours=1))
    with turn(warehouse, long_ago):
        stuck = type_command(warehouse, "doctor")
    assert stuck.exit_code == 1
    assert f"end it if it hangs (kill {os.getpid()})" in stuck.stdout


def test_doctor_names_paths_schema_and_last_run(seeds: Replayed) -> None:
    result = type_command(seeds.warehouse, "doctor")
    assert result.exit_code == 0
    for expected in (str(seeds.warehouse), "schema", "replay succeeded", "duckdb"):
        assert expected in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["replai", "seeds"], "did you mean 'replay'?", id="a near miss names the command"),
        pytest.param(["query", "SELECT * FROM event"], "Did you mean", id="a near miss names the view"),
        pytest.param(["query", "DROP VIEW events"], "read-only", id="nothing can be changed"),
        pytest.param(["show", "Alepo victory"], "Did you mean", id="a near miss names the article"),
        pytest.param(["export", "events", "--format", "xlsx"], "'parquet'", id="a format lists the formats"),
        pytest.param(["export", "package"], "-o", id="a package wants a folder"),
        pytest.param(
            ["export", "warehouse", "--format", "csv", "-o", "no"], "parquet only", id="a warehouse is Parquet"
        ),
    ],
)
def test_wrong_use_exits_with_2_and_says_what_is_right(seeds: Replayed, words: list[str], message: str) -> None:
    result = type_command(seeds.warehouse, *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_reading_before_the_first_replay_says_what_to_do(eventwire: Type) -> None:
    result = eventwire("tables")
    assert result.exit_code == 4
    assert "eventwire replay seeds" in result.stderr


def test_every_command_shows_an_example_of_its_use() -> None:
    for name, command in main.commands.items():
        assert f"eventwire {name}" in (command.help or "") or f"| eventwire {name}" in (command.help or ""), name


def test_a_replay_ends_without_a_word_of_the_interpreter(tmp_path: Path) -> None:
    words = ["-m", "flows.cli", "--warehouse", str(tmp_path / "w.duckdb"), "replay", str(SEEDS), "--format", "csv"]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    assert [line for line in done.stderr.splitlines() if "new articles" not in line] == []


def test_help_loads_neither_spacy_nor_prefect_nor_duckdb() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from flows.cli import main; CliRunner().invoke(main, ['-h']);"
        "print([name for name in ('spacy', 'prefect', 'duckdb', 'trafilatura', 'httpx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
