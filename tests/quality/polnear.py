"""Sources of attribution in PolNeAR's development articles: is the cue found, and does the source have its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.coding.drafts import SPOKEN
from extractors.coding.events import draft_sentence
from extractors.coding.lexicon import Lexicon
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
    shifts = _shifts(reading, starts)
    for tree in reading.trees:
        for node in tree.nodes:
            if node.verbal or node.nominal:
                for said in reading.sources(node):
                    shift = shifts[said.nodes[0].sentence]
                    cue = said.verb or next(iter(said.nodes[0].kids("case")), said.nodes[0])
                    words = [each for source in said.nodes for each in _whole(source, cue)]
                    start, end = min(each.start for each in words), max(each.end for each in words)
                    yield Attribution(range(shift + cue.start, shift + cue.end), range(shift + start, shift + end))


def spoken_acts(reading: ArticleReading, starts: list[int], lexicon: Lexicon) -> Iterator[Attribution]:
    """Events that are sayings: their trigger is a cue and their actor its source ("Berlin called for a truce")."""
    shifts = _shifts(reading, starts)
    for number in range(len(reading.trees)):
        for made in draft_sentence(reading, lexicon, number):
            if made.event_type in SPOKEN and made.match.actors:
                words = [each for actor in made.match.actors for each in _whole(actor, made.node)]
                shift = shifts[number]
                start, end = min(each.start for each in words), max(each.end for each in words)
                yield Attribution(
                    range(shift + made.node.start, shift + made.node.end), range(shift + start, shift + end)
                )


def _shifts(reading: ArticleReading, starts: list[int]) -> list[int]:
    """By how much the offsets in each sentence differ from those in the file."""
    blocks = reading.parsed.article.blocks
    return [
        starts[each.sentence.block] + each.start - blocks[each.sentence.block].start
        for each in reading.parsed.sentences
    ]


def _whole(source: Node, cue: Node) -> list[Node]:
    """A source with all its modifiers, as the annotators mark it."""
    case = {cue, *cue.kids("fixed")}
    return [
        each for each in source.subtree() if each is source or (each not in case and each.tag not in (",", "``", "''"))
    ]


@dataclass(slots=True)
class Tally:
    """How many cues were found, and how many characters of sources are shared, ours and theirs."""

    found: int = 0
    wanted: int = 0
    shared: int = 0
    ours: int = 0
    theirs: int = 0

    def count(self, attribution: Attribution, guesses: dict[int, Attribution]) -> None:
        """Add one gold attribution."""
        self.wanted += 1
        self.theirs += len(attribution.source)
        guess = next((each for start, each in guesses.items() if start in attribution.cue), None)
        if guess is not None:
            self.found += 1
            self.ours += len(guess.source)
            self.shared += len(set(guess.source) & set(attribution.source))

    def lines(self, name: str) -> list[str]:
        """Cue recall, and F1 of the source's characters."""
        precision, recall = self.shared / self.ours, self.shared / self.theirs
        return [
            f"{name}: cue recall {self.found / self.wanted:.4f} ({self.found} of {self.wanted}), "
            f"source F1 {2 * precision * recall / (precision + recall):.4f} (P {precision:.4f} R {recall:.4f})"
        ]


def measure(gold: Path, show: bool) -> list[str]:
    """Cue recall and F1 of the source's characters over all gold attributions, with and without acts of speech."""
    folder = gold / "dev" / "polnear" / "data" / "dev"
    resources = load_resources()
    reports, both = Tally(), Tally()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]  # the last part names the annotator
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        article, starts = article_of(path.stem, text)
        reading = read_article(resources.pipeline.parse(article), resources.gazetteer, resources.actors)
        guesses = {guess.cue.start: guess for guess in predicted(reading, starts)}
        acts = {guess.cue.start: guess for guess in spoken_acts(reading, starts, resources.lexicon)}
        for attribution in read_gold(path):
            reports.count(attribution, guesses)
            both.count(attribution, acts | guesses)
    del show
    return [*reports.lines("sources of reports"), *both.lines("with acts of speech")]
