"""Responses from WARC files: our own archive, Common Crawl's news, or anybody's. One record in memory at a time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extractors.model import Issue
from flows.sources.exchange import Exchange, Headers
from flows.sources.members import whole_length

LARGEST = 5_000_000
"""Bytes of a stored body that are read; a page of DW's has 0.25 MB, and the archive may hold films."""
_WANTED = WarcRecordType.response | WarcRecordType.metadata


def read_archive(path: Path, *, hosts: tuple[str, ...] = ()) -> Iterator[Exchange | Issue]:
    """Yield the responses in their order, of these hosts and their subdomains alone when any is given.

    A file that breaks off gives what stands before the break, and an Issue.
    """
    about: dict[str, Headers] = {}
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, record_types=_WANTED, parse_http=False):
                if record.record_type == WarcRecordType.metadata:
                    about = {record.headers.get("WARC-Concurrent-To") or "": _fields(record)}
                elif _is_wanted(record, hosts):
                    exchange = _exchange(record, about)
                    if exchange is not None:
                        yield exchange
        # FastWARC ends without a word where a file breaks off.
        reason = "" if path.suffix != ".gz" or whole_length(path) == path.stat().st_size else "its last record is cut"
    except (OSError, EOFError, ValueError) as error:
        reason = str(error)
    if reason:
        message = f"{path}: breaks off or is damaged ({reason}); what stands before that was read"
        yield Issue(level="error", code="broken_archive", document=path.name, message=message)


def _is_wanted(record: WarcRecord, hosts: tuple[str, ...]) -> bool:
    url = record.headers.get("WARC-Target-URI") or ""
    try:
        host = urlsplit(url.strip("<>")).hostname or ""
    except ValueError:
        return False
    return bool(host) and (not hosts or any(host == home or host.endswith(f".{home}") for home in hosts))


def _exchange(record: WarcRecord, about: dict[str, Headers]) -> Exchange | None:
    """The response in a record; None when it is none of HTTP, or too large for a page."""
    record.parse_http(auto_decode="transfer")
    head = record.http_headers
    date = record.record_date
    if head is None or head.status_code is None or date is None or record.headers.get("WARC-Truncated"):
        return None
    body = record.reader.read(LARGEST + 1)
    if len(body) > LARGEST:
        return None
    at: datetime = date.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return Exchange(
        url=record.headers["WARC-Target-URI"].strip("<>"),
        at=at,
        request=(),
        version="HTTP/1.1",
        status=head.status_code,
        reason=head.reason_phrase or "",
        response=tuple((name, value) for name, value in head.items()),
        body=body,
        about=about.get(record.record_id or "", ()),
    )


def _fields(record: WarcRecord) -> Headers:
    lines = record.reader.read(100_000).decode("utf-8", "replace").splitlines()
    found = (line.partition(":") for line in lines)
    return tuple((name.strip(), value.strip()) for name, colon, value in found if colon)
