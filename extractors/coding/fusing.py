"""Several triggers of one act in one sentence become one draft: "an airstrike killed two and wounded five"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from extractors.coding.cast import same_party
from extractors.coding.drafts import Draft
from extractors.coding.grammar import governor
from extractors.model import Party

TOLLS = frozenset({"kill", "wound", "injure", "hurt", "maim", "leave", "claim"})
"""Verbs by which an attack's toll is told."""
TOLD = ("clause", "sentence")
REACH = 3
"""How many words above the toll its attack may stand: conjunct, noun, verb."""


def fuse(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence, those of one act made one; a troop move beside an attack is dropped."""
    groups: list[list[Draft]] = []
    for made in sorted(drafts, key=lambda each: each.node.i):
        home = next((group for group in groups if any(one_act(made, other) for other in group)), None)
        if home is None:
            groups.append([made])
        else:
            home.append(made)
    kept = [reduce(_joined, group) for group in groups]
    attackers = [made.actors for made in kept if made.event_type == "ASSAULT"]
    kept = [made for made in kept if not (made.event_type == "MOBILIZE" and _moves_to_attack(made, attackers))]
    protests = [made for made in kept if made.event_type == "PROTEST"]
    demands = [made for made in kept if made.event_type == "REQUEST" and _demanded_by(made, protests)]
    return [_with_demand(made, demands) for made in kept if made not in demands]


def _demanded_by(demand: Draft, protests: Sequence[Draft]) -> bool:
    """The demand of a protest is no second event."""
    return any(set(demand.actors) & set(made.actors) and demand.status == made.status for made in protests)


def _with_demand(made: Draft, demands: Sequence[Draft]) -> Draft:
    if made.event_type != "PROTEST" or made.recipients:
        return made
    asked = next((demand.recipients for demand in demands if demand.recipients), ())
    return replace(made, recipients=asked)


def _moves_to_attack(made: Draft, attackers: Sequence[tuple[Party, ...]]) -> bool:
    return any(set(made.actors) & set(actors) for actors in attackers)


def one_act(a: Draft, b: Draft) -> bool:
    """Whether two triggers of a sentence tell one act: one carries the other, or they are said in one breath."""
    if a.event_type != b.event_type or (a.mode and b.mode and a.mode != b.mode) or a.status != b.status:
        return False
    if not _no_conflict(a.actors, b.actors):
        return False
    told_once = _carries(a, b) or _carries(b, a) or _one_breath(a, b) or _one_breath(b, a)
    return told_once or _outcome(a, b) or _outcome(b, a)


def _no_conflict(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    return not a or not b or any(same_party(x, y) for x in a for y in b)


def _carries(verb: Draft, noun: Draft) -> bool:
    """The noun is an argument of the verb: "imposed sanctions", "killed in an airstrike"."""
    return (governor(noun.node) is verb.node and not noun.node.verbal) or noun.node.head is verb.node


def _one_breath(first: Draft, second: Draft) -> bool:
    """ "Killed and wounded", "attacked the town, killing …": no subject of its own, the same doer."""
    node = second.node
    if node.head is not first.node or node.dep not in ("conj", "advcl", "xcomp") or node.kids("nsubj", "nsubj:pass"):
        return False
    return first.event_type == "ASSAULT" or second.recipients == first.recipients or not second.recipients


def _outcome(attack: Draft, toll: Draft) -> bool:
    """The toll hangs on the attack without a subject of its own: "opened fire …, killing two and wounding five"."""
    node = toll.node
    if attack.event_type != "ASSAULT" or toll.sense.lemma not in TOLLS or node.kids("nsubj", "nsubj:pass"):
        return False
    above = [step for step, _ in zip(node.ancestors(), range(REACH), strict=False)]
    return attack.node in above and attack.sense.lemma not in TOLLS - {toll.sense.lemma}


def _joined(a: Draft, b: Draft) -> Draft:
    first, second = (a, b) if len(a.actors) + len(a.recipients) >= len(b.actors) + len(b.recipients) else (b, a)
    recipients = first.recipients or tuple(each for each in second.recipients if each not in first.actors)
    if a.event_type == "ASSAULT" and first.recipients:
        extra = (each for each in second.recipients if not any(same_party(each, known) for known in first.recipients))
        recipients = (*first.recipients, *(each for each in extra if each not in first.actors))
    return replace(
        first,
        actors=first.actors or tuple(each for each in second.actors if each not in recipients),
        recipients=recipients,
        mode=first.mode or second.mode,
        place=first.place or second.place,
        time=first.time if first.time.method in TOLD or second.time.method not in TOLD else second.time,
        quantities=tuple(sorted({*a.quantities, *b.quantities})),
        counts=a.counts | b.counts,
        content=a.content | b.content,
    )
