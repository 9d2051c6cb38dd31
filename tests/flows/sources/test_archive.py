"""The archive is whole after a kill, one file has one writer, and what it cannot keep it says."""

from datetime import datetime
from pathlib import Path

import pytest

from extractors.errors import WarehouseError
from extractors.model import Issue
from flows.sources.archive import mend, open_archive
from flows.sources.exchange import Exchange
from flows.sources.members import whole_length
from flows.sources.warc import read_archive

NOW = datetime(2026, 9, 10, 8, 0)  # noqa: DTZ001 - naive UTC as everywhere


def exchange(number: int) -> Exchange:
    return Exchange(
        url=f"https://x.example/{number}", at=NOW, request=(("Host", "x.example"),), version="HTTP/2", status=200,
        reason="OK", response=(("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")),
        body=b"<p>%d</p>" % number, about=(("purpose", "article"), ("note", "two\r\nlines")),
    )  # fmt: skip


def stored(path: Path) -> list[str]:
    return [item.message if isinstance(item, Issue) else item.url for item in read_archive(path)]


def test_what_is_recorded_is_read_back_with_what_it_was_for(tmp_path: Path) -> None:
    with open_archive(tmp_path, NOW) as archive:
        archive.record(exchange(1))
    (found,) = read_archive(archive.path)
    assert not isinstance(found, Issue)
    assert (found.url, found.status, found.body, found.at) == ("https://x.example/1", 200, b"<p>1</p>", NOW)
    assert found.about == (("purpose", "article"), ("note", "two lines"))
    assert found.response == (("Content-Type", "text/html"),)


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_the_next_writer_cuts_off_what_a_killed_one_left(tmp_path: Path, cut: int) -> None:
    with open_archive(tmp_path, NOW) as archive:
        archive.record(exchange(1))
        archive.record(exchange(2))
    archive.path.write_bytes(archive.path.read_bytes()[:-cut])
    (lock,) = tmp_path.glob(".*.lock")
    lock.write_bytes(b"appending")  # as a killed process leaves it
    with open_archive(tmp_path, NOW) as again:
        again.record(exchange(3))
    assert again.path == archive.path
    assert stored(archive.path) == ["https://x.example/1", "https://x.example/3"]


def test_two_writers_at_once_have_a_file_each(tmp_path: Path) -> None:
    with open_archive(tmp_path, NOW) as one, open_archive(tmp_path, NOW) as two:
        one.record(exchange(1))
        two.record(exchange(2))
    assert sorted(path.name for path in tmp_path.glob("*.warc.gz")) == [
        "eventwire-20260910-2.warc.gz",
        "eventwire-20260910.warc.gz",
    ]
    with open_archive(tmp_path, NOW) as again:
        assert again.path == one.path


def test_a_whole_file_is_left_alone(tmp_path: Path) -> None:
    with open_archive(tmp_path, NOW) as archive:
        archive.record(exchange(1))
    assert whole_length(archive.path) == archive.path.stat().st_size
    assert mend(archive.path) == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match="EVENTWIRE_ARCHIVE"), open_archive(tmp_path / "file", NOW):
        pass
