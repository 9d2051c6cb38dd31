"""Import costs: what the import contracts cannot see, because it happens at run time."""

import subprocess
import sys

import pytest

PREFECT = ("prefect", "fastapi", "sqlalchemy")
HTTP = ("httpx", "httpx2", "requests", "aiohttp")


@pytest.mark.parametrize(
    ("module", "outside"),
    [
        ("extractors", PREFECT + HTTP),
        ("extractors.pages.read", PREFECT + HTTP),
        ("extractors.extract", PREFECT),  # spaCy loads its own download command, and with it an HTTP client
        ("warehouse.store", PREFECT + HTTP),
        ("warehouse.read", PREFECT + HTTP),
        ("flows.pipeline", PREFECT + HTTP),
        ("flows.cli", PREFECT + HTTP),
    ],
)
def test_the_core_loads_neither_prefect_nor_an_http_client(module: str, outside: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {outside} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_extractors_do_not_load_the_database() -> None:
    code = "import sys, extractors.extract; print('duckdb' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
