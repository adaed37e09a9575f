"""What a row must be before it becomes a place: its name, its point, its country."""

import re
from functools import cache
from math import isfinite, nan

from witnessmark.errors import UsageError
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.text.names import MAX_NAME, fold

Box = tuple[float, float, float, float]  # south, west, north, east
# Degrees around the base's settlements of a country that still count as the country: farms, islands, borders.
MARGIN = 2.0
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")  # marks of direction
_DECIMAL = re.compile(r"[+-]?\d{1,12}(?:\.\d*)?(?:[eE][+-]?\d{1,2})?")
_MARKS = str.maketrans({",": ".", "\u066b": ".", "\u2212": "-"})  # decimal commas, a minus sign
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def checked(row: Row, boxes: dict[str, Box]) -> Row:
    """The row, its aliases cleared of what is no name. Raises RowError for one that cannot be used."""
    row.name = _UNSEEN.sub("", clean(row.name, "name")).strip()
    if not fold(row.name):
        raise RowError("no name; give the place one, or remove the row")
    row.aliases = tuple(
        _UNSEEN.sub("", a) for a in row.aliases if a and not _CONTROL.search(a) and len(a) <= MAX_NAME
    )
    if row.lat is not None and row.lon is not None:
        _point(row.lat, row.lon, row.country, boxes.get(row.country))
    return row


def clean(text: str, what: str) -> str:
    """The text of a cell. Raises RowError where it is not text, or too long to be what it should be."""
    if _SURROGATE.search(text):
        raise RowError(f"the {what} is not UTF-8; save the file as UTF-8, or name its --encoding")
    if _CONTROL.search(text):
        raise RowError(f"the {what} holds control characters; remove them")
    if len(text) > MAX_NAME:
        raise RowError(
            f"a {what} of {len(text):,} characters (at most {MAX_NAME}); check the quotes around cells"
        )
    return text


def degrees(text: str, what: str) -> float | None:
    """A coordinate, also with a decimal comma; None where the cell is empty.

    Raises RowError for what is no decimal degree. The cell is not shown: it may be of a private list.
    """
    plain = text.strip().translate(_MARKS)
    if not plain:
        return None
    value = float(plain) if _DECIMAL.fullmatch(plain) else nan
    if not isfinite(value):
        raise RowError(f"the {what} is no number; write decimal degrees, as 35.93")
    return value


def row_country(text: str) -> str | None:
    """The country (alpha-3) of a row's cell; None where it is empty. Raises RowError for an unknown one."""
    if not text:
        return None
    try:
        return alpha3(clean(text, "country"))
    except UsageError:
        raise RowError("no country of this code or name; use its ISO code, as SY or SYR") from None


def _point(lat: float, lon: float, country: str, box: Box | None) -> None:
    """Raise RowError, which does not show the point, unless it may lie in the country."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        swapped = -90 <= lon <= 90 and -180 <= lat <= 180
        hint = "they look swapped: put latitude first" if swapped else "write decimal degrees in WGS 84"
        raise RowError(f"the point is no latitude and longitude; {hint}")
    if box is None or _inside(lat, lon, box):
        return
    if _inside(lon, lat, box):
        raise RowError(f"the point is not in {country} as it stands: latitude and longitude look swapped")
    raise RowError(f"the point is far outside {country}; check the point and the country")


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
