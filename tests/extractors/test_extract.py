"""One page in, one extraction out, whatever the page holds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import EXTRACTOR_VERSION
from extractors.extract import extract, extract_many, load_resources
from extractors.model import Page

ARTICLE = """Conflicts

Rebels capture town in northern Mali

June 16, 2021

Fighters have captured the town of Tessalit from the Malian army, officials said.

Rebels captured the northern town of Tessalit on Tuesday after two days of fighting, the Defense Ministry said.

France condemned the attack. President Emmanuel Macron urged the rebels to release all prisoners.
"""


def test_a_page_gives_its_article_sentences_and_events() -> None:
    extraction = extract(Page(name="mali.txt", body=ARTICLE.encode()), load_resources())
    assert extraction.article is not None
    assert extraction.extractor_version == EXTRACTOR_VERSION
    assert {event.event_type for event in extraction.events} >= {"COERCE", "ACCUSE", "REQUEST"}
    assert not [issue for issue in extraction.issues if issue.level == "error"]


def test_a_page_that_is_no_article_is_an_issue_and_no_error() -> None:
    extraction = extract(Page(name="empty.txt", body=b""), load_resources())
    assert extraction.article is None
    assert [issue.level for issue in extraction.issues] == ["error"]
    assert extraction.issues[0].document == "empty.txt"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_no_bytes_raise(body: bytes) -> None:
    extraction = extract(Page(name="odd", body=body), load_resources())
    assert extraction.article is not None or extraction.issues


def test_the_same_page_gives_the_same_extraction_alone_and_among_others() -> None:
    page = Page(name="mali.txt", body=ARTICLE.encode())
    other = Page(name="empty.txt", body=b"")
    alone = extract(page, load_resources())
    first, empty, last = extract_many([page, other, page], load_resources())
    assert first == alone == last
    assert empty.article is None
