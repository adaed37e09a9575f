# ruff: noqa: RUF001  (digits that look like letters are what one table is about)
"""Lists of places in the layouts people really have them in."""

import json

import pytest

from listed_places import geonames

pytestmark = pytest.mark.usefixtures("home")
HEADER = "name,lat,lon,country\n"


@pytest.fixture
def listed(cli, tmp_path):
    """Imports a file; what the command said."""

    def add(name, content, *words):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return cli("gazetteer", "import", path, *words)

    return add


@pytest.fixture
def found(cli):
    """The places of a name."""

    def look(name):
        ran = cli("gazetteer", "lookup", name, "--format", "jsonl")
        return [json.loads(line) for line in ran.out.splitlines()]

    return look


DIVISIONS = {
    "other names after the main one": (
        "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM2_REF,ADM2ALT1EN,ADM1_EN,ADM1_PCODE,ADM0_PCODE,date,validOn\n"
        "Sama,سما,SY9901,Samaa,Mount Sama,Idleb,SY07,SY,2021/01/01,2022/01/01\n"
    ),
    "names by number, the newer layout": (
        "adm2_name,adm2_name1,adm2_name2,adm2_pcode,adm1_name,adm1_name1,adm1_pcode,adm0_name,adm0_pcode,"
        "valid_on,lang,lang1,adm2_ref_name,center_lat,center_lon\n"
        "Sama,سما,Mount Sama,SY9901,Idleb,إدلب,SY07,Syria,SY,2022-01-01,en,ar,Samaa,35.5,36.5\n"
    ),
    "a row of tags below the header": (
        "ADM2_EN,ADM2_AR,ADM2ALT1EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE,ADM0_PCODE\n"
        "#adm2+name+en,#adm2+name+ar,#adm2+name+alt,#adm2+code,#adm1+name,#adm1+code,#country+code\n"
        "Sama,سما,Mount Sama,SY9901,Idleb,SY07,SY\n"
    ),
}


@pytest.mark.parametrize("table", DIVISIONS.values(), ids=DIVISIONS)
def test_a_division_has_its_main_name_and_the_others_beside_it(listed, found, table):
    assert listed("admin.csv", table).code == 0
    for name in ("Sama", "سما", "Mount Sama"):
        [sama] = found(name)
        assert (sama["place"]["name"], sama["place"]["level"]) == ("Sama", "district")
        assert (sama["place"]["admin1"], sama["pcode"]) == ("Idlib", "SY9901")


def test_a_table_of_p_codes_names_each_division_with_its_parents(listed, found):
    rows = (
        "SYR,3,SY990101,Sama,SY9901,2022-01-01\n"
        "SYR,0,SYR,Syria,,2022-01-01\n"
        "SYR,2,SY9901,Orda,SY07,2022-01-01\n"
        "SYR,1,SY07,Idleb,SYR,2022-01-01\n"
        "SYR,2,SY9901,Orda,SY07,2022-01-01\n"
        "SYR,x,SY9902,Warda,SY07,2022-01-01\n"
    )
    ran = listed("pcodes.csv", "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n" + rows)
    assert ran.out == "pcodes: 3 places added, 2 rows left out\n"
    assert "pcodes.csv:6: P-code SY9901 came before in line 4" in ran.err
    assert "pcodes.csv:7: no admin level of 0 to 4" in ran.err
    [sama] = found("Sama")
    assert (sama["place"]["level"], sama["place"]["admin1"], sama["pcode"]) == (
        "subdistrict",
        "Idlib",
        "SY990101",
    )
    assert found("SY07")[0]["place"]["name"] == "Idlib"


def test_names_in_several_languages_and_kinds_as_openstreetmap_has_them(listed, found):
    def feature(**tags):
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [36.5, 35.5, 310.0]},
            "properties": tags,
        }

    tags = [
        {"place": "village", "name": "سما", "name:ar": "سما", "name:en": "Sama", "alt_name": "Samma;Samah"},
        {"amenity": "hospital", "name": "مشفى وردة"},
        {"place": "suburb", "name:en": "Orda", "name:uk": "Орда"},
        {"name": ["Nobody", "knows"]},
    ]
    features = [feature(**t) for t in tags]
    ran = listed(
        "osm.geojson", json.dumps({"type": "FeatureCollection", "features": features}), "--country", "SY"
    )
    assert ran.out == "osm: 3 places added, 1 row left out\n"
    for name in ("سما", "Sama", "Samma"):
        assert [(m["place"]["name"], m["place"]["level"]) for m in found(name)] == [("Sama", "town")]
    assert found("مشفى وردة")[0]["place"]["level"] == "facility"
    assert found("Орда")[0]["place"]["level"] == "neighbourhood"


