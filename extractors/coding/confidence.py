"""How sure a record is of its type, from how it was found.

A logistic regression over the counted records of the 1,050 PLOVER training sentences whose parties meet the marked
pair (1,000 records): what it calls .7 to .8 is right in 88 %, .8 to .9 in 88 %, below .7 in 38 %. The weights come from
`python -m tests.quality.calibrate --gold DIR`, which prints the table again.
"""

from math import exp

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft

BIAS = 0.17
WEIGHTS = (1.22, 0.04, 0.77, -0.75, 0.56)
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
