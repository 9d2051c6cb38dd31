"""Read CoNLL-U files into plain values. Knows the format, not the corpora."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

Span = tuple[int, int, str]
"""First token, token behind the last one, label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word; `head` is an index in the sentence, its own for the root."""

    form: str
    upos: str
    xpos: str
    feats: str
    lemma: str
    head: int
    dep: str
    misc: str
    space_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One sentence with its names, where the corpus marks any (None: it does not)."""

    document: str
    sent_id: str
    words: tuple[Word, ...]
    names: tuple[Span, ...] | None = None

    @property
    def letters(self) -> str:
        """The text without blanks: equal for two tokenisations of one sentence."""
        return re.sub(r"\s", "", "".join(word.form for word in self.words))

    def with_names(self, names: tuple[Span, ...]) -> "Tree":
        """The same sentence with these names."""
        return replace(self, names=names)


def read_trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a file; empty nodes are dropped, words of one token written together."""
    document, sent_id = path.stem, ""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in (raw.rstrip("\n") for raw in lines):
            if line.startswith("# newdoc"):
                document = line.split("=", 1)[-1].strip()
            elif line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield Tree(document=document, sent_id=sent_id, words=tuple(_words(rows)))
                rows = []
    if rows:
        yield Tree(document=document, sent_id=sent_id, words=tuple(_words(rows)))


def _words(rows: list[list[str]]) -> Iterator[Word]:
    last_of_token, space_behind_token = 0, True
    for number, form, lemma, upos, xpos, feats, head, dep, _, misc in rows:
        space = "SpaceAfter=No" not in misc.split("|")
        if "-" in number:
            last_of_token, space_behind_token = int(number.split("-")[1]), space
        if not number.isdigit():
            continue
        index = int(number)
        if index <= last_of_token:
            space = index == last_of_token and space_behind_token
        yield Word(
            form=form.replace(" ", "\u00a0"),
            upos=upos,
            xpos=xpos,
            feats="" if feats == "_" else feats,
            lemma=lemma,
            head=int(head) - 1 if head != "0" else index - 1,
            dep="ROOT" if dep == "root" else dep,
            misc=misc,
            space_after=space,
        )
