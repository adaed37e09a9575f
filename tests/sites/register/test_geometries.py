"""Geometries of lists: outlines over the date line, and the reference system that a file names."""

import json

import pytest

from site_lists import planned, told, written
from witnessmark.errors import UnreadableError
from witnessmark.text import features

OVER = [[179.999, -16.8], [-179.999, -16.8], [-179.999, -16.802], [179.999, -16.802], [179.999, -16.8]]
# As RFC 7946 asks for: cut at the date line.
CUT = [
    [[[179.999, -16.8], [180, -16.8], [180, -16.802], [179.999, -16.802], [179.999, -16.8]]],
    [[[-180, -16.8], [-179.999, -16.8], [-179.999, -16.802], [-180, -16.802], [-180, -16.8]]],
]
HERE = {"type": "Point", "coordinates": [-20.54321, 10.12345]}


def collection(folder, geometry, **more):
    feature = {"type": "Feature", "geometry": geometry, "properties": {"name": "Blue Gate", "kind": "clinic"}}
    text = json.dumps({"type": "FeatureCollection", **more, "features": [feature]})
    return written(folder, text, "list.geojson")


def named(system):
    return {"crs": {"type": "name", "properties": {"name": system}}}


@pytest.mark.parametrize(
    "geometry",
    [{"type": "Polygon", "coordinates": [OVER]}, {"type": "MultiPolygon", "coordinates": CUT}],
)
def test_an_outline_over_the_date_line_has_its_middle_there(tmp_path, geometry):
    (added,) = planned(collection(tmp_path, geometry)).additions
    assert abs(abs(added.stay.position.lon) - 180) < 1e-6
    assert added.stay.position.lat == pytest.approx(-16.801)
    assert 100 < added.stay.shape.radius < 200


def test_an_outline_off_the_globe_is_said_to_be_that(tmp_path):
    off = [[179.999, -16.8], [180.001, -16.8], [180.001, -16.802], [179.999, -16.8]]
    ((kind, _, _),) = told(collection(tmp_path, {"type": "Polygon", "coordinates": [off]}), country="ATA")
    assert kind == "out_of_range"


@pytest.mark.parametrize(
    "system", ["urn:ogc:def:crs:EPSG::4230", "EPSG:4230", "urn:ogc:def:crs:EPSG:9.6:4230"]
)
def test_a_file_that_names_another_datum_is_converted_and_said(tmp_path, system):
    here = {"type": "Point", "coordinates": [9.123456, 48.123456]}
    found = planned(
        collection(tmp_path, here, **named(system)), country="BRA", accept=frozenset({"out_of_country"})
    )
    assert "datum_shift" in {p.kind.value for p in found.problems}
    (added,) = found.additions
    assert added.stay.position.datum == "EPSG:4230"
    assert added.stay.position.lat != 48.123456


@pytest.mark.parametrize(
    "system", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"]
)
def test_a_file_that_names_wgs_84_is_taken_as_it_stands(tmp_path, system):
    found = planned(collection(tmp_path, HERE, **named(system)), country="ATA")
    assert found.problems == ()
    assert found.additions[0].stay.position.lat == 10.12345


@pytest.mark.parametrize("system", ["EPSG:3857", "urn:ogc:def:crs:LOCAL::x"])
def test_a_file_in_a_system_that_is_no_datum_is_refused(tmp_path, system):
    assert told(collection(tmp_path, HERE, **named(system)), country="ATA") == [
        ("unknown_datum", 1, "geometry")
    ]


def test_a_file_too_large_to_be_read_whole_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(features, "LARGEST", 3 * 2**20)
    feature = json.dumps({"type": "Feature", "geometry": HERE, "properties": {"name": "Blue Gate"}})
    text = '{"type": "FeatureCollection", "features": [\n' + f"{feature},\n" * 40_000
    path = written(tmp_path, text, "list.geojson")
    with pytest.raises(UnreadableError, match=r"larger than 3 MB; split it, or save the points as CSV"):
        planned(path)
