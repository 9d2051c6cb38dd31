"""People whom somebody or something moved: "crossed into Chad", "sheltered 900", "brought out of", "buried 17"."""

from collections.abc import Callable
from typing import Final

from extractors.language.tokens import Token
from extractors.model import CountType
from extractors.quantities.outcomes import ARMED
from extractors.quantities.phrases import Counted, lemma

_MANY: Final = 50
"""People. Fewer who leave a town or cross a border may be travellers."""
_REACH: Final = 6
_UPROOTED: Final = frozenset(
    {"people", "person", "civilian", "resident", "family", "household", "refugee", "inhabitant", "villager", "migrant",
     "child", "woman", "other", "asylum-seeker", "seeker", "evacuee", "returnee", "citizen", "local", "human"}
)  # fmt: skip
_HOME: Final = frozenset({"home", "homes", "house", "houses", "homeland"})
_LEFT_BEHIND: Final = _HOME | frozenset(
    {"village", "villages", "town", "towns", "city", "cities", "country", "region", "area", "areas", "enclave",
     "capital", "camp", "camps", "neighborhoods", "districts"}
)  # fmt: skip
_HAVEN: Final = frozenset({"refuge", "shelter", "sanctuary", "safety"})
_CAMPS: Final = frozenset({"camp", "camps", "tents", "tent", "shelters", "shelter"})
_ASSEMBLY: Final = frozenset({"street", "streets", "square", "stadium", "parliament", "rally"})
_SKIPPED: Final = frozenset({"who", "that", "and", "to", "not", "been", "be", "being", "had", "forced", "compelled"})
_TAKING_IN: Final = frozenset({"host", "shelter", "absorb"})
_STREAMING: Final = frozenset({"pour", "stream", "spill", "surge", "flock", "swarm"})
_DRIVING: Final = frozenset({"force", "drive", "chase", "push", "compel"})
_CARRIED: Final = frozenset({"take", "rush", "airlift", "bring", "transport", "transfer", "admit", "send", "carry"})
_GOING: Final = frozenset({"leave", "flee", "abandon", "escape"})
_RUBBLE: Final = frozenset({"under", "beneath", "alive", "rubble", "debris", "snow", "mud"})
_TRANSPORTED: Final = frozenset({"bring", "take", "move", "lead", "ferry", "fly", "pull", "transport"})


def moved_people(phrase: Counted) -> tuple[CountType, Token] | None:
    """What moved the people of a phrase and the word that says so; None where nothing does."""
    if phrase.things or phrase.amount.kind != "count":
        return None
    number = phrase.amount.lower or phrase.amount.upper or 0
    many = number >= _MANY or phrase.unit in ("family", "household")
    went = _verb_behind(phrase)
    if went is not None:
        found = _went(went, phrase, many=many)
        if found is not None:
            return found, went
    did = _verb_before(phrase)
    if did is not None:
        done = _were_moved(did, phrase, many=many)
        if done is not None:
            return done, did
    return None


def taken_to_hospital(verb: Token) -> bool:
    """ "Were taken to hospital", "was rushed to a nearby clinic"."""
    if verb.lemma_.lower() not in _CARRIED:
        return False
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 8]]
    return after[:1] == ["to"] and any(word.startswith(("hospital", "clinic")) for word in after[:6])


def _crowd(phrase: Counted) -> bool:
    """Whether they may have been driven out: no troops, no delegates."""
    noun = phrase.noun
    if noun is None:
        return True
    nationality = noun.text[:1].isupper() and noun.tag_ in ("NNPS", "NNS")
    return nationality or (lemma(noun) in _UPROOTED and lemma(noun) not in ARMED)


def _went(verb: Token, phrase: Counted, *, many: bool) -> CountType | None:
    name, after = verb.lemma_.lower(), _words(verb)
    passive = verb.tag_ == "VBN" and any(word.lower_ in ("been", "be", "being", "was", "were", "are", "is")
                                         for word in verb.doc[max(phrase.end, verb.i - 3) : verb.i])  # fmt: skip
    if passive:
        if name in _TRANSPORTED and _to_safety(after):
            return "evacuated"
        taken_in = name in _TAKING_IN or (name == "take" and after[:1] == ["in"])
        return "displaced" if taken_in and many and _crowd(phrase) else None
    if not _crowd(phrase):
        return None
    if name in ("leave", "abandon") and _HOME & set(after[:3]):
        return "displaced"
    if name in ("seek", "find", "take") and _HAVEN & set(after[:3]):
        return "displaced"
    if name == "shelter":
        return "displaced"
    return "displaced" if many and _travelled(verb, name, after) else None


def _travelled(verb: Token, name: str, after: list[str]) -> bool:
    if name == "cross":
        return bool({"into", "over", "border", "to"} & set(after[:4]))
    if name == "leave":
        return bool(_LEFT_BEHIND & set(after[:3])) or _is_place(verb.i + 1, verb) or after[:1] == ["within"]
    if name in _STREAMING:
        return not _ASSEMBLY & set(after) and (
            "border" in after or ("into" in after[:2] and _is_place(verb.i + 2, verb))
        )
    return name in ("live", "stay", "sleep", "camp") and bool(_CAMPS & set(after))


def _were_moved(verb: Token, phrase: Counted, *, many: bool) -> CountType | None:
    name = verb.lemma_.lower()
    after = [token.lower_ for token in phrase.doc[phrase.end : phrase.end + _REACH]]
    if name in _TRANSPORTED and _to_safety(after):
        return "evacuated"
    if not _crowd(phrase):
        return None
    if name == "bury" and not _RUBBLE & set(after):
        return "killed"
    if name in _DRIVING:
        goes = {token.lemma_.lower() for token in phrase.doc[phrase.end : phrase.end + 3]} & _GOING
        return "displaced" if (after[:1] == ["to"] and goes) or after[:2] == ["out", "of"] else None
    taken_in = name in _TAKING_IN or (name == "take" and phrase.doc[phrase.first - 1].lower_ == "in")
    return "displaced" if taken_in and many else None


def _to_safety(after: list[str]) -> bool:
    return after[:2] == ["out", "of"] or "safety" in after[:3] or "safer" in after[:3]


def _words(verb: Token) -> list[str]:
    return [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH]]


def _is_place(number: int, verb: Token) -> bool:
    return any(token.ent_type_ in ("GPE", "LOC") for token in verb.doc[number : number + 3])


def _verb_behind(phrase: Counted) -> Token | None:
    """The verb that the phrase is the subject of, by order: parsers of long sentences lose it."""
    return _first_verb(list(phrase.doc[phrase.end : phrase.end + _REACH]), lambda token: token.tag_ in ("RB", "MD"))


def _verb_before(phrase: Counted) -> Token | None:
    return _first_verb(
        phrase.words_before(3), lambda token: token.lower_ in ("in", "out", "up") and token.i == phrase.first - 1
    )


def _first_verb(words: list[Token], skipped: Callable[[Token], bool]) -> Token | None:
    for token in words:
        if token.pos_ == "AUX" or token.lower_ in _SKIPPED or skipped(token):
            continue
        return token if token.tag_.startswith("VB") else None
    return None
