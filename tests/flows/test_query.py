"""Where a statement may come from: an argument, a file, standard input; with comments anywhere."""

from pathlib import Path

import pytest

from tests.flows.conftest import Replayed, type_command
from tests.warehouse.cookbook import questions

ONE = "SELECT 1 AS one"
ANSWER = "one\n1\n"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([ONE], id="as it is"),
        pytest.param([f"-- words\n{ONE}"], id="behind a comment"),
        pytest.param([f"--words\n{ONE}"], id="behind a comment without a space"),
        pytest.param([f"--\n{ONE}"], id="behind an empty comment"),
        pytest.param([f"-- one\n-- two: --format json\n{ONE} -- three"], id="among comments"),
        pytest.param([f"/* words */ {ONE}"], id="behind a comment of C"),
        pytest.param(["--", f"-- words\n{ONE}"], id="behind the end of options"),
    ],
)
@pytest.mark.parametrize("first", [True, False], ids=["format first", "format last"])
def test_a_statement_may_begin_with_a_comment(seeds: Replayed, words: list[str], first: bool) -> None:
    form = ["--format", "csv"]
    if not first and words[0] == "--":
        pytest.skip("behind -- nothing is an option")
    result = type_command(seeds.warehouse, "query", *(form if first else []), *words, *([] if first else form))
    assert (result.exit_code, result.stdout) == (0, ANSWER), result.stderr


@pytest.mark.parametrize("words", [["-"], ["--file", "-"]], ids=" ".join)
def test_a_statement_may_come_by_standard_input(seeds: Replayed, words: list[str]) -> None:
    result = type_command(seeds.warehouse, "query", *words, "--format", "csv", stdin=f"-- words\n{ONE};\n")
    assert (result.exit_code, result.stdout) == (0, ANSWER), result.stderr


def test_a_statement_may_come_from_a_file_of_the_cookbook(seeds: Replayed) -> None:
    question = questions()[0]
    result = type_command(seeds.warehouse, "query", "--file", str(question.path), "--format", "csv")
    assert result.stdout == question.answer(seeds.warehouse)
    result = type_command(seeds.warehouse, "query", question.path.read_text(encoding="utf-8"), "--format", "csv")
    assert result.stdout == question.answer(seeds.warehouse)


def test_a_file_may_begin_with_a_mark_of_its_bytes(seeds: Replayed, tmp_path: Path) -> None:
    (tmp_path / "one.sql").write_text(ONE, encoding="utf-8-sig")
    assert (
        type_command(seeds.warehouse, "query", "--file", str(tmp_path / "one.sql"), "--format", "csv").stdout == ANSWER
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param([], "name one statement", id="none"),
        pytest.param([ONE, "--file", "-"], "name one statement", id="two"),
        pytest.param(["--file", "no/such.sql"], "No such file", id="a file that is not there"),
        pytest.param(["--fiel", "x.sql"], "--file", id="a wrong option is still named"),
        pytest.param(["-- nothing but words"], "no statement", id="only a comment"),
        pytest.param([""], "no statement", id="nothing"),
    ],
)
def test_what_is_no_statement_is_said(seeds: Replayed, words: list[str], told: str) -> None:
    result = type_command(seeds.warehouse, "query", *words, stdin="")
    assert result.exit_code == 2
    assert told in result.stderr
