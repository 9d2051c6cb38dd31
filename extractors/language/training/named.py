"""Sentences with marked names from corpora without trees: WikiGold, CrossNER, and UNER's layer over EWT and PUD."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.language.training.conllu import Span as NameSpan
from extractors.language.training.conllu import Tree

LABELS = frozenset({"PER", "ORG", "LOC"})
CROSSNER_LABELS = {
    **dict.fromkeys(("person", "politician", "musicalartist", "writer", "scientist", "researcher"), "PER"),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band"), "ORG"),
    **dict.fromkeys(("country", "location"), "LOC"),
}
CROSSNER_DOMAINS = ("politics", "literature", "science", "music", "ai")
CLOSING = frozenset(
    {
        ",", ".", ";", ":", "?", "!", ")", "]", "'s", "n't", "%", "'re", "'ve", "'ll", "'d", "'m", "’s", "''", "”",
    }
)  # fmt: skip
OPENING = frozenset({"(", "[", "$", "``", "“"})


@dataclass(frozen=True, slots=True)
class Named:
    """A tokenised sentence and its names."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[NameSpan, ...]

    def make_doc(self, vocab: Vocab) -> Doc:
        """A spaCy document with nothing but names."""
        doc = Doc(vocab, words=list(self.words), spaces=list(self.spaces))
        doc.set_ents([Span(doc, first, end, label=label) for first, end, label in self.names])
        return doc


def from_tree(tree: Tree) -> Named:
    """A treebank sentence without its tree."""
    return Named(
        tuple(word.form for word in tree.words), tuple(word.space_after for word in tree.words), tree.names or ()
    )


def marked_names(tree: Tree) -> tuple[NameSpan, ...]:
    """Names as our own trees mark them: `Name=B-LOC`, `Name=I-LOC` in the last column."""
    tags = [re.sub(r"^(?:.*\|)?Name=([^|]+).*$|^.*$", r"\1", word.misc) or "O" for word in tree.words]
    return tuple(_spans(tags, {label: label for label in LABELS}))


def read_wikigold(path: Path) -> Iterator[Named]:
    """WikiGold: a word and its tag in a line, IOB1."""
    for rows in _tables(path, " "):
        yield _from_tags([row[0] for row in rows], [row[1] for row in rows], {label: label for label in LABELS})


def read_crossner(folder: Path) -> Iterator[Named]:
    """CrossNER's open domains, its many labels mapped to three; labels that are none of them become no name."""
    for domain in CROSSNER_DOMAINS:
        for split in ("train", "dev", "test"):
            for rows in _tables(folder / domain / f"{split}.txt", "\t"):
                yield _from_tags([row[0] for row in rows], [row[1] for row in rows], CROSSNER_LABELS)


def with_uner(trees: Iterable[Tree], layer: Path) -> tuple[Tree, ...]:
    """The trees that UNER has, with its names; the two are joined by their letters, as tokens may differ."""
    by_letters: dict[str, list[tuple[str, str]]] = {}
    for rows in _tables(layer, "\t"):
        pairs = [(row[1], row[2]) for row in rows]
        by_letters["".join("".join(word.split()) for word, _ in pairs)] = pairs
    return tuple(
        replace(tree, names=_aligned(tree, by_letters[tree.letters])) for tree in trees if tree.letters in by_letters
    )


def _aligned(tree: Tree, pairs: list[tuple[str, str]]) -> tuple[NameSpan, ...]:
    """UNER's tags on the tree's tokens: a token has the tag of its first letter."""
    letters = [(tag, not place) for word, tag in pairs for place in range(len("".join(word.split())))]
    tags: list[str] = []
    position = 0
    for word in tree.words:
        tag, first = letters[position]
        tags.append(tag if first or tag == "O" else f"I-{tag[2:]}")
        position += len("".join(word.form.split()))
    return tuple(_spans(tags, {label: label for label in LABELS}))


def _tables(path: Path, separator: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in (raw.rstrip("\n") for raw in lines):
            if not line.strip():
                if rows:
                    yield rows
                rows = []
            elif not (separator == "\t" and line.startswith("# ")):
                rows.append(line.split(separator))
    if rows:
        yield rows


def _spans(tags: Sequence[str], labels: Mapping[str, str]) -> Iterator[NameSpan]:
    first = 0
    while first < len(tags):
        end = first + 1
        kind = tags[first][2:]
        while kind and end < len(tags) and tags[end] == f"I-{kind}":
            end += 1
        if kind in labels:
            yield first, end, labels[kind]
        first = end


def _from_tags(words: Sequence[str], tags: Sequence[str], labels: Mapping[str, str]) -> Named:
    plain = ['"' if word in ("``", "''") else word for word in words]
    return Named(tuple(plain), tuple(_guess_spaces(plain)), tuple(_spans(tags, labels)))


def _guess_spaces(words: Sequence[str]) -> list[bool]:
    """Where a blank stood before tokenisation, by the usual rules of English punctuation."""
    spaces = [True] * len(words)
    quotes = 0
    for index, word in enumerate(words):
        opens = word in OPENING or (word == '"' and quotes % 2 == 0)
        closes = word in CLOSING or (word == '"' and quotes % 2 == 1)
        quotes += word == '"'
        if opens:
            spaces[index] = False
        if closes and index:
            spaces[index - 1] = False
    return spaces
