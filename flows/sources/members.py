"""Gzip members: how much of a file consists of whole ones."""

import zlib
from pathlib import Path

_STEP = 1 << 20


def whole_length(path: Path) -> int:
    """Bytes up to the end of the last whole member; the size of the file when nothing is broken. Memory is bounded."""
    whole, at = 0, 0
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    with path.open("rb") as file:
        try:
            while chunk := file.read(_STEP):
                at += len(chunk)
                while chunk:
                    member.decompress(chunk, _STEP)
                    chunk = member.unconsumed_tail
                    if member.eof:
                        chunk = member.unused_data
                        whole = at - len(chunk)
                        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        except zlib.error:
            pass
    return whole
