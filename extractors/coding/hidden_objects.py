"""Objects of a verb that its tree hangs elsewhere: those it shares with a second verb, and rounded counts."""

from extractors.language.tree import Node, preposition


def shared_object(verb: Node) -> list[Node]:
    """ "Rammed and boarded two boats": right before "and" and a second verb, the object is that of both."""
    if verb.lemma in MOVING or verb.tag not in ("VBD", "VBN") or verb.kids("aux:pass"):
        return []
    first = verb.head if verb.dep == "conj" else None
    if first is not None and first.i == verb.i - 2 and first.tag in ("VBD", "VBN") and not verb.kids("nsubj", "obl"):
        return [noun for noun in first.kids("obj") if noun.i > verb.i]
    second = next((kid for kid in verb.kids("conj") if kid.i == verb.i + 2 and kid.tag in ("VBD", "VBN")), None)
    if second is None or second.kids("nsubj", "aux:pass"):
        return []
    if any(kid.lower == "fire" for kid in second.kids("obj")):  # "ransacked and set fire to a school"
        return [noun for noun in second.kids("obl") if preposition(noun) == "to"]
    return second.kids("obj")


MOVING = frozenset({"come", "go", "rise", "return", "arrive", "flee", "sit", "stand", "wait", "gather", "advance"})
ROUNDING = frozenset({"than", "around", "about", "over", "nearly", "almost", "approximately", "roughly", "up to"})
MEASURES = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "decade", "percent", "%", "time", "kilometer", "mile"}
)


def rounded(verb: Node) -> list[Node]:
    """A counted object whose rounding looks like a preposition: "gave around $40 million", "freed over 30 men"."""
    return [
        noun
        for noun in verb.kids("obl", "obl:unmarked")
        if noun.i > verb.i
        and (preposition(noun) in ROUNDING or noun.dep == "obl:unmarked")
        and (noun.kids("nummod") or noun.tag == "$")
        and noun.lemma not in MEASURES
    ]
