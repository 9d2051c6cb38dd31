"""Keys under which a place is found: its folded name, the name without an Arabic article, and a loose skeleton.

The skeleton survives transliteration ("Khan Sheikhoun", "Khān Shaykhūn"); it is asked only when nothing else matches.
"""

import re

from extractors.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLE_COUNTRIES = _words(
    """
    AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE
    """
)
"""Countries whose place names carry an Arabic article that news English drops or spells as it likes."""
LOOSE_COUNTRIES = ARTICLE_COUNTRIES | _words(
    """
    AF AM AZ BD BG BY CN ET GE GR IN KG KP KR KZ LK MK MM MN NP PK RS RU SS TH TJ TM TR UA UZ XK
    """
)
"""Countries whose names reach us transliterated."""

_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez) (?=\w{3})")
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("tch", "c"), ("sch", "x"), ("shch", "x"), ("kh", "h"), ("sh", "x"), ("ch", "x"), ("gh", "g"), ("dh", "d"),
    ("th", "t"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("v", "f"), ("w", "u"),
    ("y", "i"), ("p", "b"), ("z", "s"),
)  # fmt: skip
_INNER_ARTICLE = re.compile(r" (?:al|el|ul|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez)(?= )")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
MIN_SKELETON = 4
"""Fewer consonants match anything: "Homs" and "Hamza" would be one place."""


def without_article(key: str) -> str:
    """The folded name without a leading Arabic article; itself when it has none."""
    return _ARTICLE.sub("", key)


def skeleton(name: str) -> str | None:
    """The name's consonants as they sound, prefixed by "~"; None when too few are left to mean one place."""
    key = _INNER_ARTICLE.sub("", without_article(fold(name))).replace(" ", "")
    if not key.isascii() or not key.isalpha():
        return None
    for written, sound in _SOUNDS:
        key = key.replace(written, sound)
    key = _DOUBLED.sub(r"\1", _VOWELS.sub("", key).rstrip("h"))
    return f"~{key}" if len(key) >= MIN_SKELETON else None
