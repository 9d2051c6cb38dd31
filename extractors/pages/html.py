"""A page's tree as an article: headline, standfirst, persons, dates and running text from the layout's places."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from ..errors import ExtractError
from ..model import Article, ArticleKind, Block, Page
from .body import Piece, RunningText, read_body
from .dating import publication
from .identity import article_key, url_kind
from .language import language_of
from .layouts import DUMP, OTHER, Layout, select, strings
from .metadata import Metadata, read_metadata
from .published import title_suffix
from .text import clean, key

_BYLINE = re.compile(r"^(?:Autor(?:in|en)?(?:/Autor(?:in)?)?|Author|by|von)\b:?\s*", re.IGNORECASE)
_NO_AUTHOR = re.compile(r"deutsche welle.*|dw\b.*|www\..*|https?:.*", re.IGNORECASE)


def read_tree(page: Page, tree: HtmlElement, layout: Layout) -> Article:
    """Put the article together from what layout, metadata and running text say; raise where there is none."""
    meta = read_metadata(tree)
    title = _title(tree, layout, meta)
    teaser = _teaser(tree, layout, meta)
    url = page.url or meta.url or next(iter(strings(tree, layout.permalink)), None)
    kind = _kind(url, tree, meta)
    outside = frozenset(key(t) for t in (title, teaser or "", *_labels(tree, layout)) if t)
    text = read_body(tree, layout, outside=outside, live=kind == "live")
    blocks = _blocks(title, teaser, text)
    if not title or not any(b.zone in ("teaser", "paragraph", "caption") for b in blocks):
        raise ExtractError(
            f"{page.name}: no headline with text below it was found; leave the page out", code="not_an_article"
        )
    dates = publication(page, tree, layout, meta)
    whole = "\n\n".join(b.text for b in blocks)
    return Article(
        article_key=article_key(url=url, text=whole),
        document=page.name,
        url=url,
        source=page.source,
        kind=kind,
        layout=_layout_name(tree, layout),
        language=language_of(whole) or meta.language,
        kicker=_kicker(tree, layout, meta),
        title=title,
        teaser=teaser,
        blocks=blocks,
        image_credits=_unique(text.credits),
        authors=_authors(tree, layout, meta),
        desk=_unique(text.desk),
        agencies=_unique(text.agencies),
        published=dates.published,
        published_at=dates.published_at,
        date_method=dates.method,
        modified_at=dates.modified_at,
    )


def _blocks(title: str, teaser: str | None, text: RunningText) -> tuple[Block, ...]:
    """Give every piece its place in the text."""
    head = [Piece(zone="title", text=title)] + ([Piece(zone="teaser", text=teaser)] if teaser else [])
    blocks: list[Block] = []
    start = 0
    for piece in (*head, *text.pieces):
        blocks.append(Block(zone=piece.zone, text=piece.text, start=start))
        start += len(piece.text) + 2
    return tuple(blocks)


def _title(tree: HtmlElement, layout: Layout, meta: Metadata) -> str:
    """The headline, without section, publisher and date."""
    shown = next((clean(x.text_content()) for x in select(tree, layout.title)), "")
    candidates = (
        (shown, meta.headline or "", *meta.titles)
        if layout is not OTHER
        else (meta.headline or "", shown, *meta.titles)
    )
    return next((title_suffix(t)[0] for t in candidates if t), "")


def _teaser(tree: HtmlElement, layout: Layout, meta: Metadata) -> str | None:
    """The standfirst where the layout has a place for it, else the description in the metadata of a DW page."""
    shown = next((clean(x.text_content()) for x in select(tree, layout.teaser)), "")
    if shown or layout is DUMP or layout is OTHER:
        return shown or None
    return meta.description


def _kicker(tree: HtmlElement, layout: Layout, meta: Metadata) -> str | None:
    """Topic and region above the headline."""
    labels = _unique(clean(x.text_content()) for x in select(tree, layout.kicker))
    return " / ".join(labels) or meta.section


def _labels(tree: HtmlElement, layout: Layout) -> list[str]:
    """Texts of the head that are no running text."""
    places = (layout.kicker, layout.authors, layout.dated)
    return [clean(x.text_content()) for place in places for x in select(tree, place)]


def _authors(tree: HtmlElement, layout: Layout, meta: Metadata) -> tuple[str, ...]:
    """Persons who wrote the page, from the best witness that names one; the house itself is no author."""
    shown = [_BYLINE.sub("", clean(x.text_content())) for x in select(tree, layout.authors)]
    for witness in (meta.authors, shown, [meta.author_tag or ""]):
        parts = (part for line in witness for part in re.split(r"\s*[|;]\s*|, | and | und ", line))
        named = _unique(p for p in parts if not _NO_AUTHOR.fullmatch(p))
        if named:
            return named
    return ()


def _kind(url: str | None, tree: HtmlElement, meta: Metadata) -> ArticleKind:
    """What sort of page it is, by its address, else its metadata, else its form."""
    kind = url_kind(url) if url else None
    if kind == "live" or kind == "video" or kind == "audio" or kind == "gallery":
        return kind
    if "LiveBlogPosting" in meta.types or select(tree, "//article[@data-kind='live']"):
        return "live"
    return "video" if "VideoObject" in meta.types else "gallery" if "ImageGallery" in meta.types else "article"


def _layout_name(tree: HtmlElement, layout: Layout) -> str:
    """The layout's name; a dump names the layout it was taken from."""
    return next(iter(strings(tree, "//article/@data-layout")), layout.name) if layout is DUMP else layout.name


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that say something, each once, in order."""
    return tuple(dict.fromkeys(t for t in texts if t))
