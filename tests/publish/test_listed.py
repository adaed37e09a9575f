import csv
import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest

from publish.conftest import CLINIC, KARSUND, VESTERIA
from witnessmark.model.place import PlacePrecision
from witnessmark.model.record import from_record
from witnessmark.publish.frame import KM_A_DEGREE
from witnessmark.publish.listed import COLUMNS, PIECES, radius_km


def text(form, incidents, labels):
    return "".join(PIECES[form](iter(incidents), labels))


@pytest.fixture
def strike(dossier):
    return dossier.incidents[0]


def test_a_sheet_has_its_columns_and_every_incident(dossier, labels):
    rows = list(csv.DictReader(io.StringIO(text("csv", dossier.incidents, labels))))
    assert [row["id"] for row in rows] == [i.id for i in dossier.incidents]
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["first_day"] == "2021-03-03"
    assert rows[-1]["first_day"] == rows[-1]["last_day"] == ""


def test_no_cell_of_a_sheet_is_run_and_a_minus_is_a_number(strike, labels):
    place = replace(KARSUND, name='=HYPERLINK("x")', admin1="@SUM(1)")
    row = next(csv.DictReader(io.StringIO(text("csv", [replace(strike, place=place)], labels))))
    assert row["place"].startswith("'=HYPERLINK")
    assert row["admin1"] == "'@SUM(1)"
    assert float(row["lon"]) == KARSUND.lon


def test_json_is_of_the_contract(dossier, labels):
    records = json.loads(text("json", dossier.incidents, labels))
    assert [from_record(r).id for r in records] == [i.id for i in dossier.incidents]
    assert json.loads(text("json", [], labels)) == []


@pytest.mark.parametrize("form", PIECES)
def test_what_is_finer_than_a_town_leaves_rounded(form, strike, labels):
    written = text(form, [replace(strike, place=CLINIC)], labels)
    assert "12.3123" not in written
    assert "33.9234" not in written
    assert "12.3" in written


def test_on_a_map_a_place_is_an_area_as_wide_as_it_is_vague(strike, labels):
    (feature,) = json.loads(text("geojson", [replace(strike, place=VESTERIA)], labels))["features"]
    ring = feature["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    tall = (max(lat for _, lat in ring) - min(lat for _, lat in ring)) * KM_A_DEGREE / 2
    assert tall == pytest.approx(radius_km(VESTERIA), rel=0.02)
    turning = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
    assert turning < 0  # counter-clockwise


@pytest.mark.parametrize(
    "place", [None, replace(KARSUND, lat=None, lon=None), replace(KARSUND, precision=PlacePrecision.COUNTRY)]
)
def test_what_has_no_area_is_in_the_list_without_one(place, strike, labels):
    (feature,) = json.loads(text("geojson", [replace(strike, place=place)], labels))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["first_day"] == "2021-03-03"
