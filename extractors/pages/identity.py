"""Which article a page is, whatever the address it was met under. No network; short links are decoded by arithmetic."""

import re
from hashlib import sha256
from typing import Literal
from urllib.parse import urlsplit

from courlan import normalize_url

from ..model import ArticleKind
from .text import key

UrlKind = Literal["article", "live", "video", "audio", "gallery", "other"]

_DW_HOST = re.compile(r"(?:^|\.)(?:dw\.com|dw\.de|dw-world\.de)$")
_DW_PATH = re.compile(r"/(?P<kind>a|live|av|video|g|audio)-(?P<id>\d{1,12})(?=$|[/?#.])")
_OLD_PATH = re.compile(r"/0,,(?P<id>\d{1,12})(?:_[\w,]*)?,00\.html?$")
_SHORT_PATH = re.compile(r"/p/(?P<code>[0-9A-Za-z]{1,8})$")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_KINDS: dict[str, ArticleKind] = {
    "a": "article", "live": "live", "av": "video", "video": "video", "audio": "audio", "g": "gallery",
}  # fmt: skip


def article_key(*, url: str | None, text: str) -> str:
    """`dw:NNN` from any address of a DW article, else `url:` and the canonical address, else `text:` and a hash."""
    if url is not None:
        number = dw_id(url)
        if number is not None:
            return f"dw:{number}"
        canonical = canonical_url(url)
        if canonical is not None:
            return f"url:{canonical}"
    return f"text:{sha256(key(text).encode()).hexdigest()[:32]}"


def dw_id(url: str) -> int | None:
    """The content number of a DW address, new, old or short; None for any other address."""
    host, path = _split(url)
    if not _DW_HOST.search(host):
        return None
    if host == "p.dw.com" or host == "p.dw.de":
        short = _SHORT_PATH.search(path)
        return decode_short(short["code"]) if short else None
    match = _DW_PATH.search(path) or _OLD_PATH.search(path)
    return int(match["id"]) if match else None


def decode_short(code: str) -> int:
    """The content number that `p.dw.com/p/CODE` writes in base 62, digits before capitals before small letters."""
    number = 0
    for sign in code:
        number = number * 62 + _DIGITS.index(sign)
    return number


def canonical_url(url: str) -> str | None:
    """One spelling for an address: https, no tracking, no fragment; None where it is no web address."""
    host, path = _split(url)
    if not host:
        return None
    number = dw_id(url)
    language = re.match(r"/([a-z]{2}(?:-[a-z]{2})?)/", path)
    match = _DW_PATH.search(path)
    if number is not None and match and language:
        return f"https://www.dw.com/{language[1]}/{match['kind']}-{number}"
    if number is not None:
        return f"https://www.dw.com/a-{number}"
    try:
        cleaned = str(normalize_url(url, strict=True))
    except (ValueError, TypeError):
        return None
    return re.sub(r"^http:", "https:", cleaned)


def url_kind(url: str) -> UrlKind | None:
    """What an address leads to: "other" for DW's topic, section and person pages, None where it cannot say."""
    host, path = _split(url)
    if not _DW_HOST.search(host):
        return None
    match = _DW_PATH.search(path)
    if match:
        return _KINDS[match["kind"]]
    if _OLD_PATH.search(path) or _SHORT_PATH.search(path):
        return "article"
    return "other"


def is_news_url(url: str) -> bool:
    """Whether an address may lead to an article. Unknown publishers are given the benefit of the doubt."""
    return bool(_split(url)[0]) and url_kind(url) != "other"


def _split(url: str) -> tuple[str, str]:
    """Host in lower case and path of a web address; two empty strings for anything else."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") if parts.scheme.lower() in ("http", "https") else ""
    except ValueError:
        return "", ""
    return host.rstrip("."), parts.path if host else ""
