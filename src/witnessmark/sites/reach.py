"""Which sites lie within reach of which incidents: the pairs of two long columns of points.

Sites are put into every cell of a grid that their reach touches, so that an incident looks into its own cell
alone. Cells are rows of latitude parted into columns, fewer towards the poles; columns close at the date
line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from witnessmark.sites.globe import EARTH, Floats, Indices, metres, units

# Reaches are taken together by powers of two: fewer grids to build against fewer pairs to look at twice.
_STEP = 2.0
_LEAST = 16.0  # metres; below it cells would be finer than positions are ever known
# Rounding must not lose a pair on the edge of a cell.
_SLACK = 1 + 1e-9
_BITS = 22  # of the marks of cells in use: 4 MB
_ROW = 2**32  # columns a row at most: above what the finest cells need


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
    """Every pair not further apart than both reaches together, in order of incidents, then sites."""
    found = list(_by_class(incidents, sites))
    if not found:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, np.zeros(0))
    left = np.concatenate([f.left for f in found])
    right = np.concatenate([f.right for f in found])
    order = np.argsort(left * max(len(sites.lat), 1) + right)
    return Pairs(left[order], right[order], np.concatenate([f.distance for f in found])[order])


def _by_class(incidents: Points, sites: Points) -> Iterator[Pairs]:
    a, b = np.radians(incidents.lat), np.radians(incidents.lon)
    c, d = np.radians(sites.lat), np.radians(sites.lon)
    here, there = units(a, b), units(c, d)
    for far, rows in _classes(incidents.reach):
        for near, columns in _classes(sites.reach):
            left, right = _cells(a[rows], b[rows], c[columns], d[columns], (far + near) / EARTH)
            left, right = rows[left], columns[right]
            level = np.abs(a[left] - c[right]) * EARTH <= (far + near) * _SLACK  # cheap, and most of it
            left, right = left[level], right[level]
            apart = metres(here.take(left, axis=0), there.take(right, axis=0))
            kept = apart <= incidents.reach[left] + sites.reach[right]
            yield Pairs(left[kept], right[kept], apart[kept])


def _classes(reach: Floats) -> Iterator[tuple[float, Indices]]:
    """The greatest reach of each class, with the rows in it."""
    if not len(reach):
        return
    level = np.ceil(np.log(np.maximum(reach, _LEAST) / _LEAST) / np.log(_STEP))
    for one in np.unique(level):
        rows = np.flatnonzero(level == one)
        yield float(reach[rows].max()), rows


def _cells(a: Floats, b: Floats, c: Floats, d: Floats, reach: float) -> tuple[Indices, Indices]:
    """Pairs that share a cell, among them all that are not further apart than `reach`, an angle."""
    grid = _Grid(min(max(reach * _SLACK, _LEAST / EARTH), np.pi / 2))
    keys, owners = grid.touched(c, d)
    asked = grid.own(a, b)
    known = _seen(asked, keys)
    known = known[np.argsort(asked[known])]  # neighbours one after the other: memory is read in order
    asked = asked[known]
    used = _seen(keys, asked)
    keys, owners = keys[used], owners[used]
    order = np.argsort(keys)
    keys, owners = keys[order], owners[order]
    first = np.searchsorted(keys, asked, "left")
    many = np.searchsorted(keys, asked, "right") - first
    left = np.repeat(known, many)
    within = np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
    return left, owners[np.repeat(first, many) + within]


def _seen(keys: Indices, others: Indices) -> Indices:
    """Rows of `keys` that may be among `others`; the few wrongly kept find nothing later."""
    marks = np.zeros(1 << _BITS, dtype=bool)
    marks[_hash(others)] = True
    return np.flatnonzero(marks[_hash(keys)])


def _hash(keys: Indices) -> Indices:
    # Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): 2**64 over the golden ratio.
    return ((keys.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _BITS)).view(np.int64)


class _Grid:
    """Cells at least twice as high and wide as `reach`: a circle of it touches two rows and two columns."""

    def __init__(self, reach: float) -> None:
        self.reach = reach
        self.rows = max(1, int(np.pi // (2 * reach)))
        self.height = np.pi / self.rows

    def own(self, lat: Floats, lon: Floats) -> Indices:
        """The cell each point lies in."""
        row = self._row(lat)
        return self._key(row, lon)

    def touched(self, lat: Floats, lon: Floats) -> tuple[Indices, Indices]:
        """The cells that the circle around each point touches, with the number of the point."""
        inside = np.sin(self.reach) / np.maximum(np.cos(lat), 1e-300)
        wide = np.where(np.abs(lat) + self.reach < np.pi / 2, np.arcsin(np.minimum(inside, 1.0)), np.pi)
        low, high = self._row(lat - self.reach), self._row(lat + self.reach)
        number = np.arange(len(lat))
        cells = [self._key(low, lon - wide), self._key(low, lon + wide)]
        cells += [self._key(high, lon - wide), self._key(high, lon + wide)]
        new = [np.ones(len(lat), dtype=bool), cells[1] != cells[0], low != high]
        new.append(new[2] & (cells[3] != cells[2]))
        return (
            np.concatenate([c[n] for c, n in zip(cells, new, strict=True)]),
            np.concatenate([number[n] for n in new]),
        )

    def _row(self, lat: Floats) -> Indices:
        return np.clip((lat + np.pi / 2) / self.height, 0, self.rows - 1).astype(np.int64)

    def _key(self, row: Indices, lon: Floats) -> Indices:
        columns = self._columns(row)
        turned = lon / (2 * np.pi)
        share = turned - np.floor(turned)  # rounding may make it 1: the first column again
        return row * _ROW + (share * columns).astype(np.int64) % columns.astype(np.int64)

    def _columns(self, row: Indices) -> Floats:
        """How many columns each of these rows has."""
        if not len(row):
            return np.zeros(0)
        low, high = int(row.min()), int(row.max())
        if high - low < len(row):
            return self._count(np.arange(low, high + 1))[row - low]
        return self._count(row)

    def _count(self, row: Indices) -> Floats:
        """The columns of a row: a circle from a row beside it is no wider than one of them."""
        low = row * self.height - np.pi / 2
        edge = np.minimum(np.maximum(np.abs(low), np.abs(low + self.height)) + self.height, np.pi / 2)
        inside = np.sin(self.reach) / np.maximum(np.cos(edge), 1e-300)
        count = np.floor(np.pi / np.arcsin(np.minimum(inside, 1.0)))
        return np.asarray(np.where(inside < 1, np.maximum(count, 1), 1))
