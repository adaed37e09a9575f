"""Distance on the globe."""

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0088  # mean radius, km (IUGG)


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km between two points in degrees."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, h)))
