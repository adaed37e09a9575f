"""The gazetteer's commands: lists come in row by row, and what is wrong with one is said."""

import json
import re
import stat
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cli.tools import process
from listed_places import geonames, zipped
from witnessmark.locate import Gazetteer, cache

pytestmark = pytest.mark.usefixtures("home")
HEADER = "name,lat,lon,country,admin1,aliases,level,pcode,id\n"


@pytest.fixture
def listed(tmp_path):
    """Writes a file to import."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def found(cli, name, *words):
    ran = cli("gazetteer", "lookup", name, *words, "--format", "jsonl")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_country_file_adds_villages_facilities_and_divisions(cli, listed):
    rows = [
        geonames(101, "Tal Warda", "تل وردة,Tell Warda", 35.41, 36.52),
        geonames(102, "Warda Hospital", kind="S.HSP"),
        geonames(103, "Al Hayy ash Sharqi", kind="A.ADM3", people=9000),
        geonames(104, "Old Quarter", kind="P.PPLX"),
        geonames(105, "Jabal Warda", kind="T.MT"),
        geonames(106, "Muhafazat Idlib", kind="A.ADM1", also="Idlib Governorate"),
    ]
    ran = cli("gazetteer", "import", listed("SY.zip", zipped("SY.txt", "".join(rows))))
    assert ran == (0, "sy: 5 places added\n", "")
    [village] = found(cli, "Tell Warda")
    assert village["place"]["source"] == "SY.txt, row 101 (GeoNames, CC BY 4.0)"
    assert (village["place"]["geonameid"], village["place"]["admin1"]) == (101, "Idlib")
    assert village["chosen"]
    levels = [found(cli, n)[0]["place"]["level"] for n in ("تل وردة", "Warda Hospital", "Al Hayy ash Sharqi")]
    assert levels == ["town", "facility", "subdistrict"]
    assert found(cli, "Old Quarter")[0]["place"]["precision"] == "neighbourhood"
    assert found(cli, "Jabal Warda") == []
    # the division the base has takes the name, and is not there twice
    assert [m["place"]["name"] for m in found(cli, "Idlib Governorate")] == ["Idlib"]
    assert sum(m["place"]["level"] == "admin1" for m in found(cli, "Idlib")) == 1
    # another spelling of it is found like one of the base
    assert found(cli, "Tel Wardeh", "--country", "Syria")[0]["place"]["name"] == "Tal Warda"


def test_a_place_the_base_has_is_replaced_not_doubled(cli, listed):
    rows = geonames(3, "Idlib", "Edlib", 35.931, 36.634, "P.PPLA", people=165_000)
    rows += geonames(201, "Kafr Nabudah", "Kafr Nbudah", 35.437, 36.43, admin1="10")
    assert cli("gazetteer", "import", listed("SY.txt", rows)).code == 0
    [town] = [m["place"] for m in found(cli, "Idlib") if m["place"]["level"] == "city"]
    assert (town["lat"], town["population"]) == (35.931, 165_000)
    assert [m["place"]["geonameid"] for m in found(cli, "Edlib")] == [3]
    assert [m["place"]["geonameid"] for m in found(cli, "Kafr Nabuda")] == [201]
    assert [m["place"]["geonameid"] for m in found(cli, "Kafr Nabudah")] == [201]


def test_a_list_of_ones_own_stays_private_and_keeps_its_source(cli, home, listed):
    text = HEADER + 'Nur Clinic,35.9,36.6,SY,Idleb,"Nour Clinic; عيادة نور",facility,,site-7\n'
    ran = cli("gazetteer", "import", listed("Sites 1.csv", text), "--source", "partner, not public")
    assert ran == (0, "sites-1: 1 place added\n", "")
    [clinic] = found(cli, "عيادة نور")
    assert clinic["place"]["source"] == "Sites 1.csv, row site-7 (partner, not public)"
    assert (clinic["place"]["precision"], clinic["place"]["admin1"]) == ("facility", "Idlib")
    assert clinic["place"]["geonameid"] is None
    files = [p for p in home.rglob("*") if p.is_file() and not p.name.startswith("gazetteer-")]
    assert files
    assert {stat.S_IMODE(p.stat().st_mode) for p in files} == {0o600}

    # imported again it replaces itself; removed it is gone
    cli("gazetteer", "import", listed("Sites 1.csv", text.replace("Nur", "Amal")))
    assert found(cli, "Nur Clinic") == []
    assert len(found(cli, "Amal Clinic")) == 1
    listing = [json.loads(x) for x in cli("gazetteer", "sources", "--format", "jsonl").out.splitlines()]
    assert [(s["name"], s["rows"], s["licence"]) for s in listing[1:]] == [
        ("sites-1", 1, "licence not stated")
    ]
    assert cli("gazetteer", "remove", "sites-1") == (0, "removed sites-1\n", "")
    assert found(cli, "Amal Clinic") == []
    assert list(home.glob("merged-*")) == []
    gone = cli("gazetteer", "remove", "sites-1")
    assert (gone.code, gone.err) == (2, "witnessmark: no source 'sites-1'; there are: none but the base\n")


def test_a_table_of_divisions_keeps_its_p_codes(cli, listed):
    text = (
        "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE,lat,lon\n"
        "Syria,SY,Idleb,إدلب,SY07,Harima,SY0704,36.2,36.5\n"
        "Syria,SY,Idleb,إدلب,SY07,Arwa,SY0705,35.8,36.6\n"
        "Syria,SY,Newland,,SY99,Orda,SY9901,35.0,39.0\n"
        "Syria,SY,Newland,,SY99,Orda,SY9901,35.0,39.0\n"
    )
    ran = cli("gazetteer", "import", listed("admin.csv", text))
    assert ran.code == 1
    assert re.search(r"admin\.csv:5: P-code SY9901 came before in line 4; keep one", ran.err)
    [harima] = found(cli, "Harima")
    assert (harima["pcode"], harima["place"]["level"], harima["place"]["admin1"]) == (
        "SY0704",
        "district",
        "Idlib",
    )
    [idlib] = found(cli, "إدلب")
    assert (idlib["pcode"], idlib["place"]["name"]) == ("SY07", "Idlib")
    [newland] = found(cli, "Newland")
    assert "middle of the divisions in it" in newland["place"]["source"]
    assert found(cli, "SY9901")[0]["place"]["name"] == "Orda"


def test_features_of_geojson_are_points_or_outlines(cli, listed):
    square = [[36.0, 35.0], [36.2, 35.0], [36.2, 35.2], [36.0, 35.2], [36.0, 35.0]]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [36.5, 35.5]},
            "properties": {"name": "Sama"},
        },
        {
            "type": "Feature",
            "geometry": {"type": "Polygon", "coordinates": [square]},
            "properties": {"name": "Bayt"},
        },
        {
            "type": "Feature",
            "geometry": {"type": "LineString", "coordinates": square},
            "properties": {"name": "Road"},
        },
        {"type": "Feature", "geometry": None, "properties": {"name": "Nowhere"}},
    ]
    path = listed("own.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    ran = cli("gazetteer", "import", path, "--country", "SY")
    assert ran.out == "own: 2 places added, 2 rows left out\n"
    assert [re.search(r":(\d): a geometry", line)[1] for line in ran.err.splitlines()] == ["3", "4"]
    [bayt] = found(cli, "Bayt")
    assert (bayt["place"]["lat"], bayt["place"]["lon"]) == (35.1, 36.1)


BAD_ROWS = {
    "swapped": (
        "Sama,36.5,35.5,SY\n".replace("36.5,35.5", "40.1,35.3"),
        "latitude and longitude look swapped",
    ),
    "out of range": ("Sama,35.5,536.5,SY\n", "is no latitude and longitude"),
    "elsewhere": ("Sama,-3.1,29.5,SY\n", "far outside SYR; check the point and the country"),
    "no number": ("Sama,35°30',36.5,SY\n", "write decimal degrees"),
    "digits apart by a bar": ("Sama,3_5.5,36.5,SY\n", "the latitude is no number"),
    "a quote that is never closed": ('"Sama,35.5,36.5,SY\n', "lines 3 to 4 were read as one"),
    "not finite": ("Sama,nan,36.5,SY\n", "is no number"),
    "no point": ("Sama,,,SY\n", "no latitude and longitude; add them"),
    "no country": ("Sama,35.5,36.5,\n", "no country; add a country column, or give --country"),
    "an unknown country": ("Sama,35.5,36.5,Ruritania\n", "no country of this code or name"),
    "no name": (",35.5,36.5,SY\n", "no name; give the place one"),
    "a name of 10,000 characters": (f"{'x' * 10_000},35.5,36.5,SY\n", "a name of 10,000 characters"),
    "a NUL": ("Sa\0ma,35.5,36.5,SY\n", "control characters"),
    "not UTF-8": ("Säma,35.5,36.5,SY\n".encode("latin-1"), "not UTF-8; save the file as UTF-8"),
    "more cells than columns": ("Sama,35.5,36.5,SY,1,2,3,4,5,6,7\n", "cells under 9 columns"),
    "an unknown level": ("Sama,35.5,36.5,SY,,,palace\n", "the level is none of"),
    "an id twice": ("Sama,35.5,36.5,SY,,,,,good\n", "its id came before in line 2"),
}


@pytest.mark.parametrize(("row", "message"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_row_that_cannot_be_used_is_told_and_the_rest_kept(cli, listed, row, message):
    bad = row if isinstance(row, bytes) else row.encode()
    text = (HEADER + "Before,35.5,36.5,SY,,,,,good\n").encode() + bad + b"After,35.6,36.5,SY\n"
    path = listed("own.csv", text)
    ran = cli("gazetteer", "import", path, "--format", "jsonl")
    assert ran.code == 1
    source, failure = map(json.loads, ran.out.splitlines())
    assert (source["rows"], source["flagged"]) == (1 if "read as one" in message else 2, 1)
    assert (failure["record"], failure["item"]) == ("failure", f"{path}:3")
    assert message in failure["message"]
    assert len(failure["message"]) < 300
    assert found(cli, "Before")
    assert found(cli, "After") or "read as one" in message


def locked(content):
    """A zip that asks for a password."""
    packed = bytearray(zipped("own.csv", content))
    for flags in (6, packed.rindex(b"PK\1\2") + 8):
        packed[flags] |= 1
    second = packed.index(b"PK\3\4", 4)
    packed[second + 6] |= 1
    return bytes(packed)


BAD_FILES = {
    "a zip with a password": ("x.zip", locked(HEADER), "a zip with a password; unpack it"),
    "an empty zip": ("x.zip", b"PK\x05\x06" + bytes(18), "holds 0 files, not one list"),
    "a number without end": (
        "x.json",
        b'{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":['
        + b"9" * 5000
        + b',35]},"properties":{"name":"X"}}]}',
        "not JSON that can be used",
    ),
    "empty": ("x.csv", b"", "the file is empty"),
    "no columns": (
        "x.csv",
        b"a,b\n1,2\n",
        r":1: no column for name and lat and lon among 2 \(known: none\); it needs",
    ),
    "a spreadsheet": ("x.xlsx", b"PK\x03\x04", "not a text file; save or export it as CSV"),
    "half a zip": ("SY.zip", zipped("SY.txt", geonames(1, "A") * 90)[:150], "damaged or half-written zip"),
    "broken JSON": ("x.geojson", b'{"type": "Feat', ":1: not JSON"),
    "JSON of another kind": ("x.json", b'{"a": 1}', "not a GeoJSON FeatureCollection"),
    "deep JSON": ("x.json", b"[" * 200_000, "nested too deeply|not JSON"),
    "no names": (
        "x.json",
        b'{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[1,2]}}]}',
        "no property for the name among 0",
    ),
    "only mountains": (
        "T.txt",
        geonames(1, "Peak", kind="T.MT").encode(),
        "no row is a place of a kind that is used",
    ),
    "no header": ("x.csv", b"Sama,35.5,36.5,SY\n", ":1: no header: the first row has numbers"),
    "a web page": ("x.csv", b"<!DOCTYPE html><html>", "a web page or XML, no list of places"),
    "no text": ("x.csv", b"\x7fELF\x02\x01", "not text; export it"),
    "UTF-16 without its mark": ("x.csv", HEADER.encode("utf-16-le"), "not text; .* name its --encoding"),
    "a header that is not UTF-8": ("x.csv", "país\n".encode("latin-1"), ":1: not UTF-8; save the file"),
    "not there": ("gone.csv", None, "no such file"),
}


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_cannot_be_used_changes_nothing(cli, home, listed, tmp_path, name, content, message):
    path = tmp_path / name if content is None else listed(name, content)
    good = listed("good.csv", HEADER + "Sama,35.5,36.5,SY\n")
    ran = cli("gazetteer", "import", path, good)
    assert (ran.code, ran.out) == (1, "good: 1 place added\n")
    assert re.search(rf"^failed: .*{re.escape(name)}.*(?:{message})", ran.err)
    assert [p.name for p in (home / "places").iterdir()] == ["good.sqlite"]


def test_where_no_row_is_good_the_old_list_stays(cli, listed):
    cli("gazetteer", "import", listed("own.csv", HEADER + "Sama,35.5,36.5,SY\n"))
    ran = cli("gazetteer", "import", listed("own.csv", HEADER + "Sama,995.5,36.5,SY\n"))
    assert (ran.code, ran.out) == (1, "")
    assert found(cli, "Sama")


def test_many_bad_rows_are_counted_not_all_printed(cli, listed):
    ran = cli("gazetteer", "import", listed("own.csv", HEADER + ",1,1,SY\n" * 50))
    assert len(ran.err.splitlines()) == 21
    assert ran.err.endswith("and 30 more; all of them: --format jsonl\n")


def test_a_damaged_list_is_named_with_the_remedy(cli, home, listed):
    cli("gazetteer", "import", listed("own.csv", HEADER + "Sama,35.5,36.5,SY\n"))
    path = home / "places" / "own.sqlite"
    path.write_bytes(path.read_bytes()[:700])
    Gazetteer.forget_default()
    ran = cli("gazetteer", "lookup", "Idlib")
    assert ran.code == 1
    assert "own.sqlite: a damaged list of places" in ran.err
    assert ran.err.endswith("run: witnessmark gazetteer remove own\n")
    assert cli("gazetteer", "remove", "own").code == 0
    assert found(cli, "Idlib")


def test_a_half_written_index_is_made_again_from_its_parts(cli, home, listed):
    cli("gazetteer", "import", listed("own.csv", HEADER + "Sama,35.5,36.5,SY\n"))
    [merged] = home.glob("merged-*")
    merged.write_bytes(merged.read_bytes()[:9000])
    Gazetteer.forget_default()
    assert found(cli, "Sama")


def test_imports_at_once_wait_for_each_other(home, listed):
    paths = [listed(f"own{n}.csv", HEADER + f"Sama{n},35.5,36.5,SY\n") for n in range(4)]

    def run(path):
        with process("gazetteer", "import", path) as child:
            child.communicate(timeout=60)

    threads = [threading.Thread(target=run, args=(p,)) for p in paths]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    Gazetteer.forget_default()
    assert all(Gazetteer.default().named(f"sama{n}") for n in range(4))
    assert len(list(home.glob("merged-*"))) == 1
    assert not list(home.rglob("*.part"))


def test_lookup_explains_itself(cli, listed):
    rows = "Sama,35.5,36.5,SY,Idlib\nSama,35.3,40.1,SY\n"
    cli("gazetteer", "import", listed("own.csv", HEADER + rows))
    ran = cli("gazetteer", "lookup", "Sama")
    assert ran.code == 0
    assert re.search(r"^Sama: 2 places$", ran.out, re.MULTILINE)
    assert "left open" in ran.out
    east = found(cli, "Sama", "--near", "35.3,40.2")[0]
    assert (east["place"]["lon"], east["chosen"]) == (40.1, True)
    west = found(cli, "Sama", "--admin1", "Idlib")[0]
    assert (west["place"]["lon"], west["chosen"]) == (36.5, True)
    assert any("division" in reason for reason in west["reasons"])
    nothing = cli("gazetteer", "lookup", "Nirgendwo")
    assert (nothing.code, "no place is called 'Nirgendwo'" in nothing.err) == (1, True)
    assert cli("gazetteer", "lookup", "Sama", "--near", "here").code == 2
    assert cli("gazetteer", "lookup", "Sama", "--country", "Ruritania").code == 2


def test_a_gazetteer_the_user_named_is_not_built_over(cli, monkeypatch):
    path = cache.default_path()
    monkeypatch.setenv(cache.ENVIRONMENT, str(path))
    before = path.read_bytes()
    ran = cli("gazetteer", "build")
    assert ran.code == 2
    assert "never overwritten" in ran.err
    assert path.read_bytes() == before


class OneFile(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.headers.get("If-None-Match") == '"v1"':
            self.send_response(304)
            self.end_headers()
        elif self.path == "/SY.zip":
            body = zipped("SY.txt", geonames(101, "Tal Warda") + "cut off\n")
            self.send_response(200)
            self.send_header("ETag", '"v1"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def log_message(self, *_):
        pass


@pytest.fixture
def served(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), OneFile) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_country_is_fetched_once_and_one_that_fails_does_not_stop_the_next(cli, home, served):
    ran = cli("gazetteer", "fetch", "Ukraine", "syria", "--address", served)
    assert (ran.code, ran.out) == (1, "geonames-sy: 1 place added, 1 row left out\n")
    missing, row = ran.err.splitlines()
    assert missing.startswith(f"failed: UA: {served}/UA.zip: no such file there")
    assert re.search(r"SY\.txt:2: 1 columns instead of 19; the file may be cut off", row)
    assert found(cli, "Tal Warda")[0]["place"]["country"] == "SYR"
    again = cli("gazetteer", "fetch", "SY", "--address", served)
    assert again == (0, "", "SY: has not changed since it was fetched\n")
    assert list((home / "downloads").iterdir()) == []
    assert cli("gazetteer", "fetch", "Ruritania", "--address", served).code == 2


def test_a_lookup_says_what_it_cannot_use(cli):
    assert cli("gazetteer", "lookup", " ").code == 2
    assert cli("gazetteer", "lookup", "\udcff\udcfe").code == 2
    ran = cli("gazetteer", "lookup", "Idlib", "--admin1", "Nirgendwo")
    assert (ran.code, "no first-level division is called 'Nirgendwo'" in ran.err) == (2, True)
    assert cli("gazetteer", "lookup", "Idlib", "--admin1", "Idlib", "--country", "UA").code == 2
    assert found(cli, "Idlib\udcff")


def test_an_address_with_a_password_is_not_used_nor_shown(cli):
    ran = cli("gazetteer", "fetch", "SY", "--address", "http://me:secret@localhost/x")
    assert ran.code == 2
    assert "secret" not in ran.err
