"""Amounts as words: the number, its bounds and its qualifier. Knows nothing of what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from extractors.dates.cues import words_in
from extractors.dates.numerals import NUMBER, ONES, ORDINAL, ORDINALS, SCALES, TENS, number, ordinal

Kind = Literal["count", "share", "ordinal"]
Bounds = tuple[int | None, int | None]

_QUALIFIERS: Final[tuple[tuple[str, str], ...]] = (
    ("more_than", r"(?:more|greater) than|well over|over|above|upwards? of|in excess of|exceeding|exceeded|beyond"
                  r"|surpass(?:ed|ing)|topp(?:ed|ing)"),
    ("at_least", r"at least|no (?:less|fewer) than|not less than|a minimum of|at minimum|minimum"),
    ("less_than", r"(?:less|fewer) than|under|below|nearly|almost|close to|just under|not quite|not more than"
                  r"|approaching|nearing"),
    ("up_to", r"up to|as many as|at most|no more than|a maximum of|as much as"),
    ("about", r"about|around|roughly|approximately|some|an estimated|estimated|circa|an approximate|more or less"),
)  # fmt: skip
QUALIFIER: Final = "|".join(f"(?:{words})" for _, words in _QUALIFIERS).replace(" ", "[ ]")

_VAGUE: Final[dict[str, Bounds]] = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "millions": (2_000_000, 9_999_999), "tens of thousands": (20_000, 99_999),
    "dozens of thousands": (24_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20_000_000, 99_999_999), "several dozen": (36, 99), "a few dozen": (36, 99),
    "several hundred": (300, 999), "a few hundred": (300, 999), "several thousand": (3_000, 9_999),
    "a few thousand": (3_000, 9_999), "several million": (3_000_000, 9_999_999),
}  # fmt: skip
_SMALL: Final[dict[str, Bounds]] = {
    "several": (3, 9), "a few": (3, 9), "a handful of": (3, 9), "a couple of": (2, 2), "a couple": (2, 2),
    "a number of": (2, None), "a large number of": (2, None), "large numbers of": (2, None), "many": (2, None),
    "multiple": (2, None), "numerous": (2, None), "countless": (2, None), "scores more": (40, 99),
    "an unknown number of": (1, None), "an unspecified number of": (1, None),
}  # fmt: skip
_DOZEN: Final = re.compile(rf"(?:(?P<n>an?|half a|{NUMBER}) )?dozen".replace(" ", r"\s"), re.I)
_FRACTIONS: Final = {
    "half": 50, "one half": 50, "a third": 33, "one third": 33, "two thirds": 67, "a quarter": 25, "one quarter": 25,
    "three quarters": 75, "a fifth": 20, "one fifth": 20, "four fifths": 80, "a tenth": 10,
}  # fmt: skip


def _any(words: dict[str, object]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True)).replace(r"\ ", r"[ -]")


_AMOUNT: Final = re.compile(
    rf"""(?<![\w$€£.,/:#-])(?:(?P<q>{QUALIFIER})[ ])?(?:another[ ]|an[ ]additional[ ]|a[ ]total[ ]of[ ])?(?:
      (?P<ordinal>{ORDINAL})(?=[ ](?:[a-z-]+[ ]){{0,2}}(?:casualty|death|fatality|victim|killing|person|soldier)\b)
    | (?P<in>{NUMBER})[ ](?:in|out[ ]of)(?:[ ]every)?[ ](?P<every>{NUMBER})\b
    | (?:(?P<between>between[ ])|from[ ])?(?P<low>{NUMBER})(?:[ ](?:to|or|(?(between)and|to))[ ]|(?<=\d)[ ]?[-–][ ]?)
      (?P<high>{NUMBER})
      (?P<lowpct>[ ]?(?:%|percent\b|per[ ]cent\b))?
    | (?P<share>{NUMBER})[ ]?(?:%|percent\b|per[ ]cent\b)
    | (?P<fraction>{_any(dict(_FRACTIONS))})(?![ ]a[ ](?:million|dozen)\b)
      (?=[ ](?:of[ ])?(?:the|its|their|his|her|all|that|this|[A-Z]))
    | (?P<vague>{_any(dict(_VAGUE))})\b(?!-)
    | (?P<dozen>(?:(?:an?|half[ ]a|{NUMBER})[ ])?dozen)\b
    | (?<![Hh]ow[ ])(?P<small>{_any(dict(_SMALL))})(?=[ ])
    | (?P<count>{NUMBER})(?:-some)?(?![\w%]|[.,:]\d|-(?:year|day|week|month|hour|minute|member|point|mile|kilom|meter
      |story|seat|nation|page|man|strong|time|foot|inch|caliber|millim|mm|round|old|and)|[ ](?:o['’]clock|[ap]\.?m\b
      |[ ]yo\b|[ ]y/o\b))
    )""".replace("\n", "").replace("[ ]", r"\s"),
    re.I | re.X,
)

_NUMBER_WORDS: Final = frozenset(
    (*ONES, *TENS, *SCALES, *ORDINALS, "tens", "dozen", "dozens", "scores", "hundreds", "thousands", "millions", "half",
     "quarter", "quarters", "third", "thirds", "fifth", "fifths", "tenth", "several", "few", "handful", "couple",
     "number", "numbers", "many", "multiple", "numerous", "countless")
)  # fmt: skip
"""One of these or a digit is in every amount; looking for them spares most sentences the long pattern."""
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number in a text with what it bounds; `start` is where its qualifier begins, `number_start` the number."""

    start: int
    number_start: int
    end: int
    kind: Kind
    lower: int | None
    upper: int | None
    qualifier: str


def find_amounts(text: str) -> Iterator[Amount]:
    """All amounts in text order; times of day, ages and years among them are for the reader to drop."""
    if _NUMBER_WORDS.isdisjoint(words_in(text)) and not _DIGIT.search(text):
        return
    for match in _AMOUNT.finditer(text):
        found = _read(match)
        if found:
            yield found


def _read(match: re.Match[str]) -> Amount | None:
    kind, (lower, upper), qualifier, group = _value(match)
    if lower is None:
        return None
    named = named_qualifier(match["q"])
    if named:
        lower, upper, qualifier = bounded(lower, upper, named, qualifier, share=kind == "share")
    return Amount(
        start=match.start(), number_start=match.start(group), end=match.end(), kind=kind, lower=lower, upper=upper,
        qualifier=qualifier,
    )  # fmt: skip


def _value(match: re.Match[str]) -> tuple[Kind, Bounds, str, str]:
    if match["ordinal"]:
        value = ordinal(match["ordinal"])
        return "ordinal", (value, value), "exact", "ordinal"
    if match["in"]:
        value = round(100 * number(match["in"]) / max(1, number(match["every"])))
        return "share", (value, value), "exact", "in"
    if match["low"]:
        low, high = round(number(match["low"])), round(number(match["high"]))
        kind: Kind = "share" if match["lowpct"] else "count"
        return kind, (low, high) if low < high else (None, None), "range", "low"
    if match["share"]:
        value = round(number(match["share"]))
        return "share", (value, value), "exact", "share"
    if match["fraction"]:
        value = _FRACTIONS[_plain(match["fraction"])]
        return "share", (value, value), "about", "fraction"
    if match["vague"]:
        return "count", _VAGUE[_plain(match["vague"])], "order_of_magnitude", "vague"
    if match["dozen"]:
        value = _dozens(match["dozen"])
        return "count", (value, value), "exact", "dozen"
    if match["small"]:
        return (
            "count",
            _SMALL[_plain(match["small"])],
            "vague",
            "small",
        )
    value = round(number(match["count"]))
    return "count", (value, value), "exact", "count"


def _dozens(text: str) -> int:
    match = _DOZEN.fullmatch(text)
    words = match["n"] if match else None
    if words is None or words.lower() in ("a", "an"):
        return 12
    return 6 if words.lower() == "half a" else round(number(words) * 12)


def _plain(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.lower())


def named_qualifier(text: str | None) -> str | None:
    """The name of a qualifier's words: `at_least`."""
    if text is None:
        return None
    return next(name for name, words in _QUALIFIERS if re.fullmatch(words.replace(" ", r"\s"), text, re.I))


def bounded(lower: int, upper: int | None, name: str, own: str, *, share: bool) -> tuple[int | None, int | None, str]:
    """ "Nearly 5,000" has no lower bound; a share never leaves 0 to 100; "some dozens" stays an order of magnitude."""
    if name in ("more_than", "at_least"):
        return lower, 100 if share else None, name
    if name in ("less_than", "up_to"):
        return 0 if share else None, upper, name
    return lower, upper, name if own == "exact" else own
