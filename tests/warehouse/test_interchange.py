"""Columns that users of GDELT, PLOVER and ACLED know, filled from one hand-made event."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from extractors.model import EventType
from tests.warehouse.material import batch, extraction
from warehouse import read
from warehouse.store import Warehouse

DOCS = Path(__file__).parents[2] / "docs/interchange.md"
PARTY = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
         "Type2Code", "Type3Code")  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate", *(f"Actor1{name}" for name in PARTY),
    *(f"Actor2{name}" for name in PARTY), "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", *(f"Actor1Geo_{name}" for name in GEO),
    *(f"Actor2Geo_{name}" for name in GEO), *(f"ActionGeo_{name}" for name in GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns of a GDELT 2.0 event file."""
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""The 31 columns of an ACLED export."""
CAMEO_ROOTS = {
    "AGREE": {"03"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "COOPERATE": {"06"}, "AID": {"07"}, "CONCEDE": {"08"},
    "RETREAT": {"08"}, "REQUEST": {"10"}, "ACCUSE": {"09", "11"}, "REJECT": {"12"}, "THREATEN": {"13"},
    "PROTEST": {"14"}, "MOBILIZE": {"15"}, "SANCTION": {"16"}, "COERCE": {"17"}, "ASSAULT": {"18", "19", "20"},
}  # fmt: skip
"""The manual's table of CAMEO equivalents."""


@pytest.fixture
def filled(warehouse: Warehouse) -> Path:
    warehouse.append(batch(extraction(1)))
    warehouse.publish()
    return warehouse.path


def row(filled: Path, view: str) -> dict[str, Any]:
    table = read.query(filled, f"FROM {view}")
    (values,) = table.rows
    return dict(zip(table.columns, values, strict=True))


def test_gdelt_users_find_their_columns(filled: Path) -> None:
    found = row(filled, "as_gdelt")
    wanted = {
        "Day": 20200303, "MonthYear": 202003, "Year": 2020, "Actor1Code": "GRDMIL", "Actor1Name": "Grenada Army",
        "Actor2Code": "LAB", "Actor2CountryCode": None, "EventCode": "194", "EventBaseCode": "194",
        "EventRootCode": "19", "QuadClass": 4, "GoldsteinScale": -9.5, "NumMentions": 2, "AvgTone": None,
        "ActionGeo_FullName": "Port Anse", "ActionGeo_CountryCode": "GRD", "DATEADDED": 20200304000000,
        "SOURCEURL": "https://news.example/en/a-1", "FractionDate": 2020 + 93 / 365, "ActionGeo_Type": 4,
    }  # fmt: skip
    assert tuple(found) == GDELT
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize("view", ["as_gdelt", "as_acled"])
def test_what_is_said_to_be_always_null_is(filled: Path, view: str) -> None:
    found = row(filled, view)
    told = {str(name): str(meaning) for name, _, meaning in read.columns(filled, view).rows}
    assert [
        name for name, meaning in told.items() if meaning.startswith("Always NULL") and found[name] is not None
    ] == []


@pytest.mark.parametrize(
    ("country", "sector", "expected"),
    [
        pytest.param("UNO", "GOV", ("IGOUNOGOV", None, "UNO", "IGO", "GOV"), id="the United Nations"),
        pytest.param("NGO", "MED", ("NGOHLH", None, None, "NGO", "HLH"), id="an aid group"),
        pytest.param("SYR", "JRN", ("SYRMED", "SYR", None, "MED", None), id="a country's media"),
        pytest.param(None, None, (None, None, None, None, None), id="nobody known"),
    ],
)
def test_gdelt_codes_of_parties(
    warehouse: Warehouse, country: str | None, sector: Any, expected: tuple[str | None, ...]
) -> None:
    whole = extraction(1)
    actor = replace(whole.events[0].actors[0], country=country, sector=sector)
    warehouse.append(batch(replace(whole, events=(replace(whole.events[0], actors=(actor,)),))))
    warehouse.publish()
    found = row(warehouse.path, "as_gdelt")
    names = ("Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code")
    assert tuple(found[f"Actor1{name}"] for name in names) == expected


