"""Characters and blanks: what two copies of one sentence may differ in, made equal. Knows nothing of pages."""

import re
from unicodedata import normalize

# Blanks that browsers and dumps use for one another; zero-width signs and soft hyphens carry no reading.
_BLANKS = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_TERMINAL = re.compile(r"[.!?…。؟]['\"”’»)\]]*$")
_TERMINAL_COLON = re.compile(r"[.!?…:;。؟]['\"”’»)\]]*$")


def clean(text: str) -> str:
    """Text in NFC on one line, with plain single blanks and nothing invisible."""
    return _BLANKS.sub(" ", _INVISIBLE.sub("", normalize("NFC", text))).strip()


def key(text: str) -> str:
    """Letters and digits alone, in lower case: equal for two renderings of one text."""
    return _NOT_LETTERS.sub("", text).casefold()


def ends_sentence(text: str) -> bool:
    """Whether the text stops where a sentence does, quotes and brackets aside."""
    return bool(_TERMINAL.search(text))


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: whole sentences, or too long for a heading or a label."""
    words = text.count(" ") + 1
    if words > 16:
        return True
    if not _TERMINAL_COLON.search(text):
        return False
    return words >= 3 and not is_question_head(text)


def is_question_head(text: str) -> bool:
    """Whether a line is one short question or exclamation, as headings are and spoken lines in quotes are not."""
    return text[-1:] in "?!" and text.count(" ") < 9 and not re.search(r"[.!?] |^['\"“„«]", text)


def continues(text: str, following: str) -> bool:
    """Whether `following` is the rest of a sentence that a link or a line end cut in two."""
    return following[:1].islower() and not _TERMINAL_COLON.search(text)
