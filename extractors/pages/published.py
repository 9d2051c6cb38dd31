"""When a page says it was published: title suffixes, date lines, timestamps. Never asks the clock.

A relative date ("13 minutes ago") is recognised, so that it is no text, and stays unknown.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

_MONTHS = (
    "january januar jan", "february februar feb", "march märz mar mrz", "april apr", "may mai", "june juni jun",
    "july juli jul", "august aug", "september sep sept", "october oktober oct okt", "november nov",
    "december dezember dec dez",
)  # fmt: skip
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + ")"

_DAY = (
    rf"(?:{_MONTH}\.? \d{{1,2}}, \d{{4}}"  # December 7, 2016
    rf"|\d{{1,2}}\.? {_MONTH}\.? \d{{4}}"  # 7 December 2016, 7. Dezember 2016
    r"|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})"
)
_UNIT = r"(?:seconds?|minutes?|mins?|hours?|days?|sekunden?|minuten?|stunden?|tagen?)"
_RELATIVE = (
    rf"(?:\d{{1,2}} {_UNIT} ago|(?:an?|one) {_UNIT} ago|vor (?:\d{{1,2}}|einer|einem) {_UNIT}|yesterday|gestern)"
)
_CLOCK = r"(?:,? (?:at )?\d{1,2}:\d{2}(?: ?(?:am|pm|uhr|utc|gmt|cest|cet))*)?"
_LINE = re.compile(
    rf"(?P<author>.*?)(?:published|veröffentlicht|date|datum)?:? ?(?:am |on )?(?P<first>{_DAY}|{_RELATIVE}){_CLOCK}"
    rf"(?:,? ?(?:(?:last |zuletzt )?(?:updated|aktualisiert))(?: am| on)?:? ?(?P<last>{_DAY}|{_RELATIVE}){_CLOCK}"
    rf"|(?P<again>{_DAY}))?",
    re.IGNORECASE,
)
_HAS_DATE = re.compile(r"\d|an? [a-z]+ ago|one [a-z]+ ago|vor eine|yesterday|gestern", re.IGNORECASE)
_DOUBLED = re.compile(r"(.{8,}?)\1")
_SUFFIX = re.compile(
    r"(?:\s+\|\s+[^|]{1,40})?\s+[|–—-]\s+DW(?:\.COM)?\s*(?:[|–—-]\s+(?P<day>\d{1,2}[./]\d{1,2}[./]\d{4}))?\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that is a date. `published` is None for a relative date; `author` is what was glued in front."""

    published: date | None
    modified: date | None = None
    author: str | None = None


def day(text: str) -> date | None:
    """Read one written day; None where it is no day of the calendar."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    month = next((_MONTH_NUMBER[w] for w in re.findall(r"[^\W\d]+", text.lower()) if w in _MONTH_NUMBER), None)
    with suppress(ValueError):
        if month is not None and len(numbers) == 2:
            return date(numbers[1], month, numbers[0])
        if len(numbers) == 3 and "-" in text:
            return date(*numbers)
        if len(numbers) == 3 and "/" in text:  # DW's English pages write the month first where there is a slash
            return date(numbers[2], numbers[0], numbers[1])
        if len(numbers) == 3:
            return date(numbers[2], numbers[1], numbers[0])
    return None


def date_line(text: str) -> DateLine | None:
    """Read a line that holds a date, and an author at most; None for any other line."""
    if not _HAS_DATE.search(text, 0, 160):
        return None
    # A screen reader's copy of a date stands glued to the visible one in some dumps: "20 minutes ago20 minutes ago".
    once = _DOUBLED.sub(r"\1", text) if len(text) <= 160 else ""
    match = _LINE.fullmatch(once)
    if match is None:
        return None
    author = match["author"].strip(" |·") or None
    if author and not _glued_author(author, match):
        return None
    last = match["last"]
    return DateLine(published=day(match["first"]), modified=day(last) if last else None, author=author)


def _glued_author(author: str, match: re.Match[str]) -> bool:
    """Whether what stands before a date is a byline: glued to it, or short and of capitalised words."""
    if re.search(r"[.!?:;\d]$", author):
        return False
    glued = match.string[len(match["author"].rstrip()) :][:1] != " "
    return glued and len(author) <= 100


def title_suffix(title: str) -> tuple[str, date | None]:
    """The title without its "| Section | DW | 28.04.2017", and the day it ends in."""
    match = _SUFFIX.search(title) if len(title) <= 400 else None
    if match is None or not match.start():
        return title, None
    return title[: match.start()].strip(), day(match["day"]) if match["day"] else None


def timestamp(text: str | None) -> datetime | None:
    """Read an ISO 8601 timestamp as UTC without a zone; one without a zone is taken as UTC."""
    if not text or len(text) > 40:
        return None
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text.strip())
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    return None
