"""Acts that their clause only speaks of: it dates what came of them; their own day stands beside them, if at all."""

from datetime import date, timedelta
from typing import Final

from extractors.dates.clauses import auxiliaries, marker, predicate_of
from extractors.dates.intervals import midnight
from extractors.dates.usable import Dated
from extractors.language.depview import RELATIVE
from extractors.language.tokens import Token

_AFTERMATH: Final = frozenset({"after", "following", "since", "over", "about", "before", "into"})
# What these verbs tell follows the act that their nouns name: "condemned the attack on Tuesday", "charged with murder"
_REACTIONS: Final = frozenset(
    {"accuse", "announce", "appear", "apprehend", "arrest", "ask", "believe", "blame", "book", "bury", "call", "charge",
     "claim", "commemorate", "condemn", "confess", "confirm", "convict", "criticize", "criticise", "debate", "demand",
     "denounce", "deny", "detain", "discuss", "find", "hear", "honor", "identify", "indict", "investigate", "jail",
     "learn", "link", "mark", "meet", "mourn", "name", "plead", "praise", "probe", "protest", "reject", "release",
     "remember", "report", "respond", "react", "reveal", "say", "search", "seek", "sentence", "slam", "suspect", "tell",
     "threaten", "urge", "visit", "vow", "warn", "welcome", "want", "surrender", "turn", "face", "recover", "remain"}
)  # fmt: skip
_HELD: Final = frozenset({"strike", "rally", "protest", "demonstration", "march", "walkout", "boycott"})
_TELLING: Final = frozenset(
    {"kill", "injure", "wound", "leave", "claim", "take", "hit", "strike", "destroy", "damage", "happen", "occur",
     "begin", "start", "break", "erupt", "hurt", "shake", "rock", "unfold", "maim", "displace"}
)  # fmt: skip
"""Verbs by which a relative clause tells the act again: "a shooting that left four wounded on Monday"."""
_SUSPECTED: Final = frozenset({"accuse", "suspect", "charge", "believe", "allege", "want", "blame", "think"})
_MEASURES: Final = frozenset(
    {"day", "week", "month", "hour", "year", "night", "wave", "series", "spate", "round", "string"}
)
"""Nouns that only measure an act: "four days of clashes"."""
_RESCUERS: Final = frozenset(
    {"police", "officer", "deputy", "crew", "firefighter", "paramedic", "medic", "trooper", "ambulance", "unit",
     "responder", "rescuer", "authority", "official", "emergency", "detective", "constable", "patrol", "squad"}
)  # fmt: skip
_CALLED: Final = frozenset({"call", "dispatch", "summon", "send", "alert"})
_HURRYING: Final = frozenset({"respond", "rush", "race", "hurry"})
_PRESENT: Final = frozenset({"is", "are", "has", "have", "’s", "'s", "’re", "'re", "’ve", "'ve"})
_PAST: Final = frozenset({"was", "were", "had", "did"})
_INSERTED: Final = frozenset({"JJ", "HYPH", "NN"})
_REACH: Final = 3
"""Words: "a Saturday night drive-by shooting"."""


def is_aftermath(trigger: Token, clause: Token) -> bool:
    """ "Was in hospital on Friday after a shooting": the clause dates what came of the act, not the act."""
    if _is_alarm(trigger, clause):
        return False
    if trigger.pos_ in ("NOUN", "PROPN") and trigger != clause:
        if "pass" in trigger.dep_ and clause.lemma_.lower() in ("report", "hear"):
            return False  # "the shooting was reported on Sunday" is as good as "happened"
        if trigger.head == clause and clause.lemma_.lower() == "call" and trigger.lemma_.lower() in _HELD:
            return False  # "called a strike for Friday"
        measured = trigger.head.lemma_.lower() in _MEASURES
        nested = not measured and trigger.dep_ in ("nmod", "compound", "nmod:poss", "appos") and trigger.head != clause
        if nested or clause.lemma_.lower() in _REACTIONS:
            return True
    token = trigger
    while token != clause and token.head != token:
        cases = {child.lower_ for child in token.children if child.dep_ in ("case", "mark") and child.i < token.i}
        if cases & _AFTERMATH or (token.dep_ == "pobj" and token.head.lower_ in _AFTERMATH):
            return True
        token = token.head
    return False


