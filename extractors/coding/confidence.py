"""How sure a record is of its type, from how it was found.

A logistic regression over the counted records of the 1,050 PLOVER training sentences whose parties meet the marked
pair (897 records, 86.2 % of the right type): what it calls .8 to .9 is right in 88 %, above .9 in 91 %. The weights
come from `python -m tests.quality.calibrate --gold DIR`, which prints the table again.
"""

from math import exp

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft

BIAS = -0.08
WEIGHTS = (1.23, 0.27, 0.85, -0.62, 0.66)
"""A coded actor, a coded recipient, a verb as trigger, a claim, a verb that carries a noun's act."""
UNREAL = -1.0
"""Records of acts that did not happen rest on one word more; set by judgement, the sentences hold too few of them."""
REPEATED = 0.4
"""An act told twice was read twice; set by judgement, the sentences stand alone."""


def features(made: Draft) -> tuple[bool, ...]:
    """What the weights weigh, in their order."""
    return (
        coded(made.actors),
        coded(made.recipients),
        made.node.verbal,
        made.status == "claimed",
        made.match.carried,
    )


def confidence(made: Draft, mentions: int) -> float:
    """Probability that the type is right, between 0 and 1."""
    score = BIAS + sum(weight for weight, holds in zip(WEIGHTS, features(made), strict=True) if holds)
    score += REPEATED if mentions > 1 else 0.0
    score += UNREAL if made.status not in ("actual", "claimed", "threatened") else 0.0
    return round(1 / (1 + exp(-score)), 2)
