"""What the lists of two reports share, weighed, for many pairs at once.

As `coalesce(list_sum(list_transform(list_intersect(one, other), lambda x: x & 15)), 0)` in SQL, which
compares each code of one list with each of the other and took half the time of linking. Here the codes of
one report are set out once, each at a place that its own bits name, and those of all it meets are looked
up there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from witnessmark.link.telling import MOST_WEIGHT, WEIGHT_BITS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray
    from pyarrow import ListArray

    Numbers = NDArray[np.int64]

# Places for the codes of one report: four for each of sixty, so that most codes are alone at theirs. Pairs
# looked at together: their places stay in the cache of a processor.
PLACES, CHUNK = 8, 1024
_ALL = (1 << PLACES) - 1
# The last bits by which places are told apart: of numbers of 63 bits.
_LAST = 63 - PLACES


@dataclass(frozen=True, slots=True)
class Codes:
    """Lists of codes as rows of one width, filled up with zeros."""

    rows: "Numbers"

    @classmethod
    def of(cls, lists: "ListArray") -> "Codes":
        offsets = lists.offsets.to_numpy()
        lengths = np.diff(offsets)
        width = int(lengths.max(initial=0))
        rows = np.zeros((len(lists), width), np.int64)
        rows[np.arange(width) < lengths[:, None]] = lists.values.to_numpy()[offsets[0] : offsets[-1]]
        return cls(rows)


def add(connection: "DuckDBPyConnection", asked: Mapping[str, tuple[str, str]]) -> int:
    """Give table `met` the columns `asked`: each what the list of its left and of its right report share.

    Lists are terms over the columns of table `sides`. Returns how many pairs there are.
    """
    import pyarrow as pa

    lists = sorted({name for both in asked.values() for name in both})
    wanted = ", ".join(["n", *lists])
    told = connection.sql(f"select {wanted} from sides order by n").to_arrow_table()  # noqa: S608  (terms of the model)
    numbers = told.column(0).to_numpy()
    codes = {name: Codes.of(told.column(1 + i).combine_chunks()) for i, name in enumerate(lists)}
    met = connection.sql("select l, r from met order by l").to_arrow_table()
    place = np.zeros(int(numbers.max(initial=0)) + 1, np.int64)
    place[numbers] = np.arange(len(numbers))
    left, right = (place[met.column(side).to_numpy()] for side in ("l", "r"))
    for name, (one, other) in asked.items():
        met = met.append_column(name, pa.array(shared(codes[one], codes[other], left, right)))
    connection.register("overlapping", met)
    connection.execute("create or replace table met as from overlapping")
    connection.unregister("overlapping")
    return int(met.num_rows)


def shared(one: Codes, other: Codes, left: "Numbers", right: "Numbers") -> "Numbers":
    """The summed weights of the codes that row `left` of `one` and row `right` of `other` have in common.

    `left` rises; in no list does a code stand twice.
    """
    found = np.zeros(len(left), np.int64)
    if one.rows.size and other.rows.size:
        for start, end in pairwise([*range(0, len(left), CHUNK), len(left)]):
            found[start:end] = _looked_up(one, other, left[start:end], right[start:end])
    return found


def _looked_up(one: Codes, other: Codes, left: "Numbers", right: "Numbers") -> "Numbers":
    new = np.diff(left, prepend=-1) > 0
    theirs = other.rows.take(right, axis=0)
    flat, width = theirs.ravel(), theirs.shape[1]
    place = np.repeat((np.cumsum(new) - 1) << PLACES, width)
    found = np.zeros(len(left), np.int64)
    for shift, table in _set_out(one.rows[left[new]]):
        at = (flat >> shift) & _ALL
        at += place
        hits = np.flatnonzero(table.take(at) == flat)
        found += np.bincount(hits // width, flat[hits] & MOST_WEIGHT, len(left)).astype(np.int64)
    return found


def _set_out(rows: "Numbers") -> Iterator[tuple[int, "Numbers"]]:
    """Tables of places, by other bits each: what found another at its place is in the next."""
    row, column = rows.nonzero()
    codes, base = rows[row, column], row << PLACES
    shift = WEIGHT_BITS
    while len(codes):
        table = np.full(len(rows) << PLACES, -1)
        at = base + (codes >> shift & _ALL)
        table[at] = codes
        yield shift, table
        left = table[at] != codes
        codes, base = codes[left], base[left]
        shift = min(shift + PLACES // 2, _LAST)
