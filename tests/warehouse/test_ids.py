"""Names of what is said: those of `stable_uuid`, and apart when an article says the same twice."""

from dataclasses import replace

from extractors.model import stable_uuid
from tests.warehouse.material import SHELLING, article, extraction
from warehouse.ids import event_ids, quantity_ids


def test_events_and_numbers_are_named_by_what_is_said_where() -> None:
    of = article(1)
    named = stable_uuid("event", of.article_id, SHELLING, "shelled the harbour", "ASSAULT")
    counted = stable_uuid("quantity", of.article_id, SHELLING, "at least 12", "killed")
    assert event_ids(extraction(1), str(of.article_id))[0] == str(named)
    assert quantity_ids(extraction(1), str(of.article_id)) == (str(counted),)


def test_the_same_words_again_get_another_name() -> None:
    whole = extraction(1)
    twice = replace(whole, events=(whole.events[0], whole.events[0]))
    first, second = event_ids(twice, str(article(1).article_id))
    assert second == str(stable_uuid(first, 2))
