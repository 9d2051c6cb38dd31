"""Score events and quantities against gold in the format of seeds/gold.jsonl.

A predicted event counts where its status is actual, claimed or threatened; the other statuses are kept records that
are neither hits nor errors, except against gold of that status. Optional gold is never a hit or a miss.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Record = dict[str, Any]
"""One line of gold or of predictions as JSON gives it."""

COUNTED = frozenset({"actual", "claimed", "threatened"})
STATUS_NAMES = {"reported_claim": "claimed", "threat": "threatened", "future": "planned", "historical": "actual"}
"""Names of statuses in the first annotation, and ours."""
FUNCTION_WORDS = frozenset({"of", "the", "for"})


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hits, false alarms and misses."""

    hits: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """As a line of a report."""
        return (
            f"F1 {self.f1:.4f} (P {self.precision:.4f} R {self.recall:.4f}; {self.hits}+ {self.extra}! {self.missed}-)"
        )


@dataclass(slots=True)
class Score:
    """All figures of one run; `log` names every miss, extra, wrong field and sprung trap."""

    event: Ratio
    both_parties: Ratio
    full_record: Ratio
    quantity: Ratio
    fields: dict[str, float]
    quantity_fields: dict[str, float]
    doubles: int
    traps_sprung: int
    traps: int
    log: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and a prediction that may be it."""

    gold: int
    guess: int
    actor: bool
    recipient: bool
    rank: tuple[int, bool]


def read_jsonl(path: Path) -> list[Record]:
    """The records of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def words(text: str | None) -> list[str]:
    """Lower-case words."""
    return re.findall(r"\w+", (text or "").replace("\u00a0", " ").lower())


def same_sentence(a: str, b: str) -> bool:
    """Whether the shorter text's words are nearly all in the other."""
    x, y = set(words(a)), set(words(b))
    if not x or not y:
        return False
    return len(x & y) / min(len(x), len(y)) >= 0.8


def document_key(name: str | None) -> str:
    """The last part of a path or URL."""
    return (name or "").rstrip("/").rsplit("/", 1)[-1]


def party_ok(gold: Sequence[Record], accept: Sequence[Record], predicted: Sequence[Record]) -> bool:
    """Whether one predicted party agrees with one that gold names or accepts; none where gold has none."""
    known = [party for party in predicted if party.get("country") or party.get("sector") or party.get("text")]
    if not gold and all(not p.get("country") and p.get("sector") in (None, "UNK", "UAF") for p in known):
        return True
    return any(_agree(wanted, party) for wanted in (*gold, *accept) for party in known)


def _agree(wanted: Record, party: Record) -> bool:
    if wanted.get("country") not in (None, party.get("country")) or wanted.get("sector") not in (
        None,
        party.get("sector"),
    ):
        return False
    return bool(wanted.get("country") or wanted.get("sector")) or words(wanted.get("text")) == words(party.get("text"))


def date_ok(gold: Record, guess: Record) -> bool:
    """Whether the predicted interval lies in the gold one, or starts on an accepted day."""
    low, high = gold.get("date_start"), gold.get("date_end")
    start, end = guess.get("date_start"), guess.get("date_end") or guess.get("date_start")
    if start is None and end is None:
        return low is None
    if start is not None and start in gold.get("date_accept", []):
        return True
    if low is None:
        return high is None or bool((end or start) <= high)
    return start is not None and end is not None and low <= start and end <= (high or end)


def place_ok(gold: Record, guess: Record) -> bool:
    """Whether the predicted place names a wanted one, or none is wanted."""
    wanted = [gold.get("location"), *gold.get("location_accept", [])]
    if guess.get("place") is None or wanted == [None]:
        return None in wanted
    got = set(words(guess["place"]))
    return any(name and (set(words(name)) <= got or got <= set(words(name))) for name in wanted)


def type_ok(gold: Record, guess: Record) -> bool:
    """Whether type, or type and mode, are the gold's or accepted."""
    accepted = {gold["type"], *gold.get("accept", [])}
    return bool(accepted & {guess.get("type"), f"{guess.get('type')}-{guess.get('mode')}"})