def test_every_type_and_mode_has_a_cameo_code_under_the_manuals_root(warehouse: Warehouse) -> None:
    whole = extraction(1)
    warehouse.append(batch(whole))
    warehouse.publish()
    sql = "SELECT event_type, event_mode FROM core.plover_scores"
    modes: list[tuple[Any, ...]] = list(read.query(warehouse.path, sql).rows)
    events = tuple(replace(whole.events[0], event_type=kind, mode=mode, quantities=()) for kind, mode in modes)
    warehouse.append(batch(replace(whole, events=events, extractor_version="0.2.0"), window="all"))
    warehouse.publish()
    by_type = (
        "SELECT event_type, list(DISTINCT EventRootCode), count(*) FROM as_gdelt "
        "JOIN events ON event_id = GlobalEventID GROUP BY event_type"
    )
    found: list[tuple[Any, ...]] = list(read.query(warehouse.path, by_type).rows)
    assert sum(count for *_, count in found) == len(modes)
    assert {kind for kind, *_ in found} == set(get_args(EventType))
    assert [(kind, roots) for kind, roots, _ in found if not set(roots) <= CAMEO_ROOTS[kind]] == []
    by_mode = (
        "SELECT '| ' || event_type || ' | ' || any_value(EventCode) FILTER (event_mode IS NULL) || ' | ' || "
        "coalesce(string_agg(event_mode || ' ' || EventCode, ', ' ORDER BY event_mode), '-') || ' |' "
        "FROM as_gdelt JOIN events ON event_id = GlobalEventID GROUP BY event_type"
    )
    documented = set(DOCS.read_text(encoding="utf-8").splitlines())
    lines = {str(line) for (line,) in read.query(warehouse.path, by_mode).rows}
    assert lines - documented == set(), "docs/interchange.md lacks these rows"


def test_plover_users_find_the_fields_of_the_manual(filled: Path) -> None:
    record = json.loads(row(filled, "as_plover")["record"])
    assert record["source"] == [
        {"code": "GRD", "sector": "MIL", "actor_text": "Army gunners", "identifier_text": "Grenada Army"},
        {"code": None, "sector": None, "actor_text": "their allies", "identifier_text": None},
    ]
    assert record["recipient"] == [
        {"code": None, "sector": "LAB", "actor_text": "dockers", "identifier_text": None},
    ]
    assert (record["date"], record["enddate"], record["event"]) == ("2020-03-03", "2020-03-03", ["ASSAULT"])
    assert (record["mode"], record["quad_code"], record["event_scale"]) == ("heavy-weapons", 4, -9.5)
    assert record["size"] == {"dead": 12, "injured": None, "arrested": None}
    assert record["event_loc"]["geonameid"] is None  # the place is of another gazetteer
    assert (record["event_loc"]["name"], record["event_loc"]["cc3"]) == ("Port Anse", "GRD")
    assert record["cite_info"]["coder"] == "eventwire 0.1.0"
    assert "text" not in record


def test_acled_users_find_their_columns(filled: Path) -> None:
    found = row(filled, "as_acled")
    wanted = {
        "event_date": date(2020, 3, 3), "time_precision": 1, "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Grenada Army", "assoc_actor_1": "their allies", "inter1": "State forces", "actor2": "dockers",
        "inter2": "Civilians", "civilian_targeting": "Civilian targeting", "geo_precision": 1, "fatalities": 12,
        "interaction": "State forces-Civilians",
    }  # fmt: skip
    assert tuple(found) == ACLED
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("event_type", "mode", "sector", "expected"),
    [
        pytest.param("ASSAULT", "firearms", "CVL", ("Violence against civilians", "Attack"), id="shots at civilians"),
        pytest.param("ASSAULT", None, "REB", ("Battles", "Armed clash"), id="fighting rebels"),
        pytest.param("ASSAULT", "drone", "REB", ("Explosions/Remote violence", "Air/drone strike"), id="a drone"),
        pytest.param("PROTEST", "demo", None, ("Protests", "Peaceful protest"), id="a march"),
        pytest.param("PROTEST", "riot", None, ("Riots", "Violent demonstration"), id="a riot"),
        pytest.param("COERCE", "arrest", "CVL", ("Strategic developments", "Arrests"), id="an arrest"),
        pytest.param("COERCE", "curfew", "CVL", None, id="a curfew has no type there"),
        pytest.param("CONSULT", None, "GOV", None, id="talks have no type there"),
    ],
)
def test_acled_types(
    warehouse: Warehouse, event_type: EventType, mode: str | None, sector: Any, expected: tuple[str, str] | None
) -> None:
    whole = extraction(1)
    to_whom = tuple(replace(party, sector=sector) for party in whole.events[0].recipients)
    event = replace(whole.events[0], event_type=event_type, mode=mode, recipients=to_whom)
    warehouse.append(batch(replace(whole, events=(event,))))
    warehouse.publish()
    found = read.query(warehouse.path, "SELECT event_type, sub_event_type FROM as_acled").rows
    assert found == (() if expected is None else (expected,))
