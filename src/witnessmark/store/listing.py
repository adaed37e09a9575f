"""A case's incidents as columns in the order of pages, and what filters find among them.

Days are in order and the undated last. Nothing here asks the database: an answer goes over arrays in memory,
a few milliseconds for 300,000 incidents whichever filters are set together. No index of a database does that
for counts by party, method and month at once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from witnessmark.errors import UsageError
from witnessmark.model.filter import Box, Filter, Unknowns
from witnessmark.model.listing import Facets, Histogram
from witnessmark.store.columns import DEGREE, NOWHERE, Columns, day
from witnessmark.store.shape import key
from witnessmark.store.words import folded, words

if TYPE_CHECKING:
    from witnessmark.store.cells import Grid

Mask = NDArray[np.bool_]
Numbers = NDArray[Any]
K = TypeVar("K")
V = TypeVar("V")
FACETS = ("party", "method", "object", "language")
_KEPT = 16  # selections and texts kept: one page asks for several things of one filter
_UNDATED = 2**31 - 1
_EPOCH = date(1970, 1, 1).toordinal()  # where numpy begins to count


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that columns have as numbers: `axes` gives numbers by axis and word, `named` words."""

    axes: Mapping[str, Mapping[str, int]]
    named: Mapping[int, str]
    size: int  # above all numbers

    def numbers(self, axis: str, asked: Callable[[str], bool]) -> list[int]:
        return [n for term, n in self.axes.get(axis, {}).items() if asked(term)]

    def known(self, axis: str, asked: Iterable[str]) -> list[int]:
        of = self.axes.get(axis, {})
        return [of[term] for term in map(key, asked) if term in of]


@dataclass(frozen=True)
class Selection:
    """Which incidents a filter has: `base` but for its facets, and each of its facets by itself."""

    base: Mask
    facets: Mapping[str, Mask]

    def whole(self, but: str = "") -> Mask:
        """All of the filter, or all but one facet."""
        out = self.base
        for name, mask in self.facets.items():
            out = out if name == but else out & mask
        return out