def score(gold: Sequence[Record], predictions: Iterable[Record]) -> Score:
    """Score predictions against gold; predictions for other documents are left out."""
    documents = {document_key(g["doc"]) for g in gold}
    ours = [p for p in predictions if document_key(p.get("document")) in documents]
    events = [dict(g, status=STATUS_NAMES.get(g["status"], g["status"])) for g in gold if g["kind"] == "event"]
    guesses = [p for p in ours if p.get("kind", "event") == "event"]
    pairs = _pairs(events, guesses)
    chosen = _choose(pairs)
    log: list[str] = []
    event, both, full, fields = _score_events(events, guesses, chosen, log)
    taken = {pair.guess for pair in chosen.values()}
    loose = [n for n, p in enumerate(guesses) if n not in taken and p.get("status", "actual") in COUNTED]
    repeated = {pair.guess for pair in pairs}
    for number in loose:
        log.append(_extra_line("DOUBLE" if number in repeated else "EXTRA", guesses[number]))
    traps = [g for g in gold if g["kind"] == "trap"]
    quantity, quantity_fields = _score_quantities(gold, [p for p in ours if p.get("kind") == "quantity"], log)
    return Score(
        event=Ratio(event.hits, len(loose), event.missed),
        both_parties=Ratio(both, event.hits - both + len(loose), event.missed + event.hits - both),
        full_record=Ratio(full, event.hits - full + len(loose), event.missed + event.hits - full),
        quantity=quantity,
        fields=fields,
        quantity_fields=quantity_fields,
        doubles=sum(number in repeated for number in loose),
        traps_sprung=_sprung(traps, [guesses[n] for n in loose], log),
        traps=len(traps),
        log=log,
    )


def _pairs(events: Sequence[Record], guesses: Sequence[Record]) -> list[Pair]:
    found = []
    for g, gold in enumerate(events):
        told = [gold["sentence"], *(each["sentence"] for each in gold.get("other_mentions", []))]
        for p, guess in enumerate(guesses):
            if document_key(gold["doc"]) != document_key(guess["document"]) or not type_ok(gold, guess):
                continue
            status = guess.get("status", "actual")
            if status not in COUNTED and status != gold["status"]:
                continue
            if not any(same_sentence(sentence, guess.get("sentence", "")) for sentence in told):
                continue
            found.append(_pair(g, p, gold, guess))
    return sorted(found, key=lambda pair: pair.rank, reverse=True)


def _pair(g: int, p: int, gold: Record, guess: Record) -> Pair:
    actor = party_ok(gold["actor"], gold["actor_accept"], guess.get("actors") or [])
    recipient = party_ok(gold["recipient"], gold["recipient_accept"], guess.get("recipients") or [])
    exact = (guess["type"] == gold["type"]) + (guess.get("mode") == gold.get("mode"))
    trigger = bool(set(words(guess.get("trigger"))) & set(words(gold.get("trigger"))))
    return Pair(g, p, actor, recipient, (4 * actor + 3 * recipient + 2 * trigger + exact, not gold["optional"]))


def _choose(pairs: Sequence[Pair]) -> dict[int, Pair]:
    """Each gold event with at most one prediction, the best agreement first."""
    chosen: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair in pairs:
        if pair.gold not in chosen and pair.guess not in taken:
            chosen[pair.gold] = pair
            taken.add(pair.guess)
    return chosen


def _score_events(
    events: Sequence[Record], guesses: Sequence[Record], chosen: dict[int, Pair], log: list[str]
) -> tuple[Ratio, int, int, dict[str, float]]:
    hits = missed = both = full = 0
    fields: defaultdict[str, list[bool]] = defaultdict(list)
    for number, gold in enumerate(events):
        if gold["optional"]:
            continue
        pair = chosen.get(number)
        if pair is None:
            missed += 1
            log.append(f"MISS  {gold['id']} {gold['type']:9} {gold['trigger']!r} in {gold['sentence'][:110]!r}")
            continue
        guess = guesses[pair.guess]
        right = _fields(gold, guess, pair)
        hits += 1
        both += pair.actor and pair.recipient
        full += all(right[name] for name in ("actor", "recipient", "date", "place", "status"))
        for name, value in right.items():
            fields[name].append(value)
        if not all(right.values()):
            log.append(_wrong_line(gold, guess, [name for name, value in right.items() if not value]))
    return Ratio(hits, 0, missed), both, full, {name: sum(v) / len(v) for name, v in sorted(fields.items())}


def _fields(gold: Record, guess: Record, pair: Pair) -> dict[str, bool]:
    modes = {gold.get("mode"), *gold.get("mode_accept", [])}
    status = guess.get("status", "actual") == gold["status"]
    right = {
        "actor": pair.actor,
        "recipient": pair.recipient,
        "type": guess["type"] == gold["type"],
        "mode": gold.get("mode") is None or guess.get("mode") in modes,
        "date": date_ok(gold, guess),
        "place": place_ok(gold, guess),
        "status": status or (gold["status"] == "threatened" and guess["type"] == "THREATEN"),
    }
    if gold.get("attributed_to"):
        named = set(words(gold["attributed_to"])) - FUNCTION_WORDS
        right["attribution"] = bool(set(words(guess.get("attributed_to"))) & named)
    if gold.get("counts"):
        have = {(count.get("type"), count.get("lower")) for count in guess.get("counts") or []}
        right["counts"] = all((count["type"], count["lower"]) in have for count in gold["counts"])
    return right


