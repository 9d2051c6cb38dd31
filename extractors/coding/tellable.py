"""What a draft must say to be a record: who did it or to whom, in earnest and at some time."""

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft, lasting
from extractors.language.tree import Node, preposition
from extractors.model import COUNTED, EventType, Party

RECIPIENT_REQUIRED: frozenset[EventType] = frozenset({"COOPERATE", "AID", "SANCTION"})
TELLING = frozenset({"tell", "speak", "talk"})
UTTERANCES: frozenset[EventType] = frozenset({"ACCUSE", "SUPPORT"})
STAGES = frozenset({"start", "beginning", "opening", "end", "close", "outset"})
MANY = 100
FORCE = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "GOV", "SPY", "JUD", "LEG"})
PLAYED = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION", "THREATEN", "MOBILIZE", "CONCEDE", "REQUEST", "AID"})
"""Types whose words sport and markets use for play."""


def _to_one(made: Draft) -> bool:
    """ "The rape of a student in 2012": one person cannot be a toll of many deeds."""
    whom = made.match.recipients
    single = all(node.tag in ("NN", "NNP") and not node.kids("nummod", "conj") for node in whom)
    return bool(whom) and bool(made.recipients) and single and not made.counts


def tellable(made: Draft) -> bool:
    """Whether the draft says enough to be a record: somebody who did it or to whom it was done, or a count."""
    if made.event_type in RECIPIENT_REQUIRED and not (made.recipients or made.quantities or _one_sided(made)):
        return False
    if not made.actors and lasting(made.time) and not _once(made):
        return False
    if made.play and made.event_type in PLAYED and not made.quantities and not _armed(made):
        return False
    if made.mode == "ceasefire" and made.actors and all(each.sector == "BUS" for each in made.actors):
        return False  # a firm that halts its operations fights nobody
    if made.event_type == "THREATEN" and made.sense.lemma == "warn" and _watching(made):
        return False
    if made.event_type == "CONSULT" and made.sense.lemma in TELLING and _to_media(made):
        return False  # "told the broadcaster by phone" is where it was said
    if made.event_type in UTTERANCES and not made.actors and not coded(made.recipients):
        return False  # "a film that insults the prophet"
    if made.event_type == "CONSULT" and made.node.nominal and preposition(made.node) in ("at", "during"):
        return False  # "said at a meeting of …" is where it was said
    if made.event_type == "CONSULT" and made.node.nominal and _beside(made.node):
        return False  # "met on the sidelines of the summit"
    if made.actors or made.recipients or made.quantities:
        return coded((*made.actors, *made.recipients)) or bool(made.quantities) or made.status in COUNTED
    told = made.node.verbal or made.match.carried
    if told and made.mode == "ceasefire" and made.status in COUNTED:
        return True  # a truce that holds has no doer of its own
    placed = made.place is not None and made.place.method == "clause"
    dated = made.event_type == "PROTEST" and made.time.method == "clause"
    ordered = made.mode in ("curfew", "martial-law") and placed
    return told and ((made.event_type in ("PROTEST", "ASSAULT") and (placed or dated)) or ordered)


def _during(noun: Node) -> bool:
    """Whether the meeting is only when something was said."""
    stage = noun.head if noun.dep == "nmod" and preposition(noun) == "of" else None
    return stage is not None and stage.lemma in STAGES and preposition(stage) in ("at", "before", "after")


def _to_media(made: Draft) -> bool:
    return any(each.sector == "JRN" for each in (*made.actors[1:], *made.recipients))


def _beside(noun: Node) -> bool:
    """Whether the meeting is only beside what is told."""
    if _during(noun):
        return True
    return noun.dep == "nmod" and noun.head is not None and noun.head.lemma in ("sideline", "margin", "eve", "run-up")


def _one_sided(made: Draft) -> bool:
    """Whether a known party is told to help or punish, and only for whom is left to the reader.

    Who works together is one list of actors, so that two of them are party and recipient enough.
    """
    if made.event_type == "COOPERATE":
        return sum(coded((each,)) for each in made.actors) > 1
    told = made.node.verbal or made.match.carried
    return told and coded(made.actors) and made.status in COUNTED


def _watching(made: Draft) -> bool:
    """ "The UN warns that millions will pay the price": who watches warns of what others do."""
    return bool(made.actors) and all(each.country in ("UNO", "NGO") for each in made.actors)


def _armed(made: Draft) -> bool:
    acting = FORCE | {"LAB"} if made.event_type in ("THREATEN", "PROTEST") else FORCE
    return any(each.sector in acting and not _rival(each) for each in (*made.actors, *made.recipients))


def _rival(party: Party) -> bool:
    """ "Chinese rivals" of a firm or team are no state, whatever the adjective."""
    return party.name is None and party.text.lower().endswith(("rival", "rivals", "competitor", "competitors"))


def _once(made: Draft) -> bool:
    """ "Four men were jailed in 2021": a year that dates what was done once, to so few that it was one deed."""
    passives = made.node.kids("aux:pass")
    if made.time.precision == "year" and _to_one(made):
        return True
    if made.event_type == "ASSAULT" or made.time.precision != "year" or not any(each.tag == "VBD" for each in passives):
        return False
    return bool(made.recipients) and all(high is not None and high < MANY for _, _, high in made.counts)
