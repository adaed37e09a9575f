"""From the datum coordinates were given in to WGS 84, by pyproj's database (EPSG)."""

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from witnessmark.codebook import load
from witnessmark.sites.coordinates.given import CoordinateError, Fault

if TYPE_CHECKING:
    from pyproj import CRS, Transformer

WGS84 = "WGS 84"
_BALLPARK = 999.0  # what the library says of an operation that leaves the datum as it is
_REMEDY = "name it as EPSG does, as ED50 or EPSG:4230; or convert to WGS 84"


def is_wgs84(datum: str) -> bool:
    """Whether a name means WGS 84."""
    return _code(datum) == "EPSG:4326"


def ellipsoid(datum: str) -> tuple[float, float] | None:
    """The half axes of a datum's ellipsoid in metres; None for that of WGS 84."""
    if is_wgs84(datum):
        return None
    figure = _crs(datum).ellipsoid
    assert figure is not None  # noqa: S101  (every geographic system has one)
    return float(figure.semi_major_metre), float(figure.semi_minor_metre)


def to_wgs84(lat: float, lon: float, datum: str) -> tuple[float, float, float]:
    """The point in WGS 84, and the metres the conversion itself may be off.

    Raises CoordinateError for a datum that is unknown or has no conversion at this place.
    """
    if is_wgs84(datum):
        return lat, lon, 0.0
    transformer, accuracy = _transformer(datum, round(lat), round(lon))
    east, north = transformer.transform(lon, lat)
    return float(north), float(east), accuracy


def _code(datum: str) -> str:
    """The library's name of a datum that the codebook knows, or the name itself."""
    known = load().site_tables.datums
    name = " ".join(datum.lower().split())
    plain = re.sub(r"\W", "", name)
    if name.startswith("epsg:") and name[5:].isdigit():
        return name.upper()
    if plain.isdigit() and len(plain) in {4, 5}:
        return f"EPSG:{plain}"
    return next((code for n, code in known.items() if re.sub(r"\W", "", n) == plain), datum.strip())


@lru_cache(maxsize=64)
def _crs(datum: str) -> "CRS":
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a name that is near to one: refused below where it is none
            found = CRS.from_user_input(_code(datum))
    except CRSError:
        raise CoordinateError(Fault.UNKNOWN_DATUM, "a datum that is not known", _REMEDY) from None
    if not found.is_geographic:
        raise CoordinateError(
            Fault.UNKNOWN_DATUM, "a projected system, no datum", "give latitude and longitude, UTM or MGRS"
        )
    return found


@lru_cache(maxsize=4096)
def _transformer(datum: str, lat: int, lon: int) -> "tuple[Transformer, float]":
    """The best conversion that needs no file from the network, within a degree of a point."""
    from pyproj.transformer import AreaOfInterest, TransformerGroup

    around = AreaOfInterest(max(-180, lon - 1), max(-90, lat - 1), min(180, lon + 1), min(90, lat + 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a finer one would need a grid file
        group = TransformerGroup(_crs(datum), "EPSG:4326", always_xy=True, area_of_interest=around)
    for transformer in group.transformers:
        accuracy = float(transformer.accuracy)
        if 0 <= accuracy < _BALLPARK:
            return transformer, accuracy
    raise CoordinateError(Fault.UNKNOWN_DATUM, "a datum with no known conversion here", _REMEDY)
