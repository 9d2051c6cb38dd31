"""When and where an act happened that its own clause does not say."""

from datetime import date

import pytest

from extractors.model import Event
from tests.extractors.coding.coded import events_of


def act(text: str, trigger: str, published: date = date(2021, 6, 16)) -> Event:
    return next(each for each in events_of(text, published) if each.mentions[0].trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        pytest.param(
            "Rebels stormed the town of Kidal.\nGermany imposed sanctions on Mali.", "imposed", None,
            id="a sanction has no scene",
        ),
        pytest.param(
            "Rebels stormed the town of Kidal. They abducted two nurses.", "abducted", "Kidal",
            id="a deed goes on in the place of its paragraph",
        ),
        pytest.param(
            "Rebels stormed the town of Kidal.\nPolice arrested two ministers of Mali.", "arrested", None,
            id="what an article is mostly about is no place of every deed",
        ),
    ],
)  # fmt: skip
def test_where(text: str, trigger: str, place: str | None) -> None:
    found = act(text, trigger).place
    assert (found.name if found is not None else None) == place


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        pytest.param(
            "Rebels stormed the town of Kidal on Monday.\nSoldiers shot two demonstrators.", "shot",
            date(2021, 6, 14), id="a deed goes on with the day of the lead",
        ),
        pytest.param(
            "Rebels stormed the town of Kidal on Monday.\nGermany condemned the rebels.", "condemned",
            date(2021, 6, 16), id="what is said of it is of the day of publication",
        ),
        pytest.param(
            "Rebels stormed the town of Kidal on Monday.\nSoldiers have shot two demonstrators.", "shot",
            date(2021, 6, 16), id="a perfect tells no story",
        ),
    ],
)  # fmt: skip
def test_when(text: str, trigger: str, day: date) -> None:
    start = act(text, trigger).time.start
    assert start is not None
    assert start.date() == day
