"""Districts the base knows by name only: placed at the document's own places of the same division.

A county named in a local story lies where the story's towns lie, far nearer than the middle of its state. The
place says in `source` that its point is such an estimate.
"""

from collections.abc import Iterable
from dataclasses import replace

from witnessmark.locate.entry import Entry
from witnessmark.locate.rank import Choice
from witnessmark.model.place import Place

STATE_POINT = "point of its state"
ESTIMATED = "estimated: middle of the places of its state named in the document"

Neighbours = dict[tuple[str, str], dict[int, tuple[float, float]]]  # division -> settlement id -> point


def neighbours(choices: Iterable[Choice]) -> Neighbours:
    """The settlements a document names, by division."""
    found: Neighbours = {}
    for choice in choices:
        entry = choice.best.entry
        place = entry.place
        if (
            choice.settled
            and place.level in {"town", "city"}
            and place.lat is not None
            and place.lon is not None
        ):
            found.setdefault(entry.division, {})[entry.id] = (place.lat, place.lon)
    return found


def placed(entry: Entry, place: Place, named: Neighbours) -> Place:
    """The place as it is, or an estimated point where its own is only that of its division."""
    points = named.get(entry.division)
    if not points or place.source != STATE_POINT:
        return place
    lat = sum(p[0] for p in points.values()) / len(points)
    lon = sum(p[1] for p in points.values()) / len(points)
    return replace(place, lat=round(lat, 4), lon=round(lon, 4), source=ESTIMATED)
