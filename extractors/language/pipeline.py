"""Load a language model once and parse articles with it, one by one or many in bounded memory."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from extractors.errors import UsageError
from extractors.language.annotating import Annotator
from extractors.language.depview import DepView, view_for
from extractors.language.familiar import Familiar
from extractors.language.matrices import multiply_with_numpy, one_core
from extractors.language.sentences import split_article
from extractors.language.tokens import Tokens
from extractors.model import Article, Sentence

BUILTIN = Path(__file__).parent / "model"
WINDOW = 100_000
"""Characters parsed at a time, about 30 articles: more is no faster, and the trees of a window are held at once."""
BATCH = 128
"""Sentences of like length that go through the net together."""

Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class ParsedSentence:
    """A sentence and its tree; token `idx` counts in the sentence, `start + idx` in the article."""

    sentence: Sentence
    parse: Doc
    view: DepView

    @cached_property
    def doc(self) -> Tokens:
        """The words as plain objects, read out of the parse when they are first asked for."""
        return Tokens(self.parse)

    @property
    def start(self) -> int:
        """Offset of the sentence in the article."""
        return self.sentence.start


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """An article with a tree for each sentence, in reading order."""

    article: Article
    sentences: tuple[ParsedSentence, ...]


@dataclass(frozen=True)
class Pipeline:
    """A loaded model. Parsing the same article always gives the same trees, whatever is parsed beside it."""

    nlp: Language
    view: DepView
    name: str

    @cached_property
    def _annotator(self) -> Annotator:
        return Annotator(self.nlp)

    @cached_property
    def _familiar(self) -> Familiar:
        return Familiar(self.nlp)

    def parse(self, article: Article) -> ParsedArticle:
        """Parse one article."""
        (parsed,) = self.parse_many([article])
        return parsed

    def parse_many(self, articles: Iterable[Article], *, names: bool = True) -> Iterator[ParsedArticle]:
        """Parse articles in order, a window of them at a time; without `names` nobody is recognized, in half the time.

        The model remembers each new word it meets. For more than a few thousand articles use `read_many`.
        """
        for window in _windows(articles):
            yield from self._parse_window(window, names=names)

    def read_many(
        self, articles: Iterable[Article], read: Callable[[ParsedArticle], Result], *, names: bool = True
    ) -> Iterator[Result]:
        """Parse articles and yield what `read` makes of each, in order; memory stays flat however many there are.

        The trees are gone when the result is yielded, so it must not hold spaCy objects.
        """
        for window in _windows(articles):
            self._familiar.meet(block.text for article in window for block in article.blocks)
            with self.nlp.memory_zone():
                results = [read(parsed) for parsed in self._parse_window(window, names=names)]
            self._forget_lemmas()
            yield from results

    def _parse_window(self, window: list[Article], *, names: bool) -> Iterator[ParsedArticle]:
        """Parse the sentences of all articles ordered by length, then give each article its own back."""
        split = [split_article(article) for article in window]
        sentences = list(chain.from_iterable(split))
        by_length = sorted(range(len(sentences)), key=lambda place: len(sentences[place].text))
        without = [] if names else [pipe for pipe in self.nlp.pipe_names if pipe == "ner"]
        docs: dict[int, Doc] = {}
        with one_core():
            for first in range(0, len(by_length), BATCH):
                batch = by_length[first : first + BATCH]
                whole = [self._one_sentence(sentences[place].text) for place in batch]
                docs.update(zip(batch, self._annotated(whole, without), strict=True))
        place = 0
        for article, own in zip(window, split, strict=True):
            parsed = tuple(
                ParsedSentence(sentence=sentence, parse=docs.pop(place + offset), view=self.view)
                for offset, sentence in enumerate(own)
            )
            place += len(own)
            yield ParsedArticle(article=article, sentences=parsed)

    def _annotated(self, docs: list[Doc], without: list[str]) -> Iterable[Doc]:
        return self._annotator.annotate(docs, without=without)

    def _one_sentence(self, text: str) -> Doc:
        """Tokens of a text that the parser may not cut: "…, the group said" would lose what it says."""
        doc = self.nlp.make_doc(text)
        for token in islice(doc, 1, None):
            token.is_sent_start = False
        return doc

    def _forget_lemmas(self) -> None:
        """Empty the lemmatizer's memory, which spaCy never does and whose words are gone with the zone."""
        if "lemmatizer" in self.nlp.pipe_names:
            getattr(self.nlp.get_pipe("lemmatizer"), "cache", {}).clear()


def _windows(articles: Iterable[Article]) -> Iterator[list[Article]]:
    window: list[Article] = []
    size = 0
    for article in articles:
        window.append(article)
        size += sum(len(block.text) for block in article.blocks)
        if size >= WINDOW:
            yield window
            window, size = [], 0
    if window:
        yield window


@cache
def load_pipeline(name: str = "builtin") -> Pipeline:
    """The shipped model for "builtin", else an installed spaCy package or a model folder of that name.

    Raises UsageError when there is none. Nothing is ever downloaded.
    """
    if name == "builtin":
        nlp = spacy.load(BUILTIN)
    elif is_package(name) or Path(name).is_dir():
        nlp = spacy.load(name)
    else:
        raise UsageError(
            f"no language model {name!r}: use 'builtin', an installed spaCy package such as en_core_web_sm, "
            "or the path of a model folder"
        )
    index_lemmas(nlp)
    multiply_with_numpy(nlp)
    return Pipeline(nlp=nlp, view=view_for(nlp), name=name)


def index_lemmas(nlp: Language) -> None:
    """Look known base forms up in sets: spaCy searches lists of 80,000 words, 1.1 ms for each new word of a text."""
    if nlp.has_pipe("lemmatizer") and nlp.get_pipe("lemmatizer").mode == "rule":  # type: ignore[attr-defined]
        table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index", {})  # type: ignore[attr-defined]
        for kind in list(table):
            table[kind] = frozenset(table[kind])
