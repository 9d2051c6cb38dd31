"""The file of live sources: what is polled, how often, and where its links may lead."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from extractors.errors import UsageError

SourceKind = Literal["feed", "sitemap", "list"]
BUILTIN = Path(__file__).parent / "sources.toml"
_FIELDS = {"name": str, "url": str, "kind": str, "publisher": str, "language": str, "interval": int, "hosts": list,
           "section": str, "polled": bool}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One address that names articles."""

    name: str
    url: str
    kind: SourceKind
    publisher: str
    language: str = "en"
    interval: timedelta = timedelta(minutes=15)
    hosts: tuple[str, ...]
    section: str | None = None
    is_polled: bool = True
    """False for an archive that only a backfill asks."""

    def leads_home(self, url: str) -> bool:
        """Whether an address lies where this source's links may lead."""
        try:
            host = (urlsplit(url).hostname or "").rstrip(".")
        except ValueError:
            return False
        return any(host == home or host.endswith(f".{home}") for home in self.hosts)


def read_sources(path: Path | None = None) -> tuple[Source, ...]:
    """The sources in the file, else those that are shipped; raises UsageError that says what is wrong with it."""
    file = path or BUILTIN
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror or error}); name a file of sources") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is no TOML file ({error}); see {BUILTIN.name} for the form") from error
    sources = tuple(_source(file, table) for table in content.get("source", []))
    names = [source.name for source in sources]
    if not sources or len(set(names)) < len(names):
        raise UsageError(f"{file} needs at least one [[source]], and no name twice")
    return sources


def named(sources: tuple[Source, ...], names: tuple[str, ...]) -> tuple[Source, ...]:
    """The sources of these names, all when none is given; raises UsageError for a name that is not there."""
    known = {source.name: source for source in sources}
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"there is no source {name!r}{hint} The sources are {', '.join(known)}.")
    return tuple(source for source in sources if not names or source.name in names)


def _source(file: Path, table: dict[str, Any]) -> Source:
    name = table.get("name", "?")
    for key, value in table.items():
        if not isinstance(value, _FIELDS.get(key, ())):
            raise UsageError(
                f"{file}: source {name!r}: {key} = {value!r} is not valid; the keys are {', '.join(_FIELDS)}"
            )
    missing = [key for key in ("name", "url", "kind") if not table.get(key)]
    if missing:
        raise UsageError(f"{file}: source {name!r} has no {missing[0]}")
    if table["kind"] not in get_args(SourceKind):
        raise UsageError(f"{file}: source {name!r}: kind is one of {', '.join(get_args(SourceKind))}")
    host = urlsplit(table["url"]).hostname
    if urlsplit(table["url"]).scheme not in ("http", "https") or not host:
        raise UsageError(f"{file}: source {name!r}: {table['url']!r} is no web address")
    if table.get("interval", 1) < 1:
        raise UsageError(f"{file}: source {name!r}: interval is a number of minutes, at least 1")
    return Source(
        name=name,
        url=table["url"],
        kind=table["kind"],
        publisher=table.get("publisher", name),
        language=table.get("language", "en"),
        interval=timedelta(minutes=table.get("interval", 15)),
        hosts=tuple(table.get("hosts", ())) or (home_of(host),),
        section=table.get("section"),
        is_polled=table.get("polled", True),
    )


def home_of(host: str) -> str:
    """The last two parts of a name; an address of numbers stays whole."""
    return host if host.replace(".", "").isdecimal() or ":" in host else ".".join(host.split(".")[-2:])
