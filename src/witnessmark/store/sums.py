"""Figures added up over a period, a place or a party's doing: exact for any number of incidents.

The same sums as `reconcile.period` makes one incident at a time, from columns in memory. How certain it is
that an incident lies inside is 0 to 3, as there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from witnessmark.model.incident import Incident
from witnessmark.model.listing import Sum
from witnessmark.model.period import Scope
from witnessmark.model.place import Place
from witnessmark.store.columns import NOTHING, day, mark
from witnessmark.store.listing import Listing, Mask, Numbers
from witnessmark.store.shape import key

NO, UNKNOWN, PERHAPS, YES = range(4)
ALLEGED, RETRACTED, WITHIN, UNDATED, UNPLACED, NOBODY = (
    "alleged", "retracted", "within", "undated", "unplaced", "nobody",
)  # fmt: skip
TERMS = 30  # of a sum that are told one by one
EXAMPLES = 20  # incidents that are named of those left out for one reason
TOTALS = 50  # totals that are read


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of words: which of these places lie inside, and whether a method is no attack."""

    places: Callable[[Sequence[Place]], Sequence[int]]
    accident: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """What a scope comes to; incidents and totals by their positions, the first of each alone."""

    sums: tuple[Sum, ...]
    counted: int
    left: tuple[tuple[str, int, tuple[int, ...]], ...]  # reason, how many, some of them
    totals: tuple[int, tuple[int, ...]]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """`Found`, with the incidents that are named in it."""

    found: Found
    incidents: dict[int, Incident]


def summed(listing: Listing, scope: Scope, answers: Answers) -> Found:
    """All of a case in the scope."""
    time, place, party = _time(listing, scope), _place(listing, scope, answers), _party(listing, scope)
    inside = np.minimum(np.minimum(time, place), party)
    inside = np.where(_accidental(listing, answers), np.minimum(inside, PERHAPS), inside)
    event, total, alleged = (_kind(listing, name) for name in ("incident", "aggregate", "allegation"))
    reasons = (
        (ALLEGED, alleged),
        (RETRACTED, _tagged(listing, "flag", "retracted")),
        (WITHIN, _within(listing)),
        (UNDATED, (inside == UNKNOWN) & (time == UNKNOWN)),
        (UNPLACED, (inside == UNKNOWN) & (place == UNKNOWN)),
        (NOBODY, inside == UNKNOWN),
    )
    rest = (event | alleged) & (inside > NO)
    left = []
    for reason, having in reasons:
        found = rest & having
        rest = rest & ~having
        if found.any():
            left.append((reason, int(found.sum()), _positions(listing, found, EXAMPLES)))
    totals = total & (inside > UNKNOWN)
    parties = listing.named("party", (event | alleged | total) & (time > NO))
    return Found(
        tuple(_sums(listing, rest, rest & (inside == YES))),
        int(rest.sum()),
        tuple(left),
        (int(totals.sum()), _positions(listing, totals, TOTALS)),
        tuple(parties),
    )


def _time(listing: Listing, scope: Scope) -> Numbers:
    start, end = listing.column["start"], listing.column["end"]
    out = np.full(len(start), YES, "i1")
    if scope.start is None and scope.end is None:
        return out
    first, last = day(scope.start), day(scope.end)
    if first:
        out[(start == 0) | (start < first)] = PERHAPS
    if last:
        out[(end == 0) | (end > last)] = PERHAPS
        out[start > last] = NO
    out[(end > 0) & (end < first)] = NO
    out[(start == 0) & (end == 0)] = UNKNOWN
    return out


def _place(listing: Listing, scope: Scope, answers: Answers) -> Numbers:
    number = listing.spots[0]
    if scope.place is None:
        return np.full(len(number), YES, "i1")
    levels = listing.one("level")
    _, example, which = np.unique(
        number * listing.terms.size + levels, return_index=True, return_inverse=True
    )
    rows = [n for n, row in enumerate(example.tolist()) if levels[row]]
    table = np.full(len(example), UNKNOWN, "i1")
    table[rows] = answers.places([_told(listing, int(example[n]), levels) for n in rows])
    return np.asarray(table[which])


def _told(listing: Listing, row: int, levels: Numbers) -> Place:
    """The place of a row as far as its name says where it lies."""
    name, country, admin1 = (
        listing.terms.named.get(int(listing.column[axis][row]), "") for axis in ("place", "country", "admin1")
    )
    return Place(name, listing.terms.named[int(levels[row])], country or None, admin1 or None)


def _party(listing: Listing, scope: Scope) -> Numbers:
    if scope.party is None:
        return np.full(len(listing.column["kind"]), YES, "i1")
    out = np.full(len(listing.column["kind"]), UNKNOWN, "i1")
    out[listing.tags["party"][0]] = NO
    out[_tagged(listing, "party", scope.party)] = YES
    return out


def _accidental(listing: Listing, answers: Answers) -> Mask:
    known = listing.terms.axes.get("method", {})
    return listing.tagged("method", [name for name in known if answers.accident(name)])


def _kind(listing: Listing, name: str) -> Mask:
    return np.asarray(listing.column["kind"] == listing.terms.axes.get("kind", {}).get(name, -1))


def _tagged(listing: Listing, axis: str, name: str) -> Mask:
    return listing.tagged(axis, [key(name)])


def _within(listing: Listing) -> Mask:
    """Which are said to be among what another incident tells."""
    parts = np.unique(listing.tags["part"][1]).tolist()
    marks = np.array([mark(listing.terms.named[n]) for n in parts], "<u8")
    return np.isin(listing.column["mark"], marks)


def _positions(listing: Listing, found: Mask, most: int) -> tuple[int, ...]:
    return tuple(listing.column["position"][np.flatnonzero(found)[:most]].tolist())


def _sums(listing: Listing, counted: Mask, certain: Mask) -> Iterator[Sum]:
    """Certain shares in all three; the others in the upper end, which is open as soon as one share's is."""
    for what, shares in listing.shares.items():
        inside = counted[shares["owner"]]
        if not inside.any():
            continue
        sure = certain[shares["owner"]] & inside
        low, best, high = shares["low"][sure], shares["best"][sure], shares["high"][inside]
        value = np.where(best == NOTHING, np.where(low == NOTHING, 0, low), best)
        known = bool(((best != NOTHING) | (low != NOTHING)).any())
        is_open = bool((high == NOTHING).any())
        measure, _, group = listing.terms.named[what].partition("\n")
        yield Sum(
            measure,
            group or None,
            _total(low[low != NOTHING]),
            _total(value) if known else None,
            None if is_open else _total(high),
            len(high),
            len(low),
            tuple((_said(b), _said(a)) for a, b in zip(low.tolist(), best.tolist(), strict=True))
            if len(low) <= TERMS
            else (),
        )


def _said(number: int) -> int | None:
    return None if number == NOTHING else number


def _total(numbers: Numbers) -> int:
    """The exact sum, also where it is wider than a column."""
    return (int((numbers >> 32).sum()) << 32) + int((numbers & 0xFFFFFFFF).sum())
