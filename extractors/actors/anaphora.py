"""Pronouns: the last party that fits, or none."""

from collections.abc import Callable

from extractors.actors.memory import Memory, Said
from extractors.actors.referent import Referent
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Token, Tokens

SPEECH = frozenset({"say", "tell", "add", "announce", "state", "write", "note", "stress", "explain", "argue", "claim",
                    "warn", "insist", "declare", "report", "confirm", "tweet", "comment", "continue"})  # fmt: skip
_PRONOUN_REACH = 1
_POSSESSIVE = 0
_HARMING = frozenset({
    "attack", "shell", "bomb", "strike", "kill", "wound", "injure", "destroy", "raid", "storm", "hit", "target",
    "capture", "seize", "occupy", "invade", "loot", "burn", "ambush", "abduct", "kidnap", "arrest", "detain", "shoot",
    "down", "torch", "besiege", "overrun", "violate", "sink", "execute", "expel", "hack", "blockade", "bombard",
    "threaten", "interfere", "meddle", "murder", "poison", "damage", "ram", "torture", "harass", "intimidate",
})  # fmt: skip
_ASKING = frozenset({
    "urge", "ask", "call", "order", "tell", "beg", "press", "pressure", "force", "allow", "want", "appeal", "demand",
    "invite", "encourage", "request", "warn", "advise", "instruct", "persuade", "convince", "compel", "push", "help",
    "implore", "exhort", "lobby", "get",
})  # fmt: skip
_SUFFERED = frozenset({
    "release", "arrest", "detention", "death", "killing", "execution", "trial", "conviction", "extradition",
    "deportation", "imprisonment", "abduction", "kidnapping", "whereabouts", "fate", "freedom", "safety", "murder",
})  # fmt: skip
"""Nouns for what is done to somebody, whom their possessive names."""
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her", "hers"})
_THEY = frozenset({"they", "them", "their", "theirs"})
_IT = frozenset({"it", "its"})
_WE = frozenset({"we", "us", "our", "ours", "i", "me", "my"})


def pronoun(memory: Memory, doc: Tokens, sentence: int, token: Token) -> tuple[Referent, ...]:
    """Who a third-person pronoun means: the last fitting subject in this sentence or the one before."""
    fits = _fitting(token.lower_)
    if fits is None:
        return ()
    barred = _co_arguments(doc, token)
    doing = {_codes(each) for i in barred if doc[i].tag_ == "PRP" for each in pronoun(memory, doc, sentence, doc[i])}
    if token.lower_ == "their":
        doing |= _states_doing(memory, doc, sentence, token)
    said = (
        _parallel(memory, doc, sentence, token, fits)
        or _suffering(memory, doc, sentence, token, fits)
        or _asked(memory, doc, sentence, token, fits)
    )
    if said is None:
        said = _antecedent(
            memory,
            sentence,
            token,
            lambda said: fits(said) and not _covers(said, sentence, barred) and _codes(said.referent) not in doing,
        )
    if said is None:
        return ()
    return tuple(each.at(token.i, token.i + 1, "pronoun") for each in (said.group or (said.referent,)))


def _codes(referent: Referent) -> tuple[str | None, str | None, str | None]:
    """What tells two parties apart: "he would discuss it with him" speaks of two."""
    return referent.name, referent.country, referent.sector


def speaker_of(doc: Tokens, token: Token) -> Token | None:
    """Who speaks the quotation that "we" stands in: the subject of the sentence's verb of speech."""
    if token.lower_ not in _WE:
        return None
    for verb in doc:
        if verb.pos_ == "VERB" and verb.lemma_ in SPEECH and not _quoted(verb, doc):
            for subject in doc:
                if subject.dep_ in SUBJECTS and subject.head is verb and subject.lower_ not in _WE:
                    return subject
    return None


def relative_subject(token: Token, doc: Tokens) -> Token | None:
    """The noun of the relative clause in which it is said: "Islamabad, which says it shot down five jets"."""
    if token.dep_ not in SUBJECTS or token.lower_ not in _IT | _THEY | _HE | _SHE:
        return None
    verb = token.head
    while verb.dep_ in ("ccomp", "conj", "xcomp") and verb.head.i < verb.i:
        verb = verb.head
    if verb is token.head or not verb.dep_.startswith("acl"):
        return None
    told = any(each.tag_ in ("WDT", "WP") for each in _subjects_of(verb, doc))
    return verb.head if told and verb.head.i < verb.i else None


def fits_pronoun(token: Token, referent: Referent) -> bool:
    """Whether the pronoun can mean the party."""
    fits = _fitting(token.lower_)
    return fits is not None and fits(Said(sentence=0, referent=referent, subject=1))


