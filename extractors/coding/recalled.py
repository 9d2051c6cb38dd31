"""Acts that are told again by pointing back: "the strikes had hit mosques", "at least 26 people have been killed"."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft
from extractors.coding.fusing import TOLLS
from extractors.coding.grammar import doers, obliques
from extractors.coding.scene import INFERRED
from extractors.language.tree import Node
from extractors.model import COUNTED

REACH = 6
"""Sentences."""
DEEDS = frozenset(
    {
        "attack", "strike", "airstrike", "raid", "assault", "bombing", "bombardment", "shelling", "offensive", "ambush",
        "shooting", "massacre", "barrage", "onslaught", "incursion", "blast", "explosion", "missile", "rocket", "bomb",
    }
)  # fmt: skip
POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
FORCES = frozenset({"MIL", "COP", "REB", "PRM", "CRM"})
GUESSED = frozenset({"publication", "context", "unknown"})


def with_recalled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that point back to an attack with its doer and with the place in the text that tells it."""
    found: list[Draft] = []
    for made in drafts:
        told = _meant(made, found)
        if told is not None:
            actors = made.actors if coded(made.actors) else tuple(a for a in told.actors if a not in made.recipients)
            made = replace(made, actors=actors, recalls=told.mention.trigger.start)
        found.append(made)
    return found


def _meant(made: Draft, before: Sequence[Draft]) -> Draft | None:
    if made.event_type != "ASSAULT" or made.status not in COUNTED or coded(made.actors):
        return None
    deed, toll = _deed(made.node), _bare_toll(made)
    if not (deed or toll):
        return None
    for other in reversed(before):
        if made.mention.sentence - other.mention.sentence > REACH:
            return None
        if (
            other.event_type != "ASSAULT"
            or other.status not in COUNTED
            or other.mention.sentence == made.mention.sentence
        ):
            continue
        if _bare_toll(other) and not coded(other.actors):
            continue
        if toll and (_own_side(made, other) or _somebody_else(made, other)):
            continue
        return other if coded(other.actors) or toll else None
    return None


def _own_side(made: Draft, other: Draft) -> bool:
    """Whether the victims would be the attackers' own: soldiers who die after soldiers killed three rebels."""
    sides = {(each.country, each.sector) for each in other.actors if each.sector in FORCES}
    return any((each.country, each.sector) in sides for each in made.recipients)


def _somebody_else(made: Draft, other: Draft) -> bool:
    """Whether one victim is none of those attacked: "soldiers shot at looters", "a student had been killed"."""
    single = any(high == 1 for _, _, high in made.counts)
    if not single or not coded(other.recipients) or not coded(made.recipients):
        return False
    return not {each.sector for each in made.recipients} & {each.sector for each in other.recipients}


def _deed(verb: Node) -> bool:
    """ "The strikes had hit …": who does it is an attack already told."""
    if not verb.verbal:
        return False
    causes = doers(verb)
    return bool(causes) and all(each.lemma in DEEDS and _definite(each) for each in causes)


def _definite(noun: Node) -> bool:
    told = any(kid.lower in POINTING for kid in noun.kids("det"))
    return told and not noun.kids("nmod:poss", "acl", "acl:relcl") and not any(k.tag == "JJ" for k in noun.kids("amod"))


def _bare_toll(made: Draft) -> bool:
    """Nothing but a number of victims, without a day, a place or a means of its own."""
    if made.sense.lemma not in TOLLS or made.mode is not None or not made.quantities or made.match.actors:
        return False
    if made.node.dep not in ("ROOT", "ccomp", "parataxis") or made.node.kids("mark"):
        return False
    if made.time.method not in GUESSED:
        return False
    if any(word in ("at", "near", "outside", "inside") for word, _ in obliques(made.node)):
        return False
    return made.place is None or made.place.method in INFERRED
