"""Distance on the globe."""

from math import asin, cos, hypot, radians, sin, sqrt

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
