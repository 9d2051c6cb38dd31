"""Whether a count is a fact, a claim, a plan or a possibility, by the clause that holds its trigger."""

import re
from typing import Final

from extractors.dates.clauses import auxiliaries, link, marker, predicate_of
from extractors.language.depview import DepView
from extractors.language.tokens import Token
from extractors.model import Status

SPEECH: Final = frozenset(
    {"say", "tell", "report", "announce", "claim", "state", "confirm", "add", "estimate", "note", "allege", "believe",
     "assert", "declare", "write", "tweet", "insist", "put", "count", "reckon", "document", "record", "suggest"}
)  # fmt: skip
_REQUESTS: Final = frozenset(
    {"call", "demand", "urge", "ask", "request", "propose", "plan", "allow", "agree", "prepare", "order", "await",
     "negotiate", "seek", "want", "arrange", "promise", "offer", "intend", "expect", "hope", "need", "wait", "appeal"}
)  # fmt: skip
_DENIALS: Final = frozenset({"deny", "dispute", "reject", "refute", "dismiss"})
_ACCORDING: Final = re.compile(r"\baccording to\b|\b(?:reportedly|allegedly)\b", re.I)


def status_of(trigger: Token, view: DepView) -> Status:
    """The status of what the trigger tells."""
    clause = predicate_of(trigger)
    modal = set(auxiliaries(trigger)) | set(auxiliaries(clause))
    if view.negated(trigger) or (clause != trigger and view.negated(clause) and trigger.dep_ in ("ccomp", "xcomp")):
        return "negated"
    if is_planned(trigger):
        return "planned"
    if modal & {"could", "would", "might", "may", "can"} or marker(clause) in ("if", "unless"):
        return "hypothetical"
    return _told(clause, trigger)


def is_planned(trigger: Token) -> bool:
    """Whether the act is asked for, promised or still to come."""
    clause = predicate_of(trigger)
    if set(auxiliaries(trigger)) & {"will", "shall", "'ll", "’ll"}:
        return True
    before = [token.lower_ for token in trigger.doc[max(0, trigger.i - 3) : trigger.i]]
    if before[-2:] == ["to", "be"] and "have" not in before:
        return True
    if trigger.pos_ == "NOUN":
        return clause.lemma_.lower() in _REQUESTS and clause.i < trigger.i
    governed = trigger.dep_ in ("xcomp", "ccomp", "advcl") and trigger.tag_ == "VB"
    return governed and trigger.head.lemma_.lower() in _REQUESTS


def _told(clause: Token, trigger: Token) -> Status:
    for _ in range(4):
        kind, above = link(clause)
        if above == clause:
            break
        if kind == "content":
            if above.lemma_.lower() in _DENIALS:
                return "denied"
            if above.lemma_.lower() in SPEECH and above != trigger:
                return "claimed"
        clause = above
    speakers = [
        child
        for child in clause.children
        if child.dep_ == "parataxis"
        and child.lemma_.lower() in SPEECH
        and child != trigger
        and not child.is_ancestor(trigger)
    ]
    return "claimed" if speakers or _ACCORDING.search(trigger.doc.text) else "actual"
