"""What a page of a WARC file costs beside trafilatura and the parse alone, in processor time of one process.

A replay has a fixed cost too: making and publishing a warehouse. Two archives, one much longer, tell what a page adds.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import trafilatura

from extractors.extract import extract_many, load_resources
from extractors.model import Page
from extractors.pages.read import read_page
from flows.pipeline import replay_paths
from flows.settings import Settings
from flows.sources.archive import open_archive
from flows.sources.exchange import Exchange
from tests.benchmarks.yardstick import spacys_own

FILES = sorted((Path(__file__).parents[1] / "quality/articles/dev").glob("*.html"))
SHORT, LONG = 2, 9
"""Copies of each page in the two archives."""
FLOOR = 0.8
"""Of the speed of trafilatura and spaCy's own parse alone; see docs/benchmarks.md for the figure."""
BEGAN = datetime(2024, 3, 1, 6)  # noqa: DTZ001  naive UTC by contract


def copies(count: int) -> list[Page]:
    """Our own pages under addresses of their own, a day apart, so that no two tell the same act."""
    made = []
    for copy in range(count):
        day = (BEGAN - timedelta(days=40 * copy)).date().isoformat()
        for number, path in enumerate(FILES):
            body = path.read_text(encoding="utf-8").replace("</body>", f"<!-- {copy} --></body>")
            url = f"https://www.dw.com/en/copy-{copy}-of-{day}/a-{60000000 + 1000 * number + copy}"
            made.append(Page(name=url, url=url, body=body.encode()))
    return made


def archived(pages: list[Page], folder: Path) -> Path:
    """The pages in a .warc.gz as our own archive writes it."""
    folder.mkdir()
    with open_archive(folder, BEGAN) as archive:
        for page in pages:
            archive.record(
                Exchange(url=page.name, at=BEGAN, request=(), version="HTTP/1.1", status=200, reason="OK",
                         response=(("Content-Type", "text/html; charset=utf-8"),), body=page.body)
            )  # fmt: skip
    return archive.path


def processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.benchmark
@pytest.mark.timeout(900)
def test_a_replay_keeps_a_share_of_the_speed_of_trafilatura_and_the_parse_alone(tmp_path: Path) -> None:
    resources = load_resources()
    short, long = copies(SHORT), copies(LONG)
    added = long[len(short) :]
    articles = [read_page(page).article for page in added]
    list(extract_many(short, resources))
    list(spacys_own().parse_many(articles[: len(short)]))

    def replay(pages: list[Page], name: str) -> float:
        archive = archived(pages, tmp_path / name)
        settings = Settings(warehouse=tmp_path / f"{name}.duckdb", workers=1)
        return processor_seconds(lambda: replay_paths([archive], settings))

    fixed = replay(short, "short")
    whole = replay(long, "long")
    reading = processor_seconds(lambda: [trafilatura.extract(page.body) for page in added])
    parsing = processor_seconds(lambda: list(resources.pipeline.parse_many(articles)))
    spacys = processor_seconds(lambda: list(spacys_own().parse_many(articles)))
    extracting = processor_seconds(lambda: list(extract_many(added, resources)))
    alone, spacys_alone, ours = reading + parsing, reading + spacys, whole - fixed
    print(  # noqa: T201  the figures for docs/benchmarks.md
        f"\n{len(added)} pages more: trafilatura {reading:.2f} s, parse {parsing:.2f} s, spaCy's own {spacys:.2f} s, "
        f"extraction {extracting:.2f} s, replay {ours:.2f} s; the whole replay of {len(long)} pages {whole:.2f} s\n"
        f"of the speed of trafilatura and the parse alone: replay {alone / ours:.2f}, extraction "
        f"{alone / extracting:.2f}; with spaCy's own parse: replay {spacys_alone / ours:.2f}, extraction "
        f"{spacys_alone / extracting:.2f}"
    )
    assert spacys_alone / ours > FLOOR
