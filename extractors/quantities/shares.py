"""Shares: of a territory that somebody holds, of a population that was driven out. Other percentages are left alone."""

from typing import Final

from extractors.language.tokens import Token
from extractors.model import CountType
from extractors.quantities.phrases import Counted
from extractors.quantities.search import Outcome

_POPULATION: Final = frozenset(
    {"population", "people", "resident", "residents", "inhabitant", "inhabitants", "citizens", "civilians", "families",
     "population's"}
)  # fmt: skip
_TERRITORY: Final = frozenset(
    {"territory", "area", "city", "town", "enclave", "country", "district", "land", "region", "province", "pocket",
     "village", "neighborhood", "neighbourhood", "areas", "districts", "neighborhoods", "neighbourhoods", "ground",
     "stronghold", "zone", "island", "peninsula", "strip", "territories", "oblast", "quarter", "side"}
)  # fmt: skip
_CONTROL: Final = frozenset(
    {"control", "hold", "capture", "retake", "recapture", "lose", "seize", "gain", "rule", "occupy", "liberate", "take",
     "conquer", "regain", "reclaim", "govern", "annex", "secure", "clear", "cede", "overrun", "hand", "command"}
)  # fmt: skip
_FLIGHT: Final = frozenset({"displace", "flee", "uproot", "evict", "expel", "escape"})


def share_outcome(phrase: Counted) -> Outcome | None:
    """Whether a share is one of territory or of displaced people."""
    doc = phrase.doc
    start, end = max(0, phrase.first - 12), min(len(doc), phrase.end + 12)
    of_what = {token.lower_ for token in doc[phrase.after_number : min(len(doc), phrase.end + 5)]}
    near = sorted(doc[start:end], key=lambda token: abs(token.i - phrase.first))
    if of_what & _POPULATION:
        return _nearest(near, _FLIGHT, "displaced_share_pct")
    named = any(token.ent_type_ in ("GPE", "LOC") for token in doc[phrase.after_number : phrase.end + 3])
    if of_what & _TERRITORY or named:
        return _nearest(near, _CONTROL, "territory_share_pct")
    return None


def _nearest(near: list[Token], lemmas: frozenset[str], count_type: CountType) -> Outcome | None:
    found = next((token for token in near if token.lemma_.lower() in lemmas), None)
    return Outcome(count_type, found, "share") if found is not None else None
