"""Loading and parsing: the shipped model, other models by name, many articles like one."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from spacy.util import load_config

from extractors.errors import UsageError
from extractors.language.pipeline import BUILTIN, ParsedArticle, Pipeline, load_pipeline
from extractors.model import Article, Block

TEXTS = (
    "Gunmen killed two soldiers on Friday.",
    "“Nobody will leave,” Colonel Ibrahim Traore said.",
    "The ministry denied it. Aid workers were evacuated by the army, according to Save the Children.",
    "Rebels seize airport",
)


def make_article(number: int, texts: Sequence[str] = TEXTS) -> Article:
    blocks: list[Block] = []
    for text in texts:
        blocks.append(Block(zone="paragraph", text=text, start=blocks[-1].end + 2 if blocks else 0))
    return Article(
        article_key=f"text:{number}", document=f"{number}.txt", url=None, source="dw", kind="article", layout="plain",
        language="en", kicker=None, title=texts[0], teaser=None, blocks=tuple(blocks), published=None,
    )  # fmt: skip


def trees(parsed: ParsedArticle) -> list[list[tuple[str, str, str, int, str]]]:
    """All that is read from a tree, as plain values."""
    return [
        [(token.text, token.tag_, token.dep_, token.head.i, token.ent_type_) for token in sentence.doc]
        for sentence in parsed.sentences
    ]


def test_tokens_lie_where_they_say_in_the_article() -> None:
    article = make_article(1)
    parsed = load_pipeline().parse(article)
    assert len(parsed.sentences) == 5
    for sentence in parsed.sentences:
        for token in sentence.doc:
            start = sentence.start + token.idx
            assert article.text[start : start + len(token)] == token.text


def test_the_shipped_model_reads_who_did_what_to_whom() -> None:
    first = load_pipeline().parse(make_article(1)).sentences[0]
    (verb,) = [token for token in first.doc if token.lemma_ == "kill"]
    assert [token.text for token in first.view.actors(verb)] == ["Gunmen"]
    assert [token.text for token in first.view.targets(verb)] == ["soldiers"]
    assert ("on", "Friday") in [(preposition, noun.text) for preposition, noun in first.view.obliques(verb)]


def test_many_articles_are_parsed_like_each_alone_and_in_order() -> None:
    articles = [make_article(number, TEXTS[number % 4 :] + TEXTS[: number % 3]) for number in range(40)]
    pipeline = load_pipeline()
    together = list(pipeline.parse_many(articles))
    assert [parsed.article for parsed in together] == articles
    assert [trees(parsed) for parsed in together] == [trees(pipeline.parse(article)) for article in articles]


def test_reading_many_gives_what_parsing_each_gives() -> None:
    articles = [make_article(number) for number in range(5)]
    pipeline = load_pipeline()
    assert list(pipeline.read_many(articles, trees)) == [trees(parsed) for parsed in pipeline.parse_many(articles)]


def test_names_can_be_left_out() -> None:
    pipeline = load_pipeline()
    (without,) = pipeline.parse_many([make_article(1)], names=False)
    assert not any(sentence.doc.names for sentence in without.sentences)
    assert any(sentence.doc.names for sentence in pipeline.parse(make_article(1)).sentences)


def test_an_article_without_text_has_no_sentences() -> None:
    assert load_pipeline().parse(make_article(1, [" "])).sentences == ()


def save_model(folder: Path, deps: Sequence[str]) -> None:
    """A tiny spaCy model whose parser was initialized with the given relations."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for dep in deps:
        parser.add_label(dep)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)


@pytest.mark.parametrize(
    ("deps", "ud"),
    [
        pytest.param(("nsubj", "nsubj:pass", "obj", "obl"), True, id="Universal Dependencies"),
        pytest.param(("nsubj", "nsubjpass", "dobj", "pobj"), False, id="CLEAR, as en_core_web_sm"),
    ],
)
def test_a_model_folder_is_read_in_its_own_scheme(tmp_path: Path, deps: Sequence[str], ud: bool) -> None:
    save_model(tmp_path, deps)
    pipeline = load_pipeline(str(tmp_path))
    assert pipeline.view.ud is ud
    assert len(pipeline.parse(make_article(1)).sentences) == 5


def test_a_model_that_speaks_neither_scheme_is_refused(tmp_path: Path) -> None:
    save_model(tmp_path, ("subject", "object"))
    with pytest.raises(UsageError, match="neither UD nor CLEAR"):
        load_pipeline(str(tmp_path))


def test_an_unknown_model_is_refused_with_what_would_do() -> None:
    with pytest.raises(UsageError, match="'builtin', an installed spaCy package"):
        load_pipeline("en_core_web_huge")


def test_the_shipped_model_names_no_folder_of_the_machine_it_was_trained_on() -> None:
    config = load_config(BUILTIN / "config.cfg", interpolate=False)
    assert set(config["paths"].values()) == {None}


def test_the_shipped_model_is_loaded_once() -> None:
    assert load_pipeline() is load_pipeline()


def test_a_pipeline_can_wrap_a_model_at_hand() -> None:
    shipped = load_pipeline()
    again = Pipeline(nlp=shipped.nlp, view=shipped.view, name="mine")
    assert again.parse(make_article(1)).sentences[0].parse.has_annotation("DEP")


def test_known_base_forms_are_looked_up_in_sets() -> None:
    # In lists, as spaCy stores them, each new word of a text costs a millisecond: a third of all parsing time.
    lemmatizer = load_pipeline().nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    assert index
    assert all(isinstance(forms, frozenset) for forms in index.values())


def test_a_sentence_is_one_tree() -> None:
    text = "Police detained more than 100 people, the human rights group Viasna said."
    article = Article(
        article_key="text:x",
        document="x",
        url=None,
        source="text",
        kind="article",
        layout="text",
        language="en",
        kicker=None,
        title="",
        teaser=None,
        blocks=(Block(zone="paragraph", text=text, start=0),),
        published=None,
    )
    (sentence,) = load_pipeline().parse(article).sentences
    assert [token.text for token in sentence.doc if token.head is token or token.dep_ == "ROOT"] == ["said"]
