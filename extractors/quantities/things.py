"""Counts of things, troops and money with what was done to them: "destroyed 40 homes", "pledged $2 million"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.language.depview import DepView
from extractors.language.tokens import Token, Tokens
from extractors.model import Outcome, Unit
from extractors.quantities.amounts import Amount
from extractors.quantities.deeds import UNITS, deed, held
from extractors.quantities.money import CURRENCIES, currency_of, find_sums
from extractors.quantities.phrases import Counted, lemma

_CLIMBED: Final = frozenset(
    {"nummod", "conj", "appos", "amod", "compound", "flat", "nmod", "nmod:unmarked", "obl:unmarked"}
)
_STEPS: Final = 4
_BESIDE_PARTICLES: Final = frozenset({"down", "up", "out", "over"})
_PARTICLES: Final = frozenset({"compound:prt", "prt", "advmod", "xcomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An amount of some unit and what was done to it."""

    amount: Amount
    unit: Unit
    outcome: Outcome
    trigger: Token
    what: str | None
    currency: str | None = None
    end: int
    """Offset behind the last character of the words."""


def find_things(doc: Tokens, view: DepView, phrases: Sequence[Counted]) -> Iterator[Thing]:
    """The things that the phrases count, people left out that the coder has counted already, then sums of money."""
    for phrase in phrases:
        found = _counted(phrase, view)
        if found is not None:
            yield found
    for money in find_sums(doc.text):
        span = doc.covering(money.amount.number_start, money.amount.end)
        if span is None or _converted(doc, span.start):
            continue
        done = _beside(doc, span.start, "money") or _done(span.root, "money", view)
        if done is not None:
            yield Thing(
                amount=money.amount, unit="money", outcome=done[0], trigger=done[1], what=None,
                currency=money.currency, end=money.amount.end,
            )  # fmt: skip


def _converted(doc: Tokens, first: int) -> bool:
    """Whether a sum in brackets only gives the one before it in another currency: "€10 million ($11 million)"."""
    return first > 0 and doc[first - 1].text in ("(", "[")


def _counted(phrase: Counted, view: DepView) -> Thing | None:
    noun, amount = phrase.noun, phrase.amount
    if noun is None or amount.kind != "count" or phrase.part:
        return None
    word = lemma(noun)
    unit: Unit | None = "money" if word in CURRENCIES else UNITS.get(word)
    if unit is None or (unit != "money" and _only_named(phrase)):
        return None
    done = _beside(phrase.doc, phrase.first, unit) or _done(noun, unit, view)
    if done is None:
        return None
    before = phrase.doc[noun.i - 1].lower_ if noun.i else ""
    return Thing(
        amount=amount, unit=unit, outcome=done[0], trigger=done[1], what=phrase.who, end=phrase.span.end_char,
        currency=currency_of(word, before) if unit == "money" else None,
    )  # fmt: skip


def _only_named(phrase: Counted) -> bool:
    """ "A number of homes" counts them, "one home" only tells of one."""
    return phrase.amount.lower == phrase.amount.upper == 1


def _beside(doc: Tokens, first: int, unit: Unit) -> tuple[Outcome, Token] | None:
    """The verb right before: "destroyed 12 tanks", "shot down 29 drones". Parsers of short sentences miss it."""
    particle = doc[first - 1].lower_ if first > 1 and doc[first - 1].lower_ in _BESIDE_PARTICLES else None
    place = first - 1 - (particle is not None)
    if place < 0 or not doc[place].tag_.startswith("VB"):
        return None
    found = deed(doc[place].lemma_.lower(), {particle} if particle else set(), unit)
    return (found, doc[place]) if found is not None else None


def _done(noun: Token, unit: Unit, view: DepView) -> tuple[Outcome, Token] | None:
    """What was done to what a noun names, and the word that says so."""
    token = noun
    for _ in range(_STEPS):
        found = _of_participle(token, unit) or _of_head(token, unit, view)
        if found is not None:
            return found
        if token.dep_ not in _CLIMBED or token.head == token:
            return None
        token = token.head
    return None


def _of_participle(token: Token, unit: Unit) -> tuple[Outcome, Token] | None:
    """ "40 homes destroyed in the raid"."""
    for child in token.children:
        if child.dep_ in ("acl", "acl:relcl", "relcl") and child.tag_ == "VBN" and child.i > token.i:
            found = deed(child.lemma_.lower(), _particles(child), unit)
            if found is not None:
                return found, child
    return None


def _of_head(token: Token, unit: Unit, view: DepView) -> tuple[Outcome, Token] | None:
    head = token.head
    if head == token:
        return None
    name = head.lemma_.lower()
    if head.pos_ == "NOUN":
        cases = {child.lower_ for child in token.children if child.dep_ == "case"}
        found = held(name, unit) if "of" in cases else None
    elif head.pos_ in ("VERB", "AUX") and token in view.targets(head):
        found = deed(name, _particles(head), unit)
    else:
        found = None
    return (found, head) if found is not None else None


def _particles(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in _PARTICLES and child.i > verb.i}
