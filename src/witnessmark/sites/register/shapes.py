"""Outlines of sites: whether they hold, their middle and how far they reach."""

from functools import cache
from typing import TYPE_CHECKING

from witnessmark.model.site import Shape
from witnessmark.sites.register.values import Ring

if TYPE_CHECKING:
    from pyproj import Geod

# Where a list states no extent: about the grounds of a clinic or a school, three houses wide. A judgement; a
# stated radius or an outline takes its place.
USUAL_RADIUS = 50.0
_ABOUT = (10, 50, 100, 500, 1000, 5000, 10_000, 100_000)  # metres; about where one would decide otherwise


@cache
def _earth() -> "Geod":
    from pyproj import Geod

    return Geod(ellps="WGS84")


def apart(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Metres between two points on the ellipsoid of WGS 84."""
    return float(_earth().inv(lon1, lat1, lon2, lat2)[2])


def about(metres: float) -> str:
    """How far, roughly: problems are kept in clear, and exact ones from known points would give a place."""
    for bound in _ABOUT:
        if metres < bound:
            return f"under {bound} m" if bound < 1000 else f"under {bound // 1000} km"
    return f"over {_ABOUT[-1] // 1000} km"


def on_earth(rings: tuple[Ring, ...]) -> bool:
    """Whether every corner has a latitude and a longitude."""
    return all(abs(lat) <= 90 and abs(lon) <= 180 for ring in rings for lat, lon in ring)


def holds(rings: tuple[Ring, ...]) -> bool:
    """Whether every ring is an outline that does not cross itself."""
    from shapely import Polygon

    return all(len(ring) > 2 and Polygon(ring).is_valid for ring in _together(rings))


def middle(rings: tuple[Ring, ...]) -> tuple[float, float]:
    """The centre of all the ground inside."""
    from shapely import Polygon, union_all

    ground = union_all([Polygon(ring) for ring in _together(rings)])
    lat, lon = float(ground.centroid.y), float(ground.centroid.x)
    return lat, lon - 360 * round(lon / 360)


def _together(rings: tuple[Ring, ...]) -> list[list[tuple[float, float]]]:
    """Longitude and latitude of the corners, those over the date line beside the others.

    No site is as wide as half the globe.
    """
    first = rings[0][0][1] if rings and rings[0] else 0.0
    return [[(lon + 360 * round((first - lon) / 360), lat) for lat, lon in ring] for ring in rings]


def outlined(rings: tuple[Ring, ...], lat: float, lon: float) -> Shape:
    """The shape with the radius of the circle around (lat, lon) that holds every corner."""
    return Shape(round(max(apart(lat, lon, *point) for ring in rings for point in ring), 1), rings)
