"""Sums of money as words: "$40 million", "more than €1.5 billion", "500 million dollars". Knows nothing of who pays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.dates.numerals import DIGITS, number
from extractors.quantities.amounts import QUALIFIER, Amount, bounded, named_qualifier

_SIGNS: Final = {
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₩": "KRW", "₹": "INR",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF",
}  # fmt: skip
CURRENCIES: Final[dict[str, str | None]] = {
    "dollar": "USD", "euro": "EUR", "ruble": "RUB", "rouble": "RUB", "yuan": "CNY", "yen": "JPY", "shekel": "ILS",
    "hryvnia": "UAH", "won": "KRW", "naira": "NGN", "rand": "ZAR", "zloty": "PLN", "lira": None, "rupee": None,
    "dinar": None, "franc": None, "peso": None, "rial": None, "riyal": None, "dirham": None, "krona": None,
}  # fmt: skip
"""Nouns for money with the currency each means by itself; None where several states have one of that name."""
OTHER_CURRENCIES: Final[dict[tuple[str, str], str]] = {
    ("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("turkish", "lira"): "TRY",
    ("syrian", "lira"): "SYP", ("indian", "rupee"): "INR", ("pakistani", "rupee"): "PKR", ("iraqi", "dinar"): "IQD",
    ("serbian", "dinar"): "RSD", ("swiss", "franc"): "CHF", ("mexican", "peso"): "MXN", ("argentine", "peso"): "ARS",
    ("colombian", "peso"): "COP", ("philippine", "peso"): "PHP", ("iranian", "rial"): "IRR", ("saudi", "riyal"): "SAR",
    ("swedish", "krona"): "SEK", ("belarusian", "ruble"): "BYN",
}  # fmt: skip
_SCALES: Final = {
    "thousand": 1_000, "k": 1_000, "million": 1_000_000, "m": 1_000_000, "mn": 1_000_000, "billion": 1_000_000_000,
    "bn": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
_sign = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_SUM: Final = re.compile(
    rf"(?:(?P<q>{QUALIFIER}) )?(?<![\w$€£])(?P<sign>{_sign}) ?(?P<n>{DIGITS})"
    rf"(?:[ -]?(?P<scale>{'|'.join(_SCALES)})\b)?(?![\w%]|[.,]\d|-(?:a|per)\b)".replace(" ", r"\s"),
    re.I,
)
_SIGN: Final = re.compile(rf"(?:{_sign})\s?\d", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A sum with its bounds in whole units of its currency, None where the currency is not known."""

    amount: Amount
    currency: str | None


def find_sums(text: str) -> Iterator[Money]:
    """All sums with a currency's sign, in text order."""
    if not _SIGN.search(text):
        return
    for match in _SUM.finditer(text):
        value = round(number(match["n"]) * _SCALES.get((match["scale"] or "").lower(), 1))
        lower: int | None = value
        upper: int | None = value
        qualifier = "exact"
        name = named_qualifier(match["q"])
        if name:
            lower, upper, qualifier = bounded(value, value, name, qualifier, share=False)
        amount = Amount(
            start=match.start(), number_start=match.start("sign"), end=match.end(), kind="count", lower=lower,
            upper=upper, qualifier=qualifier,
        )  # fmt: skip
        yield Money(amount=amount, currency=_SIGNS[match["sign"].lower()])


def currency_of(noun: str, adjective: str) -> str | None:
    """The currency that a noun for money means behind an adjective: "Turkish lira"."""
    return OTHER_CURRENCIES.get((adjective.lower(), noun)) or CURRENCIES[noun]
