"""Who says that an attack was his own did it: "claimed responsibility for the bombing", "rebels claim attack"."""

from extractors.coding.attribution import Source
from extractors.coding.cast import coded, parties
from extractors.coding.grammar import doers
from extractors.coding.match import Match
from extractors.coding.reading import ArticleReading
from extractors.language.tree import Node, preposition
from extractors.model import Party

OWNING_UP = frozenset({"claim", "accept", "admit", "acknowledge", "take", "assume"})
CREDIT = frozenset({"responsibility", "credit"})
ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})


def claimants(match: Match, reading: ArticleReading) -> tuple[Party, ...]:
    """The parties that claim the attack which the trigger names, or which does what the trigger tells."""
    verb, credit = _owning_up(match)
    found = parties(doers(verb), reading, "actor") if verb is not None else ()
    if credit:
        return found if coded(found) else ()
    return tuple(each for each in found if each.sector in ARMED)  # others claim that attacks were made on them


def responsible(match: Match) -> Source | None:
    """Who says so by claiming responsibility."""
    verb, credit = _owning_up(match)
    return Source(tuple(doers(verb)), verb.text, verb) if verb is not None and credit else None


def _owning_up(match: Match) -> tuple[Node | None, bool]:
    """The verb that claims the attack, and whether it claims responsibility for it."""
    noun = _deed(match)
    if match.sense.event_type != "ASSAULT" or noun is None or noun.head is None:
        return None, False
    verb, credit = noun.head, preposition(noun) == "for"
    if credit and verb.lemma in CREDIT and verb.dep == "obj" and verb.head is not None:
        verb = verb.head
    elif noun.dep != "obj" and not (credit and any(each.lemma in CREDIT for each in verb.kids("obj"))):
        return None, False
    return (verb, credit) if verb.lemma in (OWNING_UP if credit else {"claim"}) else (None, False)


def _deed(match: Match) -> Node | None:
    """The noun that names the attack: the trigger itself, or what its clause stands on."""
    node = match.node
    if not node.verbal or node.dep in ("obj", "nmod"):
        return node
    return node.head if node.dep in ("acl:relcl", "acl") and node.head in match.actors else None
