"""Where people live in a country or division: the point for a settlement of which no more is known.

The middle of an outline may lie in a desert. A village whose name no list has lies, like the others, where
settlements are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, radians, sin

from witnessmark.locate.geo import km

Point = tuple[float, float]
SAMPLE = 800  # settlements that are enough to find the middle of a large country
STEPS = 40  # of Weiszfeld's iteration: by then it moves by metres
NEAR_ZERO = 1e-4  # degrees; where a step lands on a settlement


@dataclass(frozen=True, slots=True)
class Peopled:
    """A point among settlements and how far, in km, the furthest of them lies."""

    lat: float
    lon: float
    radius: float


def peopled(points: Sequence[Point], wind: float | None = None) -> Peopled | None:
    """The geometric median of settlements, (latitude, longitude); None without any.

    Each settlement counts once, however many live in it: reports name small places where the list ends, not
    parts of large ones. With `wind` (degrees from north) only settlements on that side of the median count.
    """
    if not points:
        return None
    lat, lon = _median(points)
    if wind is not None and (side := [p for p in points if _towards((lat, lon), p, wind) > 0]):
        lat, lon = _median(side)
        points = side
    far = max(km(lat, lon, p[0], p[1]) for p in points)
    return Peopled(round(lat, 4), round(lon, 4), float(ceil(max(far, 1.0))))


def _median(points: Sequence[Point]) -> Point:
    """The point with the least total distance to all (Weiszfeld), on a plane."""
    some = points[:: 1 + len(points) // SAMPLE]
    lat = sum(p[0] for p in some) / len(some)
    lon = sum(p[1] for p in some) / len(some)
    for _ in range(STEPS):
        narrow = cos(radians(lat))
        pull = [1 / max(NEAR_ZERO, hypot(a - lat, (b - lon) * narrow)) for a, b in some]
        total = sum(pull)
        lat = sum(w * p[0] for w, p in zip(pull, some, strict=True)) / total
        lon = sum(w * p[1] for w, p in zip(pull, some, strict=True)) / total
    return lat, lon


def _towards(middle: Point, point: Point, wind: float) -> float:
    """How far a point lies from the middle in a direction, in degrees of latitude."""
    north, east = point[0] - middle[0], (point[1] - middle[1]) * cos(radians(middle[0]))
    turn = radians(wind)
    return north * cos(turn) + east * sin(turn)
