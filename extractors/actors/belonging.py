"""What may own what: the phrase behind "of" and the nouns that only count or bundle others."""

from extractors.actors.anaphora import is_subject
from extractors.actors.entry import Role
from extractors.actors.modifying import MODIFIER_LABELS
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent
from extractors.language.tokens import Tokens

COUNTS = frozenset({"hundreds", "thousands", "tens of thousands", "hundreds of thousands", "dozens", "scores",
                     "millions", "many", "some", "several", "hundred", "dozen"})  # fmt: skip
COUNTED = frozenset({"tens", "hundreds", "dozens", "scores", "thousands"})
"""What counts a count."""
HARMING = frozenset({"kill", "wound", "injure", "shoot", "massacre", "slaughter", "behead", "abduct", "kidnap",
                      "arrest", "detain", "displace", "evacuate", "rescue", "free", "slay",
                      "hang", "execute", "jail", "imprison", "hospitalize", "hurt", "sentence", "expel"})  # fmt: skip
"""Verbs whose object is people, be it only a number: "kills 36 in Ituri"."""
BANDS = frozenset({"group", "crowd", "gang", "band", "team", "mob", "convoy", "column", "delegation", "contingent"})
"""Nouns that only bundle those who follow: "a group of armed men"."""


def counts(piece: Piece) -> bool:
    """Whether a word only counts: "all sides"."""
    return piece.role is not None and piece.role.kind == "part"


def followed(referent: Referent, role: Role) -> bool:
    """Whether people after "of" or "for" are those whom a noun bundles or speaks for."""
    bundles = role.singular in BANDS or role.kind in ("member", "office")
    return bundles and referent.plural and referent.origin == "role" and referent.coded


def owns(referent: Referent) -> bool:
    """Whether a phrase after "of" can be what a role belongs to."""
    return referent.origin in ("state", "place", "organisation", "person", "name") or bool(
        referent.role and referent.role.kind in ("body", "unit", "armed")
    )


def bare(doc: Tokens, phrase: Phrase, last: Piece) -> bool:
    """Whether the phrase is but a modifier: a nationality, or a singular noun without an article."""
    if len(phrase.segments) != 1:
        return False
    token = doc[last.end - 1]
    if last.kind == "demonym":
        return last.demonym is not None and not last.demonym.noun
    first = doc[phrase.start]
    if first.pos_ == "DET" and last.kind != "entity":
        return False
    if last.role is not None:
        return token.tag_ == "NN" and last.role.kind in ("body", "armed", "unit", "member")
    return last.kind == "entity" and token.dep_ in MODIFIER_LABELS and token.head.i > last.end


def counted_people(doc: Tokens, phrase: Phrase, head: Piece | None, home: str | None) -> tuple[Referent, ...]:
    """People who are only a number: "10,000 have fled", "dozens were killed"."""
    last = doc[phrase.end - 1]
    if head.role.singular not in COUNTS if head is not None and head.role is not None else last.pos_ != "NUM":
        return ()
    while last.dep_ == "nmod" and last.head.lower_ in COUNTED:
        last = last.head  # "tens of thousands"
    driven = last.dep_ == "obj" and (last.lower_ in COUNTS or last.head.lemma_ in HARMING)
    if (is_subject(last) == 0 and not driven) or last.text == "one":
        return ()
    return (
        Referent(
            start=phrase.start, end=phrase.end, country=home, sector="CVL", origin="role",
            plural=True, method="count",
        ),
    )  # fmt: skip
