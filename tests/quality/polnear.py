"""Sources of attribution in PolNeAR's development articles: is the cue found, and does the source have its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.coding.attribution import sources_of
from extractors.coding.reading import ArticleReading, read_article
from extractors.extract import load_resources
from extractors.language.tree import Node
from extractors.model import Article, Block


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where cue and source stand."""

    cue: range
    source: range


def read_gold(path: Path) -> list[Attribution]:
    """Attributions that have both a source and a cue."""
    spans: dict[str, range] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0].startswith("T"):
            numbers = [int(number) for number in re.findall(r"\d+", cells[1].split(" ", 1)[1])]
            spans[cells[0]] = range(numbers[0], numbers[-1])
        elif cells[0].startswith("E"):
            roles = dict(part.split(":", 1) for part in cells[1].split())
            if roles.get("Source") in spans and roles.get("Cue") in spans:
                found.append(Attribution(spans[roles["Cue"]], spans[roles["Source"]]))
    return found


def article_of(name: str, text: str) -> tuple[Article, list[int]]:
    """The article, and for each block where it starts in the file."""
    blocks: list[Block] = []
    starts: list[int] = []
    position = offset = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(zone="paragraph", text=line, start=position))
            starts.append(offset)
            position += len(line) + 2
        offset += len(line) + 1
    article = Article(
        article_key=f"text:{name}", document=name, url=None, source="gold", kind="article", layout="gold",
        language="en", kicker=None, title="", teaser=None, blocks=tuple(blocks), published=None,
    )  # fmt: skip
    return article, starts


def predicted(reading: ArticleReading, starts: list[int]) -> Iterator[Attribution]:
    """Every source the coder would name, by the place of its cue in the file."""
    for tree, parsed in zip(reading.trees, reading.parsed.sentences, strict=True):
        block = reading.parsed.article.blocks[parsed.sentence.block]
        shift = starts[parsed.sentence.block] + parsed.start - block.start
        for node in tree.nodes:
            if node.verbal or node.nominal:
                for said in sources_of(node):
                    cue = said.verb or next(iter(said.nodes[0].kids("case")), said.nodes[0])
                    words = [each for source in said.nodes for each in _whole(source, cue)]
                    start, end = min(each.start for each in words), max(each.end for each in words)
                    yield Attribution(range(shift + cue.start, shift + cue.end), range(shift + start, shift + end))


def _whole(source: Node, cue: Node) -> list[Node]:
    """A source with all its modifiers, as the annotators mark it."""
    return [
        each for each in source.subtree() if each is source or (each is not cue and each.tag not in (",", "``", "''"))
    ]


def measure(gold: Path, show: bool) -> list[str]:
    """Cue recall, and F1 of the source's characters over all gold attributions."""
    folder = gold / "dev" / "polnear" / "data" / "dev"
    resources = load_resources()
    found = wanted = 0
    shared = ours = theirs = 0
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]  # the last part names the annotator
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        article, starts = article_of(path.stem, text)
        reading = read_article(resources.pipeline.parse(article), resources.gazetteer, resources.actors)
        guesses = {guess.cue.start: guess for guess in predicted(reading, starts)}
        for attribution in read_gold(path):
            wanted += 1
            theirs += len(attribution.source)
            guess = next((each for start, each in guesses.items() if start in attribution.cue), None)
            if guess is not None:
                found += 1
                ours += len(guess.source)
                shared += len(set(guess.source) & set(attribution.source))
    del show
    precision, recall = shared / ours, shared / theirs
    return [
        f"cue recall {found / wanted:.4f} ({found} of {wanted})",
        f"source F1 {2 * precision * recall / (precision + recall):.4f} (P {precision:.4f} R {recall:.4f})",
    ]
