"""Blocking: the keys two reports must share before they are compared.

All come from one report alone, and no key is dropped for what others share: whether two reports meet depends
on the two alone, whichever others there are and whichever came first. So that many thousands do not meet on
one key, each is specific by itself: a day in a cell of the map, rare words that are told together in one
stretch of time, or three names or two pairs of rare words at any. How many reports meet on a stretch is a
matter of how many are told in it, not of how many there are; what is shared at any time is rarely chance.

A report that gives no time at all can be of any: it meets others on words alone, and on fewer, rarer ones.
Such keys are odd numbers, all others even; on an odd one two reports meet only where one of them is without
time (`undated`).
"""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from itertools import combinations

from witnessmark.link import dates, places
from witnessmark.link.report import Report
from witnessmark.link.telling import Telling, weight_of
from witnessmark.model.place import Place
from witnessmark.model.when import When

# Two grids of this many days, shifted by half: reports within half of it share a stretch. Some speak of one
# event within a fortnight, some (trials, findings, anniversaries) months later.
NEAR_DAYS, FAR_DAYS = 30, 360
# Of the heaviest words any two are a key within a near stretch, and links from NEAR_LINK; links of at least
# FAR_LINK (`telling`: by chance the two stand together once in a million million words) are keys within a far
# stretch, and without time. With these and those below 138 of the 160 pairs of bench/linking that are one
# event meet (decision 16 has public sets and other bounds).
WORDS, NEAR_LINK, FAR_LINK = 6, 3, 8
# By itself only a word of at least this weight (once in ten million), of the heaviest, is a key within a near
# stretch. Two names are one as two words are, and so is a name with a word of the title; three names, and two
# of the heaviest links, each of at least ANY_LINK, are one at any time.
ALONE, ALONE_WEIGHT = 4, 12
NAMES, HEADS, ANY_NAMES, ANY_LINKS, ANY_LINK = 12, 8, 8, 16, 4
# H3 resolutions by how well a place is known: cells of some 5, 22, 60 and 160 km across, so that a cell's
# neighbours reach the tolerance of that precision (UCDP where_prec 1 to 4).
_RESOLUTION = {0: 6, 1: 6, 2: 5, 3: 4, 4: 3, 5: 3}
_COARSEST = 3


# A multiplier that spreads numbers over 64 bits (Steele, Lea and Flood 2014, SplittableRandom), and a shift
# that brings its high bits down.
_SPREAD, _SHIFT, _ALL = 0xBF58476D1CE4E5B9, 29, (1 << 64) - 1


def keys_of(report: Report, told: Telling) -> frozenset[int]:
    """The blocking keys of a report that tells `told`, as numbers for a signed 64-bit column."""
    days = times_of(report)
    near = _near(told)
    rare = [link for link in told.links if weight_of(link) >= FAR_LINK]
    some = [link for link in told.links[:ANY_LINKS] if weight_of(link) >= ANY_LINK]
    out = {_key(link) | 1 for link in rare}
    out.update(_key(3, *names) for names in combinations(sorted(told.names[:ANY_NAMES]), 3))
    out.update(_key(2, *links) for links in combinations(sorted(some), 2))
    for stretch in _stretches(days, NEAR_DAYS):
        out.update(_key(stretch, link) for link in told.links if weight_of(link) >= NEAR_LINK)
        out.update(_key(stretch, *words) for words in near)
    for stretch in _stretches(days, FAR_DAYS):
        out.update(_key(stretch, link) for link in rare)
    when, place = report.when or report.around.when, report.place or report.around.place
    if when is not None and place is not None:
        cells = [_hash(cell) for cell in _cells(place)]
        out.update(_key(day, cell) for day in _days(when) for cell in cells)
    return frozenset(out)


def _near(told: Telling) -> set[tuple[int, ...]]:
    """Words that are a key within a near stretch of time."""
    names = told.names[:NAMES]
    out: set[tuple[int, ...]] = {(w,) for w in told.words[:ALONE] if weight_of(w) >= ALONE_WEIGHT}
    out.update(combinations(sorted(told.words[:WORDS]), 2))
    out.update(combinations(sorted(names), 2))
    out.update((min(a, b), max(a, b)) for a in told.title[:HEADS] for b in names if a != b)
    return out


def times_of(report: Report) -> list[date]:
    """The days a report is looked for by: that of publication, and that of the event if known to a month."""
    when = report.when or report.around.when
    known = when.start if when is not None and dates.is_event_date(when) else None
    return [day for day in (report.published, known) if day is not None]


def _stretches(days: Iterable[date], length: int) -> set[int]:
    """Numbers of the stretches of two grids that hold one of `days`; no two lengths share a number."""
    halves = {day.toordinal() * 2 // length for day in days}
    return {(half + shift) * 1000 + length for half in halves for shift in (0, 1)}


def _days(when: When) -> range:
    """Every day of the interval and the next: news of a night is dated either way."""
    if when.start is None or when.end is None or not dates.is_event_date(when):
        return range(0)
    return range(when.start.toordinal(), when.end.toordinal() + 2)


def _cells(place: Place) -> set[str]:
    """Cells around a place at its own precision and every coarser one: a town meets its province."""
    found = {f"{place.country} {name}" for name in places.provinces(place)}
    finest = _RESOLUTION.get(places.coarseness(place))
    if place.lat is None or place.lon is None:
        return found
    if finest is None:
        return set()
    import h3

    for resolution in range(finest, _COARSEST - 1, -1):
        centre = h3.latlng_to_cell(place.lat, place.lon, resolution)
        found.update(h3.grid_disk(centre, 1) if resolution == finest else [centre])
    return found


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest())


def _key(*parts: int) -> int:
    """An even number of at most 63 bits: with its last bit set too it fits a signed column."""
    mixed = 0
    for part in parts:
        mixed = ((mixed ^ part) * _SPREAD) & _ALL
        mixed ^= mixed >> _SHIFT
    return mixed >> 2 << 1
