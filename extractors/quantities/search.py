"""What happened to the people an amount counts: its own noun first, then the words beside it, then the tree."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extractors.language.depview import DepView
from extractors.language.tokens import Token
from extractors.model import CountType
from extractors.quantities.flight import moved_people, taken_to_hospital
from extractors.quantities.outcomes import (
    ARMED,
    COUNT_NOUNS,
    HARMS,
    HOLDING_NOUNS,
    OBJECT_VERBS,
    STATES,
    SUBJECT_VERBS,
    WEAK_NOUNS,
)
from extractors.quantities.phrases import Counted, lemma
from extractors.quantities.tolls import risen_toll

_AUXILIARIES: Final = frozenset(
    {"be", "been", "being", "was", "were", "is", "are", "have", "has", "had", "get", "got", "who", "that", "which",
     "'ve", "to",
     "both", "all", "not", "n't", "left", "feared", "believed", "presumed", "confirmed", "reported", "declared",
     "pronounced", "known", "thought", "said", "understood",
     "found", "made", "remain", "remained", "become", "became", "lay", "lie", "could", "may", "might", "would", "will",
     "must",
     "should",
     "more", "others", "other", "people", "having", "go", "gone", "went"}
)  # fmt: skip
_PASSIVE_AUXILIARIES: Final = frozenset({"be", "been", "being", "was", "were", "is", "are", "get", "got", "left"})
_OBJECT_STARTS: Final = frozenset({"DT", "CD", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ"})
_BRACKETS: Final = {"(": ")", "[": "]", "--": "--", "–": "–", "—": "—", ",": ","}
_PHRASE_TAGS: Final = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "``", "''", "PRP$"})
_INSERTED: Final = frozenset({"including", "among", "aged", "ages", "most", "many", "some", "all", "both", "mostly"})
_TRYING: Final = frozenset(
    {"attempt", "try", "manage", "begin", "start", "continue", "seek", "force", "have", "need", "believe", "estimate",
     "fear", "know", "presume", "report", "say", "suspect", "think"}
)  # fmt: skip
_LIFE_TAKERS: Final = frozenset({"claim", "take", "cost", "lose"})
_DEADLY: Final = frozenset({"dead", "death", "killed", "fatally", "killing", "died"})
_PHRASAL: Final = frozenset(
    {"take", "lead", "haul", "drag", "treat", "drive", "force", "round", "hack", "beat", "club", "stone", "starve",
     "torture", "slash", "choke", "burn", "trample", "crush", "whip"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, the word that says so, and how it was found."""

    count_type: CountType
    trigger: Token
    rule: str


def find_outcome(phrase: Counted, view: DepView) -> Outcome | None:
    """The outcome of a phrase; None where nothing says one."""
    if phrase.things:
        return _lives(phrase)
    if _some_of_those(phrase):
        return _to_the_right(phrase, phrase.end + 3)
    beside = (
        _lives(phrase)
        or _to_the_right(phrase, _behind_ages(phrase))
        or _to_the_left(phrase)
        or _to_the_right(phrase, _behind_insertion(phrase))
        or _in_the_tree(phrase, view)
        or _told("toll", risen_toll(phrase))
        or _told("moved", moved_people(phrase))
    )
    own = _own(phrase)
    if own and not (beside and own.rule == "noun" and lemma(own.trigger) in WEAK_NOUNS):
        return own
    if own and own.count_type == "killed" and beside and beside.count_type == "wounded":
        return own  # "22 bodies were taken to the hospital"
    return None if beside and _only_runs(phrase, beside) else beside


def _some_of_those(phrase: Counted) -> bool:
    """ "Three of the wounded died": what the verb behind says counts, not what had befallen all of them."""
    behind = [token.lower_ for token in phrase.doc[phrase.end : phrase.end + 3]]
    return behind[:2] == ["of", "the"] and behind[-1] in STATES and phrase.noun is None


def _told(rule: str, found: tuple[CountType, Token] | None) -> Outcome | None:
    return Outcome(*found, rule) if found is not None else None


def _behind_ages(phrase: Counted) -> int:
    """Where the clause goes on: "two men aged 20 and 25 | were shot dead"."""
    doc, place = phrase.doc, phrase.end
    if place >= len(doc) or doc[place].lower_ not in ("aged", "ages"):
        return place
    place += 1
    while place < len(doc) and (doc[place].tag_ == "CD" or doc[place].lower_ in (",", "and", "or", "between", "to")):
        place += 1
    return place


