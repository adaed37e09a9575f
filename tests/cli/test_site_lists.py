"""Lists of sites as an office has them: what is told of each problem, and what a call may say of a list."""

import json
import re
from pathlib import Path

import pytest

from witnessmark.store import keyfiles

PHRASE = "seven slate roofs in the rain"
HEADER = "id,name,kind,lat,lon,datum,country,start,end,accuracy"
# Rows of a list in Colombia, a problem each. Row 18 has the listed point of Mocoa.
ROWS = {
    "no_name": "A1,,clinic,4.512345,-74.112345,,,,,",
    "unknown_kind": "A2,Oak Yard,hangar,4.522345,-74.122345,,,,,",
    "no_position": "A3,Elm Clinic,clinic,4.532345,,,,,,",
    "bad_coordinate": "A4,Ash Clinic,clinic,here,there,,,,,",
    "minutes_over_59": "A5,Fir Clinic,clinic,4°75'10\"N,74°10'00\"W,,,,,",
    "out_of_range": "A6,Yew Clinic,clinic,94.512345,-194.112345,,,,,",
    "unknown_datum": "A7,Box Clinic,clinic,4.542345,-74.142345,Datum of the moon,,,,",
    "unknown_country": "A8,Bay Clinic,clinic,4.552345,-74.152345,,Atlantis,,,",
    "bad_date": "A9,Fig Clinic,clinic,4.562345,-74.162345,,,01/02/2020,,",
    "impossible_validity": "A10,Sloe Clinic,clinic,4.572345,-74.172345,,,2021-05-01,2020-05-01,",
    "bad_number": "A11,Rowan Clinic,clinic,4.582345,-74.182345,,,,,near",
    "swapped": "A12,Alder Clinic,clinic,-74.192345,4.592345,,,,,",
    "sign_missing": "A13,Birch Clinic,clinic,4.602345,74.202345,,,,,",
    "out_of_country": "A14,Cedar Clinic,clinic,48.612345,2.312345,,,,,",
    "coarse": "A15,Maple Clinic,clinic,4.6,-74.2,,,,,",
    "village_centre": "A16,Larch Clinic,clinic,1.15284,-76.65208,,,,,",
    "duplicate": "A17,Green Gate Clinic,clinic,4.700345,-74.300345,,,,,",
    "twice_in_file": "A18,Blue Reed Clinic,clinic,4.711345,-74.311345,,,,,",
    "datum_shift": "A19,Palm Clinic,clinic,4.722345,-74.322345,Bogota 1975,,,,",
    "unreadable": "A20,Pine Clinic,clinic,4.732345,-74.332345,,,,,,,",
}
REGISTERED = "R1,Green Gate Clinic,clinic,4.700123,-74.300123,,,,,\n"
BEFORE = "A0,Blue Reed Clinic,clinic,4.711123,-74.311123,,,,,\n"
ASKED = {
    "swapped",
    "sign_missing",
    "out_of_country",
    "coarse",
    "village_centre",
    "duplicate",
    "twice_in_file",
}
NOTED = {"datum_shift"}


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    for name, use in (("open", "register"), ("sign", "signing")):
        keyfiles.make(folder / name, PHRASE, name, use, rounds=1)
    (folder / "phrase").write_text(f"{PHRASE}\n")
    return folder


@pytest.fixture
def begun(cli, case, keys, monkeypatch):
    """`begun("COL", ...)` begins the register of a case with sites of these countries."""
    monkeypatch.setenv("WITNESSMARK_REGISTER_KEY", str(keys / "open"))
    monkeypatch.setenv("WITNESSMARK_SIGNING_KEY", str(keys / "sign"))
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(keys / "phrase"))

    def begin(*countries: str) -> Path:
        words = [word for country in countries for word in ("--country", country)]
        ran = cli("sites", "init", case, "--by", "Desk", *words)
        assert ran.code == 0, ran.err
        return case

    return begin


