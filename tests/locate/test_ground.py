"""Whose land a point is, by the settlements around it: a made-up map of two countries."""

import pytest

from witnessmark.locate.entry import PlaceRow
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.ground import LEAST_EXTENT, SettledGround
from witnessmark.locate.index import write_index
from witnessmark.model.ground import Inside


def town(number, country, lat, lon, people):
    return PlaceRow(number, f"T{number}", "town", country, None, None, lat, lon, people, "test")


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    path = tmp_path_factory.mktemp("ground") / "map.sqlite"
    west = [town(n, "NOR", 60.0 + n / 10, 10.0, 900) for n in range(1, 6)]
    east = [town(n, "SWE", 59.5 + n / 10, 12.0, 250_000) for n in range(6, 11)]
    write_index(path, [*west, *east], [], {})
    return SettledGround(Gazetteer(path))


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (60.3, 10.05, Inside.YES),
        (60.3, 10.95, Inside.PERHAPS),
        (60.3, 11.5, Inside.UNLIKELY),
        (60.3, 12.0, Inside.NO),
        (10.0, 60.3, Inside.NO),
        (-60.3, 10.0, Inside.NO),
    ],
)
def test_the_nearest_settlements_say_whose_land_it_is(ground, lat, lon, expected):
    assert ground.inside(lat, lon, "NOR") is expected


def test_a_country_that_the_map_does_not_have_holds_no_point(ground):
    assert ground.inside(60.3, 10.0, "BRA") is Inside.NO


def test_the_point_of_a_settlement_is_known_with_its_extent(ground):
    village, city = ground.centre(60.3, 10.0), ground.centre(60.3, 12.0)
    assert village.distance < 1
    assert village.radius == LEAST_EXTENT
    assert city.radius == pytest.approx(7_500)
    assert ground.centre(60.35, 10.0).distance == pytest.approx(5_560, rel=0.01)


def test_countries_are_known_by_code_and_name(ground):
    assert [ground.country(c) for c in ("NO", "nor", "Norway", "Atlantis")] == ["NOR", "NOR", "NOR", None]
