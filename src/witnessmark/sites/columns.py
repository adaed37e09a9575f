"""Incidents and sites as columns of numbers, to be compared in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from witnessmark.codebook import is_spot, load, usual_radius
from witnessmark.model.incident import Incident
from witnessmark.model.place import Place
from witnessmark.model.site import Site
from witnessmark.sites.globe import Floats, Indices, floats
from witnessmark.sites.polygons import Ground, ground
from witnessmark.sites.probability import RAYLEIGH_95, sigma
from witnessmark.sites.reach import Points

# Standard deviations looked at: 99 % of a normal distribution in two dimensions lie within.
REACH = 3.0
_ALWAYS = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Strikes:
    """A row an incident: where it is reported and how well that is known, in metres.

    `spread` is the standard deviation round the point, 0 where the place is a circle of radius `around` (0
    otherwise). `first` and `last` are the days it may have been on (proleptic ordinals). `named` points into
    `kinds`: the kinds of object reports name, none where they name no kind.
    """

    lat: Floats
    lon: Floats
    spread: Floats
    around: Floats
    first: Indices
    last: Indices
    named: Indices
    kinds: tuple[tuple[str, ...], ...]

    @property
    def reach(self) -> Floats:
        """How far from the point, in metres, the truth is looked for."""
        return np.where(self.around > 0, self.around, REACH * self.spread)

    @property
    def points(self) -> Points:
        return Points(self.lat, self.lon, self.reach)


@dataclass(frozen=True, slots=True)
class Stays:
    """A row a stay of a site: `site` its number, `kind` that of its kind in `kinds`, distances in metres.

    `first` and `last` are the days it stood there (proleptic ordinals); `extent` reaches from its position to
    the furthest point of its ground, of `area` square metres. `rings` are the grounds that are no discs.
    """

    site: Indices
    kind: Indices
    kinds: tuple[str, ...]
    lat: Floats
    lon: Floats
    spread: Floats
    extent: Floats
    area: Floats
    first: Indices
    last: Indices
    rings: dict[int, Ground]

    @property
    def points(self) -> Points:
        return Points(self.lat, self.lon, self.extent + REACH * self.spread)


# Metres: a wider place, a district or more, has sites by the dozen and tells none from the others. The limit
# is that of a place near a settlement (`place_precision.yaml`).
WIDEST = 25_000.0


def placed(place: Place | None) -> bool:
    """Whether a place is known well enough to be compared with sites."""
    if place is None or place.lat is None or place.lon is None:
        return False
    far = radius(place)
    return far is not None and far <= WIDEST


def radius(place: Place) -> float | None:
    """How far from its point, in metres, what happened may have been; None where nothing says."""
    km = place.radius if place.radius is not None else usual_radius(place.known)
    return None if km is None else km * 1000


def reach(place: Place | None) -> float:
    """How far from its point, in metres, the truth is looked for; 0 where nothing says."""
    far = (radius(place) if place else None) or 0.0
    return REACH * far / RAYLEIGH_95 if place and is_spot(place.known) else far


def strikes(incidents: Sequence[Incident]) -> Strikes:
    """The columns of incidents, each of which is `placed`."""
    rules = load().site_rules
    kinds: dict[tuple[str, ...], int] = {}
    rows = []
    for incident in incidents:
        place = incident.place
        if place is None or place.lat is None or place.lon is None:
            raise ValueError("an incident without a point cannot be compared")
        far = radius(place) or 0.0
        spot = is_spot(place.known)
        named = tuple(sorted(t for t in incident.target if rules.names_kind(t)))
        first, last = days(incident)
        rows.append(
            (
                place.lat, place.lon, far if spot else 0.0, 0.0 if spot else far,
                first, last, kinds.setdefault(named, len(kinds)),
            )
        )  # fmt: skip
    table = floats(rows).reshape(-1, 7)
    lat, lon, spot_far, around = table[:, :4].T
    first_days, last_days, names = table[:, 4:].T.astype(np.int64)
    return Strikes(lat, lon, sigma(spot_far), around, first_days, last_days, names, tuple(kinds))


def days(incident: Incident) -> tuple[int, int]:
    """The first and the last day it may have been on: always, where neither is known."""
    start, end = incident.date
    if start is None and end is None:
        return 1, _ALWAYS
    first, last = start or end, end or start
    return (first.toordinal() if first else 1, last.toordinal() if last else _ALWAYS)


def stays(sites: Sequence[Site]) -> Stays:
    """The columns of sites: each stay of each."""
    kinds: dict[str, int] = {}
    rings: dict[int, Ground] = {}
    rows: list[tuple[float, ...]] = []
    for number, site in enumerate(sites):
        kind = kinds.setdefault(site.kind, len(kinds))
        for stay in site.stays:
            covers = ground(stay)
            if covers.rings:
                rings[len(rows)] = covers
            at = stay.position
            first = stay.start.toordinal() if stay.start else 1
            last = stay.end.toordinal() if stay.end else _ALWAYS
            rows.append((number, kind, first, last, at.lat, at.lon, at.accuracy, covers.extent, covers.area))
    table = floats(rows).reshape(-1, 9)
    number_, kind_, first_, last_ = table[:, :4].T.astype(np.int64)
    lat, lon, accuracy, extent, area = table[:, 4:].T
    return Stays(number_, kind_, tuple(kinds), lat, lon, sigma(accuracy), extent, area, first_, last_, rings)
