"""Cells never tell of fewer than k sites, count every site once, and hold nothing finer than they say."""

import json
from datetime import date

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.errors import UsageError
from witnessmark.model.site import Position, Shape, Site, Stay
from witnessmark.publish.coarse_sites import (
    Audience,
    audience,
    coarse_geojson,
    coarsen,
    full_geojson,
    standing,
)

DAY = date(2021, 5, 4)
KINDS = ("school", "bakery")


def site(n: int, lat: float, lon: float, kind: str = "school", **stay) -> Site:
    stood = Stay(Position(lat, lon, 20, "made up"), Shape(30), **stay)
    return Site(f"id-{n}", (f"Tern House {n}",), kind, (stood,))


# Two towns far from each other on an ocean, and anything between.
SPOTS = st.tuples(st.floats(-32, -28), st.floats(-20, -14), st.sampled_from(KINDS))
SITES = st.lists(SPOTS, max_size=60).map(lambda spots: [site(n, *spot) for n, spot in enumerate(spots)])
AUDIENCES = st.builds(
    Audience, st.just("test"), st.integers(2, 8), st.integers(3, 6), st.integers(1, 3), st.booleans()
)


@given(SITES, AUDIENCES)
def test_no_cell_tells_of_fewer_than_k_and_every_site_is_counted_once(sites, to):
    found = coarsen(sites, DAY, to)
    assert all(cell.sites >= to.k for cell in found.cells)
    assert sum(cell.sites for cell in found.cells) + found.left_out == len(sites)
    assert all(to.coarsest <= cell.resolution <= to.finest for cell in found.cells)


@given(SITES, AUDIENCES)
def test_kinds_add_up_and_none_is_of_fewer_than_k(sites, to):
    for cell in coarsen(sites, DAY, to).cells:
        counts = [n for _, n in cell.kinds]
        assert all(n >= to.k for n in counts)
        assert not counts or sum(counts) == cell.sites
        assert to.kinds or not counts


@given(SITES, st.randoms())
def test_the_order_of_the_sites_does_not_matter(sites, seed):
    to = audience("partner")
    before = coarsen(sites, DAY, to)
    seed.shuffle(sites)
    assert coarsen(sites, DAY, to) == before


def test_few_sites_are_given_to_the_cell_around_them():
    near = h3.cell_to_latlng(h3.latlng_to_cell(-30, -17, 4))
    together = [site(n, *near) for n in range(6)]
    fine = h3.latlng_to_cell(*near, 4)
    beside = next(c for c in h3.cell_to_children(h3.cell_to_parent(fine, 3), 4) if c != fine)
    apart = [site(10 + n, *h3.cell_to_latlng(beside)) for n in range(5)]
    found = coarsen([*together, *apart[:4]], DAY, audience("public"))
    assert [(c.resolution, c.sites) for c in found.cells] == [(4, 6)]
    assert found.left_out == 4
    found = coarsen([*together, *apart], DAY, audience("public"))
    assert sorted((c.resolution, c.sites) for c in found.cells) == [(4, 5), (4, 6)]


def test_sites_too_few_in_two_cells_meet_in_the_one_around():
    parent = h3.latlng_to_cell(-30, -17, 3)
    a, b, *_ = h3.cell_to_children(parent, 4)
    spots = [h3.cell_to_latlng(a)] * 3 + [h3.cell_to_latlng(b)] * 3
    found = coarsen([site(n, *s) for n, s in enumerate(spots)], DAY, audience("public"))
    assert [(c.h3, c.sites) for c in found.cells] == [(parent, 6)]


def test_only_sites_that_stood_that_day_are_counted():
    closed = site(1, -30, -17, end=date(2021, 5, 3))
    later = site(2, -30, -17, start=date(2021, 5, 5))
    last_day = site(3, -30, -17, end=DAY)
    assert [s.id for s, _ in standing((closed, later, last_day), DAY)] == ["id-3"]


def test_a_smaller_k_than_the_codebook_has_is_refused():
    with pytest.raises(UsageError, match="at least 5"):
        audience("public", k=4)
    assert audience("public", k=9).k == 9


def test_an_audience_that_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="public, partner, sealed"):
        audience("press")


def test_a_register_in_full_is_not_coarsened():
    with pytest.raises(UsageError, match="encrypted"):
        coarsen([], DAY, audience("sealed"))


@pytest.mark.parametrize("name", ["public", "partner"])
def test_neither_names_nor_positions_are_in_the_coarse_file(name):
    sites = [site(n, -30.12345 + n / 1e5, -17.54321) for n in range(7)]
    text = coarse_geojson(coarsen(sites, DAY, audience(name)))
    for secret in ("Tern", "id-", "30.12", "17.543", "made up"):
        assert secret not in text
    assert json.loads(text)["features"][0]["properties"]["sites"] == 7


def test_the_full_file_has_names_positions_and_every_building():
    ring = ((-30.0, -17.0), (-30.0, -16.99), (-29.99, -16.99))
    camp = Site("id-9", ("Reed Bank", "ضفة القصب"), "idp_camp", (
        Stay(Position(-30.0, -17.0, 20, "made up"), Shape(10, (ring, ring))),
    ))  # fmt: skip
    whole = json.loads(full_geojson([camp, site(1, -30.12345, -17.54321)], DAY))
    first, second = whole["features"]
    assert first["properties"]["names"] == ["Reed Bank", "ضفة القصب"]
    assert len(first["geometry"]["coordinates"]) == 2
    assert first["geometry"]["coordinates"][0][0][0] == first["geometry"]["coordinates"][0][0][-1]
    assert second["geometry"]["coordinates"] == [-17.54321, -30.12345]