TABLES = {
    "decimal commas": "name;lat;lon;country\nSama;35,5;36,5;SY\n",
    "bars": "name|lat|lon|country\nSama|35.5|36.5|SY\n",
    "a note to spreadsheets": "sep=;\r\nname;lat;lon;country\r\nSama;35.5;36.5;SY\r\n",
    "remarks in the header": "Place Name,Latitude (WGS84),Longitude (WGS84),Country\nSama,35.5,36.5,SY\n",
    "a survey tool's points": "_index,name,_gps_latitude,_gps_longitude,country\n1,Sama,35.5,36.5,SY\n",
    "a column of kinds first": "place,name,lat,lon,country\nvillage,Sama,35.5,36.5,SY\n",
    "digits and names in Arabic": "الاسم,خط العرض,خط الطول,الدولة\nSama,٣٥٫٥,٣٦٫٥,سوريا\n",
    "another encoding of UTF-8": (HEADER + "Sama,35.5,36.5,SY\n").encode("utf-8-sig"),
    "UTF-16": (HEADER + "Sama,35.5,36.5,SY\n").encode("utf-16"),
    "GeoNames with a header": "\t".join(["geonameid", *"abcdefghijklmnopqr"]) + "\n" + geonames(7, "Sama"),
    "marks of direction": HEADER + "\u202bSama\u202c,35.5,36.5,SY\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_of_ones_own_is_read(listed, found, table):
    assert listed("own.csv", table).out == "own: 1 place added\n"
    [sama] = found("Sama")
    assert (sama["place"]["lat"], sama["place"]["lon"], sama["place"]["country"]) == (35.5, 36.5, "SYR")
    assert sama["place"]["name"] == "Sama"
    assert sama["place"]["level"] == "town"


def test_a_list_of_facilities_is_not_one_of_towns(listed, found):
    listed("own.csv", "Facility Name,ADM1_EN,lat,lon\nAmal Clinic,Idleb,35.5,36.5\n", "--country", "SY")
    [clinic] = found("Amal Clinic")
    assert (clinic["place"]["level"], clinic["place"]["admin1"]) == ("facility", "Idlib")


@pytest.mark.parametrize("written", ["1200", "1,200", "1.200", "1 200", "1200.0"])
def test_inhabitants_are_read_however_they_are_written(listed, found, written):
    listed("own.csv", f"name;lat;lon;country;population\nSama;35.5;36.5;SY;{written}\n")
    assert found("Sama")[0]["place"]["population"] == 1200


def test_the_encoding_of_a_file_can_be_said(listed, found):
    content = (HEADER + "سما,35.5,36.5,SY\n").encode("windows-1256")
    assert (
        "own.csv:2: the name is not UTF-8; save the file as UTF-8, or name its"
        in listed("own.csv", content).err
    )
    assert listed("own.csv", content, "--encoding", "windows-1256").code == 0
    assert found("سما")
    assert listed("own.csv", content, "--encoding", "windows-0").code == 2
    assert listed("own.csv", content, "--encoding", "rot13").code == 2


def test_a_row_without_an_id_does_not_clash_with_one_that_has_its_line_for_an_id(listed):
    rows = ",Sama,35.5,36.5,SY\n2,Orda,35.6,36.5,SY\n"
    assert listed("own.csv", "id," + HEADER + rows).out == "own: 2 places added\n"


def test_a_last_row_that_was_cut_off_is_told(listed):
    ran = listed("own.csv", HEADER + "Sama,35.5,36.5,SY\nOrda,35.6,36.", "--country", "SY")
    assert ran.out == "own: 1 place added, 1 row left out\n"
    assert "own.csv:3: 3 of 4 cells, and no end of line: the file may be cut off" in ran.err


def test_no_cell_of_a_list_stands_in_a_message(listed):
    rows = (
        "Amal Shelter,35.123,136.456,SY\nAmal Shelter,35°7'N,36.456,SY\nAmal Shelter,35.123,36.456,Amal\n"
        'Amal Shelter,45.123,36.456,SY,Amal Shelter\nAmal Shelter,,,SY\n"Amal Shelter,35.123,36.456,SY\n'
    )
    said = listed("own.csv", HEADER + rows).err + listed("own.csv", rows).err
    assert said.count("own.csv:") == 7
    assert not [word for word in ("Amal", "Shelter", "35.1", "36.4", "45.1", "35°") if word in said]
