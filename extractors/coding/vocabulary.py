"""The coder's closed word lists, read once from `vocabulary.toml`."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Word lists by what they do to the words around them; the comments of the file say what each is for."""

    object_control: frozenset[str]
    quantifiers: frozenset[str]
    light: frozenset[str]
    occur: frozenset[str]
    speech: frozenset[str]
    labels: frozenset[str]
    perception: frozenset[str]
    reporting: frozenset[str]
    naming: frozenset[str]
    accusing: frozenset[str]
    report_nouns: frozenset[str]
    implicative: frozenset[str]
    gathering: frozenset[str]
    contact: frozenset[str]
    courtesies: frozenset[str]
    according: frozenset[str]
    hearsay: frozenset[str]
    claimed_adjectives: frozenset[str]
    demand: frozenset[str]
    intend: frozenset[str]
    attempt: frozenset[str]
    prevent: frozenset[str]
    deny: frozenset[str]
    doubt: frozenset[str]
    plan_nouns: frozenset[str]
    wish_nouns: frozenset[str]
    stage_nouns: frozenset[str]
    failure_nouns: frozenset[str]
    modal_unreal: frozenset[str]
    modal_future: frozenset[str]
    conditional: frozenset[str]
    purpose: frozenset[str]
    future_adjectives: frozenset[str]
    unlikely_adverbs: frozenset[str]
    nature: frozenset[str]
    crashing: frozenset[str]
    works: frozenset[str]
    calendar: frozenset[str]
    habitual: frozenset[str]
    topics: tuple[tuple[str, frozenset[str]], ...]


@cache
def vocabulary() -> Vocabulary:
    """The lists as shipped."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    topics = tuple((name, frozenset(words)) for name, words in content.pop("topics").items())
    lists = {field.name: frozenset(content[field.name]) for field in fields(Vocabulary) if field.name != "topics"}
    return Vocabulary(topics=topics, **lists)


WORDS = vocabulary()
