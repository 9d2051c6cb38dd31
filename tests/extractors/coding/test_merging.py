"""Which mentions of an article tell one act, in sentences of our own."""

from datetime import date

import pytest

from extractors.extract import code_article, load_resources
from extractors.model import COUNTED, Article, Block, Event


def told(title: str, *paragraphs: str, kind: str) -> list[Event]:
    """The counted events of a type in an article of a headline and paragraphs."""
    blocks, position = [], len(title) + 2
    for text in paragraphs:
        blocks.append(Block(zone="paragraph", text=text, start=position))
        position += len(text) + 2
    article = Article(
        article_key="text:merging", document="merging", url=None, source="text", kind="article", layout="plain",
        language="en", kicker=None, title=title, teaser=None, blocks=tuple(blocks), published=date(2021, 6, 16),
        date_method="given",
    )  # fmt: skip
    events = code_article(article, load_resources()).events
    return [each for each in events if each.event_type == kind and each.status in COUNTED]


@pytest.mark.parametrize(
    ("title", "paragraphs", "kind", "many"),
    [
        pytest.param(
            "Iran strikes Kurdish groups in Iraq",
            ("Iran fired missiles at bases of Kurdish parties in northern Iraq on Tuesday.",), "ASSAULT", 1,
            id="a headline retells the act in its own words",
        ),
        pytest.param(
            "Mali coup", ("Rebels shelled the town of Kidal on Monday. Eight people were killed.",), "ASSAULT", 1,
            id="the next sentence only counts the dead",
        ),
        pytest.param(
            "Mali coup", ("Rebels shelled the town of Kidal on Monday.", "Police arrested two ministers."), "ASSAULT",
            1, id="another act stays another act",
        ),
        pytest.param(
            "Guinea coup",
            ("Soldiers toppled President Alpha Conde in Guinea on Tuesday. The soldiers sealed the borders.",),
            "COERCE", 2, id="one actor can do two things to two things",
        ),
        pytest.param(
            "Mali war",
            ("Rebels killed three soldiers near Kidal on Monday.", "Rebels killed nine soldiers near Gao on Tuesday."),
            "ASSAULT", 2, id="two tolls are two attacks",
        ),
    ],
)  # fmt: skip
def test_mentions(title: str, paragraphs: tuple[str, ...], kind: str, many: int) -> None:
    assert len(told(title, *paragraphs, kind=kind)) == many
