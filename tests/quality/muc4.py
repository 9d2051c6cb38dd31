"""False alarms and silence on MUC-4 newswire: documents without an incident that give an ASSAULT, and the reverse.

The set's keys hold terrorist incidents only, so an irrelevant document may still tell of fighting between armies; the
figure is an upper bound of the false alarms. The texts are upper case: they are read in sentence case with the names
of countries restored, which costs names of persons and towns.
"""

import json
import re
from pathlib import Path

from extractors.countries import countries_called
from extractors.extract import code_article, load_resources
from extractors.model import COUNTED, Article, Block

FILES = ("tst1.jsonl", "tst2.jsonl")
VIOLENT = frozenset({"ASSAULT"})


def sentence_case(text: str) -> str:
    """Upper-case newswire as a newspaper would print it, as far as a list of countries allows."""
    body = re.sub(r"^.*?\[TEXT\]", "", " ".join(text.split()))
    lowered = re.sub(r"(^|[.!?\"]\s+)([a-z])", lambda m: m[1] + m[2].upper(), re.sub(r"\[[^\]]*\]", "", body).lower())
    return re.sub(r"\b[a-z]+\b", lambda m: m[0].title() if countries_called(m[0].title()) else m[0], lowered)


def article_of(name: str, text: str) -> Article:
    """A document as an article of one paragraph for each of its own."""
    blocks: list[Block] = []
    position = 0
    for paragraph in re.split(r"\n\s*\n", text):
        words = sentence_case(paragraph)
        if words:
            blocks.append(Block(zone="paragraph", text=words, start=position))
            position += len(words) + 2
    return Article(
        article_key=f"text:{name}", document=name, url=None, source="gold", kind="article", layout="gold",
        language="en", kicker=None, title="", teaser=None, blocks=tuple(blocks), published=None,
    )  # fmt: skip


def measure(gold: Path, show: bool) -> list[str]:
    """Irrelevant documents with an ASSAULT, relevant ones without."""
    resources = load_resources()
    alarms = irrelevant = silent = relevant = 0
    for name in FILES:
        for line in (gold / "dev" / "muc4" / name).read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            extraction = code_article(article_of(document["id"], document["text"]), resources)
            found = [e for e in extraction.events if e.event_type in VIOLENT and e.status in COUNTED]
            required = [each for each in document["templates"] if not each["optional"]]
            if not document["templates"]:
                irrelevant, alarms = irrelevant + 1, alarms + bool(found)
            elif required:
                relevant, silent = relevant + 1, silent + (not found)
    del show
    return [
        f"irrelevant documents that give an ASSAULT: {alarms} of {irrelevant} ({alarms / irrelevant:.1%})",
        f"relevant documents that give none: {silent} of {relevant} ({silent / relevant:.1%})",
    ]
