"""Incidents on a map: squares with how many there are and how well their places are known.

The answer stays small however many there are: squares grow until they are few. Which square an incident is in
is worked out once for each size of square, and kept with the columns.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from witnessmark.model.filter import Box
from witnessmark.model.listing import Cell, Cells
from witnessmark.store.columns import DEGREE
from witnessmark.store.listing import Listing, Mask, Numbers

MOST_CELLS = 1200  # a square is some 90 bytes of JSON, so that a map of them is below 300 kB
LEAST_SIZE = 1 / 1024  # degrees: some hundred metres, which is all that most places are known to


def size_at(zoom: int) -> float:
    """The size in degrees of a square of 32 pixels, where the world has 256 at zoom 0."""
    return _whole(45 / float(1 << max(0, min(zoom, 30))))


@dataclass(frozen=True)
class Grid:
    """All incidents of a listing in squares of one size.

    A part is those of one square whose places are known equally well; `of` is the part of each row, the last
    one for those that have no point.
    """

    size: float
    square: Numbers
    precision: Numbers
    of: Numbers

    @classmethod
    def over(cls, listing: Listing, size: float) -> "Grid":
        rows, side = listing.pointed, round(size * DEGREE)
        lat = (listing.column["lat"][rows].astype("<i8") + 90 * DEGREE) // side
        lon = (listing.column["lon"][rows].astype("<i8") + 180 * DEGREE) // side
        known = (lat * _across(size) + lon) * listing.terms.size + listing.column["precision"][rows]
        parts, number = np.unique(known, return_inverse=True)
        of = np.full(len(rows), len(parts), "<i4")
        of[rows] = number
        return cls(size, parts // listing.terms.size, parts % listing.terms.size, of)

    def counted(self, mask: Mask) -> Numbers:
        """How many of those selected are in each part."""
        return np.bincount(self.of[mask], minlength=len(self.square) + 1)[:-1]

    def killed(self, mask: Mask, killed: Numbers) -> Numbers:
        """The sum of a column over those selected, by part."""
        return np.bincount(self.of[mask], weights=killed[mask], minlength=len(self.square) + 1)[:-1]

    @cached_property
    def firsts(self) -> Mask:
        """Which parts are the first of their square."""
        return np.append(True, self.square[1:] != self.square[:-1])[: len(self.square)]

    @cached_property
    def ordinal(self) -> Numbers:
        """For each part the number of its square."""
        return np.cumsum(self.firsts) - 1

    def squares(self, counts: Numbers) -> int:
        """How many squares have any of what was counted."""
        return len(np.unique(self.ordinal[counts > 0]))


def gathered(listing: Listing, mask: Mask, size: float, box: Box | None) -> Cells:
    """The squares of those selected inside the box."""
    inside = mask & (listing.pointed if box is None else listing.inside(box))
    size = _whole(size)
    grid = _grid(listing, size)
    counts = grid.counted(inside)
    while grid.squares(counts) > MOST_CELLS:
        size *= 2
        grid = _grid(listing, size)
        counts = grid.counted(inside)
    return Cells(size, _cells(listing, grid, inside, counts), int((mask & ~listing.pointed).sum()))


def _cells(listing: Listing, grid: Grid, inside: Mask, counts: Numbers) -> tuple[Cell, ...]:
    killed = grid.killed(inside, np.maximum(listing.column["killed"], 0))
    across = _across(grid.size)
    found: dict[int, tuple[int, int, list[tuple[str, int]]]] = {}
    for part in np.flatnonzero(counts).tolist():
        square, number = int(grid.square[part]), int(counts[part])
        every, deaths, known = found.get(square, (0, 0, []))
        known.append((listing.terms.named.get(int(grid.precision[part]), "unresolved"), number))
        found[square] = every + number, deaths + int(killed[part]), known
    return tuple(
        Cell(
            round(s // across * grid.size - 90, 6), round(s % across * grid.size - 180, 6),
            number, deaths, tuple(known),
        )
        for s, (number, deaths, known) in found.items()
    )  # fmt: skip


def _grid(listing: Listing, size: float) -> Grid:
    if size not in listing.grids:
        listing.grids[size] = Grid.over(listing, size)
    return listing.grids[size]


def _whole(size: float) -> float:
    """A size that is a whole number of the parts in which points are kept: corners add up."""
    return round(max(size, LEAST_SIZE) * DEGREE) / DEGREE


def _across(size: float) -> int:
    return int(360 / size) + 2
