"""The docs cannot lie: every command and setting is in README, what is generated is current, links lead somewhere."""

import re
from pathlib import Path

import pytest

from flows.cli import main
from flows.settings import PREFIX, Settings
from warehouse.dictionary import is_stale

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_readme(command: str) -> None:
    assert re.search(rf"`eventwire {command}\b|, `{command}`", README)


@pytest.mark.parametrize("field", Settings.__dataclass_fields__)
def test_every_setting_is_in_readme_with_its_default(field: str) -> None:
    row = re.search(rf"^\| `{PREFIX}{field.upper()}` \| `([^`]*)` \|", README, re.MULTILINE)
    assert row is not None
    assert row[1] == f"{getattr(Settings(), field)}".removesuffix(".0")


def test_ci_runs_what_readme_gives_for_the_tests() -> None:
    command = re.findall(r"^```sh\n(.*?)\n```", README, re.MULTILINE | re.DOTALL)[1]
    assert command.endswith("&& tests/check")
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").endswith(f"\n{command}\n")


def test_the_schema_page_is_current() -> None:
    assert not is_stale(ROOT / "docs/schema.md"), "run: python -m warehouse.dictionary docs/schema.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_example_of_readme_is_a_command() -> None:
    for words in re.findall(r"^eventwire (\S+)", README, re.MULTILINE):
        assert words in main.commands
