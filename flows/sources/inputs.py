"""What lies below the paths that a person names: page files and WARC files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flows.sources.folder import list_files, media_type

ARCHIVES = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Files to read, in the order they were named; folders in name order."""

    files: tuple[Path, ...]
    archives: tuple[Path, ...]


def list_inputs(paths: Iterable[Path]) -> Inputs:
    """Every page and WARC file below the paths; raises SourceRefused for a path that is not there or holds neither."""
    archives: list[Path] = []
    others: list[Path] = []
    for path in paths:
        inside = _archives(path)
        archives += inside
        if not inside or (path.is_dir() and any(media_type(file) for file in path.rglob("*"))):
            others.append(path)
    return Inputs(files=list_files(others) if others else (), archives=tuple(dict.fromkeys(archives)))


def _archives(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return sorted(file for file in found if file.name.lower().endswith(ARCHIVES) and file.is_file())
