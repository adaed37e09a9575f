"""A WGS 84 point in the forms in which positions are sent: each reads back to within a metre and a half."""

from collections.abc import Callable

from witnessmark.errors import UsageError


def written(lat: float, lon: float, form: str) -> str:
    """The point as decimal, dms, dm, utm or mgrs. Raises UsageError where a form has no name for it."""
    if form not in FORMS:
        raise UsageError(f"{form!r} is no form of coordinates: give one of {', '.join(FORMS)}")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError(
            "a position lies outside the earth: latitude is from -90 to 90, longitude -180 to 180"
        )
    return FORMS[form](float(decimal(lat)), float(decimal(lon)))


def decimal(degrees: float) -> str:
    """Degrees to six decimals, a tenth of a metre; zero has no sign."""
    return f"{round(degrees, 6) + 0.0:.6f}"


def _decimal(lat: float, lon: float) -> str:
    return f"{decimal(lat)}, {decimal(lon)}"


def _dms(lat: float, lon: float) -> str:
    return " ".join(_seconds(*side) for side in _sides(lat, lon))


def _dm(lat: float, lon: float) -> str:
    return " ".join(_minutes(*side) for side in _sides(lat, lon))


def _sides(lat: float, lon: float) -> tuple[tuple[float, str, int], tuple[float, str, int]]:
    return (abs(lat), "S" if lat < 0 else "N", 2), (abs(lon), "W" if lon < 0 else "E", 3)


def _seconds(size: float, letter: str, width: int) -> str:
    # Counted in hundredths of a second (0.3 m), so that rounding up carries and never gives 60.
    degrees, rest = divmod(round(size * 360_000), 360_000)
    minutes, hundredths = divmod(rest, 6000)
    return f"{degrees:0{width}d}°{minutes:02d}'{hundredths / 100:05.2f}\"{letter}"


def _minutes(size: float, letter: str, width: int) -> str:
    degrees, rest = divmod(round(size * 600_000), 600_000)  # ten-thousandths of a minute, 0.2 m
    return f"{degrees:0{width}d}°{rest / 10_000:07.4f}'{letter}"


def _utm(lat: float, lon: float) -> str:
    """Zone and hemisphere: the letter is N in the north, and in the south that of the band, which is never S.

    A bare S could mean the southern hemisphere or the band from 32 to 40 degrees north.
    """
    if not -80 <= lat <= 84:
        raise UsageError("UTM ends at 80° S and 84° N: choose mgrs, dms or decimal")
    zone, band = int(_mgrs(lat, lon)[:-13]), _mgrs(lat, lon)[-13]
    from pyproj import Proj

    east, north = Proj(proj="utm", zone=zone, south=lat < 0, ellps="WGS84")(lon, lat)
    # Cut off as MGRS does: rounding up would leave the zone just south of the equator.
    return f"{zone:02d}{band if lat < 0 else 'N'} {int(east)} {int(north)}"


def _mgrs(lat: float, lon: float) -> str:
    from mgrs import MGRS

    return str(MGRS().toMGRS(lat, lon, MGRSPrecision=5))


FORMS: dict[str, Callable[[float, float], str]] = {
    "decimal": _decimal, "dms": _dms, "dm": _dm, "utm": _utm, "mgrs": _mgrs,
}  # fmt: skip
