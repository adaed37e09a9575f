"""Geometries of GeoJSON: the point, or the outer rings, of a feature (RFC 7946; longitude comes first)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from witnessmark.errors import UnreadableError
from witnessmark.sites.register.columns import layout
from witnessmark.sites.register.table import WANTED
from witnessmark.sites.register.values import Ring, Row
from witnessmark.text.cells import Flagged
from witnessmark.text.features import collection

LAT, LON = "\0lat", "\0lon"  # the columns of the point, whatever the properties are called
MOST_CORNERS = 10_000
# As programs name the system of a file: urn:ogc:def:crs:OGC:1.3:CRS84, urn:ogc:def:crs:EPSG::4326, EPSG:4326.
_WGS84 = re.compile(r"CRS84\b|\bEPSG:(?:[\d.]*:)?4326$", re.IGNORECASE)
_EPSG = re.compile(r".*\bEPSG:(?:[\d.]*:)?(\d+)$", re.IGNORECASE)
PLACE = {"lat": "geometry", "lon": "geometry"}


def read(path: Path, stream: Iterable[str]) -> Iterator[Row | Flagged]:
    """The features of a collection, numbered from 1. Raises UnreadableError where they have no names."""
    found, system = collection(path, stream)
    datum = "" if _WGS84.search(system) else _EPSG.sub(r"EPSG:\1", system)
    known = layout(list(dict.fromkeys(k for f in found[:1000] for k in _properties(f))))
    if not (known.names or known.aliases):
        raise UnreadableError(f"{path}: no property for the name; {WANTED}")
    for number, feature in enumerate(found, 1):
        cells = {k: _text(v) for k, v in _properties(feature).items()}
        yield placed(_in_system(known.row(number, cells), datum), _geometry(feature))


def _in_system(row: Row | Flagged, datum: str) -> Row | Flagged:
    """The row with the datum that the whole file names, where it names none itself."""
    if isinstance(row, Flagged) or not datum or row.fields.get("datum"):
        return row
    return replace(row, fields={**row.fields, "datum": datum}, columns={**row.columns, "datum": "crs"})


def placed(row: Row | Flagged, where: "tuple[str, str] | tuple[Ring, ...] | None") -> Row | Flagged:
    """The row where its geometry puts it; flagged without one."""
    if isinstance(row, Flagged):
        return row
    if not where:
        return Flagged(row.number, "no point and no polygon; give it one, or remove it")
    columns = {**row.columns, **PLACE}
    rest = {k: v for k, v in row.fields.items() if k not in {"position", "mgrs", "easting", "northing"}}
    if isinstance(where[0], str):
        here = {**rest, "lat": where[0], "lon": str(where[1])}
        return Row(row.number, row.names, here, columns, row.tags, (), row.unread)
    rest = {k: v for k, v in rest.items() if k not in PLACE}
    rings = tuple(r for r in where if not isinstance(r, str))
    return Row(row.number, row.names, rest, columns, row.tags, rings, row.unread)


def ring(points: Iterable[tuple[float, float]]) -> Ring:
    """A ring of (lat, lon) without its first point repeated."""
    out = tuple(points)
    return out[:-1] if len(out) > 1 and out[0] == out[-1] else out


def _properties(feature: object) -> dict[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _geometry(feature: Any) -> tuple[str, str] | tuple[Ring, ...] | None:  # noqa: ANN401  (any JSON value)
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        return None
    kind, found = geometry.get("type"), geometry.get("coordinates", ())
    try:
        if kind == "Point":
            return repr(float(found[1])), repr(float(found[0]))
        polygons = [found] if kind == "Polygon" else found if kind == "MultiPolygon" else ()
        rings = tuple(ring((float(p[1]), float(p[0])) for p in polygon[0]) for polygon in polygons)
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        return None
    return rings if sum(map(len, rings)) <= MOST_CORNERS else None
