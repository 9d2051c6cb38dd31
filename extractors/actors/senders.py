"""Who sends the troops that a verb speaks of."""

from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Token, Tokens

_SENDING = frozenset({
    "send", "deploy", "dispatch", "withdraw", "mobilize", "mobilise", "station", "contribute", "recall", "redeploy",
    "offer", "provide", "lend", "pledge", "lose", "mass", "commit", "amass",
})  # fmt: skip
_KEEPING = frozenset({"keep", "have", "maintain", "base"})
"""What a state does with "the troops that it keeps abroad"."""
_OBJECTS = frozenset({"obj", "dobj"})


def sender_of(doc: Tokens, position: int) -> Token | None:
    """The subject of a verb of sending whose object the word is; None when it is sent by nobody named here."""
    token = doc[position]
    keeping = next((each for each in doc if each.dep_ == "acl:relcl" and each.head is token), None)
    if keeping is not None and keeping.lemma_ in _SENDING | _KEEPING:
        own = next((each for each in doc if each.dep_ in SUBJECTS and each.head is keeping), None)
        return own if own is not None and own.tag_ not in ("WDT", "WP") else None
    verb = token.head
    if token.dep_ not in _OBJECTS or verb.lemma_ not in _SENDING:
        return None
    while True:
        subject = next((each for each in doc if each.dep_ in SUBJECTS and each.head is verb), None)
        if subject is not None or verb.dep_ not in ("conj", "xcomp") or verb.head is verb:
            return subject
        verb = verb.head
