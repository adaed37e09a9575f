"""Sites of several buildings: their ground, and the probability that a strike lies on it."""

from dataclasses import dataclass

import numpy as np

from witnessmark.model.site import Stay
from witnessmark.sites.globe import Floats, floats, offsets

# Metres: of a site given as a bare point, the reach of a small building from its middle.
LEAST_RADIUS = 10.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a site covers: rings in metres east and north of its position, or a disc where there are none.

    `extent` reaches from the position to the furthest point, `area` is in square metres.
    """

    extent: float
    area: float
    rings: tuple[tuple[Floats, Floats], ...] = ()


def ground(stay: Stay) -> Ground:
    """What a site covers while it stands there."""
    if not stay.shape.rings:
        radius = max(stay.shape.radius, LEAST_RADIUS)
        return Ground(radius, float(np.pi * radius**2))
    at = stay.position
    rings = []
    for ring in stay.shape.rings:
        points = floats(ring)
        rings.append(offsets(at.lat, at.lon, points[:, 0], points[:, 1]))
    extent = max(float(np.hypot(x, y).max()) for x, y in rings)
    return Ground(max(extent, LEAST_RADIUS), max(sum(_area(x, y) for x, y in rings), 1.0), tuple(rings))


def _area(x: Floats, y: Floats) -> float:
    return abs(float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))) / 2


def inside(shape: Ground, east: float, north: float, spread: float) -> float:
    """The probability that a point known to `spread` around (east, north) lies in one of the rings.

    Exact: each edge adds the triangle it makes with the point, a wedge without what lies beyond the edge,
    which is Owen's T function (Owen, A table of normal integrals, 1980; Didonato & Hageman 1982).
    """
    total = sum(_ring(x - east, y - north, spread) for x, y in shape.rings)
    return min(max(total, 0.0), 1.0)


def _ring(x: Floats, y: Floats, spread: float) -> float:
    from scipy.special import owens_t

    # A point known without error is a normal distribution narrower than anything that is measured.
    x, y = x / max(spread, 1e-3), y / max(spread, 1e-3)
    x2, y2 = np.roll(x, -1), np.roll(y, -1)
    cross = x * y2 - x2 * y
    length = np.hypot(x2 - x, y2 - y)
    real = (length > 0) & (np.abs(cross) > 1e-12 * np.maximum(length, 1.0))
    x, y, x2, y2, cross, length = (v[real] for v in (x, y, x2, y2, cross, length))
    away = np.abs(cross) / length
    along = ((x2 - x) * x + (y2 - y) * y) / length
    along2 = along + length
    wedge = np.abs(np.arctan2(along2, away) - np.arctan2(along, away)) / (2 * np.pi)
    beyond = np.abs(owens_t(away, along2 / away) - owens_t(away, along / away))
    return abs(float(np.sum(np.sign(cross) * (wedge - beyond))))
