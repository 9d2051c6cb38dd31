"""Event types of single sentences: Zero-Shot-PLOVER's set, where source and target are marked."""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.coding.drafts import Draft
from extractors.coding.events import code_sentence, draft_sentence
from extractors.coding.reading import ArticleReading, read_article
from extractors.extract import Resources, load_resources
from extractors.language.tree import Node
from extractors.model import COUNTED, Article, Block, Party

MERGED = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}
"""The set has one class for both."""
CAMEO_HERITAGE = {
    "SANCTION-convict": "ACCUSE",
    "SANCTION-None": "COERCE",
    "COERCE-seize": "ASSAULT",
    "COERCE-cyber": "ASSAULT",
}
"""Where the set keeps CAMEO's classes and PLOVER 2.0 has moved the act: convictions (in ACCUSE there), administrative
sanctions (172), territory taken (192) and cyber attacks (176 in the set's own prompts)."""

CAMEO_SENSES = {
    "agree.sign.deal": "SUPPORT",
    "agree.reach.deal": "SUPPORT",
    "coerce.impose.siege": "ASSAULT",
    "coerce.blockade": "ASSAULT",
}
"""The same for single senses: a signed agreement is 057, diplomatic cooperation, a blockade 191, fighting."""


def set_label(made: Draft) -> str:
    """The set's name for what a draft says."""
    decided = made.because.lower().startswith("decid")
    if made.event_type == "CONCEDE" and made.sense.event_type == "RETREAT" and not decided:
        return "AGREE"  # CAMEO 035: an announced retreat is an intent to cooperate there
    if made.sense.id in CAMEO_SENSES and made.event_type == made.sense.event_type:
        return CAMEO_SENSES[made.sense.id]
    by_mode = CAMEO_HERITAGE.get(f"{made.event_type}-{made.mode}")
    return by_mode or MERGED.get(made.event_type, made.event_type)


Codes = tuple[str | None, str | None, str | None]
POINTING = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "their", "its", "we", "us", "our"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its gold type and where source and target stand; an empty range where one is not marked."""

    text: str
    root: str
    source: range
    target: range
    source_codes: frozenset[Codes] = frozenset()
    """What the marked words resolve to, so that a pronoun for them is known ("Ankara said *it* …")."""
    target_codes: frozenset[Codes] = frozenset()


def read_marked(path: Path) -> Iterator[Marked]:
    """The rows of the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield Marked(row["sentence"], row["gold_root"], *_ranges(row["marked_sentence"]))


def _ranges(marked: str) -> tuple[range, range]:
    plain = 0
    found = {"s": [0, 0], "t": [0, 0]}
    position = 0
    while position < len(marked):
        for tag, edge in (("<s>", 0), ("</s>", 1), ("<t>", 0), ("</t>", 1)):
            if marked.startswith(tag, position):
                found[tag.strip("</>")][edge] = plain
                position += len(tag)
                break
        else:
            plain += 1
            position += 1
    return range(*found["s"]), range(*found["t"])


def article_of(text: str, name: str) -> Article:
    """A sentence as an article of its own."""
    return Article(
        article_key=f"text:{name}", document=name, url=None, source="gold", kind="article", layout="gold",
        language="en", kicker=None, title="", teaser=None, blocks=(Block(zone="paragraph", text=text, start=0),),
        published=None,
    )  # fmt: skip


def readings(texts: Sequence[str], resources: Resources) -> Iterator[ArticleReading]:
    """Each text read as an article."""
    articles = (article_of(text, str(number)) for number, text in enumerate(texts))
    for parsed in resources.pipeline.parse_many(articles):
        yield read_article(parsed, resources.gazetteer, resources.actors)


