"""A private list of places: what is left of it where, and when it is taken out again."""

import pytest

from witnessmark.locate import cache

pytestmark = pytest.mark.usefixtures("home")
HEADER = "name,lat,lon,country\n"


@pytest.fixture
def listed(cli, tmp_path):
    """Imports a list of one place."""

    def add(name, place):
        path = tmp_path / f"{name}.csv"
        path.write_text(f"{HEADER}{place},35.5,36.5,SY\n", "utf-8")
        assert cli("gazetteer", "import", path).code == 0

    return add


def holding(home, text):
    return [
        p.name for p in home.rglob("*") if p.is_file() and text.lower().encode() in p.read_bytes().lower()
    ]


def test_what_a_killed_writer_left_goes_with_the_next_one(cli, home, listed):
    listed("other", "Sama")
    for left in (home / "places" / "sites.sqlite1a.part", home / "merged-0a.sqlite2b.part"):
        left.write_text("Amal Shelter", "utf-8")
    assert len(holding(home, "Amal Shelter")) == 2
    assert cli("gazetteer", "remove", "other").code == 0
    assert holding(home, "Amal Shelter") == []


def test_a_list_taken_out_is_in_no_file_any_more(cli, home, listed):
    listed("sites", "Amal Shelter")
    listed("other", "Sama")
    assert len(holding(home, "amal shelter")) == 2
    assert cli("gazetteer", "remove", "sites").code == 0
    assert holding(home, "amal shelter") == []
    assert holding(home, "sites.csv") == []


def test_a_list_is_gone_though_another_is_damaged(cli, home, listed):
    listed("sites", "Amal Shelter")
    listed("other", "Sama")
    (home / "places" / "other.sqlite").write_bytes(b"half")
    cli("gazetteer", "remove", "sites")
    assert holding(home, "amal shelter") == []


def test_only_lists_can_be_removed(cli, listed):
    listed("own", "Sama")
    base = cache.default_path()
    assert cli("gazetteer", "remove", f"../{base.stem}").code == 2
    assert base.exists()
