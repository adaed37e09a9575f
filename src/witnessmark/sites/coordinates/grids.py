"""Grids in metres: UTM and MGRS."""

import re
from functools import lru_cache
from math import cos, radians
from typing import TYPE_CHECKING

from witnessmark.sites.coordinates.given import METRES, CoordinateError, Fault, Given

if TYPE_CHECKING:
    from pyproj import Proj

_MGRS = re.compile(r"(\d{1,2}[C-HJ-NP-X]|[ABYZ])\s*[A-HJ-NP-Z]\s?[A-HJ-NP-V]\s*(?:\d[\d\s]*)?")
_UTM = re.compile(
    r"(?:UTM\s*)?(?:ZONE\s*)?(\d{1,2})\s*([C-HJ-NP-X])?\s*[,;]?\s+E?\s*([\d.,']+)\s*(?:M?\s*E)?\s*[,;]?\s+N?\s*"
    r"([\d.,']+)"
    r"\s*(?:M?\s*N)?(?:\s*M)?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,']\d{3})+(?:\.\d+)?")
_REMEDY = "write zone and band, easting and northing in metres, as 33N 500000 4649776"
BANDS = "CDEFGHJKLMNPQRSTUVWX"
# Eastings of a zone and its neighbours' edges; northings up to 84 degrees (DMA TM 8358.2).
_EAST, _NORTH = (100_000, 900_000), (0, 10_000_000)


def is_mgrs(text: str) -> bool:
    """Whether a text is written as MGRS."""
    return bool(_MGRS.fullmatch(text.upper())) and any(c.isdigit() for c in text)


def is_utm(text: str) -> bool:
    """Whether a text is written as UTM."""
    found = _UTM.fullmatch(text.upper())
    return bool(found and len(re.sub(r"\D.*", "", found[3].replace(",", "").replace("'", ""))) >= 5)


def mgrs(text: str) -> Given:
    """The middle of a square; its side says how exact it is. Raises CoordinateError for what is none."""
    from mgrs import MGRS
    from mgrs.core import MGRSError

    plain = re.sub(r"\s", "", text.upper())
    digits = re.search(r"\d*$", plain)
    size = 100_000 / 10 ** (len(digits[0]) // 2 if digits else 0)
    try:
        lat, lon = MGRS().toLatLon(plain)
    except MGRSError:
        raise CoordinateError(
            Fault.BAD_COORDINATE,
            "no square of the MGRS grid",
            "check its letters, and that its digits are even",
        ) from None
    return _metres(lat, lon, size / 2, "mgrs")


def utm(text: str) -> Given:
    """A point in a UTM zone, on the ellipsoid of WGS 84. Raises CoordinateError for what is none.

    A letter is the band, so that S is 32 to 40 degrees north; where the northing does not lie in that band,
    N and S are the hemisphere.
    """
    return _utm(text, None)


def utm_on(text: str, ellipsoid: tuple[float, float]) -> Given:
    """As `utm`, on an ellipsoid of these half axes in metres."""
    return _utm(text, ellipsoid)


def _utm(text: str, ellipsoid: tuple[float, float] | None) -> Given:
    found = _UTM.fullmatch(text.upper())
    if not found:
        raise CoordinateError(Fault.BAD_COORDINATE, "no UTM coordinate", _REMEDY)
    zone, letter = int(found[1]), found[2]
    (east, step_east), (north, step_north) = _number(found[3]), _number(found[4])
    if not (1 <= zone <= 60 and _EAST[0] <= east < _EAST[1] and _NORTH[0] <= north <= _NORTH[1]):
        raise CoordinateError(Fault.OUT_OF_RANGE, "zone, easting or northing out of the grid", _REMEDY)
    if not letter:
        raise CoordinateError(Fault.BAD_COORDINATE, "no band or hemisphere beside the zone", _REMEDY)
    lat, lon = _in_zone(
        zone, _southern(zone, letter, east, (north, step_north), ellipsoid), east, north, ellipsoid
    )
    if not -80.5 <= lat <= 84.5:
        raise CoordinateError(
            Fault.OUT_OF_RANGE, "northing beyond the grid, which ends at 84 degrees", _REMEDY
        )
    return _metres(lat, lon, max(step_east, step_north) / 2, "utm")


def _southern(
    zone: int, letter: str, east: float, northing: tuple[float, float], ellipsoid: tuple[float, float] | None
) -> bool:
    """Whether it is in the south; a northing that was cut off may lie a digit beyond the edge of its band."""
    south, (north, step) = letter < "N", northing
    lat, _ = _in_zone(zone, south, east, north, ellipsoid)
    near = step / METRES
    if letter in {"N", _band(lat - near), _band(lat + near)}:
        return south
    if letter == "S":
        return True
    raise CoordinateError(Fault.BAD_COORDINATE, "the northing is not in the band", _REMEDY)


def _band(lat: float) -> str:
    return BANDS[max(0, min(19, int((lat + 80) // 8)))]


def _in_zone(
    zone: int, south: bool, east: float, north: float, ellipsoid: tuple[float, float] | None
) -> tuple[float, float]:
    lon, lat = _projection(zone, south, ellipsoid)(east, north, inverse=True)
    return float(lat), float(lon)


@lru_cache(maxsize=256)
def _projection(zone: int, south: bool, ellipsoid: tuple[float, float] | None) -> "Proj":
    from pyproj import Proj

    axes = {"a": ellipsoid[0], "b": ellipsoid[1]} if ellipsoid else {"ellps": "WGS84"}
    return Proj(proj="utm", zone=zone, south=south, **axes)


def _number(text: str) -> tuple[float, float]:
    """Metres, and the worth of the last digit."""
    plain = re.sub("[,']", "", text) if _THOUSANDS.fullmatch(text) else text.replace(",", ".")
    try:
        return float(plain), 1 / 10 ** len(plain.partition(".")[2])
    except ValueError:
        raise CoordinateError(Fault.BAD_COORDINATE, "no number of metres", _REMEDY) from None


def _metres(lat: float, lon: float, half: float, form: str) -> Given:
    east = half / METRES / max(1e-9, cos(radians(lat)))
    return Given(lat, lon, half / METRES, min(180.0, east), form)
