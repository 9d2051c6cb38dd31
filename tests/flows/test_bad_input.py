"""Bad pages are recorded and the rest is read; what stops a run says which file, why, and what to do next."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import SEEDS, Type, type_command

SEED = (SEEDS / "000_0fbc5b6d65aac496.txt").read_bytes()
CUT = SEED[: SEED.index(b"Britain-based") + 40]


def issues(warehouse: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(type_command(warehouse, "issues", "--format", "json").stdout)
    return found


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        pytest.param("bad.txt", b"", "empty", id="an empty file"),
        pytest.param("bad.txt", b" \n\t\n", "empty", id="nothing but blanks"),
        pytest.param("bad.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "binary", id="a binary file"),
        pytest.param("bad.html", b"\x89PNG\r\n\x1a\n" + bytes(4000), "binary", id="a picture called a page"),
        pytest.param("bad.txt", b"x" * 50_000_000, "too_large", id="a file of 50 MB"),
        pytest.param("bad.html.gz", gzip.compress(b"<p>cut</p>" * 999)[:60], "unreadable", id="a gzip cut off"),
        pytest.param(
            "bad.html",
            b"<html><head><title>Newsletter</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
            "not_an_article",
            id="a page without an article",
        ),
    ],
)
def test_a_bad_page_is_an_issue_and_the_next_page_is_read(
    tmp_path: Path, eventwire: Type, name: str, body: bytes, code: str
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / name).write_bytes(body)
    (pages / "good.txt").write_bytes(SEED)
    result = eventwire("replay", str(pages))
    assert result.exit_code == 1
    assert "1 new articles" in result.stderr
    assert "eventwire issues" in result.stderr
    (issue,) = issues(tmp_path / "warehouse.duckdb")
    assert (issue["level"], issue["code"], issue["document"]) == ("error", code, name)
    assert name in issue["message"]


def test_a_dump_cut_in_the_middle_gives_the_article_that_is_there(tmp_path: Path, eventwire: Type) -> None:
    (tmp_path / "cut.txt").write_bytes(CUT)
    result = eventwire("replay", str(tmp_path / "cut.txt"))
    assert "1 new articles" in result.stderr
    shown = eventwire("show", "cut.txt").stdout
    assert "Rebels proposed" in shown


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_read_the_same_words(tmp_path: Path, eventwire: Type, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes(SEED.decode().encode(encoding))
    assert eventwire("replay", str(tmp_path / "page.txt")).exit_code == 0
    teaser = eventwire("query", "SELECT teaser FROM articles", "--format", "csv").stdout
    assert 'called for an ""immediate"" ceasefire' in teaser


def test_a_path_that_does_not_exist_exits_with_3(eventwire: Type) -> None:
    result = eventwire("replay", "no/such/folder")
    assert result.exit_code == 3
    assert "no/such/folder: no such file or folder; give a page" in result.stderr


def test_a_folder_that_cannot_be_written_exits_with_4(tmp_path: Path) -> None:
    # The superuser may write into any folder, so the warehouse is put where nobody can: below a file.
    (tmp_path / "file").write_text("")
    result = type_command(tmp_path / "file" / "warehouse.duckdb", "replay", str(SEEDS))
    assert result.exit_code == 4
    assert "name another --warehouse" in result.stderr


def test_a_locked_warehouse_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, eventwire: Type) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    (tmp_path / "first.txt").write_bytes(CUT)
    assert eventwire("replay", str(tmp_path / "first.txt")).exit_code == 0
    hold = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    monkeypatch.setenv("EVENTWIRE_LOCK_TIMEOUT", "0.3")
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(warehouse)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        locked = eventwire("replay", str(SEEDS))
        holder.communicate()
    assert locked.exit_code == 4
    assert f"process {holder.pid}" in locked.stderr
    assert eventwire("replay", str(SEEDS)).exit_code == 0
    assert eventwire("query", "SELECT count(*) AS n FROM articles", "--format", "csv").stdout == "n\n3\n"


def test_a_warehouse_of_a_newer_version_is_left_alone(tmp_path: Path, eventwire: Type) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    assert eventwire("replay", str(SEEDS)).exit_code == 0
    with duckdb.connect(warehouse) as con:
        con.execute("INSERT INTO meta.migrations VALUES (9999, '9999_future.sql', 'x', now()::TIMESTAMP)")
    before = warehouse.read_bytes()
    result = eventwire("replay", str(SEEDS))
    assert result.exit_code == 4
    assert "upgrade eventwire" in result.stderr
    assert warehouse.read_bytes() == before


def test_output_into_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    assert type_command(warehouse, "replay", str(SEEDS)).exit_code == 0
    command = f"{sys.executable} -m flows.cli --warehouse {warehouse} query 'FROM sentences' --format csv | head -n 1"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""
