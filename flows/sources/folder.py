"""Pages from files and folders: .txt, .html, .htm and either of them with .gz."""

import gzip
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from extractors.errors import SourceRefused
from extractors.model import Issue, Page

SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
MANIFESTS = ("seeds.toml", "pages.toml")
LARGEST = 20_000_000
"""Bytes; more than a hundred times DW's heaviest page. Nothing beyond it is read into memory."""


def list_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Every page file below the paths, folders in name order; a path that does not exist raises SourceRefused."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.rglob("*") if file.is_file() and media_type(file))
        elif path.exists():
            found.append(path)
        else:
            raise SourceRefused(
                f"{path}: no such file or folder; give a page (.txt, .html, .html.gz) or a folder of pages",
                url=str(path),
            )
    if not found:
        names = ", ".join(map(str, paths))
        raise SourceRefused(
            f"{names}: no page in it; pages end in .txt, .html, .htm or one of these and .gz", url=names
        )
    return tuple(dict.fromkeys(found))


Manifests = Mapping[Path, Mapping[str, Mapping[str, Any]]]
"""Of each folder, what its manifest says of each file."""


def read_manifests(files: Iterable[Path]) -> Manifests:
    """The manifests beside the files."""
    return {folder: read_manifest(folder) for folder in {file.parent for file in files}}


def read_files(files: Iterable[Path], manifests: Manifests) -> Iterator[Page | Issue]:
    """Yield a Page for each file, or an Issue where a file cannot be read."""
    for file in files:
        yield read_page_file(file, manifests.get(file.parent, {}).get(file.name, {}))


def media_type(file: Path) -> str | None:
    """The type the name promises, None for a file that is no page."""
    return SUFFIXES.get((file.with_suffix("") if file.suffix == ".gz" else file).suffix.lower())


def read_page_file(file: Path, known: Mapping[str, Any]) -> Page | Issue:
    """The page in the file with what the manifest knows of it."""
    try:
        if file.suffix == ".gz":
            with gzip.open(file) as packed:
                body = packed.read(LARGEST + 1)
        else:
            with file.open("rb") as plain:
                body = plain.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _refuse(file, "unreadable", f"cannot be read ({reason}); check the file and its permissions")
    if len(body) > LARGEST:
        return _refuse(
            file, "too_large", f"is larger than {LARGEST // 1_000_000} MB, which no article is; leave it out"
        )
    published = known.get("published")
    return Page(
        name=file.name,
        body=body,
        url=known.get("url"),
        source=known.get("source", "dw"),
        media_type=media_type(file),
        published=published if isinstance(published, date) else None,
    )


def read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """What seeds.toml or pages.toml beside the pages says of each file; SourceRefused when it is not valid."""
    for name in MANIFESTS:
        manifest = folder / name
        if manifest.is_file():
            try:
                content = tomllib.loads(manifest.read_text(encoding="utf-8"))
                return {page["file"]: page for page in content.get("page", [])}
            except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
                raise SourceRefused(
                    f"{manifest}: not a valid list of pages ({error}); each [[page]] needs a file", url=str(manifest)
                ) from error
    return {}


def _refuse(file: Path, code: str, what: str) -> Issue:
    return Issue(level="error", code=code, document=file.name, message=f"{file}: {what}")
