"""What can go wrong, as one tree; every message says what happened, where, and what to do next.

EventwireError                 .exit_code
├── UsageError             2   a bad option or setting; lists the valid ones
├── SourceError            3   .url .status
│   ├── SourceUnavailable      worth trying again: a timeout, 429, 5xx
│   └── SourceRefused          not worth trying again: 404, 410, robots.txt
├── ExtractError               never leaves one page: it becomes a row in meta.issues
└── WarehouseError         4
    ├── WarehouseLocked        another process writes; nothing is lost, the batch waits in the outbox
    └── SchemaTooNew           the file was written by a newer eventwire
"""

from typing import ClassVar


class EventwireError(Exception):
    """Any failure that ends a run; the message is fit to print."""

    exit_code: ClassVar[int] = 1


class UsageError(EventwireError):
    """A wrong option, setting or query."""

    exit_code: ClassVar[int] = 2


class SourceError(EventwireError):
    """A source could not be read as a whole; `url` is its address or path, `status` the HTTP status if one came."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, url: str, status: int | None = None) -> None:
        super().__init__(message)
        self.url = url
        self.status = status


class SourceUnavailable(SourceError):
    """The source may answer later."""


class SourceRefused(SourceError):
    """The source will not answer however often it is asked."""


class ExtractError(EventwireError):
    """One page cannot be read; `code` is the machine-readable reason that meta.issues stores."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class WarehouseError(EventwireError):
    """The warehouse cannot keep a promise."""

    exit_code: ClassVar[int] = 4


class WarehouseLocked(WarehouseError):
    """Another process holds the file."""


class SchemaTooNew(WarehouseError):
    """A newer version of eventwire wrote the file."""
