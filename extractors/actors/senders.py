"""Who sends the troops that a verb speaks of."""

from collections.abc import Callable
from dataclasses import replace

from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Token, Tokens

_SENDING = frozenset({
    "send", "deploy", "dispatch", "withdraw", "mobilize", "mobilise", "station", "contribute", "recall", "redeploy",
    "offer", "provide", "lend", "pledge", "lose", "mass", "commit", "amass",
})  # fmt: skip
_KEEPING = frozenset({"keep", "have", "maintain", "base"})
"""What a state does with "the troops that it keeps abroad"."""
_ORDERING = frozenset({
    "order", "instruct", "command", "authorize", "authorise", "direct", "task", "tell", "sack", "dismiss", "fire",
    "thank", "ask", "allow", "reshuffle",
})  # fmt: skip
_OBJECTS = frozenset({"obj", "dobj"})


def sender_of(doc: Tokens, position: int, *, body: bool = False) -> Token | None:
    """Who sends, or with `body` gives orders to, what the word names; None when nobody named here does."""
    token = doc[position]
    keeping = next((each for each in doc if each.dep_ == "acl:relcl" and each.head is token), None)
    if keeping is not None and keeping.lemma_ in _SENDING | _KEEPING:
        own = next((each for each in doc if each.dep_ in SUBJECTS and each.head is keeping), None)
        return own if own is not None and own.tag_ not in ("WDT", "WP") else None
    verb = token.head
    if token.dep_ not in _OBJECTS or verb.lemma_ not in (_ORDERING if body else _SENDING | _ORDERING):
        return None
    while True:
        subject = next((each for each in doc if each.dep_ in SUBJECTS and each.head is verb), None)
        if subject is not None or verb.dep_ not in ("conj", "xcomp") or verb.head is verb:
            return subject
        verb = verb.head


def of_giver(
    doc: Tokens, phrase: Phrase, head: Piece, named_by: Callable[[Token], tuple[Referent, ...]]
) -> tuple[Referent, ...]:
    """The army of whoever gives it orders: "Netanyahu instructed the military"; () where nobody does."""
    role = head.role
    if role is None or role.kind != "unit" or role.sector != "MIL":
        return ()
    giver = sender_of(doc, phrase.end - 1, body=True)
    given = [each for each in named_by(giver) if each.sector == "GOV"] if giver is not None else []
    if len({each.country for each in given}) != 1 or given[0].country is None:
        return ()
    return (
        Referent(
            start=phrase.start, end=phrase.end, country=given[0].country, sector=role.sector, origin="role", role=role,
            method="sender",
        ),
    )  # fmt: skip


def sent(doc: Tokens, found: Referent, named_by: Callable[[Token], tuple[Referent, ...]]) -> Referent:
    """Troops that somebody sends, with the sender's country: "France sent 300 soldiers"."""
    if found.role is None or found.role.kind != "armed" or found.method not in ("role", "role+focus"):
        return found
    sender = sender_of(doc, found.end - 1)
    if sender is None or (found.method == "role" and found.country is not None):
        return found
    codes = {each.country for each in named_by(sender)}
    code = codes.pop() if len(codes) == 1 else None
    return replace(found, country=code, method="sender") if code is not None else found
