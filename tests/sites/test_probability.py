import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import chndtr

from witnessmark.sites.globe import floats
from witnessmark.sites.polygons import Ground, inside
from witnessmark.sites.probability import RAYLEIGH_95, circle, disc, sigma

METRES = st.floats(0.5, 50_000)


def one(function, *values):
    return float(function(*(floats([v]) for v in values))[0])


@given(METRES, METRES, METRES)
def test_a_disc_is_the_noncentral_chi_square(distance, spread, radius):
    wanted = chndtr((radius / spread) ** 2, 2, (distance / spread) ** 2)
    if np.isfinite(wanted):
        assert one(disc, distance, spread, radius) == pytest.approx(wanted, abs=1e-10)


@given(METRES, METRES, METRES)
def test_further_off_is_never_likelier(distance, spread, radius):
    near, far = (one(disc, d, spread, radius) for d in (distance, distance * 1.1))
    assert 0 <= far <= near + 1e-12 <= 1 + 1e-12


def test_a_position_known_without_error_is_in_or_out():
    assert one(disc, 40, 0, 50) == 1
    assert one(disc, 60, 0, 50) == 0


def test_accuracy_is_the_radius_of_95_in_100():
    assert one(disc, 0, sigma(floats([300.0]))[0], 300) == pytest.approx(0.95)
    assert pytest.approx(2.4477, abs=1e-4) == RAYLEIGH_95


CORNER = Ground(0, 0, ((floats([0, 100, 100, 40, 40, 0]), floats([0, 0, 30, 30, 90, 90])),))


@pytest.mark.parametrize(
    ("east", "north", "spread"), [(20, 20, 30), (70, 60, 20), (40, 30, 10), (0, 0, 5), (150, 90, 80)]
)
def test_a_polygon_is_what_chance_gives(east, north, spread):
    points = np.random.default_rng(7).normal(size=(400_000, 2)) * spread + (east, north)
    x, y = points.T
    wing, other = (x > 0) & (x < 100) & (y > 0) & (y < 30), (x > 0) & (x < 40) & (y > 0) & (y < 90)
    assert inside(CORNER, east, north, spread) == pytest.approx(np.mean(wing | other), abs=4e-3)


@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(2, 300))
def test_a_polygon_of_many_corners_is_a_disc(east, north, spread):
    turn = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    ring = Ground(0, 0, ((100 * np.cos(turn), 100 * np.sin(turn)),))
    round_ = one(disc, np.hypot(east, north), spread, 100)
    assert inside(ring, east, north, spread) == pytest.approx(round_, abs=1e-3)


def test_the_way_round_a_ring_does_not_matter_and_buildings_add_up():
    (x, y), away = CORNER.rings[0], floats([500.0])
    back = Ground(0, 0, ((x[::-1], y[::-1]),))
    two = Ground(0, 0, (CORNER.rings[0], (x + away, y)))
    alone = inside(CORNER, 20, 20, 100)
    assert inside(back, 20, 20, 100) == pytest.approx(alone)
    assert inside(two, 20, 20, 100) == pytest.approx(alone + inside(CORNER, 20 - 500, 20, 100))


@given(st.floats(0, 8_000), st.floats(500, 6_000), st.floats(0, 400), st.floats(10, 400))
def test_anywhere_in_a_circle_is_never_likelier_than_its_share(distance, around, spread, radius):
    share = min(radius / around, 1) ** 2
    assert 0 <= one(circle, distance, around, spread, radius) <= share + 1e-12


@pytest.mark.parametrize("distance", [0, 3_000, 4_800, 5_000, 5_200, 6_000])
def test_anywhere_in_a_circle_is_what_chance_gives(distance):
    around, spread, radius = 5_000, 150.0, 400
    chance = np.random.default_rng(11)
    # The disc's own place and a point on it: in the circle or not.
    at = chance.normal(size=(200_000, 2)) * spread + (distance, 0)
    out, turn = radius * np.sqrt(chance.random(200_000)), chance.random(200_000) * 2 * np.pi
    point = at + np.column_stack((out * np.cos(turn), out * np.sin(turn)))
    wanted = np.mean(np.hypot(*point.T) < around)
    share = (radius / around) ** 2
    assert one(circle, distance, around, spread, radius) / share == pytest.approx(wanted, abs=0.06)
