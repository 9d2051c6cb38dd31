"""Stories of US shootings with their incident's day, killed and injured; and the main incident read from each."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from extractors.dates import event_time, read_times
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.model import Article, Block, EventTime, Quantity, TimeExpression

_ATTACKS: Final = frozenset(
    {"shoot", "shooting", "kill", "killing", "murder", "gunfire", "slay", "slaying", "stab", "stabbing", "attack",
     "fire", "gun", "strike", "discharge", "execute", "ambush", "rampage", "massacre", "robbery", "shot",
     "bombing", "explosion", "happen", "occur", "unfold"}
)  # fmt: skip
_OUTCOMES: Final = frozenset({"incident", "wound", "injure", "hit", "gunshot"})
_REPORTING: Final = frozenset(
    {"say", "tell", "report", "announce", "charge", "arrest", "release", "identify", "appear", "post", "update", "be"}
)
_SHOTS: Final = re.compile(r"\b(?:shot|shooting|stabbed)\b", re.I)


@dataclass(frozen=True, slots=True)
class Story:
    """One report with what its incident is known to have been."""

    article: Article
    day: date
    killed: int
    injured: int


def load_stories(gold: Path, *, half: int | None = None, limit: int | None = None) -> list[Story]:
    """All stories, or one half of them by the order of their ids; `limit` takes an even sample."""
    rows = map(json.loads, (gold / "dev/gva/incidents.jsonl").read_text().splitlines())
    incidents = {row["incident_id"]: row for row in rows}
    documents = [json.loads(line) for line in (gold / "dev/gva/documents.jsonl").read_text().splitlines()]
    documents.sort(key=lambda row: str(row["doc_id"]))
    if half is not None:
        documents = documents[half::2]
    if limit:
        documents = documents[:: max(1, len(documents) // limit)][:limit]
    return [_story(row, incidents[row["incident_id"]]) for row in documents]


def _story(row: dict[str, str], incident: dict[str, str]) -> Story:
    paragraphs = [part.strip() for part in row["text"].split("\n\n") if part.strip()]
    return Story(
        article=article_of(row["doc_id"], [row["title"], *paragraphs], date.fromisoformat(row["dct"])),
        day=date.fromisoformat(incident["date"]),
        killed=int(incident["num_killed"]),
        injured=int(incident["num_injured"]),
    )


def article_of(name: str, texts: list[str], published: date | None) -> Article:
    """An article from its title and paragraphs."""
    blocks: list[Block] = []
    position = 0
    for place, text in enumerate(texts):
        blocks.append(Block(zone="paragraph" if place else "title", text=text, start=position))
        position += len(text) + 2
    return Article(
        article_key=f"text:{name}", document=name, url=None, source="gold", kind="article", layout="none",
        language="en", kicker=None, title=texts[0], teaser=None, blocks=tuple(blocks), published=published,
    )  # fmt: skip


def main_incident_day(parsed: ParsedArticle) -> tuple[date | None, str]:
    """The day of the first dated act of violence, and how it was dated; the publication day where none is dated."""
    times = read_times(parsed)
    dated: dict[str, date] = {}
    for place, trigger in _acts(parsed):
        found = event_time(parsed, times, place, trigger)
        day = _single_day(found)
        if day and _plausible(day, parsed.article.published):
            dated.setdefault(found.method, day)
            if found.method == "clause":
                break
    for method in ("clause", "context", "sentence"):
        if method in dated:
            return dated[method], method
    first = _first_day(parsed, times)
    return (first, "first day") if first else (parsed.article.published, "publication")


def _first_day(parsed: ParsedArticle, times: tuple[tuple[TimeExpression, ...], ...]) -> date | None:
    """The first day or part of a day that anything in the story is told of."""
    for place, each in enumerate(parsed.sentences):
        for token in each.doc:
            if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() not in _REPORTING:
                found = event_time(parsed, times, place, token)
                day = _single_day(found)
                if found.method == "clause" and day and _plausible(day, parsed.article.published):
                    return day
    return None


def _acts(parsed: ParsedArticle) -> Iterator[tuple[int, Token]]:
    """Attacks in reading order, then wounds; never deaths, for a victim may die days later."""
    for words in (_ATTACKS, _OUTCOMES):
        for place, each in enumerate(parsed.sentences):
            tokens = [token for token in each.doc if token.pos_ in ("VERB", "NOUN", "ADJ", "PROPN")]
            yield from ((place, token) for token in tokens if token.lemma_.lower() in words and not _is_weapon(token))


def _is_weapon(token: Token) -> bool:
    """ "The gun" is no act, "gunned down" is one."""
    return token.lemma_.lower() in ("gun", "gunshot") and token.pos_ != "VERB"


def _single_day(found: EventTime) -> date | None:
    """The day that holds the middle of the interval: "overnight" and "Monday night" run past midnight."""
    if found.start is None or found.end is None or found.precision not in ("day", "daypart", "minute"):
        return None
    return (found.start + (found.end - found.start) / 2).date()


def _plausible(day: date, published: date | None) -> bool:
    return published is None or day <= published


def victims(quantities: tuple[Quantity, ...]) -> tuple[int, int]:
    """Killed and injured of the main incident: the highest toll of one sentence, or the persons named."""
    sums: Counter[tuple[str, int]] = Counter()
    named: dict[str, set[str]] = defaultdict(set)
    for quantity in quantities:
        if quantity.cumulative or quantity.status not in ("actual", "claimed") or not quantity.lower:
            continue
        if quantity.count_type is None:
            continue
        sums[quantity.count_type, quantity.sentence] += quantity.lower
        if quantity.rule_id.startswith("implied") and (quantity.who or "")[:1].isupper():
            named[quantity.count_type].add((quantity.who or "").split()[-1])
    highest = {
        kind: max([len(named[kind]), *(count for (each, _), count in sums.items() if each == kind)])
        for kind in ("killed", "wounded", "casualties", "victims")
    }
    shot = highest["casualties"] or highest["victims"]
    return highest["killed"], max(highest["wounded"], shot - highest["killed"])


_NUMBER = r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|an)"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_BASELINE: Final = {
    "killed": re.compile(
        rf"\b{_NUMBER}\s(?:\w+\s){{0,2}}?(?:was|were|is|are)?\s?(?:shot and )?(?:killed|dead|died)"
        rf"|\bkill(?:ed|ing|s)\s{_NUMBER}\b", re.I
    ),
    "injured": re.compile(
        rf"\b{_NUMBER}\s(?:\w+\s){{0,2}}?(?:was|were|is|are)?\s?(?:wounded|injured|hurt)"
        rf"|\b(?:wound|injur)(?:ed|ing|es|s)\s{_NUMBER}\b", re.I
    ),
}  # fmt: skip


def naive_victims(parsed: ParsedArticle) -> tuple[int, int]:
    """What one regular expression each finds first: the baseline."""
    found = []
    for pattern in _BASELINE.values():
        match = pattern.search(parsed.article.text)
        word = next((group for group in match.groups() if group), "") if match else ""
        found.append(int(word) if word.isdigit() else _WORDS.get(word.lower(), 1 if word else 0))
    return found[0], found[1]
