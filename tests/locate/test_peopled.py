"""Where people live: among the settlements, not in the middle of the outline."""

import pytest

from witnessmark.locate.geo import km
from witnessmark.locate.peopled import peopled

WEST = [(35.0 + n / 10, 36.0 + n / 50) for n in range(9)]


def test_a_lone_town_in_the_desert_does_not_draw_the_point_away():
    found = peopled([*WEST, (35.0, 41.0)])
    assert abs(found.lat - 35.4) < 0.2
    assert abs(found.lon - 36.1) < 0.2
    assert found.radius >= km(found.lat, found.lon, 35.0, 41.0)


def test_one_side_of_it():
    north, south = peopled(WEST, 0.0), peopled(WEST, 180.0)
    assert south.lat < peopled(WEST).lat < north.lat


@pytest.mark.parametrize("points", [[(1.0, 2.0)], [(1.0, 2.0)] * 5])
def test_one_settlement_is_its_own_middle(points):
    found = peopled(points)
    assert (found.lat, found.lon, found.radius) == (1.0, 2.0, 1.0)


def test_no_settlement_has_no_middle():
    assert peopled([]) is None


def test_a_large_country_is_sampled():
    many = [(10 + n % 97 / 97, 20 + n % 89 / 89) for n in range(9_000)]
    found = peopled(many)
    assert (round(found.lat, 1), round(found.lon, 1)) == (10.5, 20.5)
