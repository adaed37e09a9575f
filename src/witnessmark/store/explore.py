"""Incidents that a filter has: a page of them, and all of them counted in one way or another."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from witnessmark.model.filter import Box, Filter
from witnessmark.model.incident import Incident
from witnessmark.model.listing import Cells, Facets, Histogram, Page, PlaceCount
from witnessmark.model.period import Scope
from witnessmark.model.place import Place
from witnessmark.store import blocks, models, spots, texts
from witnessmark.store import cells as squares
from witnessmark.store.faults import translated
from witnessmark.store.listing import Listing, Mask
from witnessmark.store.shape import place, value
from witnessmark.store.sums import Answers, Tally, summed
from witnessmark.store.traces import chunks

_Records = list[tuple[str, str]]
_ASK = 900  # rows in one question, as in chain


def page(using: str, wanted: Filter, after: str | None, limit: int) -> Page[Incident]:
    """The next incidents of the filter."""
    records, behind = _page(using, wanted, after, limit)
    return Page(tuple(value(where, text) for where, text in records), behind)


def points(using: str, wanted: Filter, most: int) -> list[Place]:
    """The places of the first incidents of the filter, for each its own; those without one are left out."""
    records, _ = _page(using, wanted, None, most)
    found = (place(where, text) for where, text in records)
    return [known for known in found if known is not None]


def count(using: str, wanted: Filter) -> int:
    """How many there are."""
    return int(_found(using, wanted)[1].sum())


def facets(using: str, wanted: Filter) -> Facets:
    """How many there are of each value."""
    listing = blocks.listing(using)  # one for both: a decision may bring another in between
    selection, of_any_kind = (
        listing.selected(some, partial(texts.find, using)) for some in (wanted, replace(wanted, kind=()))
    )
    return listing.facets(selection) | {"kind": spots.of_one(listing, of_any_kind.whole(), "kind")}


def histogram(using: str, wanted: Filter, *, years: bool) -> Histogram:
    """How many there are of each month or year."""
    listing, mask = _found(using, wanted)
    return listing.histogram(mask, years=years)


def cells(using: str, wanted: Filter, zoom: int, box: Box | None) -> Cells:
    """Where on a map they are."""
    listing, mask = _found(using, wanted)
    return squares.gathered(listing, mask, squares.size_at(zoom), box)


def places(using: str, wanted: Filter, most: int) -> tuple[PlaceCount, ...]:
    """Which places have the most of them."""
    listing, mask = _found(using, wanted)
    return spots.counted(listing, mask, most)


def tally(using: str, scope: Scope, answers: Answers) -> Tally:
    """What the incidents of a scope come to."""
    while True:
        found = summed(blocks.listing(using), scope, answers)
        wanted = {n for _, _, some in found.left for n in some} | set(found.totals[1])
        records = _records(using, sorted(wanted))
        if len(records) == len(wanted):  # else the views were replaced meanwhile
            return Tally(found, {n: value(f"view_incident row {n}", text) for n, text in records.items()})


def _found(using: str, wanted: Filter) -> tuple[Listing, Mask]:
    listing = blocks.listing(using)
    return listing, listing.selected(wanted, partial(texts.find, using)).whole()


def _page(using: str, wanted: Filter, after: str | None, limit: int) -> tuple[_Records, str | None]:
    """The records of the next incidents with where they stand, and where those behind them begin."""
    while True:
        listing, mask = _found(using, wanted)
        positions, behind = listing.page(mask, after, limit)
        records = _records(using, positions)
        if len(records) == len(positions):  # else the views were replaced meanwhile
            return [(f"view_incident row {n}", records[n]) for n in positions], behind


def _records(using: str, positions: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    rows = models.IncidentRow.objects.using(using)
    with translated(using):
        for some in chunks(positions, _ASK):
            found.update(rows.filter(position__in=some).values_list("position", "record"))
    return found
