"""The two seed dumps give the articles a reader sees: every field by hand, no furniture in the text."""

from datetime import date
from pathlib import Path

import pytest

from extractors.model import Article, Page
from extractors.pages.read import read_page

SEEDS = Path(__file__).parents[3] / "seeds"
FIRST, SECOND = "000_0fbc5b6d65aac496.txt", "001_b9fcd3278f37e332.txt"
FURNITURE = (
    "Skip to",
    "Image:",
    "Explore more",
    "Top Story",
    "(AFP",
    "(AP",
    "Getty",
    "picture-alliance",
    "\u00a0",
    "Syrien",
)


def seed(name: str) -> Article:
    reading = read_page(Page(name=name, body=(SEEDS / name).read_bytes()))
    assert reading.issues == ()
    return reading.article


@pytest.mark.parametrize("name", [FIRST, SECOND])
@pytest.mark.parametrize("furniture", FURNITURE)
def test_no_furniture_reaches_the_text(name: str, furniture: str) -> None:
    assert furniture not in seed(name).text


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_every_block_stands_where_it_says(name: str) -> None:
    article = seed(name)
    assert [article.text[b.start : b.end] for b in article.blocks] == [b.text for b in article.blocks]


@pytest.mark.parametrize(
    ("name", "zone", "texts"),
    [
        (FIRST, "title", ["Syrian army on verge of major Aleppo victory"]),
        (FIRST, "heading", ["Russia, US trade accusations", "Merkel: Western ambivalance 'a disgrace'"]),
        (
            FIRST,
            "caption",
            [
                "Russia vetoed the France-drafted proposal for a humantarian truce at a Security Council meeting "
                "on Monday"
            ],
        ),
        (SECOND, "title", ["Army enters 'final stage' of Aleppo conquest"]),
        (SECOND, "heading", ["'Still under shock'", "Sanctions unlikely"]),
        (SECOND, "caption", []),
    ],
)
def test_blocks_have_their_zones(name: str, zone: str, texts: list[str]) -> None:
    assert [b.text for b in seed(name).blocks if b.zone == zone] == texts


@pytest.mark.parametrize(("name", "count"), [(FIRST, 15), (SECOND, 15)])
def test_all_paragraphs_are_there(name: str, count: int) -> None:
    assert sum(b.zone == "paragraph" for b in seed(name).blocks) == count


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        (FIRST, "published", date(2016, 12, 7)),
        (FIRST, "desk", ("rs", "es", "kms", "se")),
        (FIRST, "agencies", ("AFP", "Reuters", "dpa")),
        (FIRST, "image_credits", ("Getty Images/AFP/AMC/Z. Al-Rifai", "picture-alliance/Photoshot")),
        (SECOND, "published", date(2016, 12, 12)),
        (SECOND, "desk", ("ls", "jm")),
        (SECOND, "agencies", ("AP", "Reuters", "AFP", "dpa")),
        (SECOND, "image_credits", ("picture-alliance/AA/A. el Bushy",)),
        *((name, "kicker", "Conflicts") for name in (FIRST, SECOND)),
        *((name, "language", "en") for name in (FIRST, SECOND)),
        *((name, "layout", "dump-v2") for name in (FIRST, SECOND)),
        *((name, "date_method", "line") for name in (FIRST, SECOND)),
        *((name, "kind", "article") for name in (FIRST, SECOND)),
        *((name, "authors", ()) for name in (FIRST, SECOND)),
        *((name, "document", name) for name in (FIRST, SECOND)),
    ],
)
def test_fields_are_read(name: str, field: str, value: object) -> None:
    assert getattr(seed(name), field) == value


def test_a_teaser_is_a_block_of_its_own() -> None:
    article = seed(SECOND)
    assert article.blocks[1].zone == "teaser"
    assert article.blocks[1].text == article.teaser
    assert article.teaser is not None
    assert article.teaser.startswith("With rebels holding onto")
