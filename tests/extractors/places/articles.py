"""Articles written for these tests, read with the shipped model and gazetteer."""

from functools import cache

from extractors.language.pipeline import ParsedArticle, load_pipeline
from extractors.language.repair import repair, write_back
from extractors.language.tree import read_tree
from extractors.model import Article, Block, Place, Zone
from extractors.places import ArticlePlaces, event_place, load_gazetteer, read_places


def article(*paragraphs: str, title: str = "") -> Article:
    """An article of these paragraphs, behind a title where one is given."""
    blocks: list[Block] = []
    position = 0
    for number, text in enumerate((title, *paragraphs) if title else paragraphs):
        zone: Zone = "title" if title and number == 0 else "paragraph"
        blocks.append(Block(zone=zone, text=text, start=position))
        position += len(text) + 2
    return Article(
        article_key="text:test",
        document="test",
        url=None,
        source="test",
        kind="article",
        layout="text",
        language="en",
        kicker=None,
        title=title,
        teaser=None,
        blocks=tuple(blocks),
        published=None,
    )


@cache
def read(*paragraphs: str, title: str = "") -> tuple[ParsedArticle, ArticlePlaces]:
    """The parsed article and its places."""
    parsed = load_pipeline().parse(article(*paragraphs, title=title))
    for sentence in parsed.sentences:
        write_back(repair(read_tree(sentence.doc, ud=sentence.view.ud)), sentence.doc)
    return parsed, read_places(parsed, load_gazetteer())


def where(trigger: str, *paragraphs: str, title: str = "") -> Place | None:
    """The place of the event that the first word `trigger` tells."""
    parsed, places = read(*paragraphs, title=title)
    for sentence in parsed.sentences:
        for token in sentence.doc:
            if token.text == trigger:
                return event_place(places, parsed, sentence.sentence.index, token)
    raise AssertionError(f"no word {trigger!r}")


def named(place: Place | None) -> str | None:
    """Part and name, as an export joins them."""
    if place is None:
        return None
    return f"{place.part} {place.name}" if place.part else place.name
