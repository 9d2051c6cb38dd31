"""The cookbook cannot lie: each question is asked of the seeds and its answer is the one kept beside it."""

import re
from pathlib import Path

import pytest

from tests.warehouse import cookbook
from tests.warehouse.cookbook import COMMAND, FOLDER, Question, questions

ASKED = questions()


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cookbook.replay_seeds(tmp_path_factory.mktemp("cookbook"))


@pytest.mark.parametrize("question", ASKED, ids=lambda question: str(question.path.stem))
def test_the_answer_is_the_one_that_is_kept(seeds: Path, question: Question) -> None:
    told = cookbook.difference(question.kept, question.answer(seeds))
    assert told == "", f"look at `{COMMAND}` and accept with --accept:\n{told}"


def test_the_contents_page_is_current() -> None:
    assert cookbook.difference(FOLDER / "README.md", cookbook.contents()) == "", f"run: {COMMAND} --accept"


def test_there_are_enough_questions_and_each_is_one() -> None:
    assert len(ASKED) >= 15
    assert [question.path.name for question in ASKED if not re.fullmatch(r"\w.*\?", question.words)] == []


def test_every_answer_belongs_to_a_question() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {question.path.stem for question in ASKED}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: str(question.path.stem))
def test_rows_come_in_a_fixed_order(question: Question) -> None:
    assert "ORDER BY" in question.path.read_text(encoding="utf-8") or "FROM timeline" in question.path.read_text()
