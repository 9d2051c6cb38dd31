"""Split an article's blocks into sentences that keep their place in the text."""

from collections.abc import Iterator

from sentencex import segment

from extractors.model import Article, Sentence


def split_article(article: Article) -> tuple[Sentence, ...]:
    """All sentences in reading order. A quotation and its "X said" stay together; a block border always splits."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        for text, start in split_text(block.text, article.language or "en"):
            found.append(
                Sentence(index=len(found), block=number, zone=block.zone, text=text, start=block.start + start)
            )
    return tuple(found)


def split_text(text: str, language: str = "en") -> Iterator[tuple[str, int]]:
    """Yield each sentence without outer blanks, and its offset in `text`."""
    position = 0
    for piece in segment(language, text):
        position = text.index(piece, position)
        stripped = piece.strip()
        if stripped:
            yield stripped, position + piece.index(stripped)
        position += len(piece)
