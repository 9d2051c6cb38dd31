"""Why a text is coded as it is: tokens, tree, the senses tried on each word, what stopped each, and the records."""

from collections.abc import Iterator
from datetime import date

from extractors.coding.drafts import Draft
from extractors.coding.events import code_sentence
from extractors.coding.fusing import fuse
from extractors.coding.lexicon import Lexicon
from extractors.coding.match import verdicts
from extractors.coding.reading import ArticleReading, read_article
from extractors.extract import Resources
from extractors.language.tree import Node, Tree
from extractors.model import Article, Block, Party

__all__ = ["explain", "free_text"]


def free_text(text: str, published: date | None) -> Article:
    """A text that is no page, as an article: one block a line."""
    blocks: list[Block] = []
    position = 0
    for line in (" ".join(line.split()) for line in text.splitlines()):
        if line:
            blocks.append(Block(zone="paragraph", text=line, start=position))
            position += len(line) + 2
    return Article(
        article_key="text:free", document="free text", url=None, source="text", kind="article", layout="plain",
        language="en", kicker=None, title="", teaser=None, blocks=tuple(blocks), published=published,
        date_method="given" if published else None,
    )  # fmt: skip


def explain(text: str, published: date | None, resources: Resources) -> str:
    """Tokens, parse, senses tried with the condition that stopped each, and the events, as text for a terminal."""
    parsed = resources.pipeline.parse(free_text(text, published))
    reading = read_article(parsed, resources.gazetteer, resources.actors)
    parts = []
    for number, tree in enumerate(reading.trees):
        parts += [tree.text, "", *_table(tree), "", *_tried(reading, resources.lexicon, number), ""]
        parts += [*_records(reading, resources.lexicon, number), ""]
    return "\n".join(parts)


def _table(tree: Tree) -> Iterator[str]:
    """One line a word: number, word, lemma, tag, relation and head."""
    width = max(len(node.text) for node in tree.nodes)
    for node in tree.nodes:
        head = "-" if node.head is None else f"{node.head.text} ({node.head.i})"
        yield f"{node.i:>4} {node.text:<{width}} {node.lemma:<{width}} {node.tag:<5} {node.dep:<13} {head}"


def _tried(reading: ArticleReading, lexicon: Lexicon, number: int) -> Iterator[str]:
    """Every sense tried; the first that holds is the reading of its word."""
    view = reading.view(number)
    found = False
    for node in view.tree.nodes:
        read = False
        for verdict in verdicts(node, view, lexicon):
            found = True
            outcome = f"no: {verdict.stopped_by}" if verdict.stopped_by else "holds, but another fits better"
            if verdict.stopped_by is None and not read:
                read, outcome = True, "yes"
            yield f"  {node.text:<14} {verdict.sense.id:<34} {outcome}  [{verdict.sense.source}]"
    if not found:
        yield "  no word of the sentence is in the lexicon; add a [[sense]] to extractors/coding/lexicon/*.toml"


def _records(reading: ArticleReading, lexicon: Lexicon, number: int) -> Iterator[str]:
    kept = code_sentence(reading, lexicon, number)
    if not kept:
        yield "  no event"
    for made in fuse(kept):
        yield from _record(made)


def _record(made: Draft) -> Iterator[str]:
    mode = f"-{made.mode}" if made.mode else ""
    yield f"  {made.event_type}{mode}, {made.status}" + (f" because of {made.because!r}" if made.because else "")
    yield f"    rule       {made.sense.id} on {made.node.text!r}"
    yield f"    actors     {_names(made.actors, made.match.actors)}"
    yield f"    recipients {_names(made.recipients, made.match.recipients)}"
    if made.source:
        yield f"    source     {made.source} ({made.cue})"
    start = made.time.start.date() if made.time.start else "…"
    end = made.time.end.date() if made.time.end else "…"
    yield f"    time       {start} to before {end} ({made.time.method})"
    if made.place is not None:
        yield f"    place      {made.place.name}, {made.place.country or 'country unknown'} ({made.place.method})"


def _names(parties: tuple[Party, ...], words: tuple[Node, ...]) -> str:
    named = [f"{each.text} [{each.country or '?'} {each.sector or '?'}, {each.method}]" for each in parties]
    if named:
        return "; ".join(named)
    return f"none ({', '.join(node.text for node in words)}: no party)" if words else "none"
