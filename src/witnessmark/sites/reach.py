"""Which sites lie within reach of which incidents: the pairs of two long columns of points.

Sites are put into rows of latitude and sorted by longitude in each, so that an incident finds all that can
be in reach between two ends of a few rows. A stretch over the date line is two; one with a pole in it is a
whole row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from witnessmark.sites.globe import EARTH, Floats, Indices, arcs, chords, units

# Reaches are taken together by powers of four: rows are as high as the greatest reach of a class, so that an
# incident looks into two or three rows and at two to four times as many sites as are in reach. Tried with
# twice and half of each on the case of `bench/sites/speed.py`.
_STEP = 4.0
_LEAST = 256.0  # metres; reaches below it are one class
# Rounding must not lose a pair at the end of a stretch: 1e-8 of a radian is 6 cm.
_SLACK = 1e-8
_BLOCK = 16_384  # incidents at once: what is worked on takes a few megabytes, used again and again
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
    lats, lons = np.radians(sites.lat), np.radians(sites.lon)
    here, there = units(lat, lon), units(lats, lons)
    # Neighbours one after the other, in rows some 6 km high: memory is read in order.
    order = np.argsort(np.floor(lat * 1_000).astype(np.int16), kind="stable")
    for near, columns in _classes(sites.reach, np.arange(len(lats))):
        for far, rows in _classes(incidents.reach, order):
            shelf = _Shelf(lats[columns], lons[columns], (far + near) / EARTH)
            for block in np.split(rows, range(_BLOCK, len(rows), _BLOCK)):
                left, right = shelf.within(lat[block], lon[block], (incidents.reach[block] + near) / EARTH)
                left, right = block[left], columns[right]
                limit = (incidents.reach.take(left) + sites.reach.take(right)) / EARTH
                # A difference of latitude is cheap, and tells a good part of those out of reach.
                level = np.flatnonzero(np.abs(lat.take(left) - lats.take(right)) <= limit + _SLACK)
                left, right, limit = left[level], right[level], limit[level]
                chord = chords(here.take(left, axis=0), there.take(right, axis=0))
                kept = np.flatnonzero(chord <= 2 * np.sin(np.minimum(limit, np.pi) / 2))
                yield Pairs(left[kept], right[kept], arcs(chord[kept]))


def _classes(reach: Floats, rows: Indices) -> Iterator[tuple[float, Indices]]:
    """The greatest reach of each class, with those of the rows that are in it."""
    level = np.ceil(np.log(np.maximum(reach[rows], _LEAST) / _LEAST) / np.log(_STEP)).astype(np.int8)
    for one in range(int(level.max(initial=-1)) + 1):
        own = rows[level == one]
        if len(own):
            yield float(reach[own].max()), own


class _Shelf:
    """Points in radians, in rows of latitude `height` radians high, by longitude in each."""

    def __init__(self, lat: Floats, lon: Floats, height: float) -> None:
        self.height = max(height, _SLACK)
        keys = self._row(lat) * _ROW + _turned(lon)
        self.order = np.argsort(keys)
        self.keys = keys[self.order]

    def within(self, lat: Floats, lon: Floats, reach: Floats) -> tuple[Indices, Indices]:
        """Pairs of the points given and those kept here, among them all within `reach` of each other."""
        low = self._row(lat - reach)
        many = (self._row(lat + reach) - low + 1).astype(np.int64)
        owner = np.repeat(np.arange(len(lat)), many)
        base = (low[owner] + _counted(many)) * _ROW
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
        some = np.flatnonzero(np.append(self.keys, np.inf)[first] <= stop)
        first = first[some]
        many = np.searchsorted(self.keys, stop[some], "right") - first
        return np.repeat(owner[some], many), self.order[np.repeat(first, many) + _counted(many)]

    def _row(self, lat: Floats) -> Floats:
        return np.floor((lat + np.pi / 2) / self.height)


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


def _counted(many: Indices) -> Indices:
    """0, 1, 2 … for each of these numbers, one after the other."""
    return np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
