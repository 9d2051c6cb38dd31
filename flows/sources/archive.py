"""Every exchange as WARC 1.1: one file a day, each record a gzip member of its own, readable by anybody's tools.

A file is only ever appended to. What a killed process left half-written at its end is cut off before the next record.
"""

import fcntl
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from extractors.errors import WarehouseError
from flows.sources.exchange import Exchange, Headers
from flows.sources.members import whole_length

_HOP = ("transfer-encoding", "connection", "keep-alive")
"""Headers of the connection; the body is stored without its chunks."""
_LINE_BREAK = re.compile(r"[\r\n]+")


class Archive:
    """The WARC file of a day, open for appending by this process alone."""

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock = lock
        self._file = path.open("ab", buffering=0)
        self._dirty = False
        if self._file.tell() == 0:
            self._append([_warcinfo(path.name)])

    def record(self, exchange: Exchange) -> None:
        """Append an exchange: the request, why it was made, and the response."""
        response_id = f"<urn:uuid:{uuid4()}>"
        date = exchange.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        told = {"WARC-Date": date, "WARC-Concurrent-To": response_id}
        records = [_request(exchange, told)]
        if exchange.about:
            records.append(_metadata(exchange, told))
        records.append(_response(exchange, {"WARC-Date": date, "WARC-Record-ID": response_id}))
        self._append(records)

    def sync(self) -> None:
        """Make sure that no power cut loses what was appended; done before the warehouse is told of it."""
        if self._dirty:
            os.fsync(self._file.fileno())
            self._dirty = False

    def close(self) -> None:
        """Leave the file whole for the next process."""
        self.sync()
        self._file.close()
        os.ftruncate(self._lock, 0)

    def _append(self, records: list[bytes]) -> None:
        try:
            os.pwrite(self._lock, b"appending", 0)
            self._file.write(b"".join(records))
            self._dirty = True
        except OSError as error:
            raise WarehouseError(
                f"The archive {self.path} cannot be written ({error.strerror or error}). "
                "Nothing was added; free space or set EVENTWIRE_ARCHIVE, then run again."
            ) from error


@contextmanager
def open_archive(folder: Path, now: datetime) -> Iterator[Archive]:
    """The day's archive in the folder; a second process at the same time gets a file of its own."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(
            f"The archive folder {folder} cannot be made ({error.strerror or error}); set EVENTWIRE_ARCHIVE."
        ) from error
    for number in count(1):
        path = folder / f"eventwire-{now:%Y%m%d}{'' if number == 1 else f'-{number}'}.warc.gz"
        lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        try:
            if os.fstat(lock).st_size and path.exists():  # the process that held it was killed
                mend(path)
            archive = Archive(path, lock)
            try:
                yield archive
            finally:
                archive.close()
        finally:
            os.close(lock)
        return


def mend(path: Path) -> int:
    """Cut off what is no whole record at the end of the file; return how many bytes were cut."""
    size, whole = path.stat().st_size, whole_length(path)
    with path.open("r+b") as file:
        file.truncate(whole)
        os.fsync(file.fileno())
    return size - whole


def _request(exchange: Exchange, told: dict[str, str]) -> bytes:
    path = "/" + exchange.url.partition("://")[2].partition("/")[2]
    head = StatusAndHeaders(f"GET {path} HTTP/1.1", list(exchange.request), is_http_request=True)
    return _record(exchange.url, "request", told, http=head)


def _metadata(exchange: Exchange, told: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {_LINE_BREAK.sub(' ', value)}\r\n" for name, value in exchange.about).encode()
    return _record(exchange.url, "metadata", told, body=lines, kind="application/warc-fields")


def _response(exchange: Exchange, told: dict[str, str]) -> bytes:
    head = StatusAndHeaders(
        f"{exchange.status} {exchange.reason}".rstrip(), list(_kept(exchange.response)), protocol="HTTP/1.1"
    )
    protocol = "h2" if exchange.version == "HTTP/2" else exchange.version.lower()
    return _record(exchange.url, "response", {**told, "WARC-Protocol": protocol}, body=exchange.body, http=head)


def _kept(headers: Headers) -> Headers:
    return tuple((name, value) for name, value in headers if name.lower() not in _HOP)


def _warcinfo(name: str) -> bytes:
    fields = {"software": "eventwire", "format": "WARC File Format 1.1"}
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record(name, fields))
    return buffer.getvalue()


def _record(
    url: str,
    sort: str,
    told: dict[str, str],
    *,
    body: bytes = b"",
    http: StatusAndHeaders | None = None,
    kind: str = "",
) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    record = writer.create_warc_record(
        url,
        sort,
        payload=io.BytesIO(body),
        length=len(body),
        warc_content_type=kind,
        warc_headers_dict=told,
        http_headers=http,
    )
    writer.write_record(record)
    return buffer.getvalue()
