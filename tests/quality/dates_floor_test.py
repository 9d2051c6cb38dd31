"""Floors for dates on sentences of our own; they only rise. Half 1 was never looked at while rules were changed."""

import pytest

from tests.quality.labelled import compared_events, compared_times, share


@pytest.mark.parametrize(("half", "floor"), [(0, 0.93), (1, 0.90)], ids=["tuned on", "held out"])
def test_expressions_keep_their_values(half: int, floor: float) -> None:
    found = list(compared_times())
    assert share(found, half) >= floor, "\n".join(each.note for each in found if not each.right and each.half == 0)


@pytest.mark.parametrize(("half", "floor"), [(0, 0.93), (1, 0.92)], ids=["tuned on", "held out"])
def test_events_keep_their_days(half: int, floor: float) -> None:
    found = list(compared_events())
    assert share(found, half) >= floor, "\n".join(each.note for each in found if not each.right and each.half == 0)
