"""Read a dependency tree without knowing its scheme: Universal Dependencies (our model) or CLEAR (en_core_web_*)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from extractors.errors import UsageError
from extractors.language.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj", "iobj", "dobj", "dative"})
PASSIVE = frozenset({"nsubj:pass", "aux:pass", "nsubjpass", "auxpass", "obl:agent", "agent"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked", "obl:tmod", "nmod:unmarked"})
RELATIVE = frozenset({"acl", "acl:relcl", "relcl"})


def view_for(nlp: Language) -> "DepView":
    """The view that fits the model's labels; UsageError when its scheme is neither UD nor CLEAR."""
    labels = set(nlp.get_pipe("parser").labels) if "parser" in nlp.pipe_names else set()  # type: ignore[attr-defined]
    if labels & {"nsubj:pass", "obl"}:
        return DepView(ud=True)
    if labels & {"nsubjpass", "pobj"}:
        return DepView(ud=False)
    raise UsageError(f"the language model's parser speaks neither UD nor CLEAR labels: {', '.join(sorted(labels)[:8])}")


def children(token: Token, labels: frozenset[str]) -> list[Token]:
    """Children with one of the labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


@dataclass(frozen=True, slots=True)
class DepView:
    """Questions the coder asks of a tree, answered alike for both schemes. Lists are in text order."""

    ud: bool

    def passive(self, verb: Token) -> bool:
        """Whether the verb is passive, an agent or auxiliary showing it."""
        return bool(children(verb, PASSIVE))

    def conjuncts(self, token: Token) -> list[Token]:
        """Tokens coordinated with this one, without it: flat in UD, a chain in CLEAR."""
        found: list[Token] = []
        for child in children(token, frozenset({"conj"})):
            found.append(child)
            if not self.ud:
                found += self.conjuncts(child)
        return found

    def with_conjuncts(self, tokens: list[Token]) -> list[Token]:
        """Each token followed by its conjuncts."""
        return [each for token in tokens for each in (token, *self.conjuncts(token))]

    def carrier(self, predicate: Token) -> Token:
        """The token that carries subject and obliques: the copula in CLEAR, the predicate itself otherwise."""
        if not self.ud and predicate.dep_ in ("attr", "acomp") and predicate.head.lemma_ == "be":
            return predicate.head
        return predicate

    def subjects(self, verb: Token, *, inherit: bool = True) -> list[Token]:
        """Grammatical subjects; inherited from the first conjunct or the controlling verb unless told otherwise."""
        verb = self.carrier(verb)
        found = children(verb, SUBJECTS)
        if found:
            return self.with_conjuncts(found)
        if inherit and verb.dep_ in ("conj", "xcomp"):
            return self.subjects(verb.head)
        return [verb.head] if verb.dep_ in RELATIVE else []

    def agents(self, verb: Token) -> list[Token]:
        """The "by" phrase of a passive."""
        if not self.ud:
            return [noun for by in children(verb, frozenset({"agent"})) for noun in children(by, frozenset({"pobj"}))]
        found = children(verb, frozenset({"obl:agent"}))
        if not found and self.passive(verb):
            found = [noun for noun in children(verb, frozenset({"obl"})) if self.preposition(noun) == "by"]
        return found

    def actors(self, verb: Token) -> list[Token]:
        """Who did it: agents of a passive, subjects of an active verb."""
        return self.with_conjuncts(self.agents(verb)) if self.passive(verb) else self.subjects(verb)

    def targets(self, verb: Token) -> list[Token]:
        """To whom it was done: subjects of a passive, objects of an active verb."""
        if self.passive(verb):
            return self.subjects(verb)
        return self.with_conjuncts(children(verb, OBJECTS))

    def preposition(self, noun: Token) -> str:
        """The preposition of a UD noun, fixed expressions whole ("according to")."""
        words: list[str] = []
        for case in children(noun, frozenset({"case"})):
            words += [case.lower_, *(fixed.lower_ for fixed in children(case, frozenset({"fixed"})))]
        return " ".join(words)

    def obliques(self, token: Token) -> list[tuple[str, Token]]:
        """(preposition, noun) pairs that hang on a verb or noun; conjuncts repeat the preposition."""
        if self.ud:
            pairs = [(self.preposition(noun), noun) for noun in children(token, OBLIQUES)]
            return [(prep, each) for prep, noun in pairs for each in (noun, *self.conjuncts(noun))]
        return [*self._clear_obliques(token), *(("", noun) for noun in children(token, frozenset({"npadvmod"})))]

    def _clear_obliques(self, token: Token) -> Iterator[tuple[str, Token]]:
        for prep in children(token, frozenset({"prep", "agent"})):
            for noun in children(prep, frozenset({"pobj", "pcomp"})):
                for each in (noun, *self.conjuncts(noun)):
                    yield prep.lower_, each
            for inner in children(prep, frozenset({"prep"})):
                for noun in children(inner, frozenset({"pobj"})):
                    yield f"{prep.lower_} {inner.lower_}", noun

    def negated(self, token: Token) -> bool:
        """Whether the predicate itself carries a negation."""
        return any(
            child.dep_ == "neg" or (child.dep_ in ("advmod", "det") and child.lower_ in NEGATIONS)
            for child in self.carrier(token).children
        )

    def complements(self, verb: Token) -> list[Token]:
        """Clauses that a speech verb gives as said; for an inserted "X said", the clause it interrupts."""
        found = children(verb, frozenset({"ccomp", "parataxis"}))
        return found or ([verb.head] if verb.dep_ == "parataxis" else [])
