"""Who did what to whom in PETRARCH's unit tests, with their invented actors in our party lookup.

Three points a coding, as UniversalPetrarch counts: source, target, type. Codes are WEIS with codes made up for single
tests beside them; a made-up code has no PLOVER type, so its type is not asked for. WEIS 02, a comment, is no event in
PLOVER; such codings are left out.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.actors import ActorBook, ActorEntry
from extractors.actors.matching import NameIndex
from extractors.coding.drafts import Draft
from extractors.coding.events import draft_sentence
from extractors.coding.reading import read_article
from extractors.extract import load_resources
from extractors.model import Party
from tests.quality.plover import article_of

WEIS = {
    "01": {"RETREAT", "CONCEDE"}, "03": {"CONSULT", "AGREE"}, "04": {"SUPPORT", "ACCUSE", "AGREE"},
    "05": {"AGREE", "SUPPORT"}, "06": {"AGREE", "SUPPORT", "COOPERATE", "AID"}, "07": {"AID", "AGREE", "COOPERATE"},
    "08": {"AGREE", "SUPPORT", "CONCEDE", "RETREAT"}, "09": {"REQUEST"}, "10": {"REQUEST", "AGREE"}, "11": {"REJECT"},
    "12": {"ACCUSE"}, "13": {"ACCUSE", "PROTEST"}, "14": {"REJECT"}, "15": {"REQUEST"},
    "16": {"THREATEN", "ACCUSE", "REQUEST"}, "17": {"THREATEN"}, "18": {"PROTEST", "MOBILIZE"},
    "19": {"SANCTION", "REJECT"}, "20": {"SANCTION", "COERCE"}, "21": {"COERCE", "ASSAULT"}, "22": {"ASSAULT"},
}  # fmt: skip
"""PLOVER types a WEIS category may be."""
UNCODED = frozenset({"", "---", "000"})


@dataclass(frozen=True, slots=True)
class Coding:
    """One gold event: who, whom, code."""

    source: str
    target: str
    code: str


def read_cases(path: Path) -> Iterator[tuple[str, tuple[Coding, ...]]]:
    """Sentences with their codings; those that test error messages of the program are left out."""
    text = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in re.findall(r"<Sentence [^>]*>(.*?)</Sentence>", text, flags=re.DOTALL):
        words = re.search(r"<Text>(.*?)</Text>", block, flags=re.DOTALL)
        fields = [dict(re.findall(r'(\w+)="([^"]*)"', each)) for each in re.findall(r"<EventCoding([^>]*)>", block)]
        codings = tuple(
            Coding(each.get("sourcecode", ""), each.get("targetcode", ""), each["eventcode"])
            for each in fields
            if "eventcode" in each and "error" not in each and not each["eventcode"].startswith("02")
        )
        if words and codings:
            yield " ".join(words[1].replace("_", " ").split()), codings


def read_actors(path: Path) -> Iterator[ActorEntry]:
    """The set's actor dictionary; the code is the name that our parties carry."""
    names: list[str] = []
    for raw in re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines():
        line = raw.split("#")[0].strip()
        word = re.split(r"[\[;]", line)[0].strip().lstrip("+").replace("_", " ").strip()
        if word and not line.startswith("+"):
            names = [word]
        elif word:
            names.append(word)
        code = re.search(r"\[([A-Za-z-]+)", line)
        if names and code and code[1] not in UNCODED:
            yield _entry(names, code[1].upper())
        elif word and line.startswith("+") and names:
            yield replace(_entry([word], "?"), name=f"={names[0]}")


def _entry(names: Sequence[str], code: str) -> ActorEntry:
    aliases = tuple(name.title() for name in names)
    return ActorEntry(name=code, country=code[:3], sector=None, kind="state", aliases=aliases)


def book_of(base: ActorBook, path: Path) -> ActorBook:
    """The role nouns of our book with the set's actors in place of ours."""
    names: NameIndex[ActorEntry] = NameIndex()
    codes: dict[str, ActorEntry] = {}
    for entry in read_actors(path):
        known = codes.get(entry.name[1:]) if entry.name.startswith("=") else entry
        if known is not None:
            names.add_all(entry.aliases, known)
            codes.setdefault(entry.aliases[0].upper(), known)
    return replace(base, names=names, surnames={}, holders={}, entries=tuple(codes.values()))


def measure(gold: Path, show: bool) -> list[str]:
    """Share of source, target and type points, each coding with the draft that fits it best."""
    folder = gold / "dev" / "petrarch"
    resources = load_resources()
    book = book_of(resources.actors, folder / "PETR.Validate.actors.txt")
    points = possible = whole = codings = 0
    lines: list[str] = []
    for text, wanted in read_cases(folder / "PETR.UnitTest.records.xml"):
        reading = read_article(resources.pipeline.parse(article_of(text, "unit")), resources.gazetteer, book)
        drafts = [made for n in range(len(reading.trees)) for made in draft_sentence(reading, resources.lexicon, n)]
        for coding in wanted:
            got, most = max((_points(coding, made) for made in drafts), default=(0, _most(coding)))
            points, possible = points + got, possible + most
            whole, codings = whole + (got == most), codings + 1
            if got < most:
                lines.append(f"{got}/{most} {coding.source} {coding.code} {coding.target}: {text}\n")
    if show:
        sys.stderr.write("".join(lines))
    return [
        f"points {points}/{possible} = {points / possible:.4f}; whole codings {whole}/{codings} = {whole / codings:.4f}"
    ]


def _most(coding: Coding) -> int:
    return (coding.source not in UNCODED) + (coding.target not in UNCODED) + (coding.code[:2] in WEIS)


def _points(coding: Coding, made: Draft) -> tuple[int, int]:
    actors = made.actors
    recipients = made.recipients or made.actors  # in mutual acts everybody is an actor
    got = (coding.source not in UNCODED and _named(coding.source, actors)) + (
        coding.target not in UNCODED and _named(coding.target, recipients)
    )
    got += coding.code[:2] in WEIS and made.event_type in WEIS[coding.code[:2]]
    return got, _most(coding)


def _named(code: str, parties: Sequence[Party]) -> bool:
    """Whether a party is of the code's country; the letters behind are the set's own sectors."""
    return any((party.name or party.country or "---")[:3] == code[:3] or party.country == code[:3] for party in parties)
