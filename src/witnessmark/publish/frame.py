"""From degrees to the drawing: equirectangular, fitted to the places with their circles and a margin."""

from collections.abc import Mapping, Sequence
from math import cos, radians

from witnessmark.model.place import Place, PlacePrecision

WIDTH = 760.0
KM_A_DEGREE = 111.2  # mean length of a degree of latitude (IUGG mean radius 6371 km)
# Radius drawn, km: a rough half-width of such a place; districts and provinces vary several-fold. The three
# finest are the error of rounding to a tenth of a degree.
RADIUS: Mapping[PlacePrecision, float] = {
    PlacePrecision.EXACT: 8,
    PlacePrecision.FACILITY: 8,
    PlacePrecision.NEIGHBOURHOOD: 8,
    PlacePrecision.TOWN: 4,
    PlacePrecision.CITY: 6,
    PlacePrecision.NEAR_SETTLEMENT: 10,
    PlacePrecision.DISTRICT: 18,
    PlacePrecision.ADMIN1_PART: 25,
    PlacePrecision.ADMIN1: 40,
    PlacePrecision.INFORMAL_REGION: 50,
    PlacePrecision.ADMIN1_MULTI: 70,
}
SHORTEST, TALLEST = 0.45, 0.62  # of the width: fits a laptop screen
LEAST_RADIUS = 13.0  # drawing units: a circle stays wider than its badge
MARGIN = 1.3  # the frame is this many times as wide as its places: room for names at the edge
LEAST_SQUEEZE = 0.05  # cosine of 87 degrees: nearer to a pole this projection says nothing
LEAST_SPAN = 0.6  # degrees: one town alone still shows its surroundings


class Frame:
    """The projection of one drawing. `places` have a point and a precision of `RADIUS`."""

    def __init__(self, places: Sequence[Place]) -> None:
        lons = [p.lon or 0.0 for p in places]
        # Places on both sides of the antimeridian: count eastward past 180.
        self.wrap = max(lons) - min(lons) > 180
        lats = [p.lat or 0.0 for p in places]
        reach = [RADIUS[p.precision] / KM_A_DEGREE for p in places]
        south = min(a - r for a, r in zip(lats, reach, strict=True))
        north = max(a + r for a, r in zip(lats, reach, strict=True))
        self.squeeze = max(cos(radians((south + north) / 2)), LEAST_SQUEEZE)
        wide = [r / self.squeeze for r in reach]
        west = min(self.east(o) - r for o, r in zip(lons, wide, strict=True))
        east = max(self.east(o) + r for o, r in zip(lons, wide, strict=True))
        tall = max(north - south, LEAST_SPAN) * MARGIN
        broad = max((east - west) * self.squeeze, LEAST_SPAN) * MARGIN
        broad = max(broad, tall / TALLEST)
        tall = max(tall, broad * SHORTEST)
        self.unit = WIDTH / broad  # drawing units a degree of latitude
        self.height = round(tall * self.unit, 1)
        self.west = (west + east) / 2 - broad / self.squeeze / 2
        self.north = (south + north) / 2 + tall / 2
        self.span = (broad / self.squeeze, tall)

    def east(self, lon: float) -> float:
        return lon + 360 if self.wrap and lon < 0 else lon

    def x(self, lon: float) -> float:
        return round((self.east(lon) - self.west) * self.squeeze * self.unit, 1)

    def y(self, lat: float) -> float:
        return round((self.north - lat) * self.unit, 1)

    def radius(self, km: float) -> float:
        return round(max(km / KM_A_DEGREE * self.unit, LEAST_RADIUS), 1)
