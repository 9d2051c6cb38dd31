"""Load a language model once and parse articles with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from extractors.errors import UsageError
from extractors.language.depview import DepView, view_for
from extractors.language.sentences import split_article
from extractors.model import Article, Sentence

BUILTIN = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence and its tree; token `idx` counts in the sentence, `start + idx` in the article."""

    sentence: Sentence
    doc: Doc
    view: DepView

    @property
    def start(self) -> int:
        """Offset of the sentence in the article."""
        return self.sentence.start


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """An article with a tree for each sentence, in reading order."""

    article: Article
    sentences: tuple[ParsedSentence, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded model. Parsing the same article always gives the same trees."""

    nlp: Language
    view: DepView
    name: str

    def parse(self, article: Article) -> ParsedArticle:
        """Parse one article."""
        (parsed,) = self.parse_many([article])
        return parsed

    def parse_many(self, articles: Iterable[Article], *, batch_size: int = 64) -> Iterator[ParsedArticle]:
        """Parse articles in order, holding one article at a time."""
        for article in articles:
            sentences = split_article(article)
            docs = self.nlp.pipe((sentence.text for sentence in sentences), batch_size=batch_size)
            yield ParsedArticle(
                article=article,
                sentences=tuple(
                    ParsedSentence(sentence=sentence, doc=doc, view=self.view)
                    for sentence, doc in zip(sentences, docs, strict=True)
                ),
            )


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
    return Pipeline(nlp=nlp, view=view_for(nlp), name=name)
