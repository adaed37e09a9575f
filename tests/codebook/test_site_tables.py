"""What lists of sites call things: every name leads somewhere, and to one thing only."""

import pytest
from pyproj import CRS

from witnessmark.codebook import load
from witnessmark.codebook.files import DATA
from witnessmark.codebook.site_tables import read_site_tables
from witnessmark.errors import UsageError
from witnessmark.text import headers

TABLES = load().site_tables
OBJECTS = load().taxonomy("objects")


def test_a_name_of_a_column_is_that_of_one_field():
    seen = {}
    for field, names in TABLES.columns.items():
        for name in names:
            assert headers.plain(name)
            assert seen.setdefault(headers.plain(name), field) == field, name


def test_a_tag_is_that_of_one_field():
    tags = [tag for known in TABLES.tags.values() for tag in known]
    assert len(tags) == len(set(tags))
    assert all(tag.startswith("#") for tag in tags)
    assert set(TABLES.tags) <= set(TABLES.columns)


def test_kinds_are_those_of_the_codebook():
    codes = {*TABLES.words.values(), *(c for values in TABLES.keys.values() for c in values.values())}
    assert codes <= set(OBJECTS)


@pytest.mark.parametrize("code", sorted(set(TABLES.datums.values())))
def test_datums_are_systems_of_latitude_and_longitude_that_the_library_knows(code):
    assert CRS.from_user_input(code).is_geographic


def test_directions_are_four():
    assert set(TABLES.directions.values()) == set("NSEW")
    assert "o" not in TABLES.directions  # west in Spanish, east in German


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("hospital: medical_facility", "hospital: teapot", "teapot"),
        ("  N: n;", "  N: n; s;", "stands twice"),
        ("keys:", "locks:", "keys"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, old, new, told):
    text = (DATA / "site_tables.yaml").read_text(encoding="utf-8")
    path = tmp_path / "site_tables.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match=told) as error:
        read_site_tables(path, OBJECTS)
    assert str(path) in str(error.value)
