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


@cache
def _earth() -> "Geod":
    from pyproj import Geod

    return Geod(ellps="WGS84")


def apart(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Metres between two points on the ellipsoid of WGS 84."""
    return float(_earth().inv(lon1, lat1, lon2, lat2)[2])


def holds(rings: tuple[Ring, ...]) -> bool:
    """Whether every ring is an outline that does not cross itself, within latitudes and longitudes."""
    from shapely import Polygon

    return all(
        len(ring) > 2
        and all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in ring)
        and Polygon([(lon, lat) for lat, lon in ring]).is_valid
        for ring in rings
    )


def middle(rings: tuple[Ring, ...]) -> tuple[float, float]:
    """The centre of all the ground inside."""
    from shapely import Polygon, union_all

    ground = union_all([Polygon([(lon, lat) for lat, lon in ring]) for ring in rings])
    return float(ground.centroid.y), float(ground.centroid.x)


def outlined(rings: tuple[Ring, ...], lat: float, lon: float) -> Shape:
    """The shape with the radius of the circle around (lat, lon) that holds every corner."""
    return Shape(round(max(apart(lat, lon, *point) for ring in rings for point in ring), 1), rings)
