"""Names for a treebank that marks none: its tags say where proper nouns stand, a first recognizer says of what kind.

What neither the recognizer nor a clear majority of its other answers knows is left open, neither name nor no name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.language.training.conllu import Tree
from extractors.language.training.gum_names import PROPER, TITLES
from extractors.language.training.named import Named, from_tree

DATES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "mon", "tue", "wed",
        "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "am", "pm", "est", "cst", "pst", "gmt", "mr.", "ms.", "mrs.", "dr.",
    }
)  # fmt: skip
"""Proper nouns that are never a person, organization or place."""
ENOUGH_VOTES = 3
CLEAR = 0.8


def silver_docs(trees: Sequence[Tree], recognizer: Language, known: Iterable[Named]) -> Iterator[Doc]:
    """The trees' sentences with names, each proper noun of unknown kind left open."""
    docs = [_plain_doc(tree, recognizer) for tree in trees]
    found = list(recognizer.pipe(docs))
    votes: dict[str, Counter[str]] = {}
    for words, label in (*_gold_names(known), *((_key(span), span.label_) for doc in found for span in doc.ents)):
        votes.setdefault(words, Counter())[label] += 1
    for tree, doc in zip(trees, found, strict=True):
        names = [_whole(span, tree) for span in doc.ents if _holds_proper_noun(span, tree)]
        taken = {token.i for span in names for token in span}
        open_runs: list[Span] = []
        for run in _proper_runs(doc, tree):
            if taken.isdisjoint(token.i for token in run):
                label = _clear_majority(votes.get(_key(run), Counter()))
                (names if label else open_runs).append(Span(doc, run.start, run.end, label=label))
        doc.set_ents(filter_spans(names), missing=open_runs, default="outside")
        yield doc


def _plain_doc(tree: Tree, nlp: Language) -> Doc:
    sentence = from_tree(tree)
    return Doc(nlp.vocab, words=list(sentence.words), spaces=list(sentence.spaces))


def _gold_names(sentences: Iterable[Named]) -> Iterator[tuple[str, str]]:
    for sentence in sentences:
        for first, end, label in sentence.names:
            yield " ".join(sentence.words[first:end]), label


def _key(span: Span) -> str:
    return " ".join(token.text for token in span)


def _is_proper(place: int, tree: Tree) -> bool:
    word = tree.words[place]
    return word.xpos in PROPER and word.form.lower() not in DATES | TITLES


def _holds_proper_noun(span: Span, tree: Tree) -> bool:
    return any(_is_proper(token.i, tree) for token in span)


def _whole(span: Span, tree: Tree) -> Span:
    """The span with the proper nouns that belong to the same name on both sides."""
    first, end = span.start, span.end
    while first and _is_proper(first - 1, tree) and _linked(first - 1, first, tree):
        first -= 1
    while end < len(tree.words) and _is_proper(end, tree) and _linked(end - 1, end, tree):
        end += 1
    return Span(span.doc, first, end, label=span.label_)


def _linked(left: int, right: int, tree: Tree) -> bool:
    """Whether two neighbours are parts of one name by the tree."""
    pair = (tree.words[left], tree.words[right])
    return any(word.dep in ("flat", "compound") for word in pair) and (
        pair[0].head in (right, pair[1].head) or pair[1].head in (left, pair[0].head)
    )


def _proper_runs(doc: Doc, tree: Tree) -> Iterator[Span]:
    """Proper nouns, those of one name together."""
    first = 0
    while first < len(doc):
        end = first + 1
        if _is_proper(first, tree):
            while end < len(doc) and _is_proper(end, tree) and _linked(end - 1, end, tree):
                end += 1
            yield doc[first:end]
        first = end


def _clear_majority(votes: Counter[str]) -> str:
    """The kind that nearly all mentions have, or nothing."""
    if votes.total() < ENOUGH_VOTES:
        return ""
    label, count = votes.most_common(1)[0]
    return label if count >= CLEAR * votes.total() else ""
