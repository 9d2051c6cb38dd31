"""Pronouns: the last party that fits, or none."""

from collections.abc import Callable

from extractors.actors.memory import Memory, Said
from extractors.actors.referent import Referent
from extractors.actors.words import Word, Words
from extractors.language.depview import SUBJECTS

SPEECH = frozenset({"say", "tell", "add", "announce", "state", "write", "note", "stress", "explain", "argue", "claim",
                    "warn", "insist", "declare", "report", "confirm", "tweet", "comment", "continue"})  # fmt: skip
_PRONOUN_REACH = 1
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her", "hers"})
_THEY = frozenset({"they", "them", "their", "theirs"})
_IT = frozenset({"it", "its"})
_WE = frozenset({"we", "us", "our", "ours", "i", "me", "my"})


def pronoun(memory: Memory, sentence: int, token: Word) -> tuple[Referent, ...]:
    """Who a third-person pronoun means: the last fitting subject in this sentence or the one before."""
    fits = _fitting(token.lower_)
    if fits is None:
        return ()
    said = _last_subject(memory, sentence, token, fits)
    if said is None:
        return ()
    return tuple(each.at(token.i, token.i + 1, "pronoun") for each in (said.group or (said.referent,)))


def speaker_of(doc: Words, token: Word) -> Word | None:
    """Who speaks the quotation that "we" stands in: the subject of the sentence's verb of speech."""
    if token.lower_ not in _WE:
        return None
    for verb in doc:
        if verb.pos_ == "VERB" and doc.lemma(verb.i) in SPEECH and not _quoted(verb, doc):
            for subject in doc:
                if subject.dep_ in SUBJECTS and subject.head is verb and subject.lower_ not in _WE:
                    return subject
    return None


def _last_subject(memory: Memory, sentence: int, token: Word, fits: Callable[[Said], bool]) -> Said | None:
    here = memory.last(sentence, token.i, lambda said: said.subject > 0 and fits(said), 0)
    if here is not None:
        return here
    main = memory.last(sentence, token.i, lambda said: said.subject == 2 and fits(said), _PRONOUN_REACH)
    return main or memory.last(sentence, token.i, lambda said: said.subject > 0 and fits(said), _PRONOUN_REACH)


def _fitting(word: str) -> Callable[[Said], bool] | None:
    if word in _HE:
        return lambda said: not said.group and said.referent.person and said.referent.kind != "woman"
    if word in _SHE:
        return lambda said: not said.group and said.referent.person and not _man(said.referent)
    if word in _THEY:
        return lambda said: bool(said.group) or said.referent.plural or said.referent.origin == "organisation"
    if word in _IT:
        return lambda said: not said.group and not said.referent.plural and _thing(said.referent)
    return None


def _man(referent: Referent) -> bool:
    return referent.kind == "person"


def _thing(referent: Referent) -> bool:
    return referent.origin in ("state", "organisation", "name") or (
        referent.origin == "role" and referent.role is not None and referent.role.kind in ("body", "unit")
    )


def _quoted(token: Word, doc: Words) -> bool:
    """Whether the token stands between quotation marks."""
    return sum(each.text in ('"', "“", "”", "„") for each in doc[: token.i]) % 2 == 1


def is_subject(token: Word) -> int:
    """2 for a subject of the sentence's root, 1 for any other subject, 0 for none."""
    while token.dep_ in ("flat", "compound", "conj", "appos", "nmod:desc", "goeswith") and token.head.i != token.i:
        token = token.head
    if token.dep_ not in SUBJECTS:
        return 0
    return 2 if token.head.dep_ == "ROOT" else 1