def _is_alarm(trigger: Token, clause: Token) -> bool:
    """ "Police were called on Monday to a shooting": those who help come at once."""
    name = clause.lemma_.lower()
    called = name in _CALLED and bool(_PAST & set(auxiliaries(clause)))
    if trigger.pos_ != "NOUN" or trigger.i < clause.i or not (called or name in _HURRYING):
        return False
    return any(
        child.lemma_.lower() in _RESCUERS or child.lower_ in ("they", "police")
        for child in clause.children
        if child.dep_.startswith("nsubj")
    )


def named_with(each: Dated, noun: Token) -> bool:
    """Whether the noun phrase itself names the time: "Monday's attack", "the attack on Monday"."""
    return each.head.i < noun.i or any(child.dep_ == "case" for child in each.head.children)


def below(token: Token, top: Token) -> bool:
    """Whether a word is another or hangs below it."""
    return token == top or top.is_ancestor(token)


def named_day(dated: list[Dated], trigger: Token) -> Dated | None:
    """The day that stands between the article and its noun: "a Saturday night shooting", "the Dec. 15 killings".

    Read by order, because parsers take "shooting" behind a noun for a verb.
    """
    if trigger.tag_ not in ("NN", "NNS", "VBG"):
        return None
    for each in dated:
        between = _between(each, trigger) if each.head.i < trigger.i else None
        if between is None or len(between) > _REACH or any(word.tag_ not in _INSERTED for word in between):
            continue
        if _opens_a_noun(each, trigger):
            return each
    return None


def _between(each: Dated, trigger: Token) -> list[Token]:
    """The words between an expression and a noun, without the rest of its own: "Sunday" of "Easter Sunday"."""
    return [word for word in trigger.doc[each.head.i + 1 : trigger.i] if word.head != each.head]


def _opens_a_noun(each: Dated, trigger: Token) -> bool:
    first = each.head.i
    while first > 0 and (trigger.doc[first - 1].tag_ in ("NNP", "CD") or trigger.doc[first - 1].lower_ in _DAYPARTS):
        first -= 1
    before = trigger.doc[first - 1] if first else None
    if before is None:
        return trigger.tag_ != "VBG"
    return before.tag_ in ("DT", "PRP$", "POS") or before.lower_ in ("following", "after")


_DAYPARTS: Final = frozenset({"late", "early", "mid", "-"})


def told_of(dated: list[Dated], trigger: Token) -> list[Dated]:
    """ "A shooting that left four wounded on Monday": the days of the clause that explains the noun."""
    if trigger.pos_ != "NOUN":
        return []
    clauses = [
        child
        for child in trigger.children
        if child.dep_ in RELATIVE and child.lemma_.lower() in _TELLING and not _PRESENT & set(auxiliaries(child))
    ]
    return [each for each in dated if each.clause in clauses]


def left_by_the_present(dated: list[Dated], trigger: Token, published: date | None) -> list[Dated]:
    """ "Police are searching for the man who shot a guard on Friday": what goes on now was not on a day of the past.

    The parser hangs the day on the verb in the present; it belongs to the past act that this governs.
    """
    if published is None or not (trigger.tag_ in ("VBD", "VBN") or trigger.pos_ == "NOUN"):
        return []
    own = predicate_of(trigger)
    if own != trigger and trigger.pos_ != "NOUN":
        return []
    limit = midnight(published) + timedelta(hours=4)
    return [
        each
        for each in dated
        if each.time.relation == "on"
        and each.time.end is not None
        and each.time.end <= limit
        and each.clause.is_ancestor(trigger)
        and marker(own) != "if"
        and _goes_on(each.clause)
        and (each.head.i > trigger.i or each.head.i < each.clause.i)
    ]


def is_suspected(trigger: Token) -> bool:
    """ "Is accused of opening fire on Wednesday": the suspicion goes on, the day is that of the deed."""
    present = {"is", "are", "'s", "’s", "'re", "’re"} & set(auxiliaries(trigger))
    return trigger.tag_ == "VBN" and bool(present) and trigger.lemma_.lower() in _SUSPECTED


def _goes_on(clause: Token) -> bool:
    """Whether a predicate is in the present: "say", "are searching", "have arrested"."""
    found = set(auxiliaries(clause)) | {child.lower_ for child in clause.children if child.dep_ == "cop"}
    if found & _PAST:
        return False
    return clause.tag_ in ("VBP", "VBZ") or (clause.tag_ in ("VBG", "VBN", "JJ", "NN") and bool(found & _PRESENT))
