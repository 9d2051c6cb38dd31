"""Settings come from the environment, an option wins, and a wrong value names itself."""

from pathlib import Path

import pytest

from extractors.errors import UsageError
from flows.settings import Settings, read_settings


def test_without_variables_the_defaults_hold() -> None:
    assert read_settings({"HOME": "/nowhere"}) == Settings()


def test_variables_set_every_field() -> None:
    environ = {
        "EVENTWIRE_WAREHOUSE": "w.duckdb",
        "EVENTWIRE_LANGUAGE_MODEL": "en_core_web_sm",
        "EVENTWIRE_BATCH_SIZE": "50",
        "EVENTWIRE_WORKERS": "2",
        "EVENTWIRE_LOCK_TIMEOUT": "1.5",
    }
    assert read_settings(environ) == Settings(
        warehouse=Path("w.duckdb"), language_model="en_core_web_sm", batch_size=50, workers=2, lock_timeout=1.5
    )


def test_the_option_wins_over_the_variable() -> None:
    assert read_settings({"EVENTWIRE_WAREHOUSE": "a.duckdb"}, warehouse=Path("b.duckdb")).warehouse == Path("b.duckdb")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("EVENTWIRE_BATCH_SIZE", "many", id="a word is no number"),
        pytest.param("EVENTWIRE_BATCH_SIZE", "0", id="a batch holds at least one page"),
        pytest.param("EVENTWIRE_LOCK_TIMEOUT", "-1", id="nobody waits backwards"),
        pytest.param("EVENTWIRE_LOCK_TIMEOUT", "nan", id="not a number is no number"),
    ],
)
def test_a_wrong_value_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"{name}='{value}'"):
        read_settings({name: value})


def test_a_misspelt_variable_is_told_with_the_right_ones() -> None:
    with pytest.raises(UsageError, match=r"EVENTWIRE_WAREHOSE is no setting; .*EVENTWIRE_WAREHOUSE"):
        read_settings({"EVENTWIRE_WAREHOSE": "x"})
