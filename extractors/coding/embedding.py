"""What a demand, refusal, threat or promise takes over from the act it is about: to whom, and of which kind."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft
from extractors.coding.frame import complement_clauses
from extractors.coding.uttered import REFUSALS, VOWING
from extractors.language.tree import Node
from extractors.model import EventType

UTTERING: frozenset[EventType] = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN", "CONCEDE"})
MODES: dict[EventType, dict[EventType, str]] = {
    "REQUEST": {"RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet"},
    "REJECT": {"RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet"},
    "THREATEN": {"ASSAULT": "violence", "SANCTION": "restrict", "COERCE": "restrict"},
}
"""The mode of an utterance by the type of act it is about."""


def with_embedded(drafts: Sequence[Draft]) -> list[Draft]:
    """Utterances completed by the acts in their complement clauses."""
    acts = {made.node: _embedded(made, drafts) for made in drafts if made.event_type in UTTERING}
    return [_completed(made, acts.get(made.node, [])) for made in drafts]


def _embedded(made: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    clauses: set[Node] = set(complement_clauses(made.node))
    carried = {noun for clause in clauses for noun in clause.kids("obj", "obl")}
    objects = set(made.node.kids("nmod") if made.node.nominal else made.node.kids("obj", "obl"))
    return [each for each in drafts if each is not made and each.node in clauses | carried | objects]


def _completed(made: Draft, acts: Sequence[Draft]) -> Draft:
    for act in acts:
        if made.event_type == "AGREE" and act.status == "negated" and act.event_type in REFUSALS:
            made = replace(made, event_type="REJECT", mode=REFUSALS[act.event_type], because="not to")
        if made.event_type == "THREATEN" and act.status == "negated" and made.sense.lemma in VOWING:
            made = replace(made, event_type="AGREE", mode=None, because="not to")
        asked = None if act.mode == "resign" else MODES.get(made.event_type, {}).get(act.event_type)
        mode = asked if made.mode in (None, "change") and asked is not None else made.mode
        told = tuple(each for each in act.recipients if each not in made.actors)
        guessed = not made.match.recipients or not coded(made.recipients)
        recipients = told if guessed and coded(told) else made.recipients
        if (mode, recipients) != (made.mode, made.recipients):
            return replace(made, mode=mode if made.event_type in MODES else made.mode, recipients=recipients)
    return made