def _only_runs(phrase: Counted, outcome: Outcome) -> bool:
    """Whether it is gunmen or troops who flee: that displaces nobody."""
    return outcome.count_type == "displaced" and phrase.noun is not None and lemma(phrase.noun) in ARMED


def verb_outcome(verb: Token, *, subject: bool) -> CountType | None:
    """What a verb does to its subject or its object; a shooting wounds unless the clause says that it killed."""
    name = verb.lemma_.lower()
    if subject:
        return "wounded" if _suffers(verb) else SUBJECT_VERBS.get(name)
    if [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]] == ["to", "death"]:
        return "killed"
    if name in ("shoot", "stab", "gun", "burn", "bury", "knife"):
        near = {token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i + 4]}
        if near & _DEADLY or (name == "gun" and "down" in near):
            return "killed"
        if near & {"wounded", "wounding", "injured", "injuring"}:
            return "wounded"
        return "casualties" if name in ("shoot", "stab", "knife") else None
    phrasal = _phrasal(verb, name)
    if phrasal is not None:
        return phrasal
    if taken_to_hospital(verb):
        return "wounded"
    if name in ("hold", "take") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("hostage", "captive"):
        return "victims"
    cut = None if verb.tag_ == "VB" else OBJECT_VERBS.get(f"{name}e")  # "raped" may be read as a form of "rap"
    return OBJECT_VERBS.get(name) or cut


def _phrasal(verb: Token, name: str) -> CountType | None:
    """ "Taken into custody", "led away", "treated for wounds", "driven from their homes", "hacked 15 to death"."""
    if name not in _PHRASAL:
        return None
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 8]]
    if ("to", "death") in pairwise(after[:4]):
        return "killed"
    if name in ("hack", "beat", "club", "stone", "starve", "torture"):
        return "killed" if ("to", "death") in pairwise(after) else None
    if name == "treat":
        words = {token.lemma_.lower() for token in verb.doc[verb.i + 1 : verb.i + 6]}
        return "wounded" if "for" in after[:2] and words & HARMS else None
    if name in ("drive", "force"):
        return "displaced" if {"from", "home"} & set(after) and {"home", "homes"} & set(after) else None
    if name == "round":
        return "arrested" if "up" in after[:1] else None
    custody = ("into", "custody") in pairwise(after)
    return "arrested" if custody or (name != "take" and after[:1] == ["away"]) else None


def _suffers(verb: Token) -> bool:
    """ "Suffered burns", "received a gunshot wound"."""
    if verb.lemma_.lower() not in ("suffer", "sustain", "receive"):
        return False
    return any(token.lemma_.lower() in HARMS for token in verb.doc[verb.i + 1 : verb.i + 6])


def _lives(phrase: Counted) -> Outcome | None:
    """ "Claimed 12 lives", "lost their lives"."""
    if phrase.noun is None:
        return None
    if phrase.noun.lower_ == "lives":
        verb = next((token for token in phrase.words_before(3) if token.lemma_.lower() in _LIFE_TAKERS), None)
        return Outcome("killed", verb, "lives") if verb is not None else None
    before = [token.lower_ for token in phrase.words_before(3)]
    if before[:2] == ["of", "lives"] or before[1:3] == ["of", "lives"]:
        return Outcome("killed", phrase.doc[phrase.first - before.index("lives") - 1], "lives")
    after = phrase.doc[phrase.end : phrase.end + 6]
    for token in after:
        if token.lemma_.lower() == "lose" and "lives" in {each.lower_ for each in phrase.doc[token.i : token.i + 4]}:
            return Outcome("killed", token, "lives")
    return None


def _own(phrase: Counted) -> Outcome | None:
    noun = phrase.noun
    if noun is not None and lemma(noun) in COUNT_NOUNS:
        return Outcome(COUNT_NOUNS[lemma(noun)], noun, "noun")
    for token in (*phrase.modifiers, *phrase.doc[phrase.after_number : phrase.end]):
        if token.lower_ in STATES and (phrase.people or noun is None):
            return Outcome(STATES[token.lower_], token, "state")
    return None


def _behind_insertion(phrase: Counted) -> int:
    """Where the sentence goes on behind "(five of them foreigners)" or "of the town's militia"."""
    place, doc = phrase.end, phrase.doc
    for token in doc[phrase.end : min(phrase.end + 14, len(doc) - 1)]:
        if token.i < place:
            continue
        if token.text in _BRACKETS and (token.text != "," or token.nbor().lower_ in _INSERTED):
            closing = (each.i for each in doc[token.i + 1 : token.i + 14] if each.text == _BRACKETS[token.text])
            place = next(closing, token.i) + 1
        elif _is_inserted(token):
            place = token.i + 1
        else:
            break
    return place