def listed(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    (tmp_path / "list.csv").write_text("\n".join((header, *(r.strip() for r in rows))) + "\n")
    return tmp_path / "list.csv"


def problems(ran) -> dict[tuple[int, str], str]:
    """What becomes of each problem of the printed table, by row and kind."""
    line = re.compile(r" *(\d+)  .*?\b([a-z]+(?:_[a-z0-9]+)*)  +(refuse|ask|note|accepted) .*")
    found = filter(None, map(line.fullmatch, ran.out.splitlines()))
    return {(int(hit[1]), hit[2]): hit[3] for hit in found}


def test_each_problem_of_a_list_is_shown_with_its_row_and_nothing_of_its_content(cli, begun, tmp_path):
    case = begun("COL")
    assert cli("sites", "import", case, listed(tmp_path, REGISTERED)).code == 0
    ran = cli("sites", "import", case, listed(tmp_path, BEFORE, *ROWS.values()), "--dry-run")
    assert ran.code == 1, ran.err
    told = problems(ran)
    for row, kind in enumerate(ROWS, 3):
        so = "ask" if kind in ASKED else "note" if kind in NOTED else "refuse"
        assert told.get((row, kind)) == so, (kind, ran.out)
    assert "21 rows: 2 new sites, 0 changes of known sites, 0 known already, 19 left out" in ran.out
    assert not re.search(r"Clinic|Oak|4\.\d{3}|74\.\d|A\d", ran.out + ran.err)


@pytest.mark.parametrize("kind", sorted(ASKED))
def test_what_is_asked_can_be_accepted_for_one_row(cli, begun, tmp_path, kind):
    case = begun("COL")
    assert cli("sites", "import", case, listed(tmp_path, REGISTERED)).code == 0
    rows = listed(tmp_path, BEFORE, ROWS[kind])
    assert cli("sites", "import", case, rows, "--accept", f"{kind}@2").code == 2
    ran = cli("sites", "import", case, rows, "--accept", f"{kind}@3")
    assert ran.code == 0, ran.err
    assert problems(ran) == {(3, kind): "accepted"}
    assert "3 sites" in cli("sites", "list", case).out


def test_rows_without_a_country_are_held_against_the_one_of_the_register(cli, begun, tmp_path):
    ran = cli("sites", "import", begun("COL"), listed(tmp_path, ROWS["swapped"]), "--dry-run")
    assert problems(ran) == {(2, "swapped"): "ask"}
    assert "rows that name no country are taken to be in COL" in ran.err


@pytest.mark.parametrize("countries", [(), ("COL", "PER")])
def test_of_several_countries_none_is_taken_for_the_list_s(cli, begun, tmp_path, countries):
    ran = cli("sites", "import", begun(*countries), listed(tmp_path, REGISTERED), "--dry-run")
    assert problems(ran) == {(2, "country_not_said"): "note"}
    assert "rows that name no country" not in ran.err


def test_a_list_of_another_encoding_is_read_when_it_is_named(cli, begun, tmp_path):
    case, rows = begun("COL"), tmp_path / "list.csv"
    rows.write_bytes("nombre;kind;lat;lon\nClínica Ceñida;clinic;4,512345;-74,112345\n".encode("cp1252"))
    ran = cli("sites", "import", case, rows)
    assert (ran.code, "name its --encoding" in ran.out + ran.err) == (2, True)
    assert cli("sites", "import", case, rows, "--encoding", "windows-1252").code == 0
    assert "Clínica Ceñida" in cli("sites", "list", case, "--exact").out
    ran = cli("sites", "import", case, rows, "--encoding", "windows-0")
    assert (ran.code, "--encoding windows-0: not known" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("typed", "kind", "where"),
    [
        ("-74.400123, 4.800123", "swapped", "4.800123, -74.400123"),
        ("4.800123, 74.400123", "sign_missing", "4.800123, -74.400123"),
        ("48.800123, 2.400123", "out_of_country", "48.800123, 2.400123"),
        ("4.8, -74.4", "coarse", "4.800000, -74.400000"),
    ],
)
def test_a_move_is_held_against_the_country_as_a_row_of_a_list_is(cli, begun, tmp_path, typed, kind, where):
    case = begun("COL")
    assert cli("sites", "import", case, listed(tmp_path, REGISTERED)).code == 0
    move = ("sites", "move", case, "R1", "--on", "2024-03-01")
    ran = cli(*move, stdin=f"{typed}\n".encode())
    assert (ran.code, f"({kind})" in ran.err) == (2, True), ran.err
    assert not re.search(r"\d\.\d", ran.err)
    assert cli(*move, "--accept", kind, stdin=f"{typed}\n".encode()).code == 0
    assert where in cli("sites", "list", case, "--exact").out


def test_what_a_register_claims_to_hold_is_corrected_and_the_correction_signed(cli, begun):
    case = begun("COL")
    assert "sites of COL, of any day." in cli("sites", "list", case).out
    assert cli("sites", "scope", case, "--since", "2019-06-01").code == 0
    assert "sites of COL, from 2019-06-01 on." in cli("sites", "list", case).out
    ran = cli("sites", "scope", case, "--country", "PE", "--country", "COL")
    assert "sites of COL, PER, from 2019-06-01 on." in ran.out
    assert "hold 48%, as is usual" in ran.out
    assert "hold 80%, as its keepers say" in cli("sites", "scope", case, "--coverage", "0.8").out
    ran = cli("sites", "scope", case, "--any-day", "--any-country")
    assert "hold 80%, as its keepers say" in ran.out
    assert "sites of any country, of any day." in ran.out
    assert cli("verify", case).code == 0
    assert cli("sites", "scope", case).code == 2
    assert cli("sites", "scope", case, "--since", "2019-06-01", "--any-day").code == 2
    assert "sites of any country, of any day." in cli("sites", "list", case).out


def test_a_wider_scope_changes_what_checks_say_of_an_incident(cli, begun, tmp_path):
    case = begun("COL")

    def result() -> list[str]:
        ran = cli("sites", "check", case, "--format", "jsonl")
        return [json.loads(line)["result"] for line in ran.out.splitlines()]

    assert cli("sites", "scope", case, "--since", "2024-01-01").code == 0
    (tmp_path / "report.txt").write_text(
        "Clinic hit in Quito\n\n20 March 2023\n\nOn 19 March 2023 an air strike hit a clinic in Quito. "
        "Three civilians were killed, doctors said.\n"
    )
    assert cli("add", case, tmp_path / "report.txt").code == 0
    assert result() == ["register_not_available_for_date"]
    assert cli("sites", "scope", case, "--since", "2023-01-01").code == 0
    assert result() == ["register_not_available_for_date"]
    assert cli("sites", "scope", case, "--country", "COL", "--country", "ECU").code == 0
    assert result() == ["not_listed"]


def test_which_columns_were_read_as_what_is_said_and_which_were_not(cli, begun, tmp_path):
    header = "Nr,Site name,Class of thing,Latitude,Longitude,Beds"
    rows = listed(tmp_path, "1,Oak Clinic,clinic,4.512345,-74.112345,12", header=header)
    ran = cli("sites", "import", begun("COL"), rows, "--dry-run", "--kind", "medical_facility")
    assert "columns read: names from Site name, lat from Latitude, lon from Longitude" in ran.out
    assert "columns not read: Nr, Class of thing, Beds" in ran.out


def test_how_to_accept_is_said_where_something_is_asked(cli, begun, tmp_path):
    case = begun("COL")
    ran = cli("sites", "import", case, listed(tmp_path, REGISTERED, ROWS["swapped"]), "--dry-run")
    assert "to accept one: --accept swapped@3; all of a kind: --accept swapped" in ran.err
    assert "to accept" not in cli("sites", "import", case, listed(tmp_path, REGISTERED), "--dry-run").err


def test_two_columns_of_one_name_are_refused(cli, begun, tmp_path):
    rows = listed(tmp_path, "Oak Clinic,4.512345,-74.112345,5.5,-75.5", header="name,lat,lon,lat,lon")
    ran = cli("sites", "import", begun("COL"), rows, "--dry-run", "--kind", "medical_facility")
    assert (ran.code, "several columns are called 'lat'" in ran.err) == (1, True), ran.err


def test_a_workbook_with_several_lists_is_refused_and_a_number_for_a_day_is_said(cli, begun, tmp_path):
    from openpyxl import Workbook

    case, book = begun("COL"), Workbook()
    for sheet in (book.active, book.create_sheet("South")):
        sheet.append(["name", "kind", "lat", "lon", "opened"])
        sheet.append(["Oak Clinic", "clinic", 4.512345, -74.112345, 44562])
    book.save(tmp_path / "list.xlsx")
    ran = cli("sites", "import", case, tmp_path / "list.xlsx", "--dry-run")
    assert (ran.code, "2 of its sheets list sites" in ran.err) == (1, True), ran.err
    book.remove(book["South"])
    book.save(tmp_path / "list.xlsx")
    ran = cli("sites", "import", case, tmp_path / "list.xlsx", "--dry-run")
    assert problems(ran) == {(2, "bad_date"): "refuse"}
    assert "a spreadsheet's number of a day" in " ".join(ran.out.split())


def test_a_formula_without_its_result_is_said_to_be_that(cli, begun, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["name", "kind", "lat", "lon"])
    book.active.append(["Oak Clinic", "clinic", 4.512345, -74.112345])
    book.active.append([])
    book.active.append(["Elm Clinic", "clinic", "=C2+0.01", "=D2+0.01"])
    book.active.append(["=A2", "=B2", "=C2", "=D2"])
    book.save(tmp_path / "list.xlsx")
    ran = cli("sites", "import", begun("COL"), tmp_path / "list.xlsx", "--dry-run")
    assert problems(ran) == {(4, "unreadable"): "refuse", (5, "unreadable"): "refuse"}
    assert "a formula without its result" in " ".join(ran.out.split())
    assert "3 rows: 1 new site" in ran.out
