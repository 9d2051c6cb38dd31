"""Several triggers of one act in one sentence become one draft: "an airstrike killed two and wounded five"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from extractors.coding.cast import same_party
from extractors.coding.drafts import Draft
from extractors.coding.frame import complement_clauses, nominal_use
from extractors.coding.grammar import clause_head, governor
from extractors.language.tree import preposition
from extractors.model import Party

TOLLS = frozenset({"kill", "wound", "injure", "hurt", "maim", "leave", "claim", "die", "perish"})
"""Verbs by which an attack's toll is told."""
RUINING = frozenset({"destroy", "damage", "wreck", "flatten", "level"})
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
    kept = [made for made in kept if not _purpose_of(made, protests)]
    return [_with_demand(made, demands) for made in kept if made not in demands]


def _demanded_by(demand: Draft, protests: Sequence[Draft]) -> bool:
    """The demand of a protest is no second event."""
    return any(set(demand.actors) & set(made.actors) and demand.status == made.status for made in protests)


def _purpose_of(made: Draft, protests: Sequence[Draft]) -> bool:
    """What people took to the streets for is no second event: "marched to honor the victims"."""
    if made.event_type not in ("SUPPORT", "ACCUSE", "REJECT") or made.node.tag != "VB":
        return False
    return any(made.node.head is protest.node and set(made.actors) & set(protest.actors) for protest in protests)


def _with_demand(made: Draft, demands: Sequence[Draft]) -> Draft:
    if made.event_type != "PROTEST" or made.recipients:
        return made
    asked = next((each.recipients for each in demands if each.recipients and "release" not in each.content), ())
    return replace(made, recipients=asked)


def _moves_to_attack(made: Draft, attackers: Sequence[tuple[Party, ...]]) -> bool:
    return any(set(made.actors) & set(actors) for actors in attackers)


def one_act(a: Draft, b: Draft) -> bool:
    """Whether two triggers of a sentence tell one act: one carries the other, or they are said in one breath."""
    if a.event_type != b.event_type:
        return False
    if any(same(x, y) for x, y in ((a, b), (b, a)) for same in (_named_after, _meant, _promised)):
        return True
    if other_mode(a, b) or before(a, b) or before(b, a):
        return False
    if a.status != b.status or not _no_conflict(a.actors, b.actors):
        return False
    told_once = _carries(a, b) or _carries(b, a) or _one_breath(a, b) or _one_breath(b, a)
    return told_once or _outcome(a, b) or _outcome(b, a) or _struck_when(a, b) or _struck_when(b, a)


def other_mode(a: Draft, b: Draft) -> bool:
    """Whether the two were done by different means; what only counts the dead takes the means of its attack."""
    counting = any(made.sense.lemma in TOLLS and made.sense.mode is None for made in (a, b))
    counting = counting or _ruins(a, b) or _ruins(b, a)
    return bool(a.mode and b.mode and a.mode != b.mode and not counting)


def _ruins(attack: Draft, ruin: Draft) -> bool:
    """What an attack left in ruins is its outcome: "bombed the camp, destroying two depots"."""
    node = ruin.node
    if ruin.sense.lemma not in RUINING or node.tag != "VBG" or node.dep != "advcl" or node.kids("nsubj"):
        return False
    return attack.event_type == "ASSAULT" and node.head is attack.node and attack.sense.lemma not in RUINING


def _named_after(deed: Draft, doer: Draft) -> bool:
    """Who does it is named after it: "a suspected suicide bomber blew up a bus"."""
    return doer.node in deed.match.actors


def _meant(deed: Draft, purpose: Draft) -> bool:
    """What the deed is done for is the same act: "fired tear gas to disperse protesters"."""
    node = purpose.node
    if purpose.status != "hypothetical" or deed.status == "hypothetical" or node.head is not deed.node:
        return False
    return node.tag == "VB" and node.dep in ("advcl", "xcomp") and deed.mode == purpose.mode is not None


def _promised(promise: Draft, help_: Draft) -> bool:
    """What is promised is the promise: "pledged to support the refugees", "is ready for talks with Greece"."""
    if promise.event_type != "AGREE" or help_.status != "planned" or promise.status == "planned":
        return False
    return help_.node in complement_clauses(promise.node) or governor(help_.node) is promise.node


