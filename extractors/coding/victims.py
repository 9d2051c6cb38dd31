"""Who can be killed but once: mentions of one person's death are one act, whatever else they tell."""

from extractors.coding.drafts import Draft
from extractors.coding.grammar import undergoers
from extractors.countries import countries_called
from extractors.model import COUNTED, Party

LETHAL = frozenset({
    "kill", "murder", "assassinate", "slay", "execute", "behead", "lynch", "killing", "assassination", "execution",
    "death", "slaying", "beheading", "lynching", "die", "hang",
})  # fmt: skip
DEADLY = frozenset({"shoot", "stab", "beat", "gun", "bludgeon", "hack"})
"""Verbs that kill with "dead" or "to death" only."""


def killed_once(a: Draft, b: Draft) -> bool:
    """Whether both tell the death of one person: "was shot dead", "the murder of Moise", "killed the head of state"."""
    if a.event_type != "ASSAULT" or b.event_type != "ASSAULT" or not {a.status, b.status} <= {*COUNTED, "planned"}:
        return False
    one, other = _victim(a), _victim(b)
    if one is None or other is None:
        return False
    if _called(one) is None or _called(other) is None:
        pointing = "epithet" in (one.method, other.method) and _called(one) != _called(other)
        return pointing and (one.country, one.sector) == (other.country, other.sector)
    return _called(one) == _called(other)


def _victim(made: Draft) -> Party | None:
    """The one person who was killed; None where it is nobody, several or a group."""
    lemma = made.sense.lemma
    if lemma not in LETHAL and not (lemma in DEADLY and made.content & {"dead", "death"}):
        return None
    whom = [each for each in made.recipients if each.method != "site"]
    if len(whom) != 1 or any(high != 1 for _, _, high in made.counts):
        return None
    nodes = undergoers(made.node) if made.node.verbal else made.match.recipients
    if any(node.tag in ("NNS", "NNPS") or node.kids("conj", "nummod") for node in nodes):
        return None
    return whom[0] if whom[0].method == "epithet" or _called(whom[0]) is not None else None


def _called(party: Party) -> str | None:
    """The last word of a person's name."""
    words = (party.name or party.text).split()
    if party.name is not None and countries_called(party.name):
        return None
    return words[-1] if words and words[-1][:1].isupper() and not words[-1].isupper() else None
