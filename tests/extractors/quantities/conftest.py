"""Articles made of a few paragraphs."""

from collections.abc import Callable
from datetime import date

import pytest

from extractors.language.pipeline import ParsedArticle, load_pipeline
from extractors.model import Article, Block

Parse = Callable[..., ParsedArticle]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Parse paragraphs as one article of a day."""

    def parsed(*paragraphs: str, published: date | None = date(2016, 12, 7)) -> ParsedArticle:
        blocks: list[Block] = []
        for text in paragraphs:
            blocks.append(Block(zone="paragraph", text=text, start=blocks[-1].end + 2 if blocks else 0))
        article = Article(
            article_key="text:test", document="test", url=None, source="dw", kind="article", layout="none",
            language="en", kicker=None, title="", teaser=None, blocks=tuple(blocks), published=published,
        )  # fmt: skip
        return load_pipeline().parse(article)

    return parsed
