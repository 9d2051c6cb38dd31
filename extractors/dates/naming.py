"""Times by which a thing is known, and which date no act on it: "a law of 1963", "the election of August 26"."""

from typing import Final

from extractors.language.tokens import Token

_KNOWN: Final = frozenset(
    {
        "law", "treaty", "accord", "agreement", "pact", "constitution", "ruling", "verdict", "resolution", "report",
        "study", "statement", "decree", "convention", "deal", "census", "act", "judgment", "charter", "memorandum",
    }
)  # fmt: skip
"""What is known by the year it was written in."""
WRITING: Final = frozenset({"sign", "reach", "adopt", "pass", "enact", "ratify", "conclude", "issue", "publish"})
"""Verbs of what such a year does date."""


def names_a_thing(year: Token) -> bool:
    """ "A law of 1963", "a treaty from 1994": when it was written, and not when it is cited."""
    cases = {child.lower_ for child in year.children if child.dep_ == "case"}
    if year.dep_ != "nmod":
        return False
    voted = "of" in cases and year.head.lemma_ in ("election", "vote", "referendum", "ballot")
    return voted or (year.head.lemma_ in _KNOWN and bool(cases & {"of", "from", "dating"}))
