"""One request and its response, as values; and how a request can fail."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from extractors.errors import SourceRefused, SourceUnavailable

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What to ask for. Validators of an older answer make the request conditional."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    media_types: tuple[str, ...] = ()
    """Types that can be read; empty takes everything."""
    limit: int = 5_000_000
    """Bytes of the body, decoded; a page of DW's has 0.25 MB."""
    about: Headers = ()
    """What an archive should remember of why this was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response as they went over the wire; `body` is still encoded."""

    url: str
    at: datetime
    request: Headers
    version: str
    status: int
    reason: str
    response: Headers
    body: bytes
    about: Headers = ()


Record = Callable[[Exchange], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response that can be used: 200 with its decoded body, or 304 without one."""

    url: str
    """Address after redirects."""
    at: datetime
    status: int
    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return header(self.headers, name)

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that the older answer still holds."""
        return self.status == 304

    @property
    def media_type(self) -> str | None:
        """Type without parameters, in lower case."""
        return (self.header("content-type") or "").split(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """Character set the server names."""
        for part in (self.header("content-type") or "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset" and value.strip(" \"'"):
                return value.strip(" \"'")
        return None


class Unavailable(SourceUnavailable):
    """No usable answer now."""

    def __init__(self, message: str, *, url: str, status: int | None = None, at: datetime | None = None) -> None:
        super().__init__(message, url=url, status=status)
        self.at = at
        """When the server answered so; None when no answer came."""
        self.paused_until: datetime | None = None
        """Until when the server asked to be left alone."""
        self.was_not_asked = False
        """Whether the server was left alone, because it had asked for that before."""
        self.wait: float | None = None
        """Seconds that the server asked for, where they are few."""


class Refused(SourceRefused):
    """No usable answer, however often it is asked."""

    def __init__(self, message: str, *, url: str, status: int | None = None, at: datetime | None = None) -> None:
        super().__init__(message, url=url, status=status)
        self.at = at
        """When the server answered so; None when no answer came."""


def header(headers: Headers, name: str) -> str | None:
    """The first header of that name, in any case."""
    return next((value for key, value in headers if key.lower() == name), None)
