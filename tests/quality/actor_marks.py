"""Sentences with marked parties: read the marks, ask the resolver, count what agrees."""

import re
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractors.actors import Resolver, load_actors, resolver
from extractors.language.depview import SUBJECTS
from extractors.language.pipeline import ParsedArticle, ParsedSentence, load_pipeline
from extractors.language.repair import repair, write_back
from extractors.language.tokens import Token
from extractors.language.tree import read_tree
from extractors.model import Article, Block
from extractors.places import load_gazetteer, read_places

ARTICLES = Path(__file__).parent / "actors.toml"
_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")

Codes = tuple[str | None, str | None]
NO_PARTY: tuple[Codes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words at `text[start:end]` and the codes of the parties they name."""

    start: int
    end: int
    codes: tuple[Codes, ...]


@dataclass(slots=True)
class Tally:
    """Counts over mentions. Unknown gold codes are right when they stay unknown."""

    mentions: int = 0
    country: int = 0
    sector: int = 0
    both: int = 0
    covered: int = 0
    coded: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, gold: tuple[Codes, ...], found: tuple[Codes, ...], what: str) -> None:
        """Count one mention; a list counts as right only as a whole."""
        self.mentions += 1
        self.country += {each[0] for each in gold} == {each[0] for each in found}
        self.sector += {each[1] for each in gold} == {each[1] for each in found}
        both = set(gold) == set(found)
        self.both += both
        coded = any(country or sector for country, sector in gold)
        self.coded += coded
        self.covered += coded and any(country or sector for country, sector in found)
        if not both:
            self.wrong.append(f"{what}: {gold} but {found}")

    def __str__(self) -> str:
        size = max(self.mentions, 1)
        return (
            f"n {self.mentions:4}  country {self.country / size:.3f}  sector {self.sector / size:.3f}  "
            f"both {self.both / size:.3f}  coverage {self.covered / max(self.coded, 1):.3f}"
        )


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and where they stood."""
    plain, marks, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        marks.append(Marked(start=len(plain), end=len(plain) + len(match[1]), codes=_codes(match[2])))
        plain += match[1]
        position = match.end()
    return plain + text[position:], marks


def article_of(text: str, day: date | None, document: str = "own") -> Article:
    """An article with a paragraph for each line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(zone="paragraph", text=line, start=start))
        start += len(line) + 2
    return Article(
        article_key=f"text:{document}", document=document, url=None, source="own", kind="article", layout="own",
        language="en", kicker=None, title="", teaser=None, blocks=tuple(blocks), published=day,
    )  # fmt: skip


def parse(article: Article) -> ParsedArticle:
    """Parse and mend the trees, as the coder does."""
    parsed = load_pipeline().parse(article)
    for sentence in parsed.sentences:
        tree = repair(read_tree(sentence.doc, ud=sentence.view.ud, sentence=sentence.sentence.index))
        write_back(tree, sentence.doc)
    return parsed


def resolved(parsed: ParsedArticle) -> Resolver:
    """The resolver with the article's focus, as the coder asks for it."""
    return resolver(parsed, load_actors(), read_places(parsed, load_gazetteer()).focus_country)


def own_tally(half: int, show: bool) -> Tally:
    """The articles at even (0) or odd (1) positions."""
    tally = Tally()
    for number, entry in enumerate(tomllib.loads(ARTICLES.read_text(encoding="utf-8"))["article"]):
        if number % 2 == half:
            lines = [unmarked(line) for line in entry["text"].strip().split("\n")]
            parsed = parse(article_of("\n".join(plain for plain, _ in lines), entry["published"]))
            resolve = resolved(parsed)
            for block, (_, marks) in zip(parsed.article.blocks, lines, strict=True):
                for mark in marks:
                    _count(tally, parsed, resolve, (block.start + mark.start, block.start + mark.end), mark.codes)
    if show:
        sys.stderr.write("".join(f"{each}\n" for each in tally.wrong))
    return tally


def found_codes(parsed: ParsedArticle, resolve: Resolver, start: int, end: int) -> tuple[Codes, ...] | None:
    """Codes of the party that the words at `start` to `end` name; None when no sentence holds them."""
    for sentence in parsed.sentences:
        if sentence.start <= start < sentence.start + len(sentence.sentence.text):
            head = head_of(sentence, start - sentence.start, end - sentence.start)
            if head is not None:
                role = "actor" if head.dep_ in SUBJECTS else "recipient"
                found = resolve.parties(sentence.sentence.index, head, role=role)  # type: ignore[arg-type]
                inside = [each for each in found if each.span and start <= each.span.start < end]
                return tuple((each.country, each.sector) for each in inside or found)
    return None


def head_of(sentence: ParsedSentence, start: int, end: int) -> Token | None:
    """The first noun of a span that hangs on a word outside it, else any such word."""
    inside = [
        token for token in sentence.doc if token.idx < end and token.idx + len(token) > start and token.text.isalpha()
    ]
    within = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in within or token.head.i == token.i]
    nouns = [token for token in tops if token.pos_ in ("NOUN", "PROPN", "PRON")]
    return next(iter(nouns or tops), None)


def _count(
    tally: Tally, parsed: ParsedArticle, resolve: Resolver, span: tuple[int, int], gold: tuple[Codes, ...]
) -> None:
    found = found_codes(parsed, resolve, *span) or NO_PARTY
    words = parsed.article.text[span[0] : span[1]]
    if not gold and not any(country or sector for country, sector in found):
        found = NO_PARTY  # words without codes claim nothing
    tally.add(gold, found, f"{parsed.article.published} {words!r}")


def _codes(text: str) -> tuple[Codes, ...]:
    if text == "0":
        return NO_PARTY
    pairs = (each.split() for each in text.split(";"))
    return tuple((None if country == "-" else country, None if sector == "-" else sector) for country, sector in pairs)
