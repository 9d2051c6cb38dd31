"""Promises that hold for every page: it is read or refused, offsets are right, furniture stays out, text stays in."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractors.errors import ExtractError
from extractors.model import Page
from extractors.pages.read import Reading, read_page

FIXTURES = sorted(p for p in (Path(__file__).parents[2] / "fixtures/pages").glob("*/page.*") if p.suffix != ".toml")
BODIES = [p.read_bytes() for p in FIXTURES]
WORDS = (
    "river", "bridge", "workers", "soldiers", "villagers", "harvest", "minister", "signed", "crossed", "closed",
    "opened", "quietly", "border", "market", "hospital", "convoy", "before", "after", "while", "against",
    "between", "several", "eleven", "wounded", "judge", "ordered", "rebels", "talks", "Nairobi", "Lima",
)  # fmt: skip
# One line of each kind that stands between the paragraphs of a DW page, none with a word of WORDS in it.
BETWEEN = (
    "Read more: Zebra crossing painted pink", "Advertisement", "Anzeige", "Infografik Zebra EN", "Watch video 02:17",
    "https://p.dw.com/p/4p1xZ", "Zebra in the zooImage: Zebra Press/Q. Quagga", "Image: Zebra Press", "13 minutes ago",
    "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video",
    "This browser does not support the video element.", "More to follow...", "Edited by: Zoe Zebra",
    "Lesen Sie auch: Zebra im Zoo", "Copy link", "This article was last updated at 17:32 UTC.",
)  # fmt: skip
BELOW = (
    "zz/zq (AFP, dpa)", "Skip next section Explore more", "DW recommends", "DW's Top Story", "Related topics",
    "Send us your feedback", "Nächsten Abschnitt Mehr zum Thema überspringen", "Audios and videos on the topic",
)  # fmt: skip
HEAD = "1. Skip to content\n2. Skip to menu\n3. Skip to more\nPolitics\n\nBridge opens\n\nMay 4, 2020\n\n"

MARKUP = (
    "<p>", "</p>", "<article>", "<h1>", "<figure>", "<figcaption>", "<div class='rich-text'>", "<div class='longText'>",
    "<br>", "<script type='application/ld+json'>{", "</script>", "A man was hurt. ", "Image: X", "zz/a (AFP)",
    "<time>", "<p class='teaser-text'>", "<!--", "&#0;", "<table><td>", "<h2>", "<div id='bodyContent'>", "<footer>",
)  # fmt: skip

sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=30).map(lambda w: " ".join(w).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)


def read_or_refuse(body: bytes) -> Reading | None:
    try:
        reading = read_page(Page(name="page", body=body))
    except ExtractError:
        return None
    article = reading.article
    assert article.title
    assert [article.text[b.start : b.end] for b in article.blocks] == [b.text for b in article.blocks]
    assert all(b.text and b.text == b.text.strip() and "\n" not in b.text for b in article.blocks)
    assert "\u00a0" not in article.text
    return reading


@given(st.binary(max_size=400))
@example(b"<p>\x00")
@example(b"\xff\xfe")
@example(b"<html")
@example(b"<!doctype html><?xml version='1.0'?>")
@example(b"1. a\n2. b\n3. c\n")
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    read_or_refuse(body)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(MARKUP), max_size=40))
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    read_or_refuse("".join(parts).encode())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(BODIES), st.data())
def test_damaged_pages_are_read_or_refused(body: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 500)))
    read_or_refuse(body[:start] + data.draw(st.binary(max_size=20)) + body[end:])
    read_or_refuse(body[start:])


@given(st.lists(st.tuples(paragraphs, st.sampled_from(BETWEEN)), min_size=1, max_size=8), st.sampled_from(BELOW))
def test_furniture_goes_and_paragraphs_stay_in_a_dump(body: list[tuple[str, str]], below: str) -> None:
    lines = [line for pair in body for line in pair] + [below, "Foreign story about a zebra that was shot on Monday."]
    reading = read_or_refuse((HEAD + "A teaser says it all.\n\n" + "\n\n".join(lines)).encode())
    assert reading is not None
    text = [b.text for b in reading.article.blocks if b.zone == "paragraph"]
    assert text == [paragraph for paragraph, _ in body]
    assert [b.text for b in reading.article.blocks if "zebra" in b.text.lower() and b.zone != "caption"] == []


@given(st.lists(st.tuples(paragraphs, st.sampled_from(BETWEEN)), min_size=1, max_size=8))
def test_furniture_goes_and_paragraphs_stay_in_html(body: list[tuple[str, str]]) -> None:
    inner = "".join(f"<p>{paragraph}</p><p>{line}</p>" for paragraph, line in body)
    page = (
        f"<html><body><article><header><h1>Bridge opens</h1><p class='teaser-text'>A teaser says it all.</p></header>"
        f"<div class='rich-text'>{inner}<p>zz/zq (AFP, dpa)</p></div><footer>Zebra</footer></article></body></html>"
    )
    reading = read_or_refuse(page.encode())
    assert reading is not None
    assert [b.text for b in reading.article.blocks if b.zone == "paragraph"] == [paragraph for paragraph, _ in body]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: p.parent.name)
def test_reading_twice_gives_the_same(path: Path) -> None:
    page = Page(name=path.name, body=path.read_bytes())
    assert read_page(page) == read_page(page)
