"""Undo a response's content encoding without letting a small body become a huge one."""

import zlib

from extractors.errors import EventwireError

ACCEPTED = "gzip, deflate"
"""Brotli and zstd give no limit on what a step may return, so they are not asked for."""


class Undecodable(EventwireError):
    """The body is not what its header says, or stops in the middle."""


class TooLarge(EventwireError):
    """The decoded body is larger than allowed."""


def decoded(body: bytes, encoding: str | None, *, limit: int) -> bytes:
    """The body without its content encodings, at most `limit` bytes; raises Undecodable or TooLarge."""
    names = [name.strip().lower() for name in (encoding or "").split(",")]
    for name in reversed([name for name in names if name not in ("", "identity")]):
        if name in ("gzip", "x-gzip"):
            body = _inflate(body, zlib.MAX_WBITS | 16, limit)
        elif name == "deflate":
            raw = not body or body[0] & 0x0F != 8  # some servers leave the zlib header away
            body = _inflate(body, -zlib.MAX_WBITS if raw else zlib.MAX_WBITS, limit)
        else:
            raise Undecodable(f"the body is encoded as {name!r}, which was not asked for")
    if len(body) > limit:
        raise TooLarge(f"the body has more than {limit} bytes")
    return body


def _inflate(body: bytes, window: int, limit: int) -> bytes:
    found = bytearray()
    while body:
        packed = zlib.decompressobj(window)
        try:
            found += packed.decompress(body, limit + 1 - len(found))
        except zlib.error as error:
            raise Undecodable(f"the body is not what its header says ({error})") from error
        if len(found) > limit:
            raise TooLarge(f"the body has more than {limit} bytes when it is unpacked")
        if not packed.eof:
            raise Undecodable("the body stops in the middle")
        body = packed.unused_data if window > zlib.MAX_WBITS else b""
        if not body.startswith(b"\x1f\x8b"):  # padding behind the last member
            break
    return bytes(found)
