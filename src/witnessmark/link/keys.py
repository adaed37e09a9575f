"""Blocking: the keys two reports must share before they are compared.

Three kinds: a rare word or word pair; a rare word in one fortnight; a day in a cell of the map. All come from
one report alone, so a report meets the same others whenever it arrives. A key that very many reports share
tells nothing and is left out for all of them (`compare`).
"""

from datetime import date, timedelta
from hashlib import blake2b

from witnessmark.link import dates, places
from witnessmark.link.report import Report
from witnessmark.model.place import Place
from witnessmark.model.when import When

# Rarest words and pairs that are keys by themselves, and words that are keys within a stretch of days; with
# these nine tenths of the pairs of bench/linking meet.
WORDS, PAIRS, WORDS_IN_TIME = 20, 40, 12
# Two grids of this many days, shifted by half: reports published within half of it share a stretch.
STRETCH = 30
# H3 resolutions by how well a place is known: cells of some 5, 22, 60 and 160 km across, so that a cell's
# neighbours reach the tolerance of that precision (UCDP where_prec 1 to 4).
_RESOLUTION = {0: 6, 1: 6, 2: 5, 3: 4, 4: 3, 5: 3}
_COARSEST = 3


def keys_of(report: Report) -> frozenset[int]:
    """The blocking keys of a report, as numbers for a signed 64-bit column."""
    named = [f"w{code}" for code in report.told.words[:WORDS]]
    named += [f"p{code}" for code in report.told.pairs[:PAIRS]]
    if report.published is not None:
        stretches = _stretches(report.published)
        named += [f"t{code} {s}" for code in report.told.words[:WORDS_IN_TIME] for s in stretches]
    when, place = report.when or report.around.when, report.place or report.around.place
    if when is not None and place is not None:
        named += [f"d{day} {cell}" for day in _days(when) for cell in _cells(place)]
    return frozenset(_key(name) for name in named)


def _stretches(day: date) -> tuple[str, str]:
    n = day.toordinal()
    return f"a{n // STRETCH}", f"b{(n + STRETCH // 2) // STRETCH}"


def _days(when: When) -> list[date]:
    """Every day of the interval and the next: news of a night is dated either way."""
    if when.start is None or when.end is None or (dates.length(when) or 0) > dates.EVENT_DAYS:
        return []
    return [when.start + timedelta(days=n) for n in range((when.end - when.start).days + 2)]


def _cells(place: Place) -> list[str]:
    """Cells around a place at its own precision and every coarser one: a town meets its province."""
    if place.lat is None or place.lon is None:
        return sorted(f"{place.country} {name}" for name in places.provinces(place))
    import h3

    finest = _RESOLUTION.get(places.coarseness(place))
    if finest is None:
        return []
    found = {f"{place.country} {name}" for name in places.provinces(place)}
    for resolution in range(finest, _COARSEST - 1, -1):
        centre = h3.latlng_to_cell(place.lat, place.lon, resolution)
        found.update(h3.grid_disk(centre, 1) if resolution == finest else [centre])
    return sorted(found)


def _key(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest()) >> 1
