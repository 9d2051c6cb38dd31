"""Reports of one act are found again: what joins two, what keeps them apart, in whatever order they come."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations, permutations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.model import EventTime, Extraction, stable_uuid
from tests.warehouse.cookbook import replay_seeds
from tests.warehouse.material import article, batch, extraction
from warehouse import candidates, read
from warehouse.ids import event_ids
from warehouse.incidents import Report, same_act
from warehouse.linking import group
from warehouse.store import Warehouse
from warehouse.told_names import ages_in, names_in, words_in

FERRY = Report(
    event_id=UUID(int=1),
    article_id=UUID(int=1),
    event_type="ASSAULT",
    first_day=date(2020, 3, 3),
    last_day=date(2020, 3, 3),
    place="Port Anse",
    latitude=12.5,
    longitude=-61.5,
    place_precision=1,
    actors=frozenset({"gunmen"}),
    actor_countries=frozenset({"GRD"}),
    victims=frozenset(),
    killed=(12, None),
    wounded=(None, None),
    names=frozenset({"ferry king", "ada okoro"}),
    ages=frozenset({"43y"}),
    words=frozenset({"quay"}),
)


def other(**changes: Any) -> Report:
    """The same act in another article without ages and words, but for the changes."""
    told = {"ages": frozenset(), "words": frozenset()} | changes
    return replace(FERRY, event_id=UUID(int=2), article_id=UUID(int=2), **told)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(other(), id="the same words"),
        pytest.param(other(actors=frozenset({"the attackers"})), id="attackers by another name"),
        pytest.param(other(first_day=date(2020, 3, 4), last_day=date(2020, 3, 4)), id="after midnight"),
        pytest.param(other(place="the quay", latitude=12.6), id="a place near by"),
        pytest.param(other(killed=(14, 14)), id="a toll that may be the same"),
        pytest.param(
            other(place=None, latitude=None, ages=frozenset({"43y"})), id="no place, but two names, an age and a toll"
        ),
        pytest.param(other(last_day=date(2020, 3, 4)), id="a night, which has two dates"),
        pytest.param(other(names=frozenset(), ages=frozenset({"43y"})), id="no name, but an age, a place and a toll"),
        pytest.param(other(killed=(3, 5), ages=frozenset({"43y"})), id="another toll, but names, an age and a place"),
        pytest.param(other(names=frozenset({"ada okoro"})), id="one name, a place and a toll"),
    ],
)
def test_they_tell_one_act(second: Report) -> None:
    assert same_act(FERRY, second)
    assert same_act(second, FERRY)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(replace(FERRY, event_id=UUID(int=2)), id="told in one article, which told them apart"),
        pytest.param(other(event_type="COERCE"), id="another type"),
        pytest.param(other(first_day=date(2020, 3, 5), last_day=date(2020, 3, 5)), id="two days later"),
        pytest.param(other(last_day=date(2020, 3, 9)), id="a campaign of a week"),
        pytest.param(other(place=None, latitude=None), id="no place, two names and a toll are too little"),
        pytest.param(other(names=frozenset(), words=frozenset({"quay"})), id="one word, a place and a toll"),
        pytest.param(other(first_day=None, last_day=None), id="no date"),
        pytest.param(other(killed=(3, 5)), id="a toll that cannot be the same"),
        pytest.param(other(actor_countries=frozenset({"BRB"})), id="actors of another country"),
        pytest.param(other(place="Anse-la-Mer", latitude=15.0), id="an exact place far away"),
        pytest.param(other(names=frozenset()), id="no name in common"),
    ],
)
def test_they_tell_two_acts(second: Report) -> None:
    assert not same_act(FERRY, second)
    assert not same_act(second, FERRY)


def test_who_speaks_tells_statements_apart() -> None:
    said = replace(FERRY, event_type="ACCUSE", actors=frozenset({"Ada Okoro"}))
    assert not same_act(said, other(event_type="ACCUSE", actors=frozenset({"Jon Reyes"})))
    assert same_act(said, other(event_type="ACCUSE", actors=frozenset({"Ada Okoro"})))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Okoro died on Tuesday.", {"ada okoro"}),
        ("The ferry Queen of Anse sank.", set()),
        ("Reporters met Ada Maria Okoro.", {"ada maria", "maria okoro"}),
        ("On Monday March began.", set()),
        ("Port Anse Police said so.", {"port anse"}),
        ("nobody was named", set()),
    ],
)
def test_names_are_pairs_of_capitalised_words(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "ages", "words"),
    [
        ("A seven-year-old boy and Ada Okoro, 43, were hurt.", {"7y", "43y"}, {"ada", "okoro"}),
        ("Doctors saw an 11-month-old.", {"11m"}, set()),
        ("A decades-old feud began on March 12, and an old man spoke.", set(), set()),
        ("Sailors of the Marigold met police from Anse's quay.", set(), {"marigold", "anse"}),
    ],
)
def test_ages_and_other_capitalised_words(text: str, ages: set[str], words: set[str]) -> None:
    assert ages_in(text) == ages
    assert words_in(text) == words


REPORTS = st.builds(
    Report,
    event_id=st.uuids(),
    article_id=st.sampled_from([UUID(int=number) for number in range(6)]),
    event_type=st.sampled_from(["ASSAULT", "ACCUSE"]),
    first_day=st.sampled_from([None, *(date(2020, 3, day) for day in range(1, 5))]),
    last_day=st.sampled_from([date(2020, 3, day) for day in range(1, 5)]),
    place=st.sampled_from([None, "Port Anse"]),
    latitude=st.sampled_from([None, 12.5]),
    longitude=st.just(-61.5),
    place_precision=st.sampled_from([None, 1]),
    actors=st.frozensets(st.sampled_from(["one", "other"]), max_size=1),
    actor_countries=st.frozensets(st.sampled_from(["GRD", "BRB"]), max_size=1),
    victims=st.frozensets(st.sampled_from(["ada okoro"])),
    killed=st.sampled_from([(None, None), (1, 1), (5, None)]),
    wounded=st.just((None, None)),
    names=st.frozensets(st.sampled_from(["ada okoro", "jon reyes", "queen anse"])),
    ages=st.frozensets(st.sampled_from(["43y", "7y"])),
    words=st.frozensets(st.sampled_from(["quay", "marigold"])),
)


@given(st.lists(REPORTS, max_size=12, unique_by=lambda report: report.event_id), st.randoms())
def test_the_order_of_arrival_does_not_matter(reports: list[Report], shuffler: Any) -> None:
    shuffled = list(reports)
    shuffler.shuffle(shuffled)
    assert group(shuffled) == group(reports)


@given(st.lists(REPORTS, max_size=12, unique_by=lambda report: report.event_id))
def test_nothing_is_lost_and_types_do_not_mix(reports: list[Report]) -> None:
    groups = group(reports)
    assert set(groups) == {report.event_id for report in reports}
    types = {(groups[report.event_id], report.event_type) for report in reports}
    assert len(types) == len({incident for incident, _ in types})


@given(st.lists(REPORTS, max_size=12, unique_by=lambda report: report.event_id))
def test_all_that_tell_one_act_and_share_a_name_are_joined(reports: list[Report]) -> None:
    groups = group(reports)
    for one, other in combinations(reports, 2):
        if one.names & other.names and same_act(one, other):
            assert groups[one.event_id] == groups[other.event_id]


def test_what_all_share_is_compared_with_neighbours_only() -> None:
    crowd = [replace(FERRY, event_id=UUID(int=n), article_id=UUID(int=n)) for n in range(300)]
    compared = Counter(position for pair in _pairs(crowd) for position in pair)
    assert max(compared.values()) <= 2 * candidates.MOST
    assert len(set(group(crowd).values())) == 1
    shuffled = crowd[150:] + crowd[:150]
    assert group(shuffled) == group(crowd)


def _pairs(reports: list[Report]) -> set[tuple[int, int]]:
    found = candidates.candidates(candidates.in_order(reports), None)
    return set(zip(found.one.tolist(), found.other.tolist(), strict=True))


def told(number: int, day: str = "2020-03-03", **changes: Any) -> Extraction:
    """An article on the shelling, with two names in its first paragraph."""
    whole = extraction(number, published=date(2020, 3, 4))
    start = datetime.fromisoformat(day)
    time = EventTime(start=start, end=start + timedelta(days=1), precision="day", value=day, span=None, method="clause")
    sentences = (replace(whole.sentences[0], text="Ada Okoro and Jon Reyes saw it"), *whole.sentences[1:])
    return replace(whole, sentences=sentences, events=(replace(whole.events[0], time=time, **changes),))


def incidents(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    sql = "SELECT incident_id, list(document ORDER BY document) FROM incident_reports GROUP BY ALL ORDER BY 2"
    return list(read.query(warehouse.path, sql).rows)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=lambda order: "-".join(map(str, order)))
def test_published_step_by_step_in_any_order_they_are_the_same(warehouse: Warehouse, order: tuple[int, ...]) -> None:
    articles = [told(1), told(2, "2020-03-04"), told(3, "2020-03-05")]
    for position in order:
        warehouse.append(batch(articles[position], window=str(position)))
        warehouse.publish()
    first = UUID(event_ids(articles[0], str((articles[0].article or article(1)).article_id))[0])
    assert incidents(warehouse) == [
        (stable_uuid("incident", first), ["page-1.html", "page-2.html", "page-3.html"]),
    ]


@pytest.mark.parametrize("most", [1, 32], ids=["crowded", "roomy"])
def test_published_day_by_day_they_are_as_published_at_once(
    tmp_path: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST", most)
    articles = [told(number, f"2020-03-{1 + number * 3 % 7:02}") for number in range(1, 10)]
    at_once, by_day = Warehouse(tmp_path / "once.duckdb"), Warehouse(tmp_path / "by_day.duckdb")
    at_once.append(batch(*articles))
    at_once.publish()
    for position, article_told in enumerate(articles):
        by_day.append(batch(article_told, window=str(position)))
        by_day.publish()
    assert incidents(by_day) == incidents(at_once)
    assert len(incidents(by_day)) < len(articles)


def test_an_edit_takes_a_report_out_of_its_incident(warehouse: Warehouse) -> None:
    warehouse.append(batch(told(1), told(2)))
    warehouse.publish()
    assert [documents for _, documents in incidents(warehouse)] == [["page-1.html", "page-2.html"]]
    newer = replace(told(2, "2020-01-01"), extractor_version="0.2.0")
    warehouse.append(batch(newer, window="newer"))
    warehouse.publish()
    assert [documents for _, documents in incidents(warehouse)] == [["page-1.html"], ["page-2.html"]]


def test_an_incident_tells_who_claims_which_toll(warehouse: Warehouse) -> None:
    closed = told(2)
    exact = replace(closed.quantities[0], lower=14, upper=14)
    warehouse.append(batch(told(1), replace(closed, quantities=(exact,))))
    warehouse.publish()
    sql = (
        "SELECT event_date, place_name, killed_lowest, killed_highest, reports, articles, "
        "list_transform(killed_claims, lambda c: c.killed_min) FROM incidents"
    )
    assert read.query(warehouse.path, sql).rows == ((date(2020, 3, 3), "Port Anse", 12, None, 2, 2, [12, 14]),)


def test_the_seeds_tell_no_act_twice(tmp_path: Path) -> None:
    table = read.query(replay_seeds(tmp_path), "SELECT count(*) > 20, max(articles) FROM incidents")
    assert table.rows == ((True, 1),)