def _no_conflict(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    return not a or not b or any(same_party(x, y) for x in a for y in b)


def _carries(verb: Draft, noun: Draft) -> bool:
    """The noun is an argument of the verb: "imposed sanctions", "killed in an airstrike"."""
    listed = noun.node.dep in ("conj", "parataxis") and noun.event_type != "ASSAULT"
    gapped = {verb.sense.lemma, noun.sense.lemma} <= TOLLS  # "two were killed and six others injured"
    finite = noun.node.kids("aux", "aux:pass") or (noun.node.tag == "VBD" and not gapped)
    if noun.node.dep in ("conj", "parataxis") and finite and noun.node.kids("nsubj", "nsubj:pass"):
        return False  # a clause of its own
    return (governor(noun.node) is verb.node and not noun.node.verbal) or (noun.node.head is verb.node and not listed)


def before(act: Draft, earlier: Draft) -> bool:
    """An act behind "after" or "before" was another: "shelled the town after two of theirs were killed"."""
    if not earlier.node.verbal or nominal_use(earlier.node):
        return earlier.node.head is act.node and preposition(earlier.node) in ("after", "before")
    clause = clause_head(earlier.node)
    marks = {mark.lower for mark in clause.kids("mark", "advmod", "case") if mark.i < clause.i}
    apart = clause.dep == "advcl" and bool(marks & {"after", "before"}) and bool(clause.kids("nsubj", "nsubj:pass"))
    return apart and any(each is act.node for each in clause.ancestors())


def _one_breath(first: Draft, second: Draft) -> bool:
    """ "Killed and wounded", "attacked the town, killing …": no subject of its own, the same doer."""
    node = second.node
    if node.head is not first.node or node.dep not in ("conj", "advcl", "xcomp") or node.kids("nsubj", "nsubj:pass"):
        return False
    return first.event_type == "ASSAULT" or second.recipients == first.recipients or not second.recipients


def _struck_when(toll: Draft, attack: Draft) -> bool:
    """ "A man was killed when a shell landed": the clause tells by what."""
    node = attack.node
    if toll.sense.lemma not in TOLLS or toll.actors or attack.sense.lemma in TOLLS or node.dep != "advcl":
        return False
    above = node.head if node.head is None or node.head.dep != "conj" else node.head.head
    return (node.head is toll.node or above is toll.node) and any(
        link.lower in ("when", "after", "as") for link in node.kids("mark", "advmod")
    )


def _outcome(attack: Draft, toll: Draft) -> bool:
    """The toll hangs on the attack without a subject of its own: "opened fire …, killing two and wounding five"."""
    node = toll.node
    if attack.event_type != "ASSAULT" or toll.sense.lemma not in TOLLS or node.kids("nsubj", "nsubj:pass"):
        return False
    above = [step for step, _ in zip(node.ancestors(), range(REACH), strict=False)]
    return attack.node in above and attack.sense.lemma not in TOLLS - {toll.sense.lemma}


def _offered_talks(offer: Draft, talks: Draft) -> bool:
    """Who takes part in promised talks, beside who promises them, is to whom they are promised."""
    return offer.event_type == "AGREE" and talks.status == "planned" and talks.sense.event_type == "CONSULT"


def _joined(a: Draft, b: Draft) -> Draft:
    first, second = (a, b) if len(a.actors) + len(a.recipients) >= len(b.actors) + len(b.recipients) else (b, a)
    if a.status != b.status:  # what was done tells the act, what it was done for only adds to it
        told = a.event_type == "AGREE" and b.status == "planned"
        first, second = (a, b) if told or _named_after(a, b) or _meant(a, b) else (b, a)
    others = second.recipients or (second.actors if _offered_talks(first, second) else ())
    recipients = first.recipients or tuple(each for each in others if each not in first.actors)
    if a.event_type == "ASSAULT" and first.recipients:
        extra = (each for each in second.recipients if not any(same_party(each, known) for known in first.recipients))
        recipients = (*first.recipients, *(each for each in extra if each not in first.actors))
    return replace(
        first,
        actors=first.actors or tuple(each for each in second.actors if each not in recipients),
        recipients=recipients,
        mode=next((doer.mode for deed, doer in ((a, b), (b, a)) if _named_after(deed, doer) and doer.mode), None)
        or next((attack.mode for attack, ruin in ((a, b), (b, a)) if _ruins(attack, ruin)), None)
        or first.mode
        or second.mode,
        place=first.place or second.place,
        time=first.time if first.time.method in TOLD or second.time.method not in TOLD else second.time,
        quantities=tuple(sorted({*a.quantities, *b.quantities})),
        counts=a.counts | b.counts,
        content=a.content | b.content,
    )
