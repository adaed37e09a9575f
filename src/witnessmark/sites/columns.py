"""Incidents and sites as columns of numbers, to be compared in bulk."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

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


Days = tuple[date | None, date | None]
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Coded(Generic[V]):
    """A column of values, each of them held once: `values[codes[n]]` is that of row n."""

    values: tuple[V, ...]
    codes: Indices

    @classmethod
    def of(cls, column: Iterable[V]) -> "Coded[V]":
        known: dict[V, int] = {}
        codes = [known.setdefault(value, len(known)) for value in column]
        return cls(tuple(known), np.array(codes, dtype=np.int64))

    def at(self, rows: Indices) -> "Coded[V]":
        return Coded(self.values, self.codes[rows])

    def __iter__(self) -> Iterator[V]:
        return map(self.values.__getitem__, self.codes.tolist())


@dataclass(frozen=True, slots=True)
class Cases:
    """A row an incident; `strikes` has a row for each of `near`, the numbers of those known well enough.

    `reach` is how far from its point, in metres, the truth is looked for; 0 where nothing says.
    """

    ids: tuple[str, ...]
    reach: Floats
    days: Coded[Days]
    parties: Coded[tuple[str, ...]]
    countries: Coded[str | None]
    strikes: Strikes
    near: Indices

    def __iter__(self) -> Iterator[tuple[str, Days, str | None]]:
        return zip(self.ids, self.days, self.countries, strict=True)


def cases(incidents: Sequence[Incident]) -> Cases:
    """The columns of incidents."""
    table = floats([_where(i.place) for i in incidents]).reshape(-1, 4)
    lat, lon, far, spot = table.T
    near = np.flatnonzero(np.isfinite(lat) & np.isfinite(lon) & (far <= WIDEST))
    spans = Coded.of(i.date for i in incidents)
    return Cases(
        tuple(i.id for i in incidents),
        np.nan_to_num(np.where(spot, REACH * far / RAYLEIGH_95, far)),
        spans,
        Coded.of(i.attributed_to for i in incidents),
        Coded.of(i.place.country if i.place else None for i in incidents),
        _strikes(table[near], spans.at(near), Coded.of(incidents[n].target for n in near.tolist())),
        near,
    )


_UNKNOWN = float("nan")


def _where(place: Place | None) -> tuple[float, float, float, bool]:
    """Latitude, longitude, how far from there what happened may have been, and whether round the point."""
    if place is None:
        return _UNKNOWN, _UNKNOWN, _UNKNOWN, False
    known = place.known
    km = place.radius if place.radius is not None else usual_radius(known)
    return (
        _UNKNOWN if place.lat is None else place.lat,
        _UNKNOWN if place.lon is None else place.lon,
        _UNKNOWN if km is None else km * 1000,
        is_spot(known),
    )


def _strikes(table: Floats, spans: Coded[Days], targets: Coded[tuple[str, ...]]) -> Strikes:
    rules = load().site_rules
    named = Coded.of(tuple(sorted(filter(rules.names_kind, codes))) for codes in targets.values)
    first, last = np.array([days(span) for span in spans.values], dtype=np.int64).reshape(-1, 2).T
    lat, lon, far, spot = table.T
    return Strikes(
        lat, lon, sigma(np.where(spot, far, 0.0)), np.where(spot, 0.0, far),
        first[spans.codes], last[spans.codes], named.codes[targets.codes], named.values,
    )  # fmt: skip


def days(span: Days) -> tuple[int, int]:
    """The first and the last day of an incident as numbers; an end that is not known is open."""
    first, last = span
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
