"""Pages that we wrote in every layout give what a person accepted, one test per field.

Print what a fixture gives now: python -m tests.fixtures.pages.rerun NAME
"""

import json
from functools import cache
from typing import Any

import pytest

from tests.fixtures.pages.rerun import FIELDS, HERE, actual, names, read

KEYS = (*FIELDS, "blocks", "issues")
# Words that stand in the fixtures' furniture only: menus, labels, other stories, notices.
FURNITURE = (
    "skip to", "skip next", "image:", "bild:", "read more", "mehr zum thema", "advertisement", "explore more",
    "top story", "related topics", "p.dw.com", "javascript", "minutes ago", "follow us", "inhalt", "navigation",
    "another continent", "another city", "south america", "südamerika vor", "elsewhere", "watch video", "infogra",
    "more to follow", "edited by", "feedback", "example wire", "example photo", "beispielfoto", "permalink",
)  # fmt: skip


@cache
def accepted(name: str) -> dict[str, Any]:
    path = HERE / name / "expected.json"
    assert path.exists(), f"python -m tests.fixtures.pages.rerun {name} prints it; read it, then save it as {path.name}"
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


@cache
def given(name: str) -> dict[str, Any]:
    return actual(name)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", names())
def test_a_page_gives_what_was_accepted(name: str, key: str) -> None:
    assert given(name)[key] == accepted(name)[key]


@pytest.mark.parametrize("name", names())
def test_no_furniture_reaches_the_text(name: str) -> None:
    text = read(name).article.text.lower()
    assert [word for word in FURNITURE if word in text] == []


@pytest.mark.parametrize("name", names())
def test_offsets_name_the_blocks(name: str) -> None:
    article = read(name).article
    assert [article.text[b.start : b.end] for b in article.blocks] == [b.text for b in article.blocks]


def test_every_layout_has_a_fixture() -> None:
    layouts = {accepted(name)["layout"] for name in names()}
    assert layouts == {"v1", "v2", "v2_1", "other", "text", "dump-v1", "dump-v2", "dump-v2_1"}


def test_every_kind_has_a_fixture() -> None:
    assert {accepted(name)["kind"] for name in names()} >= {"article", "live", "video", "gallery"}
