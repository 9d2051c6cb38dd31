"""Counts that no number tells: "a man was shot dead", "claimed the life of Colonel X"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.language.depview import DepView
from extractors.language.tokens import Stretch, Token, Tokens
from extractors.model import CountType
from extractors.quantities.outcomes import HOLDING_NOUNS, OBJECT_VERBS, STATES, SUBJECT_VERBS
from extractors.quantities.phrases import is_person, is_thing, lemma
from extractors.quantities.search import Outcome, verb_outcome

_TAKERS: Final = frozenset({"claim", "take", "cost", "end"})
_SINGLE: Final = frozenset({"killed", "wounded", "casualties", "victims", "arrested", "missing"})
_SUFFERING: Final = frozenset({*SUBJECT_VERBS, "suffer", "sustain", "receive"}) - {"flee", "escape"}
# The words that can tell a single victim: no other token is looked at
_TELLING: Final = frozenset((*OBJECT_VERBS, *_SUFFERING, *HOLDING_NOUNS, *STATES, "shooting", "stabbing", "life"))
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves", "themself"})
_GROUPS: Final = frozenset({"family", "household", "couple", "crew", "group", "people", "police", "staff", "party"})
_ARTICLES: Final = frozenset({"a", "an", "another"})
_TITLES: Final = frozenset(
    {"colonel", "general", "captain", "major", "lieutenant", "sergeant", "commander", "president", "minister", "mr.",
     "mr", "mrs.", "ms.", "dr.", "sheikh", "imam", "private", "corporal", "brigadier", "admiral", "judge", "mayor",
     "senator", "officer", "deputy", "trooper", "detective", "leader", "journalist", "photographer", "activist"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Implied:
    """One victim or a few joined ones, as the text names them."""

    outcome: Outcome
    span: Stretch
    who: str
    count: int


_GOALS: Final = frozenset({"lead", "net", "corner"})
"""What a team or a ball is shot into."""


def find_implied(doc: Tokens, view: DepView) -> Iterator[Implied]:
    """Single victims of the sentence, named or introduced by "a"; a pronoun or "the man" only repeats one."""
    for token in doc:
        if token.lemma_ not in _TELLING and token.lower_ not in _TELLING and not _to_death(token):
            continue
        name = token.lemma_.lower()
        yield from _life_of(token)
        if _to_death(token) or (token.tag_.startswith("VB") and (name in OBJECT_VERBS or name in _SUFFERING)):
            yield from _of_verb(token, view)
        elif name in HOLDING_NOUNS and token.pos_ == "NOUN":
            yield from _of(_held(token, view), Outcome(HOLDING_NOUNS[name], token, "implied-of"))
        elif name in ("shooting", "stabbing") and token.pos_ == "NOUN":
            yield from _of(_held(token, view), Outcome(_attack(token), token, "implied-of"))
        elif token.lower_ in STATES and token.dep_ not in ("amod", "compound", "nmod") and not _is_noun(token):
            yield from _of(_in_state(token, view), Outcome(STATES[token.lower_], token, "implied-state"))


def _to_death(verb: Token) -> bool:
    """ "Was slashed to death"."""
    behind = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    told = verb.tag_.startswith("VB") or any(child.dep_ in ("aux:pass", "auxpass") for child in verb.children)
    return told and behind == ["to", "death"]


def _is_noun(state: Token) -> bool:
    """ "Was among the dead" tells of one of those who are counted already."""
    return state.i > 0 and state.nbor(-1).lower_ in ("the", "among", "of")


def _attack(noun: Token) -> CountType:
    words = {child.lower_ for child in noun.children}
    return "killed" if words & {"fatal", "deadly", "lethal"} else "casualties"


def _held(noun: Token, view: DepView) -> list[Token]:
    """ "The death of a soldier", "Colonel Haddad's killing"."""
    owners = [child for child in noun.children if child.dep_ in ("nmod:poss", "poss") and child.tag_ == "NNP"]
    return [held for prep, held in view.obliques(noun) if prep == "of"] or owners


def _in_state(state: Token, view: DepView) -> list[Token]:
    """ "A woman is dead", "left a man injured", "was found dead"."""
    if any(child.dep_ in ("cop", "aux:pass", "auxpass") for child in state.children) or state.head.lemma_ == "be":
        return view.subjects(state)
    head = state.head
    if head.lemma_.lower() not in ("leave", "find", "pronounce", "declare", "feel", "lie", "remain"):
        return []
    return view.subjects(head) if view.passive(head) or head.lemma_ in ("lie", "remain") else view.targets(head)


def _of_verb(verb: Token, view: DepView) -> Iterator[Implied]:
    objects = view.targets(verb)
    if any(prep == "into" and noun.lemma_ in _GOALS for prep, noun in view.obliques(verb)):
        return
    if view.passive(verb) or (objects and objects[0].lower_ in _REFLEXIVES):
        victims, subject = view.subjects(verb), False
    elif objects and verb_outcome(verb, subject=True) is None:
        victims, subject = objects, False
    elif verb_outcome(verb, subject=True):
        victims, subject = view.subjects(verb), True
    else:  # "Girl shot in park": a headline's passive, or "a man wounded in the blast"
        aimed = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("at", "into", "toward", "towards", "back", "on")
        victims, subject = ([] if aimed else view.subjects(verb, inherit=False)), False
    count_type = verb_outcome(verb, subject=subject)
    if count_type in _SINGLE:
        yield from _of(victims, Outcome(count_type, verb, "implied"))


def _of(victims: list[Token], outcome: Outcome) -> Iterator[Implied]:
    single = [token for token in victims if _is_single(token)]
    rest = [token for token in victims if token not in single]
    if single and all(is_thing(token) or any(child.dep_ == "nummod" for child in token.children) for token in rest):
        first, last = _phrase(single[0]), _phrase(single[-1])
        span = outcome.trigger.doc.stretch(min(first.start, last.start), max(first.end, last.end))
        yield Implied(outcome, span, span.text, len(single))


def _is_single(token: Token) -> bool:
    if token.tag_ in ("NNS", "NNPS", "PRP", "WP", "WDT", "CD", "DT"):
        return False
    if lemma(token) in _GROUPS or any(child.dep_ == "nummod" for child in token.children):
        return False
    words = [child.lower_ for child in token.children]
    person = is_person(token) or token.ent_type_ in ("PER", "PERSON") or token.lower_ in ("old", "year-old")
    if any(word in _ARTICLES for word in words):
        return person
    if token.tag_ == "NN" and not any(child.dep_ in ("det", "nmod:poss", "poss") for child in token.children):
        return person  # headlines leave the article out
    named = token.ent_type_ in ("PER", "PERSON") and token.tag_ == "NNP"
    return named or (token.tag_ == "NNP" and any(word in _TITLES for word in words))


def _phrase(token: Token) -> Stretch:
    """The noun with what stands before it and the rest of its name."""
    close = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "poss", "appos", "nmod:desc", "name")
    kept = [token, *(child for child in token.children if child.dep_ in close and child.dep_ != "appos")]
    return token.doc.stretch(min(each.first_below for each in kept[1:] or [token]), max(each.i for each in kept) + 1)


def _life_of(token: Token) -> Iterator[Implied]:
    """ "Claimed the life of Colonel X"."""
    doc = token.doc
    if token.lower_ != "life" or token.i + 2 >= len(doc) or token.nbor().lower_ != "of":
        return
    takers = [each for each in doc[max(0, token.i - 4) : token.i] if each.lemma_.lower() in _TAKERS]
    named = list(_name_after(doc, token.i + 2))
    if takers and named:
        span = doc.stretch(takers[-1].i, named[-1].i + 1)
        who = doc.between(named[0].i, named[-1].i + 1)
        yield Implied(Outcome("killed", takers[-1], "life-of"), span, who, 1)


def _name_after(doc: Tokens, place: int) -> Iterator[Token]:
    for token in doc[place : place + 8]:
        if token.tag_ not in ("DT", "JJ", "NN", "NNP", "PRP$", "POS", "HYPH", "CD"):
            return
        yield token
