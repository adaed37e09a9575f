"""What the map draws: areas as wide as places are vague, and squares where there are too many for that.

Of a square, those known to lie in it make its shade; those known to a district or worse are rings as wide as
that, so that a province's incidents are no heap of points in its middle.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import ngettext

from witnessmark.model.listing import Cell, Cells
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.publish.frame import KM_A_DEGREE, RADIUS
from witnessmark.publish.labels import Labels
from witnessmark.publish.listed import radius_km
from witnessmark.web.exploring import MapPart

Drawn = dict[str, Any]
Square = tuple[float, float, int]


def map_record(part: MapPart, labels: Labels) -> Drawn:
    """What the map gets: numbers in degrees and kilometres, words to be shown, and the places clicks ask for.

    A square is its south-western corner and its number; the words of numbers stand once.
    """
    if part.cells is None:
        areas, squares, size = list(_areas(part.places, labels)), list[Square](), 0.0
        wide = sum(1 for place in part.places if not radius_km(place))
    else:
        size = part.cells.size
        areas = [ring for cell in part.cells.cells for ring in _rings(cell, size, labels)]
        squares = list(_squares(part.cells))
        precisions = (p for cell in part.cells.cells for p in cell.precision)
        wide = sum(n for p, n in precisions if PlacePrecision(p) not in RADIUS)
    found = {"size": size, "squares": squares, "areas": areas, "extent": _extent(areas, squares, size)}
    numbers = {number: _incidents(number) for _, _, number in squares}
    return found | {"words": numbers, "said": _wide(wide) if wide else ""}


def _wide(number: int) -> str:
    """What cannot be drawn."""
    told = ngettext(
        "%(n)d incident is known no better than to a country and is not drawn.",
        "%(n)d incidents are known no better than to a country and are not drawn.",
        number,
    )
    return told % {"n": number}


def _extent(areas: Iterable[Drawn], squares: Iterable[Square], size: float) -> list[list[float]] | None:
    """The corners of all that is drawn: south and west, north and east."""
    corners = [[edge + more for edge in square[:2]] for square in squares for more in (0, size)]
    for area in areas:
        tall = area["km"] / KM_A_DEGREE
        lat, lon = area["at"]
        corners += [[max(lat - tall, -90), lon - tall], [min(lat + tall, 90), lon + tall]]
    if not corners:
        return None
    lats, lons = zip(*corners, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _areas(places: Iterable[Place], labels: Labels) -> Iterator[Drawn]:
    """One area a place, the widest first so that no ring hides another."""
    placed: dict[tuple[Any, ...], tuple[Place, int]] = {}
    for place in filter(radius_km, places):
        at = (place.name, place.lat, place.lon, place.known)
        placed[at] = (place, placed.get(at, (place, 0))[1] + 1)
    for place, number in sorted(placed.values(), key=lambda p: -(radius_km(p[0]) or 0)):
        yield {
            "at": [place.lat, place.lon],
            "km": radius_km(place),
            "n": number,
            "name": place.name,
            "words": f"{_incidents(number)} \u00b7 {labels.of('place_precision', place.known)}",
            "place": {"place": place.name, "country": place.country or "", "admin1": place.admin1 or ""},
        }


def _squares(found: Cells) -> Iterator[Square]:
    for cell in found.cells:
        number = sum(n for precision, n in cell.precision if _fits(precision, found.size))
        if number:
            yield cell.south, cell.west, number


def _rings(cell: Cell, size: float, labels: Labels) -> Iterator[Drawn]:
    """What is known to less than the square, all of it as wide as the vaguest."""
    vague = [
        (RADIUS[PlacePrecision(p)], n, PlacePrecision(p))
        for p, n in cell.precision
        if not _fits(p, size) and PlacePrecision(p) in RADIUS
    ]
    if vague:
        km, _n, precision = max(vague)
        number = sum(n for _, n, _ in vague)
        middle = [round(cell.south + size / 2, 3), round(cell.west + size / 2, 3)]
        yield {
            "at": middle,
            "km": km,
            "n": number,
            "words": f"{_incidents(number)} \u00b7 {labels.of('place_precision', precision)}",
        }


def _fits(precision: str, size: float) -> bool:
    """Whether a place known so well is about as small as a square."""
    radius = RADIUS.get(PlacePrecision(precision))
    return radius is not None and radius <= size * KM_A_DEGREE


def _incidents(number: int) -> str:
    return ngettext("%(n)d incident", "%(n)d incidents", number) % {"n": number}
