"""When things happened: time expressions, their intervals, and which of them dates which event."""

from extractors.dates.articles import publication_day, read_times
from extractors.dates.attachment import event_time
from extractors.dates.finding import find_times

__all__ = ["event_time", "find_times", "publication_day", "read_times"]
