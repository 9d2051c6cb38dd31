"""When things happened: time expressions, their intervals, and which of them dates which event."""

from extractors.dates.articles import publication_day, read_times
from extractors.dates.attachment import event_time
from extractors.dates.finding import find_times
from extractors.dates.lead import lead_time

__all__ = ["event_time", "find_times", "lead_time", "publication_day", "read_times"]