def measure(gold: Path, show: bool) -> list[str]:
    """Type with the pair given, and end to end: any event of which a party is a marked one."""
    resources = load_resources()
    rows = list(read_marked(gold / "dev" / "plover_sentences_train.tsv"))
    given: list[tuple[str, str]] = []
    free: list[tuple[str, str]] = []
    log: list[str] = []
    for plain, reading in zip(rows, readings([row.text for row in rows], resources), strict=True):
        row = resolved(plain, reading)
        drafts = [made for n in range(len(reading.trees)) for made in draft_sentence(reading, resources.lexicon, n)]
        best = _best(drafts, row)
        guess = set_label(best) if best else "-"
        given.append((row.root, guess))
        told = [made for n in range(len(reading.trees)) for made in code_sentence(reading, resources.lexicon, n)]
        types = {set_label(made) for made in told if overlap(made, row) > 0}
        free.append((row.root, row.root if row.root in types else next(iter(sorted(types)), "-")))
        if guess != row.root:
            rule = best.sense.id if best else "nothing"
            pair = f"{_words(row.text, row.source)} -> {_words(row.text, row.target)}"
            log.append(f"{row.root} got {guess} by {rule}: {row.text}  [{pair}]")
    if show:
        sys.stderr.write("".join(f"{line}\n" for line in log))
    return [
        f"pair given: {_figures(given)}",
        f"end to end: {_figures(free)}",
        f"pair given, F1 by type: {_by_class(given)}",
    ]


def resolved(row: Marked, reading: ArticleReading) -> Marked:
    """The row with what its marked words resolve to."""
    return replace(row, source_codes=_named(row.source, reading), target_codes=_named(row.target, reading))


def _named(marked: range, reading: ArticleReading) -> frozenset[Codes]:
    nodes = (node for tree in reading.trees for node in tree.nodes if marked.start <= node.start < marked.stop)
    return frozenset(
        (party.name, party.country, party.sector)
        for node in nodes
        for party in reading.parties(node, "actor")
        if party.country or party.sector
    )


def _words(text: str, where: range) -> str:
    return text[where.start : where.stop]


def _best(drafts: Sequence[Draft], row: Marked) -> Draft | None:
    return max(
        drafts,
        key=lambda made: (overlap(made, row) + 3 * (made.status in COUNTED), -_depth(made.node), -made.node.start),
        default=None,
    )


def _depth(node: Node) -> int:
    return sum(1 for _ in node.ancestors())


def overlap(made: Draft, row: Marked) -> int:
    """How well the draft's parties are the marked ones; a swapped pair counts less than a right one."""
    actors = [*_spans(made.actors), *_nodes(made.match.actors)]
    recipients = [*_spans(made.recipients), *_nodes(made.match.recipients)]
    a_source = _meets(actors, row.source) or _points(made.actors, row.source_codes)
    a_target = _meets(actors, row.target) or _points(made.actors, row.target_codes)
    r_source = _meets(recipients, row.source) or _points(made.recipients, row.source_codes)
    r_target = _meets(recipients, row.target) or _points(made.recipients, row.target_codes)
    return 3 * a_source + 3 * r_target + a_target + r_source


def _points(parties: Sequence[Party], codes: frozenset[Codes]) -> bool:
    """Whether a pronoun among the parties stands for the marked words."""
    return any(
        party.text.lower() in POINTING and (party.name, party.country, party.sector) in codes for party in parties
    )


def _spans(parties: Sequence[Party]) -> list[range]:
    return [range(party.span.start, party.span.end) for party in parties if party.span is not None]


def _nodes(nodes: Sequence[Node]) -> list[range]:
    return [range(node.start, node.end) for node in nodes]


def _meets(spans: Sequence[range], marked: range) -> bool:
    return any(span.start < marked.stop and marked.start < span.stop for span in spans)


def _figures(pairs: Sequence[tuple[str, str]]) -> str:
    right = sum(gold == guess for gold, guess in pairs)
    silent = sum(guess == "-" for _, guess in pairs)
    scores = list(_f1(pairs).values())
    return f"accuracy {right / len(pairs):.4f}, macro-F1 {sum(scores) / len(scores):.4f}, nothing found {silent}"


def _by_class(pairs: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in sorted(_f1(pairs).items()))


def _f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    hits: Counter[str] = Counter(gold for gold, guess in pairs if gold == guess)
    golds = Counter(gold for gold, _ in pairs)
    guesses = Counter(guess for _, guess in pairs)
    return {name: 2 * hits[name] / (golds[name] + guesses[name]) for name in golds}


def confusions(pairs: Sequence[tuple[str, str]]) -> dict[str, Counter[str]]:
    """What each gold type was taken for."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold, guess in pairs:
        found[gold][guess] += 1
    return dict(found)