@dataclass(frozen=True)
class Listing:
    """The incidents of a case as its views were at `state`."""

    state: str
    column: Mapping[str, Numbers]
    tags: Mapping[str, tuple[Numbers, Numbers]]  # axis -> rows and terms
    docs: tuple[Numbers, Numbers]  # rows, and places of documents in the ledger
    figures: Numbers  # of rows, in the order of what they count
    terms: Terms
    grids: dict[float, "Grid"] = field(default_factory=dict)  # by the size of their squares; few sizes
    _selections: dict[Filter, Selection] = field(default_factory=dict)
    _texts: dict[str, Mask] = field(default_factory=dict)  # a page has several filters of one text

    @classmethod
    def of(cls, state: str, columns: Columns, terms: Terms) -> "Listing":
        """Columns in the order of pages."""
        rows = columns.rows
        start, end = rows["start"], rows["end"]
        first = np.where(start > 0, start, end)
        order = np.lexsort((rows["mark"], np.where(first > 0, first, _UNDATED)))
        column = {name: np.ascontiguousarray(rows[name][order]) for name in rows.dtype.names or ()}
        column["first"] = first[order]
        column["last"] = np.where(end > 0, end, start)[order]
        column["order"] = np.where(column["first"] > 0, column["first"], _UNDATED)
        place = np.empty(len(order), "<i4")
        place[order] = np.arange(len(order), dtype="<i4")
        owner, term = place[columns.tags["owner"]], columns.tags["term"]
        tags = {axis: _of_axis(owner, term, terms, axis) for axis in (*FACETS, "level", "flag", "part")}
        docs = place[columns.docs["owner"]], columns.docs["number"]
        figures = columns.figures[np.argsort(columns.figures["what"], kind="stable")]
        figures["owner"] = place[figures["owner"]]
        return cls(state, column, tags, docs, figures, terms)

    def selected(self, wanted: Filter, find: Callable[[str], str]) -> Selection:
        """What the filter has; `find` gives the places of documents that have words, between commas."""
        known = self._selections.get(wanted)
        if known is None:
            masks = [self._dated(wanted), self._placed(wanted), *self._rest(wanted, find)]
            base = self._all
            for mask in masks:
                base = base if mask is None else base & mask
            known = Selection(base, self._facets(wanted))
            _keep(self._selections, wanted, known)
        return known

    def page(self, mask: Mask, after: str | None, limit: int) -> tuple[list[int], str | None]:
        """The positions of the next incidents, and where those behind them begin."""
        begin = self._behind(after) if after else 0
        found = np.flatnonzero(mask[begin:])[: limit + 1] + begin
        shown = found[:limit]
        last = int(shown[-1]) if len(found) > limit else None
        marks, order = self.column["mark"], self.column["order"]
        behind = None if last is None else f"{order[last]}.{marks[last]:x}"
        return self.column["position"][shown].tolist(), behind

    def facets(self, selection: Selection) -> Facets:
        """How many incidents have each value; of a facet that is filtered by, as if it were not."""
        return {axis: self._counted(axis, selection.whole(but=axis)) for axis in FACETS}

    def histogram(self, mask: Mask, *, years: bool) -> Histogram:
        """Incidents by their first day."""
        dated = mask & (self.column["first"] > 0)
        found = self._months[dated] // (12 if years else 1)
        ends = np.append(np.flatnonzero(np.diff(found)), len(found) - 1) if len(found) else found
        labels = [f"{n:04}" if years else f"{n // 12:04}-{n % 12 + 1:02}" for n in found[ends].tolist()]
        bars = tuple(zip(labels, np.diff(ends, prepend=-1).tolist(), strict=True))
        return Histogram(bars, int(mask.sum() - dated.sum()))

    @cached_property
    def _months(self) -> Numbers:
        """The month of the first day, counted from that of the year 0; in order, as the days are."""
        days = (self.column["first"] - _EPOCH).astype("datetime64[D]")
        return days.astype("datetime64[M]").astype("<i4") + 1970 * 12

    @cached_property
    def shares(self) -> Mapping[int, Mapping[str, Numbers]]:
        """Figures by the number of what they count: of which row, and how many."""
        named, begin = np.unique(self.figures["what"], return_index=True)
        parts = np.split(self.figures, begin[1:]) if len(named) else []
        names = ("owner", "low", "best", "high")
        return {
            what: {name: np.ascontiguousarray(part[name]) for name in names}
            for what, part in zip(named.tolist(), parts, strict=True)
        }

    @cached_property
    def pointed(self) -> Mask:
        """Which have a point."""
        return np.asarray(self.column["lat"] != NOWHERE)

    @cached_property
    def spots(self) -> tuple[Numbers, Numbers]:
        """For each incident the number of its place by name, and for each place one of its incidents."""
        from witnessmark.store import spots

        return spots.numbered(self)

    def inside(self, box: Box) -> Mask:
        """Which have a point inside the box."""
        west, south, east, north = (round(edge * DEGREE) for edge in box.edges)
        lat, lon = self.column["lat"], self.column["lon"]
        beside = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        return np.asarray(self.pointed & (lat >= south) & (lat <= north) & beside)

    @cached_property
    def _all(self) -> Mask:
        return np.ones(len(self.column["position"]), bool)

    def _behind(self, after: str) -> int:
        try:
            number, mark = after.split(".")
            asked, rank = np.int64(int(number)), np.uint64(int(mark, 16))
        except (ValueError, OverflowError) as error:
            raise UsageError(f"after: {after!r} is no place in a list: leave it out to begin") from error
        low, high = (int(np.searchsorted(self.column["order"], asked, side)) for side in ("left", "right"))
        return low + int(np.searchsorted(self.column["mark"][low:high], rank, "right"))

    def _dated(self, wanted: Filter) -> Mask | None:
        first, last = self.column["first"], self.column["last"]
        if wanted.undated is Unknowns.ONLY:
            return np.asarray(first == 0)
        if not wanted.dated:
            return None
        inside = (last >= day(wanted.start)) & (first <= (day(wanted.end) or _UNDATED))
        return np.asarray(
            inside | (first == 0) if wanted.undated is Unknowns.INCLUDED else inside & (first > 0)
        )

    def _placed(self, wanted: Filter) -> Mask | None:
        if wanted.unplaced is Unknowns.ONLY:
            return ~self.pointed
        if not wanted.placed:
            return None
        out = self._all if wanted.bbox is None else self.inside(wanted.bbox)
        for axis, name in (("country", wanted.country), ("admin1", wanted.admin1)):
            if name:
                out = out & self._among(axis, self.terms.numbers(axis, partial(_same, name)))
        for word in words(wanted.place):
            out = out & (self._worded("place", word) | self._worded("admin1", word))
        return out | ~self.pointed if wanted.unplaced is Unknowns.INCLUDED else out

    def _rest(self, wanted: Filter, find: Callable[[str], str]) -> Iterable[Mask]:
        if wanted.kind:
            yield self._among("kind", self.terms.known("kind", wanted.kind))
        if wanted.grade:
            least = int(wanted.grade[1:])
            yield self._among(
                "grade", self.terms.numbers("grade", lambda t: t[1:].isdigit() and int(t[1:]) >= least)
            )
        if wanted.text:
            yield self._told(wanted.text, find)

    def _facets(self, wanted: Filter) -> dict[str, Mask]:
        asked = {axis: getattr(wanted, axis) for axis in FACETS}
        return {axis: self.tagged(axis, values) for axis, values in asked.items() if values}

    def one(self, axis: str) -> Numbers:
        """The term of an axis of which an incident has one at most; 0 is none."""
        rows, terms = self.tags[axis]
        out = np.zeros(len(self._all), "<i8")
        out[rows] = terms
        return out

    def named(self, axis: str, mask: Mask) -> list[str]:
        """The words of an axis that one of these has."""
        rows, terms = self.tags[axis]
        return [self.terms.named[n] for n in np.flatnonzero(np.bincount(terms[mask[rows]])).tolist()]

    def tagged(self, axis: str, values: Iterable[str]) -> Mask:
        """Which have one of these words."""
        rows, terms = self.tags[axis]
        out = np.zeros(len(self._all), bool)
        out[rows[self._table(self.terms.known(axis, values))[terms]]] = True
        return out

    def _told(self, text: str, find: Callable[[str], str]) -> Mask:
        """Which have a document with these words."""
        known = self._texts.get(text)
        if known is None:
            known = self._having(find(text))
            _keep(self._texts, text, known)
        return known

    def _having(self, places: str) -> Mask:
        """Which have one of the documents at these places."""
        rows, numbers = self.docs
        out = np.zeros(len(self._all), bool)
        if places and len(numbers):
            found = np.fromstring(places, dtype="<i8", sep=",")
            table = np.zeros(int(numbers.max()) + 1, bool)
            table[found[found < len(table)]] = True
            out[rows[table[numbers]]] = True
        return out

    def _worded(self, axis: str, word: str) -> Mask:
        return self._among(axis, self.terms.numbers(axis, lambda term: word in folded(term)))

    def _among(self, axis: str, numbers: list[int]) -> Mask:
        return np.asarray(self._table(numbers)[self.column[axis]])

    def _table(self, numbers: list[int]) -> Mask:
        table = np.zeros(self.terms.size, bool)
        table[numbers] = True
        return table

    def _counted(self, axis: str, mask: Mask) -> tuple[tuple[str, int], ...]:
        rows, terms = self.tags[axis]
        counts = np.bincount(terms[mask[rows]])
        found = [(self.terms.named[n], int(counts[n])) for n in np.flatnonzero(counts).tolist()]
        return tuple(sorted(found, key=lambda f: (-f[1], f[0])))


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def _keep(kept: dict[K, V], name: K, value: V) -> None:
    """Put one more in, and the oldest out."""
    for old in list(kept)[: 1 - _KEPT]:  # a copy: other threads put theirs in meanwhile
        kept.pop(old, None)
    kept[name] = value


def _of_axis(rows: Numbers, terms: Numbers, known: Terms, axis: str) -> tuple[Numbers, Numbers]:
    table = np.zeros(known.size, bool)
    table[list(known.axes.get(axis, {}).values())] = True
    kept = table[terms]
    return rows[kept], terms[kept]
