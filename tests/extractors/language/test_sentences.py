"""Sentences: where they end, and that they always lie where they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.sentences import LONGEST, split_article, split_text
from extractors.model import Article, Block

ONE = [
    pytest.param("Ms. Harper met Dr. Osei vs. the wishes of Lt. Col. Brandt.", id="titles and versus do not end it"),
    pytest.param("Brig. Gen. Amadi and Maj. Gen. Petrov signed on Jan. 5 in St. Petersburg.", id="ranks in two words"),
    pytest.param("The Lt.-Gen. Smith archive burned.", id="hyphenated rank"),
    pytest.param("Amb. Lindqvist left the U.N. Security Council at 5 p.m. on Friday.", id="ambassador and initials"),
    pytest.param("The blast happened around 5:25 p.m. Saturday in the harbor.", id="a clock before its day"),
    pytest.param("They voted on Sat. after a walkout.", id="abbreviated weekday before a small letter"),
    pytest.param("Prices rose 3.5 percent, according to No. 10.", id="decimal and number sign"),
    pytest.param("Read www.example.com/a.asp?Page=2 for more.", id="web address"),
    pytest.param('"We will fight. We will win," the general said.', id="quotation with its speaker"),
    pytest.param("“No!” she cried.", id="exclamation inside a quotation"),
    pytest.param("Rebels shell market in northern town, dozens dead", id="headline without a stop"),
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert [sentence for sentence, _ in split_text(text)] == [text]


SEVERAL = [
    pytest.param(
        "They left at 9 p.m. Sunday was quiet.", ["They left at 9 p.m.", "Sunday was quiet."], id="a day of its own"
    ),
    pytest.param("He fled.She stayed.", ["He fled.", "She stayed."], id="missing blank behind a stop"),
    pytest.param("It was over... Then came war.", ["It was over...", "Then came war."], id="ellipsis ends a sentence"),
    pytest.param("Syria: What now? Who wins?", ["Syria: What now?", "Who wins?"], id="headline of two questions"),
    pytest.param("The army left. al-Masri stayed.", ["The army left.", "al-Masri stayed."], id="al- opens a sentence"),
    pytest.param(
        "She studied at the School of Art. “I loved the colours,” she said.",
        ["She studied at the School of Art.", "“I loved the colours,” she said."],
        id="stop before an opening quotation mark",
    ),
    pytest.param(
        "“We will fight.” Then he left. He joined Foo Inc. The firm grew.",
        ["“We will fight.”", "Then he left.", "He joined Foo Inc.", "The firm grew."],
        id="closed quotation and company suffix",
    ),
    pytest.param(
        "“We fight. We win. He left.",
        ["“We fight.", "We win.", "He left."],
        id="quotation that goes on in the next paragraph",
    ),
]


@pytest.mark.parametrize(("text", "sentences"), SEVERAL)
def test_sentences_are_told_apart(text: str, sentences: list[str]) -> None:
    assert [sentence for sentence, _ in split_text(text)] == sentences


def test_a_text_without_stops_is_cut_at_blanks() -> None:
    parts = [text for text, _ in split_text("word " * 3000)]
    assert max(map(len, parts)) <= LONGEST
    assert {part.replace("word", "").strip() for part in parts} == {""}


@given(
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from(" .?!\"“”'\n\u0085\u2028\u00a0aA(")),
        max_size=200,
    )
)
@settings(max_examples=400, deadline=None)
def test_sentences_lie_in_the_text_and_only_white_space_is_lost(text: str) -> None:
    behind = 0
    for sentence, start in split_text(text):
        assert text[start : start + len(sentence)] == sentence
        assert sentence == sentence.strip() != ""
        assert not text[behind:start].strip()
        behind = start + len(sentence)
    assert not text[behind:].strip()


@given(st.lists(st.text(alphabet=" .aB\n“”\u2028", max_size=30), max_size=5))
def test_sentences_of_an_article_count_in_its_text_and_never_cross_blocks(texts: list[str]) -> None:
    blocks: list[Block] = []
    for text in texts:
        blocks.append(Block(zone="paragraph", text=text, start=blocks[-1].end + 2 if blocks else 0))
    article = Article(
        article_key="text:1", document="d", url=None, source="dw", kind="article", layout="plain", language=None,
        kicker=None, title="", teaser=None, blocks=tuple(blocks), published=None,
    )  # fmt: skip
    sentences = split_article(article)
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    for sentence in sentences:
        block = blocks[sentence.block]
        assert article.text[sentence.start : sentence.end] == sentence.text
        assert block.start <= sentence.start
        assert sentence.end <= block.end
