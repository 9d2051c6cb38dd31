"""Places that a user adds, and what is said of a file that cannot be read."""

from pathlib import Path

import pytest

from extractors.errors import UsageError
from extractors.places import load_gazetteer, read_gazetteer_csv

GED = """id,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country
7,1,Upper Kazzun town,North Province,,12.5,33.25,Sudan
8,2,Upper Kazzun town,North Province,,12.5,33.25,Sudan
9,1,Kerana/Old Kerana village (Qirana),North Province,,12.75,33.5,Sudan
"""
DUMP = "99\tMarh\tMarh\tMerh,Marhh\t36.5\t37.5\tP\tPPL\tSY\t\t09\t\t\t\t1200\t\t400\tAsia/Damascus\t2020-01-01\n"
PLAIN = "name;lat;lon;country;admin1;aliases\nDraxfeld;48.5;9.5;DEU;Hesse;Drax, Draksfeld\n"


def test_events_of_ucdp_give_each_place_once_without_the_word_for_its_kind() -> None:
    places = read_gazetteer_csv(GED)
    assert [(entry.name, entry.country, entry.admin1) for entry, _ in places] == [
        ("Upper Kazzun", "SDN", "North Province"),
        ("Kerana", "SDN", "North Province"),
    ]
    assert {"Old Kerana village", "Qirana"} <= set(places[1][1]) | {"Old Kerana village"}


def test_a_geonames_dump_has_no_header() -> None:
    ((entry, names),) = read_gazetteer_csv(DUMP)
    assert (entry.name, entry.country, entry.population, entry.gazetteer_id) == ("Marh", "SYR", 1200, "99")
    assert {"Merh", "Marhh"} <= set(names)


def test_a_plain_table_may_use_semicolons_and_short_headers() -> None:
    ((entry, names),) = read_gazetteer_csv(PLAIN)
    assert (entry.name, entry.latitude, entry.country, entry.admin1) == ("Draxfeld", 48.5, "DEU", "Hesse")
    assert {"Drax", "Draksfeld"} <= set(names)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "file is empty", id="nothing"),
        pytest.param("town,x,y\nA,1,2\n", "no column for name, latitude, longitude", id="an unknown header"),
        pytest.param("name,lat,lon\nA,north,2\n", "own.csv line 2: latitude 'north' is not a number", id="words"),
        pytest.param("name,lat,lon\nA,1,2\nB,100,2\n", "own.csv line 3: latitude 100.0 lies outside", id="swapped"),
        pytest.param("name,lat,lon,country\nA,1,2,Atlantis\n", "line 2: no country 'Atlantis'", id="country"),
        pytest.param("name,latitude,longitude\n,1,2\n", "line 2: the name is empty", id="no name"),
        pytest.param(DUMP + "1\t2\n", "line 2: 2 columns, but a GeoNames dump has 19", id="a torn dump"),
    ],
)  # fmt: skip
def test_an_unreadable_file_is_named_with_line_and_reason(text: str, said: str) -> None:
    with pytest.raises(UsageError) as failure:
        read_gazetteer_csv(text, "own.csv")
    assert said in str(failure.value)
    assert str(failure.value).startswith("own.csv")


def test_added_places_are_found_beside_the_shipped_ones(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(PLAIN, encoding="utf-8")
    gazetteer = load_gazetteer((file,))
    assert [entry.gazetteer for entry in gazetteer.lookup("Draxfeld")] == ["user"]
    assert gazetteer.lookup("Draksfeld") == gazetteer.lookup("Draxfeld")
    assert gazetteer.size == load_gazetteer().size + 1
    assert not load_gazetteer().lookup("Draxfeld")
