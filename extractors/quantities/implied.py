"""Counts that no number tells: "a man was shot dead", "claimed the life of Colonel X"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from extractors.language.depview import DepView
from extractors.quantities.outcomes import HOLDING_NOUNS, OBJECT_VERBS, SUBJECT_VERBS
from extractors.quantities.phrases import is_person
from extractors.quantities.search import Outcome, verb_outcome

_TAKERS: Final = frozenset({"claim", "take", "cost", "end"})
_SINGLE: Final = frozenset({"killed", "wounded", "victims", "arrested", "missing"})
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
    span: Span
    who: str
    count: int


def find_implied(doc: Doc, view: DepView) -> Iterator[Implied]:
    """Single victims of the sentence, named or introduced by "a"; a pronoun or "the man" only repeats one."""
    yield from _lives_of(doc)
    for verb in doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in ("VERB", "NOUN", "ADJ"):
            continue
        if lemma in OBJECT_VERBS or lemma in SUBJECT_VERBS:
            yield from _of_verb(verb, view)
        elif verb.pos_ == "NOUN" and lemma in HOLDING_NOUNS:
            victims = [noun for prep, noun in view.obliques(verb) if prep == "of"]
            yield from _of(victims, Outcome(HOLDING_NOUNS[lemma], verb, "implied-of"))


def _of_verb(verb: Token, view: DepView) -> Iterator[Implied]:
    passive = view.passive(verb)
    if passive or verb.lemma_.lower() in SUBJECT_VERBS:
        subject, victims = not passive, view.subjects(verb)
    else:
        subject, victims = False, view.targets(verb)
    count_type = verb_outcome(verb, subject=subject)
    if count_type in _SINGLE:
        yield from _of(victims, Outcome(count_type, verb, "implied"))


def _of(victims: list[Token], outcome: Outcome) -> Iterator[Implied]:
    single = [token for token in victims if _is_single(token)]
    if single and len(single) == len(victims):
        first, last = _phrase(single[0]), _phrase(single[-1])
        span = outcome.trigger.doc[min(first.start, last.start) : max(first.end, last.end)]
        yield Implied(outcome, span, span.text, len(single))


def _is_single(token: Token) -> bool:
    if token.tag_ in ("NNS", "NNPS", "PRP", "WP", "WDT", "CD", "DT"):
        return False
    if any(child.dep_ == "nummod" for child in token.children):
        return False
    words = [child.lower_ for child in token.children]
    if any(word in _ARTICLES for word in words):
        return is_person(token) or token.ent_type_ in ("PER", "PERSON")
    named = token.ent_type_ in ("PER", "PERSON") and token.tag_ == "NNP"
    return named or (token.tag_ == "NNP" and any(word in _TITLES for word in words))


def _phrase(token: Token) -> Span:
    """The noun with what stands before it and the rest of its name."""
    close = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "poss", "appos", "nmod:desc", "name")
    kept = [token, *(child for child in token.children if child.dep_ in close and child.dep_ != "appos")]
    return token.doc[min(each.left_edge.i for each in kept[1:] or [token]) : max(each.i for each in kept) + 1]


def _lives_of(doc: Doc) -> Iterator[Implied]:
    for token in doc[:-2]:
        if token.lower_ == "life" and token.nbor().lower_ == "of":
            takers = [each for each in doc[max(0, token.i - 4) : token.i] if each.lemma_.lower() in _TAKERS]
            named = list(_name_after(doc, token.i + 2))
            if takers and named:
                span = doc[takers[-1].i : named[-1].i + 1]
                who = doc[named[0].i : named[-1].i + 1].text
                yield Implied(Outcome("killed", takers[-1], "life-of"), span, who, 1)


def _name_after(doc: Doc, place: int) -> Iterator[Token]:
    for token in doc[place : place + 8]:
        if token.tag_ not in ("DT", "JJ", "NN", "NNP", "PRP$", "POS", "HYPH", "CD"):
            return
        yield token
