"""Give counts to the events that carry them: the dead to the attack, the displaced to the expulsion."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.coding.drafts import Draft
from extractors.coding.grammar import clause_head
from extractors.coding.reading import ArticleReading
from extractors.model import CountType, EventType, Quantity

CARRIERS: dict[CountType, tuple[EventType, ...]] = {
    "killed": ("ASSAULT", "PROTEST"),
    "wounded": ("ASSAULT", "PROTEST"),
    "casualties": ("ASSAULT",),
    "victims": ("ASSAULT",),
    "missing": ("ASSAULT",),
    "displaced": ("SANCTION", "ASSAULT"),
    "displaced_share_pct": ("SANCTION",),
    "evacuated": ("AID", "RETREAT"),
    "to_be_evacuated": ("REQUEST", "AGREE", "AID"),
    "trapped": ("COERCE",),
    "arrested": ("COERCE",),
    "territory_share_pct": ("ASSAULT", "COERCE", "RETREAT"),
}


def attach_quantities(drafts: Sequence[Draft], reading: ArticleReading) -> list[Draft]:
    """The drafts of one sentence with the positions of the counts that belong to them."""
    held: dict[int, list[int]] = {n: [] for n in range(len(drafts))}
    for number, quantity in enumerate(reading.quantities):
        if quantity.count_type is None:
            continue  # things and money stand by themselves
        candidates = [
            n
            for n, made in enumerate(drafts)
            if made.mention.sentence == quantity.sentence and made.event_type in CARRIERS.get(quantity.count_type, ())
        ]
        if candidates:
            held[min(candidates, key=lambda n: _distance(drafts[n], quantity, reading))].append(number)
    return [_with_counts(made, held[n], reading.quantities) for n, made in enumerate(drafts)]


def _with_counts(made: Draft, numbers: Sequence[int], quantities: Sequence[Quantity]) -> Draft:
    if not numbers:
        return made
    told = [(quantities[n].count_type, quantities[n].lower, quantities[n].upper) for n in numbers]
    counts = frozenset((kind, low, high) for kind, low, high in told if kind is not None)
    return replace(made, quantities=tuple(numbers), counts=counts)


def _distance(made: Draft, quantity: Quantity, reading: ArticleReading) -> tuple[bool, int]:
    """The count's own clause first, then the nearest trigger."""
    offset = quantity.span.start - reading.parsed.sentences[quantity.sentence].start
    words = [node for node in reading.trees[quantity.sentence].nodes if node.start <= offset < node.end]
    same = bool(words) and clause_head(words[0]) is clause_head(made.node)
    return (not same, abs(made.mention.trigger.start - quantity.span.start))
