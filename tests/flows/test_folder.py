"""Files and folders give pages; one bad file is an issue, a wrong path ends the run with a reason."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from extractors.errors import SourceRefused
from extractors.model import Issue, Page
from flows.sources.folder import LARGEST, list_files, read_files, read_manifests


def read_pages(paths: list[Path]) -> list[Page | Issue]:
    files = list_files(paths)
    return list(read_files(files, read_manifests(files)))


def page(source: Page | Issue) -> Page:
    assert isinstance(source, Page)
    return source


def issue(source: Page | Issue) -> Issue:
    assert isinstance(source, Issue)
    return source


def test_a_folder_gives_its_pages_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("<p>b</p>")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(b"<p>c</p>"))
    (tmp_path / "notes.md").write_text("no page")
    pages = [page(each) for each in read_pages([tmp_path])]
    assert [(p.name, p.media_type, p.body) for p in pages] == [
        ("a.txt", "text/plain", b"a"),
        ("b.html", "text/html", b"<p>b</p>"),
        ("c.html.gz", "text/html", b"<p>c</p>"),
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert list_files([tmp_path, tmp_path / "a.txt"]) == (tmp_path / "a.txt",)


def test_the_manifest_beside_the_pages_gives_url_and_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "pages.toml").write_text(
        '[[page]]\nfile = "a.txt"\nurl = "https://example.org/a"\nsource = "example"\npublished = 2020-01-02\n'
    )
    (read,) = read_pages([tmp_path])
    assert (page(read).url, page(read).source, page(read).published) == (
        "https://example.org/a",
        "example",
        date(2020, 1, 2),
    )


@pytest.mark.parametrize("content", ["[[page]\n", '[[page]]\nname = "x"\n'], ids=["not TOML", "a page without file"])
def test_a_broken_manifest_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "seeds.toml").write_text(content)
    with pytest.raises(SourceRefused, match=r"seeds\.toml: not a valid list of pages"):
        read_pages([tmp_path])


def test_a_path_that_does_not_exist_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="no such file or folder; give a page"):
        list_files([tmp_path / "nothing"])


def test_a_folder_without_pages_says_what_pages_are(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match=r"no page in it; pages end in \.txt"):
        list_files([tmp_path])


def test_a_file_of_50_mb_is_an_issue_and_the_next_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as big:
        big.truncate(50_000_000)
    (tmp_path / "b.txt").write_text("b")
    first, second = read_pages([tmp_path])
    assert (issue(first).code, issue(first).document) == ("too_large", "a.txt")
    assert page(second).name == "b.txt"


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(bytes(LARGEST * 3)))
    (read,) = read_pages([tmp_path])
    assert issue(read).code == "too_large"


@pytest.mark.parametrize("body", [gzip.compress(b"page" * 900)[:40], b"no gzip"], ids=["cut off", "not packed"])
def test_a_broken_gzip_is_an_issue_that_names_the_file(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a.html.gz").write_bytes(body)
    (read,) = read_pages([tmp_path])
    assert issue(read).code == "unreadable"
    assert str(tmp_path / "a.html.gz") in issue(read).message
