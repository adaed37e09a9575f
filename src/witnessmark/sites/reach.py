"""Which sites lie within reach of which incidents: the pairs of two long columns of points.

Sites are put into rows of latitude and sorted by longitude in each, so that an incident finds all that can
be in reach between two ends of a few rows. A stretch over the date line is two; one with a pole in it is a
whole row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from witnessmark.sites.globe import EARTH, Floats, Indices, arcs, units

# Reaches are taken together by powers of four: rows are as high as the greatest reach of a class, so that an
# incident looks into two or three rows and at two to four times as many sites as are in reach. Tried with
# twice and half of each on the case of `bench/sites/speed.py`.
_STEP = 4.0
_LEAST = 256.0  # metres; reaches below it are one class
# Rounding must not lose a pair at the end of a stretch: 1e-8 of a radian is 6 cm.
_SLACK = 1e-8
_BLOCK = 8_192  # incidents at once: what is worked on stays in the processor's cache
_LOWEST = np.pi / 60_000  # radians, 330 m: rows are numbered with 16 bits, which is what sorts fast
_ROW = 8.0  # from one row's keys to the next: more than the full circle of longitudes


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pair by pair: the rows of both columns and the distance between them, in metres."""

    left: Indices
    right: Indices
    distance: Floats

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True)
class Points:
    """A column of points in degrees, each with its reach in metres."""

    lat: Floats
    lon: Floats
    reach: Floats


def pairs(incidents: Points, sites: Points) -> Pairs:
    """Every pair not further apart than both reaches together, in no order."""
    found = list(_by_class(incidents, sites))
    if not found:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, np.zeros(0))
    left, right = (np.concatenate([getattr(f, side) for f in found]) for side in ("left", "right"))
    return Pairs(left, right, np.concatenate([f.distance for f in found]))


def _by_class(incidents: Points, sites: Points) -> Iterator[Pairs]:
    lat, lon = np.radians(incidents.lat), np.radians(incidents.lon)
    # From west to east, sites exactly and incidents roughly: 16 bits tell 600 m apart.
    eastward = np.argsort((_turned(lon) * (65_535 / _CIRCLE)).astype(np.uint16), kind="stable")
    there = _sites(sites)
    for near, columns in _classes(sites.reach, np.argsort(there.lon)):
        for far, rows in _classes(incidents.reach, eastward):
            shelf = _Shelf(there, columns, (far + near) / EARTH)
            # In the order of the shelf: memory is read in order, and each search ends near the one before.
            order = rows[shelf.sorted(lat[rows])]
            for block in np.split(order, range(_BLOCK, len(order), _BLOCK)):
                found = shelf.within(lat[block], lon[block], incidents.reach[block])
                yield Pairs(block[found.left], found.right, found.distance)


def _classes(reach: Floats, rows: Indices) -> Iterator[tuple[float, Indices]]:
    """The greatest reach of each class, with those of the rows that are in it."""
    level = np.ceil(np.log(np.maximum(reach[rows], _LEAST) / _LEAST) / np.log(_STEP)).astype(np.int8)
    for one in range(int(level.max(initial=-1)) + 1):
        own = rows[level == one]
        if len(own):
            yield float(reach[own].max()), own


@dataclass(frozen=True, slots=True)
class _Sites:
    """Sites in radians, the longitude from 0 to the full circle, with their unit vectors."""

    lat: Floats
    lon: Floats
    reach: Floats
    units: Floats

    def at(self, rows: Indices) -> "_Sites":
        return _Sites(self.lat[rows], self.lon[rows], self.reach[rows], self.units.take(rows, axis=1))


def _sites(points: Points) -> _Sites:
    lat, lon = np.radians(points.lat), np.radians(points.lon)
    return _Sites(lat, _turned(lon), points.reach, _columns(lat, lon))


