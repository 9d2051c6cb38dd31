"""Parties in gold that is not part of the project: the seeds' annotation, PETRARCH's dictionaries, PLOVER sentences."""

import csv
import json
import re
import sys
from pathlib import Path

from extractors.actors import load_actors, resolver
from extractors.countries import country_by_code
from extractors.model import Page
from extractors.pages.read import read_page
from tests.quality.actor_marks import Codes, Tally, article_of, found_codes, parse, resolved

SEEDS = Path(__file__).parents[2] / "seeds"
CAMEO_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "COP": "COP", "OPP": "OPP", "REB": "REB", "JUD": "JUD", "LEG": "LEG", "MED": "JRN",
    "BUS": "BUS", "EDU": "EDU", "CVL": "CVL", "LAB": "LAB", "HLH": "MED", "SPY": "SPY", "AGR": "AGR", "REF": "REF",
    "UAF": "UAF", "CRM": "CRM", "PTY": "PTY", "INS": "REB", "SEP": "REB", "MOS": "REL", "MUS": "REL", "CHR": "REL",
}  # fmt: skip


def seeds(_: Path, show: bool) -> list[tuple[str, Tally]]:
    """Every actor and recipient of an annotated event whose words stand in its sentences."""
    tally = Tally()
    rows = [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for path in sorted(SEEDS.glob("*.txt")):
        parsed = parse(read_page(Page(name=path.name, body=path.read_bytes())).article)
        resolve = resolved(parsed)
        text = parsed.article.text.replace("\u00a0", " ")
        for row in rows:
            if row["kind"] == "event" and row["doc"] == path.name:
                for party in (*row["actor"], *row["recipient"]):
                    span = _span(text, row, party)
                    if span is not None:
                        found = found_codes(parsed, resolve, *span) or ()
                        gold: tuple[Codes, ...] = ((party["country"], party["sector"]),)
                        accepted = gold[0] in found
                        tally.add(gold, gold if accepted else found, f"{row['id']} {party['text']!r}")
    _log(tally, show)
    return [("parties", tally)]


def petrarch(gold: Path, show: bool) -> list[tuple[str, Tally]]:
    """Real countries and organisations of the validation actors, and the agents, looked up in our lists."""
    folder = gold / "dev" / "petrarch"
    actors, agents = Tally(), Tally()
    for name, code in _entries(folder / "PETR.Validate.actors.txt"):
        country = code[:3]
        if country_by_code(country) is not None or country in ("IGO", "NGO", "IMG"):
            found = _alone(name.title().replace("Of ", "of "))
            actors.add(((country, None),), ((found[0], None),), name)
    for name, code in _entries(folder / "PETR.Validate.agents.txt"):
        sector = CAMEO_SECTORS.get(code.strip("~ ")[:3])
        if sector is not None:
            agents.add(((None, sector),), ((None, _alone(f"the {name.lower()}")[1]),), name)
    _log(actors, show)
    _log(agents, show)
    return [("actors", actors), ("agents", agents)]


def plover(gold: Path, show: bool) -> list[tuple[str, Tally]]:
    """Sources and targets of the marked sentences: whether they get any code. There are no codes to compare with."""
    halves = Tally(), Tally()
    path = gold / "dev" / "plover_sentences_train.tsv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    for number, row in enumerate(rows):
        parsed = parse(article_of(row["sentence"], None))
        resolve = resolved(parsed)
        for words in (row["source"], row["target"]):
            start = row["sentence"].find(words)
            if words and start >= 0:
                found = found_codes(parsed, resolve, start, start + len(words)) or ()
                coded = any(country or sector for country, sector in found)
                halves[number % 2].add((("?", None),), (("?", None),) if coded else (), f"{words} | {row['sentence']}")
    _log(halves[0], show)
    return [("even", halves[0]), ("odd", halves[1])]


def _span(text: str, row: dict[str, object], party: dict[str, str]) -> tuple[int, int] | None:
    mentions = row.get("other_mentions") or []
    sentences = [str(row["sentence"]), *(str(each["sentence"]) for each in mentions if isinstance(each, dict))]  # type: ignore[attr-defined]
    for sentence in sentences:
        start = text.find(sentence.replace("\u00a0", " "))
        within = sentence.replace("\u00a0", " ").find(party["text"] or "\0")
        if start >= 0 and within >= 0:
            return start + within, start + within + len(party["text"])
    return None


def _alone(name: str) -> Codes:
    """What a name means in a sentence of its own."""
    text = f"{name[0].upper()}{name[1:]} met on Monday."
    parsed = parse(article_of(text, None))
    found = found_codes(parsed, resolver(parsed, load_actors()), 0, len(name)) or ((None, None),)
    return found[0]


def _entries(path: Path) -> list[tuple[str, str]]:
    """(name, code) of a PETRARCH dictionary, without comments, word forms and dated codes."""
    found: list[tuple[str, str]] = []
    for line in path.read_text(encoding="latin-1").splitlines():
        match = re.match(r"^([A-Z][A-Za-z_ .\-]+?)\s*(?:\{[^}]*\}\s*)?\[\s*([~A-Za-z]+)\s*\]", line)
        if match and "!" not in line.split("[")[0]:
            found.append((match[1].replace("_", " ").strip(), match[2].upper()))
    return found


def _log(tally: Tally, show: bool) -> None:
    if show:
        sys.stderr.write("".join(f"{each}\n" for each in tally.wrong))
