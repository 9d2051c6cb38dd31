"""Clauses of a tree: which predicate a word belongs to, and how two clauses hang together, in UD and in CLEAR."""

from typing import Final, Literal

from extractors.language.depview import RELATIVE, SUBJECTS
from extractors.language.tokens import Token

Link = Literal["same", "conjunct", "adverbial", "content", "relative", "other"]

_CLAUSAL: Final = frozenset(
    {"ROOT", "ccomp", "advcl", "acl", "acl:relcl", "relcl", "parataxis", "csubj", "csubj:pass", "csubjpass", "conj",
     "pcomp"}
)  # fmt: skip
_CONTENT: Final = frozenset({"ccomp", "parataxis", "csubj", "csubj:pass", "csubjpass"})
_ADVERBIAL: Final = frozenset({"advcl", "pcomp"})
_PERFECT: Final = frozenset({"has", "have", "’ve", "'ve", "’s", "'s"})


def predicate_of(token: Token) -> Token:
    """The head of the smallest clause that holds the token; an infinitive belongs to the verb that governs it."""
    while token.head != token and not _heads_clause(token):
        token = token.head
    return token


def _heads_clause(token: Token) -> bool:
    if has_subject(token) and token.pos_ in ("VERB", "AUX"):
        return token.dep_ != "xcomp"
    return token.dep_ in _CLAUSAL and (token.pos_ in ("VERB", "AUX") or has_subject(token))


def has_subject(token: Token) -> bool:
    """Whether the predicate has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in token.children)


def link(clause: Token) -> tuple[Link, Token]:
    """How a clause hangs on the next one up, and that one's predicate; "same" and itself at the root."""
    if clause.head == clause:
        return "same", clause
    above = predicate_of(clause.head)
    if clause.dep_ == "conj":
        return "conjunct", above
    if clause.dep_ in _CONTENT:
        return "content", above
    if clause.dep_ in RELATIVE:
        return "relative", above
    if clause.dep_ in _ADVERBIAL:
        return "adverbial", above
    return ("adverbial" if clause.head.dep_ in _ADVERBIAL else "other"), above


def marker(clause: Token) -> str:
    """The subordinating word of a clause ("after", "when"), or an empty string."""
    for child in clause.children:
        if child.i < clause.i and (child.dep_ in ("mark", "case") or (child.tag_ == "WRB" and child.dep_ == "advmod")):
            return child.lower_
    before = clause.head if clause.dep_ == "pcomp" else None  # CLEAR hangs "after doing" on the preposition
    return before.lower_ if before is not None else ""


def subordinates(clause: Token) -> list[Token]:
    """Adverbial clauses that hang on this one, in text order."""
    return [child for child in clause.children if child.dep_ == "advcl" and child.pos_ in ("VERB", "AUX")]


def auxiliaries(predicate: Token) -> list[str]:
    """The auxiliaries of a predicate, lower-cased; a conjunct without subject shares those of the first."""
    found = [child.lower_ for child in predicate.children if child.dep_ in ("aux", "aux:pass", "auxpass")]
    if not found and predicate.dep_ in ("conj", "xcomp") and not has_subject(predicate):
        return auxiliaries(predicate.head) if predicate.head != predicate else []
    return found


def is_past_perfect(predicate: Token) -> bool:
    """Whether the predicate is told as past before the past: "had threatened"."""
    return predicate.tag_ in ("VBN", "VBD") and "had" in auxiliaries(predicate)


def is_reported(predicate: Token) -> bool:
    """Whether a past perfect only stands for the past of what is said: "police said four had been detained"."""
    kind, above = link(predicate)
    return is_past_perfect(predicate) and kind == "content" and above.tag_ in ("VBD", "VBN")


def is_perfect(predicate: Token) -> bool:
    """Whether the predicate is in the present perfect: "have fled"."""
    return predicate.tag_ in ("VBN", "VBD") and bool(_PERFECT & set(auxiliaries(predicate)))


def is_narrative(predicate: Token) -> bool:
    """Whether the predicate tells what happened: a simple past, a passive or a copula in the past."""
    auxes = auxiliaries(predicate)
    if any(word in ("was", "were") for word in auxes):
        return True
    copulas = [child.lower_ for child in predicate.children if child.dep_ == "cop"]
    # the tagger takes a past for a participle now and then: "its tanks seized two bridges"
    past = predicate.tag_ == "VBD" or (predicate.tag_ == "VBN" and predicate.dep_ in ("ROOT", "conj"))
    return (past and not auxes) or any(word in ("was", "were") for word in copulas)
