"""Distance on the globe."""

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

EARTH = 6371.0088  # mean radius, km (IUGG)


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km between two points in degrees."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, h)))


def roughly_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance in km on a plane: within 1 % up to some hundred km, cheaper, and only long further off."""
    east = abs(lon2 - lon1)
    if east > 180:
        east = 360 - east
    return 111.195 * hypot(lat2 - lat1, east * cos((lat1 + lat2) * 0.008726646))


def away(lat: float, lon: float, bearing: float, distance: float) -> tuple[float, float]:
    """The point `distance` km from a point along a great circle, `bearing` in degrees from north."""
    a, turn, angle = radians(lat), radians(bearing), distance / EARTH
    b = asin(sin(a) * cos(angle) + cos(a) * sin(angle) * cos(turn))
    east = atan2(sin(turn) * sin(angle) * cos(a), cos(angle) - sin(a) * sin(b))
    return round(degrees(b), 4), round((lon + degrees(east) + 540) % 360 - 180, 4)


def halfway(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The middle of the great circle between two points in degrees."""
    return away(lat1, lon1, bearing(lat1, lon1, lat2, lon2), km(lat1, lon1, lat2, lon2) / 2)


def bearing(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The direction in degrees from north in which the second point lies, seen from the first."""
    a, b, east = radians(lat1), radians(lat2), radians(lon2 - lon1)
    return degrees(atan2(sin(east) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(east)))
