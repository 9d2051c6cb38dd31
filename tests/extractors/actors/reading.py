"""Ask the resolver about words of our own sentences."""

from datetime import date
from functools import cache

from extractors.actors import load_actors, resolver
from extractors.actors.resolve import PartyRole
from extractors.language.pipeline import ParsedArticle, load_pipeline
from extractors.language.repair import mended
from extractors.model import Article, Block, Party


def article(text: str, day: date | None = None) -> Article:
    """An article of one paragraph for each line."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(zone="paragraph", text=line, start=start))
        start += len(line) + 2
    return Article(
        article_key="text:own", document="own", url=None, source="own", kind="article", layout="own", language="en",
        kicker=None, title="", teaser=None, blocks=tuple(blocks), published=day,
    )  # fmt: skip


@cache
def parsed(text: str, day: date | None = None) -> ParsedArticle:
    """The parse of a text, mended as the coder mends it."""
    found = load_pipeline().parse(article(text, day))
    for sentence in found.sentences:
        mended(sentence)
    return found


def parties(
    text: str, word: str, *, day: date | None = None, focus: str | None = None, role: PartyRole = "actor"
) -> tuple[Party, ...]:
    """What the last occurrence of a word names."""
    tree = parsed(text, day)
    resolve = resolver(tree, load_actors(), focus)
    sentence, token = [
        (sentence.sentence.index, token) for sentence in tree.sentences for token in sentence.doc if token.text == word
    ][-1]
    return resolve.parties(sentence, token, role=role)


def codes(text: str, word: str, *, day: date | None = None, focus: str | None = None) -> list[str]:
    """The same as "COUNTRY SECTOR", "-" where there is none."""
    return [f"{each.country or '-'} {each.sector or '-'}" for each in parties(text, word, day=day, focus=focus)]
