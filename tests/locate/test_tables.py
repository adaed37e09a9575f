"""Our own tables: whole, in range, and used by the compiler."""

from collections import defaultdict

import pytest

from witnessmark.locate import admin, base, own
from witnessmark.locate.entry import NameKind
from witnessmark.locate.geo import km
from witnessmark.locate.tables import data, split
from witnessmark.locate.words import demonyms, words
from witnessmark.text.names import fold

ISO3 = set(base.iso3().values())


def test_every_country_has_a_code_a_point_and_its_people():
    rows = data("countries.csv")
    assert len({r["iso3"] for r in rows}) == len(rows)
    for row in rows:
        assert row["iso3"] in ISO3
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
    assert demonyms()[fold("Syrian")] == "SYR"


def test_divisions_are_named_once_per_code():
    rows = data("admin1.csv")
    assert len({(r["country"], r["code"]) for r in rows}) == len(rows)
    assert all(r["country"] in base.iso3() and r["name"] for r in rows)


def test_areas_lie_in_known_countries_and_say_their_source():
    areas = list(own.area_rows({}))
    assert len(areas) >= 60
    for row, names in areas:
        assert row.source
        assert row.radius > 0
        assert set((row.country or "").split()) <= ISO3
        assert names[0].folded == fold(row.name)


def test_a_village_the_base_knows_only_adds_its_names():
    [first, *_] = data("villages.csv")
    near = {(first["country"], fold(first["name"])): [(77, float(first["lat"]), float(first["lon"]))]}
    row, names = next(iter(own.village_rows(near, {})))
    assert row is None
    assert {n.place for n in names} == {77}
    row, names = next(iter(own.village_rows({}, {})))
    assert row.id < 0
    assert row.country in ISO3


def test_names_of_a_settlement_leave_out_what_text_never_uses():
    city = {
        "geonameid": 5,
        "name": "Hāzār",
        "alternatenames": ["Hazar", "HZR", "hazar", "Ḥazzār", "هزار", "哈扎尔", "Hazar, Orda"],
    }
    names = {n.folded: n.kind for n in base.city_names(city, transliterated=True)}
    assert names["hazar"] == NameKind.OWN
    assert names["هزار"] == NameKind.ALTERNATE
    assert not {"hzr", "哈扎尔", "hazar, orda"} & {n for n, k in names.items() if k != NameKind.KEY}


def test_a_division_takes_its_namesake_city_or_the_middle():
    def city(name, code, lat, people):
        return {"name": name, "alternatenames": [], "countrycode": "SY", "admin1code": code, "latitude": lat,
                "longitude": 36.0, "population": people}  # fmt: skip

    cities = [city("Orda", "1", 35.0, 90_000), city("Belen", "1", 37.0, 900), city("Hazar", "2", 30.0, 9_000)]
    named = {("SY", "1"): admin.Division("Orda", ()), ("SY", "2"): admin.Division("Sulen", ())}
    rows = {row.name: row for row, _ in admin.division_rows(cities, named)}
    assert (rows["Orda"].lat, rows["Orda"].population) == (35.0, 90_900)
    assert rows["Sulen"].lat == 30.0


def test_word_lists_hold_words():
    for name in words().__slots__:
        assert all(isinstance(w, str) and w == w.strip() and w != "True" for w in getattr(words(), name))
    assert "on" in words().leading
    assert split(" a; ;b ") == ["a", "b"]


def test_villages_lie_in_a_division_we_can_name():
    divisions = {(r["country"], r["code"]) for r in data("admin1.csv")}
    for row in data("villages.csv"):
        assert (row["country"], row["admin1"]) in divisions, row
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert row["source"], row
        assert row["verified"] in {"true", "false"}, row


def test_no_village_stands_twice():
    seen: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in data("villages.csv"):
        lat, lon = float(row["lat"]), float(row["lon"])
        name = (row["country"], fold(row["name"]))
        assert all(km(lat, lon, *other) > own.SAME_VILLAGE for other in seen[name]), row
        seen[name].append((lat, lon))


@pytest.mark.parametrize(
    ("name", "alternates", "shown"),
    [
        ("Malmö", ["Mal'mjo", "Malm'o", "Malmo"], "Malmo"),
        ("Smarhoń", ["Smarhon'"], "Smarhon"),
        ("Xi\u2019an", ["Xian", "Xi'an"], "Xian"),
        ("Cox\u2019s Bāzār", ["Cox's Bazar"], "Cox's Bazar"),
        ("Ya'an", ["Yaan"], "Ya'an"),
    ],
)
def test_a_shown_name_has_no_apostrophe_that_the_name_has_not(name, alternates, shown):
    assert base.display(name, alternates) == shown
