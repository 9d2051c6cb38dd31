"""The file of sources: the shipped one is valid, a wrong one is refused with what is wrong."""

from pathlib import Path

import pytest

from extractors.errors import UsageError
from flows.sources.catalogue import named, read_sources

GOOD = '[[source]]\nname = "a"\nurl = "https://rss.x.example/f"\nkind = "feed"\n'


def test_the_shipped_sources_are_dws_feed_and_sitemaps() -> None:
    assert [(source.name, source.kind, source.publisher, source.is_polled) for source in read_sources()] == [
        ("dw-en", "feed", "dw", True),
        ("dw-en-news", "sitemap", "dw", True),
        ("dw-en-archive", "sitemap", "dw", False),
    ]


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://www.dw.com/en/a-1", True), ("https://amp.dw.com/en/a-1", True), ("https://dw.com/en/a-1", True),
        ("https://notdw.com/en/a-1", False), ("https://dw.com.evil.example/a-1", False), ("http://[::1", False),
        ("mailto:desk@dw.com", False),
    ],
)  # fmt: skip
def test_links_lead_home_or_abroad(url: str, home: bool) -> None:
    assert read_sources()[0].leads_home(url) is home


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "at least one"),
        ("[[source]", "no TOML"),
        (GOOD + GOOD, "no name twice"),
        (GOOD.replace("feed", "fed"), "kind is one of feed, sitemap, list"),
        (GOOD.replace("https", "ftp"), "no web address"),
        (GOOD + "interval = 0\n", "at least 1"),
        (GOOD + 'interval = "often"\n', "interval = 'often' is not valid"),
        (GOOD + "colour = 1\n", "the keys are name, url"),
        ('[[source]]\nname = "a"\nkind = "feed"\n', "has no url"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=reason):
        read_sources(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_sources(tmp_path / "none.toml")


def test_an_unknown_name_gets_the_nearest() -> None:
    assert [source.name for source in named(read_sources(), ("dw-en",))] == ["dw-en"]
    with pytest.raises(UsageError, match="did you mean dw-en"):
        named(read_sources(), ("dw-em",))
