"""A warehouse made from the archive alone holds the same rows as the one that the network filled."""

import gzip
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from flows.pipeline import replay_paths
from flows.settings import Settings
from tests.flows.live.conftest import SHELLING, TALKS, Ingest
from tests.flows.live.publisher import FakeTime, Publisher
from tests.flows.live.rows import FACTS, STATE, rows
from warehouse import read
from warehouse.paths import archive_path


@pytest.fixture
def lived(run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime) -> Settings:
    """Two articles, visited, edited, put back as they were, one withdrawn."""
    run()
    time.pass_by(minutes=16)
    publisher.edit(SHELLING.number, "Rebel fighters shelled Latakia, killing at least 19 people.", at=time.moment)
    run()
    publisher.withdraw(TALKS.number, 404)
    time.pass_by(hours=2)
    run()
    publisher.publish(SHELLING)
    time.pass_by(days=1)
    run()
    return settings


def archives(settings: Settings) -> list[Path]:
    return sorted(archive_path(settings.warehouse).glob("*.warc.gz"))


def test_the_archive_alone_gives_the_same_rows_and_what_is_due(lived: Settings, tmp_path: Path) -> None:
    again = replace(lived, warehouse=tmp_path / "again.duckdb", batch_size=3)
    replay_paths([archive_path(lived.warehouse)], again)
    assert rows(again.warehouse, FACTS | STATE) == rows(lived.warehouse, FACTS | STATE)
    outcomes = read.query(again.warehouse, "SELECT DISTINCT outcome FROM meta.visits ORDER BY 1").rows
    assert outcomes == (("fetched",), ("unchanged",), ("withdrawn",))


def test_replaying_the_archive_where_it_came_from_adds_nothing(lived: Settings) -> None:
    before = rows(lived.warehouse, FACTS | STATE)
    summary = replay_paths(archives(lived), lived)
    assert (summary.new_articles, summary.new_events) == (0, 0)
    assert rows(lived.warehouse, FACTS | STATE) == before


def test_a_text_that_is_put_back_is_what_people_see(lived: Settings) -> None:
    found = read.query(lived.warehouse, "SELECT revisions, teaser FROM articles WHERE article_key = 'dw:79000001'")
    assert found.rows == ((2, SHELLING.text[0]),)


def test_other_tools_read_the_archive(lived: Settings) -> None:
    kinds = []
    for path in archives(lived):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                kinds.append(record.rec_type)
                if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                    assert record.content_stream().read()
    assert kinds.count("response") == kinds.count("request") >= 8
    assert kinds.count("warcinfo") == len(archives(lived))


def test_an_archive_that_breaks_off_gives_what_stands_before_the_break(lived: Settings, tmp_path: Path) -> None:
    cut = tmp_path / "cut.warc.gz"
    whole = archives(lived)[0].read_bytes()
    cut.write_bytes(whole[: len(whole) * 2 // 3])
    again = replace(lived, warehouse=tmp_path / "again.duckdb")
    summary = replay_paths([cut], again)
    assert summary.new_articles >= 1
    assert read.query(again.warehouse, "SELECT code FROM issues").rows == (("broken_archive",),)


def foreign(*pages: tuple[str, str, bytes, dict[str, str]]) -> bytes:
    """A WARC file as crawlers write it: url, media type, body and further headers of each response."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for url, media_type, body, headers in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", media_type), *headers.items()], protocol="HTTP/1.1")
        told = {"WARC-Date": "2026-09-11T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict=told
            )
        )
    return buffer.getvalue()


def test_a_crawl_gives_the_pages_of_the_hosts_that_were_asked_for(settings: Settings, tmp_path: Path) -> None:
    page = SHELLING.html().encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page[:500], page[500:])) + b"0\r\n\r\n"
    crawl = tmp_path / "CC-NEWS-20260911.warc.gz"
    crawl.write_bytes(
        foreign(
            ("https://www.dw.com/en/shelling/a-79000001", "text/html", chunked, {"Transfer-Encoding": "chunked"}),
            ("https://m.dw.com/en/talks/a-79000002", "text/html; charset=utf-8", gzip.compress(TALKS.html().encode()),
             {"Content-Encoding": "gzip"}),
            ("https://www.dw.com/en/africa/t-5900", "text/html", page, {}),
            ("https://www.dw.com/en/film/a-79000003", "video/mp4", b"\x00" * 99, {}),
            ("https://www.other.example/news/1", "text/html", page, {"X-Crawl-Content-Encoding": "gzip"}),
        )
    )  # fmt: skip
    summary = replay_paths([crawl], settings, hosts=("dw.com",))
    assert summary.quarantined == 0
    found = read.query(settings.warehouse, "SELECT article_key, source FROM articles ORDER BY 1").rows
    assert found == (("dw:79000001", "dw"), ("dw:79000002", "dw"))
    replay_paths([crawl], settings)
    found = read.query(settings.warehouse, "SELECT source, count(*) FROM articles GROUP BY 1 ORDER BY 1").rows
    assert found == (("dw", 2), ("other.example", 1))


def test_the_archive_of_a_day_is_one_file(lived: Settings, time: FakeTime) -> None:
    days = {f"eventwire-{moment:%Y%m%d}.warc.gz" for moment in (time.moment, time.moment - timedelta(days=1))}
    assert {path.name for path in archives(lived)} == days
