"""Bytes as text: refuses what is no text, finds the encoding, repairs text that was decoded twice."""

import codecs
import re
from dataclasses import dataclass

from ..errors import ExtractError

MAX_BYTES = 5_000_000
"""Twenty times the largest page of DW's that we know of, 250 KB; a page of this size takes under half a minute."""

_MAGIC = {
    b"%PDF-": "a PDF", b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive", b"\x1f\x8b": "gzip data", b"RIFF": "an audio, video or WebP file",
    b"\x7fELF": "a program",
    b"BZh": "bzip2 data", b"\xfd7zXZ": "xz data", b"\x28\xb5\x2f\xfd": "zstd data", b"SQLite format 3": "a database",
    b"ID3": "an MP3 file", b"OggS": "an Ogg file", b"\x00\x00\x01\x00": "an icon",
}  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TWICE = re.compile("[ÂÃÄÅâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a page, its encoding, and whether some of it had to be repaired or replaced."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(body: bytes, *, name: str, charset: str | None = None) -> Decoded:
    """Decode a page by its byte order mark, UTF-8, the server's word, the page's own word, Windows-1252, in that order.

    Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever a server says: by chance that does not happen.
    """
    _refuse_what_is_no_text(body, name)
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _strict_or_replaced(body[len(mark) :] if encoding == "utf-8" else body, encoding, name)
    if b"\x00" in body[:4096]:
        raise ExtractError(f"{name}: holds binary data, not a page; leave it out or save the page again", code="binary")
    meta = _META.search(body[:4096])
    declared = [c for c in (charset, meta[1].decode("ascii") if meta else None) if c]
    for encoding in ("utf-8", *declared, "cp1252"):
        text = _try(body, encoding)
        if text is not None:
            return _repaired(text, encoding)
    return _strict_or_replaced(body, "utf-8", name)


def _refuse_what_is_no_text(body: bytes, name: str) -> None:
    """Raise for empty, oversized and binary input, looking at the first bytes only."""
    if len(body) > MAX_BYTES:
        size, limit = len(body) / 1e6, MAX_BYTES / 1e6
        raise ExtractError(
            f"{name}: {size:.0f} MB are more than a page has (limit {limit:.0f} MB); split the file or leave it out",
            code="too_large",
        )
    head = body[:4096]
    if not head.strip() and not body.strip():
        raise ExtractError(f"{name}: the file is empty; fetch or save the page again", code="empty")
    known = next((what for magic, what in _MAGIC.items() if body.startswith(magic)), None)
    marked = any(body.startswith(mark) for mark, _ in _BOMS)
    if known or (not marked and len(_CONTROL.findall(head)) > len(head) // 50):
        what = known or "binary data"
        raise ExtractError(f"{name}: holds {what}, not a page; leave it out or save the page again", code="binary")


def _try(body: bytes, encoding: str) -> str | None:
    """Decode strictly; None where the bytes or the encoding's name do not allow it."""
    # Browsers read both of these names as Windows-1252, because servers that say them mean it.
    actual = (
        "cp1252"
        if encoding.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
        else encoding
    )
    try:
        return codecs.decode(body, actual) if codecs.lookup(actual)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def _strict_or_replaced(body: bytes, encoding: str, name: str) -> Decoded:
    """Decode, with signs that cannot be read replaced as long as they are few."""
    text = body.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > len(text) / 100:
        raise ExtractError(
            f"{name}: {lost} of {len(text)} characters cannot be read in any expected encoding; save the page as UTF-8",
            code="encoding",
        )
    doubt = f"{lost} characters cannot be read as {encoding} and were replaced" if lost else None
    return Decoded(text=text.replace("\ufffd", " "), encoding=encoding, doubt=doubt)


def _repaired(text: str, encoding: str) -> Decoded:
    """Undo a decoding of UTF-8 as Windows-1252, where all of the text allows it and at least two signs show it."""
    if len(_TWICE.findall(text[:200_000])) >= 2:
        try:
            once = text.encode("cp1252").decode("utf-8")
        except ValueError:
            return Decoded(text=text, encoding=encoding)
        return Decoded(text=once, encoding=encoding, doubt="the text was UTF-8 read as Windows-1252; it was put right")
    return Decoded(text=text, encoding=encoding)
