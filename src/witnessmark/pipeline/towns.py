"""Towns for the map of a report: what a reader knows of the area, from the gazetteer."""

from collections.abc import Iterable

from witnessmark.model.incident import Incident
from witnessmark.publish.dossier import Town

MARGIN = (
    0.6  # degrees around the incidents: about the width of a province, so that there is something to know
)
MOST = 40  # more labels than a map of the report's size can hold; the first ones that fit are drawn


def towns_around(incidents: Iterable[Incident]) -> tuple[Town, ...]:
    """The largest towns around the places of incidents, largest first; none where no place is known."""
    from witnessmark.locate import Gazetteer

    points = [(i.place.lat, i.place.lon) for i in incidents if i.place and i.place.lat and i.place.lon]
    if not points:
        return ()
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    box = (min(lats) - MARGIN, min(lons) - MARGIN, max(lats) + MARGIN, max(lons) + MARGIN)
    known = Gazetteer.default().towns(*box, limit=MOST)
    return tuple(Town(t.name, t.lat, t.lon) for t in known if t.lat is not None and t.lon is not None)