def named_beside(token: Token) -> Token | None:
    """Whose his are: "the release of Keita and his cabinet" speaks of Keita's, whoever demands it."""
    noun = token.head
    if token.tag_ != "PRP$":
        return _relative_owner(token) if token.tag_ == "WP$" else None
    if token.lower_ == "its":
        return _owner_before(noun)
    if token.lower_ not in ("his", "her") or noun.dep_ != "conj":
        return None
    first = noun.head
    return first if first.i < token.i and first.pos_ == "PROPN" else None


def _relative_owner(whose: Token) -> Token | None:
    """ "Togo, whose prime minister …": the noun of the relative clause."""
    clause = next((each for each in (whose.head, whose.head.head) if each.dep_.startswith("acl")), None)
    return clause.head if clause is not None and clause.head.i < whose.i else None


def _owner_before(noun: Token) -> Token | None:
    """ "An end to Mali's war and a withdrawal of its troops": whose the first thing of a list is."""
    while noun.dep_ in ("nmod", "obl") and noun.head.i < noun.i and noun.head.pos_ == "NOUN":
        noun = noun.head
    things = [noun.head] if noun.dep_ == "conj" and noun.head.i < noun.i else []
    for thing in (
        *things,
        *(each for first in things for each in first.doc if each.head is first and each.i > first.i),
    ):
        owner = next((each for each in thing.doc if each.dep_ == "nmod:poss" and each.head is thing), None)
        if owner is not None and owner.i < noun.i:
            return owner if owner.pos_ == "PROPN" else None
    return None


def _antecedent(memory: Memory, sentence: int, token: Token, fits: Callable[[Said], bool]) -> Said | None:
    """The last fitting subject here, in the sentence before, and only then somebody who was no subject."""
    others = _POSSESSIVE if token.tag_ == "PRP$" and token.lower_ != "their" else _PRONOUN_REACH
    for least, reach in ((1, 0), (2, _PRONOUN_REACH), (1, _PRONOUN_REACH), (0, others)):
        if least == 0 and token.dep_ in SUBJECTS and token.lower_ not in _HE | _SHE:
            break
        found = memory.last(sentence, token.i, lambda said, least=least: said.subject >= least and fits(said), reach)  # type: ignore[misc]
        if found is not None:
            return found
        if reach == 0 and token.lower_ in _THEY and token.dep_ in SUBJECTS:  # "ordered the doctors to work, but they …"
            found = memory.last(sentence, token.i, lambda said: said.referent.plural and fits(said), 0)
            if found is not None:
                return found
    return None


def _parallel(memory: Memory, doc: Tokens, sentence: int, token: Token, fits: Callable[[Said], bool]) -> Said | None:
    """ "Dragged two patients out and shot them": the object of the verb that the pronoun's verb goes on from."""
    verb = token.head
    if token.dep_ != "obj" or verb.dep_ != "conj" or _subjects_of(verb, doc):
        return None
    objects = {each.i for each in doc[: token.i] if each.dep_ == "obj" and each.head is verb.head}
    if not objects:
        return None
    return memory.last(sentence, token.i, lambda said: fits(said) and _covers(said, sentence, frozenset(objects)), 0)


def _asked(memory: Memory, doc: Tokens, sentence: int, token: Token, fits: Callable[[Said], bool]) -> Said | None:
    """ "Russia urged Turkey to withdraw its troops": whose they are is who is asked, and not who asks."""
    if token.tag_ != "PRP$":
        return None
    verb = token.head.head
    while verb.dep_ in ("conj", "nmod") and verb.head.i < verb.i and not _subjects_of(verb, doc):
        verb = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl", "ccomp") or _subjects_of(verb, doc):
        return None
    above = verb.head
    if above.lemma_ not in _ASKING or verb.i < above.i:
        return None
    asked = frozenset(
        place
        for each in doc[above.i : verb.i]
        if each.dep_ in ("obj", "iobj", "obl") and each.head is above
        for place in range(each.first_below, each.i + 1)
    )
    return memory.last(sentence, token.i, lambda said: fits(said) and _covers(said, sentence, asked), 0)


def _suffering(memory: Memory, doc: Tokens, sentence: int, token: Token, fits: Callable[[Said], bool]) -> Said | None:
    """ "Police arrested two nurses. A judge ordered their release": people, and not the subject that has it done."""
    if token.tag_ != "PRP$" or token.head.lemma_ not in _SUFFERED or token.lower_ in _IT:
        return None
    verb = token.head.head
    doing = frozenset(each.i for each in _subjects_of(verb, doc))
    if not doing:
        return None

    def patient(said: Said) -> bool:
        folk = said.referent.person or (said.referent.origin == "role" and said.referent.role is not None)
        body = said.referent.role is not None and said.referent.role.kind in ("body", "site")
        return fits(said) and folk and not body and not _covers(said, sentence, doing)

    return memory.last(sentence, token.i, lambda said: patient(said) and said.sentence == sentence, 0) or (
        memory.last(sentence, token.i, lambda said: patient(said) and not said.subject, _PRONOUN_REACH)
    )


