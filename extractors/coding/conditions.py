"""The little language of the lexicon: slots ("prep:on|against") and conditions ("object:village|@territory")."""

from collections.abc import Mapping
from dataclasses import dataclass

SLOTS = frozenset(
    {
        "subject", "object", "iobj", "prep", "poss", "mod", "xsubject", "xobject", "governor", "clause_subject",
        "clause_object", "clause", "speaker",
    }
)  # fmt: skip
FLAGS = frozenset({"passive", "negated", "past"})
TESTS = frozenset({"party", "armed", "place", "number", "proper", "negated"})
IMPLIED = {"armed": "armed"}
"""Classes that also hold of whoever is known to be one of them by name: "Hamas", "Haftar's men"."""
COMPLEMENTS = frozenset({"to", "that", "ing"})
TOPICS = frozenset({"sport", "business", "weather", "health", "entertainment"})


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A slot and, for `prep`, the prepositions it may have."""

    name: str
    prepositions: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """As it is written in a lexicon file."""
        return f"{self.name}:{'|'.join(sorted(self.prepositions))}" if self.prepositions else self.name


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; `kind` is slot, particle, complement, word, topic, passive, negated or past."""

    text: str
    kind: str
    slot: SlotRef | None = None
    words: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()
    denied: bool = False


def parse_slot(text: str) -> tuple[SlotRef, ...]:
    """The slots of one option, `a+b` meaning both; ValueError for an unknown one."""
    return tuple(_one_slot(part.strip()) for part in text.split("+"))


def _one_slot(text: str) -> SlotRef:
    name, _, rest = text.partition(":")
    if name not in SLOTS:
        raise ValueError(f"unknown slot {text!r}; the slots are {', '.join(sorted(SLOTS))}")
    if (name == "prep") != bool(rest):
        raise ValueError(f"slot {text!r}: only prep takes prepositions, and it needs them, as in prep:on|against")
    return SlotRef(name, frozenset(rest.split("|")) if rest else frozenset())


def parse_condition(text: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    """One condition; ValueError when it could not mean anything."""
    body = text.removeprefix("!")
    denied = body != text
    kind, _, rest = body.partition(":")
    if kind in FLAGS and not rest:
        return Condition(text, kind, denied=denied)
    if kind in ("particle", "complement", "word", "topic") and rest:
        words, tests = _words(rest, classes)
        _check_closed(kind, words)
        return Condition(text, kind, words=words, tests=tests, denied=denied)
    slot_text, listed = body, ""
    if kind == "prep":
        prepositions, _, listed = rest.partition(":")
        slot_text = f"prep:{prepositions}"
    elif rest:
        slot_text, listed = kind, rest
    words, tests = _words(listed, classes) if listed else (frozenset[str](), frozenset[str]())
    return Condition(text, "slot", _one_slot(slot_text), words, tests, denied)


def _check_closed(kind: str, words: frozenset[str]) -> None:
    allowed = {"complement": COMPLEMENTS, "topic": TOPICS}.get(kind)
    if allowed is not None and not words <= allowed:
        raise ValueError(
            f"unknown {kind} {sorted(words - allowed)[0]!r}; it must be one of {', '.join(sorted(allowed))}"
        )


def _words(text: str, classes: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    words: set[str] = set()
    tests: set[str] = set()
    for word in text.split("|"):
        if word.startswith("@"):
            if word[1:] not in classes:
                raise ValueError(f"class {word} is not defined in classes.toml")
            words |= classes[word[1:]]
            tests |= {IMPLIED[word[1:]]} if word[1:] in IMPLIED else set()
        elif word.startswith("#"):
            if word[1:] not in TESTS:
                raise ValueError(
                    f"unknown test {word}; the tests are {', '.join('#' + each for each in sorted(TESTS))}"
                )
            tests.add(word[1:])
        elif word:
            words.add(word.lower())
        else:
            raise ValueError(f"empty word in {text!r}")
    return frozenset(words), frozenset(tests)
