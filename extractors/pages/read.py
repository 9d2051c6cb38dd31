"""From a page's bytes to an article: the one way in.

Every failure is an ExtractError that names the page, the reason and the next step.
"""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ..errors import ExtractError
from ..model import Article, Issue, Page
from .decode import Decoded, decode
from .dump import dump_tree
from .html import read_tree
from .identity import url_kind
from .layouts import DUMP, Layout, detect, strings
from .text import ends_sentence

_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|h1|title|meta)\b", re.IGNORECASE)


MAX_LINES = 20_000
MAX_TAGS = 100_000
"""Ten times the largest live page known; trafilatura's time grows with the square of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and what was doubtful about its page."""

    article: Article
    issues: tuple[Issue, ...] = ()


def read_page(page: Page) -> Reading:
    """Read a page, HTML or text dump. Raise ExtractError where it holds no article."""
    if page.url is not None and url_kind(page.url) == "other":
        raise ExtractError(
            f"{page.name}: {page.url} is an overview, person or programme page, not an article; leave it out",
            code="not_news",
        )
    decoded = decode(page.body, name=page.name, charset=page.charset)
    tree = _tree(decoded.text, page)
    layout = detect(tree)
    article = read_tree(page, tree, layout)
    return Reading(article=article, issues=tuple(_issues(page, decoded, tree, layout, article)))


def _tree(text: str, page: Page) -> HtmlElement:
    """The page as a tree; a text dump is given one."""
    if text.count("\n") > MAX_LINES or text.count("<") > MAX_TAGS:
        raise ExtractError(
            f"{page.name}: has more lines or tags than a page; split the file or leave it out", code="too_large"
        )
    if not _HTML.search(text[:20_000]):
        return dump_tree(text)
    try:
        return document_fromstring(text.encode(), parser=_parser())
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise ExtractError(
            f"{page.name}: the HTML holds no element; save the page again", code="not_an_article"
        ) from error


def _parser() -> etree.HTMLParser:
    """A parser for text that was decoded already and never loads anything."""
    return HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)


def _issues(page: Page, decoded: Decoded, tree: HtmlElement, layout: Layout, article: Article) -> list[Issue]:
    """What a reader of the article should know about its page."""
    issues = []
    if decoded.doubt:
        issues.append(
            Issue(level="warning", code="encoding", document=page.name, message=f"{page.name}: {decoded.doubt}")
        )
    ended = (
        strings(tree, "//article/@data-ended") == ["yes"]
        if layout is DUMP
        else "</html" in decoded.text[-2000:].lower()
    )
    last = next((b for b in reversed(article.blocks) if b.zone in ("paragraph", "teaser")), None)
    if not ended and last is not None and not ends_sentence(last.text):
        message = f'{page.name}: the text stops inside a sentence ("{last.text[-60:]}"); fetch or save the page again'
        issues.append(Issue(level="warning", code="truncated", document=page.name, message=message))
    if article.published is None:
        message = f"{page.name}: no publication date was found; give one, else relative dates cannot be grounded"
        issues.append(Issue(level="warning", code="no_date", document=page.name, message=message))
    return issues
