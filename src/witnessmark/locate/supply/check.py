"""What a row must be before it becomes a place: its name, its point, its country."""

import re
from functools import cache
from math import isfinite

from witnessmark.errors import UsageError
from witnessmark.locate.fold import MAX_NAME, fold
from witnessmark.locate.supply.row import Row, RowError

Box = tuple[float, float, float, float]  # south, west, north, east
# Degrees around the base's settlements of a country that still count as the country: farms, islands, borders.
MARGIN = 2.0
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def checked(row: Row, boxes: dict[str, Box]) -> Row:
    """The row, its aliases cleared of what is no name. Raises RowError for one that cannot be used."""
    clean(row.name, "name")
    if not fold(row.name):
        raise RowError("no name; give the place one, or remove the row")
    row.aliases = tuple(a for a in row.aliases if a and not _CONTROL.search(a) and len(a) <= MAX_NAME)
    if row.lat is not None and row.lon is not None:
        _point(row.lat, row.lon, row.country, boxes.get(row.country))
    return row


def clean(text: str, what: str) -> str:
    """The text of a cell. Raises RowError where it is not text, or too long to be what it should be."""
    if _SURROGATE.search(text):
        raise RowError(f"the {what} is not UTF-8; save the file as UTF-8")
    if _CONTROL.search(text):
        raise RowError(f"the {what} holds control characters; remove them")
    if len(text) > MAX_NAME:
        raise RowError(
            f"a {what} of {len(text):,} characters (at most {MAX_NAME}); check the quotes around cells"
        )
    return text


def degrees(text: str, what: str) -> float | None:
    """A coordinate; None where the cell is empty. Raises RowError for what is no decimal degree."""
    if not text.strip():
        return None
    try:
        value = float(text)
    except ValueError:
        hint = "write decimals with a point" if "," in text else "write decimal degrees, as 35.93"
        raise RowError(f"{what} {clean(text, what)!r} is no number; {hint}") from None
    if not isfinite(value):
        raise RowError(f"{what} {text!r} is no number; write decimal degrees, as 35.93")
    return value


def _point(lat: float, lon: float, country: str, box: Box | None) -> None:
    where = f"{lat:g}, {lon:g}"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        swapped = -90 <= lon <= 90 and -180 <= lat <= 180
        hint = "they look swapped: put latitude first" if swapped else "write decimal degrees in WGS 84"
        raise RowError(f"{where} is no latitude and longitude; {hint}")
    if box is None or _inside(lat, lon, box):
        return
    if _inside(lon, lat, box):
        raise RowError(
            f"{where} is not in {country}, but {lon:g}, {lat:g} is: latitude and longitude look swapped"
        )
    raise RowError(f"{where} is far outside {country}; check the point and the country")


def _inside(lat: float, lon: float, box: Box) -> bool:
    south, west, north, east = box
    return south - MARGIN <= lat <= north + MARGIN and west - MARGIN <= lon <= east + MARGIN


@cache
def alpha3(text: str) -> str:
    """ISO 3166-1 alpha-3 of a country given by code or English name. Raises UsageError for an unknown one."""
    import pycountry

    from witnessmark.locate.tables import data, split

    wanted = text.strip()
    ours = {fold(name): row["iso3"] for row in data("countries.csv") for name in split(row["aliases"])}
    if fold(wanted) in ours:
        return ours[fold(wanted)]
    if fold(wanted) in {"xk", "xkx", "kosovo"}:  # in GeoNames, not in ISO 3166-1
        return "XKX"
    try:
        return str(pycountry.countries.lookup(wanted).alpha_3)
    except LookupError:
        raise UsageError(
            f"{wanted!r}: no country of this code or name; use its ISO code, as SY or SYR"
        ) from None
