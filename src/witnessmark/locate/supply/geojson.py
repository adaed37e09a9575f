"""GeoJSON: a FeatureCollection of points or outlines with names (RFC 7946; longitude comes first)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from witnessmark.errors import UnreadableError
from witnessmark.locate.supply.columns import columns
from witnessmark.locate.supply.divisions import division_rows
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.locate.supply.table import WANTED, one
from witnessmark.text.cells import Flagged
from witnessmark.text.features import features as read_features

_LAT, _LON = "\0lat", "\0lon"  # the columns of the point, whatever the properties are called


def read(path: Path, stream: Iterable[str], country: str | None) -> Iterator[Row | Flagged | None]:
    """The features of a collection, numbered from 1, flagged ones in their places.

    Raises UnreadableError where the file is no FeatureCollection, or its features have no names.
    """
    features = read_features(path, stream)
    names = list(dict.fromkeys(k for f in features[:100] for k in _properties(f)))
    known = columns(names)
    known.by_field |= {"lat": _LAT, "lon": _LON}
    cells = ((n, _cells(n, feature)) for n, feature in enumerate(features, 1))
    if known.is_divisions:
        yield from division_rows(cells, known, country)
        return
    if not known.names:
        raise UnreadableError(f"{path}: no property for the name among {len(names)}; {WANTED}")
    for number, given in cells:
        yield given if isinstance(given, Flagged) else one(number, given, known, country)


def _properties(feature: object) -> dict[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _cells(number: int, feature: Any) -> dict[str, str] | Flagged:  # noqa: ANN401  (any JSON value)
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    try:
        lon, lat = _point(geometry)
    except RowError as error:
        return Flagged(number, str(error))
    cells = {k: str(v) for k, v in _properties(feature).items() if isinstance(v, str | int | float)}
    return {**cells, _LAT: repr(lat), _LON: repr(lon)}


def _point(geometry: Any) -> tuple[float, float]:  # noqa: ANN401  (any JSON value)
    """The point itself; of an outline the centre of its largest ring."""
    shape: dict[str, Any] = geometry if isinstance(geometry, dict) else {}
    kind, found = shape.get("type"), shape.get("coordinates", ())
    try:
        if kind == "Point":
            return float(found[0]), float(found[1])
        if kind == "Polygon":
            return _centre(found[0])
        if kind == "MultiPolygon":
            return _centre(max((p[0] for p in found), key=lambda ring: abs(_area(ring))))
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        raise RowError(f"a {kind} without proper coordinates; export it again") from None
    if kind is None:
        raise RowError("a geometry that is missing; give the feature a point, or remove it")
    raise RowError(
        f"a geometry of type {str(kind)[:30]!r}; only Point, Polygon and MultiPolygon have a place"
    )


def _area(ring: list[Any]) -> float:
    return sum(float(a[0]) * float(b[1]) - float(b[0]) * float(a[1]) for a, b in pairwise(ring)) / 2


def _centre(ring: list[Any]) -> tuple[float, float]:
    """Centroid of a ring on a plane; the mean of its corners where it has no area."""
    area = _area(ring)
    if abs(area) < 1e-12:
        return sum(float(p[0]) for p in ring) / len(ring), sum(float(p[1]) for p in ring) / len(ring)
    left, low = ring[0][0], ring[0][1]  # relative to a corner: far fewer digits are lost
    east = north = 0.0
    for a, b in pairwise(ring):
        cross = (a[0] - left) * (b[1] - low) - (b[0] - left) * (a[1] - low)
        east += (a[0] + b[0] - 2 * left) * cross
        north += (a[1] + b[1] - 2 * low) * cross
    return round(left + east / (6 * area), 6), round(low + north / (6 * area), 6)