def _is_inserted(token: Token) -> bool:
    """Whether a word belongs to a phrase behind the noun: "of the town's militia", "including four officers"."""
    if token.lower_ == "including" or (token.tag_ == "CD" and token.nbor(-1).lower_ == "including"):
        return True
    return (token.tag_ in _PHRASE_TAGS or token.text.isupper()) and token.lower_ not in ("that", "by")


def _to_the_right(phrase: Counted, start: int) -> Outcome | None:
    """ "12 people were killed", "35 wounded", "130,000 have fled", "left 100 civilians dead"."""
    passive = False
    for token in phrase.doc[start : start + 8]:
        if token.lower_ in _AUXILIARIES or token.tag_ in ("RB", "RBR", "MD") or token.lemma_.lower() in _TRYING:
            passive = passive or token.lower_ in _PASSIVE_AUXILIARIES
            continue
        found = verb_outcome(token, subject=True)
        if found and token.tag_ != "NN":
            return Outcome(found, token, "right-subject")
        if token.tag_ in ("VBN", "VBD", "JJ", "NN") and (passive or not _takes_object(token)):
            found = verb_outcome(token, subject=False) if token.tag_ != "NN" else None
            found = found or STATES.get(token.lower_)
            if found:
                return Outcome(found, token, "right-object")
        return None
    return None


def _takes_object(verb: Token) -> bool:
    if verb.i + 1 >= len(verb.doc) or verb.tag_ == "JJ":
        return False
    after = verb.nbor()
    return after.tag_ in _OBJECT_STARTS and after.lower_ not in ("dead", "yesterday", "today", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday")  # fmt: skip


def _to_the_left(phrase: Counted) -> Outcome | None:
    """ "Killing 12", "the evacuation of 500", "the death toll rose to 40"."""
    before = phrase.words_before(7)
    for place, token in enumerate(before):
        if token.lower_ in ("toll", "count") and phrase.noun is None:
            return Outcome("killed", token, "toll")
        if (
            token.lower_ in ("of", "for")
            and place + 1 < len(before)
            and (before[place + 1].lemma_.lower() in HOLDING_NOUNS or before[place + 1].lower_ == "bodies")
        ):
            held = before[place + 1]
            return Outcome(HOLDING_NOUNS.get(held.lemma_.lower(), "killed"), held, "of")
        if token.tag_.startswith("VB") and not _is_passive(token):
            found = verb_outcome(token, subject=False)
            if found:
                return Outcome(found, token, "left")
            if token.lemma_.lower() not in ("rise", "stand", "climb", "reach", "be", "put", "increase", "jump", "pass"):
                return None
        elif token.tag_ in ("NN", "NNS", "IN", ".", ":", "''", "``") and token.lower_ not in ("to", "at", "of", "and"):
            return None
    return None


def _is_passive(verb: Token) -> bool:
    before = {token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i]}
    return verb.tag_ == "VBN" and bool(before & _PASSIVE_AUXILIARIES)


def _in_the_tree(phrase: Counted, view: DepView) -> Outcome | None:
    token = phrase.noun if phrase.noun is not None else phrase.doc[phrase.after_number - 1]
    for _ in range(4):
        found = _role_outcome(token, view)
        if found:
            return found
        if token.dep_ not in ("nummod", "conj", "appos", "nmod", "amod", "compound", "pobj", "prep", "advmod", "fixed"):
            return None
        token = token.head
    return None


def _role_outcome(token: Token, view: DepView) -> Outcome | None:
    head = token.head
    for child in token.children:
        if child.dep_ in ("acl", "acl:relcl", "relcl") and child.i > token.i:
            subject = verb_outcome(child, subject=True)
            objects = verb_outcome(child, subject=False) if view.passive(child) or child.dep_ == "acl" else None
            if (subject or objects) and child.tag_ != "VBG":
                return Outcome(subject or objects, child, "tree-relative")  # type: ignore[arg-type]
    if head == token or head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    if token in view.subjects(head, inherit=False):
        found = verb_outcome(head, subject=True)
        if not found and view.passive(head):
            found = verb_outcome(head, subject=False)
        if not found and head.pos_ == "ADJ":
            found = STATES.get(head.lower_)
        return Outcome(found, head, "tree-subject") if found else None
    if not view.passive(head) and token in view.targets(head):
        found = verb_outcome(head, subject=False)
        return Outcome(found, head, "tree-object") if found else None
    return None
