"""Where each page layout keeps its parts. Layouts are dated; old ones stay, because archives hold them.

Class names that a build tool makes (`sc-1a2b3c`) are never used; tags, roles and names that people gave are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement


def _has_class(name: str) -> str:
    """XPath test for one word of @class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _any_class(*names: str) -> str:
    """XPath test for any of several words of @class."""
    return " or ".join(_has_class(name) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """XPath expressions for one layout; an empty one means that the layout has no such place.

    `marker` is what only this layout has. `scope` is handed to the text extractor, `body` holds the running text.
    """

    name: str
    since: str
    marker: str
    scope: str = ""
    body: str = ""
    kicker: str = ""
    title: str = "//h1"
    teaser: str = ""
    authors: str = ""
    dated: str = ""
    caption: str = "//figcaption"
    permalink: str = ""
    prune: str = ""


DUMP = Layout(
    name="dump",
    since="text dumps of any layout, made into HTML by dump.py",
    marker="//article[@data-layout]",
    scope="//article",
    body="//article/section[@class='body']|//article/footer",
    kicker="//header/p[@class='kicker']",
    title="//header/h1",
    teaser="//header/p[@class='teaser']",
    authors="//header/p[@class='byline']",
    dated="//header/time",
    permalink="//header/a[@class='permalink']/text()",
)

V2_1 = Layout(
    name="v2_1",
    since="2023",
    marker=(
        f"//article[.//*[{_has_class('rich-text')}]][.//*[@data-tracking-name] or .//p[{_has_class('teaser-text')}]]"
        f"|//article[.//*[{_has_class('teaser-text')}]]"
    ),
    scope="//article",
    body=f"//article//*[{_any_class('rich-text', 'content-area', 'liveblog-posts')}]|//article//figure",
    kicker=f"//article//header//*[{_has_class('kicker')}]",
    title="//article//h1",
    teaser=f"//article//*[{_has_class('teaser-text')}]",
    authors=f"//article//*[{_has_class('author-details')}]//*[{_any_class('author-link', 'author')}]",
    dated=f"//article//header//time|//article//header//*[{_any_class('sr-only', 'publication')}]",
    permalink="//article//*[@data-tracking-name='sharing-icons-inline']//a/@href[contains(., 'p.dw.com')]",
    prune=(
        "//*[@data-tracking-name='sharing-icons-inline' or @data-tracking-name='quick-link']"
        f"|//*[{_any_class('advertisement', 'vjs-wrapper', 'dw-widget', 'embed', 'teaser-wrap', 'infobox-teaser')}]"
        "|//article/footer|//section[@id='related-topics']|//article//aside"
    ),
)

V2 = Layout(
    name="v2",
    since="2022",
    marker=f"//article[.//*[{_has_class('rich-text')}]]",
    scope="//article",
    body=f"//article//*[{_has_class('rich-text')}]|//article//figure",
    kicker="//article//header/*[following-sibling::h1 or following-sibling::*//h1]//*[self::span or self::a][not(*)]",
    title="//article//h1",
    teaser="//article//header//p",
    authors=f"//article//header//*[{_any_class('author', 'author-link', 'authors')}]",
    dated="//article//header//time",
    permalink="//article//a/@href[contains(., '://p.dw.com/p/')]",
    prune=f"//*[{_any_class('advertisement', 'vjs-wrapper', 'dw-widget')}]|//article/footer|//article//aside",
)

V1 = Layout(
    name="v1",
    since="2011",
    marker=(
        f"//*[@id='bodyContent' or {_has_class('col3')}][.//*[{_has_class('longText')}] or .//p[{_has_class('intro')}]]"
    ),
    scope="//*[@id='bodyContent']",
    body=f"//*[{_any_class('longText', 'picBox')}]",
    kicker="//h4[contains(@class, 'artikel')]",
    title="//*[@id='bodyContent']//h1|//h1",
    teaser=f"//p[{_has_class('intro')}]",
    authors=f"//ul[{_has_class('smallList')}]/li[strong[contains(., 'Aut')]]",
    dated=f"//ul[{_has_class('smallList')}]/li[strong[contains(., 'Dat')]]",
    caption=f"//*[{_has_class('picBox')}]",
    permalink=f"//ul[{_has_class('smallList')}]//a/@href[contains(., '://p.dw.com/p/')]",
    prune=(
        f"//*[{_any_class('smallList', 'gallery', 'standaloneWrap', 'imgTeaserL', 'imgTeaserM', 'imgTeaserS')}]"
        f"|//*[{_any_class('teaserContentWrap', 'linkList', 'mediaItem', 'sharing', 'cookie', 'tools')}]"
        "|//*[@id='quickjump']|//aside"
    ),
)

OTHER = Layout(
    name="other",
    since="any other publisher's page",
    marker="/*",
    teaser="",
    permalink="",
)

LAYOUTS = (DUMP, V2_1, V2, V1, OTHER)


def detect(tree: HtmlElement) -> Layout:
    """The layout whose marker the page carries; the last one takes every page."""
    return next(layout for layout in LAYOUTS if select(tree, layout.marker))


def select(tree: HtmlElement, path: str) -> list[HtmlElement]:
    """The elements at a place, in document order."""
    found = _evaluate(tree, path)
    return [x for x in found if isinstance(x, etree._Element)]


def strings(tree: HtmlElement, path: str) -> list[str]:
    """The attribute values or texts at a place."""
    return [str(x) for x in _evaluate(tree, path) if isinstance(x, str)]


_COMPILED: dict[str, etree.XPath] = {}


def _evaluate(tree: HtmlElement, path: str) -> Iterable[object]:
    """What an expression finds; nothing for an empty one."""
    if not path:
        return ()
    if path not in _COMPILED:
        _COMPILED[path] = etree.XPath(path)
    found = _COMPILED[path](tree)
    return found if isinstance(found, list) else ()