class _Shelf:
    """Some of these sites, given from west to east, in rows of latitude `height` radians high."""

    def __init__(self, sites: _Sites, eastward: Indices, height: float) -> None:
        self.height = max(height, _LOWEST)
        self.order = eastward[self.sorted(sites.lat[eastward])]
        self.sites = sites.at(self.order)
        self.keys = np.append(self._row(self.sites.lat) * _ROW + self.sites.lon, np.inf)
        self.near = float(self.sites.reach.max())

    def sorted(self, lat: Floats) -> Indices:
        """The order of points by their rows, in each of them as they were."""
        return np.argsort(self._row(lat).astype(np.uint16), kind="stable")

    def _row(self, lat: Floats) -> Floats:
        return np.floor((lat + np.pi / 2) / self.height)

    def within(self, lat: Floats, lon: Floats, reach: Floats) -> Pairs:
        """The pairs in reach of each other of the points given and these sites, by their own numbers."""
        left, right = self._near(lat, lon, (reach + self.near) / EARTH)
        limit = reach.take(left) + self.sites.reach.take(right)
        # A difference of latitude is cheap, and tells a good part of those out of reach.
        level = np.flatnonzero(np.abs(lat.take(left) - self.sites.lat.take(right)) <= limit / EARTH + _SLACK)
        left, right, limit = left[level], right[level], limit[level]
        used = np.flatnonzero(np.bincount(left, minlength=len(lat)))
        here = np.empty((3, len(lat)))
        here[:, used] = _columns(lat[used], lon[used])
        x, y, z = (a.take(left) - b.take(right) for a, b in zip(here, self.sites.units, strict=True))
        away = arcs(np.sqrt(x * x + z * z + y * y))
        kept = np.flatnonzero(away <= limit)
        return Pairs(left[kept], self.order[right[kept]], away[kept])

    def _near(self, lat: Floats, lon: Floats, reach: Floats) -> tuple[Indices, Indices]:
        """Pairs of the points given and places here, among them all within `reach` of each other."""
        low, high = self._row(lat - reach), self._row(lat + reach)
        rows = range(int((high - low).max(initial=-1)) + 1)
        owners = [np.flatnonzero(low + n <= high) for n in rows]
        owner = np.concatenate(owners)
        base = np.concatenate([(low[own] + n) * _ROW for n, own in zip(rows, owners, strict=True)])
        west, east = (end[owner] for end in _stretch(lat, lon, reach))
        start, stop = base + np.maximum(west, 0.0), base + np.minimum(east, _CIRCLE)
        # What goes over the date line goes on at the other end of the row.
        below, above = np.flatnonzero(west < 0), np.flatnonzero(east > _CIRCLE)
        if len(below) or len(above):
            owner = np.concatenate((owner, owner[below], owner[above]))
            start = np.concatenate((start, base[below] + west[below] + _CIRCLE, base[above]))
            stop = np.concatenate((stop, base[below] + _CIRCLE, base[above] + east[above] - _CIRCLE))
        return self._between(owner, start - _SLACK, stop + _SLACK)

    def _between(self, owner: Indices, start: Floats, stop: Floats) -> tuple[Indices, Indices]:
        first = np.searchsorted(self.keys, start)
        some = np.flatnonzero(self.keys[first] <= stop)
        first = first[some]
        many = np.searchsorted(self.keys, stop[some], "right") - first
        right = np.repeat(first + many - np.cumsum(many), many)
        right += np.arange(len(right))
        return np.repeat(owner[some], many), right


def _columns(lat: Floats, lon: Floats) -> Floats:
    """Unit vectors, a row each for their three parts."""
    return np.ascontiguousarray(units(lat, lon).T)


_CIRCLE = 2 * np.pi


def _turned(lon: Floats) -> Floats:
    """Longitudes from 0 to the full circle."""
    return lon - _CIRCLE * np.floor(lon / _CIRCLE)


def _stretch(lat: Floats, lon: Floats, reach: Floats) -> tuple[Floats, Floats]:
    """The western and eastern ends of circles; a circle with a pole in it has every longitude."""
    inside = np.sin(np.minimum(reach, np.pi / 2)) / np.maximum(np.cos(lat), 1e-300)
    whole = np.abs(lat) + reach >= np.pi / 2
    half = np.arcsin(np.minimum(inside, 1.0))
    middle = _turned(lon)
    return np.where(whole, 0.0, middle - half), np.where(whole, _CIRCLE, middle + half)
