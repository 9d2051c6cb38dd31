"""From a feed on loopback to rows: what is new is fetched once, what is edited becomes a revision."""

from dataclasses import replace
from datetime import timedelta

from flows.live.passing import Purpose, open_pass, poll_sources, visit_articles
from flows.settings import Settings
from tests.flows.live.conftest import FEED, RSS, SHELLING, SITEMAP, TALKS, Ingest
from tests.flows.live.publisher import FakeTime, Publisher, network
from warehouse import read


def ask(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    return list(read.query(settings.warehouse, sql).rows)


def test_the_first_poll_fetches_every_article_and_the_second_nothing(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    first = run()
    assert first is not None
    assert first.new_articles == 2
    assert first.new_events >= 3
    assert ask(settings, "SELECT article_key, published_date::VARCHAR FROM articles ORDER BY 1") == [
        ("dw:79000001", "2026-09-10"),
        ("dw:79000002", "2026-09-10"),
    ]
    time.pass_by(minutes=1)
    before = settings.warehouse.read_bytes()
    asked = publisher.asked.total()
    assert run() is None
    assert publisher.asked.total() == asked
    assert settings.warehouse.read_bytes() == before


def test_an_edited_article_becomes_a_new_revision(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    edited = SHELLING.text[0].replace("at least 12", "at least 19")
    publisher.edit(SHELLING.number, edited, *SHELLING.text[1:], at=time.moment)
    time.pass_by(minutes=16)
    again = run()
    assert again is not None
    assert again.new_articles == 1
    assert ask(settings, "SELECT revisions FROM articles WHERE article_key = 'dw:79000001'") == [(2,)]
    found = ask(settings, "SELECT count_min FROM quantities WHERE count_type = 'killed'")
    assert found == [(19,)]


def test_news_is_fetched_apart_from_what_is_looked_at_again(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    time.pass_by(minutes=16)
    publisher.publish(replace(TALKS, number=79000003, title="Third"))
    publisher.edit(SHELLING.number, "Rebel fighters shelled Latakia, killing at least 19 people.", at=time.moment)
    ways = network(publisher, time)
    with open_pass(settings, network=ways) as live:
        poll_sources(live, [FEED])
        assert visit_articles(live, looks=["first"]) == 1
    with open_pass(settings, network=ways, purpose=Purpose(command="revisit")) as live:
        assert visit_articles(live, looks=["again"]) == 2
        assert visit_articles(live) == 0
    live.warehouse.publish()
    assert ask(settings, "SELECT command FROM runs ORDER BY started_at, command") == [
        ("ingest",), ("ingest",), ("revisit",)]  # fmt: skip
    assert ask(settings, "SELECT max(revisions) FROM articles") == [(2,)]


def test_an_unchanged_feed_writes_nothing_but_a_sign_of_life_an_hour(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    for _ in range(20):  # let the visits to both articles run out
        time.pass_by(days=8)
        run()
    polls = []
    for _ in range(9):
        time.pass_by(minutes=15)
        before = settings.warehouse.read_bytes()
        polls.append(run() is not None)
        assert (settings.warehouse.read_bytes() != before) == polls[-1]
    assert polls.count(True) == 2
    assert publisher.statuses[-1] == ("/rdf/rss-en-all", 304)


def test_the_same_article_by_feeds_and_sitemap_is_one(run: Ingest, publisher: Publisher, settings: Settings) -> None:
    run(FEED, RSS, SITEMAP)
    assert ask(settings, "SELECT count(*) FROM articles") == [(2,)]
    assert ask(settings, "SELECT count(*), count(DISTINCT article_key) FROM meta.sightings") == [(2, 2)]
    pages = [path for path in publisher.asked if "/a-79" in path]
    assert sorted(publisher.asked[path] for path in pages) == [1, 1]


def test_furniture_that_changes_is_no_revision(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    publisher.adverts = True
    publisher.has_validators = False
    run()
    for minutes in (16, 61, 6 * 60 + 1, 24 * 60 + 1, 7 * 24 * 60 + 1):
        time.pass_by(minutes=minutes)
        run()
    assert ask(settings, "SELECT max(revisions) FROM articles") == [(1,)]
    gaps = ask(
        settings,
        "SELECT DISTINCT visited_at - lag(visited_at) OVER (PARTITION BY article_key ORDER BY visited_at) AS gap "
        "FROM meta.visits QUALIFY gap IS NOT NULL ORDER BY gap",
    )
    assert len(gaps) >= 5
    visits = ask(settings, "SELECT count(*) FROM meta.visits GROUP BY article_key")
    assert visits == [(6,), (6,)]
    time.pass_by(days=30)
    run()
    assert ask(settings, "SELECT count(*) FROM meta.visits GROUP BY article_key") == visits


def test_a_withdrawn_article_is_recorded_and_nothing_is_deleted(
    run: Ingest, publisher: Publisher, settings: Settings, time: FakeTime
) -> None:
    run()
    publisher.withdraw(SHELLING.number)
    time.pass_by(minutes=16)
    run()
    newest = "SELECT outcome, http_status FROM meta.visits WHERE article_key = 'dw:79000001' ORDER BY visited_at"
    assert ask(settings, newest) == [("fetched", 200), ("withdrawn", 410)]
    assert ask(settings, "SELECT count(*) FROM articles") == [(2,)]


def test_every_request_says_who_asks(run: Ingest, publisher: Publisher) -> None:
    run()
    (agent,) = publisher.agents
    assert agent.startswith("eventwire/")
    assert agent.endswith("(+https://desk.example/bot)")


def test_requests_to_a_host_keep_their_distance(run: Ingest, time: FakeTime) -> None:
    before = time.moment
    run()
    assert time.moment - before >= timedelta(seconds=2)  # robots.txt and two pages of one host
