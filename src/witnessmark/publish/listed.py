"""Incidents of a list as they leave it: for spreadsheets, programs and maps, piece by piece.

However many there are, one is held at a time. Positions are as in a report: `protect` holds.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from math import cos, pi, radians, sin

from witnessmark.model.incident import Incident
from witnessmark.model.place import Place
from witnessmark.model.record import to_record
from witnessmark.publish.frame import KM_A_DEGREE, LEAST_SQUEEZE, RADIUS
from witnessmark.publish.labels import Labels
from witnessmark.publish.protect import protect_incident
from witnessmark.publish.sheet import safe
from witnessmark.publish.table import INCIDENT_COLUMNS, Row, incident_row

COLUMNS = (
    *INCIDENT_COLUMNS,
    "first_day", "last_day", "admin1", "country", "precision", "lat", "lon", "radius_km", "grade",
)  # fmt: skip
_NUMBERS = frozenset({"lat", "lon", "radius_km"})  # of our own making: a minus sign is no formula
_CORNERS = 32  # of the ring that stands for a circle: within a hundredth of its radius
_DECIMALS = 4  # of a degree, some 10 m: the ring is round, and no better known than its radius


def csv_pieces(incidents: Iterable[Incident], labels: Labels) -> Iterator[str]:
    """A header and one row an incident; no cell is a formula to a spreadsheet."""
    yield _line(COLUMNS)
    for incident in map(protect_incident, incidents):
        row = sheet_row(incident, labels)
        yield _line(row[name] if name in _NUMBERS else safe(row[name]) for name in COLUMNS)


def json_pieces(incidents: Iterable[Incident], labels: Labels) -> Iterator[str]:  # noqa: ARG001  (as the others)
    """A list of the records of the contract."""
    return _listed("[", (to_record(i) for i in map(protect_incident, incidents)), "]\n")


def geojson_pieces(incidents: Iterable[Incident], labels: Labels) -> Iterator[str]:
    """A feature an incident: the area it lies in, as wide as its place is vague, or none."""
    features = (_feature(i, labels) for i in map(protect_incident, incidents))
    return _listed('{"type": "FeatureCollection", "features": [', features, "]}\n")


PIECES: Mapping[str, Callable[[Iterable[Incident], Labels], Iterator[str]]] = {
    "csv": csv_pieces,
    "json": json_pieces,
    "geojson": geojson_pieces,
}


def radius_km(place: Place) -> float | None:
    """How far from its point what happened may have been; None for a country, or a place without a point."""
    if place.lat is None or place.lon is None or place.known not in RADIUS:
        return None
    return max(RADIUS[place.known], place.radius or 0)


def sheet_row(incident: Incident, labels: Labels) -> Row:
    """The row of the list, with days and place in columns of their own; what is not known is empty."""
    place, (start, end) = incident.place, incident.date
    more: dict[str, object] = {"first_day": start, "last_day": end, "grade": incident.grade.minimum}
    if place is not None:
        more |= {"admin1": place.admin1, "country": place.country, "precision": place.known.value}
        more |= {"lat": place.lat, "lon": place.lon, "radius_km": radius_km(place)}
    told = {name: "" if (value := more.get(name)) is None else str(value) for name in COLUMNS}
    return told | incident_row(incident, labels) | {"id": incident.id}


def _feature(incident: Incident, labels: Labels) -> dict[str, object]:
    told = {name: value or None for name, value in sheet_row(incident, labels).items()}
    place = incident.place
    numbers = {
        "lat": place and place.lat,
        "lon": place and place.lon,
        "radius_km": place and radius_km(place),
    }
    return {
        "type": "Feature",
        "id": incident.id,
        "properties": told | (numbers or {}),
        "geometry": _area(place),
    }


def _area(place: Place | None) -> dict[str, object] | None:
    """A ring around the place's point, counter-clockwise as RFC 7946 asks."""
    radius = place and radius_km(place)
    if not radius or place is None or place.lat is None or place.lon is None:
        return None
    tall = radius / KM_A_DEGREE
    broad = tall / max(cos(radians(place.lat)), LEAST_SQUEEZE)
    angles = (2 * pi * n / _CORNERS for n in range(_CORNERS))
    ring = [
        [round(place.lon + broad * cos(a), _DECIMALS), round(place.lat + tall * sin(a), _DECIMALS)]
        for a in angles
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _listed(head: str, items: Iterable[object], tail: str) -> Iterator[str]:
    told = (json.dumps(item, ensure_ascii=False, sort_keys=True) for item in items)
    between = (f"{',' if n else ''}\n{text}" for n, text in enumerate(told))
    return chain((head,), between, (f"\n{tail}",))


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
