"""A warehouse with the seeds in it, made once; and a way to type commands."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"

Type = Callable[..., Result]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """The seeds' warehouse and what the replay that made it printed."""

    warehouse: Path
    result: Result


def type_command(warehouse: Path, *words: str, stdin: str | None = None) -> Result:
    """Run a command as a person would, on that warehouse."""
    return CliRunner().invoke(main, ["--warehouse", str(warehouse), *words], input=stdin)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Replayed:
    warehouse = tmp_path_factory.mktemp("seeds") / "warehouse.duckdb"
    return Replayed(warehouse=warehouse, result=type_command(warehouse, "replay", str(SEEDS)))


@pytest.fixture
def eventwire(tmp_path: Path) -> Type:
    """Type a command on a fresh warehouse of this test."""
    return lambda *words, stdin=None: type_command(tmp_path / "warehouse.duckdb", *words, stdin=stdin)
