"""Totals that rose, stand or were put somewhere: "the toll climbed to 103", "put its losses at 480"."""

from typing import Final

from extractors.language.tokens import Token
from extractors.model import CountType
from extractors.quantities.phrases import Counted

_RISING: Final = frozenset(
    {"rise", "climb", "stand", "reach", "jump", "increase", "pass", "hit", "soar", "grow", "put", "raise", "bring",
     "rose"}
)  # fmt: skip
_TOLLS: Final[dict[str, CountType]] = {
    "toll": "killed",
    "dead": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "killed": "killed",
    "injured": "wounded",
    "wounded": "wounded",
    "missing": "missing",
    "arrests": "arrested",
    "losses": "killed",
    "arrested": "arrested",
    "detained": "arrested",
    "detainees": "arrested",
    "displaced": "displaced",
    "refugees": "displaced",
    "casualties": "casualties",
}
_PASSING: Final = frozenset(
    {"approaching", "nearing", "exceeded", "exceeding", "surpassed", "surpassing", "topped", "topping"}
)
_TOTALS: Final = frozenset({"toll", "losses"})  # fmt: skip


def risen_toll(phrase: Counted) -> tuple[CountType, Token] | None:
    """ "The death toll in the floods climbed to 103", "the number of wounded rose to 45"."""
    before = phrase.words_before(14)
    if not before or (phrase.noun is not None and not phrase.people):
        return None
    qualified = phrase.doc[phrase.first].lower_ in _PASSING
    if not qualified and before[0].lower_ not in ("to", "at", "past", "above", "over"):
        return None
    if not qualified and not any(token.lemma_.lower() in _RISING for token in before[1:]):
        return None
    for place, token in enumerate(before):
        if phrase.noun is not None and token.lower_ not in _TOTALS:
            continue
        if token.lower_ in _TOLLS and (token.lower_ in _TOTALS or "number" in [each.lower_ for each in before[place:]]):
            return _TOLLS[token.lower_], token
    return None
