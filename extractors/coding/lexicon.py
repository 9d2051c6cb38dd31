"""Load the senses and classes of the event lexicon, refusing any entry that could not mean what it says."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from extractors.coding.conditions import Condition, SlotRef, parse_condition, parse_slot
from extractors.errors import UsageError
from extractors.model import EventType, Status

FOLDER = Path(__file__).parent / "lexicon"
Pos = Literal["verb", "noun", "adjective", "modal"]

MODES: Mapping[str, frozenset[str]] = {
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "RETREAT": frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": frozenset({"assist", "change", "yield", "meet"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset({"assist", "change", "yield", "meet"}),
    "THREATEN": frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {
            "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
            "cyber",
        }
    ),
    "ASSAULT": frozenset(
        {
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
            "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
        }
    ),
}  # fmt: skip
"""PLOVER 2.0 modes; a type that is missing has none."""
CONTEXTS = frozenset(
    {
        "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
        "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
        "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory",
        "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology",
        "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
    }
)  # fmt: skip
"""PLOVER 2.0 contexts."""
FIELDS = frozenset(
    {
        "id", "lemma", "pos", "type", "mode", "actor", "recipient", "needs", "blocks", "contexts", "status",
        "positive", "negative",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One word in one meaning that tells an event; slots are tried in order, those of one option taken together."""

    id: str
    lemma: str
    pos: Pos
    event_type: EventType
    mode: str | None
    actor: tuple[tuple[SlotRef, ...], ...]
    recipient: tuple[tuple[SlotRef, ...], ...]
    needs: tuple[Condition, ...]
    blocks: tuple[Condition, ...]
    contexts: tuple[str, ...]
    status: Status | None
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    source: str
    """File name, for messages."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All senses, by lemma; the most demanding first, so that the first that holds is the reading."""

    senses: tuple[Sense, ...]
    by_lemma: Mapping[str, tuple[Sense, ...]]

    def readings(self, lemma: str) -> tuple[Sense, ...]:
        """Senses of a lemma."""
        return self.by_lemma.get(lemma, ())


@cache
def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Every sense under the folder; UsageError naming file and entry for the first that is wrong."""
    classes = _load_classes(folder / "classes.toml")
    senses: list[Sense] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "classes.toml":
            continue
        for sense in _load_file(path, classes):
            if sense.id in seen:
                raise UsageError(f"{path.name}: sense {sense.id!r} is already defined in {seen[sense.id]}; rename one")
            seen[sense.id] = path.name
            senses.append(sense)
    by_lemma: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses:
        by_lemma[sense.lemma].append(sense)
    ordered = {lemma: tuple(sorted(group, key=lambda s: -len(s.needs))) for lemma, group in by_lemma.items()}
    return Lexicon(tuple(senses), ordered)


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path.name}: not valid TOML: {error}") from error


def _load_classes(path: Path) -> dict[str, frozenset[str]]:
    raw = _read_toml(path).get("classes", {}) if path.exists() else {}
    if not isinstance(raw, dict):
        raise UsageError(f"{path.name}: 'classes' must be a table of word lists")

    def words(name: str, above: tuple[str, ...]) -> frozenset[str]:
        if name not in raw or name in above:
            raise UsageError(f"{path.name}: class @{name} is {'circular' if name in above else 'not defined'}")
        found: set[str] = set()
        for word in raw[name]:
            found |= words(word[1:], (*above, name)) if word.startswith("@") else {word.lower()}
        return frozenset(found)

    return {name: words(name, ()) for name in raw}


def _load_file(path: Path, classes: Mapping[str, frozenset[str]]) -> Iterator[Sense]:
    content = _read_toml(path)
    if set(content) - {"sense"}:
        raise UsageError(f"{path.name}: unknown table {sorted(set(content) - {'sense'})[0]!r}; only [[sense]] is known")
    entries = content.get("sense", [])
    if not isinstance(entries, list):
        raise UsageError(f"{path.name}: write [[sense]], with two brackets, before each entry")
    for number, entry in enumerate(entries, 1):
        where = f"{path.name}: sense {entry.get('id', f'number {number}')!r}"
        try:
            yield _sense(entry, path.name, classes)
        except (ValueError, TypeError) as error:
            raise UsageError(f"{where}: {error}") from error


def _sense(entry: dict[str, object], source: str, classes: Mapping[str, frozenset[str]]) -> Sense:
    unknown = set(entry) - FIELDS
    if unknown:
        raise ValueError(f"unknown field {sorted(unknown)[0]!r}; the fields are {', '.join(sorted(FIELDS))}")
    event_type = _one_of(entry, "type", get_args(EventType))
    mode = _text(entry, "mode")
    if mode is not None and mode not in MODES.get(event_type, ()):
        raise ValueError(
            f"{event_type} has no mode {mode!r}; its modes are {', '.join(sorted(MODES.get(event_type, ()))) or 'none'}"
        )
    status = _text(entry, "status")
    if status is not None:
        _one_of(entry, "status", get_args(Status))
    for context in _texts(entry, "contexts"):
        if context not in CONTEXTS:
            raise ValueError(f"unknown context {context!r}")
    lemma = _text(entry, "lemma")
    identity = _text(entry, "id")
    if not lemma or not identity or lemma != lemma.lower() or " " in lemma:
        raise ValueError("'id' and 'lemma' are required; a lemma is one lower-case word")
    if not _texts(entry, "positive"):
        raise ValueError("needs at least one positive example")
    return Sense(
        id=identity,
        lemma=lemma,
        pos=_one_of(entry, "pos", get_args(Pos)),  # type: ignore[arg-type]  # checked against the same Literal
        event_type=event_type,  # type: ignore[arg-type]  # checked against the same Literal
        mode=mode,
        actor=tuple(parse_slot(option) for option in _texts(entry, "actor")),
        recipient=tuple(parse_slot(option) for option in _texts(entry, "recipient")),
        needs=tuple(parse_condition(text, classes) for text in _texts(entry, "needs")),
        blocks=tuple(parse_condition(text, classes) for text in _texts(entry, "blocks")),
        contexts=tuple(_texts(entry, "contexts")),
        status=status,  # type: ignore[arg-type]  # checked against the same Literal
        positive=tuple(_texts(entry, "positive")),
        negative=tuple(_texts(entry, "negative")),
        source=source,
    )


def _text(entry: dict[str, object], name: str) -> str | None:
    value = entry.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name!r} must be a text")
    return value


def _texts(entry: dict[str, object], name: str) -> list[str]:
    value = entry.get(name, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"{name!r} must be a list of texts")
    return value


def _one_of(entry: dict[str, object], name: str, allowed: tuple[str, ...]) -> str:
    value = _text(entry, name)
    if value not in allowed:
        raise ValueError(f"{name!r} is {value!r}; it must be one of {', '.join(allowed)}")
    return value
