"""The seeds give what seeds.toml says, field by field; the texts are as they were given to the project."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from extractors.model import Article, Page
from extractors.pages.read import read_page
from flows.sources.folder import list_files, read_files, read_manifests

SEEDS = Path(__file__).parents[1] / "seeds"
FURNITURE = ("Skip to", "Skip next", "Image:", "Read more", "(AFP", "(AP", "Explore more", "DW's Top Story", "\u00a0")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    files = list_files([SEEDS])
    pages = [page for page in read_files(files, read_manifests(files)) if isinstance(page, Page)]
    return [read_page(page).article for page in pages]


def test_the_texts_are_byte_for_byte_as_given() -> None:
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in SEEDS.glob("*.txt")}
    assert digests == {
        "000_0fbc5b6d65aac496.txt": "5522c781a23f21b8",
        "001_b9fcd3278f37e332.txt": "0494e8588441220f",
    }


def test_titles_and_dates_are_those_of_the_manifest(articles: list[Article]) -> None:
    manifest = tomllib.loads((SEEDS / "seeds.toml").read_text(encoding="utf-8"))
    assert [(a.document, a.title, a.published) for a in articles] == [
        (page["file"], page["name"], page["published"]) for page in manifest["page"]
    ]
    assert len(articles) == manifest["expected"]["articles"]


def test_without_the_manifest_the_dates_are_read_from_the_pages() -> None:
    readings = [read_page(Page(name=path.name, body=path.read_bytes())).article for path in list_files([SEEDS])]
    assert [(a.published and a.published.isoformat(), a.date_method) for a in readings] == [
        ("2016-12-07", "line"),
        ("2016-12-12", "line"),
    ]


def test_kicker_language_and_desk_are_read(articles: list[Article]) -> None:
    assert [(a.kicker, a.language, a.desk, a.authors) for a in articles] == [
        ("Conflicts", "en", ("rs", "es", "kms", "se"), ()),
        ("Conflicts", "en", ("ls", "jm"), ()),
    ]


def test_agencies_are_read_from_the_sign_off(articles: list[Article]) -> None:
    assert [a.agencies for a in articles] == [("AFP", "Reuters", "dpa"), ("AP", "Reuters", "AFP", "dpa")]


def test_subheadings_are_blocks_of_their_own(articles: list[Article]) -> None:
    assert [[b.text for b in a.blocks if b.zone == "heading"] for a in articles] == [
        ["Russia, US trade accusations", "Merkel: Western ambivalance 'a disgrace'"],
        ["'Still under shock'", "Sanctions unlikely"],
    ]


def test_captions_and_credits_stand_apart(articles: list[Article]) -> None:
    captions = [[b.text for b in a.blocks if b.zone == "caption"] for a in articles]
    assert captions[0] == [
        "Russia vetoed the France-drafted proposal for a humantarian truce at a Security Council meeting on Monday"
    ]
    assert articles[0].image_credits[-1] == "picture-alliance/Photoshot"
    assert articles[1].image_credits == ("picture-alliance/AA/A. el Bushy",)


def test_no_furniture_reaches_the_text(articles: list[Article]) -> None:
    for article in articles:
        assert [words for words in FURNITURE if words in article.text] == []
    assert [sum(b.zone == "paragraph" for b in a.blocks) for a in articles] == [15, 15]


def test_offsets_name_the_blocks(articles: list[Article]) -> None:
    for article in articles:
        assert [article.text[b.start : b.end] for b in article.blocks] == [b.text for b in article.blocks]
