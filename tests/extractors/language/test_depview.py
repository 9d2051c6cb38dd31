"""One view, two schemes: the same sentence as Universal Dependencies and as CLEAR gives the same answers.

The CLEAR trees are made by hand after en_core_web_sm's conventions.
"""

from dataclasses import dataclass

import pytest
import spacy
from spacy.tokens import Doc

from extractors.language.depview import DepView
from extractors.language.tokens import Token, Tokens

VOCAB = spacy.blank("en").vocab


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in both schemes; heads are token numbers."""

    words: str
    lemmas: str
    ud: tuple[tuple[int, str], ...]
    clear: tuple[tuple[int, str], ...]

    def doc(self, *, ud: bool) -> Tokens:
        arcs = self.ud if ud else self.clear
        return Tokens(
            Doc(
                VOCAB,
                words=self.words.split(),
                lemmas=self.lemmas.split(),
                heads=[head for head, _ in arcs],
                deps=[dep for _, dep in arcs],
            )
        )


PASSIVE = Both(
    words="400 civilians have been killed in Aleppo by government forces",
    lemmas="400 civilian have be kill in Aleppo by government force",
    ud=(
        (1, "nummod"), (4, "nsubj:pass"), (4, "aux"), (4, "aux:pass"), (4, "ROOT"),
        (6, "case"), (4, "obl"), (9, "case"), (9, "compound"), (4, "obl:agent"),
    ),
    clear=(
        (1, "nummod"), (4, "nsubjpass"), (4, "aux"), (4, "auxpass"), (4, "ROOT"),
        (4, "prep"), (5, "pobj"), (4, "agent"), (9, "compound"), (7, "pobj"),
    ),
)  # fmt: skip
COORDINATED = Both(
    words="Russia and Turkey attacked and did not spare rebels",
    lemmas="Russia and Turkey attack and do not spare rebel",
    ud=(
        (3, "nsubj"), (2, "cc"), (0, "conj"), (3, "ROOT"), (7, "cc"), (7, "aux"), (7, "advmod"), (3, "conj"),
        (7, "obj"),
    ),
    clear=(
        (3, "nsubj"), (0, "cc"), (0, "conj"), (3, "ROOT"), (3, "cc"), (7, "aux"), (7, "neg"), (3, "conj"),
        (7, "dobj"),
    ),
)  # fmt: skip
SAID = Both(
    words="Police said rebels , militias and gangs fled out of town",
    lemmas="police say rebel , militia and gang flee out of town",
    ud=(
        (1, "nsubj"), (1, "ROOT"), (7, "nsubj"), (4, "punct"), (2, "conj"), (6, "cc"), (2, "conj"), (1, "ccomp"),
        (10, "case"), (8, "fixed"), (7, "obl"),
    ),
    clear=(
        (1, "nsubj"), (1, "ROOT"), (7, "nsubj"), (2, "punct"), (2, "conj"), (4, "cc"), (4, "conj"), (1, "ccomp"),
        (7, "prep"), (8, "prep"), (9, "pobj"),
    ),
)  # fmt: skip

both_schemes = pytest.mark.parametrize(
    "ud", [pytest.param(True, id="Universal Dependencies"), pytest.param(False, id="CLEAR")]
)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


@both_schemes
def test_a_passive_tells_target_agent_and_place(ud: bool) -> None:
    view, killed = DepView(ud=ud), PASSIVE.doc(ud=ud)[4]
    assert view.passive(killed)
    assert texts(view.actors(killed)) == ["forces"]
    assert texts(view.targets(killed)) == ["civilians"]
    assert ("in", "Aleppo") in [(preposition, noun.text) for preposition, noun in view.obliques(killed)]


@both_schemes
def test_a_second_verb_inherits_the_subjects_of_the_first(ud: bool) -> None:
    view, doc = DepView(ud=ud), COORDINATED.doc(ud=ud)
    assert texts(view.actors(doc[7])) == ["Russia", "Turkey"]
    assert texts(view.targets(doc[7])) == ["rebels"]
    assert view.negated(doc[7])
    assert not view.negated(doc[3])


@both_schemes
def test_a_speech_verb_gives_what_was_said_and_lists_are_flat(ud: bool) -> None:
    view, doc = DepView(ud=ud), SAID.doc(ud=ud)
    assert texts(view.complements(doc[1])) == ["fled"]
    assert texts(view.subjects(doc[7])) == ["rebels", "militias", "gangs"]
    assert ("out of", "town") in [(preposition, noun.text) for preposition, noun in view.obliques(doc[7])]
