"""How sure a record is, from how it was found."""

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft


def confidence(made: Draft, mentions: int) -> float:
    """Probability that type and parties are right."""
    score = 0.45
    score += 0.15 if coded(made.actors) else 0.0
    score += 0.1 if coded(made.recipients) else 0.0
    score += 0.08 if made.node.verbal else 0.0
    score += 0.05 if made.sense.needs else 0.0
    score += 0.05 if mentions > 1 else 0.0
    score -= 0.1 if made.status not in ("actual", "claimed", "threatened") else 0.0
    return round(min(0.95, score), 2)
