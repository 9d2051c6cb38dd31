"""Text dumps of pages as semantic HTML, so that they take the same way as a fetched page.

The dumps come from tools that print a page's text and drop its tags: skip links, menus, "captionImage: credit" and
other stories' teasers stand among the text. Here each finds its element again: nav, header, figure, article, footer.
"""

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from .dump_body import Body, Part, is_live, read_body
from .dump_head import Head, read_head
from .dump_lines import split_lines


def dump_tree(text: str) -> HtmlElement:
    """A page tree with the dump's parts in their places; `article/@data-layout` names the dump's layout."""
    lines = split_lines(text)
    head = read_head(lines)
    rest = lines[head.end :]
    live = is_live(rest, head.title)
    body = read_body(rest, live=live, old=head.layout == "dump-v1")
    root = document_fromstring("<html><head></head><body></body></html>")
    _add(root[0], "title", head.suffix_title or head.title)
    page = root[1]
    nav = _add(page, "nav", None)
    article = _add(page, "article", None)
    for line in head.nav:
        _add(nav, "a", line)
    article.set("data-layout", head.layout)
    article.set("data-kind", "live" if live else "article")
    article.set("data-ended", "yes" if body.ended else "no")
    article.append(_header(head))
    _fill(article, body)
    footer = _add(page, "footer", None)
    for line in body.tail:
        _add(footer, "p", line)
    return root


def _header(head: Head) -> HtmlElement:
    """Kicker, title, byline, date, teaser and short link."""
    header = etree.Element("header")
    for tag, name, text in (
        ("p", "kicker", head.kicker),
        ("h1", "title", head.title),
        ("p", "byline", head.byline),
        ("time", "dated", head.dated),
        ("p", "teaser", head.teaser),
        ("a", "permalink", head.permalink),
    ):
        if text:
            _add(header, tag, text).set("class", name)
    return header


def _fill(article: HtmlElement, body: Body) -> None:
    """Put the body's parts into a section, list items into lists, the sign-off into the article's own footer."""
    section = _add(article, "section", None)
    section.set("class", "body")
    items = None
    for part in body.parts:
        if part.tag != "li":
            items = None
        if part.tag == "figure":
            _figure(section, part)
        elif part.tag == "li":
            items = _add(section, "ul", None) if items is None else items
            _add(items, "li", part.text)
        else:
            _add(section, part.tag, part.text)
    footer = _add(article, "footer", None)
    for line in body.signed:
        _add(footer, "p", line)


def _figure(section: HtmlElement, part: Part) -> None:
    """A picture with alternative text, caption and credit, each where HTML has it."""
    figure = _add(section, "figure", None)
    if part.alt:
        _add(figure, "img", None).set("alt", part.alt)
    caption = _add(figure, "figcaption", part.text or None)
    if part.credit:
        _add(caption, "small", part.credit)


def _add(parent: HtmlElement, tag: str, text: str | None) -> HtmlElement:
    """Append a child."""
    child = etree.SubElement(parent, tag)
    child.text = text
    return child