def _co_arguments(doc: Tokens, token: Token) -> frozenset[int]:
    """Subjects of the verb that the pronoun is an object of: "the cleric told him" speaks of two people."""
    if token.tag_ == "PRP$":
        return _attackers(doc, token)
    if token.tag_ != "PRP" or token.dep_ in SUBJECTS:
        return frozenset()
    verbs = [token.head]
    while verbs[-1].dep_ in ("conj", "xcomp") and verbs[-1].head.i != verbs[-1].i and not _subjects_of(verbs[-1], doc):
        above = verbs[-1].head
        if verbs[-1].dep_ == "xcomp":  # "dared the police to arrest him": the police, not who dared them
            made = [each.i for each in doc if each.dep_ in ("obj", "iobj") and each.head is above]
            if made and made[-1] < verbs[-1].i:
                return frozenset(made)
        verbs.append(above)
    return frozenset(each.i for verb in verbs for each in _subjects_of(verb, doc))


def _states_doing(
    memory: Memory, doc: Tokens, sentence: int, token: Token
) -> set[tuple[str | None, str | None, str | None]]:
    """A state is one: "Brussels froze their assets" are not its own, by whatever name."""
    doing = frozenset(each.i for each in _subjects_of(token.head.head, doc))
    found = next((s for s in memory.before(sentence, token.i) if _covers(s, sentence, doing) and not s.group), None)
    if found is None or found.referent.origin != "state":
        return set()
    country, sector = found.referent.country, found.referent.sector
    return {_codes(s.referent) for s in memory.said if (s.referent.country, s.referent.sector) == (country, sector)}


def _attackers(doc: Tokens, owner: Token) -> frozenset[int]:
    """Who harms what the possessive owns, and so is not its owner: "said the rebels had attacked its bases"."""
    noun = owner.head
    while noun.dep_ in ("nmod", "conj") and noun.head.i < noun.i and noun.head.pos_ in ("NOUN", "NUM", "PROPN"):
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in ("obj", "obl", "nsubj:pass") or verb.lemma_ not in _HARMING:
        return frozenset()
    doing = _subjects_of(verb, doc) if noun.dep_ != "nsubj:pass" else []
    if not doing and verb.dep_ == "conj":
        doing = _subjects_of(verb.head, doc)
    if not doing and verb.tag_ == "VBG":  # "accused Mali of attacking its villages"
        doing = [each for each in doc if each.dep_ in ("obj", "obl") and each.head is verb.head and each.i < verb.i]
    return frozenset(each.i for each in doing)


def _subjects_of(verb: Token, doc: Tokens) -> list[Token]:
    return [each for each in doc if each.dep_ in SUBJECTS and each.head is verb]


def _fitting(word: str) -> Callable[[Said], bool] | None:
    if word in _HE:
        return lambda said: _human(said) and said.referent.kind != "woman"
    if word in _SHE:
        return lambda said: _human(said) and not _man(said.referent)
    if word in _THEY:
        return lambda said: bool(said.group) or said.referent.plural or said.referent.origin == "organisation"
    if word in _IT:
        return lambda said: not said.group and not said.referent.plural and _thing(said.referent)
    return None


def _covers(said: Said, sentence: int, barred: frozenset[int]) -> bool:
    return said.sentence == sentence and any(said.referent.start <= each < said.referent.end for each in barred)


def _human(said: Said) -> bool:
    """Whether one human being is meant, by name or by a noun for one: "the losing candidate"."""
    found = said.referent
    if said.group or found.plural:
        return False
    role = found.role
    return found.person or (
        found.origin == "role" and role is not None and ("person" in role.refers or role.kind in ("people", "office"))
    )


def _man(referent: Referent) -> bool:
    return referent.kind == "person"


def _thing(referent: Referent) -> bool:
    return referent.origin in ("state", "organisation", "name") or (
        referent.origin == "role" and referent.role is not None and referent.role.kind in ("body", "unit")
    )


def _quoted(token: Token, doc: Tokens) -> bool:
    """Whether the token stands between quotation marks."""
    return sum(each.text in ('"', "“", "”", "„") for each in doc[: token.i]) % 2 == 1


def is_subject(token: Token) -> int:
    """2 for a subject of the sentence's root, 1 for any other subject, 0 for none."""
    while token.dep_ in ("flat", "compound", "conj", "appos", "nmod:desc", "goeswith") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):  # "Doe, the candidate, called …", its verb misread
        return 2
    if token.dep_ not in SUBJECTS:
        return 0
    return 2 if token.head.dep_ == "ROOT" else 1
