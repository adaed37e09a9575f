"""Lists in the formats people have: the same sites out of each."""

import io
import json
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from site_lists import CLINIC, HEADER, options, planned, table, told, written
from witnessmark.errors import EmptyError, UnreadableError
from witnessmark.sites.register import fold, rows

POINT = {"type": "Point", "coordinates": [-20.54321, 10.12345]}
SQUARES = [
    [[[-20.5, 10.1], [-20.499, 10.1], [-20.499, 10.101], [-20.5, 10.101], [-20.5, 10.1]]],
    [[[-20.497, 10.1], [-20.496, 10.1], [-20.496, 10.101], [-20.497, 10.101], [-20.497, 10.1]]],
]
PROPERTIES = {
    "id": "K1",
    "name": "Blue Gate Clinic",
    "name:ar": "عيادة البوابة الزرقاء",
    "kind": "clinic",
    "country": "ATA",
}
KML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE kml [<!ENTITY leak SYSTEM "file:///etc/hostname">]>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<Placemark><name>Blue Gate Clinic</name><ExtendedData><Data name="kind"><value>clinic</value></Data>
<SchemaData><SimpleData name="country">ATA</SimpleData></SchemaData></ExtendedData>
<Point><coordinates> -20.54321,10.12345,12 </coordinates></Point></Placemark>
<Placemark><name>Pine Break Camp</name><description>&leak;</description>
<ExtendedData><Data name="kind"><value>camp</value></Data>
<Data name="country"><value>ATA</value></Data></ExtendedData>
<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>
-20.5,10.1 -20.499,10.1 -20.499,10.101 -20.5,10.101 -20.5,10.1</coordinates></LinearRing></outerBoundaryIs>
</Polygon></MultiGeometry></Placemark>
<Placemark><name>A road</name><LineString><coordinates>-20,10 -20.1,10</coordinates></LineString></Placemark>
</Folder></Document></kml>
"""


def only(found):
    (change,) = found.additions
    return change.stay.position.lat, change.stay.position.lon, change.names[0], change.object, change.country


BLUE_GATE = (10.12345, -20.54321, "Blue Gate Clinic", "medical_facility", "ATA")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_by_any_mark_and_encoding(tmp_path, mark, encoding):
    text = table(CLINIC).replace(",", mark)
    found = planned(written(tmp_path, text.encode(encoding)))
    assert only(found) == BLUE_GATE
    assert found.additions[0].names[1] == "عيادة البوابة الزرقاء"


def test_a_table_of_another_encoding_says_so_unless_it_is_named(tmp_path):
    path = written(tmp_path, table(CLINIC).encode("windows-1256"))
    assert told(path) == [("unreadable", 2, "")]
    assert planned(path, encoding="windows-1256").additions[0].names[1] == "عيادة البوابة الزرقاء"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("name,amenity,lat,lon,iso3", "Blue Gate Clinic,hospital,10.12345,-20.54321,ATA"),
        ("osm_id,amenity,healthcare,name,X,Y,country", "7,,clinic,Blue Gate Clinic,-20.54321,10.12345,ATA"),
        ("Name,Type,GPS coordinates,Country", 'Blue Gate Clinic,Health facility,"10.12345, -20.54321",ATA'),
        ("Facility Name,Facility Type,Latitude (WGS84),Longitude,Country",
         "Blue Gate Clinic,Hospital / clinic,10.12345,-20.54321,Antarctica"),
        ("name;kind;easting;northing;zone;country", "Blue Gate Clinic;مستشفى;550043.6;1119096.7;27P;ATA"),
        ("name,kind,mgrs,country", "Blue Gate Clinic,medical_facility,27PWM5004319096,ATA"),
        ("назва,тип,широта,довгота,країна", "Blue Gate Clinic,hospital,10.12345,-20.54321,ATA"),
        ("sep=,\nname,kind,lat,lon,country", "Blue Gate Clinic,clinic,10.12345,-20.54321,ATA"),
        ("A,B,C,D,E\n#loc+name,#loc+type,#geo+lat,#geo+lon,#country+code",
         "Blue Gate Clinic,clinic,10.12345,-20.54321,ATA"),
    ],
    ids=["osm", "healthsites", "one cell", "remarks", "utm", "mgrs", "ukrainian", "sep", "hxl"],
)  # fmt: skip
def test_columns_as_lists_of_the_field_name_them(tmp_path, header, line):
    lat, lon, *rest = only(planned(written(tmp_path, table(line, header=header))))
    assert tuple(rest) == BLUE_GATE[2:]
    assert (lat, lon) == pytest.approx(BLUE_GATE[:2], abs=2e-5)  # a grid of metres


def test_tags_of_openstreetmap_go_before_words(tmp_path):
    line = "Old Mill,place_of_worship,yes,10.12345,-20.54321"
    (change,) = planned(written(tmp_path, table(line, header="name,amenity,building,lat,lon"))).additions
    assert change.object == "place_of_worship"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("medical_facility", ("medical_facility", [])),
        ("Hospitals", ("medical_facility", [])),
        ("école", ("school", [])),
        ("Hospital, clinic", ("medical_facility", [])),
        ("Comprehensive health centre, type C", ("medical_facility", ["kind_by_its_words"])),
        ("school and clinic", (None, ["unknown_kind"])),
        ("teapot", (None, ["unknown_kind"])),
    ],
)
def test_a_kind_is_a_code_a_word_or_words_that_name_one(tmp_path, said, expected):
    path = written(
        tmp_path, table(f'Blue Gate,"{said}",10.12345,-20.54321,ATA', header="name,kind,lat,lon,country")
    )
    found = planned(path)
    kinds = [c.object for c in found.additions]
    assert (kinds[0] if kinds else None, [p.kind.value for p in found.problems]) == expected


def test_a_spreadsheet_with_titles_above_numbers_and_days(tmp_path):
    book = Workbook()
    book.active.append(["About this file"])
    sheet = book.create_sheet("sites")
    sheet.append(["List of the harbour district"])
    sheet.append([])
    sheet.append(["name", "kind", "lat", "lon", "country", "opened", "id"])
    sheet.append(["#loc+name", "#loc+type", "#geo+lat", "#geo+lon", "#country", "#date+start", "#loc+id"])
    sheet.append(["Blue Gate Clinic", "clinic", 10.12345, -20.54321, "ATA", datetime(2031, 5, 1), 12.0])  # noqa: DTZ001  (as spreadsheets have them)
    path = tmp_path / "list.xlsx"
    book.save(path)
    found = planned(path)
    assert only(found) == BLUE_GATE
    assert found.additions[0].day.isoformat() == "2031-05-01"
    assert found.additions[0].refs == ("12",)
    assert "row 5" in found.additions[0].note


@pytest.mark.parametrize(
    "beyond", ['<row r="1000000000">', '<row r="1048576"><c r="XFD1048576"><v>1</v></c>']
)
def test_a_spreadsheet_that_names_its_last_row_and_column_is_not_padded_up_to_them(tmp_path, beyond):
    book = Workbook()
    book.active.append(["name", "kind", "lat", "lon", "country"])
    book.active.append(["Blue Gate Clinic", "clinic", 10.12345, -20.54321, "ATA"])
    whole = io.BytesIO()
    book.save(whole)
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')
                data = data.replace(b"</sheetData>", f"{beyond}</row></sheetData>".encode())
            new.writestr(name, data)
    assert only(planned(path)) == BLUE_GATE


def collection(*geometries, properties=PROPERTIES):
    features = [{"type": "Feature", "properties": properties, "geometry": g} for g in geometries]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_geojson_points_and_polygons(tmp_path):
    assert only(planned(written(tmp_path, collection(POINT), "a.geojson"))) == BLUE_GATE
    several = collection({"type": "MultiPolygon", "coordinates": SQUARES})
    (change,) = planned(written(tmp_path, several, "b.json")).additions
    assert len(change.stay.shape.rings) == 2
    assert all(len(ring) == 4 for ring in change.stay.shape.rings)
    assert change.stay.position.lat == pytest.approx(10.1005)
    assert change.stay.position.lon == pytest.approx(-20.498)
    assert change.stay.shape.radius == pytest.approx(226, abs=2)  # to the far corners


def test_geojson_without_a_usable_geometry_is_flagged_in_its_place(tmp_path):
    text = collection(
        None, {"type": "LineString", "coordinates": []}, {"type": "Point", "coordinates": ["x"]}, POINT
    )
    assert [(k, n) for k, n, _ in told(written(tmp_path, text, "a.geojson"))] == [
        ("unreadable", 1), ("unreadable", 2), ("unreadable", 3),
    ]  # fmt: skip


def test_polygons_that_are_swapped_are_turned_when_accepted(tmp_path):
    turned = [[[[lat, lon] for lon, lat in ring] for ring in square] for square in SQUARES]
    path = written(tmp_path, collection({"type": "MultiPolygon", "coordinates": turned}), "a.geojson")
    assert told(path) == [("swapped", 1, "geometry")]
    (change,) = planned(path, accept=frozenset({"swapped"})).additions
    assert change.stay.shape.rings[0][0] == (10.1, -20.5)


def test_kml_points_polygons_and_no_entity(tmp_path):
    path = written(tmp_path, KML, "a.kml")
    found = planned(path)
    assert [c.names for c in found.additions] == [("Blue Gate Clinic",), ("Pine Break Camp",)]
    assert found.additions[0].stay.position.lat == 10.12345
    assert len(found.additions[1].stay.shape.rings[0]) == 4
    assert [(p.kind.value, p.row) for p in found.problems] == [("unreadable", 3)]
    packed = tmp_path / "a.kmz"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("doc.kml", KML)
    assert planned(packed).additions == found.additions


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.csv", b"", EmptyError),
        ("a.xlsx", b"", EmptyError),
        ("a.csv", b"one,two\n1,2\n", UnreadableError),
        ("a.csv", b"10.12345,-20.54321\n10.12345,-20.54321\n", UnreadableError),
        ("a.csv", b"\x00\x01\x02\x03", UnreadableError),
        ("a.xlsx", b"PK\x03\x04 not really", UnreadableError),
        ("a.kml", b"<kml><Placemark>", UnreadableError),
        ("a.kmz", b"nothing", UnreadableError),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [', UnreadableError),
        ("a.geojson", b'{"type": "Feature"}', UnreadableError),
        (
            "a.geojson",
            b'{"type": "FeatureCollection", "features": [{"properties": {"x": 1}}]}',
            UnreadableError,
        ),
        ("a.txt", b"<html><body>no list</body></html>", UnreadableError),
    ],
)
def test_a_file_that_is_no_list_is_refused_whole(tmp_path, name, data, error):
    path = written(tmp_path, data, name)
    with pytest.raises(error) as raised:
        list(rows(path, options()))
    assert name in str(raised.value)
    assert "10.12345" not in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    for name in ("a.csv", "a.xlsx", "a.kml", "a.kmz", "a.geojson"):
        with pytest.raises(UnreadableError, match=name):
            list(rows(tmp_path / name, options()))


def test_a_list_imported_again_says_nothing_new(tmp_path):
    lines = (
        CLINIC,
        CLINIC.replace("15,,,", "15,2031-05-02,,").replace("10.12345", "10.19345"),
        "K7,Old Mill School,,school,10.33333,-20.11111,15,2030-01-01,2031-01-01,ATA",
    )
    path = written(tmp_path, table(*lines, header=HEADER))
    first = planned(path)
    sites = fold([*first.additions, *first.changes])
    again = planned(path, sites)
    assert (again.additions, again.changes, again.problems) == ((), (), ())
    assert again.unchanged == again.rows == 3


def test_what_changed_since_is_a_change_of_the_known_site(tmp_path):
    known = fold(planned(written(tmp_path, table(CLINIC))).additions)
    newer = CLINIC.replace("عيادة البوابة الزرقاء", "عيادة البوابة").replace("15,,,", "15,,2031-06-30,")
    found = planned(written(tmp_path, table(newer)), known)
    assert [c.kind.value for c in found.changes] == ["closed", "renamed"]
    (site,) = fold([*planned(written(tmp_path, table(CLINIC))).additions, *found.changes])
    assert site.names == ("Blue Gate Clinic", "عيادة البوابة الزرقاء", "عيادة البوابة")
    assert site.stays[-1].end.isoformat() == "2031-06-30"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("10.12345", "10.12355", "position_differs"), (",clinic,", ",school,", "kind_differs")],
)
def test_what_differs_from_the_register_is_corrected_only_when_accepted(tmp_path, old, new, kind):
    start = planned(written(tmp_path, table(CLINIC))).additions
    path = written(tmp_path, table(CLINIC.replace(old, new)))
    asked = planned(path, fold(start))
    assert [p.kind.value for p in asked.problems] == [kind]
    assert asked.problems[0].site == fold(start)[0].id
    assert asked.changes == ()
    said = planned(path, fold(start), accept=frozenset({kind}))
    assert kind in said.changes[0].note
    assert planned(path, fold([*start, *said.changes])).unchanged == 1


def test_ids_of_sites_can_not_be_tested_without_the_secret(tmp_path):
    path = written(tmp_path, table(CLINIC))
    assert planned(path).additions[0].site == planned(path).additions[0].site
    assert planned(path).additions[0].site != planned(path, secret=b"another").additions[0].site


def outcome(path):
    """Rows of a list that can be read, or the name in what is said of one that can not."""
    try:
        return planned(path).rows
    except UnreadableError as error:
        return str(error).partition(":")[0]


def test_a_damaged_spreadsheet_is_refused_wherever_the_damage_is(tmp_path):
    book = Workbook()
    book.active.append(HEADER.split(","))
    book.active.append(CLINIC.split(","))
    book.save(tmp_path / "whole.xlsx")
    whole = (tmp_path / "whole.xlsx").read_bytes()
    damaged = (whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(30, len(whole), 97))
    found = {outcome(written(tmp_path, data, "cut.xlsx")) for data in damaged}
    assert found == {1, str(tmp_path / "cut.xlsx")}
