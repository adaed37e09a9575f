import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.sites.globe import EARTH, floats, metres, offsets, units
from witnessmark.sites.reach import Points, pairs

LATITUDE = st.one_of(st.floats(-90, 90), st.floats(89.9, 90), st.floats(-90, -89.99), st.floats(-0.05, 0.05))
LONGITUDE = st.one_of(st.floats(-180, 180), st.floats(179.95, 180), st.floats(-180, -179.95))
REACH = st.one_of(st.floats(1, 3_000), st.floats(1, 9_000_000))
POINTS = st.lists(st.tuples(LATITUDE, LONGITUDE, REACH), min_size=1, max_size=25)


def points(rows):
    return Points(*floats(rows).reshape(-1, 3).T)


@settings(max_examples=150)
@given(POINTS, POINTS)
def test_every_pair_in_reach_is_found_and_no_other_at_poles_and_date_line_too(some, others):
    a, b = points(some), points(others)
    found = pairs(a, b)
    u, v = (units(np.radians(p.lat), np.radians(p.lon)) for p in (a, b))
    far = 2 * EARTH * np.arcsin(np.minimum(np.linalg.norm(u[:, None] - v[None], axis=2) / 2, 1))
    limit = a.reach[:, None] + b.reach[None]
    got = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert len(got) == len(set(got))
    edge = np.abs(far - limit) < 1e-3
    wanted = {(int(i), int(j)) for i, j in zip(*np.nonzero(far <= limit), strict=True)}
    unsure = {(int(i), int(j)) for i, j in zip(*np.nonzero(edge), strict=True)}
    assert wanted - unsure <= set(got) <= wanted | unsure


def test_nothing_is_in_reach_of_nothing():
    none = points([])
    assert len(pairs(none, points([(1, 2, 3)]))) == 0
    assert len(pairs(points([(1, 2, 3)]), none)) == 0


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(1, 20_000), st.floats(0, 360))
def test_offsets_have_the_length_of_the_way(lat, lon, far, turn):
    lat2 = lat + far / 111_195 * np.cos(np.radians(turn)) * 0.5
    lon2 = lon + far / 111_195 * np.sin(np.radians(turn)) * 0.5
    east, north = offsets(lat, lon, floats([lat2]), floats([lon2]))
    a, b = (units(*np.radians([[p], [q]])) for p, q in ((lat, lon), (lat2, lon2)))
    assert np.isclose(np.hypot(east, north)[0], metres(a, b)[0], atol=1e-3, rtol=1e-6)
