"""Running a model's parts over many texts: word for word what spaCy reads."""

import gc
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import annotating
from extractors.language.annotating import Annotator
from extractors.language.pipeline import BUILTIN, load_pipeline

TESTS = Path(__file__).parents[2]
FILES = (
    TESTS / "quality/pud/sample.conllu",
    *sorted((TESTS / "quality/articles/dev").glob("*.txt")),
    *sorted((TESTS.parent / "seeds").glob("*.txt")),
)
TEXTS = (
    "Gunmen killed two soldiers on Friday.",
    "",
    "Rebels",
    "“Nobody will leave,” Colonel Ibrahim Traore said.",
    " ",
)


def sentences(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    if path.suffix == ".conllu":
        return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    return [line for line in lines if len(line.split()) > 4]


def read(doc: Doc) -> list[tuple[Any, ...]]:
    """All that the model says of each word."""
    return [
        (t.text, t.tag_, str(t.morph), t.dep_, t.head.i, t.lemma_, t.ent_iob_, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def annotated(nlp: Language, texts: list[str], **kwargs: Any) -> list[list[tuple[Any, ...]]]:
    return list(map(read, Annotator(nlp).annotate([nlp.make_doc(text) for text in texts], **kwargs)))


@pytest.mark.timeout(600)
def test_every_word_is_read_as_spacy_reads_it() -> None:
    texts = [text for path in FILES for text in sentences(path)]
    slow, nlp = spacy.load(BUILTIN), load_pipeline().nlp
    ours = Annotator(nlp)
    batches = [[nlp.make_doc(text) for text in texts[place : place + 100]] for place in range(0, len(texts), 100)]
    found = [doc for batch in batches for doc in ours.annotate(batch)]
    words = differing = 0
    for before, after in zip(slow.pipe(texts, batch_size=128), found, strict=True):
        words += len(before)
        differing += sum(one != other for one, other in zip(read(before), read(after), strict=True))
    assert words > 10_000
    assert differing == 0


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[1:2], TEXTS[2:3], ()], ids=["five", "one empty", "one word", "none"])
def test_short_and_empty_texts_are_read_as_spacy_reads_them(texts: tuple[str, ...]) -> None:
    nlp = load_pipeline().nlp
    assert annotated(nlp, list(texts)) == list(map(read, nlp.pipe(texts)))


def test_parts_can_be_left_out() -> None:
    nlp = load_pipeline().nlp
    assert annotated(nlp, list(TEXTS), without=["ner"]) == list(map(read, nlp.pipe(TEXTS, disable=["ner"])))
    with nlp.select_pipes(disable=["parser"]):
        assert annotated(nlp, list(TEXTS)) == list(map(read, nlp.pipe(TEXTS)))


@pytest.mark.parametrize(
    "parser",
    [
        pytest.param({}, id="as spaCy makes it"),
        pytest.param({"beam_width": 4}, id="a beam"),
        pytest.param({"model": {"use_upper": False}}, id="one layer less"),
    ],
)
def test_another_model_is_read_as_spacy_reads_it(parser: dict[str, Any]) -> None:
    factory = "beam_parser" if "beam_width" in parser else "parser"
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    made: Any = nlp.add_pipe(factory, config=parser)
    for dep in ("nsubj", "obj"):
        made.add_label(dep)
    nlp.initialize()
    assert annotated(nlp, list(TEXTS)) == list(map(read, nlp.pipe(TEXTS)))


def test_base_forms_are_those_of_the_lemmatizer_and_what_is_given_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline().nlp
    texts = ["They saw the saw.", "She leaves the leaves.", "Left, they left.", "Qaryat7731s burned"]
    expected = [[word[5] for word in read(doc)] for doc in nlp.pipe(texts)]
    monkeypatch.setattr(annotating, "MOST_LEMMAS", 5)
    ours = Annotator(nlp)
    for _ in range(3):
        assert [[token.lemma_ for token in doc] for doc in ours.annotate(list(map(nlp.make_doc, texts)))] == expected
    (given,) = map(nlp.make_doc, texts[:1])
    given[1].lemma_ = "glimpse"
    assert [token.lemma_ for token in ours.annotate([given])[0]][:2] == [expected[0][0], "glimpse"]


def test_a_lemmatizer_without_its_tables_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    with pytest.raises(ValueError, match="Missing lemmatizer table"):
        Annotator(nlp).annotate([nlp.make_doc(TEXTS[0])])


def test_nothing_of_a_text_waits_for_the_collector_of_cycles() -> None:
    nlp, texts = load_pipeline().nlp, list(TEXTS) * 20
    ours = Annotator(nlp)
    ours.annotate(list(map(nlp.make_doc, texts)))
    gc.collect()
    gc.disable()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(3):
            ours.annotate(list(map(nlp.make_doc, texts)))
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        gc.enable()
    assert after - before < 100_000  # bytes; a parser's and a recognizer's tables for these words are 5 million
