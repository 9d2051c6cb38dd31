"""Bad input ends in an error that names the page, the reason and the next step, or in an article with a warning."""

import gzip
import time
from pathlib import Path

import pytest

from extractors.errors import ExtractError
from extractors.model import Page
from extractors.pages.decode import MAX_BYTES, decode
from extractors.pages.read import Reading, read_page

DUMP = (Path(__file__).parents[3] / "tests/fixtures/pages/dump_v2_1/page.txt").read_bytes()
HTML = (Path(__file__).parents[3] / "tests/fixtures/pages/v2_1_article/page.html").read_bytes()
STORY = """Küstenwache rettet 30 Fischer

Die Küstenwache hat am Freitag dreißig Fischer vor Malmö gerettet, sagte ein Sprecher.
"""


def reading(body: bytes, *, charset: str | None = None, url: str | None = None) -> Reading:
    return read_page(Page(name="page.x", body=body, charset=charset, url=url))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param(b"", "empty", id="an empty file"),
        pytest.param(b" \n\t\r\n", "empty", id="only blanks"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), "binary", id="a picture"),
        pytest.param(b"%PDF-1.7 text text text", "binary", id="a PDF"),
        pytest.param(gzip.compress(DUMP), "binary", id="compressed bytes"),
        pytest.param(bytes(range(256)) * 40, "binary", id="random bytes"),
        pytest.param(b"a" * 50_000_000, "too_large", id="a file of 50 MB"),
        pytest.param(b"word\n" * 30_000, "too_large", id="more lines than a page has"),
        pytest.param(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "not_an_article", id="menus only"),
        pytest.param(b"<html></html>", "not_an_article", id="an HTML page without anything"),
        pytest.param(b"<!-- <p> -->", "not_an_article", id="a comment"),
        pytest.param(
            b"  1. Skip to content\n  2. Skip to main menu\n  3. Skip to more\nLive TV\n",
            "not_an_article",
            id="skip links only",
        ),
        pytest.param(b"Only a headline", "not_an_article", id="a line"),
    ],
)
def test_what_is_no_article_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(ExtractError) as caught:
        reading(body)
    assert caught.value.code == code
    assert str(caught.value).startswith("page.x: ")
    assert ";" in str(caught.value), "the message ends in what to do next"


@pytest.mark.parametrize("path", ["t-17426890", "s-9097", "person-44", "program-55"])
def test_overview_pages_are_no_news(path: str) -> None:
    with pytest.raises(ExtractError, match="overview") as caught:
        reading(HTML, url=f"https://www.dw.com/en/syria/{path}")
    assert caught.value.code == "not_news"


def test_a_huge_file_is_refused_at_once() -> None:
    body = b"<p>word</p>" * (MAX_BYTES // 8)
    start = time.perf_counter()
    with pytest.raises(ExtractError, match=r"7 MB.*limit 5 MB"):
        reading(body)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        pytest.param(STORY.encode(), None, id="UTF-8"),
        pytest.param(STORY.encode("utf-8-sig"), None, id="UTF-8 with a byte order mark"),
        pytest.param(STORY.encode("utf-16"), None, id="UTF-16 with a byte order mark"),
        pytest.param(STORY.encode(), "iso-8859-1", id="UTF-8 that the server calls Latin-1"),
        pytest.param(STORY.encode("cp1252"), None, id="Windows-1252 that nobody declares"),
        pytest.param(STORY.encode("cp1252"), "iso-8859-1", id="Windows-1252 that the server calls Latin-1"),
        pytest.param(STORY.encode("cp1252"), "no-such-charset", id="a charset that does not exist"),
        pytest.param(STORY.encode("cp850"), "cp850", id="the server's charset"),
    ],
)
def test_the_encoding_is_found(body: bytes, charset: str | None) -> None:
    read = reading(body, charset=charset)
    assert read.article.title == "Küstenwache rettet 30 Fischer"
    assert [i.code for i in read.issues] == ["no_date"]


def test_the_page_names_its_own_encoding() -> None:
    body = f"<meta charset=iso-8859-2><h1>Łódź</h1><p>{'W Łodzi protestowało tysiąc górników. ' * 9}</p>".encode(
        "iso-8859-2"
    )
    assert decode(body, name="x").text.startswith("<meta charset=iso-8859-2><h1>Łódź")


def test_text_that_was_decoded_twice_is_put_right_with_a_warning() -> None:
    read = reading(STORY.encode().decode("cp1252").encode())
    assert read.article.title == "Küstenwache rettet 30 Fischer"
    assert [i.code for i in read.issues] == ["encoding", "no_date"]


def test_a_few_broken_characters_cost_only_themselves() -> None:
    body = STORY.encode() * 4 + b"\x81\xff broken \xc3"
    read = reading(body)
    assert read.issues[0].code == "encoding"
    assert "page.x" in read.issues[0].message


def test_text_in_no_known_encoding_is_refused() -> None:
    with pytest.raises(ExtractError) as caught:
        reading(bytes([0x81, 0x8D, 0xE9, 0x90]) * 500)
    assert caught.value.code == "encoding"


@pytest.mark.parametrize("share", [0.5, 0.6, 0.8])
@pytest.mark.parametrize("body", [pytest.param(DUMP, id="a dump"), pytest.param(HTML, id="an HTML page")])
def test_a_page_cut_in_the_middle_still_gives_its_beginning(body: bytes, share: float) -> None:
    whole = [b.text for b in reading(body).article.blocks]
    text = [b.text for b in reading(body[: int(len(body) * share)]).article.blocks]
    assert text[:2] == whole[:2]


def test_a_cut_inside_a_sentence_is_reported() -> None:
    cut = DUMP[: DUMP.index(b"local radio.")]
    assert [i.code for i in reading(cut).issues] == ["truncated"]
    cut = HTML[: HTML.index(b"urged both sides to observe")]
    assert [i.code for i in reading(cut).issues] == ["truncated"]


def test_a_whole_page_is_not_reported_as_cut() -> None:
    assert reading(DUMP).issues == ()
    assert reading(HTML).issues == ()
