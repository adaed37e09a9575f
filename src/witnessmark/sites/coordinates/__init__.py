"""Coordinates in whatever form they come, to WGS 84; conversions are pyproj's and mgrs's."""

from dataclasses import replace
from math import hypot

from witnessmark.model.site import Position
from witnessmark.sites.coordinates import angles, datums, grids
from witnessmark.sites.coordinates.given import CoordinateError, Fault, Given

WGS84 = datums.WGS84
# A receiver in the open is within 5 m 95 times in 100 (GPS.gov, accuracy of phones); a point in a list was
# also chosen somewhere on the premises and copied by hand. Nothing unstated is taken for better than this.
UNSTATED = 10.0

__all__ = ["UNSTATED", "WGS84", "CoordinateError", "Fault", "Given", "read", "to_position"]


def read(text: str, lon: str | None = None, datum: str = datums.WGS84) -> Given:
    """A coordinate text, or a latitude and a longitude, in degrees of its datum; the range is not checked.

    Raises CoordinateError, which shows no part of the text.
    """
    if lon is not None:
        return angles.pair(text, lon)
    if not text.strip():
        raise CoordinateError(Fault.NO_POSITION, "no position", "add a latitude and a longitude")
    plain = angles.plain(text)
    if grids.is_mgrs(text.strip()):
        if not datums.is_wgs84(datum):
            raise CoordinateError(
                Fault.UNKNOWN_DATUM, "MGRS in another datum has other letters", "convert it to WGS 84"
            )
        return grids.mgrs(text.strip())
    for form in (text.strip(), plain):
        if grids.is_utm(form):
            axes = datums.ellipsoid(datum)
            return grids.utm_on(form, axes) if axes else grids.utm(form)
    return angles.one_cell(text)


def to_position(
    given: Given, verbatim: str, source: str, datum: str = datums.WGS84, stated: float | None = None
) -> Position:
    """The position in WGS 84; its accuracy is never better than stated, than its digits, than its conversion.

    Raises CoordinateError where it is no place on earth or the datum is unknown.
    """
    if not (abs(given.lat) <= 90 and abs(given.lon) <= 180):
        raise CoordinateError(
            Fault.OUT_OF_RANGE, "no latitude and longitude", "latitudes end at 90, longitudes at 180"
        )
    lat, lon, moved = datums.to_wgs84(given.lat, given.lon, datum)
    said = given.stated if stated is None else stated
    accuracy = hypot(max(UNSTATED if said is None else said, given.accuracy), moved)
    name = datums.WGS84 if datums.is_wgs84(datum) else datum
    return Position(lat, lon, round(accuracy, 1), source, verbatim=verbatim, format=given.format, datum=name)


def swapped(given: Given) -> Given:
    """The same numbers, latitude for longitude."""
    return replace(given, lat=given.lon, lon=given.lat)
