"""Settings: read once at the edge, then passed on. The environment gives defaults, options override them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import UsageError

PREFIX = "EVENTWIRE_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run needs to know; every field is the variable EVENTWIRE_<FIELD>."""

    warehouse: Path = Path("data/warehouse.duckdb")
    """The DuckDB file that is written; the read-only copy for people lies beside it."""
    language_model: str = "builtin"
    """`builtin`, an installed spaCy package such as `en_core_web_sm`, or a model folder."""
    batch_size: int = 200
    """Pages that are extracted and committed together."""
    workers: int = 0
    """Processes that extract; 0 chooses by the number of cores and pages."""
    lock_timeout: float = 30.0
    """Seconds to wait for another writer before leaving the batch in the outbox."""
    lists: Path = Path("data/lists")
    """Folder of the user's own places and parties, which `gazetteer add` and `actors add` fill."""
    sources: str = "builtin"
    """`builtin`, or a file of live sources in the form of flows/sources/sources.toml."""
    contact: str = ""
    """Address of a page or mailbox, told to every server that is asked."""
    archive: str = "beside"
    """`beside` the warehouse, or the folder for what live sources answer, as WARC."""


def read_settings(environ: Mapping[str, str], *, warehouse: Path | None = None) -> Settings:
    """Settings from the environment, the option winning. UsageError names the variable and what it may be."""
    known = {field: PREFIX + field.upper() for field in Settings.__dataclass_fields__}
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known.values())
    if unknown:
        raise UsageError(f"{unknown[0]} is no setting; the settings are {', '.join(known.values())}")
    defaults = Settings()
    return Settings(
        warehouse=warehouse or Path(environ.get(known["warehouse"], defaults.warehouse)),
        language_model=environ.get(known["language_model"], defaults.language_model),
        batch_size=int(_number(environ, known["batch_size"], defaults.batch_size, least=1)),
        workers=int(_number(environ, known["workers"], defaults.workers, least=0)),
        lock_timeout=_number(environ, known["lock_timeout"], defaults.lock_timeout, least=0),
        lists=Path(environ.get(known["lists"], defaults.lists)),
        sources=environ.get(known["sources"], defaults.sources),
        contact=_contact(environ, known["contact"]),
        archive=environ.get(known["archive"], defaults.archive),
    )


def current_settings(warehouse: Path | None = None) -> Settings:
    """Settings of this process's environment."""
    return read_settings(os.environ, warehouse=warehouse)


def _contact(environ: Mapping[str, str], name: str) -> str:
    text = environ.get(name, "").strip()
    if not text.isascii() or not text.isprintable() or any(sign in text for sign in "()"):
        raise UsageError(f"{name}={text!r} cannot stand in a request: give a web or mail address")
    return text


def _number(environ: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    text = environ.get(name)
    if text is None:
        return default
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not value >= least:
        raise UsageError(f"{name}={text!r} is not a number of at least {least:g}: set it to one or leave it out")
    return value
