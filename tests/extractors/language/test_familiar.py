"""Words that recur are shown to the tokenizer outside of memory zones."""

from unittest.mock import Mock

import pytest
import spacy

from extractors.language import familiar as module
from extractors.language.familiar import Familiar
from extractors.language.pipeline import load_pipeline


def shown(*articles: list[str]) -> list[list[str]]:
    """The words that the tokenizer is shown after each article."""
    nlp = Mock()
    familiar = Familiar(nlp)
    for texts in articles:
        familiar.meet(texts)
    return [call.args[0].split() for call in nlp.make_doc.call_args_list]


def test_words_are_shown_once_when_they_recur_in_an_article_or_in_the_next() -> None:
    first, second = ["the army shelled the town,", "the end"], ["the army fled a town, a river"]
    assert shown(first, second, second) == [["the"], ["a", "army", "town,"], ["fled", "river"]]


def test_no_more_words_are_shown_than_the_tokenizer_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert getattr(spacy.blank("en").tokenizer, "max_cache_size") > module.MOST  # noqa: B009  not known to be there
    monkeypatch.setattr(module, "MOST", 2)
    assert shown(["a a a b b c c"], ["d d"]) == [["a", "b"]]


def test_a_word_that_was_shown_is_read_as_before() -> None:
    nlp = load_pipeline().nlp
    text = "“Don't,” he said (twice); U.S. troops left at 10a.m. for al-Bab's re-entry..."
    with nlp.memory_zone():
        before = [(token.text, token.norm_, token.whitespace_) for token in nlp.make_doc(text)]
    Familiar(nlp).meet([text, text])
    with nlp.memory_zone():
        assert [(token.text, token.norm_, token.whitespace_) for token in nlp.make_doc(text)] == before
