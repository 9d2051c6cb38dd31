"""A crawler's file of many hosts is read in passing: what was not asked for is neither kept nor unpacked into pages."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from flows.sources.exchange import Exchange
from flows.sources.warc import LARGEST, read_archive

HOSTS, PAGES, EACH = 300, 4_000, 150_000
"""600 MB of pages, of which one in a hundred is asked for."""


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def record(url: str, body: bytes, media_type: str = "text/html") -> bytes:
    """A response as Common Crawl keeps it, a gzip member of its own, with the request before it."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    told = {"WARC-Date": "2026-09-11T10:00:00Z"}
    asked = StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
    answered = StatusAndHeaders("200 OK", [("Content-Type", media_type)], protocol="HTTP/1.1")
    for sort, head, payload in (("request", asked, b""), ("response", answered, body)):
        writer.write_record(
            writer.create_warc_record(
                url, sort, payload=io.BytesIO(payload), length=len(payload), http_headers=head, warc_headers_dict=told
            )
        )
    return buffer.getvalue()


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crawl") / "CC-NEWS-20260911100000-00001.warc.gz"
    filler = b"<p>Nothing of note happened in the town today, said the mayor.</p>"
    body = b"<html><body>%s</body></html>" % (filler * (EACH // len(filler)))
    others = [record(f"https://news{host}.example/story-{host}", body) for host in range(HOSTS)]
    # hosts whose names only look like the one that is asked for
    others += [record(f"https://{host}/en/story/a-1", body) for host in ("notdw.com", "dw.com.example", "dw.community")]
    with path.open("wb") as file:
        for number in range(PAGES):
            file.write(others[number % len(others)])
            if number % 100 == 0:
                file.write(record(f"https://www.dw.com/en/story/a-{number}", body))
        file.write(record("https://static.dw.com/film", b"\0" * (LARGEST + 1), "video/mp4"))
    return path


def urls(path: Path, *hosts: str) -> Iterator[str]:
    for item in read_archive(path, hosts=hosts):
        assert isinstance(item, Exchange)
        yield item.url


def test_the_pages_of_the_host_that_was_asked_for_come_in_their_order(crawl: Path) -> None:
    assert list(urls(crawl, "dw.com")) == [f"https://www.dw.com/en/story/a-{number}" for number in range(0, PAGES, 100)]


def test_memory_does_not_grow_with_the_file(crawl: Path) -> None:
    stream = urls(crawl)
    next(stream)
    before = resident_mb()
    seen, most = 1, before
    for seen, _ in enumerate(stream, 2):
        if seen % 200 == 0:
            most = max(most, resident_mb())
    assert seen == PAGES + PAGES // 100
    assert most - before < 40
