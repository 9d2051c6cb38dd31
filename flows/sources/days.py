"""A span of days, both ends included: what a backfill asks for."""

from dataclasses import dataclass
from datetime import date

from extractors.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From the first day to the last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if self.last < self.first:
            raise UsageError(f"{self} is no span of days: give the earlier day first")

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """The span as it is told to people."""
        return f"{self.first} to {self.last}"
