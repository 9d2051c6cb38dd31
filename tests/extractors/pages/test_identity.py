"""One article has one key, whatever address it was met under."""

import pytest

from extractors.pages.identity import article_key, canonical_url, decode_short, is_news_url, url_kind


@pytest.mark.parametrize(
    "url",
    [
        "https://www.dw.com/en/some-slug/a-64894133",
        "http://www.dw.com/en/some-slug/a-64894133",
        "https://amp.dw.com/en/some-slug/a-64894133",
        "https://m.dw.com/en/other-slug/a-64894133?maca=en-rss-en-all-1573-rdf",
        "https://dw.com/a-64894133#comments",
        "https://www.dw.com/en/€13-billion-präsident/a-64894133/",
        "https://p.dw.com/p/4OHvZ",
        "https://p.dw.com/p/4OHvZ?maca=en-x",
        "http://www.dw.de/article/0,,64894133,00.html",
        "http://www.dw-world.de/dw/article/0,,64894133_page_2,00.html",
        "HTTPS://WWW.DW.COM/en/some-slug/a-64894133",
        "https://www.dw.com/en/it-became-live/live-64894133",
        "https://www.dw.com/en/film/video-64894133",
        "https://www.dw.com/en/film/av-64894133",
        "https://www.dw.com/en/pictures/g-64894133",
    ],
)
def test_every_form_of_a_dw_address_is_one_key(url: str) -> None:
    assert article_key(url=url, text="ignored") == "dw:64894133"


@pytest.mark.parametrize(
    ("code", "number"), [("4boRv", 68117411), ("4SUrv", 65897191), ("4OHvZ", 64894133), ("0", 0), ("z", 61), ("10", 62)]
)
def test_short_links_are_numbers_in_base_62(code: str, number: int) -> None:
    assert decode_short(code) == number


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/world/dam?utm_source=feed&utm_medium=rss",
        "http://harbour.example/world/dam#top",
        "https://HARBOUR.example/world/dam",
    ],
)
def test_other_publishers_are_keyed_by_canonical_address(url: str) -> None:
    assert article_key(url=url, text="ignored") == "url:https://harbour.example/world/dam"


def test_an_address_that_only_looks_like_dw_is_not_dw() -> None:
    assert article_key(url="https://notdw.com.example/en/x/a-123", text="").startswith("url:https://notdw.com.example")


@pytest.mark.parametrize("url", [None, "", "seeds/article.txt", "/tmp/page.html", "https://", "http://[broken"])
def test_text_without_a_web_address_is_keyed_by_its_letters(url: str | None) -> None:
    first = article_key(url=url, text="Two men were hurt.")
    assert first.startswith("text:")
    assert first == article_key(url=url, text="Two\u00a0men  were hurt.")
    assert first != article_key(url=url, text="Two men were killed.")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.dw.com/en/x/a-1", "article"),
        ("https://www.dw.com/en/x/live-1", "live"),
        ("https://www.dw.com/en/x/video-1", "video"),
        ("https://www.dw.com/en/x/av-1", "video"),
        ("https://www.dw.com/en/x/audio-1", "audio"),
        ("https://www.dw.com/en/x/g-1", "gallery"),
        ("https://p.dw.com/p/4OHvZ", "article"),
        ("https://www.dw.com/en/syria/t-17426890", "other"),
        ("https://www.dw.com/en/top-stories/s-9097", "other"),
        ("https://www.dw.com/en/jane-doe/person-123", "other"),
        ("https://www.dw.com/en/dw-news/program-123", "other"),
        ("https://www.dw.com/", "other"),
        ("https://harbour.example/world/dam", None),
    ],
)
def test_an_address_says_what_it_leads_to(url: str, kind: str | None) -> None:
    assert url_kind(url) == kind
    assert is_news_url(url) is (kind != "other")


def test_a_path_is_no_news_address() -> None:
    assert not is_news_url("seeds/article.txt")
    assert canonical_url("seeds/article.txt") is None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://m.dw.com/en/slug/a-123?maca=x", "https://www.dw.com/en/a-123"),
        ("https://www.dw.com/pt-br/slug/live-9", "https://www.dw.com/pt-br/live-9"),
        ("https://p.dw.com/p/4OHvZ", "https://www.dw.com/a-64894133"),
    ],
)
def test_a_dw_address_has_one_spelling(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
