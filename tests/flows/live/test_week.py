"""A week of polling lived through with a clock: what it costs the publisher, and that nothing is missed."""

import random
from dataclasses import replace
from datetime import timedelta

from flows.live import passing
from flows.settings import Settings
from tests.flows.live.conftest import Ingest
from tests.flows.live.publisher import MORNING, FakeTime, Publisher, Story
from warehouse import read


def story(number: int, time: FakeTime) -> Story:
    text = f"Police arrested {number % 7 + 2} people in the city of Homs on Wednesday."
    return Story(number=number, title=f"Arrests number {number}", text=(text,), published=time.moment)


def test_in_a_week_every_article_and_every_edit_is_seen_with_few_requests(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    chance = random.Random(7)
    publisher.stories.clear()
    published, edited = 0, set()
    for tick in range(7 * 8):  # three hours at a time
        if tick % 4 == 0:
            published += 1
            publisher.publish(story(79100000 + published, time))
        if tick % 8 == 5:
            number = 79100000 + chance.randint(max(1, published - 1), published)
            text = f"Police arrested {30 + tick} people in the city of Homs."
            publisher.edit(number, text, at=time.moment)
            edited.add((number, text))
        run()
        time.moment = MORNING + timedelta(hours=3 * (tick + 1))
    for _ in range(3):
        time.pass_by(days=7)
        run()
    found = read.query(settings.warehouse, "SELECT count(*), sum(revisions) FROM articles").rows
    assert found == ((published, published + len(edited)),)
    pages = sum(count for address, count in publisher.asked.items() if "/a-79" in address)
    assert pages <= 9 * (published + len(edited))
    feed = publisher.asked["rss.dw.com/rdf/rss-en-all"]
    assert feed <= 7 * 8 + 4


def test_a_source_in_trouble_is_asked_less_and_less_but_never_given_up(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    stories = dict(publisher.stories)
    publisher.breaks = True
    before = publisher.asked["rss.dw.com/rdf/rss-en-all"]
    for _ in range(5 * 24):
        time.pass_by(hours=1)
        run()
    asked = publisher.asked["rss.dw.com/rdf/rss-en-all"] - before
    assert 3 * 5 <= asked <= 3 * 12  # three attempts each time, once a day at least
    state = read.query(settings.warehouse, "SELECT outcome, failures FROM meta.polls ORDER BY polled_at DESC LIMIT 1")
    assert state.rows[0][0] == "failed"
    publisher.breaks = False
    publisher.publish(*stories.values(), replace(story(79200000, time), published=time.moment))
    time.pass_by(days=1, minutes=1)
    run()
    assert read.query(settings.warehouse, "SELECT count(*) FROM articles").rows == ((3,),)


def test_a_pass_stops_in_time_and_the_next_goes_on(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    publisher.robots = "User-agent: *\nCrawl-delay: 50\n"
    publisher.publish(*(story(79300000 + n, time) for n in range(30)))
    began = time.moment
    run()
    assert time.moment - began < passing.LONGEST + passing.TOGETHER * timedelta(seconds=60)
    first = read.query(settings.warehouse, "SELECT count(*) FROM articles").rows
    assert first == ((passing.TOGETHER,),)
    run()
    assert read.query(settings.warehouse, "SELECT count(*) FROM articles").rows == ((32,),)