def _wrong_line(gold: Record, guess: Record, wrong: Sequence[str]) -> str:
    sides = [
        [(p.get("text"), p.get("country"), p.get("sector")) for p in guess.get(s) or []]
        for s in ("actors", "recipients")
    ]
    return (
        f"WRONG {gold['id']} {gold['type']:9} {','.join(wrong)}: {gold['trigger']!r} got {sides[0]} -> {sides[1]} "
        f"{guess.get('mode')} {guess.get('date_start')}..{guess.get('date_end')} @{guess.get('place')} "
        f"{guess.get('status')} by {guess.get('attributed_to')}"
    )


def _extra_line(kind: str, guess: Record) -> str:
    return f"{kind} {guess['type']:9} {guess.get('trigger') or ''!r} in {guess.get('sentence', '')[:110]!r}"


def _sprung(traps: Sequence[Record], loose: Sequence[Record], log: list[str]) -> int:
    """How many traps a counted prediction that matches no gold fell into."""
    sprung = 0
    for trap in traps:
        forbidden = set(trap["must_not_be_actual"])
        for guess in loose:
            if document_key(trap["doc"]) != document_key(guess["document"]):
                continue
            named = {guess["type"], f"{guess['type']}-{guess.get('mode')}"}
            if named & forbidden and same_sentence(trap["sentence"], guess.get("sentence", "")):
                sprung += 1
                log.append(f"TRAP  {trap['id']} {guess['type']} {trap['why']!r} in {trap['sentence'][:90]!r}")
                break
    return sprung


def _score_quantities(
    gold: Sequence[Record], guesses: Sequence[Record], log: list[str]
) -> tuple[Ratio, dict[str, float]]:
    wanted = sorted((g for g in gold if g["kind"] == "quantity"), key=lambda g: g["optional"])
    used: set[int] = set()
    hits = missed = 0
    periods: list[bool] = []
    for quantity in wanted:
        hit = next((n for n, guess in enumerate(guesses) if n not in used and _same_count(quantity, guess)), None)
        if hit is not None:
            used.add(hit)
        if quantity["optional"]:
            continue
        hits, missed = hits + (hit is not None), missed + (hit is None)
        if hit is None:
            bounds = f"{quantity['lower']}..{quantity['upper']}"
            log.append(f"QMISS {quantity['id']} {quantity['count_type']} {bounds} {quantity.get('text')!r}")
        else:
            period = (guesses[hit].get("period_start"), guesses[hit].get("period_end"))
            periods.append(period == (quantity["period_start"], quantity["period_end"]))
    free = [quantity["sentence"] for quantity in wanted if quantity["optional"]]
    extra = [
        guess
        for n, guess in enumerate(guesses)
        if n not in used and not any(same_sentence(sentence, guess["sentence"]) for sentence in free)
    ]
    log += [f"QEXTRA {g['count_type']} {g.get('lower')}..{g.get('upper')} in {g['sentence'][:100]!r}" for g in extra]
    return Ratio(hits, len(extra), missed), {"period": sum(periods) / len(periods)} if periods else {}


def _same_count(gold: Record, guess: Record) -> bool:
    keys: tuple[Callable[[Record], object], ...] = (
        lambda record: record["count_type"],
        lambda record: record.get("lower"),
        lambda record: record.get("upper"),
    )
    return (
        document_key(guess["document"]) == document_key(gold["doc"])
        and same_sentence(gold["sentence"], guess["sentence"])
        and all(key(gold) == key(guess) for key in keys)
    )


def by_type(gold: Sequence[Record], predictions: Sequence[Record]) -> dict[str, Counter[str]]:
    """Hits, misses and extras of each event type."""
    events = [dict(g, status=STATUS_NAMES.get(g["status"], g["status"])) for g in gold if g["kind"] == "event"]
    guesses = [p for p in predictions if p.get("kind", "event") == "event"]
    chosen = _choose(_pairs(events, guesses))
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, event in enumerate(events):
        if not event["optional"]:
            found[event["type"]]["hit" if number in chosen else "miss"] += 1
    taken = {pair.guess for pair in chosen.values()}
    for number, guess in enumerate(guesses):
        if number not in taken and guess.get("status", "actual") in COUNTED:
            found[guess["type"]]["extra"] += 1
    return dict(found)
